"""Exporting: what leaves the program, and what never does."""

import hashlib
import json

import openpyxl
import pytest
from builders import (
    AHMAD,
    CHOICE,
    INDEX,
    LEAD,
    NIP_AHMAD,
    RATIO,
    RINI,
    Clock,
    begin,
    from_another_laptop,
    give,
    open_services,
    statement,
)  # fmt: skip
from master_lists import branch, drop, encoded, master_list, new_soal
from sheet_values import sheet_of

from zi_desktop.domain.errors import FileWriteError, InvalidInputError, NotFoundError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.worksheets.workbook_writer import UnplacedEditionError
from zi_desktop.worksheets.worksheet_file import read_worksheet

LAMPIRAN3, PORTALRB, PORTALRB_JSON = ExportLayout
SECRETS = "Jangan sampai keluar 7f3a"


@pytest.fixture
def begun(fresh, tmp_path):
    return fresh, begin(fresh, tmp_path)


def sheet(file, name="LKE ZI", **how):
    return openpyxl.load_workbook(file, **how)[name]


def texts(file):
    return str([list(each.values) for each in openpyxl.load_workbook(file)])


def test_an_evaluation_leaves_and_comes_back(scored, tmp_path):
    state = scored.state
    for layout in (LAMPIRAN3, PORTALRB):
        done = scored.services.exporting.export(scored.id, layout, tmp_path / f"{layout}.xlsx")
        assert done.sha256 == hashlib.sha256(done.file.read_bytes()).hexdigest()
        assert (done.unanswered, done.disputed) == (0, ())
        read = read_worksheet(done.file, state.instrument)
        column = read.column(Column.TPI)
        assert {code: found.answer for code, found in column.answers.items()} == dict(state.answers(Column.TPI))
        assert column.notes.keys() == {code for code in state.instrument.questions if state.notes(Column.TPI, code)}
        total = scored.services.evaluations.open(scored.id).card().total
        assert abs(read.totals[""] - total) < 1e-9


def test_the_same_state_is_the_same_file(scored, tmp_path):
    for layout in ExportLayout:
        first, second = (scored.services.exporting.export(scored.id, layout, tmp_path / name) for name in ("a", "b"))
        assert first.sha256 == second.sha256


def test_internal_notes_leave_in_no_layout(begun, tmp_path):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya", notes=Notes("Catatan resmi.", SECRETS))
    for layout in ExportLayout:
        done = services.exporting.export(id_, layout, tmp_path / f"x{layout.suffix}")
        told = done.file.read_text("utf-8") if layout is PORTALRB_JSON else texts(done.file)
        assert "Catatan resmi." in told
        assert SECRETS not in told


def test_a_column_shows_nothing_of_another_one(begun, tmp_path):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya", notes=Notes("Catatan TPI.", ""))
    give(services, id_, CHOICE, "Tidak", column=Column.MANDIRI)
    done = services.exporting.export(id_, LAMPIRAN3, tmp_path / "x.xlsx", Column.MANDIRI)
    assert sheet(done.file)["K8"].value == "Tidak"
    assert "Catatan TPI." not in texts(done.file)
    assert sheet(services.exporting.export(id_, LAMPIRAN3, tmp_path / "y.xlsx").file)["K8"].value == "Ya"


def test_links_of_the_unit_go_along(begun, tmp_path):
    services, id_ = begun
    given = sheet_of({CHOICE: "Ya"}, {CHOICE: "Ada SK."}, {CHOICE: "https://contoh.example/sk"})
    preview = services.importing.preview(id_, given, Column.MANDIRI)
    services.importing.apply(preview, None, Provenance("Unit Contoh", "Surel", "2026-11-02"))
    done = services.exporting.export(id_, PORTALRB, tmp_path / "x.xlsx")
    row = sheet(done.file, "Jawaban")[6]
    assert [cell.value for cell in row[10:13]] == ["Ya", "Ada SK.", "https://contoh.example/sk"]
    done = services.exporting.export(id_, PORTALRB_JSON, tmp_path / "x.json")
    assert json.loads(done.file.read_bytes())["answers"][0] == {
        "soal_id": 1, "jawaban_unit": "Ya", "jawaban_tpi": None, "catatan_unit": "Ada SK.",
        "bukti_dukung_unit": "https://contoh.example/sk", "catatan_tpi": None,
    }  # fmt: skip


def test_evidence_is_listed_with_what_is_thought_of_it(begun, tmp_path):
    services, id_ = begun
    file = tmp_path / "SK tim.txt"
    file.write_text("keputusan", "utf-8")
    services.evidence.add(id_, [file], CHOICE)
    done = services.exporting.export(id_, LAMPIRAN3, tmp_path / "x.xlsx")
    listed = sheet(done.file, "Data dukung")[2]
    assert [cell.value for cell in listed if cell.column != 2] == [CHOICE, "SK tim.txt", 9, "Belum dicek"]


def test_several_notes_stand_each_under_its_name(begun, tmp_path):
    services, id_ = begun
    services.evaluations.plan(
        id_, {"team": [LEAD, {"name": AHMAD, "nip": NIP_AHMAD, "role": "anggota", "areas": ["1"]}]}
    )
    for person in (RINI, AHMAD):
        give(services, id_, CHOICE, "Ya", author=person, notes=Notes(f"Catatan {person[:4]}", ""))
    noted = sheet(services.exporting.export(id_, LAMPIRAN3, tmp_path / "x.xlsx").file)["O8"].value
    # Two notes of one second stand in no order that a person gave them.
    assert sorted(noted.split("\n")) == sorted([f"{RINI}: Catatan Rini", f"{AHMAD}: Catatan Ahma"])


def test_a_disputed_item_is_left_empty_and_told(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        id_ = begin(services, tmp_path)
        give(services, id_, INDEX, "3,5")
        give(services, id_, CHOICE, "Ya")
    from_another_laptop(tmp_path / "ruang", id_, "orang-lain", statement(CHOICE, "Tidak"))
    with open_services(tmp_path / "ruang") as services:
        done = services.exporting.export(id_, LAMPIRAN3, tmp_path / "x.xlsx")
        assert (done.unanswered, done.disputed) == (112, (CHOICE,))
    assert not sheet(done.file)["K8"].value
    assert sheet(done.file, data_only=True)["L8"].value == "Belum diisi"


def test_an_item_on_which_the_unit_disagrees_with_itself_is_told_too(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        id_ = begin(services, tmp_path)
        give(services, id_, CHOICE, "Ya", column=Column.MANDIRI)
    other = statement(CHOICE, "Tidak", column=Column.MANDIRI)
    from_another_laptop(tmp_path / "ruang", id_, "orang-lain", other)
    with open_services(tmp_path / "ruang") as services:
        for layout, disputed in ((PORTALRB, (CHOICE,)), (PORTALRB_JSON, (CHOICE,)), (LAMPIRAN3, ())):
            assert services.exporting.export(id_, layout, tmp_path / "x").disputed == disputed


def test_a_signed_evaluation_leaves_as_it_was_signed(signed, tmp_path):
    folder, id_, _ = signed
    with open_services(folder) as services:
        before = services.exporting.export(id_, LAMPIRAN3, tmp_path / "a.xlsx")
        stands = services.evaluations.open(id_).state.answer_cell(Column.TPI, CHOICE).displayed
    from_another_laptop(folder, id_, "orang-lain", statement(CHOICE, "Tidak", stands))
    with open_services(folder) as services:
        assert services.evaluations.open(id_).state.late
        assert services.exporting.export(id_, LAMPIRAN3, tmp_path / "b.xlsx").sha256 == before.sha256


def test_sample_data_is_marked(scored, tmp_path):
    assert "CONTOH" in texts(scored.services.exporting.export(scored.id, LAMPIRAN3, tmp_path / "x.xlsx").file)


def test_a_file_that_cannot_be_written_is_said_and_leaves_nothing(begun, tmp_path):
    services, id_ = begun
    with pytest.raises(FileWriteError):
        services.exporting.export(id_, LAMPIRAN3, tmp_path / "tidak ada" / "x.xlsx")
    with pytest.raises(NotFoundError):
        services.exporting.export("tidak-ada", LAMPIRAN3, tmp_path / "x.xlsx")
    assert not list(tmp_path.glob("*.xlsx"))


def test_units_of_one_year_are_listed(begun, tmp_path):
    services, first = begun
    (tmp_path / "lain.csv").write_text("kode,nama,predikat,tahun predikat\nC-2,Bapas Contoh,WBK,2024\n", "utf-8")
    services.satkers.import_list(tmp_path / "lain.csv")
    second, earlier = services.evaluations.create("C-2", 2026), services.evaluations.create("C-2", 2025)
    done = services.exporting.export_units([first, second], tmp_path / "unit.json")
    listed = json.loads(done.file.read_bytes())
    assert [(unit["nama"], unit["kategori"]) for unit in listed["units"]] == [
        ("Bapas Contoh", "WBBM"), ("Lapas Kelas IIB Contohrejo", "WBK"),
    ]  # fmt: skip
    for ids in ([first, earlier], [first, first], []):
        with pytest.raises(InvalidInputError):
            services.exporting.export_units(ids, tmp_path / "salah.json")
    assert not (tmp_path / "salah.json").exists()


def test_a_moment_in_another_zone_changes_nothing(tmp_path):
    clock = Clock()
    with open_services(tmp_path / "ruang", clock) as services:
        id_ = begin(services, tmp_path)
        give(services, id_, CHOICE, "Ya")
        assert services.exporting.filling(id_).as_of == clock()
        first = services.exporting.export(id_, LAMPIRAN3, tmp_path / "a.xlsx")
        clock.add(days=3)
        assert services.exporting.export(id_, LAMPIRAN3, tmp_path / "b.xlsx").sha256 == first.sha256


def test_a_ratio_is_exported_count_by_count(begun, tmp_path):
    services, id_ = begun
    give(services, id_, RATIO, "wajib_ditindaklanjuti=6,diproses=1,selesai=4")
    found = sheet(services.exporting.export(id_, LAMPIRAN3, tmp_path / "x.xlsx").file)
    assert [found[f"K{row}"].value for row in (172, 173, 174)] == [6, 1, 4]


def test_an_edition_of_another_year_is_written_only_where_its_rows_are_known(fresh, tmp_path):
    master = master_list(2027)
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1, teks_pertanyaan="Pemantauan terjadwal."))
    (tmp_path / "daftar.json").write_bytes(encoded(master))
    edition = fresh.edition_taking.take(fresh.edition_taking.read(tmp_path / "daftar.json"))
    id_ = begin(fresh, tmp_path)
    fresh.edition_moving.apply(fresh.edition_moving.preview(id_, edition.structure_digest))
    for layout in (LAMPIRAN3, PORTALRB):
        with pytest.raises(UnplacedEditionError):
            fresh.exporting.export(id_, layout, tmp_path / "x.xlsx")
    soal = json.loads(fresh.exporting.export(id_, PORTALRB_JSON, tmp_path / "x.json").file.read_bytes())["answers"]
    assert {900, 5} & {answer["soal_id"] for answer in soal} == {900}
