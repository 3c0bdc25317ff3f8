"""The berita acara of a visit as content: one or two pages for ketua tim and kepala satker, signed in ink."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zi_desktop.reports.content import Block, Column, Facts, Grid, Heading, Row, Text
from zi_desktop.reports.small_paper import InkSigner, Leaf
from zi_desktop.reports.wording import EMPTY, day, days

_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_DOTS: Final = "…………"
MOST_REMARKS: Final = 10
MOST_PROMISES: Final = 8
"""Lines that two pages have room for; the paper says how many more there are, and where."""
_LONGEST: Final = 180


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """A meeting as it is printed: title, ISO day, hours, place, how many were there; any but the title may be empty."""

    title: str
    day: str
    begin: str
    end: str
    place: str
    attendants: int


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """What a berita acara says. Figures are printed only where they are given (``scores``: label to value).

    ``remarks`` and ``promises`` are rows of texts: (item, recommendation, responsible, due), (document, by whom, until).
    """

    word: str
    satker: str
    code: str
    title: str
    number: str
    day: str
    place: str
    letter: str
    letter_day: str
    first_day: str
    last_day: str
    team: Sequence[tuple[str, str]]
    meetings: Sequence[MeetingHeld]
    remarks: Sequence[tuple[str, str, str, str]]
    promises: Sequence[tuple[str, str, str]]
    scores: Mapping[str, str]
    notes: str
    lead: InkSigner
    head: InkSigner


def minutes_leaf(content: MinutesContent) -> Leaf:
    """Return the berita acara as one part of a short paper."""
    return Leaf(
        title=f"Berita acara {content.title}".upper(),
        number=f"Nomor: {content.number or _DOTS * 2}",
        blocks=tuple(_blocks(content)),
        closing="Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya.",
        place_and_date=", ".join(part for part in (content.place, day(content.day)) if part),
        signers=(content.lead, content.head),
    )


def _blocks(content: MinutesContent) -> Iterator[Block]:
    yield Text(_opening(content))
    if content.team:
        yield Facts(tuple((role, name) for role, name in content.team))
    held = [meeting for meeting in content.meetings if meeting.day or meeting.begin or meeting.attendants]
    if held:
        yield Heading("Pertemuan")
        columns = (
            Column("Pertemuan", 22),
            Column("Waktu", 30),
            Column("Tempat", 30),
            Column("Peserta", 18, figures=True),
        )
        yield Grid(columns, tuple(_meeting(meeting) for meeting in held))
    if content.scores:
        yield Heading("Nilai sementara Tim Penilai Internal (TPI)")
        yield Facts(tuple(content.scores.items()))
    yield from _remarks(content)
    yield from _promises(content)
    if content.notes:
        yield Heading("Hal lain")
        yield Text(content.notes)


def _opening(content: MinutesContent) -> str:
    when = date.fromisoformat(content.day) if content.day else None
    opening = (
        f"Pada hari ini, {_DAYS[when.weekday()]} tanggal {day(content.day)}"
        if when
        else f"Pada hari ini, {_DOTS} tanggal {_DOTS}"
    )
    place = f", bertempat di {content.place}" if content.place else ""
    letter = f" berdasarkan surat tugas nomor {content.letter}" if content.letter else ""
    letter += f" tanggal {day(content.letter_day)}" if content.letter and content.letter_day else ""
    code = f" (kode {content.code})" if content.code else ""
    visited = days(content.first_day, content.last_day)
    visit = f" Kunjungan berlangsung pada {visited}." if visited else ""
    return (
        f"{opening}{place}, Tim Penilai Internal (TPI){letter} telah melaksanakan {content.title} "
        f"pada {content.word} {content.satker}{code}.{visit}"
    )


def _meeting(meeting: MeetingHeld) -> Row:
    hours = "–".join(part for part in (meeting.begin, meeting.end) if part)
    when = ", pukul ".join(part for part in (day(meeting.day), hours) if part)
    return Row(
        (meeting.title, when or EMPTY, meeting.place or EMPTY, str(meeting.attendants) if meeting.attendants else EMPTY)
    )


def _remarks(content: MinutesContent) -> Iterator[Block]:
    yield Heading("Catatan & rekomendasi")
    if not content.remarks:
        yield Text("Tidak ada catatan.")
        return
    columns = (Column("Butir", 13), Column("Rekomendasi", 47), Column("Penanggung jawab", 22), Column("Tenggat", 18))
    rows = tuple(
        Row((item or EMPTY, _short(text), who or EMPTY, day(due) or EMPTY))
        for item, text, who, due in content.remarks[:MOST_REMARKS]
    )
    yield Grid(columns, rows)
    more = len(content.remarks) - MOST_REMARKS
    if more > 0:
        yield Text(f"Masih ada {more} catatan lain dalam kertas kerja evaluasi.")


def _promises(content: MinutesContent) -> Iterator[Block]:
    if not content.promises:
        return
    yield Heading("Dokumen yang akan disampaikan")
    columns = (Column("Dokumen", 52), Column("Disampaikan oleh", 28), Column("Paling lambat", 20))
    rows = tuple(
        Row((_short(text), who or EMPTY, day(due) or EMPTY)) for text, who, due in content.promises[:MOST_PROMISES]
    )
    yield Grid(columns, rows)
    more = len(content.promises) - MOST_PROMISES
    if more > 0:
        yield Text(f"Masih ada {more} dokumen lain yang dicatat oleh tim.")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
