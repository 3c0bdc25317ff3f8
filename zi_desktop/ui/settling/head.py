"""The head of "Selesaikan beda penilaian": which evaluation, one of several to choose from, and how far it is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.settling.shown import SettleShown

_WITH_BAR: Final = 600
_WITH_PROGRESS: Final = 540
"""Logical pixels of width from which the head has room for them beside the name of the satker."""


class SettleHead:
    """Fills the head of a form."""

    def __init__(self, form: Ui_SettleForm) -> None:
        self._form = form
        self._shown = SettleShown()

    def show_progress(self, shown: SettleShown) -> None:
        """Show the satker, and how much of the list is settled."""
        self._shown = shown
        words = QCoreApplication.translate("SettlePanel", "{done} dari {all} hal selesai")
        self._form.mark.show_icon("difference", "bad" if shown.done < len(shown.lines) else "text2")
        self._form.satker.setText(shown.satker)
        self._form.progress.setText(words.format(done=shown.done, all=len(shown.lines)))
        self._form.bar.show_values(shown.done / len(shown.lines) if shown.lines else 0.0)

    def show_evaluations(self, rows: Sequence[tuple[str, str]]) -> None:
        """Offer the evaluations with something to settle: id and words of each."""
        box = self._form.evaluation
        blocked = QSignalBlocker(box)
        box.clear()
        for id_, words in rows:
            box.addItem(words, id_)
        box.setCurrentIndex(box.findData(self._shown.id))
        blocked.unblock()

    def fit(self, width: int) -> None:
        """Show the choice of evaluations where there are several, else the name of the one, and what has room beside it.

        Args:
            width: of the panel, in logical pixels.
        """
        form, lines = self._form, bool(self._shown.lines)
        several, wide = form.evaluation.count() > 1, width / text_scale()
        form.bar.setVisible(lines and wide > _WITH_BAR)
        form.progress.setVisible(lines and wide > _WITH_PROGRESS)
        form.satker.setVisible(not several)
        form.evaluation.setVisible(several)  # last: what has no room beside it is gone by then
