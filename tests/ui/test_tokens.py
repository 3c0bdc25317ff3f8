"""Contrast of the tokens, computed as WCAG 2 does."""

import dataclasses
import re

import pytest

from zi_desktop.ui.tokens import DARK, LIGHT

GROUNDS = ("window", "surface", "raised", "hover", "accent_soft")
TEXT_PAIRS = (
    *((ink, ground) for ink in ("text", "text2", "accent_text") for ground in GROUNDS),
    *(("text3", ground) for ground in GROUNDS if ground != "accent_soft"),
    *((tone, f"{tone}_soft") for tone in ("ok", "warn", "bad")),
    *((tone, ground) for tone in ("ok", "warn", "bad") for ground in ("window", "surface", "raised")),
    *(("text", f"{tone}_soft") for tone in ("ok", "warn", "bad")),
    ("text2", "track"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
)  # fmt: skip
EDGE_PAIRS = (
    ("control", "surface"),
    ("control", "window"),
    ("accent", "surface"),
    ("accent", "window"),
    ("mark", "track"),
)


def luminance(colour):
    def linear(part):
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_it_is_defined():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_every_ground_on_which_it_stands(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_that_say_something_are_seen(tokens, edge, ground):
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_token_is_a_colour(tokens):
    values = {field.name: getattr(tokens, field.name) for field in dataclasses.fields(tokens) if field.name != "name"}
    assert [name for name, value in values.items() if not re.fullmatch("#[0-9A-F]{6}", value)] == []
