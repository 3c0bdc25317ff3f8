"""Selesaikan beda penilaian: the list, the versions side by side, another value, the reason, the effect on the total."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.services.settling.matters import Matter, MatterKind
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.settling.acts import SettleActs
from zi_desktop.ui.settling.entry import NOTHING, OTHER
from zi_desktop.ui.settling.layout import fit_head, lay_out
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.settling.shown import SettleLine, SettleShown, notice_of, share_words
from zi_desktop.ui.settling.version import CardContext, VersionCard
from zi_desktop.ui.widgets.buttons import action_button
from zi_desktop.ui.widgets.pills import Tone

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SettlePanel(QFrame):
    """Shows one evaluation; ``place_requested`` carries an item to go to and the evaluation's id.

    ``evaluation_changed`` carries the id of an evaluation in which something was settled, ``told`` what became of it,
    ``shown_changed`` comes when another matter is looked at, ``begun`` when a version was chosen for one.

    Args:
        services: all services.
        jobs: the worker.
        hidden: tells whether scores are hidden, because the satker looks on.
        parent: the widget in which it lies.
    """

    place_requested = Signal(str, str)
    evaluation_changed = Signal(str)
    told = Signal(str)
    shown_changed = Signal()
    begun = Signal()

    def __init__(
        self, services: Services, jobs: Jobs, hidden: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._hidden = services, hidden
        self._begun = "", services.workspace.now()  # which matter is looked at, and since when: its cards stay
        self.presenter = SettlePresenter(services, jobs, self)
        self.acts = SettleActs(self)
        self.form = Ui_SettleForm()
        self.form.setupUi(self)
        self._lay_out()
        self._connect()
        self._show(SettleShown())

    def refresh(self) -> None:
        """Read again what is to be settled, and which evaluations have something."""
        self.presenter.find_waiting()

    def open_evaluation(self, id_: str, code: str = "") -> None:
        """Show an evaluation, at an item or a cell where one is named.

        Raises:
            NotFoundError: there is none.
        """
        self.presenter.open(id_, code)

    def take_focus(self) -> None:
        """Go to the list, where there is one."""
        (self if self.form.table.isHidden() else self.form.table).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit choose a version, 0 or the number after the last one another value, a letter its option.

        Enter chooses the version that has the keyboard; Esc goes back to the list.
        """
        text, focus = event.text(), self.focusWidget()
        matter = self.presenter.matter()
        if matter is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.take_focus()
        elif event.key() in _ENTER and isinstance(focus, VersionCard):
            self._choose(focus.version.number)
        elif event.key() in _ENTER and self.form.otherForm.isAncestorOf(focus or self):
            self.form.reason.setFocus()
        elif text.isascii() and text.isdigit() and text:
            self._choose(OTHER if int(text) in (0, len(matter.versions) + 1) else int(text))
        elif not (self.form.otherForm.isVisible() and self.form.otherForm.choose_letter(text.casefold())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the versions the room where it is short."""
        super().resizeEvent(event)
        self.form.table.stand_in(self.height())
        self._fit_head()

    def showEvent(self, event: QShowEvent) -> None:
        """Show scores or hide them, as they are now."""
        super().showEvent(event)
        self._show(self.presenter.shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the reason that was begun."""
        self.presenter.keep_reason()
        super().hideEvent(event)

    def _show(self, shown: SettleShown) -> None:
        form, line = self.form, shown.line
        form.satker.setText(shown.satker)
        form.progress.setText(self.tr("{done} dari {all} selesai").format(done=shown.done, all=len(shown.lines)))
        form.bar.show_values(shown.done / len(shown.lines) if shown.lines else 0.0)
        for part in (form.table, form.scroll, form.foot, form.footRule):
            part.setVisible(bool(shown.lines))
        form.nothing.setVisible(not shown.lines)
        form.nothing.show_sentence(self.tr("Tidak ada beda penilaian."))
        if shown.closed:
            form.closed.show_message(shown.closed, Tone.NEUTRAL)
        else:
            form.closed.hide()
        form.table.show_lines(shown)
        self._fit_head()
        if line is not None:
            self._show_line(line)
        self._follow()
        self.shown_changed.emit()

    def _show_line(self, line: SettleLine) -> None:
        form, matter, presenter = self.form, line.matter, self.presenter
        entry, changeable = presenter.entry(), presenter.changeable
        form.place.setText(matter.place)
        form.place.setVisible(bool(matter.place))
        form.question.setText(matter.title)
        form.share.setText(share_words(matter))
        self._show_notice(line)
        if matter.id != self._begun[0]:
            self._begun = matter.id, self._services.workspace.now()
        context = CardContext(matter, changeable, self._hidden(), self._begun[1], presenter.thresholds())
        form.versions.show_versions(context, entry.choice)
        judged = matter.kind is MatterKind.ANSWER
        for part in (form.otherCap, form.other):
            part.setVisible(judged and changeable)
        form.otherCap.setText(str(len(matter.versions) + 1))
        form.clip.setVisible(any(version.files for version in matter.versions))
        form.kept.setVisible(not form.clip.isHidden())
        for reason_part in (form.reasonTitle, form.reasonHint, form.reason):
            reason_part.setVisible(judged and changeable)
        self._show_other(matter, shown=judged and changeable and entry.choice == OTHER)
        if form.reason.toPlainText() != entry.reason:
            form.reason.setPlainText(entry.reason)
        stops = (form.table, *form.versions.stops(), form.other, *form.otherForm.stops(), form.reason)
        for before, after in pairwise(stop for stop in stops if stop.focusPolicy()):
            QWidget.setTabOrder(before, after)

    def _show_other(self, matter: Matter, *, shown: bool) -> None:
        form = self.form.otherForm
        form.setVisible(shown)
        if not shown:
            form.forget()
            return
        view = self._services.evaluations.open(self.presenter.shown.id)
        form.show_question(view.state.instrument.questions[matter.code], self.presenter.entry().other)

    def _show_notice(self, line: SettleLine) -> None:
        found = notice_of(line)
        if found is None:
            self.form.notice.hide()
        else:
            self.form.notice.show_message(*found)

    def _follow(self) -> None:
        """Say what the choice makes of the total, and open or close what can be done."""
        form, presenter, acts = self.form, self.presenter, self.acts
        matter, changeable = presenter.matter(), presenter.changeable
        form.effect.setText("" if self._hidden() else presenter.effect())
        form.problem.show_problem("")
        acts.apply.setEnabled(changeable)
        closing = matter is not None and matter.kind is MatterKind.BEYOND
        acts.apply.setText(self.tr("Tutup sebagai ketua tim") if closing else self.tr("Terapkan && lanjut"))
        for action in (acts.skip, acts.back):
            action.setEnabled(len(presenter.shown.lines) > 1)
        acts.other.setEnabled(changeable and matter is not None and matter.kind is MatterKind.ANSWER)
        acts.reason.setEnabled(changeable and presenter.needs_reason)
        acts.item.setEnabled(matter is not None and bool(matter.code))

    def _choose(self, choice: int) -> None:
        if not self.presenter.take(choice):
            return
        self.begun.emit()  # a message above may give its room back
        if choice == OTHER:
            self.form.otherForm.take_focus()
        elif self.presenter.needs_reason:
            self.form.reason.setFocus()
        elif choice != NOTHING:
            self.form.versions.take_focus()
        self._bring_to_sight()

    def _bring_to_sight(self) -> None:
        """Bring what is to be filled in next into sight, with what may be said about it."""
        form = self.form
        form.column.activate()
        form.content.adjustSize()
        form.scroll.ensureWidgetVisible(form.problem, 0, 0)

    def _apply(self) -> None:
        obstacle = self.presenter.obstacle()
        if obstacle:
            self.form.problem.show_problem(obstacle)
            self.form.scroll.ensureWidgetVisible(self.form.problem)
            if self.presenter.entry().choice == OTHER and self.presenter.entry().other is None:
                self.form.otherForm.take_focus()
            elif self.presenter.entry().choice != NOTHING:
                self.form.reason.setFocus()
            return
        self.presenter.apply()
        self.form.scroll.verticalScrollBar().setValue(0)
        self.take_focus()

    def _step(self, by: int) -> None:
        self.presenter.keep_reason()
        self.presenter.step(by)
        self.form.scroll.verticalScrollBar().setValue(0)
        self.take_focus()

    def _look_at(self, matter_id: str) -> None:
        self.presenter.keep_reason()
        self.presenter.choose(matter_id)

    def _go_on(self) -> None:
        """Go from the list to the versions."""
        if not self.form.versions.take_focus() and self.acts.apply.isEnabled():
            self._apply_button.setFocus()

    def _open_item(self) -> None:
        matter = self.presenter.matter()
        if matter is not None and matter.code:
            self.place_requested.emit(matter.code, self.presenter.shown.id)

    def _show_waiting(self) -> None:
        box, waiting = self.form.evaluation, self.presenter.waiting()
        blocked = QSignalBlocker(box)
        box.clear()
        for id_, words in waiting:
            box.addItem(words, id_)
        box.setCurrentIndex(box.findData(self.presenter.shown.id))
        blocked.unblock()
        self._fit_head()

    def _fit_head(self) -> None:
        fit_head(self.form, self.width(), lines=bool(self.presenter.shown.lines))

    def _connect(self) -> None:
        form, presenter, acts = self.form, self.presenter, self.acts
        presenter.shown_changed.connect(self._show)
        presenter.entry_changed.connect(self._follow)
        presenter.waiting_changed.connect(self._show_waiting)
        presenter.evaluation_changed.connect(self.evaluation_changed)
        presenter.evaluation_changed.connect(lambda _: self._show_waiting())
        presenter.told.connect(self.told)
        form.table.row_chosen.connect(self._look_at)
        form.table.entered.connect(self._go_on)
        form.versions.pressed.connect(self._choose)
        form.other.clicked.connect(acts.other.trigger)
        form.otherForm.changed.connect(lambda: presenter.set_other(form.otherForm.answer()))
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
