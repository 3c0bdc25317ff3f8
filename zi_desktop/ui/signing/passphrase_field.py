"""A field for a passphrase with an eye that shows it while it is held open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.ui.icons import icon
from zi_desktop.ui.widgets.buttons import tip_of


class PassphraseField(QLineEdit):
    """Hides what is typed; empties itself when it goes out of sight. Nothing of it is remembered anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.setShortcut(QKeySequence("Ctrl+H"))
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._eye.toggled.connect(lambda shown: self._show(shown=shown))
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._show(shown=False)

    def take(self) -> str:
        """Return what was typed and empty the field."""
        typed = self.text()
        self.clear()
        return typed

    def clear(self) -> None:
        """Empty the field, its memory of edits too, and hide again."""
        self.setText("")
        self._eye.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Empty the field when its screen is left."""
        self.clear()
        super().hideEvent(event)

    def _show(self, *, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", "text2"))
        self._eye.setText(self.tr("Sembunyikan passphrase") if shown else self.tr("Tampilkan passphrase"))
        self._eye.setToolTip(tip_of(self._eye))
