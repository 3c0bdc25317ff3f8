"""What a key touches: only what it changes is painted, and the item is not laid out anew."""

import datetime as dt
import itertools

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services.workspace import local_now
from zi_desktop.ui.evaluation import opened
from zi_desktop.ui.evaluation.item.option_button import OptionButton
from zi_desktop.ui.evaluation.tree_attention import Mark
from zi_desktop.ui.evaluation.tree_model import ROW_ROLE
from zi_desktop.ui.theme import TextSize, ThemeChoice


class Watch(QObject):
    """Notes which widgets get events of a kind, and how many logical pixels of them are painted."""

    def __init__(self, kind, parent):
        super().__init__(parent)
        self.kind = kind
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802 (Qt calls it so)
        if event.type() == self.kind and isinstance(watched, QWidget):
            box = event.region().boundingRect() if self.kind == QEvent.Type.Paint else watched.rect()
            self.seen.append((watched, box.height()))
        return False


@pytest.fixture
def watch(qapp):
    """Begins to watch all widgets for one kind of event, once what is due is done."""
    watches = []

    def begin(kind):
        for _ in range(3):
            QApplication.processEvents()
        watches.append(Watch(kind, qapp))
        qapp.installEventFilter(watches[-1])
        return watches[-1]

    yield begin
    for each in watches:
        qapp.removeEventFilter(each)
        each.deleteLater()


def test_another_answer_paints_only_the_two_options_that_change(page, qtbot, watch):
    qtbot.keyClick(page.place.item, "1")
    painted = watch(QEvent.Type.Paint)
    qtbot.keyClick(page.place.item, "2")
    QApplication.processEvents()
    options = {widget for widget, _ in painted.seen if isinstance(widget, OptionButton)}
    assert options == set(page.place.item.form.options.buttons()[:2])


@pytest.fixture
def compared(services, evaluation, page):
    """The page, with a comparison beside the options."""
    services.answering.answer(evaluation, "A.I.5.i.b", Chosen("C"), column=Column.MANDIRI, displayed=())
    page.activate()
    return page


def test_another_answer_lays_nothing_out_and_paints_no_opinion_anew(compared, qtbot, watch):
    item = compared.place.item
    assert item.form.comparison.isVisible()
    qtbot.keyClick(item, "1")
    laid_out, painted = watch(QEvent.Type.LayoutRequest), watch(QEvent.Type.Paint)
    qtbot.keyClick(item, "2")
    QApplication.processEvents()
    assert not [widget for widget, _ in laid_out.seen if item.isAncestorOf(widget)]
    assert item.form.comparison not in [widget for widget, _ in painted.seen]


def test_another_answer_lays_nothing_of_the_item_out_anew(page, qtbot, watch):
    qtbot.keyClick(page.place.item, "1")
    laid_out = watch(QEvent.Type.LayoutRequest)
    qtbot.keyClick(page.place.item, "2")
    QApplication.processEvents()
    assert not [widget for widget, _ in laid_out.seen if page.place.item.isAncestorOf(widget)]


def test_a_tree_that_moves_by_a_row_paints_only_what_comes_into_sight(page, watch):
    tree = page.place.tree.tree
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum() // 2)
    painted = watch(QEvent.Type.Paint)
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().value() + 28)
    QApplication.processEvents()
    assert [height for widget, height in painted.seen if widget is tree.viewport()] == [28]


def test_the_links_of_the_breadcrumb_stay_and_lead_to_the_branches_of_the_new_item(page, qtbot):
    crumbs, chosen = page.place.item.form.heading.form.crumbs, []
    crumbs.chosen.connect(chosen.append)
    before = list(crumbs.links)
    page.stage.presenter.go("B.I.a")
    assert list(crumbs.links) == before[: len(crumbs.links)]
    assert all(link.isHidden() for link in before[len(crumbs.links) :])
    crumbs.links[0].click()
    assert chosen == ["B"]


@pytest.mark.parametrize("themes", [(), (ThemeChoice.DARK, ThemeChoice.LIGHT)], ids=["at first", "after another theme"])
def test_another_answer_paints_nothing_that_lies_below(themes, page, theme, qtbot, watch):
    for choice in themes:
        theme.apply(choice, TextSize.NORMAL)
    qtbot.keyClick(page.place.item, "1")
    painted = watch(QEvent.Type.Paint)
    qtbot.keyClick(page.place.item, "2")
    QApplication.processEvents()
    seen = {widget for widget, _ in painted.seen}
    assert page.place.score.form.total in seen
    assert seen.isdisjoint((page, page.place, page.place.item.form.content, page.place.item.form.options))


def test_an_answer_is_shown_once_and_can_be_undone(page, qtbot):
    shown = []
    page.stage.shown.connect(lambda: shown.append(page.place.item.code))
    qtbot.keyClick(page.place.item, "1")
    assert (shown, page.acts.undo.isEnabled(), page.acts.redo.isEnabled()) == (["A.I.5.i.b"], True, False)
    page.acts.undo.trigger()
    assert (page.acts.undo.isEnabled(), page.acts.redo.isEnabled()) == (False, True)


def test_an_evaluation_that_changed_elsewhere_tells_the_view_of_its_rows_only(page, choose):
    page.activate()
    told = []
    page.place.tree.tree.questions().dataChanged.connect(lambda first, last: told.append((first, last)))
    choose("A.I.5.i.b", "B")
    page.acts.refresh.trigger()
    assert len(told) == len(["A", "A.I", "A.I.5", "A.I.5.i", "A.I.5.i.b"])


def test_hidden_scores_are_told_to_the_view_at_once(page):
    told, tree = [], page.place.tree.tree
    tree.questions().dataChanged.connect(lambda first, last: told.append((first, last)))
    page.acts.hide_scores.setChecked(True)
    assert len(told) == 1


def test_an_evaluation_that_was_closed_elsewhere_shows_its_padlocks(services, evaluation, page, choose):
    choose("A.I.5.i.b", "B")
    page.activate()
    tree = page.place.tree.tree.questions()
    assert tree.index_of("A.I.5.i.b").data(ROW_ROLE).mark is Mark.ANSWERED
    told = []
    tree.dataChanged.connect(lambda first, last: told.append((first, last)))
    services.evaluations.archive(evaluation)
    page.acts.refresh.trigger()
    assert tree.index_of("A.I.5.i.b").data(ROW_ROLE).mark is Mark.LOCKED
    assert len(told) == 1


def test_the_place_waits_for_a_rest_to_be_remembered(page, qtbot):
    rest = page.open_evaluations.findChild(QTimer)
    rest.setInterval(4000)
    page.stage.presenter.step(1)
    qtbot.waitUntil(lambda: rest.remainingTime() < 3500)
    before = rest.remainingTime()
    page.stage.presenter.step(1)
    assert rest.remainingTime() > before


def test_the_place_is_remembered_even_if_nobody_rests(services, page, qtbot, monkeypatch):
    monkeypatch.setattr(opened, "_OLDEST_MS", 1)
    page.open_evaluations.remember()
    first, steps = services.preferences.opened()[0]["at"], itertools.cycle((1, -1))
    services.workspace.now = lambda: local_now() + dt.timedelta(days=1)

    def remembered():
        page.stage.presenter.step(next(steps))
        return services.preferences.opened()[0]["at"] != first

    qtbot.waitUntil(remembered, timeout=20_000)
