"""Folder trees of satker, as they come: mapped where it is sure, left for the inbox where it is not."""

import pytest
from event_makers import INSTRUMENT

from zi_desktop.domain.evidence_folders import FolderMap

MAP = FolderMap(INSTRUMENT)

SURE = [
    ("1/i/a/SK.pdf", "A.I.1.i.a"),
    ("A.I.1.i.a/SK.pdf", "A.I.1.i.a"),
    ("A.I.1.i.a SK Tim/2026/SK.pdf", "A.I.1.i.a"),
    ("1.1.a Tim Kerja/SK.pdf", "A.I.1.i.a"),
    ("01 Manajemen Perubahan/1.1 Tim Kerja/a. SK Tim.pdf", "A.I.1.i.a"),
    ("2/2.1/2.1.a/SOP.pdf", "A.I.2.i.a"),
    ("Pemenuhan/Area 1 Manajemen Perubahan/i Tim Kerja/b/dok.pdf", "A.I.1.i.b"),
    ("Reform/1/i/a/foto.jpg", "A.II.1.i.a"),
    ("A. Pengungkit/II. Reform/1. Manajemen/i. Agen/a/x", "A.II.1.i.a"),
    ("I/1/i/a/x", "A.I.1.i.a"),
    ("Hasil/I/a/survei.xlsx", "B.I.a"),
    ("B.I.b/x.pdf", "B.I.b"),
    ("foto/A.I.1.ii.b penetapan.jpg", "A.I.1.ii.b"),
    ("1/i/A.I.1.ii.a SK.pdf", "A.I.1.ii.a"),
    ("3/v/foto.jpg", "A.I.3.v.a"),
    ("3/5/foto.jpg", "A.I.3.v.a"),
    ("A.II.5.iii.a LHKPN/rekap.pdf", "A.II.5.iii.a.a"),
    ("AREA 01/01/a/IMG_0001.JPG", "A.I.1.i.a"),
    ("1/i/a/1.jpg", "A.I.1.i.a"),
    ("Reform/1/1.1.a Agen/foto.jpg", "A.II.1.i.a"),
    ("A Pengungkit/1/1.1.a/x", "A.I.1.i.a"),
    ("A.II Reform/2/2.1/2.1.a/x", "A.II.2.i.a"),
]
UNSURE = [
    "", "foto.jpg", "../../x", "2026/05/a.jpg", "1/foto.jpg", "1/i/1.jpg", "9/i/a/x.pdf", "surat a i u/x.pdf", "1/i/z/x.pdf",
    "area/butir/x.pdf", "1/2/i.a/x.pdf", "00/i/a/x.pdf", "a/a/a/a/a/a/a/a/a/a/x",
]  # fmt: skip


@pytest.mark.parametrize(("path", "code"), SURE)
def test_a_path_that_names_one_item_is_mapped(path, code):
    found = MAP.item_of(path)
    assert found.code == code
    assert found.why.startswith("dari ")


@pytest.mark.parametrize("path", UNSURE)
def test_a_path_that_names_none_goes_to_the_inbox(path):
    found = MAP.item_of(path)
    assert (found.code, found.why) == ("", "butir tidak terbaca dari nama folder atau berkas")


def test_a_path_that_may_mean_two_items_is_not_guessed():
    found = MAP.item_of("1/Reform/1.1.a Agen/foto.jpg")
    assert found.code == ""
    assert "dapat berarti A.I.1.i.a atau A.II.1.i.a" in found.why


def test_every_item_is_found_by_its_own_code():
    assert {MAP.item_of(f"{code}/x").code for code in INSTRUMENT.questions} == set(INSTRUMENT.questions)
