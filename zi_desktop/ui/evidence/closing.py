"""The window closed while files are added: asks first, as the rest would not be added."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from zi_desktop.ui.evidence.adding import Added, Adding
from zi_desktop.ui.widgets.dialog_frame import DialogFrame

_WIDTH = 480


class ClosingGuard(QObject):
    """Stands at the window of a screen for as long as files are added from there."""

    def __init__(self, adding: Adding, owner: QWidget) -> None:
        super().__init__(owner)
        self._adding, self._owner = adding, owner
        self._window: QWidget | None = None
        self._dialog: DialogFrame | None = None
        self._words: QLabel | None = None
        adding.begun.connect(self._watch)
        adding.linked.connect(self._tell)
        adding.ended.connect(self._rest)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold the window open until the person has answered; nobody is asked while the system shuts down."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        if event.type() != QEvent.Type.Close or application.isSavingSession():
            return False
        event.ignore()
        if self._dialog is None:
            self._ask()
        return True

    def _watch(self) -> None:
        if self._window is None:
            self._window = self._owner.window()
            self._window.installEventFilter(self)

    def _rest(self, _added: Added) -> None:
        if self._adding.running:
            return
        self._let_go()
        if self._dialog is not None:
            self._dialog.reject()

    def _ask(self) -> None:
        assert self._window is not None
        title, stay = self.tr("Data dukung masih ditambahkan"), self.tr("Lanjutkan menambahkan")
        self._dialog = dialog = DialogFrame(title, self.tr("Tutup sekarang"), self._window, stay)
        dialog.setFixedWidth(_WIDTH)
        self._words = dialog.add_words("")
        self._tell()
        dialog.accepted.connect(self._close)
        dialog.finished.connect(self._forget)
        dialog.open()
        dialog.cancel_button.setFocus()  # Enter does what has the keyboard: go on

    def _tell(self, _id: str = "") -> None:
        if self._words is not None:
            running = self._adding.running
            done, whole = sum(each.count + each.same for each in running), sum(each.whole for each in running)
            words = self.tr(
                "{done} dari {whole} berkas sudah tercatat. Bila jendela ditutup, berkas yang sudah utuh disalin tetap "
                "tercatat; sisanya tidak ditambahkan dan tetap di tempat asalnya."
            )
            self._words.setText(words.format(done=done, whole=whole))

    def _close(self) -> None:
        window = self._window
        self._let_go()
        if window is not None:
            window.close()

    def _forget(self) -> None:
        self._dialog = self._words = None

    def _let_go(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None
