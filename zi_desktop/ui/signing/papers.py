"""The papers around an evaluation: plan and team, preconditions, the panel's decision; reachable from its menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.signing.checklist import PreconditionErrands
from zi_desktop.ui.signing.panel_dialog import PanelDialog
from zi_desktop.ui.signing.plan_dialog import PlanDialog
from zi_desktop.ui.signing.plan_entry import entry_of, given, with_person
from zi_desktop.ui.widgets.buttons import shortcut_action


class Papers(QObject):
    """Three actions of a screen that shows an evaluation; ``changed`` comes after something was kept.

    Args:
        services: all services.
        owner: the screen over which the dialogs open, and that lists the actions.
        evaluation: gives the id of the evaluation in front.
    """

    changed = Signal()

    def __init__(self, services: Services, owner: QWidget, evaluation: Callable[[], str]) -> None:
        super().__init__(owner)
        self._evaluations = services.evaluations
        self._people = services.settings.people
        self._own = services.settings.person
        self._owner = owner
        self._evaluation = evaluation
        self.checklist = PreconditionErrands(services, owner)
        self.checklist.changed.connect(self.changed)
        self.plan = self._action(self.tr("Rencana && tim…"), "Ctrl+Shift+R", self.open_plan)
        self.preconditions = self._action(self.tr("Prasyarat…"), "Ctrl+Shift+P", self.open_preconditions)
        self.panel = self._action(self.tr("Keputusan panel…"), "Ctrl+Shift+K", self.open_panel)

    def actions(self) -> tuple[QAction, ...]:
        """Return the actions."""
        return (self.plan, self.preconditions, self.panel)

    def allow(self, *, allowed: bool, open_: bool = True) -> None:
        """Open or close the actions: a signed evaluation keeps what it has, and its preconditions are only looked at.

        Args:
            allowed: the evaluation can be changed.
            open_: there is one.
        """
        for action in (self.plan, self.panel):
            action.setEnabled(allowed)
        self.preconditions.setEnabled(open_)

    def open_plan(self) -> None:
        """Show the plan and keep what is changed in it."""
        id_, people = self._evaluation(), self._people()
        before = entry_of(self._evaluations.open(id_).state.plan, people)
        dialog = PlanDialog(with_person(before, self._own()), people, self._owner)

        def keep() -> None:
            if dialog.entry() != before:
                self._evaluations.plan(id_, given(dialog.entry()))
                self.changed.emit()

        dialog.accepted.connect(keep)
        dialog.open()

    def open_preconditions(self) -> None:
        """Show the preconditions and keep those that are changed; of a signed evaluation, show them."""
        self.checklist.open(self._evaluation())

    def open_panel(self) -> None:
        """Show the panel's decision and keep another one."""
        id_ = self._evaluation()
        panel = self._evaluations.open(id_).state.panel or {"decision": "", "reason": ""}
        dialog = PanelDialog(panel["decision"], panel["reason"], self._owner)

        def keep() -> None:
            self._evaluations.decide(id_, dialog.choice.current(), dialog.reason)
            self.changed.emit()

        dialog.accepted.connect(keep)
        dialog.open()

    def _action(self, text: str, keys: str, act: Callable[[], None]) -> QAction:
        action = shortcut_action(self._owner, text, keys)
        action.triggered.connect(partial(_call, act))
        return action


def _call(act: Callable[[], None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (the signature of QAction.triggered)
    act()
