"""The plan of a visit: what is evaluated for, when, where, and by whom (surat tugas)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ACTIVITIES: Final[Mapping[str, str]] = {
    "pembinaan": "Pembinaan",
    "evaluasi": "Evaluasi TPI",
    "pemantauan": "Pemantauan",
}
TRACKS: Final[Mapping[str, str]] = {"mandiri": "WBK mandiri", "tpn": "Tim Penilai Nasional (TPN)"}
TARGETS: Final = ("WBK", "WBBM")
DECISIONS: Final[Mapping[str, str]] = {
    "diusulkan": "Diusulkan", "belum_diusulkan": "Belum diusulkan", "pembinaan": "Pembinaan",
}  # fmt: skip
"""What the panel may decide."""
SIGNING_REASON: Final = "Menyetujui hasil evaluasi"
"""Why the team signs: kept in each signature and shown before it is made."""
ROLES: Final[Mapping[str, str]] = {
    "penanggung_jawab": "Penanggung jawab", "pengendali_mutu": "Pengendali mutu",
    "pengendali_teknis": "Pengendali teknis", "ketua_tim": "Ketua tim", "anggota": "Anggota",
}  # fmt: skip
LEAD: Final = "ketua_tim"
"""The role that settles, acknowledges and takes content away."""


def tracks_of(target: str) -> Mapping[str, str]:
    """Return the tracks by which a predicate is granted, the usual one first: WBBM is always for the national assessors."""
    return TRACKS if target == "WBK" else {"tpn": TRACKS["tpn"]}


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the team by surat tugas; no areas = all. ``signs`` tells whether the report awaits a signature."""

    person: str
    role: str
    areas: tuple[str, ...] = ()
    signs: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """The visit: target, track, dates (ISO), place, surat tugas, team in the order of signing."""

    target: str = "WBK"
    track: str = "mandiri"
    first_day: str = ""
    last_day: str = ""
    place: str = ""
    letter_number: str = ""
    letter_date: str = ""
    report_number: str = ""
    team: tuple[Member, ...] = ()

    @property
    def signers(self) -> tuple[Member, ...]:
        """Return the members who sign, in order."""
        return tuple(member for member in self.team if member.signs)

    @property
    def leads(self) -> frozenset[str]:
        """Return the persons who lead the team."""
        return frozenset(member.person for member in self.team if member.role == LEAD)
