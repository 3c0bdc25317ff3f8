"""The scenes of tools/grab name workspaces and steps that there are, and each shows something."""

import pytest

from tools.grab import _named
from tools.grab_scenes import HELD, SCENES
from tools.grab_workspaces import KINDS

STEPS = {"key", "type", "click", "shot", "glance"}


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_scene_can_be_played(name):
    kind, steps = SCENES[name]
    assert kind in KINDS
    assert {step.partition(":")[0] for step in steps} <= STEPS
    pictures = [step for step in steps if step.startswith(("shot:", "glance:"))]
    assert pictures
    assert len(pictures) == len(set(pictures)), "one picture would overwrite the other"


def test_what_is_held_is_a_scene():
    assert set(SCENES) >= HELD


def test_only_pictures_are_called_after_scene_and_look():
    assert _named("shot:awal", "beranda", "1x1@1-light") == "shot:beranda-awal-1x1@1-light"
    assert _named("key:ctrl+k", "beranda", "1x1@1-light") == "key:ctrl+k"
