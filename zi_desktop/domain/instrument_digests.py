"""Digests of an edition: what a score depends on, apart from what a person reads."""

from collections.abc import Iterator, Sequence

from zi_desktop.domain.canonical import Json, digest
from zi_desktop.domain.instrument import (
    Choice,
    Clause,
    ConsistencyRule,
    Index,
    Instrument,
    Node,
    Precondition,
    Predicate,
    Question,
    Ratio,
)


def item_digest(code: str, answer: Choice | Ratio | Index) -> str:
    """Return the SHA-256 of what an answer to this item judges; wording and weight are not in it."""
    return digest([code, _item(answer)])


def structure_digest(
    sections: Sequence[Node],
    predicates: Sequence[Predicate],
    rules: Sequence[ConsistencyRule],
    preconditions: Sequence[Precondition],
) -> str:
    """Return the SHA-256 of what a score and its verdicts depend on.

    In it are codes, kinds, weights, aggregation, items, thresholds, and consistency rules without their messages.
    """
    return digest(
        {
            "tree": [line for section in sections for line in _structure(section)],
            "predicates": [
                [item.code, [[r.id, list(r.nodes), str(r.minimum), r.unit] for r in item.requirements]]
                for item in predicates
            ],
            "preconditions": [[item.id, item.level] for item in preconditions],
            "rules": [
                [rule.id, [_clause(c) for c in rule.when], [_clause(c) for c in rule.expect], rule.severity]
                for rule in rules
            ],
        }
    )


def wording_digest(instrument: Instrument) -> str:
    """Return the SHA-256 of every text of the edition that a person reads."""
    return digest(
        {
            "edition": [instrument.title, list(instrument.legal_basis), instrument.gap_rule],
            "tree": [line for section in instrument.sections for line in _wording(section)],
            "predicates": [
                [item.code, item.title, [[r.id, r.title] for r in item.requirements]] for item in instrument.predicates
            ],
            "preconditions": [[item.id, item.title, dict(item.minimum)] for item in instrument.preconditions],
            "rules": [[rule.id, rule.message] for rule in instrument.rules],
            "vocabulary": [dict(instrument.who), dict(instrument.where)],
        }
    )


def _item(answer: Choice | Ratio | Index) -> Json:
    # Fractions are spelled n/d: exact, and "0.50" means the same as "0.5".
    if isinstance(answer, Choice):
        return {"type": "choice", "options": [[option.key, str(option.score)] for option in answer.options]}
    if isinstance(answer, Index):
        return {"type": "index", "range": [str(answer.minimum), str(answer.maximum)]}
    return {
        "type": "ratio",
        "formula": answer.formula,
        "inputs": [[item.key, list(item.computed)] for item in answer.inputs],
        "numerator": list(answer.numerator),
        "denominator": list(answer.denominator),
        "zero": ["full_with_note" if answer.not_applicable else "zero", str(answer.both_zero)],
    }


def _structure(node: Node) -> Iterator[Json]:
    """Yield one flat line a node, parents first: a nested tree would be deeper than canonical JSON allows."""
    yield [node.code, node.kind, str(node.weight), node.aggregation, [child.code for child in node.children]]
    for child in node.children:
        if isinstance(child, Node):
            yield from _structure(child)
        else:
            may_exceed = isinstance(child.answer, Ratio) and child.answer.numerator_may_exceed
            yield [child.code, str(child.share), child.digest, may_exceed]


def _clause(clause: Clause) -> Json:
    subject = [clause.code, list(clause.inputs), clause.precondition]
    return [*subject, clause.test, list(clause.keys), str(clause.bound), list(clause.other), clause.met]


def _wording(node: Node) -> Iterator[Json]:
    yield [node.code, node.label, node.title, node.note]
    for child in node.children:
        if isinstance(child, Node):
            yield from _wording(child)
        else:
            yield _question_wording(child)


def _question_wording(question: Question) -> Json:
    lists = (question.who, question.where, question.evidence, question.legal_basis)
    return [
        *(question.code, question.label, question.text, question.guidance, question.note, question.ask),
        *(list(texts) for texts in lists),
        [[detail.key, detail.title] for detail in question.details],
        _item_wording(question.answer),
    ]


def _item_wording(answer: Choice | Ratio | Index) -> Json:
    if isinstance(answer, Choice):
        return [[option.key, option.criterion] for option in answer.options]
    if isinstance(answer, Ratio):
        return [[item.key, item.title, item.note] for item in answer.inputs]
    return []
