"""Numbers as people and machines read them."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop.domain.figures import (
    change,
    index,
    machine,
    parse_decimal,
    percent,
    points,
    shortfall,
    size,
    weight,
    whole,
)

FIGURES = st.fractions(min_value=-100, max_value=100, max_denominator=10**6)
THRESHOLDS = st.sampled_from(
    [Fraction(value) for value in ("40", "48", "75", "85", "18.25", "19.5", "15.75", "2.5", "0.6")]
)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _value(text: str) -> Fraction:
    return Fraction(text.rstrip("%").replace(",", ".").replace("−", "-"))


@given(st.integers(-(10**7), 10**7))
def test_points_round_half_up_like_people_on_paper(thousandths):
    text = str(Decimal(thousandths).scaleb(-3).quantize(Decimal("0.01"), ROUND_HALF_UP))
    expected = "0,00" if Decimal(text) == 0 else text.replace(".", ",").replace("-", "−")
    assert points(Fraction(thousandths, 1000)) == expected


@given(FIGURES)
def test_machine_rounds_half_even_to_ten_places(value):
    with localcontext(prec=60):
        expected = _decimal(value).quantize(Decimal("1e-10"), ROUND_HALF_EVEN)
    assert Decimal(machine(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(75), "75"),
        (Fraction("72.98589347930"), "72.9858934793"),
        (Fraction(1, 3), "0.3333333333"),
        (Fraction(5, 10**11), "0"),
        (Fraction(15, 10**11), "0.0000000002"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(-1, 10**12), "0"),
        (Fraction(100), "100"),
    ],
)
def test_machine_examples(value, expected):
    assert machine(value) == expected


def test_a_figure_below_its_threshold_never_prints_as_reaching_it():
    below = Fraction("74.996")
    assert points(below) == "75,00"
    assert points(below, [Fraction(75)]) == "74,996"
    assert points(Fraction("74.99996"), [Fraction(85), Fraction(75)]) == "74,99996"
    assert percent(Fraction("0.59996"), [Fraction("0.6")]) == "59,996%"


def test_a_figure_at_or_above_its_threshold_prints_plainly():
    assert points(Fraction(75), [Fraction(75)]) == "75,00"
    assert points(Fraction("75.001"), [Fraction(75)]) == "75,00"
    assert percent(Fraction("0.6"), [Fraction("0.6")]) == "60,0%"
    assert points(Fraction("74.99"), [Fraction(75)]) == "74,99"


@given(FIGURES, THRESHOLDS, st.fractions(-1, 1, max_denominator=10**9))
def test_printed_figure_and_verdict_agree(far, threshold, nudge):
    for value in (far, threshold + nudge, threshold - nudge / 10**6):
        assert (_value(points(value, [threshold])) >= threshold) == (value >= threshold)


def test_a_gap_judged_against_nothing_never_prints_as_nothing():
    assert points(Fraction("-0.0004"), [Fraction(0)]) == "−0,0004"
    assert points(Fraction("-0.0004")) == "0,00"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("72,85", "83,33", "+10,48"), ("70,1%", "78,3%", "+8,2"), ("83,33", "72,85", "−10,48"), ("60,0%", "60,0%", "0,0"),
     ("75,00", "74,9996", "−0,0004"), ("−0,50", "0,25", "+0,75")],
)  # fmt: skip
def test_a_change_is_what_a_reader_subtracts(before, after, expected):
    assert change(before, after) == expected


@given(FIGURES, FIGURES)
def test_printed_figures_and_their_change_always_add_up(first, second):
    before, after = points(first), points(second)
    assert _value(before) + _value(change(before, after).removeprefix("+")) == _value(after)


@given(FIGURES, THRESHOLDS)
def test_what_is_lacking_never_prints_as_nothing_and_adds_up(value, threshold):
    missed = threshold - abs(value) / 10**4
    lacking = _value(shortfall(points(missed, [threshold]), points(threshold)))
    assert (lacking > 0) == (missed < threshold)
    assert _value(points(missed, [threshold])) + lacking == threshold


def test_percent_has_one_decimal():
    assert percent(Fraction("0.73")) == "73,0%"
    assert percent(Fraction(2, 3)) == "66,7%"


def test_weights_print_without_trailing_zeros():
    assert [weight(Fraction(value)) for value in ("7.50", "5", "0.25", "-1.5")] == ["7,5", "5", "0,25", "−1,5"]


def test_an_index_prints_as_it_was_measured_with_two_decimals_at_least():
    assert [index(Fraction(value)) for value in ("3.9", "4", "3.42", "3.685")] == ["3,90", "4,00", "3,42", "3,685"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,42", "3.42"),
        ("3.42", "3.42"),
        (" 4 ", "4"),
        ("0,50", "1/2"),
        ("-1,5", "-3/2"),
        ("−1,5", "-3/2"),
        ("+2", "2"),
    ],
)
def test_decimals_take_comma_or_point(text, value):
    assert parse_decimal(text) == Fraction(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "1e3", "1.000,5", "1,2,3", ".5", "5.", "1/3", "NaN", "٣", "1 000", "9" * 16]
)
def test_other_spellings_are_no_decimals(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_decimal(text)


@given(st.decimals(min_value=-100, max_value=100, places=10, allow_nan=False))
def test_machine_and_parse_are_inverse(value):
    assert parse_decimal(machine(Fraction(value))) == Fraction(value)


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (65_000, "63 KB"), (4_100_000, "3,9 MB"), (5 * 1024**3, "5,0 GB")],
)
def test_bytes_are_read_as_people_read_them(count, text):
    assert size(count) == text


@pytest.mark.parametrize(("count", "expected"), [(0, "0"), (999, "999"), (1009, "1.009"), (1_234_567, "1.234.567")])
def test_a_number_of_things_has_points_between_thousands(count, expected):
    assert whole(count) == expected
