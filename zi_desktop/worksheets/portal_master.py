"""Reading the portal's master list of questions (JSON), with nothing taken on trust."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from zi_desktop.domain.border import clean_text
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.domain.instrument_master import Master, MasterError, MasterNode, MasterOption, MasterQuestion

LARGEST: Final = 8 * 1024 * 1024
"""Bytes; the list of 2026 has 350 KB."""
_DEEPEST: Final = 12
_LEVELS: Final[Mapping[str, str]] = {
    "komponen": "section", "sub_komponen": "component", "area_perubahan": "area", "sub_area": "subcomponent",
}  # fmt: skip
_LABELLED: Final = re.compile(r"\s*([A-Z]|[IVX]{1,5}|[0-9]{1,2}|[ivx]{1,5}|[a-z])\.\s*(.+)", re.DOTALL)
_CHOICES: Final = re.compile(r"YA_TIDAK|AB[C-Z]*", re.IGNORECASE)
_BOUNDS: Final = re.compile(r"([0-9]+)\s*-\s*([0-9]+)")
_YEARS: Final = range(2021, 2100)


def is_master(data: bytes) -> bool:
    """Tell from its beginning whether a file may be a master list: it is JSON."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def read_master(data: bytes, name: str) -> Master:
    """Return the master list that a file holds.

    Args:
        data: the file's bytes.
        name: the file's name.

    Raises:
        MasterError: not a master list, or one with parts that are missing or of the wrong kind; it names the soal.
    """
    if len(data) > LARGEST:
        raise MasterError("berkasnya terlalu besar")
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_float=str, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise MasterError("berkasnya tidak terbaca sebagai JSON") from error
    fields = _fields(document, "akar")
    year = fields.get("tahun")
    if type(year) is not int or year not in _YEARS:
        raise MasterError("tahunnya tidak tertulis")
    nodes = tuple(_node(node, 1) for node in _list(fields, "data", "akar"))
    return Master(year, nodes, name, hashlib.sha256(data).hexdigest())


def _node(value: Any, depth: int) -> MasterNode:
    if depth > _DEEPEST:
        raise MasterError("susunannya terlalu dalam")
    fields = _fields(value, "bagian")
    where = f"bagian {fields.get('id')}"
    found = _LABELLED.fullmatch(_text(fields, "nama", where))
    label, title = (f"{found[1]}.", found[2]) if found else ("", _text(fields, "nama", where))
    level = fields.get("level")
    if not isinstance(level, str) or level not in _LEVELS:
        raise MasterError(f"{where} bertingkat yang tidak dikenal")
    return MasterNode(
        _whole(fields, "id", where), label, " ".join(title.split()), _LEVELS[level],
        _decimal(fields, "bobot_maksimal", where),
        tuple(_node(child, depth + 1) for child in _list(fields, "children", where)),
        tuple(_question(soal) for soal in _list(fields, "soals", where)),
    )  # fmt: skip


def _question(value: Any) -> MasterQuestion:
    fields = _fields(value, "soal")
    where = f"soal {fields.get('id')}"
    kind, bounds = _kind(_text(fields, "jenis_jawaban", where), where)
    options = tuple(_option(each, where) for each in _list(fields, "skema_penilaian", where))
    if (kind == "choice") != bool(options):
        raise MasterError(f"{where} memuat pilihan yang tidak cocok dengan jenisnya")
    return MasterQuestion(
        _whole(fields, "id", where), _text(fields, "teks_pertanyaan", where).strip(),
        _text(fields, "kriteria_nilai", where).strip(), kind, options, bounds,
        _decimal(fields, "bobot_maksimal", where), _whole(fields, "excel_baris", where),
    )  # fmt: skip


def _kind(written: str, where: str) -> tuple[str, tuple[str, str]]:
    if written.casefold() == "jumlah":
        return "count", ("", "")
    if _CHOICES.fullmatch(written):
        return "choice", ("", "")
    if found := _BOUNDS.fullmatch(written):
        return "index", (found[1], found[2])
    raise MasterError(f"{where} berjenis jawaban yang tidak dikenal: {written[:40]}")


def _option(value: Any, where: str) -> MasterOption:
    fields = _fields(value, where)
    key = _text(fields, "key", where)
    return MasterOption(key, _decimal(fields, "multiplier", where), _text(fields, "label", where).strip())


def _fields(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise MasterError(f"{where} bukan objek")
    return value


def _list(fields: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = fields.get(key)
    if not isinstance(value, list):
        raise MasterError(f"{where} tidak memuat daftar {key}")
    return value


def _text(fields: Mapping[str, Any], key: str, where: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str):
        raise MasterError(f"{where} tidak memuat teks {key}")
    return clean_text(value)


def _whole(fields: Mapping[str, Any], key: str, where: str) -> int:
    value = fields.get(key)
    if type(value) is not int or value < 0:
        raise MasterError(f"{where} tidak memuat bilangan {key}")
    return value


def _decimal(fields: Mapping[str, Any], key: str, where: str) -> str:
    """Return a figure as it is written; a number with a point came in as text, so nothing was rounded."""
    value = fields.get(key)
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise MasterError(f"{where} tidak memuat angka {key}")
    try:
        parse_decimal(str(value))
    except ValueError:
        raise MasterError(f"{where} memuat {key} yang bukan angka") from None
    return str(value)


def _refuse_constant(text: str) -> str:
    raise ValueError(text)
