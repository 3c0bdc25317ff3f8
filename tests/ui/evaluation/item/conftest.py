"""A stage with the item view on real services."""

import pytest
from item_stage import ItemStage

from zi_desktop.services.composition import open_services
from zi_desktop.services.samples.visit import prepare_sample


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def stage(services, qtbot):
    """An empty evaluation at a choice item, in a window that has the keyboard."""
    stage = ItemStage(services, prepare_sample(services), "A.I.5.i.b")
    stage.view.resize(682, 635)
    qtbot.addWidget(stage.view)
    stage.view.show()
    qtbot.waitActive(stage.view)
    stage.view.take_focus()
    return stage
