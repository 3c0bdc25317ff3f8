"""The outcome of a verification in words: what the file is worth, who signed, whether the score follows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.figures import points
from zi_desktop.domain.plan import ROLES
from zi_desktop.ui import dates
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:  # its module loads pyHanko
    from zi_desktop.reports.verification import CheckedSignature, Verification

_VERDICTS: Final[Mapping[str, tuple[str, str, Tone, str]]] = {
    "trusted": (
        "Utuh, dan semua penanda tangan dikenal",
        "Isi berkas sama dengan yang ditandatangani, dan setiap penanda tangan ada dalam daftar yang dipakai.",
        Tone.OK, "check-circle",
    ),
    "intact-unknown-identity": (
        "Utuh, tetapi identitas belum terbukti",
        "Isi berkas sama dengan yang ditandatangani. Siapa yang menandatangani belum dapat dipastikan.",
        Tone.WARN, "warning",
    ),
    "incomplete": (
        "Belum lengkap",
        "Yang sudah ditandatangani tidak berubah, tetapi tanda tangannya belum lengkap.",
        Tone.WARN, "half-circle",
    ),
    "altered": (
        "Berubah, jangan dipakai",
        "Berkas ini tidak sama dengan yang ditandatangani. Minta laporan asli dari pembuatnya.",
        Tone.BAD, "cross-circle",
    ),
    "unreadable": (
        "Bukan laporan yang dapat diperiksa",
        "Berkas ini bukan laporan dari program ini, atau tidak dapat dibaca.",
        Tone.BAD, "cross-circle",
    ),
}  # fmt: skip
"""Verdict to title, meaning, tone and drawing."""
_DISBELIEVED: Final = frozenset({"altered", "unreadable"})


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature: name and role, when by the signer's own clock, and what is known of it."""

    name: str
    role: str
    at: str
    state: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class VerdictShown:
    """What is shown of a verification; ``facts`` are pairs of a title and its words, ``problems`` of a sentence and its tone."""

    title: str
    meaning: str
    tone: Tone
    icon: str
    facts: tuple[tuple[str, str], ...]
    signatures: tuple[SignatureLine, ...]
    signed: str
    problems: tuple[tuple[str, Tone], ...]


def verdict_shown(found: "Verification", without: Sequence[str] = ()) -> VerdictShown:
    """Return a verification in words.

    Args:
        found: the outcome.
        without: sentences about what could not be looked at, to stand first among the problems.
    """
    title, meaning, tone, icon = _VERDICTS[found.verdict]
    problems = ((each, Tone.WARN if each in found.doubts else tone) for each in found.problems)
    return VerdictShown(
        title=title, meaning=meaning, tone=tone, icon=icon, facts=_facts(found),
        signatures=tuple(map(_signature, found.signatures)),
        signed=f"{len(found.signatures)} dari {found.expected}" if found.expected else "",
        problems=(*((each, Tone.WARN) for each in without), *problems),
    )  # fmt: skip


def _facts(found: "Verification") -> tuple[tuple[str, str], ...]:
    # Of a file that was changed nothing is repeated as if it were true.
    record = found.record if found.verdict not in _DISBELIEVED else None
    facts = list(_of_record(record)) if record else []
    if found.rescored:
        agrees = "sesuai dengan yang tercetak" if found.rescored.matches else "tidak sesuai dengan yang tercetak"
        title = "Nilai dihitung ulang" if record else "Nilai dari data terlampir"
        facts.append((title, f"{points(Fraction(found.rescored.total))}, {agrees}"))
    if record:
        facts.append(("Pencabutan", "Tidak diperiksa, karena pemeriksaan berjalan tanpa jaringan"))
    return tuple(facts)


def _of_record(record: Json) -> Iterator[tuple[str, str]]:
    evaluation = record["evaluation"]
    yield "Satker", record["satker"]["name"]
    words = f"{evaluation['year']} · menuju {evaluation['target']} · revisi {evaluation['revision']}"
    yield "Evaluasi", words + (" · contoh, bukan dokumen resmi" if record["demo"] else "")
    if number := record["issued"]["number"]:
        yield "Nomor", number


def _signature(signature: "CheckedSignature") -> SignatureLine:
    if not signature.intact:
        state, tone, icon = "Tidak utuh", Tone.BAD, "cross-circle"
    elif signature.revoked:
        state, tone, icon = "Kunci dilaporkan hilang", Tone.BAD, "cross-circle"
    elif signature.trusted:
        state, tone, icon = "Utuh, dikenal", Tone.OK, "check-circle"
    else:
        state, tone, icon = "Utuh, belum dikenal", Tone.WARN, "warning"
    role = ROLES.get(signature.role, signature.role)
    return SignatureLine(signature.signer, role, dates.recorded(signature.at), state, tone, icon)
