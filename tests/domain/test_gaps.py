"""Gaps in lines, and what the office says of them."""

from event_makers import CHOICE, EVALUATION, Stream

from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.domain.gaps import KIND, Gap, act_value, acts, cell_of, gap_of, gaps_in
from zi_desktop.domain.identity import OFFICE_ID

OFFICE = Subject("office", OFFICE_ID)


def written():
    stream = Stream("laptop")
    return [stream.begin(), stream.answer(CHOICE, "Ya"), stream.answer(CHOICE, "Tidak"), stream.answer(CHOICE, "Ya")]


def test_a_gap_stands_before_the_line_whose_predecessor_is_not_here():
    lines = written()
    here = {line.hash: line for line in lines if line is not lines[1]}
    gap = Gap(EVALUATION, lines[0].stream, 3, lines[1].hash)
    assert gaps_in(here) == (gap,)
    assert fold(here.values()).gaps == (gap,)
    assert fold(lines).gaps == ()
    assert gaps_in({line.hash: line for line in lines[:2]}) == (), "the beginning of a stream has no gap"


def test_what_the_office_says_names_the_gap_and_nothing_else_does():
    lines = written()
    gap = Gap(EVALUATION, lines[0].stream, 3, lines[1].hash)
    office = Stream("kantor", subject=OFFICE)
    said = office.write(KIND, cell_of(gap), act_value(gap, "laptop rusak"))
    other = office.write("set", "agency/name", "Inspektorat Contoh")
    nowhere = office.write(KIND, "gap/di-mana", act_value(gap, "salah tempat"))
    shapeless = office.write(KIND, cell_of(gap), {"reason": "tanpa nomor"})
    assert acts([shapeless, nowhere, other, said]) == (said,)
    assert gap_of(said) == gap
    assert fold([said, nowhere]).below(KIND).keys() == {cell_of(gap).partition("/")[2]}
