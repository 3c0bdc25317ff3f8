"""Keys of beda penilaian as the status bar names them: digits for versions, the next one for another value."""

import pytest

from zi_desktop.services.settling.matters import Matter, MatterKind, Version
from zi_desktop.ui.settling.entry import OTHER, choice_of, other_digit
from zi_desktop.ui.settling.hints import key_hints
from zi_desktop.ui.settling.keyboard import Part


def matter(count, *, kind=MatterKind.ANSWER, without=()):
    versions = tuple(
        Version(
            n, f"{n:064}", "B", "x", "X", own=n == 1, proven=True, transcribed=False, at="", takeable=n not in without
        )
        for n in range(1, count + 1)
    )
    return Matter("answer/tpi/X", kind, "X", "Judul", versions, ())


def told(part, each, letters=()):
    return [(hint.keys, hint.text) for hint in key_hints(part, each, letters, "Terapkan & lanjut")]


LAST = ("Ctrl+Enter", "Terapkan & lanjut")


@pytest.mark.parametrize(
    ("part", "each", "letters", "expected"),
    [
        (Part.LIST, matter(2), "", [("1/2", "Pilih versi"), ("3", "Nilai lain"), LAST]),
        (Part.LIST, matter(4), "", [("1–4", "Pilih versi"), ("5", "Nilai lain"), LAST]),
        (Part.LIST, matter(4, without=(2,)), "", [("1/3/4", "Pilih versi"), ("5", "Nilai lain"), LAST]),
        (Part.LIST, matter(2, kind=MatterKind.PRINTED), "", [("1/2", "Pilih versi"), LAST]),
        (Part.LIST, matter(2, kind=MatterKind.BEYOND, without=(1, 2)), "", [LAST]),
        (Part.CARD, matter(2), "", [("Enter", "Pilih versi ini"), ("3", "Nilai lain"), LAST]),
        (Part.OTHER, matter(2), "ABCD", [("A–D", "Pilih nilai"), ("Enter", "Tulis alasan"), LAST]),
        (Part.OTHER, matter(2), "YT", [("Y/T", "Pilih nilai"), ("Enter", "Tulis alasan"), LAST]),
        (Part.OTHER, matter(2), "", [("Enter", "Isian berikutnya"), LAST]),
        (Part.REASON, matter(2), "", [LAST, ("Esc", "Ke daftar")]),
    ],
    ids=["two", "four", "gap", "printed", "lead", "card", "letters", "yes or no", "numbers", "reason"],
)
def test_the_keys_are_those_of_the_part_that_has_the_keyboard(part, each, letters, expected):
    assert told(part, each, letters) == expected


def test_another_value_has_the_digit_after_the_last_version_and_zero():
    two, nine = matter(2), matter(9)
    assert (other_digit(two), other_digit(nine)) == ("3", "0")
    assert [choice_of(digit, two) for digit in "0123"] == [OTHER, 1, 2, OTHER]
    assert [choice_of(digit, nine) for digit in "09"] == [OTHER, 9]
