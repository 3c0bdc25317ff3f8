"""The item pages: every question of the worksheet with its answer, score, counts and official notes."""

from collections.abc import Iterator, Mapping
from typing import Any

from zi_desktop.domain.answers import Chosen, Counted, Measured, answer_from_json, input_value, total
from zi_desktop.domain.figures import index, parse_decimal, points
from zi_desktop.domain.instrument import Node, Question, Ratio
from zi_desktop.reports.card import Card
from zi_desktop.reports.content import Block, Column, Grid, Heading, Row, Text, Tone
from zi_desktop.reports.wording import EMPTY, NOTES, words_used

COLUMNS = (
    Column("Kode", 13),
    Column("Baris", 6.5, figures=True),
    Column("Butir", 54),
    Column("Jawaban", 13.5),
    Column("Skor", 13, figures=True),
)
REMARK_FROM = 2


def item_blocks(record: Mapping[str, Any], card: Card) -> tuple[Block, ...]:
    """Return a heading and a grid for each area, and for each section that has none."""
    blocks: list[Block] = [
        Text(
            "Baris menunjuk lembar LKE ZI (Lampiran III). Skor butir 0 sampai 1; baris tebal memuat nilai dari bobotnya, "
            "yaitu rata-rata skor butir dikalikan bobot. Nilai dihitung tanpa pembulatan; angka tercetak dibulatkan."
        ),
        Text(f"Kata-kata butir: {words_used(record['instrument'])}."),
    ]
    for heading, nodes in _groups(card):
        blocks += [Heading(heading), Grid(COLUMNS, tuple(_rows(record, card, nodes)), REMARK_FROM)]
    return tuple(blocks)


def answer_text(question: Question, value: Mapping[str, Any] | None) -> str:
    """Return an answer of the record as printed in one short line; counts as numerator and denominator."""
    if value is None:
        return "belum terisi"
    answer = answer_from_json(question, value)
    match answer, question.answer:
        case Chosen(key), _:
            return key
        case Measured(value=measured), _:
            return index(measured)
        case Counted(not_applicable=True), _:
            return "tidak berlaku"
        case Counted(counts=counts), Ratio() as ratio:
            upper, lower = total(counts, ratio.numerator), total(counts, ratio.denominator)
            return f"{lower} → {upper}" if ratio.formula == "capped_decrease" else f"{upper} dari {lower}"
    raise AssertionError(question.code)


def _groups(card: Card) -> Iterator[tuple[str, tuple[Node, ...]]]:
    for section in card.instrument.sections:
        areas = [(number, nodes) for number, nodes in card.instrument.areas.items() if _in(nodes[0], section)]
        for number, nodes in areas:
            yield _heading(card, f"Area {number}", nodes), nodes
        if not areas:
            yield _heading(card, f"{section.code}.", (section,)), (section,)


def _heading(card: Card, label: str, nodes: tuple[Node, ...]) -> str:
    whole, value, share = card.figures(tuple(node.code for node in nodes))
    return f"{label} {card.text(nodes[0].code)}: nilai {value} dari {whole} ({share})"


def _in(node: Node, section: Node) -> bool:
    return node.code.startswith(f"{section.code}.")


def _rows(record: Mapping[str, Any], card: Card, nodes: tuple[Node, ...]) -> Iterator[Row]:
    for node in nodes:
        if node.kind == "area":
            yield _branch(card, node, card.text(node.code.rpartition(".")[0]), Tone.TOTAL)
        yield from _below(record, card, node)


def _below(record: Mapping[str, Any], card: Card, node: Node) -> Iterator[Row]:
    for child in node.children:
        if isinstance(child, Node):
            yield _branch(card, child, card.text(child.code), Tone.GROUP)
            yield from _below(record, card, child)
        else:
            yield from _item(record, card, child)


def _branch(card: Card, node: Node, name: str, tone: Tone) -> Row:
    whole, value, _ = card.figures((node.code,))
    return Row((node.code, "", name, "", f"{value} dari {whole}"), tone)


def _item(record: Mapping[str, Any], card: Card, question: Question) -> Iterator[Row]:
    code = question.code
    value = record["answers"].get(code)
    score = card.score["question_scores"].get(code)
    printed = points(parse_decimal(score)) if score is not None else EMPTY
    said = "beda penilaian" if code in card.disputed else answer_text(question, value)
    row = record["rows"].get(code)
    yield Row((code, EMPTY if row is None else str(row), card.text(code), said, printed))
    if isinstance(question.answer, Ratio) and value is not None:
        yield Row((_counts(card, question.answer, value["counts"]),), Tone.REMARK)
    for note in record["notes"].get(code, ()):
        by = f" ({note['author']})" if note["author"] else ""
        yield Row((f"{NOTES[record['column']]}{by}: {note['text']}",), Tone.REMARK)


def _counts(card: Card, ratio: Ratio, counts: Mapping[str, int]) -> str:
    """Name every count; titles are wording, so they come from the record and fall back on the structure's key."""
    return "; ".join(
        f"{card.texts.get(item.code, item.key.replace('_', ' '))}: {input_value(ratio, counts, item.key)}"
        for item in ratio.inputs
    )
