"""Reads an edition of the worksheet from its JSON and refuses one whose figures could not be trusted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from zi_desktop.domain.errors import InstrumentError
from zi_desktop.domain.figures import weight as plain
from zi_desktop.domain.instrument import Detail, Instrument, Node, Question, Ratio
from zi_desktop.domain.instrument_digests import item_digest, structure_digest, wording_digest
from zi_desktop.domain.instrument_items import read_item
from zi_desktop.domain.instrument_parts import ROOT, Part, read_document
from zi_desktop.domain.instrument_rules import read_preconditions, read_predicates, read_rules

TOTAL_WEIGHT = 100
"""Points of the whole worksheet (PermenPANRB 90/2021, Lampiran III)."""

_KINDS = ("section", "component", "area", "subcomponent")


def load_instrument(data: bytes) -> Instrument:
    """Return the edition that the JSON describes, complete and checked.

    Raises:
        InstrumentError: weights that do not add up, repeated codes, unknown formulas, kinds or words, rules that name
            what is not there, or numbers written as floats; the sentence names the node.
    """
    document = read_document(data)
    sections = tuple(_node(part, ()) for part in document.parts("nodes"))
    tree = _by_code(sections)
    if (total := sum((section.weight for section in sections), Fraction(0))) != TOTAL_WEIGHT:
        raise InstrumentError(ROOT, f"memuat bagian berbobot {plain(total)}, seharusnya {TOTAL_WEIGHT}")
    vocabulary = document.part("vocabulary")
    who, where = _words(vocabulary, "who"), _words(vocabulary, "where")
    _check_words(tree, who, where)
    predicates = read_predicates(document, tree)
    preconditions = read_preconditions(document, predicates)
    rules = read_rules(document, tree, preconditions)
    instrument = Instrument(
        id=document.text("id"),
        edition=document.text("edition"),
        title=document.text("title"),
        legal_basis=document.texts("legal_basis"),
        sections=sections,
        predicates=predicates,
        preconditions=preconditions,
        rules=rules,
        who=who,
        where=where,
        gap_rule=document.text("gap_rule"),
        structure_digest=structure_digest(sections, predicates, rules, preconditions),
        wording_digest="",
    )
    return replace(instrument, wording_digest=wording_digest(instrument))


def _node(part: Part, parents: tuple[str, ...]) -> Node:
    code = part.text("code")
    kind = part.word("kind", _KINDS)
    weight = part.decimal("weight")
    if weight <= 0:
        raise part.refuse("berbobot nol atau negatif")
    aggregation = part.word("aggregation", ("sum", "mean"))
    children = part.parts("children")
    if not children:
        raise part.refuse("tidak memuat anak")
    return Node(
        code=code,
        label=part.text("label"),
        kind=kind,
        title=part.text("title"),
        weight=weight,
        aggregation=aggregation,
        note=part.text("note", ""),
        row=part.row("lampiran3"),
        children=(_averaged if aggregation == "mean" else _summed)(part, children, weight, (*parents, code)),
    )


def _averaged(part: Part, children: list[Part], weight: Fraction, parents: tuple[str, ...]) -> tuple[Question, ...]:
    for child in children:
        if child.text("kind") != "question" or "weight" in child:
            raise part.refuse(f"merata-ratakan {child.code}, yang bukan butir atau berbobot sendiri")
    return tuple(_question(child, weight / len(children), parents) for child in children)


def _summed(
    part: Part, children: list[Part], weight: Fraction, parents: tuple[str, ...]
) -> tuple[Node | Question, ...]:
    read: list[Node | Question] = []
    for child in children:
        if child.text("kind") != "question":
            read.append(_node(child, parents))
        elif (share := child.decimal("weight")) > 0:
            read.append(_question(child, share, parents))
        else:
            raise child.refuse("berbobot nol atau negatif")
    total = sum((child.weight if isinstance(child, Node) else child.share for child in read), Fraction(0))
    if total != weight:
        raise part.refuse(f"berbobot {plain(weight)}, sedangkan anaknya berjumlah {plain(total)}")
    return tuple(read)


def _question(part: Part, share: Fraction, parents: tuple[str, ...]) -> Question:
    code = part.text("code")
    answer = read_item(part)
    return Question(
        code=code,
        label=part.text("label"),
        text=part.text("text"),
        answer=answer,
        share=share,
        parents=parents,
        guidance=part.text("guidance", ""),
        note=part.text("note", ""),
        ask=part.text("ask", ""),
        who=part.texts("who"),
        where=part.texts("where"),
        evidence=part.texts("evidence"),
        legal_basis=part.texts("legal_basis"),
        details=tuple(Detail(key=detail.text("key"), title=detail.text("title")) for detail in part.parts("details")),
        row=part.row("lampiran3"),
        portalrb_row=part.row("portalrb"),
        portalrb_id=part.number("portalrb_id"),
        digest=item_digest(code, answer),
    )


def _by_code(sections: tuple[Node, ...]) -> dict[str, Node | Question]:
    tree: dict[str, Node | Question] = {}
    taken: set[str] = set()
    for item in _walk(sections):
        codes = [item.code]
        if isinstance(item, Question) and isinstance(item.answer, Ratio):
            codes += [count.code for count in item.answer.inputs]
        for code in codes:
            if code in taken:
                raise InstrumentError(code, "memakai kode yang sudah dipakai simpul lain")
            taken.add(code)
        tree[item.code] = item
    return tree


def _walk(items: tuple[Node | Question, ...]) -> Iterator[Node | Question]:
    for item in items:
        yield item
        if isinstance(item, Node):
            yield from _walk(item.children)


def _words(vocabulary: Part, key: str) -> Mapping[str, str]:
    return MappingProxyType({part.text("key"): part.text("title") for part in vocabulary.parts(key)})


def _check_words(tree: Mapping[str, Node | Question], who: Mapping[str, str], where: Mapping[str, str]) -> None:
    for item in tree.values():
        if isinstance(item, Question):
            unknown = [word for word in item.who if word not in who] + [
                word for word in item.where if word not in where
            ]
            if unknown:
                raise InstrumentError(item.code, f"memuat kata who atau where yang tidak dikenal: {unknown[0]}")
