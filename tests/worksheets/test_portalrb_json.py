"""The portal's JSON: valid against its format, every "soal" once, counts one by one, nothing invented."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from zi_desktop.domain.answers import Chosen, Counted, Measured, parse_decimal
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.worksheets.filling import Filling, Opinion
from zi_desktop.worksheets.portalrb_json import unit_answers, unit_list

MASTER = Path(__file__).parents[3] / "shared" / "lke" / "portalrb-master-2026.json"
TEXT = {"type": ["string", "null"], "minLength": 1}
ANSWER = {
    "soal_id": {"type": "integer"}, "jawaban_unit": TEXT, "jawaban_tpi": TEXT, "catatan_unit": TEXT,
    "bukti_dukung_unit": TEXT, "catatan_tpi": TEXT,
}  # fmt: skip


def whole(**properties):
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


ANSWERS_SCHEMA = whole(
    unit_id={"type": "string", "minLength": 1},
    nama_unit={"type": "string", "minLength": 1},
    tahun={"type": "integer"},
    answers={"type": "array", "items": whole(**ANSWER), "minItems": 1, "uniqueItems": True},
)
UNITS_SCHEMA = whole(
    tahun={"type": "integer"},
    units={
        "type": "array",
        "items": whole(
            id={"type": "string", "minLength": 1},
            nama={"type": "string", "minLength": 1},
            kategori={"enum": ["WBK", "WBK-AFIRMASI", "WBBM"]},
            afirmasi={"type": "boolean"},
        ),
    },
)
RATIO, STATED = "A.II.1.i.a", "A.II.5.ii.a"
TPI = Opinion(
    {
        "A.I.1.i.a": Chosen("Ya"),
        "A.I.1.i.b": Chosen("C"),
        "B.I.a": Measured(parse_decimal("3.40")),
        RATIO: Counted({"agen": 4, "perubahan": 1200}),
        STATED: Counted({"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}, not_applicable=True),
    },
    {RATIO: "Satu catatan untuk kedua jumlah.", STATED: "Tidak ada pengaduan.", "A.I.1.ii.a": "Belum dijawab."},
)
UNIT = Opinion(
    {"A.I.1.i.a": Chosen("Tidak")}, {"A.I.1.i.a": '=1+1 "kutip"\nbaris'}, {"A.I.1.i.a": "https://contoh.example/a"}
)
FILLING = Filling(
    editions.current(), "Lapas Kelas IIB Contohrejo", "c-1", "satuan kerja", 2026, "WBK",
    dt.datetime(2026, 11, 3, tzinfo=dt.UTC), {Column.TPI: TPI, Column.MANDIRI: UNIT},
)  # fmt: skip


def answers(filling=FILLING):
    return {answer["soal_id"]: answer for answer in json.loads(unit_answers(filling))["answers"]}


@pytest.mark.parametrize("filling", [FILLING, replace(FILLING, opinions={})], ids=["terisi", "kosong"])
def test_a_unit_is_valid_against_the_format(filling):
    value = json.loads(unit_answers(filling))
    jsonschema.Draft202012Validator(ANSWERS_SCHEMA).validate(value)
    assert list(value) == ["unit_id", "nama_unit", "tahun", "answers"]
    assert list(value["answers"][0]) == list(ANSWER)
    assert (value["unit_id"], value["nama_unit"], value["tahun"]) == ("c-1", "Lapas Kelas IIB Contohrejo", 2026)


def test_every_soal_is_there_once_in_order():
    assert [answer["soal_id"] for answer in json.loads(unit_answers(FILLING))["answers"]] == list(range(1, 128))


@pytest.mark.skipif(not MASTER.exists(), reason="the ministry's master list is not beside this checkout")
def test_the_soal_are_those_of_the_ministry():
    def ids(branch):
        yield from (soal["id"] for soal in branch["soals"])
        for child in branch["children"]:
            yield from ids(child)

    assert set(answers()) == {id_ for branch in json.loads(MASTER.read_text("utf-8"))["data"] for id_ in ids(branch)}


def test_answers_are_texts_and_counts_stand_one_by_one():
    found = answers()
    assert (found[1]["jawaban_unit"], found[1]["jawaban_tpi"]) == ("Tidak", "Ya")
    assert (found[2]["jawaban_unit"], found[2]["jawaban_tpi"]) == (None, "C")
    assert (found[88]["jawaban_tpi"], found[89]["jawaban_tpi"]) == ("4", "1200")
    assert found[125]["jawaban_tpi"] == "3.4"


def test_notes_and_links_go_along_once():
    found = answers()
    assert (found[1]["catatan_unit"], found[1]["bukti_dukung_unit"]) == (
        '=1+1 "kutip"\nbaris',
        "https://contoh.example/a",
    )
    assert (found[88]["catatan_tpi"], found[89]["catatan_tpi"]) == ("Satu catatan untuk kedua jumlah.", None)
    assert (found[3]["jawaban_tpi"], found[3]["catatan_tpi"]) == (None, "Belum dijawab.")


def test_what_does_not_apply_is_told_in_the_note():
    found = answers()
    assert found[110]["catatan_tpi"] == "Tidak berlaku. Tidak ada pengaduan."
    assert {found[soal]["jawaban_tpi"] for soal in (110, 111, 112)} == {"0"}


def test_a_list_of_units_is_valid_and_ordered_by_name():
    other = replace(FILLING, unit="Bapas Contoh", unit_id="c-2", target="WBBM")
    value = json.loads(unit_list([FILLING, other]))
    jsonschema.Draft202012Validator(UNITS_SCHEMA).validate(value)
    assert value == {
        "tahun": 2026,
        "units": [
            {"id": "c-2", "nama": "Bapas Contoh", "kategori": "WBBM", "afirmasi": False},
            {"id": "c-1", "nama": "Lapas Kelas IIB Contohrejo", "kategori": "WBK", "afirmasi": False},
        ],
    }
    assert unit_list([other, FILLING]) == unit_list([FILLING, other])
