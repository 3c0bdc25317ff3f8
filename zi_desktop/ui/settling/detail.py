"""One beda penilaian below the list: its versions, another value, the reason."""

from collections.abc import Callable

from zi_desktop.services.composition import Services
from zi_desktop.services.settling.matters import Matter, MatterKind
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.settling.entry import NOTHING, OTHER, other_digit
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.settling.shown import SettleLine, notice_of, share_words
from zi_desktop.ui.settling.version import CardContext
from zi_desktop.ui.tokens import Space
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
        self._begun = "", services.workspace.now()  # which matter is looked at, and since when: its cards stay

    def show_line(self, line: SettleLine) -> None:
        """Show another matter, or the same one as it stands now."""
        form, matter, presenter = self._form, line.matter, self._presenter
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
        stated = matter.kind is MatterKind.ANSWER and changeable
        for part in (form.otherCap, form.other, form.reasonTitle, form.reason):
            part.setVisible(stated)
        form.otherCap.setText(other_digit(matter))
        form.clip.setVisible(any(version.files for version in matter.versions))
        form.kept.setVisible(not form.clip.isHidden())
        self._show_other(matter, shown=stated and entry.choice == OTHER)
        if form.reason.toPlainText() != entry.reason:
            form.reason.setPlainText(entry.reason)
        order_tab((form.table, *form.versions.stops(), form.other, *form.otherForm.stops(), form.reason))

    def lead_on(self) -> None:
        """Go to what is to be filled in next."""
        form, choice = self._form, self._presenter.entry().choice
        if choice == OTHER:
            form.otherForm.take_focus()
        elif self._presenter.needs_reason:
            form.reason.setFocus()
        elif choice != NOTHING:
            form.versions.take_focus()
        self.bring_to_sight()

    def go_to_reason(self) -> None:
        """Go to the reason, which may lie out of sight."""
        self._form.reason.setFocus()
        self.bring_to_sight()

    def bring_to_sight(self) -> None:
        """Bring the reason into sight, and first of all what is being filled in."""
        form = self._form
        form.column.activate()
        form.content.adjustSize()
        last = form.problem if form.reason.isHidden() else form.reason
        # Not as a widget: of a text field only the line of the cursor would count.
        form.scroll.ensureVisible(0, last.geometry().bottom() + Space.S, 0, 0)
        focus = form.content.focusWidget()
        if focus is not None and form.otherForm.isAncestorOf(focus):
            form.scroll.ensureWidgetVisible(focus, 0, 0)

    def say(self, obstacle: str) -> None:
        """Say beside the reason what is still missing; "" for nothing: there stands then what the reason is for."""
        form = self._form
        form.problem.show_problem(obstacle)
        form.reasonHint.setVisible(not obstacle and not form.reason.isHidden())

    def refuse(self, obstacle: str) -> None:
        """Say what is still missing, and go to it."""
        form, entry = self._form, self._presenter.entry()
        self.say(obstacle)
        self.bring_to_sight()
        form.scroll.ensureWidgetVisible(form.problem, 0, 0)
        if entry.choice == OTHER and entry.other is None:
            form.otherForm.take_focus()
        elif entry.choice != NOTHING:
            form.reason.setFocus()

    def begin_at_top(self) -> None:
        """Bring the question into sight."""
        self._form.scroll.verticalScrollBar().setValue(0)

    def _show_other(self, matter: Matter, *, shown: bool) -> None:
        form = self._form.otherForm
        form.setVisible(shown)
        if not shown:
            form.forget()
            return
        view = self._services.evaluations.open(self._presenter.shown.id)
        form.show_question(view.state.instrument.questions[matter.code], self._presenter.entry().other)

    def _show_notice(self, line: SettleLine) -> None:
        found = notice_of(line)
        if found is None:
            self._form.notice.hide()
        else:
            self._form.notice.show_message(*found)
