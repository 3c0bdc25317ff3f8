"""What the list of evidence shows: names, sizes, days, states, and what is pointed out."""

import datetime as dt
from dataclasses import replace

import pytest
from builders import begin
from PySide6.QtTest import QAbstractItemModelTester

from zi_desktop.domain.evidence import EvidenceFile, EvidenceLink, Judged, Period
from zi_desktop.domain.evidence_steps import CellTurn
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.services.evidence.checking import CheckedFile
from zi_desktop.services.evidence.cleaning import LetGo, Removable
from zi_desktop.services.evidence.findings import EvidenceFinding
from zi_desktop.services.evidence.intake import Failed, FolderEntry
from zi_desktop.services.evidence.places import whereabouts
from zi_desktop.ui.evidence.adding import Added
from zi_desktop.ui.evidence.folder_model import FolderModel, in_order
from zi_desktop.ui.evidence.lines import Sieve, evidence_line, size_words, warnings_by_file
from zi_desktop.ui.evidence.list_model import EvidenceModel
from zi_desktop.ui.evidence.store_lines import checkup, removable_line
from zi_desktop.ui.evidence.words import added_words
from zi_desktop.ui.widgets.pills import Tone

TODAY = dt.date(2026, 11, 22)


def covering(first, last, year=2026):
    return evidence_line(replace(link(), period=Period(first, last)), ("x",), TODAY, year)


def link(name="SK contoh.pdf", kind="application/pdf", *, sha256="a" * 64, judged=None, **more):
    file = EvidenceFile(sha256, name, 84 * 1024, kind, **more)
    return EvidenceLink(
        "A.I.1.i.a", file, "p", "2026-11-05T10:00:00+07:00", ("h",), judged or Judged("belum_dicek"), Period()
    )


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1,0 KB"), (84 * 1024, "84 KB"), (1_258_291, "1,2 MB"), (1024**2 - 1, "1,0 MB"),
     (5 * 1024**3, "5,0 GB")],
    ids=str,
)  # fmt: skip
def test_sizes_are_read_at_a_glance(size, words):
    assert size_words(size) == words


def test_a_line_says_size_day_and_state():
    assert evidence_line(link(), (), TODAY, 2026).details == "84 KB · 5 Nov · Belum dicek"
    photo = evidence_line(link("Papan.jpg", "image/jpeg", taken="2025-05-01T08:00:00"), (), TODAY, 2026)
    assert (photo.details, photo.drawing) == ("84 KB · foto 1 Mei 2025 · Belum dicek", "picture")
    assert "ada di Inspektorat" in evidence_line(link(), (), TODAY, 2026, at_hub=True).details
    noted = evidence_line(
        link("Rekap.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kept=False),
        (),
        TODAY,
        2026,
    )
    assert (noted.details, noted.drawing) == ("84 KB · 5 Nov · dicatat saja · Belum dicek", "table")
    disputed = evidence_line(link(judged=Judged("kurang", disputed=True)), (), TODAY, 2026)
    assert disputed.details.endswith("beda penilaian")
    assert evidence_line(link(taken="entah"), (), TODAY, 2026).details == "84 KB · Belum dicek"


def test_a_line_is_read_aloud_with_what_is_pointed_out():
    line = evidence_line(
        link(judged=Judged("kurang", "Belum ditandatangani.")), ("Sama dengan tahun lalu.",), TODAY, 2026
    )
    assert line.words == "SK contoh.pdf, 84 KB, 5 Nov, Kurang, Sama dengan tahun lalu."
    assert line.tip == "SK contoh.pdf\nBelum ditandatangani.\nSama dengan tahun lalu."


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-01-01", "2026-06-30", "periode 1 Jan 2026 – 30 Jun 2026"), ("2026-11-05", "2026-11-05", "periode 5 Nov 2026"),
        ("2019-03-01", "", "periode sejak 1 Mar 2019"), ("", "2026-12-31", "periode sampai 31 Des 2026"),
    ],
    ids=["both", "one day", "open end", "open begin"],
)  # fmt: skip
def test_a_line_says_which_days_a_file_covers(first, last, words):
    line = covering(first, last)
    assert line.details == f"84 KB · 5 Nov · Belum dicek · {words}"
    assert line.warnings == ("x",)


def test_a_period_outside_the_year_is_pointed_out_at_once():
    assert covering("2025-01-01", "2025-12-31").warnings == (
        "Periode 1 Jan 2025 – 31 Des 2025 di luar tahun evaluasi 2026.", "x",
    )  # fmt: skip
    assert covering("2025-01-01", "2025-12-31", year=2025).warnings == ("x",)


def test_other_years_and_units_are_not_told_while_the_satker_looks_on():
    kinds = ("many_items", "last_year", "other_satker", "other_time")
    findings = [EvidenceFinding(kind, "a" * 64, "SK", (), kind) for kind in kinds]
    assert warnings_by_file(findings, hidden=False) == {"a" * 64: kinds[:3]}  # a line tells its period itself
    assert warnings_by_file(findings, hidden=True) == {"a" * 64: ("many_items",)}


def test_the_list_keeps_its_rows_where_only_a_judgement_changed(qtbot):
    model = EvidenceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_lines([evidence_line(link(), (), TODAY, 2026), evidence_line(link(sha256="b" * 64), (), TODAY, 2026)])
    model.show_lines(
        [evidence_line(link(), ("x",), TODAY, 2026), evidence_line(link(sha256="b" * 64), (), TODAY, 2026)]
    )
    assert (resets, model.lines[0].warnings, model.row_of("b" * 64), model.row_of("c")) == ([1], ("x",), 1, -1)
    model.show_lines([])
    assert (resets, model.rowCount()) == ([1, 1], 0)


def test_a_folder_shows_all_or_what_has_no_item(tmp_path, qtbot):
    entries = [
        FolderEntry(tmp_path / name, name, 10, place, "sebab") for name, place in (("a", "A.I.1.i.a"), ("b", "inbox"))
    ]
    model = FolderModel(entries)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.unplaced == 1
    model.show(unplaced_only=True)
    assert [model.index(0, column).data() for column in range(4)] == ["Kotak masuk", "b", "10 B", "Sebab"]
    model.place([0], "A.I.1.i.b")
    assert [entry.place for entry in model.entries] == ["A.I.1.i.a", "A.I.1.i.b"]
    assert model.unplaced == 0


def test_a_folder_is_listed_by_the_value_of_its_numbers(tmp_path):
    names = ["10/SK.txt", "2/Laporan 10.txt", "2/Laporan 2.txt", "2/b/Foto.txt", "Zona.txt", "Foto 3.txt"]
    entries = [FolderEntry(tmp_path / name, name, 1, "inbox", "") for name in names]
    assert [entry.relative for entry in in_order(entries)] == [
        "Foto 3.txt", "Zona.txt", "2/Laporan 2.txt", "2/Laporan 10.txt", "2/b/Foto.txt", "10/SK.txt",
    ]  # fmt: skip


def test_what_became_of_files_is_said_only_where_the_list_does_not_say_it():
    assert added_words(Added("x", "A.I.1.i.a", 3, count=3)) == ("", Tone.NEUTRAL)
    assert added_words(Added("x", "A.I.1.i.a", 3, count=1, same=2)) == (
        "2 berkas sudah ada di tempat itu. 1 berkas ditambahkan.",
        Tone.NEUTRAL,
    )
    failed = [Failed("a", "A tidak diambil."), Failed("b", "B tidak diambil.")]
    assert added_words(Added("x", "A.I.1.i.a", 2, failed=failed)) == (
        "A tidak diambil. 1 berkas lain juga tidak diambil.",
        Tone.WARN,
    )


def turns(*places):
    return [CellTurn(f"evidence/{place}/{number:064}", (), ("x",), "") for number, place in enumerate(places)]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (("A.1", "A.1"), ""),
        (("A.2",), "1 berkas ditambahkan pada butir A.2."),
        (("A.1", "A.2", "A.2"), "3 berkas ditambahkan pada 2 butir."),
        (
            ("A.1", INBOX, INBOX),
            "1 berkas ditambahkan pada butir A.1. 2 berkas menunggu di kotak masuk (Ctrl+Shift+U).",
        ),
        ((INBOX,), "1 berkas menunggu di kotak masuk (Ctrl+Shift+U)."),
        (("A.2",) * 2000, "2.000 berkas ditambahkan pada butir A.2."),
        ((), ""),
    ],
    ids=["in-sight", "elsewhere", "several", "inbox-too", "inbox-only", "thousands", "none"],
)
def test_where_files_went_that_are_not_in_sight_is_said(places, words):
    added = Added("x", "A.1", len(places), turns(*places), count=len(places))
    assert added_words(added, "A.1") == (words, Tone.NEUTRAL)
    assert added_words(added) == ("", Tone.NEUTRAL)


def test_a_sieve_takes_what_is_to_be_done():
    def taken(sieve):
        return {
            state
            for state in ("belum_dicek", "sesuai", "kurang", "tidak_sesuai")
            if sieve.takes(evidence_line(link(judged=Judged(state)), (), TODAY, 2026))
        }

    assert taken(Sieve.ALL) == {"belum_dicek", "sesuai", "kurang", "tidak_sesuai"}
    assert taken(Sieve.UNCHECKED) == {"belum_dicek"}
    assert taken(Sieve.WANTING) == {"kurang", "tidak_sesuai"}
    disputed = evidence_line(link(judged=Judged("kurang", disputed=True)), (), TODAY, 2026)
    assert Sieve.UNCHECKED.takes(disputed)
    assert not Sieve.WANTING.takes(disputed)
    assert [sieve.after for sieve in Sieve] == [Sieve.UNCHECKED, Sieve.WANTING, Sieve.ALL]


def test_whereabouts_are_few_and_an_unknown_evaluation_is_no_failure():
    def where(id_, place):
        return f"butir {place}, {id_}"

    places = tuple(("Lapas Contoh 2026", code) for code in ("A.1", "A.2", "A.3", "A.4"))
    found = checkup([CheckedFile("a" * 64, "SK.pdf", 2048, "elsewhere", places)], (), where)
    assert found.lines[0].details == (
        "Di laptop lain · butir A.1, Lapas Contoh 2026; butir A.2, Lapas Contoh 2026; 2 tempat lain · "
        "isinya datang dengan paket dari yang menambahkannya"
    )
    assert (found.faulty, found.cleanable) == (False, False)
    gone = removable_line(Removable("b" * 64, (), 5, "x", LetGo("id", "A.1", "kemarin")), where)
    assert (gone.name, gone.details) == ("Tanpa nama (bbbbbbbbbbbb…)", "Dilepas dari butir A.1, id · kemarin")


def test_a_place_is_said_in_words(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    where = whereabouts(fresh.workspace)
    name = fresh.satkers.get(fresh.evaluations.open(id_).state.identity.satker).name
    year = fresh.evaluations.open(id_).state.identity.year
    assert where(id_, INBOX) == f"kotak masuk, {name} {year}"
    assert where(id_, "prasyarat.tlhp").startswith("prasyarat ")
    assert where("tidak ada", "A.1") == "butir A.1, evaluasi yang belum lengkap diterima"
