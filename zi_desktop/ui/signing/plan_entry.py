"""The plan of a visit as it stands in the dialog: read from the evaluation, checked, handed to the service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.identity import NIP_DIGITS, is_usual_nip
from zi_desktop.domain.plan import Plan
from zi_desktop.storage.directory import Person

AREAS: Mapping[str, str] = {**{str(n): f"Area {n}" for n in range(1, 7)}, "B": "B. Hasil"}
"""What may be divided among the team; nothing chosen means everything."""


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """One person of the team as typed; ``areas`` empty = all."""

    name: str = ""
    nip: str = ""
    position: str = ""
    role: str = "anggota"
    areas: tuple[str, ...] = ()
    signs: bool = True

    @property
    def typed(self) -> bool:
        """Tell whether anything was typed."""
        return bool(self.name or self.nip or self.position)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """All fields as typed; a day is ISO, "" for none, None where it is no day."""

    target: str
    track: str
    first_day: str | None
    last_day: str | None
    place: str
    letter_number: str
    letter_date: str | None
    report_number: str
    team: tuple[MemberEntry, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong: the field's name, or the number of a member from 0, and the sentence."""

    field: str
    member: int
    sentence: str


def entry_of(plan: Plan, people: Mapping[str, Person]) -> PlanEntry:
    """Return the plan of an evaluation for the dialog."""
    nobody = Person("", "")
    persons = [(people.get(member.person, nobody), member) for member in plan.team]
    team = tuple(
        MemberEntry(person.name, person.nip, person.position, member.role, member.areas, member.signs)
        for person, member in persons
    )
    return PlanEntry(
        plan.target, plan.track, plan.first_day, plan.last_day, plan.place, plan.letter_number, plan.letter_date,
        plan.report_number, team,
    )  # fmt: skip


def with_person(entry: PlanEntry, person: Person) -> PlanEntry:
    """Return an entry in which a person is offered as the first of a team that is empty; it is kept when it is saved."""
    if entry.team or not person.name:
        return entry
    return replace(entry, team=(MemberEntry(person.name, person.nip, person.position),))


def first_wrong(entry: PlanEntry) -> Wrong | None:
    """Return the first thing that is wrong, or None."""
    for field, title in (
        ("first_day", "Hari pertama"), ("last_day", "Hari terakhir"), ("letter_date", "Tanggal surat tugas"),
    ):  # fmt: skip
        if getattr(entry, field) is None:
            return Wrong(field, -1, f"{title} bukan tanggal. Tuliskan seperti 5-11-2026.")
    if entry.first_day and entry.last_day and entry.first_day > entry.last_day:
        return Wrong("last_day", -1, "Hari terakhir mendahului hari pertama. Ubah salah satu.")
    return _wrong_member(entry.team)


def doubt_of(entry: PlanEntry) -> str:
    """Return what should be looked at once more and may yet be right, or "": a NIP of another length."""
    odd = [member for member in entry.team if member.nip and not is_usual_nip(member.nip)]
    if not odd:
        return ""
    names = ", ".join(member.name for member in odd if member.name) or "satu orang"
    return (
        f"NIP {names} tidak terdiri atas {NIP_DIGITS} angka. Cocokkan dengan SK-nya; bila memang begitu, simpan saja."
    )


def given(entry: PlanEntry) -> dict[str, Json]:
    """Return an entry in which nothing is wrong as ``Evaluations.plan`` takes it."""
    return {
        "target": entry.target, "track": entry.track, "first_day": entry.first_day, "last_day": entry.last_day,
        "place": entry.place, "letter": {"number": entry.letter_number, "date": entry.letter_date},
        "report_number": entry.report_number,
        "team": [
            {
                "name": member.name, "nip": member.nip, "position": member.position, "role": member.role,
                "areas": list(member.areas), "signs": member.signs,
            }
            for member in entry.team
        ],
    }  # fmt: skip


def areas_words(areas: Sequence[str]) -> str:
    """Return the areas of a member in a few letters: ``Semua``, ``1, 2, B``."""
    return ", ".join(areas) or "Semua"


def _wrong_member(team: Sequence[MemberEntry]) -> Wrong | None:
    for number, member in enumerate(team):
        if not member.name:
            return Wrong("name", number, f"Nama orang ke-{number + 1} kosong. Isi namanya, atau hapus barisnya.")
        if any(_same(member, other) for other in team[:number]):
            return Wrong("name", number, f"{member.name} sudah ada dalam tim. Hapus salah satu barisnya.")
    return None


def _same(one: MemberEntry, other: MemberEntry) -> bool:
    if one.nip and other.nip:
        return "".join(one.nip.split()) == "".join(other.nip.split())
    return one.name.casefold() == other.name.casefold()
