"""The score panel in a window of which a message takes a part: every area stays in sight."""

import pytest

from zi_desktop.domain.instrument import Column
from zi_desktop.ui.evaluation.score_panel import ScorePanel
from zi_desktop.ui.evaluation.score_rows import AreaRow
from zi_desktop.ui.theme import TextSize, ThemeChoice


@pytest.mark.parametrize(
    ("size", "height"),
    [(TextSize.NORMAL, 559), (TextSize.LARGE, 639)],
    ids=["1366×688", "1366×768, large"],
)
def test_no_area_is_scrolled_away_by_a_message(qtbot, services, evaluation, theme, size, height):
    theme.apply(ThemeChoice.LIGHT, size)
    panel = ScorePanel()
    qtbot.addWidget(panel)
    card = services.evaluations.open(evaluation).card(Column.TPI)
    panel.show_card(card, next(iter(card.predicates)), hidden=False)
    panel.resize(272, height)
    panel.show()
    least = panel.minimumSizeHint().height()
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    assert least <= height
    assert len(panel.findChildren(AreaRow)) == 6
