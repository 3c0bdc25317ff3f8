"""``worksheet export``: the contract of its JSON, its sentences, and what it refuses."""

import hashlib
import json

import pytest
from builders import CHOICE, write_list

from zi_desktop.cli.worksheet_export import export
from zi_desktop.services.exporting import ExportLayout


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
    assert printed.out == f"{tmp_path / 'x.xlsx'}: tertulis; 112 butir kosong.\n"
    printed = call(
        "worksheet", "export", id_, "-o", tmp_path / "x.xlsx", "--layout", "lampiran3", "--column", "mandiri"
    )
    assert "113 butir kosong" in printed.out


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
