"""The bar that offers the official wording of a sheet: once, whole sheets only, and a refusal is remembered."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.services.editions import BUILT_IN, current
from zi_desktop.ui.worksheets.wording_offer import WordingOffer
from zi_desktop.worksheets.reading import Worksheet

EDITION = current()
STRUCTURE = EDITION.structure_digest


def sheet(codes):
    wording = {code: ItemWording(f"Kata resmi {code}", "", {}) for code in codes}
    return Worksheet(
        layout="lampiran3", sheet="LKE ZI", digest="b" * 64, name="lembar.xlsx", unit="", year=2026, columns={},
        scored=None, faults=(), wording=wording, totals={}, model=None,
    )  # fmt: skip


@pytest.fixture
def offer(qtbot, fresh):
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.show()
    yield WordingOffer(fresh, screen)
    screen.close()


def press(offer, text):
    next(each for each in offer.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def test_one_press_shows_the_official_words(qtbot, fresh, offer):
    offer.offer(sheet(EDITION.questions), STRUCTURE)
    assert "kata-kata resmi 113 butir" in offer.text()
    with qtbot.waitSignal(offer.decided) as told:
        press(offer, "Pakai kata-kata resmi")
    assert "lembar.xlsx" in told.args[0]
    assert not offer.isVisible()
    code = next(iter(EDITION.questions))
    assert fresh.workspace.editions.edition(STRUCTURE).questions[code].text == f"Kata resmi {code}"


def test_who_declines_is_not_asked_again(qtbot, fresh, offer):
    offer.offer(sheet(EDITION.questions), STRUCTURE)
    with qtbot.waitSignal(offer.decided):
        press(offer, "Tetap bawaan")
    offer.offer(sheet(EDITION.questions), STRUCTURE)
    assert not offer.isVisible()
    assert fresh.workspace.editions.wording_in_use(STRUCTURE) == BUILT_IN


def test_part_of_a_sheet_is_not_offered(offer):
    offer.offer(sheet(list(EDITION.questions)[:50]), STRUCTURE)
    assert not offer.isVisible()
