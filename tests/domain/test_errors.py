"""Sentences of expected failures: whole, plain, and naming what they are about."""

import inspect

import pytest

from zi_desktop.domain import errors, workspace_errors
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.workspace_errors import DamagedDatabaseError

KINDS = [
    kind
    for module in (errors, workspace_errors)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if kind.__module__ == module.__name__
]
OWN_SENTENCE = [kind for kind in KINDS if "__init__" in vars(kind)]


def sentence(kind):
    return str(kind(*[f"<{name}>" for name in inspect.signature(kind).parameters]))


@pytest.mark.parametrize("kind", OWN_SENTENCE, ids=lambda kind: kind.__name__)
def test_a_failure_is_told_in_whole_sentences(kind):
    said = sentence(kind)
    assert all(f"<{name}>" in said for name in inspect.signature(kind).parameters)
    assert said.endswith(".")
    assert "!" not in said
    assert "; " in said or ". " in said, "what happened is one half, what is safe and what to do the other"


def test_every_failure_is_an_expected_one():
    assert all(issubclass(kind, ZiError) and inspect.getdoc(kind) for kind in KINDS)


def test_a_damaged_database_that_was_not_set_aside_names_no_copy():
    assert "Salinannya" not in str(DamagedDatabaseError())


def test_a_failure_can_say_which_value_it_is_about():
    assert ZiError("Tidak dapat.").field == ""
    failure = ZiError("Bukan tanggal.").at("day")
    assert (str(failure), failure.field) == ("Bukan tanggal.", "day")
