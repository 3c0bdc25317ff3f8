"""A field for a day as Indonesians write it: 5-11-2026 or 5 Nov 2026."""

from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.ui import dates


class DateField(QLineEdit):
    """Takes a day in any usual spelling and shows it as ``5 Nov 2026`` when it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Misalnya 5-11-2026"))
        self.editingFinished.connect(self._rewrite)

    def day(self) -> str | None:
        """Return the day (ISO), "" for none, None where what was typed is no day."""
        typed = self.text().strip()
        return dates.read_day(typed) if typed else ""

    def set_day(self, day: str) -> None:
        """Show a day (ISO), or none."""
        self.setText(dates.whole_day(day))

    def _rewrite(self) -> None:
        if day := self.day():
            self.set_day(day)
