"""Another year's edition, made of a known one and the portal's master list; what the list does not tell stays as it was."""

import copy
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from zi_desktop.domain.figures import parse_decimal
from zi_desktop.domain.instrument_master import Master, MasterError, MasterNode, MasterQuestion
from zi_desktop.domain.instrument_wording import ItemWording, shared_criterion

_SCALES: Final[Mapping[tuple[str, ...], str]] = {
    ("Ya", "Tidak"): "yes_no", tuple("ABC"): "abc", tuple("ABCD"): "abcd", tuple("ABCDE"): "abcde",
}  # fmt: skip
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"

Fields = dict[str, Any]
"""An object of an edition's JSON."""


@dataclass(frozen=True, slots=True)
class Derived:
    """An edition's JSON, the official wording by code, and in sentences what was not told or not taken over."""

    document: bytes
    wording: Mapping[str, ItemWording]
    notes: tuple[str, ...]


def derive(base: bytes, master: Master) -> Derived:
    """Return the edition that a master list describes, in terms of a known edition.

    Branches and soal are recognised by their ids, in the same place: then they keep their code, for an answer follows
    the code. Whatever is new, or stands elsewhere, gets a code that no edition had. A ratio is recognised by the ids of
    its counts; its formula is never read from a text.

    Raises:
        MasterError: hardly a soal of it is known, a count whose formula is not known, a soal that stands twice.
    """
    made = _Derivation(json.loads(base), master)
    document = made.document()
    data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Derived(data, made.wording, tuple(made.notes))


@dataclass(frozen=True, slots=True)
class _Place:
    """A branch, item or count of the known edition, with the code of the branch in which it stands."""

    fields: Fields
    parent: str


class _Derivation:
    def __init__(self, base: Fields, master: Master) -> None:
        self._base = base
        self._master = master
        self._nodes: dict[int, _Place] = {}
        self._items: dict[int, _Place] = {}
        self._counted: dict[int, _Place] = {}
        self._codes: set[str] = set()
        self._same: set[str] = set()
        self.wording: dict[str, ItemWording] = {}
        self.notes: list[str] = []
        for node in base["nodes"]:
            self._index(node, "")
        self._check()

    def document(self) -> Fields:
        nodes = [self._node(node, "") for node in self._master.nodes]
        rules = [rule for rule in self._base["consistency_rules"] if self._same.issuperset(_named(rule))]
        if lost := [rule["id"] for rule in self._base["consistency_rules"] if rule not in rules]:
            self.notes.append(
                f"Aturan konsistensi yang tidak dipakai lagi karena butirnya berubah: {', '.join(sorted(lost))}."
            )
        self.notes.append(
            f"Ambang nilai, syarat pengusulan, rumus persentase, dan aturan nol diambil dari edisi {self._base['edition']}; "
            "daftar soal tidak memuatnya."
        )
        return {**self._base, "edition": str(self._master.year), "nodes": nodes, "consistency_rules": rules}

    def _index(self, node: Fields, parent: str) -> None:
        self._codes.add(node["code"])
        if node["kind"] != "question":
            self._nodes[node["portalrb_node_id"]] = _Place(node, parent)
            for child in node["children"]:
                self._index(child, node["code"])
        elif node["answer"]["type"] == "ratio":
            for count in node["answer"]["inputs"]:
                self._codes.add(count["code"])
                if count["portalrb_id"] is not None:
                    self._counted[count["portalrb_id"]] = _Place(node, parent)
        else:
            self._items[node["portalrb_id"]] = _Place(node, parent)

    def _check(self) -> None:
        ids = [question.id for question in self._master.questions()]
        nodes = [node.id for root in self._master.nodes for node in root.walk()]
        for what, found in (("soal", ids), ("bagian", nodes)):
            if double := [id_ for id_, times in Counter(found).items() if times > 1]:
                raise MasterError(f"{what} nomor {double[0]} tertulis dua kali")
        known = sum(id_ in self._items or id_ in self._counted for id_ in ids)
        if 2 * known < len(ids) or not ids:
            raise MasterError(
                f"hanya {known} dari {len(ids)} nomor soalnya dikenal, sehingga tidak dapat dibandingkan dengan edisi mana pun"
            )

    def _node(self, node: MasterNode, parent: str) -> Fields:
        known = self._nodes.get(node.id)
        if known and known.parent == parent:
            made = {key: value for key, value in known.fields.items() if key != "children"}
        else:
            made = {
                "code": self._fresh(parent, node.label), "label": node.label, "kind": node.level, "title": node.title,
                "cells": {}, "portalrb_node_id": node.id,
            }  # fmt: skip
        code = made["code"]
        summed = _is_sum(node, known.fields["aggregation"] if known else "mean")
        self.wording[code] = ItemWording(node.title, "", {})
        children = [self._node(child, code) for child in node.children]
        children += self._questions(node, code, weighted=summed)
        return {**made, "weight": node.weight, "aggregation": "sum" if summed else "mean", "children": children}

    def _questions(self, node: MasterNode, code: str, *, weighted: bool) -> Iterator[Fields]:
        ratios: dict[str, Fields] = {}
        for place, question in enumerate(node.questions):
            if question.kind == "count":
                found = self._counted.get(question.id)
                if found is None or found.parent != code:
                    raise MasterError(
                        f"soal {question.id} meminta jumlah yang rumusnya belum dikenal, dan rumus tidak ditebak"
                    )
                if found.fields["code"] not in ratios:
                    ratios[found.fields["code"]] = found.fields
                    yield self._ratio(found.fields, node)
            else:
                made = self._item(question, code, place)
                yield {**made, "weight": question.weight} if weighted else made

    def _ratio(self, fields: Fields, node: MasterNode) -> Fields:
        given = {question.id: question for question in node.questions}
        made = copy.deepcopy(fields)
        for count in made["answer"]["inputs"]:
            if count["portalrb_id"] is None:
                continue
            question = given.get(count["portalrb_id"])
            if question is None or question.kind != "count":
                raise MasterError(f"{made['code']} kehilangan soal {count['portalrb_id']}, dan rumus tidak ditebak")
            self.wording[count["code"]] = ItemWording(question.text, "", {})
            _put_row(count, question.row)
        first = next(count for count in fields["answer"]["inputs"] if count["portalrb_id"] is not None)
        explanation = given[first["portalrb_id"]].explanation
        self.wording[made["code"]] = ItemWording("", explanation, {})
        self._same.add(made["code"])
        return made

    def _item(self, question: MasterQuestion, parent: str, place: int) -> Fields:
        known = self._items.get(question.id)
        if known and known.parent == parent:
            made = copy.deepcopy({key: value for key, value in known.fields.items() if key != "weight"})
        else:
            made = {
                "code": self._fresh(parent, _LETTERS[place % len(_LETTERS)]), "label": f"{_LETTERS[place % len(_LETTERS)]}.",
                "kind": "question", "text": question.text, "answer": {}, "cells": {}, "portalrb_id": question.id,
            }  # fmt: skip
        before, made["answer"] = made["answer"], _answer(question, made["answer"])
        if _judged(before) == _judged(made["answer"]):
            self._same.add(made["code"])
        criteria = {option.key: option.criterion for option in question.options if option.criterion != option.key}
        self.wording[made["code"]] = ItemWording(question.text, question.explanation, criteria)
        _put_row(made, question.row)
        return made

    def _fresh(self, parent: str, label: str) -> str:
        """Return a code that no edition had: an answer given elsewhere must never count here."""
        stem = ".".join(part for part in (parent, label.strip(".") or "x") if part)
        code, number = f"{stem}-{self._master.year}", 1
        while code in self._codes:
            number += 1
            code = f"{stem}-{self._master.year}-{number}"
        self._codes.add(code)
        return code


def _is_sum(node: MasterNode, before: str) -> bool:
    """Tell whether a branch adds up what stands in it; equal weights that add up to its own are an average too."""
    weights = [parse_decimal(question.weight) for question in node.questions]
    if node.children or not any(weights):
        return bool(node.children)
    return before == "sum" or len(set(weights)) > 1 or sum(weights) != parse_decimal(node.weight)


def _answer(question: MasterQuestion, before: Fields) -> Fields:
    if question.kind == "index":
        return {"type": "index", "minimum": question.bounds[0], "maximum": question.bounds[1]}
    keys = tuple(option.key for option in question.options)
    ours = {option["key"]: option["criterion"] for option in before.get("options", ())}
    own = ours if ours.keys() == set(keys) else _criteria(question)
    options = [{"key": option.key, "score": option.score, "criterion": own[option.key]} for option in question.options]
    return {"type": "choice", "scale": _SCALES.get(keys, "other"), "options": options}


def _criteria(question: MasterQuestion) -> dict[str, str]:
    """Return official criteria by key; a yes/no item has one for the whole item, stated for its first option."""
    stated = {option.key: option.criterion for option in question.options}
    if all(key == text for key, text in stated.items()):
        whole = shared_criterion(question.explanation)
        return {key: whole if place == 0 else "" for place, key in enumerate(stated)}
    return stated


def _judged(answer: Fields) -> Any:
    """Return what an answer depends on: the options' keys, or the kind."""
    return [option["key"] for option in answer["options"]] if "options" in answer else answer.get("type")


def _put_row(fields: Fields, row: int) -> None:
    """Note the row of the portal's worksheet; that of Lampiran III is known only where nothing has moved."""
    cells = fields["cells"]
    moved = cells.get("portalrb") != {"row": row}
    fields["cells"] = {"portalrb": {"row": row}} if moved else cells


def _named(rule: Fields) -> Iterator[str]:
    """Yield the items that a consistency rule names."""
    for clause in (*rule["when"], *rule["expect"]):
        if "code" in clause:
            yield clause["code"]
        for key in ("equals_input", "at_most_input"):
            if key in clause:
                yield clause[key][0]
