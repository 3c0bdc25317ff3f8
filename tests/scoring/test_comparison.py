"""Areas of different years side by side."""

from dataclasses import replace
from functools import cached_property

from hypothesis import given, settings
from worksheet import BEST, CALCULATOR, INSTRUMENT, QUESTIONS, SETTINGS, worksheets

from zi_desktop.domain.instrument import Instrument
from zi_desktop.scoring.comparison import area_fractions, same_items

FIRST_AREA = {code for code in QUESTIONS if code.startswith(("A.I.1.", "A.II.1."))}


class Reworked(Instrument):
    """An edition that asks something else in one item and has dropped another."""

    @cached_property
    def questions(self):
        changed, dropped, *_ = sorted(FIRST_AREA)
        return {
            code: replace(question, digest="0" * 64) if code == changed else question
            for code, question in QUESTIONS.items()
            if code != dropped
        }


def reworked():
    fields = {name: getattr(INSTRUMENT, name) for name in Instrument.__dataclass_fields__}
    return Reworked(**fields)


def test_an_edition_asks_the_same_as_itself():
    assert same_items(INSTRUMENT, INSTRUMENT) == QUESTIONS.keys()


def test_what_was_changed_or_dropped_is_not_the_same():
    assert QUESTIONS.keys() - same_items(INSTRUMENT, reworked()) == set(sorted(FIRST_AREA)[:2])


@settings(**SETTINGS)
@given(worksheets())
def test_over_all_items_an_area_is_what_its_score_card_says(answers):
    card = CALCULATOR.score(answers)
    whole = area_fractions(INSTRUMENT, card, QUESTIONS.keys())
    assert whole == {number: area.fraction for number, area in card.areas.items()}


def test_over_some_items_only_these_count():
    worst = min(FIRST_AREA)
    card = CALCULATOR.score({code: answer for code, answer in BEST.items() if code != worst})
    assert area_fractions(INSTRUMENT, card, FIRST_AREA - {worst})["1"] == 1
    assert area_fractions(INSTRUMENT, card, {worst})["1"] == 0
    assert area_fractions(INSTRUMENT, card, FIRST_AREA)["2"] is None
