"""Rule 6: the printed score must follow from the answers of the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zi_desktop.domain.answers import answer_from_json
from zi_desktop.domain.errors import AlteredReportError, AnswerError
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.scoring.card_json import score_card_json


@dataclass(frozen=True, slots=True)
class Rescored:
    """Whether the record's score card is what its answers give; ``total`` is what they give (decimal string)."""

    matches: bool
    total: str


def rescore(record: Mapping[str, Any], instrument: Instrument) -> Rescored:
    """Score the answers of a record again.

    Raises:
        AlteredReportError: the answers are not such as the worksheet takes.
    """
    try:
        questions = instrument.questions
        answers = {code: answer_from_json(questions[code], value) for code, value in record["answers"].items()}
        column = Column(record["column"])
        claimed = record["score"]
        fresh = score_card_json(Calculator(instrument).score(answers), column)
        matches = _comparable(claimed) == _comparable(fresh)
    except (AnswerError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise AlteredReportError("Jawaban di dalam laporan tidak dapat dinilai ulang karena tidak sah.") from error
    return Rescored(matches, fresh["total"])


def _comparable(card: Mapping[str, Any]) -> dict[str, Any]:
    # The sentences of warnings are wording, which may be put better in a later edition of the program.
    return {**card, "warnings": [warning["id"] for warning in card["warnings"]]}
