"""What is typed and not saved yet, whichever screen is in front: told in the status bar, found by a key, asked about at closing."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from zi_desktop.services.typed_drafts import ABOUT_REMARKS, ABOUT_THE_DAY, kind_of
from zi_desktop.services.unsaved import Unsaved, unsaved
from zi_desktop.ui.commands import describe
from zi_desktop.ui.evaluation_words import in_brief, subtitle_of
from zi_desktop.ui.navigation import EVALUATION, VISIT
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.composition import Services
    from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.navigation import Navigation

_WIDTH: Final = 480


class UnsavedWays(QObject):
    """Watches one window; counts anew with each screen that comes to the front, and with each draft kept or forgotten."""

    def __init__(self, services: "Services", navigation: "Navigation", window: "MainWindow") -> None:
        super().__init__(window)
        self._services, self._navigation, self._window = services, navigation, window
        self._last = ""
        self._asked = False
        self.find = QAction(self.tr("Isian yang belum disimpan"), window)
        describe(self.find, words=self.tr("konsep setengah draf tersimpan lanjutkan"))
        self.find.setShortcut(QKeySequence("Ctrl+L"))
        self.find.triggered.connect(self._go)
        window.addAction(self.find)
        self._rest = QTimer(self, singleShot=True, interval=0)  # a dialog may keep and forget in one go
        self._rest.timeout.connect(self._follow)
        services.typed_drafts.changed = self._rest.start
        window.closing.connect(self._rest.stop)
        window.page_shown.connect(self.tell)
        window.may_close = self._may_close

    def tell(self) -> None:
        """Say in the status bar how much waits."""
        self._window.status.show_unsaved(len(self._waiting()))

    def _follow(self) -> None:
        """Tell of a draft that came or went; the screen that counts its own entries goes on telling of them."""
        self.tell()
        if self._window.key() == EVALUATION:
            from zi_desktop.ui.evaluation.page import EvaluationPage  # noqa: PLC0415 (loaded: it is in front)

            page = self._window.page()
            assert isinstance(page, EvaluationPage)
            if not page.stage.empty:
                page.stage.presenter.statements.look_at_drafts()
        elif not self._window.page().follow_drafts() and self._window.status.waiting:
            self._window.status.show_all_saved()

    def _waiting(self) -> Sequence[Unsaved]:
        return unsaved(self._services.workspace, self._services.settings)

    def _go(self) -> None:
        """Go to what waits, to the next one with each press."""
        self._leave_field()
        waiting = self._waiting()
        if not waiting:
            self._navigation.say(self.tr("Semua isian tersimpan."), Tone.OK)
            return
        names = [f"{each.evaluation}/{each.cell}" for each in waiting]
        place = (names.index(self._last) + 1) % len(names) if self._last in names else 0
        self._last = names[place]
        self._lead_to(waiting[place])

    def _lead_to(self, each: Unsaved) -> None:
        kind, which = kind_of(each.cell)
        if kind in ABOUT_REMARKS:
            self._navigation.open_remark(each.evaluation, which[-1])
        elif kind in ABOUT_THE_DAY:
            self._navigation.show_tab(VISIT, each.evaluation)
        else:
            self._navigation.open_evaluation(each.evaluation, each.item)

    def _may_close(self) -> bool:
        """Close at once where nothing waits; else say so first, once. Nobody is asked while the system shuts down."""
        self._leave_field()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        waiting = () if self._asked or application.isSavingSession() else self._waiting()
        if waiting:
            self._ask(waiting)
        return not waiting

    def _ask(self, waiting: Sequence[Unsaved]) -> None:
        from zi_desktop.ui.widgets.dialog_frame import DialogFrame  # noqa: PLC0415 (opened seldom)

        title = self.tr("{count} isian belum disimpan").format(count=len(waiting))
        dialog = DialogFrame(title, self.tr("Lihat isiannya"), self._window, self.tr("Tutup saja"))
        dialog.setFixedWidth(_WIDTH)
        dialog.add_words(
            self.tr(
                "Yang sudah diketik tetap ada di laptop ini dan menunggu sebagai draf, tetapi belum menjadi jawaban dan "
                "belum dihitung."
            )
        )
        counts = Counter(each.evaluation for each in waiting)
        if len(counts) > 1:  # else it is the number that the screens of the evaluation say
            dialog.add_words("\n".join(f"{self._name_of(id_)}: {count}" for id_, count in counts.items()))
        dialog.accepted.connect(self._go)
        dialog.cancel_button.clicked.connect(self._close)
        dialog.open()
        dialog.confirm_button.setFocus()

    def _name_of(self, id_: str) -> str:
        """Return satker, activity and year of an evaluation."""
        state = self._services.evaluations.open(id_).state
        satker = self._services.satkers.get(state.identity.satker, state.plan.last_day)
        return f"{satker.name} · {in_brief(subtitle_of(state))}"

    def _close(self) -> None:
        self._asked = True
        self._window.close()

    @staticmethod
    def _leave_field() -> None:
        """Let the field that has the keyboard keep what stands in it."""
        field = QApplication.focusWidget()
        if field is not None:
            field.clearFocus()
