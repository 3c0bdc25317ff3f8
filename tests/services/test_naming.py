"""What a caller names: an item by its code, something written down by the beginning of its id."""

import pytest

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.services.editions import current
from zi_desktop.services.naming import question_of, whole_id

KNOWN = ("abc1", "abd2", "x9")


@pytest.mark.parametrize(("named", "whole"), [("abc", "abc1"), (" X9 ", "x9"), ("abd2", "abd2")])
def test_the_beginning_of_an_id_is_enough(named, whole):
    assert whole_id(KNOWN, named) == whole


@pytest.mark.parametrize("named", ["", " ", "ab", "z"])
def test_what_names_none_or_several_is_refused(named):
    with pytest.raises(NotFoundError, match="tidak ada atau tidak tunggal"):
        whole_id(KNOWN, named)


def test_an_item_that_is_not_in_the_worksheet_is_refused_at_its_field():
    instrument = current()
    code = next(iter(instrument.questions))
    assert question_of(instrument, code) is instrument.questions[code]
    with pytest.raises(NotFoundError, match=r"Butir A\.X tidak ada di lembar kerja") as refused:
        question_of(instrument, "A.X")
    assert refused.value.field == "item"
