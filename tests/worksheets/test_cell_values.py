"""Cells as answers: every spelling that means one thing, and the reason where it could mean two."""

from fractions import Fraction

import pytest
from fillings import QUESTIONS

from zi_desktop.domain.answers import Chosen, Measured
from zi_desktop.worksheets.cell_values import (
    UnclearError,
    is_blank,
    read_choice,
    read_count,
    read_index,
    says_not_applicable,
    share,
    shown,
)
from zi_desktop.worksheets.workbook_file import EMPTY, Cell

YES_NO, ABC = QUESTIONS["A.I.1.i.a"].answer, QUESTIONS["A.I.1.i.b"].answer
INDEX = QUESTIONS["B.I.a"].answer


def text(content):
    return Cell("s", content)


def value(content):
    return Cell("n", content)


@pytest.mark.parametrize("content", ["a", "A", " A ", "a.", "A)", "(a)", "\ta\n"])
def test_a_letter_is_read_in_every_spelling(content):
    assert read_choice(text(content), ABC) == Chosen("A")


@pytest.mark.parametrize(
    ("content", "key"), [("ya", "Ya"), (" YA. ", "Ya"), ("y", "Ya"), ("TIDAK", "Tidak"), ("tdk", "Tidak")]
)
def test_yes_and_no_are_read_in_every_spelling(content, key):
    assert read_choice(text(content), YES_NO) == Chosen(key)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (text("D"), "bukan salah satu pilihan A/B/C"),
        (text("A/B"), "bukan salah satu"),
        (text("A?"), "bukan salah satu"),
        (text("Ya"), "bukan salah satu"),
        (value("1"), "bukan salah satu"),
        (Cell("b", "1"), "bukan salah satu"),
        (Cell("e", "#REF!"), "berisi kesalahan rumus"),
        (Cell("", "", "K8"), "berisi rumus yang belum dihitung"),
        (Cell("s", "A", "[1]S!K8"), "dari berkas atau program lain"),
    ],
)
def test_what_names_no_option_is_unclear(cell, reason):
    with pytest.raises(UnclearError, match=reason):
        read_choice(cell, ABC)


def test_an_answer_that_a_formula_of_the_same_workbook_gives_is_taken():
    assert read_choice(Cell("s", "B", 'IF(A1="[x]","A","B")'), ABC) == Chosen("B")


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (value("12"), 12), (value("12.0"), 12), (value("1.2E1"), 12), (value("0"), 0), (text(" 12 "), 12), (text("12,0"), 12),
        (text("12.00"), 12), (text("1234"), 1234),
    ],
)  # fmt: skip
def test_a_count_is_read_as_number_or_text(cell, count):
    assert read_count(cell) == count


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (value("1.5"), "bukan jumlah bulat"),
        (value("-1"), "bukan jumlah bulat"),
        (value("1e12"), "terlalu besar"),
        (value("nan"), "bukan angka"),
        (value("1e999"), "bukan angka"),
        (text("1,5"), "bukan jumlah bulat"),
        (text("1.200"), "ribuan atau sebagai pecahan"),
        (text("1,000"), "ribuan atau sebagai pecahan"),
        (text("1.200.000"), "dapat dibaca sebagai ribuan"),
        (text("5 orang"), "bukan angka"),
        (text("-"), "bukan angka"),
        (text("²"), "bukan angka"),
        (Cell("b", "1"), "bukan angka"),
    ],
)
def test_what_is_no_count_is_unclear(cell, reason):
    with pytest.raises(UnclearError, match=reason):
        read_count(cell)


@pytest.mark.parametrize(
    ("cell", "index"),
    [
        (value("3.42"), "3.42"), (value("3.4199999999999999"), "3.42"), (value("4"), "4"), (text("3,42"), "3.42"),
        (text(" 3.420 "), "3.42"),
    ],
)  # fmt: skip
def test_an_index_is_read_as_number_or_text(cell, index):
    assert read_index(cell, INDEX) == Measured(Fraction(index))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [(value("4.01"), "di luar skala 0 sampai 4"), (text("85,5"), "di luar skala"), (value("3.33333333333333"), "lebih dari 10"),
     (text("baik"), "bukan angka")],
)  # fmt: skip
def test_what_is_no_index_is_unclear(cell, reason):
    with pytest.raises(UnclearError, match=reason):
        read_index(cell, INDEX)


@pytest.mark.parametrize(
    ("cell", "found"),
    [(value("0.85"), "0.85"), (text("85%"), "0.85"), (text(" 85,5 % "), "0.855"), (text("0,85"), "0.85"), (text("x"), None),
     (EMPTY, None)],
)  # fmt: skip
def test_a_share_is_read_as_number_or_percentage(cell, found):
    assert share(cell) == (None if found is None else Fraction(found))


@pytest.mark.parametrize(
    "cell", [EMPTY, text("  "), text("Blm Diisi"), text("Belum diisi"), Cell("s", "", "IF(K1,1,2)")]
)
def test_empty_and_the_words_of_the_sheet_are_unanswered(cell):
    assert is_blank(cell)
    assert not says_not_applicable(cell)


def test_tidak_berlaku_is_known_and_a_formula_without_result_is_not_empty():
    assert says_not_applicable(text(" Tidak  Berlaku. "))
    assert not is_blank(Cell("", "", "K9"))


def test_a_cell_is_shown_as_a_person_saw_it():
    assert [shown(cell) for cell in (value("3.4199999999999999"), text(" x\x07 "), Cell("", "", "K9"), text("a" * 999))] == [
        "3,42", "x", "=K9", "a" * 200,
    ]  # fmt: skip
