"""``worksheet export``: the contract of its JSON, its sentences, and what it refuses."""

import hashlib
import json

import pytest
from builders import CHOICE, write_list

from zi_desktop.cli.worksheet_export import export
from zi_desktop.services.worksheets.exporting import ExportLayout


@pytest.fixture
def begun(cli, tmp_path):
    """A workspace with two evaluations: how to call it, and their ids."""
    folder = tmp_path / "ruang"

    def call(*arguments):
        return cli(*arguments, workspace=folder)

    call("satker", "import", write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas Contoh\nC-2,Rutan Contoh\n"))
    ids = [
        call("evaluation", "new", "--satker", code, "--year", "2026", "--json").json["id"] for code in ("C-1", "C-2")
    ]
    call("answer", ids[0], CHOICE, "Ya")
    return call, ids


@pytest.mark.parametrize("layout", list(ExportLayout), ids=str)
def test_it_tells_file_and_digest(begun, tmp_path, layout):
    call, (id_, _) = begun
    file = tmp_path / "hasil berkas"
    printed = call("worksheet", "export", id_, "-o", file, "--layout", layout.value, "--json")
    assert (printed.status, printed.err) == (0, "")
    assert printed.json == {"file": str(file), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    assert file.read_bytes()[:1] == (b"{" if layout is ExportLayout.PORTALRB_JSON else b"P")


def test_it_says_how_much_is_empty(begun, tmp_path):
    call, (id_, _) = begun
    printed = call("worksheet", "export", id_[:8], "-o", tmp_path / "x.xlsx", "--layout", "lampiran3")
    assert printed.out == f"{tmp_path / 'x.xlsx'}: tertulis; 112 butir tpi kosong.\n"
    printed = call(
        "worksheet", "export", id_, "-o", tmp_path / "y.xlsx", "--layout", "lampiran3", "--column", "mandiri"
    )
    assert "113 butir mandiri kosong" in printed.out


@pytest.mark.parametrize("layout", ["lampiran3", "portalrb-json", "portalrb-units"])
def test_a_file_that_is_there_is_replaced_only_where_that_was_asked_for(begun, tmp_path, layout):
    call, (id_, _) = begun
    file = write_list(tmp_path / "kiriman satker", "isi lama")
    printed = call("worksheet", "export", id_, "-o", file, "--layout", layout)
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.startswith("kiriman satker sudah ada di folder itu. Tidak ada yang ditulis;")
    assert file.read_text() == "isi lama"
    assert call("worksheet", "export", id_, "-o", file, "--layout", layout, "--replace").status == 0
    assert file.read_bytes()[:1] in (b"P", b"{")


@pytest.mark.parametrize(
    ("name", "layout"),
    [("x.json", "lampiran3"), ("x.PDF", "portalrb"), ("x.xlsx", "portalrb-json"), ("x.xlsx", "portalrb-units")],
)
def test_a_name_with_the_ending_of_another_kind_of_file_is_refused(begun, tmp_path, name, layout):
    call, (id_, _) = begun
    printed = call("worksheet", "export", id_, "-o", tmp_path / name, "--layout", layout)
    assert (printed.status, printed.out) == (2, "")
    assert f"{name} berakhiran {name[1:].lower()}, sedangkan" in printed.err
    assert not (tmp_path / name).exists()


def test_several_units_become_one_list(begun, tmp_path):
    call, ids = begun
    printed = call("worksheet", "export", *ids, "-o", tmp_path / "unit.json", "--layout", "portalrb-units")
    assert printed.out == f"{tmp_path / 'unit.json'}: tertulis.\n"
    assert [unit["nama"] for unit in json.loads((tmp_path / "unit.json").read_bytes())["units"]] == [
        "Lapas Contoh",
        "Rutan Contoh",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--layout", "portalrb", "--column", "tpi"], "tidak memilih kolom"),
        (["--layout", "lampiran4"], "pilihannya lampiran3, portalrb, portalrb-json, portalrb-units"),
        ([], "belum diberikan"),
    ],
    ids=["kolom", "susunan", "kurang"],
)
def test_what_it_cannot_do_is_said_in_a_sentence(begun, tmp_path, arguments, sentence):
    call, (id_, _) = begun
    printed = call("worksheet", "export", id_, "-o", tmp_path / "x", *arguments)
    assert (printed.status, printed.out) == (2, "")
    assert sentence in printed.err
    assert not (tmp_path / "x").exists()


def test_two_evaluations_make_no_single_sheet(begun, tmp_path):
    call, ids = begun
    printed = call("worksheet", "export", *ids, "-o", tmp_path / "x", "--layout", "portalrb")
    assert printed.status == 2
    assert "satu evaluasi" in printed.err


def test_every_layout_of_the_service_can_be_named():
    (layouts,) = [each.type.choices for each in export.params if each.name == "layout"]
    assert {layout.value for layout in ExportLayout} == set(layouts) - {"portalrb-units"}
