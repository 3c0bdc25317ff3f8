"""What the guidance panel says of an item, from the instrument alone."""

from dataclasses import dataclass

from zi_desktop.domain.instrument import Choice, Instrument, Question
from zi_desktop.ui.dates import whole_day


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the guidance: paragraphs, or ``listed`` lines."""

    title: str
    lines: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """The sections in the order in which an assessor needs them; none of them is empty."""

    sections: tuple[Section, ...]


def guidance_of(instrument: Instrument, question: Question) -> Guidance:
    """Return the guidance of an item."""
    rule = (instrument.gap_rule,) if isinstance(question.answer, Choice) else ()
    found = (
        Section(
            "Cara menilai",
            tuple(line for text in (question.guidance, question.note, *rule) for line in text.splitlines()),
        ),
        Section("Data dukung yang lazim", question.evidence, listed=True),
        Section("Cara memeriksa", (question.ask,) if question.ask else ()),
        Section("Tanyakan kepada", _joined([instrument.who[key] for key in question.who])),
        Section("Tempat melihat", _joined([instrument.where[key] for key in question.where])),
        Section("Lembar kerja", (_rows(question),)),
        Section("Kata-kata butir", (wording_of(instrument, question),)),
        Section("Dasar hukum", question.legal_basis, listed=True),
    )
    return Guidance(tuple(section for section in found if section.lines))


def _joined(titles: list[str]) -> tuple[str, ...]:
    return ("; ".join(titles),) if titles else ()


def wording_of(instrument: Instrument, question: Question) -> str:
    """Return whose words the item is shown in."""
    source = instrument.wording_source
    if source is None or question.code in source.missing:
        return "Bawaan program"
    return f"Resmi, dari {source.name}, diambil {whole_day(source.taken)}"


def _rows(question: Question) -> str:
    rows = [f"Lampiran III baris {question.row}"] if question.row else []
    if question.portalrb_row:
        rows.append(f"PortalRB baris {question.portalrb_row}")
    return ", ".join(rows)
