"""The record of a report: everything its PDF shows, as canonical JSON, so that the paper can be made again from it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from zi_desktop.domain.answers import answer_to_json
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.imports import sources
from zi_desktop.domain.instrument import Column, Instrument, Ratio
from zi_desktop.domain.plan import Member
from zi_desktop.domain.preconditions import places
from zi_desktop.domain.remarks import Remarks
from zi_desktop.domain.satker import Satker
from zi_desktop.scoring.card_json import score_card_json
from zi_desktop.services.editions import source_json
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.preflight import Preflight
from zi_desktop.services.remarks.listing import EarlierRemark
from zi_desktop.services.settings import Agency
from zi_desktop.storage.directory import Person

_ZONES: Final = {7: "WIB", 8: "WITA", 9: "WIT"}
MOST_EVIDENCE: Final = 2000
"""Files that a report lists; the paper says how many there are in all."""
_NOBODY: Final = Person("", "")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report needs beside its evaluation; ``demo`` marks a paper made of sample data."""

    satker: Satker
    agency: Agency
    people: Mapping[str, Person]
    earlier: Sequence[EarlierRemark]
    issued: dt.datetime
    demo: bool


def make_record(view: EvaluationView, found: Preflight, around: Surroundings, template: str) -> dict[str, Json]:
    """Return the record of an evaluation as it stands; internal notes are not in it."""
    state = view.state
    plan, identity, instrument = state.agreed_plan, state.identity, state.instrument
    return {
        "kind": "zi-report", "v": 1, "template": template, "demo": around.demo,
        "evaluation": {
            "id": view.id, "year": identity.year, "activity": identity.activity, "track": plan.track,
            "round": identity.round, "target": plan.target, "revision": state.next_revision,
        },
        "satker": _satker(around.satker),
        "agency": {
            "name": around.agency.name, "letterhead": list(around.agency.letterhead), "word": around.agency.word,
            "logo": around.agency.logo or None,
        },
        "visit": {"from": plan.first_day, "to": plan.last_day, "place": plan.place},
        "letter": {"number": plan.letter_number, "date": plan.letter_date},
        "team": [_member(member, around.people) | {"areas": list(member.areas)} for member in plan.team],
        "signers": [_member(member, around.people) for member in plan.signers],
        "issued": _issued(around.issued, plan.report_number, plan.place),
        "column": Column.TPI.value,
        "instrument": {
            "id": instrument.id, "edition": instrument.edition, "title": instrument.title,
            "legal_basis": list(instrument.legal_basis), "structure": instrument.structure_digest,
            "wording": instrument.wording_digest,
            "wording_source": source_json(instrument.wording_source) if instrument.wording_source else None,
        },
        "texts": _texts(instrument),
        "rows": {question.code: question.row for question in instrument.questions.values() if question.row},
        "answers": {code: answer_to_json(answer) for code, answer in state.answers(Column.TPI).items()},
        "notes": _notes(view, around.people),
        "details": _details(view),
        "score": score_card_json(view.card(), Column.TPI, list(state.disputed(Column.TPI))),
        "preconditions": _preconditions(view),
        "panel": state.panel,
        "findings": [
            {"id": f.rule.id, "severity": f.rule.severity, "message": f.rule.message} for f in view.findings()
        ],
        "accepted": _accepted(view, found, around.people),
        "worksheets": _worksheets(view),
        "remarks": _remarks(view), "earlier_remarks": [_earlier(each) for each in around.earlier],
        "evidence": _evidence(view), "evidence_in_all": _evidence_in_all(view),
        "streams": [list(tip) for tip in state.folded.tips],
        "head": state.folded.head,
    }  # fmt: skip


def _remarks(view: EvaluationView) -> list[Json]:
    return [
        {"item": remark.item, "origin": remark.origin, **remark.texts, "due": remark.due, "state": remark.state}
        for remark in Remarks(view.state.folded).printed(view.state.instrument)
    ]


def _earlier(each: EarlierRemark) -> Json:
    """Return what this evaluation found of a remark of an earlier one; "" as finding is not looked at yet."""
    return {
        "year": each.row.year, "item": each.row.item, "recommendation": each.row.recommendation,
        "finding": each.finding, "note": each.note,
    }  # fmt: skip


def _evidence_in_all(view: EvaluationView) -> int:
    found = Evidence(view.state.folded).by_place
    return sum(len(found.get(place, ())) for place in _evidence_places(view))


def _evidence_places(view: EvaluationView) -> Sequence[str]:
    return (*view.state.instrument.questions, *places(view.preconditions))


def _evidence(view: EvaluationView) -> list[Json]:
    """Return the files of items, then of preconditions, in their order; what nobody has assigned is not in a report."""
    found = Evidence(view.state.folded).by_place
    links = (link for place in _evidence_places(view) for link in found.get(place, ()))
    return [
        {
            "code": link.place, "sha256": link.file.sha256, "name": link.file.name, "size": link.file.size,
            "type": link.file.type, "state": link.judged.value,
        }
        for link in islice(links, MOST_EVIDENCE)
    ]  # fmt: skip


def _satker(satker: Satker) -> Json:
    held = satker.predicate
    return {
        "id": satker.id, "code": satker.code, "name": satker.name, "kind": satker.kind,
        "kanwil": satker.parent.kanwil, "eselon1": satker.parent.eselon1, "agency": satker.parent.agency,
        "predicate": {"code": held.code, "year": held.year} if held else None,
    }  # fmt: skip


def _member(member: Member, people: Mapping[str, Person]) -> dict[str, Json]:
    person = people.get(member.person, _NOBODY)
    return {
        "person": member.person, "name": person.name, "nip": person.nip, "position": person.position, "role": member.role,
    }  # fmt: skip


def _issued(at: dt.datetime, number: str, place: str) -> Json:
    offset = at.utcoffset() or dt.timedelta(0)
    zone = _ZONES.get(offset // dt.timedelta(hours=1)) if not offset % dt.timedelta(hours=1) else None
    words = zone or f"UTC{at.isoformat()[-6:]}"
    return {"number": number, "place": place, "date": at.date().isoformat(), "time": f"{at:%H.%M}", "zone": words}


def _texts(instrument: Instrument) -> dict[str, str]:
    texts = {node.code: node.title for node in instrument.nodes.values()}
    for question in instrument.questions.values():
        texts[question.code] = question.text
        if isinstance(question.answer, Ratio):
            texts |= {item.code: item.title for item in question.answer.inputs}
    return texts


def _notes(view: EvaluationView, people: Mapping[str, Person]) -> dict[str, Sequence[Json]]:
    notes = {code: view.state.notes(Column.TPI, code) for code in view.state.instrument.questions}
    return {
        code: [{"author": people.get(head.author, _NOBODY).name, "text": head.value["text"]} for head in heads]
        for code, heads in notes.items()
        if heads
    }


def _details(view: EvaluationView) -> dict[str, Json]:
    details = {
        code: view.state.details(Column.TPI, code) for code, q in view.state.instrument.questions.items() if q.details
    }
    return {code: dict(given) for code, given in details.items() if given}


def _worksheets(view: EvaluationView) -> list[Json]:
    """Return the worksheets from which answers of a column came that stand now."""
    folded, codes = view.state.folded, view.state.instrument.questions
    return [
        {
            "column": column.value, "name": source.imported.name, "sha256": source.imported.file,
            "sender": source.imported.sender, "channel": source.imported.channel, "received": source.imported.received,
            "answers": source.answers,
        }
        for column in Column
        for source in sources(folded, column, codes)
    ]  # fmt: skip


def _preconditions(view: EvaluationView) -> list[Json]:
    given, target = view.state.preconditions, view.state.plan.target
    return [
        {
            "id": item.id, "title": item.title, "minimum": item.minimum.get(target, ""),
            "met": given[item.id][0] if item.id in given else None,
            "note": given[item.id][1] if item.id in given else "",
        }
        for item in view.preconditions
    ]  # fmt: skip


def _accepted(view: EvaluationView, found: Preflight, people: Mapping[str, Person]) -> list[Json]:
    heads = view.state.accepted
    return [
        {
            "check": check.id, "message": check.message, "reason": check.reason,
            "author": people.get(heads[check.id].author, _NOBODY).name,
        }
        for check in found.accepted
    ]  # fmt: skip
