"""The dialog in which an evaluation begins: satker, year, activity, target, track, round."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QWidget

from zi_desktop.domain.plan import ACTIVITIES, TARGETS
from zi_desktop.ui.dialog_keys import ways
from zi_desktop.ui.forms.ui_home_evaluation import Ui_HomeEvaluation
from zi_desktop.ui.home.drafts import EvaluationDraft, evaluation_problems
from zi_desktop.ui.home.field_grid import lay_out
from zi_desktop.ui.name_order import name_key
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.panes import first_focus
from zi_desktop.ui.widgets.problem_line import mark_field
from zi_desktop.ui.widgets.suggestions import dress_suggestions


class EvaluationDialog(QDialog):
    """Fields with what is wrong below each; target and activity follow the predicate until somebody chooses.

    Args:
        satkers: what can be evaluated, as the service lists it.
        known: ids of the evaluations that are there: such a one is opened, not begun.
        begin: begins or opens it.
        parent: the window.
    """

    def __init__(
        self,
        satkers: Sequence[Mapping[str, Any]],
        known: Collection[str],
        begin: Callable[[EvaluationDraft], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._satkers = {row["id"]: row for row in satkers}
        self._known, self._begin = known, begin
        self._tried = False
        self.form = Ui_HomeEvaluation()
        self.form.setupUi(self)
        self._fill()
        lay_out(self, self.form)
        self._connect()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar."""
        return ways(self.form.begin, self.form.cancel)

    def prepare(self, satker: str, year: int) -> None:
        """Choose a satker and a year."""
        self.form.year.setText(str(year))
        self.form.satker.setCurrentIndex(self.form.satker.findData(satker))
        self._follow_satker()

    def accept(self) -> None:
        """Begin, or show what is wrong and go to the first such field."""
        if self._take_only_match():  # taken, to be seen; the next Enter begins
            return
        self._tried = True
        problems = self._check()
        if problems:
            getattr(self.form, next(iter(problems))).setFocus()
            return
        self._begin(self._draft())
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is missing."""
        super().showEvent(event)
        begin = first_focus(self.form.activity) if self._satker() else None
        (begin or self.form.satker).setFocus()

    def _satker(self) -> str:
        """Return the id of the satker whose name stands in the field, or ""."""
        field = self.form.satker
        number = field.findText(field.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return str(field.itemData(number)) if number >= 0 else ""

    def _draft(self) -> EvaluationDraft:
        form = self.form
        return EvaluationDraft(
            self._satker(), int(form.year.text()), form.activity.current(), form.target.current(), form.track.currentData(),
            int(form.round.text()),
        )  # fmt: skip

    def _check(self) -> Mapping[str, str]:
        form = self.form
        found = evaluation_problems(self._satker(), form.year.text().strip(), form.round.text().strip())
        shown = found if self._tried else {}
        for name in ("satker", "year", "round"):
            mark_field(getattr(form, name), getattr(form, f"{name}_line"), shown.get(name, ""))
        there = not found and self._draft().id in self._known
        form.begin.setText(self.tr("Buka evaluasi") if there else self.tr("Mulai evaluasi"))
        form.activity_line.show_hint(self.tr("Evaluasi ini sudah ada dan akan dibuka.") if there else "")
        for field in (form.target, form.track):
            field.setEnabled(not there)
        return found

    def _follow_satker(self) -> None:
        row = self._satkers.get(self._satker())
        if row is not None:
            self.form.target.set_current(row["target"])
            self._follow_target()
            self.form.activity.set_current("pemantauan" if row["predicate"] == "WBBM" else "evaluasi")
        self.form.target_line.show_hint(_predicate_words(row) if row else "")
        self._check()

    def _follow_target(self, *_: object) -> None:
        self.form.track.show_tracks(self.form.target.current())

    def _take_shown(self) -> None:
        """Take the only satker of an open list: that Enter goes no further than the list."""
        completer = self.form.satker.completer()
        offered = completer.popup() if completer is not None else None
        if offered is not None and offered.isVisible():
            self._take_only_match()
            offered.hide()

    def _take_only_match(self) -> bool:
        """Take the satker that is the only one to fit what was typed; return whether there was such a one."""
        field, completer = self.form.satker, self.form.satker.completer()
        typed = field.currentText().strip()
        if completer is None or not typed or self._satker():
            return False
        completer.setCompletionPrefix(typed)
        if completer.completionCount() != 1:
            return False
        field.setCurrentIndex(field.findText(completer.currentCompletion()))
        self.form.year.setFocus()
        return True

    def _fill(self) -> None:
        form = self.form
        form.activity.set_choices(list(ACTIVITIES.items()))
        form.activity.set_current("evaluasi")
        form.target.set_choices([(target, target) for target in TARGETS])
        self._follow_target()
        form.round.setText("1")
        for row in sorted(self._satkers.values(), key=lambda row: name_key(row["name"])):
            form.satker.addItem(f"{row['name']} · {row['code']}", row["id"])
        form.satker.setEditable(True)
        form.satker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        form.satker.setCurrentIndex(-1)
        edit, completer = form.satker.lineEdit(), form.satker.completer()
        assert edit is not None
        edit.setPlaceholderText(self.tr("Ketik nama atau kode satker"))
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            dress_suggestions(completer)
        edit.returnPressed.connect(self._take_shown)

    def _connect(self) -> None:
        form = self.form
        form.begin.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.satker.currentTextChanged.connect(self._follow_satker)
        form.activity.chosen.connect(self._check)
        form.target.chosen.connect(self._follow_target)
        for field in (form.year, form.round):
            field.textEdited.connect(self._check)


def _predicate_words(row: Mapping[str, Any]) -> str:
    if not row["predicate"]:
        return "Belum memegang predikat."
    return f"Memegang {row['predicate']} {row['predicate_year']}."
