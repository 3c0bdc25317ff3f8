"""Thresholds, preconditions and consistency rules of an edition, checked against its tree."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from zi_desktop.domain.instrument import (
    Choice,
    Clause,
    ConsistencyRule,
    Node,
    Precondition,
    Predicate,
    Question,
    Ratio,
    Requirement,
)
from zi_desktop.domain.instrument_items import repeated
from zi_desktop.domain.instrument_parts import Part

_SCORE_TESTS = ("below", "equals")
_INPUT_TESTS = ("equals_input", "at_most_input")
_TESTS = ("in", *_SCORE_TESTS, *_INPUT_TESTS, "met")
_SUBJECTS = ("code", "inputs", "precondition")

Tree = Mapping[str, Node | Question]
"""Branches and questions by code."""


def read_predicates(document: Part, tree: Tree) -> tuple[Predicate, ...]:
    """Return WBK and WBBM with their minimum requirements.

    Raises:
        InstrumentError: a requirement names an unknown node or unit, or an id repeats.
    """
    predicates = tuple(
        Predicate(code=part.text("code"), title=part.text("title"), requirements=_requirements(part, tree))
        for part in document.parts("predicates")
    )
    _refuse_repeated(document, [predicate.code for predicate in predicates])
    return predicates


def read_preconditions(document: Part, predicates: tuple[Predicate, ...]) -> tuple[Precondition, ...]:
    """Return the conditions outside the score; their words stand under the predicate's code in small letters."""
    preconditions = tuple(
        Precondition(
            id=part.text("id"),
            title=part.text("title"),
            level=part.word("level", ("instansi", "unit")),
            minimum=MappingProxyType({item.code: part.text(item.code.lower()) for item in predicates}),
        )
        for part in document.parts("preconditions")
    )
    _refuse_repeated(document, [item.id for item in preconditions])
    return preconditions


def read_rules(document: Part, tree: Tree, preconditions: tuple[Precondition, ...]) -> tuple[ConsistencyRule, ...]:
    """Return the consistency rules.

    Raises:
        InstrumentError: a clause names an item, input, option or precondition that is not there, or an unknown test.
    """
    known = frozenset(item.id for item in preconditions)
    rules = tuple(_rule(part, tree, known) for part in document.parts("consistency_rules"))
    _refuse_repeated(document, [rule.id for rule in rules])
    return rules


def _refuse_repeated(document: Part, ids: list[str]) -> None:
    if double := repeated(ids):
        raise document.refuse(f"memuat {double} dua kali")


def _requirements(predicate: Part, tree: Tree) -> tuple[Requirement, ...]:
    requirements = tuple(_requirement(part, tree) for part in predicate.parts("requirements"))
    _refuse_repeated(predicate, [requirement.id for requirement in requirements])
    return requirements


def _requirement(part: Part, tree: Tree) -> Requirement:
    nodes = (part.text("node"),) if part.is_text("node") else part.texts("node")
    for code in nodes:
        if code not in tree:
            raise part.refuse(f"menunjuk simpul {code} yang tidak ada")
    return Requirement(
        id=part.text("id"),
        title=part.text("title"),
        nodes=nodes,
        minimum=part.decimal("minimum"),
        unit=part.word("unit", ("points", "fraction")),
    )


def _rule(part: Part, tree: Tree, preconditions: frozenset[str]) -> ConsistencyRule:
    rule = ConsistencyRule(
        id=part.text("id"),
        when=tuple(_clause(clause, tree, preconditions) for clause in part.parts("when")),
        expect=tuple(_clause(clause, tree, preconditions) for clause in part.parts("expect")),
        severity=part.word("severity", ("warning", "error")),
        message=part.text("message"),
    )
    if not rule.expect:
        raise part.refuse("tidak memuat klausa expect")
    return rule


def _clause(part: Part, tree: Tree, preconditions: frozenset[str]) -> Clause:
    tests = [key for key in part if key not in _SUBJECTS]
    if len(tests) != 1 or tests[0] not in _TESTS:
        raise part.refuse("memuat klausa tanpa tepat satu uji yang dikenal")
    test = tests[0]
    if test == "met":
        return _precondition_clause(part, preconditions)
    question = tree.get(part.text("code"))
    if not isinstance(question, Question):
        raise part.refuse("ditunjuk oleh aturan konsistensi, tetapi bukan butir")
    if "precondition" in part or ("inputs" in part) != (test in _INPUT_TESTS):
        raise part.refuse("memuat klausa yang subjeknya tidak cocok dengan ujinya")
    if test == "in":
        return _choice_clause(part, question)
    if test in _SCORE_TESTS:
        return Clause(code=question.code, test=test, bound=_share(part, test))
    return _input_clause(part, question, test, tree)


def _precondition_clause(part: Part, preconditions: frozenset[str]) -> Clause:
    precondition = part.text("precondition")
    if precondition not in preconditions or "code" in part or "inputs" in part:
        raise part.refuse(f"menunjuk prasyarat {precondition} yang tidak ada")
    return Clause(precondition=precondition, test="met", met=part.flag("met"))


def _choice_clause(part: Part, question: Question) -> Clause:
    keys = part.texts("in")
    answer = question.answer
    if not keys or not isinstance(answer, Choice) or not all(answer.option(key) for key in keys):
        raise part.refuse("ditunjuk oleh aturan konsistensi dengan pilihan yang tidak ada")
    return Clause(code=question.code, test="in", keys=keys)


def _share(part: Part, test: str) -> Fraction:
    bound = part.decimal(test)
    if not 0 <= bound <= 1:
        raise part.refuse(f"memuat {test} di luar 0 sampai 1")
    return bound


def _input_clause(part: Part, question: Question, test: str, tree: Tree) -> Clause:
    inputs = part.texts("inputs")
    other = part.texts(test)
    if not inputs or not all(_has_input(question, key) for key in inputs):
        raise part.refuse("ditunjuk oleh aturan konsistensi dengan isian yang tidak ada")
    match other:
        case (code, key) if _has_input(tree.get(code), key):
            return Clause(code=question.code, inputs=inputs, test=test, other=(code, key))
        case _:
            raise part.refuse("dibandingkan dengan isian yang tidak ada")


def _has_input(question: Node | Question | None, key: str) -> bool:
    if not isinstance(question, Question) or not isinstance(question.answer, Ratio):
        return False
    return any(item.key == key for item in question.answer.inputs)
