"""Selesaikan beda penilaian: the list, the versions side by side, another value, the reason, the effect on the total."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import KeyHint, Pane
from zi_desktop.ui.settling.acts import SettleActs
from zi_desktop.ui.settling.detail import SettleDetail
from zi_desktop.ui.settling.entry import OTHER, choice_of
from zi_desktop.ui.settling.head import SettleHead
from zi_desktop.ui.settling.hints import key_hints
from zi_desktop.ui.settling.keyboard import Keyboard, Part
from zi_desktop.ui.settling.layout import lay_out
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.settling.shown import SettleShown
from zi_desktop.ui.settling.version import VersionCard
from zi_desktop.ui.widgets.buttons import action_button
from zi_desktop.ui.widgets.pills import Tone

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PAGES: Final = {
    int(Qt.Key.Key_PageUp): QAbstractSlider.SliderAction.SliderPageStepSub,
    int(Qt.Key.Key_PageDown): QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class SettlePanel(Pane):
    """Shows one evaluation; ``place_requested`` carries an item to go to and the evaluation's id.

    ``evaluation_changed`` carries the id of an evaluation in which something was settled, ``told`` what became of it,
    ``begun`` comes when a version was chosen for a matter.

    Args:
        services: all services.
        jobs: the worker.
        hidden: tells whether scores are hidden, because the satker looks on.
        parent: the widget in which it lies.
    """

    place_requested = Signal(str, str)
    evaluation_changed = Signal(str)
    told = Signal(str)
    begun = Signal()

    def __init__(
        self, services: Services, jobs: Jobs, hidden: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hidden = hidden
        self.presenter = SettlePresenter(services, jobs, self)
        self.acts = SettleActs(self)
        self.form = Ui_SettleForm()
        self.form.setupUi(self)
        self._keyboard = Keyboard(self, self.form)
        self._head = SettleHead(self.form)
        self._detail = SettleDetail(self.form, self.presenter, services, hidden)
        self._lay_out()
        self._connect()
        self._show(SettleShown())

    def refresh(self) -> None:
        """Read again what is to be settled, and which evaluations have something."""
        self.presenter.waiting.find()

    def open_evaluation(self, id_: str, code: str = "") -> None:
        """Show an evaluation, at an item or a cell where one is named.

        Raises:
            NotFoundError: there is none.
        """
        self.presenter.open(id_, code)

    def take_focus(self) -> None:
        """Go to the list, where there is one."""
        (self if self.form.table.isHidden() else self.form.table).setFocus()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys of the part that has the keyboard; of what cannot be settled here, where it lies."""
        matter = self.presenter.matter()
        if matter is not None and self.presenter.changeable:
            words = self.acts.apply.text().replace("&&", "&")
            return key_hints(self._keyboard.part(), matter, self.form.otherForm.letters(), words)
        return (KeyHint("Ctrl+G", self.acts.item.text()),) if self.acts.item.isEnabled() else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit choose a version, 0 or the number after the last one another value, a letter its option.

        Enter chooses the version that has the keyboard, a page key reads on in long ones; Esc goes back to the list.
        """
        text, focus = event.text(), self.focusWidget()
        matter = self.presenter.matter()
        if matter is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and not self.form.table.hasFocus():
            self.take_focus()
        elif event.key() in _ENTER and isinstance(focus, VersionCard):
            self._choose(focus.version.number)
        elif event.key() in _ENTER and self._keyboard.part() is Part.OTHER:
            self.form.reason.setFocus()
        elif event.key() in _PAGES:
            self.form.scroll.verticalScrollBar().triggerAction(_PAGES[event.key()])
        elif text.isascii() and text.isdigit() and text:
            self._choose(choice_of(text, matter))
        elif not (self.form.otherForm.isVisible() and self.form.otherForm.choose_letter(text.casefold())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the versions the room where it is short."""
        super().resizeEvent(event)
        self._head.fit(self.width())
        self._detail.fit(self.size())

    def showEvent(self, event: QShowEvent) -> None:
        """Show scores or hide them, as they are now."""
        super().showEvent(event)
        self._keyboard.watch(watches=True)
        self._show(self.presenter.shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the reason that was begun."""
        self._keyboard.watch(watches=False)
        self.presenter.keep_reason()
        super().hideEvent(event)

    def _show(self, shown: SettleShown) -> None:
        form, line = self.form, shown.line
        for part in (form.table, form.scroll, form.foot, form.footRule):
            part.setVisible(bool(shown.lines))
        form.nothing.setVisible(not shown.lines)
        form.nothing.show_sentence(self.tr("Tidak ada beda penilaian."))
        if shown.closed:
            form.closed.show_message(shown.closed, Tone.NEUTRAL)
        else:
            form.closed.hide()
        form.table.show_lines(shown)
        self._head.show_progress(shown)
        self._head.fit(self.width())
        if line is not None:
            self._detail.show_line(line)
            self._detail.fit(self.size())
        self._follow()
        self.filled.emit(bool(shown.lines))
        self.hints_changed.emit()

    def _follow(self) -> None:
        """Say what the choice makes of the total, and open or close what can be done."""
        self.form.effect.setText("" if self._hidden() else self.presenter.effect())
        self._detail.say("")
        self.acts.follow(self.presenter)

    def _choose(self, choice: int) -> None:
        if self.presenter.take(choice):
            self.begun.emit()  # a message above may give its room back
            self._detail.lead_on()

    def _apply(self) -> None:
        if obstacle := self.presenter.obstacle():
            self._detail.refuse(obstacle)
            return
        self.presenter.apply()
        self._detail.begin_at_top()
        self.take_focus()

    def _step(self, by: int) -> None:
        self.presenter.keep_reason()
        self.presenter.step(by)
        self._detail.begin_at_top()
        self.take_focus()

    def _look_at(self, matter_id: str) -> None:
        self.presenter.keep_reason()
        self.presenter.choose(matter_id)
        self._detail.begin_at_top()

    def _go_on(self) -> None:
        """Go from the list to the versions."""
        if not self.form.versions.take_focus() and self.acts.apply.isEnabled():
            self._apply_button.setFocus()

    def _open_item(self) -> None:
        matter = self.presenter.matter()
        if matter is not None and matter.code:
            self.place_requested.emit(matter.code, self.presenter.shown.id)

    def _show_waiting(self) -> None:
        self._head.show_evaluations(self.presenter.waiting.rows(self.presenter.shown))
        self._head.fit(self.width())

    def _connect(self) -> None:
        form, presenter, acts = self.form, self.presenter, self.acts
        presenter.shown_changed.connect(self._show)
        presenter.entry_changed.connect(self._follow)
        presenter.waiting_changed.connect(self._show_waiting)
        presenter.evaluation_changed.connect(self.evaluation_changed)
        presenter.evaluation_changed.connect(lambda _: self._show_waiting())
        presenter.told.connect(self.told)
        self._keyboard.moved.connect(self.hints_changed)
        form.table.row_chosen.connect(self._look_at)
        form.table.entered.connect(self._go_on)
        form.versions.pressed.connect(self._choose)
        form.other.clicked.connect(acts.other.trigger)
        form.otherForm.changed.connect(self._take_other)
        form.otherForm.finished.connect(form.reason.setFocus)
        form.reason.textChanged.connect(self._take_reason)
        form.reason.left.connect(presenter.keep_reason)
        form.evaluation.activated.connect(lambda _: self.open_evaluation(form.evaluation.currentData()))
        for action, act in (
            (acts.apply, self._apply),
            (acts.skip, partial(self._step, +1)),
            (acts.back, partial(self._step, -1)),
            (acts.other, partial(self._choose, OTHER)),
            (acts.reason, form.reason.setFocus),
            (acts.item, self._open_item),
        ):
            action.triggered.connect(partial(_call, act))

    def _take_other(self) -> None:
        self.presenter.set_other(self.form.otherForm.answer())

    def _take_reason(self) -> None:
        if self.form.reason.toPlainText() != self.presenter.entry().reason:
            self.presenter.set_reason(self.form.reason.toPlainText())

    def _lay_out(self) -> None:
        lay_out(self.form)
        self._apply_button = action_button(self.acts.apply, "primary", parent=self.form.foot)
        self.form.footRow.addWidget(action_button(self.acts.skip, parent=self.form.foot))
        self.form.footRow.addWidget(self._apply_button)


def _call(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (the signature of QAction.triggered)
    act()
