"""Words of beda penilaian: whose version, how much later, headings, totals."""

import datetime as dt
from fractions import Fraction

import pytest

from zi_desktop.domain.instrument import Column
from zi_desktop.services.settling.matters import Matter, MatterKind, Version
from zi_desktop.ui.settling.shown import (
    SettleLine,
    Status,
    cells_of,
    effect_words,
    headings_of,
    notice_of,
    share_words,
    span_words,
    totals_words,
    version_title,
    when_words,
)

NOW = dt.datetime.fromisoformat("2026-11-06T09:00:00+07:00")
EARLY, LATE = "2026-11-05T14:05:00+07:00", "2026-11-05T16:40:00+07:00"


def version(number=1, words="B", *, name="Bagus Contohardjo, S.H.", at=EARLY, own=False, sheet=False):
    return Version(number, f"{number:064}", words, name, name, own, proven=True, transcribed=sheet, at=at)


def matter(*versions, kind=MatterKind.ANSWER, **more):
    return Matter("answer/tpi/X", kind, "X", "Judul", versions, (), **more)


MINE = version(1, "C", name="Rini Umpamasari", own=True)


def test_versions_are_called_after_their_authors_while_there_are_few():
    one = matter(MINE, version(2))
    assert headings_of([one]) == ("Anda", "Bagus C.")
    assert cells_of(one, headings_of([one])) == ("C", "B")
    assert version_title(version(), one) == "Versi Bagus Contohardjo"
    assert version_title(MINE, one) == "Versi Anda"


def test_many_authors_or_two_versions_of_one_are_numbered():
    twice = matter(version(1), version(2, "A"))
    assert headings_of([twice]) == ("Versi 1", "Versi 2")
    assert cells_of(twice, headings_of([twice])) == ("B", "A")
    many = matter(*(version(n, name=f"Orang {n}") for n in range(1, 6)))
    assert headings_of([many]) == ("Versi 1", "Versi 2", "Versi 3")
    assert cells_of(matter(version(1)), headings_of([many])) == ("B", "–", "–")


def test_what_an_act_replaced_is_not_told_as_what_somebody_says_now():
    acted = matter(version(1), version(2, "C", name="Rini Umpamasari", own=True), kind=MatterKind.BEYOND)
    assert cells_of(acted, ("Anda", "Bagus C.")) == ("–", "B")
    assert [version_title(each, acted) for each in acted.versions] == [
        "Bagus Contohardjo, S.H.",
        "Semula: Rini Umpamasari",
    ]


def test_two_persons_of_one_short_name_are_numbered():
    one = matter(version(1, "A", name="Bagus Contohardjo"), version(2, "B", name="Bagus Contohrejo"))
    assert headings_of([one]) == ("Versi 1", "Versi 2")
    assert cells_of(one, headings_of([one])) == ("A", "B")


def test_a_worksheet_is_nobodys_own_judgement():
    one = matter(version(1, sheet=True), MINE, column=Column.MANDIRI)
    assert version_title(one.versions[0], one) == "Lembar kerja satker"
    assert when_words(one.versions[0], one, NOW).startswith("Bagus Contohardjo, S.H. · 5 Nov")


def test_a_later_version_says_by_how_much():
    one = matter(version(), version(2, at=LATE), version(3, at="dahulu"))
    assert when_words(one.versions[0], one, NOW) == "5 Nov 14.05"
    assert when_words(one.versions[1], one, NOW) == "5 Nov 16.40 · 2 jam 35 menit lebih baru"
    assert when_words(one.versions[2], one, NOW) == "dahulu"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 menit"), (60, "1 jam"), (155, "2 jam 35 menit"), (4560, "3 hari 4 jam"), (0, "0 menit")],
)
def test_a_span_has_its_two_largest_units(minutes, words):
    assert span_words(dt.timedelta(minutes=minutes)) == words


def test_a_total_is_an_interval_while_something_is_disputed():
    low, high = Fraction("48.15"), Fraction("48.32")
    assert totals_words((low, high), ()) == "48,15–48,32"
    assert totals_words((low, low), ()) == "48,15"
    assert effect_words(Column.TPI, (low, high), (high, high), ()) == "Nilai total 48,15–48,32 → 48,32"
    assert effect_words(Column.MANDIRI, (low, low), None, ()) == "Nilai Mandiri 48,15"


def test_the_weight_is_written_as_in_tables():
    assert share_words(matter(version(), share=Fraction(1, 6))) == "Bobot 0,17"
    assert share_words(matter(version(), share=Fraction("7.5"))) == "Bobot 7,5"
    assert share_words(matter(version())) == ""


def test_what_is_special_is_said_above_the_versions():
    plain = matter(version(), MINE)
    assert notice_of(SettleLine(plain, (), Status.OPEN)) is None
    assert notice_of(SettleLine(plain, (), Status.DONE, "B"))[0] == "Sudah diselesaikan: B."
    for special, words in (
        (matter(version(), before=True), "Sudah pernah"), (matter(version(), kind=MatterKind.FORK), "bercabang"),
        (matter(version(), kind=MatterKind.BEYOND), "ketua tim"), (matter(version(), closed="Tertutup."), "Tertutup."),
    ):  # fmt: skip
        assert words in notice_of(SettleLine(special, (), Status.OPEN))[0]
