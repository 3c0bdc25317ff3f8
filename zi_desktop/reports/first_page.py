"""The content of the first page: identity, figures by component, three separate conclusions, signature boxes."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from zi_desktop.domain.figures import parse_decimal, points, weight
from zi_desktop.domain.instrument import Node, Question
from zi_desktop.reports.card import Card
from zi_desktop.reports.content import Column, Facts, FirstPage, Grid, Row, Signer, Tone
from zi_desktop.reports.wording import ACTIVITIES, ASSESSORS, DECISIONS, ROLES, day, days, nip, short_basis, words_used

MOST_NAMED = 3
"""Unmet requirements that a conclusion names before it only counts them."""


def first_page(record: Mapping[str, Any], card: Card, *, draft: bool) -> FirstPage:
    """Return the first page of a record."""
    issued = record["issued"]
    logo = record["agency"]["logo"]
    pending = "(belum ditandatangani)" if draft else ""
    return FirstPage(
        letterhead=tuple(record["agency"]["letterhead"]),
        logo=base64.b64decode(logo, validate=True) if logo else None,
        title=title(record["evaluation"], record["satker"]),
        number=f"Nomor: {issued['number']}" if issued["number"] else "",
        identity=Facts(tuple(_identity(record))),
        summary=_summary(record, card),
        conclusions=Facts(tuple(_conclusions(record, card)), weighty=True),
        place_and_date=", ".join(part for part in (issued["place"], day(issued["date"])) if part),
        signers=tuple(
            Signer(ROLES[each["role"]], each["name"], nip(each["nip"]), pending) for each in record["signers"]
        ),
    )


def title(evaluation: Mapping[str, Any], satker: Mapping[str, Any]) -> str:
    """Return the title of the paper: what was done, and on the way to which predicate."""
    activity = ACTIVITIES[evaluation["activity"]]
    if evaluation["activity"] == "pemantauan":
        held = (satker["predicate"] or {}).get("code", evaluation["target"])
        return f"Kertas kerja {activity} Zona Integritas berpredikat {held}"
    return f"Kertas kerja {activity} Zona Integritas menuju {evaluation['target']}"


def _identity(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    satker, agency, letter, visit = record["satker"], record["agency"], record["letter"], record["visit"]
    code = f" (kode {satker['code']})" if satker["code"] else ""
    yield agency["word"].capitalize(), f"{satker['name']}{code}"
    parents = [satker[key] for key in ("kanwil", "eselon1", "agency") if satker[key]]
    if parents:
        yield "Unit induk", " · ".join(parents)
    if satker["predicate"]:
        yield "Predikat", f"{satker['predicate']['code']} sejak {satker['predicate']['year']}"
    when = days(visit["from"], visit["to"])
    yield "Penilai", ", ".join(part for part in (ASSESSORS[record["column"]], when, visit["place"]) if part)
    if letter["number"]:
        yield "Surat tugas", ", tanggal ".join(part for part in (letter["number"], day(letter["date"])) if part)
    yield "Dasar", "; ".join(short_basis(basis) for basis in record["instrument"]["legal_basis"])
    yield "Kata-kata butir", words_used(record["instrument"])


def _summary(record: Mapping[str, Any], card: Card) -> Grid:
    columns = (
        Column("Komponen", 46),
        Column("Bobot", 13, figures=True),
        Column("Nilai", 13, figures=True),
        Column("Capaian", 13, figures=True),
        Column(f"Batas {card.target}", 15, figures=True),
    )
    return Grid(columns, tuple(_summary_rows(record, card)))


def _summary_rows(record: Mapping[str, Any], card: Card) -> Iterator[Row]:
    for section in card.instrument.sections:
        yield _row(card, f"{section.code}. {card.text(section.code)}", (section.code,), Tone.GROUP)
        areas = [(number, nodes) for number, nodes in card.instrument.areas.items() if _within(nodes, section)]
        for number, nodes in areas:
            yield _row(card, f"{number}. {card.text(nodes[0].code)}", tuple(node.code for node in nodes), level=1)
        if not areas:
            yield from _component_rows(record, card, section)
    yield _row(card, "NILAI TOTAL", (), Tone.TOTAL)


def _component_rows(record: Mapping[str, Any], card: Card, section: Node) -> Iterator[Row]:
    """Yield the components of a section without areas; the items below one stand apart where it has several."""
    for number, component in enumerate((child for child in section.children if isinstance(child, Node)), start=1):
        questions = list(component.questions())
        shown = _index(record, questions[0]) if len(questions) == 1 else ""
        yield _row(card, f"{number}. {card.text(component.code)}{shown}", (component.code,), level=1)
        for letter, question in zip("abcdefghij", questions if len(questions) > 1 else (), strict=False):
            required = card.requirement((question.code,))
            name = card.title(required) if required else card.text(question.code)
            yield _row(card, f"{letter}. {name}{_index(record, question)}", (question.code,), level=2)


def _index(record: Mapping[str, Any], question: Question) -> str:
    answer = record["answers"].get(question.code, {})
    return f" ({weight(parse_decimal(answer['index']))})" if "index" in answer else ""


def _row(card: Card, name: str, codes: tuple[str, ...], tone: Tone = Tone.PLAIN, *, level: int = 0) -> Row:
    return Row((name, *card.figures(codes), card.limit(card.requirement(codes))), tone, level)


def _within(nodes: tuple[Node, ...], section: Node) -> bool:
    return nodes[0].code.startswith(f"{section.code}.")


def _conclusions(record: Mapping[str, Any], card: Card) -> Iterator[tuple[str, str]]:
    yield "Ambang nilai", _threshold(card) + _provisional(card)
    yield "Syarat pengusulan", _preconditions(record["preconditions"])
    yield "Keputusan panel", _panel(record["panel"], card.target)


def _threshold(card: Card) -> str:
    verdicts = card.verdicts(card.target)
    missing = [verdict.title for verdict in verdicts if not verdict.met]
    count = f"{len(verdicts) - len(missing)} dari {len(verdicts)} syarat {card.target}"
    return f"belum terpenuhi, {count}; belum: {_named(missing)}" if missing else f"terpenuhi, {count}"


def _provisional(card: Card) -> str:
    score = card.score
    open_items = f"{len(score['unanswered'])} butir belum terisi dihitung 0" if score["unanswered"] else ""
    disputed = f"{len(card.disputed)} butir masih beda penilaian" if card.disputed else ""
    why = " dan ".join(part for part in (open_items, disputed) if part)
    if not score["provisional"] and not why:
        return ""
    if score["interval"]:
        low, high = (points(parse_decimal(bound)) for bound in score["interval"])
        why = f"{why}, nilai total antara {low} dan {high}"
    return f" (sementara: {why})" if why else " (sementara)"


def _preconditions(conditions: list[Mapping[str, Any]]) -> str:
    met = sum(each["met"] is True for each in conditions)
    if met == len(conditions):
        return f"terpenuhi, {met} dari {len(conditions)}"
    failed = [each["title"] for each in conditions if each["met"] is False]
    unchecked = sum(each["met"] is None for each in conditions)
    parts = [f"terpenuhi {met} dari {len(conditions)}"]
    if failed:
        parts.append(f"tidak terpenuhi: {_named(failed)}")
    if unchecked:
        parts.append(f"{unchecked} belum diperiksa")
    return "; ".join(parts)


def _panel(panel: Mapping[str, Any] | None, target: str) -> str:
    if panel is None:
        return "belum ada; TPI tidak menetapkan predikat"
    decision = DECISIONS[panel["decision"]]
    towards = f" menuju {target}" if panel["decision"] == "diusulkan" else ""
    return f"{decision}{towards}; {panel['reason']}" if panel["reason"] else f"{decision}{towards}"


def _named(names: list[str]) -> str:
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[:MOST_NAMED])}, dan {len(names) - MOST_NAMED} lainnya"
    return ", ".join(names)
