"""The evaluations opened last, as values and as a Qt model."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zi_desktop.services.composition import Services
from zi_desktop.ui.dates import moment
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.rows import NONE, Row

_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Recent:
    """An evaluation that was open: its row in the portfolio, the item one was at, and when."""

    row: Row
    code: str
    opened: str

    @property
    def words(self) -> str:
        """Return what it is, in one line."""
        cells, evaluation = self.row.cells, self.row.evaluation or {}
        parts = [
            f"{cells[Column.ACTIVITY].text} {evaluation.get('year', '')}", f"target {evaluation.get('target', NONE)}",
            cells[Column.STATUS].text, f"{cells[Column.FILLED].text} terisi",
        ]  # fmt: skip
        if cells[Column.SCORE].text != NONE:
            parts.append(f"nilai {cells[Column.SCORE].text}")
        return " · ".join(parts)


class RecentPresenter(QObject):
    """Reads which evaluations were opened last; those that are gone or archived are left out."""

    shown = Signal(list)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def load(self) -> None:
        """Read the list again."""
        now = self._services.workspace.now()
        satkers = {row["id"]: row for row in self._services.satkers.list()}
        evaluations = {row["id"]: row for row in self._services.evaluations.summaries()}
        found = []
        for entry in self._services.preferences.opened():
            evaluation = evaluations.get(entry["id"])
            satker = satkers.get(evaluation["satker"]) if evaluation else None
            if satker and evaluation and not satker["archived"] and evaluation["status"] != "diarsipkan":
                at = moment(dt.datetime.fromisoformat(entry["at"]), now)
                found.append(Recent(Row(satker, evaluation, now.date()), entry["code"], at))
        self.shown.emit(found)


class RecentModel(QAbstractListModel):
    """Shows evaluations, the one opened last first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recents: Sequence[Recent] = ()

    def show_recents(self, recents: Sequence[Recent]) -> None:
        """Show others."""
        self.beginResetModel()
        self._recents = recents
        self.endResetModel()

    def recent(self, number: int) -> Recent:
        """Return the one of that number."""
        return self._recents[number]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._recents)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, and for a screen reader the whole row."""
        if not index.isValid():
            return None
        recent = self._recents[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return recent.row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{recent.row.name}, {recent.words}, dibuka {recent.opened}"
        return None
