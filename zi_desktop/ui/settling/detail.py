"""One beda penilaian below the list: its versions, another value, the reason."""

from collections.abc import Callable

from PySide6.QtCore import QSize

from zi_desktop.services.composition import Services
from zi_desktop.services.settling.matters import Matter, MatterKind
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.settling.entry import NOTHING, OTHER, other_digit
from zi_desktop.ui.settling.layout import fit, is_low
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.settling.shown import SettleLine, notice_of, share_words
from zi_desktop.ui.settling.version import CardContext
from zi_desktop.ui.widgets.tab_order import order_tab


class SettleDetail:
    """Fills the middle of a form with the matter that is looked at, and leads the keyboard through it.

    Args:
        form: the form.
        presenter: knows what was begun.
        services: all services.
        hidden: tells whether scores are hidden.
    """

    def __init__(
        self, form: Ui_SettleForm, presenter: SettlePresenter, services: Services, hidden: Callable[[], bool]
    ) -> None:
        self._form, self._presenter, self._services, self._hidden = form, presenter, services, hidden
        self._low = self._filed = False
        self._begun = "", services.workspace.now()  # which matter is looked at, and since when: its cards stay

    def show_line(self, line: SettleLine) -> None:
        """Show another matter, or the same one as it stands now."""
        form, matter, presenter = self._form, line.matter, self._presenter
        entry, changeable = presenter.entry(), presenter.changeable
        form.place.setText(matter.place)
        form.question.setText(matter.title)
        form.share.setText(share_words(matter))
        self._show_notice(line)
        if matter.id != self._begun[0]:
            self._begun = matter.id, self._services.workspace.now()
        context = CardContext(matter, changeable, self._hidden(), self._begun[1], presenter.thresholds())
        form.versions.show_versions(context, entry.choice)
        stated = matter.kind is MatterKind.ANSWER and changeable
        for part in (form.otherPart, form.reasonTitle, form.reason):
            part.setVisible(stated)
        form.otherCap.setText(other_digit(matter))
        self._filed = any(version.files for version in matter.versions)
        self._show_other(matter, shown=stated and entry.choice == OTHER)
        if form.reason.toPlainText() != entry.reason:
            form.reason.setPlainText(entry.reason)
        order_tab((form.table, *form.versions.stops(), form.other, *form.otherForm.stops(), form.reason))

    def fit(self, size: QSize) -> None:
        """Follow the size of the panel."""
        self._low = is_low(size)
        fit(self._form, size)
        self._show_beside(self._form.problem.text())

    def lead_on(self) -> None:
        """Go to what is to be filled in next."""
        form, choice = self._form, self._presenter.entry().choice
        if choice == OTHER:
            form.otherForm.take_focus()
        elif self._presenter.needs_reason:
            form.reason.setFocus()
        elif choice != NOTHING:
            form.versions.take_focus()

    def say(self, obstacle: str) -> None:
        """Say beside the reason what is still missing; "" for nothing: there stands then what the reason is for."""
        form = self._form
        form.problem.show_problem(obstacle)
        stated = self._presenter.changeable and (self._presenter.needs_reason or bool(obstacle))
        form.deciding.setVisible(stated)
        form.decideRule.setVisible(stated)
        self._show_beside(obstacle)

    def refuse(self, obstacle: str) -> None:
        """Say what is still missing, and go to it."""
        form, entry = self._form, self._presenter.entry()
        self.say(obstacle)
        if entry.choice == OTHER and entry.other is None:
            form.otherForm.take_focus()
        elif entry.choice != NOTHING:
            form.reason.setFocus()

    def begin_at_top(self) -> None:
        """Bring the question into sight."""
        self._form.scroll.verticalScrollBar().setValue(0)

    def _show_other(self, matter: Matter, *, shown: bool) -> None:
        form = self._form.otherForm
        self._form.otherScroll.setVisible(shown)
        if not shown:
            form.forget()
            return
        view = self._services.evaluations.open(self._presenter.shown.id)
        form.show_question(view.state.instrument.questions[matter.code], self._presenter.entry().other)

    def _show_beside(self, obstacle: str) -> None:
        """Show beside the titles what has room there: in a low panel the reason's title and field share a line."""
        form, other = self._form, self._presenter.entry().choice == OTHER
        form.reasonHint.setVisible(not obstacle and not self._low and not form.reason.isHidden())
        for part in (form.otherMark, form.otherChosen):
            part.setVisible(other and not (obstacle and self._low))
        for part in (form.clip, form.kept):
            part.setVisible(self._filed and not other and not self._low)

    def _show_notice(self, line: SettleLine) -> None:
        found = notice_of(line)
        if found is None:
            self._form.notice.hide()
        else:
            self._form.notice.show_message(*found)
