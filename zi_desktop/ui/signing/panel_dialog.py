"""Keputusan panel: what the panel decided, with its reason; both are printed."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.plan import DECISIONS
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.lines_field import LinesField
from zi_desktop.ui.widgets.segments import SegmentedControl

_WIDTH = 520
_LINES = 5


class PanelDialog(DialogFrame):
    """Takes a decision; nothing is chosen beforehand where none stands."""

    def __init__(self, decision: str, reason: str, parent: QWidget) -> None:
        super().__init__(self.tr("Keputusan panel"), self.tr("Simpan"), parent)
        self.setFixedWidth(_WIDTH)
        self.add_words(
            self.tr("Terpisah dari ambang nilai dan syarat pengusulan; ketiganya tercetak pada kertas kerja.")
        )
        self.body.addSpacing(Space.XS)
        self.body.addWidget(text_label(self.tr("Keputusan"), "strong"))
        self.choice = SegmentedControl()
        open_ = [] if decision else [("", self.tr("Belum ada"))]
        self.choice.set_choices([*open_, *DECISIONS.items()])
        self.choice.set_current(decision)
        self.body.addWidget(self.choice)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(text_label(self.tr("Alasan"), "strong"))
        self.field = LinesField(reason)
        self.field.setTabChangesFocus(True)
        self.field.show_lines(_LINES)
        self.field.setAccessibleName(self.tr("Alasan"))
        self.body.addWidget(self.field)
        self.field.setFocus()
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def reason(self) -> str:
        """Return the reason."""
        return self.field.toPlainText().strip()

    def confirm(self) -> None:
        """Close if there is a decision and a reason."""
        if not self.choice.current():
            self.refuse_at(self.choice.stop(), self.tr("Keputusan belum dipilih."))
        elif not self.reason:
            self.refuse_at(self.field, self.tr("Alasan keputusan belum diisi."))
        else:
            self.accept()
