"""Master lists as the portal gives them, made of the shipped edition in its own words, to be changed by tests."""

import copy
import json

from zi_desktop import paths

DOCUMENT = json.loads((paths.instruments() / "permenpanrb-90-2021.json").read_bytes())
DATA = (paths.instruments() / "permenpanrb-90-2021.json").read_bytes()
_LEVELS = {"section": "komponen", "component": "sub_komponen", "area": "area_perubahan", "subcomponent": "sub_area"}
_KINDS = {"yes_no": "YA_TIDAK", "abc": "ABC", "abcd": "ABCD", "abcde": "ABCDE"}


def master_list(year=2027):
    """Return a list that asks what the shipped edition asks."""
    return {"tahun": year, "data": [_node(node) for node in DOCUMENT["nodes"]]}


def encoded(master):
    return json.dumps(master).encode()


def branch(master, id_):
    """Return the branch of an id."""
    return next(node for node in _branches(master["data"]) if node["id"] == id_)


def soal(master, id_):
    """Return a question by its id."""
    return next(each for node in _branches(master["data"]) for each in node["soals"] if each["id"] == id_)


def drop(master, id_):
    """Take a question out of the list."""
    for node in _branches(master["data"]):
        node["soals"] = [each for each in node["soals"] if each["id"] != id_]


def write_shorter(file, year=2027):
    """Write a list of another year that asks one question less; return the file."""
    master = master_list(year)
    drop(master, 5)
    file.write_bytes(encoded(master))
    return file


def new_soal(master, id_, like, **changes):
    """Return a question of a new id, like a known one."""
    return {**copy.deepcopy(soal(master, like)), "id": id_, **changes}


def _branches(nodes):
    for node in nodes:
        yield node
        yield from _branches(node["children"])


def _node(node):
    children = [child for child in node["children"] if child["kind"] != "question"]
    return {
        "id": node["portalrb_node_id"], "nama": f"{node['label'].strip('.')}. {node['title']}",
        "level": _LEVELS[node["kind"]], "bobot_maksimal": _number(node["weight"]),
        "children": [_node(child) for child in children],
        "soals": [each for child in node["children"] if child["kind"] == "question" for each in _soals(child)],
    }  # fmt: skip


def _soals(question):
    answer = question["answer"]
    if answer["type"] == "ratio":
        for count in answer["inputs"]:
            if count["portalrb_id"] is not None:
                yield _soal(count, count["title"], question["text"], "jumlah", [], "0")
        return
    kind = "0-4" if answer["type"] == "index" else _KINDS[answer["scale"]]
    options = [
        {"key": each["key"], "multiplier": _number(each["score"]),
         "label": each["key"] if kind == "YA_TIDAK" else each["criterion"]}
        for each in answer.get("options", ())
    ]  # fmt: skip
    explanation = answer["options"][0]["criterion"] if kind == "YA_TIDAK" else "Penjelasan."
    yield _soal(question, question["text"], explanation, kind, options, question.get("weight", "0"))


def _soal(fields, text, explanation, kind, options, weight):
    return {
        "id": fields["portalrb_id"], "teks_pertanyaan": text, "kriteria_nilai": explanation, "jenis_jawaban": kind,
        "bobot_maksimal": _number(weight), "skema_penilaian": options,
        "excel_baris": fields["cells"]["portalrb"]["row"],
    }  # fmt: skip


def _number(text):
    return float(text) if "." in text else int(text)
