"""The committed code of each form is what the form compiles to today."""

import pytest

from tools import forms

ALL = sorted(forms.SOURCES.glob("*.ui"))


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.stem)
def test_the_code_of_a_form_is_current(form):
    assert forms.target_of(form).read_text("utf-8") == forms.compiled(form), "run python -m tools.forms"


def test_no_code_is_left_of_a_form_that_is_gone():
    assert {path.name for path in forms.TARGETS.glob("ui_*.py")} == {forms.target_of(form).name for form in ALL}


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.stem)
def test_a_form_holds_no_colour_size_or_connection(form):
    text = form.read_text("utf-8")
    for forbidden in ("styleSheet", "<palette", "<color", "<size>", "<rect>", "<connection", "pixelsize", "pointsize"):
        assert forbidden not in text, f"{forbidden}: belongs to the view or the tokens"
