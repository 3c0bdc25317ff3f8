"""A portal's master list made of the shipped edition in its own words, for pictures of another year's edition."""

import json
from pathlib import Path
from typing import Any, Final

from zi_desktop import paths

_LEVELS: Final = {
    "section": "komponen", "component": "sub_komponen", "area": "area_perubahan", "subcomponent": "sub_area",
}  # fmt: skip
_KINDS: Final = {"yes_no": "YA_TIDAK", "abc": "ABC", "abcd": "ABCD", "abcde": "ABCDE"}
_CHANGED, _LIGHTER, _HEAVIER, _DROPPED = 1, 5, 4, 5
"""Ids of a question that is reworded, of branches with another weight, of a question that is left out."""


def write_master_lists(folder: Path) -> None:
    """Write ``daftar-2026.json``, the same structure, and ``daftar-2027.json``, another edition."""
    document = json.loads((paths.instruments() / "permenpanrb-90-2021.json").read_bytes())
    for year, words in ((2026, "Tim ZI sudah ditetapkan pimpinan."), (2027, "Tim ZI sudah ditetapkan dan bekerja.")):
        nodes = [_node(node) for node in document["nodes"]]
        for branch in _branches(nodes):
            _change(branch, words, other=year > 2026)  # noqa: PLR2004 (the year of the shipped edition)
        master = json.dumps({"tahun": year, "data": nodes})
        (folder / f"daftar-{year}.json").write_text(master, encoding="utf-8")


def _change(branch: dict[str, Any], words: str, *, other: bool) -> None:
    for soal in branch["soals"]:
        if soal["id"] == _CHANGED:
            soal["teks_pertanyaan"] = words
    if other:
        branch["soals"] = [soal for soal in branch["soals"] if soal["id"] != _DROPPED]
        if branch["id"] in (_LIGHTER, _HEAVIER):
            branch["bobot_maksimal"] = 0.75


def _branches(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for node in nodes for each in (node, *_branches(node["children"]))]


def _node(node: dict[str, Any]) -> dict[str, Any]:
    questions = [child for child in node["children"] if child["kind"] == "question"]
    return {
        "id": node["portalrb_node_id"], "nama": f"{node['label'].strip('.')}. {node['title']}",
        "level": _LEVELS[node["kind"]], "bobot_maksimal": float(node["weight"]),
        "children": [_node(child) for child in node["children"] if child["kind"] != "question"],
        "soals": [soal for question in questions for soal in _soals(question)],
    }  # fmt: skip


def _soals(question: dict[str, Any]) -> list[dict[str, Any]]:
    answer = question["answer"]
    if answer["type"] == "ratio":
        counts = [count for count in answer["inputs"] if count["portalrb_id"] is not None]
        return [_soal(count, count["title"], question["text"], "jumlah", []) for count in counts]
    kind = "0-4" if answer["type"] == "index" else _KINDS[answer["scale"]]
    options = [
        {"key": each["key"], "multiplier": float(each["score"]),
         "label": each["key"] if kind == "YA_TIDAK" else each["criterion"]}
        for each in answer.get("options", ())
    ]  # fmt: skip
    return [_soal(question, question["text"], "Penjelasan.", kind, options)]


def _soal(fields: dict[str, Any], text: str, explanation: str, kind: str, options: list[Any]) -> dict[str, Any]:
    return {
        "id": fields["portalrb_id"], "teks_pertanyaan": text, "kriteria_nilai": explanation, "jenis_jawaban": kind,
        "bobot_maksimal": float(fields.get("weight", 0)), "skema_penilaian": options,
        "excel_baris": fields["cells"]["portalrb"]["row"],
    }  # fmt: skip
