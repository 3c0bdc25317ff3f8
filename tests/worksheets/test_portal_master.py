"""The portal's master list: read exactly, refused in a sentence where it is not one."""

import json
from pathlib import Path

import pytest
from master_lists import branch, encoded, master_list, soal

from zi_desktop.domain.instrument_master import MasterError
from zi_desktop.worksheets.portal_master import LARGEST, is_master, read_master

OFFICIAL = Path(__file__).parents[3] / "shared" / "lke" / "portalrb-master-2026.json"


def read(master):
    return read_master(encoded(master), "daftar.json")


def test_a_list_is_read_exactly():
    master = read(master_list())
    assert (master.year, master.name, len(master.digest)) == (2027, "daftar.json", 64)
    assert [node.title for node in master.nodes] == ["Pengungkit", "Hasil"]
    assert [node.level for node in master.nodes[0].walk()][:4] == ["section", "component", "area", "subcomponent"]
    area = master.nodes[0].children[0].children[0]
    assert (area.label, area.weight, area.children[0].label, area.children[0].weight) == ("1.", "4", "i.", "0.5")
    questions = {question.id: question for question in master.questions()}
    assert len(questions) == 127
    assert [option.score for option in questions[6].options] == ["1", "0.67", "0.33", "0"]
    assert (questions[102].kind, questions[125].kind, questions[125].bounds) == ("count", "index", ("0", "4"))
    assert (questions[125].weight, questions[1].weight, questions[1].row) == ("17.5", "0", 6)


def test_figures_are_kept_as_they_are_written():
    data = encoded(master_list()).replace(b'"bobot_maksimal": 22.5', b'"bobot_maksimal": 22.50000000000000001')
    assert read_master(data, "x").nodes[1].children[0].weight == "22.50000000000000001"


def test_a_name_without_label_is_a_title():
    master = master_list()
    branch(master, 4)["nama"] = "Tim Kerja"
    team = read(master).nodes[0].children[0].children[0].children[0]
    assert (team.label, team.title) == ("", "Tim Kerja")


def test_texts_are_cleaned():
    master = master_list()
    soal(master, 1)["teks_pertanyaan"] = " Tim\u0007 dibentuk\r\n"
    assert next(read(master).questions()).text == "Tim dibentuk"


def test_a_byte_order_mark_is_no_obstacle():
    data = b"\xef\xbb\xbf" + encoded(master_list())
    assert is_master(data)
    assert read_master(data, "x").year == 2027
    assert not is_master(b"PK\x03\x04")


def _deep(levels):
    node = {"id": 1, "nama": "A. x", "level": "komponen", "bobot_maksimal": 1, "children": [], "soals": []}
    for id_ in range(2, levels):
        node = {**node, "id": id_, "children": [node]}
    return {"tahun": 2027, "data": [node]}


def _changed(id_, **fields):
    master = master_list()
    soal(master, id_).update(fields)
    return master


def _branch(**fields):
    master = master_list()
    branch(master, 4).update(fields)
    return master


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "tidak terbaca sebagai JSON"),
        (b"\xff{}", "tidak terbaca sebagai JSON"),
        (b"[" * 200_000, "tidak terbaca sebagai JSON"),
        (b'{"tahun": NaN}', "tidak terbaca sebagai JSON"),
        (b" " * (LARGEST + 1), "terlalu besar"),
        (b"[]", "akar bukan objek"),
        (b"{}", "tahunnya tidak tertulis"),
        (b'{"tahun": true, "data": []}', "tahunnya tidak tertulis"),
        (b'{"tahun": 1999, "data": []}', "tahunnya tidak tertulis"),
        (b'{"tahun": 2027}', "akar tidak memuat daftar data"),
        (b'{"tahun": 2027, "data": [1]}', "bagian bukan objek"),
        (json.dumps(_deep(20)).encode(), "terlalu dalam"),
        (encoded(_branch(level="lain")), "bagian 4 bertingkat yang tidak dikenal"),
        (encoded(_branch(level=["x"])), "bagian 4 bertingkat yang tidak dikenal"),
        (encoded(_branch(soals=None)), "bagian 4 tidak memuat daftar soals"),
        (encoded(_branch(bobot_maksimal=None)), "bagian 4 tidak memuat angka bobot_maksimal"),
        (encoded(_branch(bobot_maksimal=True)), "bagian 4 tidak memuat angka bobot_maksimal"),
        (encoded(_branch(bobot_maksimal="1e9999999")), "bagian 4 memuat bobot_maksimal yang bukan angka"),
        (encoded(_branch(nama=7)), "bagian 4 tidak memuat teks nama"),
        (encoded(_changed(1, id="1")), "soal 1 tidak memuat bilangan id"),
        (encoded(_changed(1, excel_baris=-1)), "soal 1 tidak memuat bilangan excel_baris"),
        (encoded(_changed(1, jenis_jawaban="ESAI")), "soal 1 berjenis jawaban yang tidak dikenal: ESAI"),
        (encoded(_changed(1, skema_penilaian=[])), "soal 1 memuat pilihan yang tidak cocok"),
        (encoded(_changed(102, skema_penilaian=[{"key": "A", "multiplier": 1, "label": "x"}])), "soal 102 memuat pilihan"),
        (encoded(_changed(1, skema_penilaian=["A"])), "soal 1 bukan objek"),
        (encoded(_changed(1, teks_pertanyaan=None)), "soal 1 tidak memuat teks teks_pertanyaan"),
    ],
    ids=range(26),
)  # fmt: skip
def test_what_is_no_list_is_refused_in_a_sentence(data, words):
    with pytest.raises(MasterError, match=words) as refused:
        read_master(data, "x")
    assert "Tidak ada yang diambil" in str(refused.value)


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official list is not part of the project")
def test_the_official_list_is_read():
    master = read_master(OFFICIAL.read_bytes(), OFFICIAL.name)
    assert (master.year, len(list(master.questions()))) == (2026, 127)
