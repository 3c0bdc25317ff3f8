"""A sample report record of an invented unit, with the shipped instrument's wording and the real score of its answers."""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from zi_desktop.domain.answers import answer_from_json
from zi_desktop.domain.instrument import Choice, Column, Index, Instrument, Question, Ratio
from zi_desktop.reports.pdf import template_id
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.scoring.card_json import score_card_json

PEOPLE = (
    ("Bagus Contohardjo, S.H.", "199003122015031002", "Auditor Ahli Pertama", "anggota"),
    ("Siti Misalwati, S.E.", "198706212010122003", "Auditor Ahli Muda", "anggota"),
    ("Rini Umpamasari, S.H., M.H.", "198304172006042001", "Auditor Ahli Muda", "ketua_tim"),
    ("Ahmad Andaikan, S.Sos., M.Si.", "197609051999031004", "Auditor Ahli Madya", "pengendali_teknis"),
)


def sample_record(instrument: Instrument, **changes: Any) -> dict[str, Any]:
    """Return a complete record; ``changes`` replace its top-level entries (a change of answers is scored anew)."""
    answers = changes.get("answers", sample_answers(instrument))
    record = {
        "kind": "zi-report",
        "v": 1,
        "template": template_id(),
        "demo": False,
        "evaluation": {
            "id": _uuid("evaluation"),
            "year": 2026,
            "activity": "evaluasi",
            "track": "mandiri",
            "round": 1,
            "target": "WBK",
            "revision": 1,
        },
        "satker": _satker(),
        "agency": _agency(),
        "visit": {"from": "2026-11-03", "to": "2026-11-05", "place": "Palembang"},
        "letter": {"number": "ITJ.2-PW.02.03-118", "date": "2026-10-28"},
        "team": [_person(person) | {"areas": ["1", "5"]} for person in PEOPLE],
        "signers": [_person(person) for person in PEOPLE],
        "issued": {
            "number": "ITJ.2-PW.02.03-131 Tahun 2026",
            "place": "Palembang",
            "date": "2026-11-06",
            "time": "10.42",
            "zone": "WIB",
        },
        "column": "tpi",
        "instrument": {
            "id": instrument.id,
            "edition": instrument.edition,
            "title": instrument.title,
            "legal_basis": list(instrument.legal_basis),
            "structure": instrument.structure_digest,
            "wording": instrument.wording_digest,
            "wording_source": None,
        },
        "texts": sample_texts(instrument),
        "rows": {question.code: question.row for question in instrument.questions.values()},
        "answers": answers,
        "notes": _notes(instrument),
        "details": {
            code: {
                "sumber": "Survei eksternal",
                "periode": "Januari–Juni 2026",
                "jumlah_responden": "214",
                "skala_asal": "0–4",
            }
            for code in ("B.I.a", "B.II.a")
        },
        "score": sample_score(instrument, answers),
        "preconditions": _preconditions(instrument),
        "panel": {"decision": "diusulkan", "reason": "seluruh ambang terpenuhi dan layanan inti terbukti di lapangan"},
        "findings": [
            {
                "id": "contoh",
                "severity": "warning",
                "message": "Jumlah perubahan pada A.II.1.i.a dan A.II.1.i.b berbeda.",
            }
        ],
        "accepted": [
            {
                "check": "tanpa-data-dukung",
                "message": "A.I.3.iii.b tanpa data dukung",
                "reason": "Bukti dilihat langsung, tidak boleh disalin.",
                "author": PEOPLE[2][0],
            }
        ],
        "worksheets": [],
        "remarks": [],
        "earlier_remarks": [],
        "evidence": [],
        "evidence_in_all": 0,
        "streams": [[_uuid("stream"), 131, _digest("last line")]],
        "head": _digest("head"),
    }
    return record | changes


def sample_answers(instrument: Instrument) -> dict[str, Any]:
    """Return an answer for every item: mostly the best, every fifth the next best."""
    return {question.code: _answer(question, place) for place, question in enumerate(instrument.questions.values())}


def sample_texts(instrument: Instrument) -> dict[str, str]:
    """Return the wording in use: titles of branches, questions, and counted inputs."""
    texts = {node.code: node.title for node in instrument.nodes.values()}
    for question in instrument.questions.values():
        texts[question.code] = question.text
        if isinstance(question.answer, Ratio):
            texts |= {item.code: item.title for item in question.answer.inputs}
    return texts


def sample_score(instrument: Instrument, answers: Mapping[str, Any], column: Column = Column.TPI) -> dict[str, Any]:
    """Return the score card of these answers."""
    read = {code: answer_from_json(instrument.questions[code], value) for code, value in answers.items()}
    return score_card_json(Calculator(instrument).score(read), column)


def _answer(question: Question, place: int) -> dict[str, Any]:
    match question.answer:
        case Choice(options=options):
            return {"choice": options[1 if place % 5 == 4 else 0].key}
        case Index():
            return {"index": "3.78" if question.code == "B.I.a" else "3.71"}
        case Ratio() as ratio:
            count = {item.key: 12 for item in ratio.typed}
            return {"counts": count | dict.fromkeys(ratio.numerator, 3 if ratio.formula == "capped_decrease" else 11)}
    raise AssertionError(question.code)


def _satker() -> dict[str, Any]:
    return {
        "id": _uuid("satker"),
        "code": "405123",
        "name": "Lapas Kelas IIB Contohrejo",
        "kind": "Lembaga pemasyarakatan",
        "kanwil": "Kanwil Ditjen Pemasyarakatan Sumatera Selatan",
        "eselon1": "Direktorat Jenderal Pemasyarakatan",
        "agency": "Kementerian Imigrasi dan Pemasyarakatan",
        "predicate": None,
    }


def _agency() -> dict[str, Any]:
    return {
        "name": "Kementerian Imigrasi dan Pemasyarakatan",
        "letterhead": ["KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN", "INSPEKTORAT JENDERAL", "INSPEKTORAT WILAYAH II"],
        "word": "satuan kerja",
        "logo": None,
    }


def _person(person: tuple[str, str, str, str]) -> dict[str, Any]:
    name, nip, position, role = person
    return {"person": _uuid(name), "name": name, "nip": nip, "position": position, "role": role}


def _notes(instrument: Instrument) -> dict[str, Any]:
    text = "Dokumen lengkap dan sesuai; pelaksanaan dibenarkan oleh petugas layanan dan dua pengguna yang ditemui."
    return {
        code: [{"author": PEOPLE[place % 2][0], "text": text}]
        for place, code in enumerate(instrument.questions)
        if place % 3 == 0
    }


def _preconditions(instrument: Instrument) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "title": each.title,
            "minimum": each.minimum["WBK"],
            "met": None if each.id == "dokumen_instansi" else True,
            "note": "",
        }
        for each in instrument.preconditions
    ]


def _uuid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
