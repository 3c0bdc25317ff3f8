"""What a key touches: only what it changes is painted, and the item is not laid out anew."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.ui.evaluation.item.option_button import OptionButton


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
