"""Matching of worksheets to satker: exact names and codes are certain, everything else is a person's choice."""

import pytest

from zi_desktop.services.worksheets.matching import SatkerNames, same_name


def row(code, name, *, former=(), other="", archived=False):
    return {
        "id": f"id-{code}", "code": code, "name": name, "other_code": other, "codes": [code, *former],
        "archived": archived,
    }  # fmt: skip


NAMES = SatkerNames(
    [
        row("C-1", "Lapas Kelas I Contoh"),
        row("405123", "Rutan Kelas IIB Misalan", former=["9001"], other="WPJ.07"),
        row("405124", "Rutan Kelas IIB Misalan Barat"),
        row("7", "Kantor Imigrasi Andaikan"),
        row("A-1", "Bapas Umpama"),
        row("B-1", "Bapas Umpama"),
        row("Z-1", "Rudenim Lama", archived=True),
    ]
)


@pytest.mark.parametrize(
    ("unit", "stem", "code"),
    [
        ("Lapas Kelas I Contoh", "kiriman", "C-1"),
        ("LAPAS  KELAS I – CONTOH", "kiriman", "C-1"),
        ("C-1", "kiriman", "C-1"),
        ("", "LKE_c-1_akhir", "C-1"),
        ("", "405123", "405123"),
        ("", "lke 9001 revisi 2", "405123"),
        ("", "WPJ.07 2026", "405123"),
        ("", "LKE Rutan Kelas IIB Misalan 2026", "405123"),
        ("", "LKE Rutan Kelas IIB Misalan Barat 2026", "405124"),
        ("Rutan Kelas IIB Misalan", "405123 rutan", "405123"),
        ("Kantor lain", "405124", "405124"),
    ],
)
def test_an_exact_name_or_code_is_certain(unit, stem, code):
    assert NAMES.match(unit, stem).satker.code == code


@pytest.mark.parametrize(
    ("unit", "stem", "candidates"),
    [
        ("Rutan Kelas IIB Misalan", "C-1", ["405123", "C-1"]),
        ("Bapas Umpama", "x", ["A-1", "B-1"]),
        ("Rutan Misalan", "x", ["405123", "405124"]),
        ("", "7", []),
        ("", "LKE 2026", []),
        ("Rudenim Lama", "Z-1", []),
        ("", "", []),
    ],
)
def test_anything_else_is_left_to_a_person(unit, stem, candidates):
    match = NAMES.match(unit, stem)
    assert match.satker is None
    assert [known.code for known in match.candidates] == candidates


def test_a_year_that_is_somebodys_code_names_nobody():
    assert SatkerNames([row("2026", "Lapas Contoh")]).match("", "LKE 2026").satker is None


def test_no_satker_match_nothing():
    assert SatkerNames([]).match("Lapas", "C-1").candidates == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lapas Kelas I Contoh", "LAPAS KELAS I CONTOH, Kab. Misalan", True),
        ("Lapas Kelas I Contoh", "Rutan Kelas I Contoh", False),
        ("Lapas Kelas I", "Lapas Kelas II", False),
    ],
)
def test_a_name_with_its_place_is_the_same_name(one, other, same):
    assert same_name(one, other) is same_name(other, one) is same
