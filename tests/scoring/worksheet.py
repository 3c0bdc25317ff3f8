"""The shipped edition with its calculator, and strategies for answers to its items."""

import itertools
from fractions import Fraction

from hypothesis import strategies as st

from zi_desktop import paths
from zi_desktop.domain.answers import Chosen, Counted, Measured, read_answer
from zi_desktop.domain.instrument import Choice, Index
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.scoring.calculator import Calculator

INSTRUMENT = load_instrument((paths.instruments() / "permenpanrb-90-2021.json").read_bytes())
QUESTIONS = INSTRUMENT.questions
CALCULATOR = Calculator(INSTRUMENT)
SETTINGS = {"max_examples": 40, "deadline": None}

BEST_COUNTS = {
    "A.II.1.i.a": "agen=2,perubahan=2",
    "A.II.1.i.b": "perubahan=2,terintegrasi=2",
    "A.II.3.iii.a": "tahun_sebelumnya=0,tahun_ini=0,disanksi=0",
    "A.II.4.i.a": "sasaran=5,tercapai=5",
    "A.II.5.ii.a": "wajib_ditindaklanjuti=6,diproses=0,selesai=6",
    "A.II.5.iii.a.a": "kepala_satker=1,pejabat_wajib=2,lainnya=7,sudah_lapor=10",
    "A.II.5.iii.b.a": "administrator=1,pengawas=2,fungsional_pelaksana=7,sudah_lapor=10",
    "A.II.6.i.b": "terdaftar=3,dipermudah=3",
}


def best(question):
    """Return the answer of full score."""
    if isinstance(question.answer, Choice):
        return Chosen(question.answer.options[0].key)
    return (
        Measured(question.answer.maximum)
        if isinstance(question.answer, Index)
        else typed(question.code, BEST_COUNTS[question.code])
    )


def typed(code, text, **stated):
    """Return the answer that a person typed."""
    return read_answer(QUESTIONS[code], text, **stated)


BEST = {code: best(question) for code, question in QUESTIONS.items()}


def answers_to(question):
    """Return a strategy for any answer that an event may hold."""
    if isinstance(question.answer, Choice):
        return st.sampled_from([Chosen(option.key) for option in question.answer.options])
    if isinstance(question.answer, Index):
        return st.integers(0, 400).map(lambda hundredths: Measured(Fraction(hundredths, 100)))
    counts = st.fixed_dictionaries({item.key: st.integers(0, 12) for item in question.answer.typed})
    plain = counts.map(Counted)
    if not question.answer.not_applicable:
        return plain
    nothing = Counted(dict.fromkeys((item.key for item in question.answer.typed), 0), not_applicable=True)
    return plain | st.just(nothing)


@st.composite
def worksheets(draw):
    """Draw the answers of one column: none, a few or half of the items are open."""
    seed = draw(st.randoms(use_true_random=False))
    share_open = draw(st.sampled_from((0, 0.05, 0.5)))
    answers = {}
    for code, question in QUESTIONS.items():
        if seed.random() >= share_open:
            # A hundred choice items come from one draw: hypothesis stays fast and still shrinks the rest.
            choice = isinstance(question.answer, Choice)
            answers[code] = Chosen(seed.choice(question.answer.options).key) if choice else draw(answers_to(question))
    return answers


def worse_and_better(question):
    """Return a strategy for pairs of answers of which the second is raised: option, numerator, or index up."""
    if isinstance(question.answer, Choice):
        keys = [option.key for option in question.answer.options]
        return st.sampled_from([(Chosen(low), Chosen(high)) for high, low in itertools.combinations(keys, 2)])
    if isinstance(question.answer, Index):
        return st.tuples(answers_to(question), answers_to(question)).map(
            lambda pair: tuple(sorted(pair, key=lambda answer: answer.value))
        )
    ratio = question.answer
    counts = st.fixed_dictionaries({item.key: st.integers(0, 12) for item in ratio.typed})
    return st.tuples(counts, st.integers(1, 5)).map(lambda drawn: _raised(ratio, *drawn))


def _raised(ratio, counts, more):
    (key,) = ratio.numerator
    pair = Counted(counts), Counted({**counts, key: counts[key] + more})
    # Fewer violations this year are better.
    return pair[::-1] if ratio.formula == "capped_decrease" else pair
