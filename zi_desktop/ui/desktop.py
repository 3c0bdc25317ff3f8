"""Puts the window together: theme, screens, worker, errors, palette."""

import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, QTimer
from PySide6.QtWidgets import QApplication

from zi_desktop.services.composition import Services
from zi_desktop.ui.backup_ways import BackupWays
from zi_desktop.ui.field_chords import FieldChords
from zi_desktop.ui.fonts import load_fonts
from zi_desktop.ui.import_ways import ImportWays
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.last_folders import LastFolders
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.means import Means
from zi_desktop.ui.navigation import EVALUATION, HOME, SIGNING, Navigation
from zi_desktop.ui.problems import Problems, show_log, tell_and_end
from zi_desktop.ui.qt_words import QtWords
from zi_desktop.ui.screens import places
from zi_desktop.ui.theme import Theme
from zi_desktop.ui.unsaved_ways import UnsavedWays
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.window_memory import WindowMemory

_FIRST_SIZE = QSize(1366, 768)
_IDLE_MS = 250
"""After the first paint, before anybody has read the first screen."""


def make_application(arguments: list[str]) -> QApplication:
    """Return the Qt application with its language, its words and its face."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    application = QApplication(arguments)
    application.setApplicationName("ZI Desktop")
    application.setDesktopFileName("zi-desktop")
    application.installTranslator(QtWords(application))
    load_fonts()
    return application


class Desktop:
    """The open window over one workspace; ``close`` when the event loop has ended."""

    def __init__(self, services: Services, theme: Theme, memory: WindowMemory, log_file: Callable[[], Path]) -> None:
        self._services = services
        self._memory = memory
        self._log_file = log_file
        self._frozen: set[str] = set()
        self._in_front = memory.screen
        self.jobs = Jobs()
        self.problems = Problems(log_file)
        self.navigation = Navigation(services.workspace.database)
        self.imports = ImportWays(services, self.navigation)
        self.window = MainWindow(places(Means(services, self.jobs, theme, memory, self.navigation, self.imports)))
        self.navigation.lead(self.window)
        self.imports.lead(self.window)
        LastFolders(services.preferences, self.window)
        FieldChords(self.window)
        self.unsaved = UnsavedWays(services, self.navigation, self.window)
        self.backups = BackupWays(services, self.jobs, self.window)
        self._keeping = QTimer(self.window, singleShot=True, interval=_IDLE_MS)
        self._keeping.timeout.connect(self._keep_screen)
        self._connect()
        self._show_person()

    def show(self) -> None:
        """Show the window as it stood last, with the first screen in front."""
        self.problems.install()
        self.window.show_page(HOME)
        if not self.window.restoreGeometry(self._memory.geometry):
            self._fit()
        if not self._services.workspace.database.writable:
            self._tell_only_reads()
        self.window.show()

    def _tell_only_reads(self) -> None:
        words = self.window.tr(
            "Ruang kerja dibuka untuk dibaca saja, seperti keadaannya pukul {time}. Perubahan tidak tersimpan."
        )
        self.window.status.show_only_reads()
        self.window.show_message(words.format(time=f"{self._services.workspace.now():%H.%M}"), Tone.WARN)

    def go_on(self) -> None:
        """Go on where the person was: in the evaluation that was open last, if it was in front; take dropped reports."""
        from zi_desktop.storage.backup_files import REPORTS  # noqa: PLC0415 (as below)
        from zi_desktop.ui.verification.door import ReportDoor  # noqa: PLC0415 (the first screen comes first)

        workspace = self._services.workspace
        reports = workspace.folder / REPORTS
        door = ReportDoor(self._services.preferences, workspace.editions, self.jobs, self.window, reports)
        door.workbook_dropped.connect(self.imports.take)
        door.bundle_dropped.connect(self.navigation.take_bundle)
        door.card_dropped.connect(self.navigation.take_card)
        door.portfolio_dropped.connect(self.navigation.open_portfolio)
        if self._memory.screen in (EVALUATION, SIGNING):
            self.navigation.reopen_last()
        self.window.page_shown.connect(self._remember_screen)
        QTimer.singleShot(_IDLE_MS, self.window, self._prepare)

    def _prepare(self) -> None:
        """Make the screen that everybody opens next, then what it shows, while nobody waits for it."""
        self._services.workspace.editions.all()  # an official wording takes a moment to be put together, once
        self._follow_exchange()
        page = self.window.screen_of(EVALUATION)
        QTimer.singleShot(_IDLE_MS, page, page.prepare)

    def close(self) -> None:
        """Let the worker end and close the workspace."""
        self.jobs.wait()
        self.problems.uninstall()
        self._services.close()

    def _fit(self) -> None:
        free = self.window.screen().availableSize()
        if free.width() <= _FIRST_SIZE.width() or free.height() <= _FIRST_SIZE.height():
            self.window.resize(free)
            self.window.showMaximized()
        else:
            self.window.resize(_FIRST_SIZE)

    def _connect(self) -> None:
        window = self.window
        window.palette_requested.connect(self._open_palette)
        window.closing.connect(self._remember)
        window.page_shown.connect(self._show_person)
        self.navigation.settings_kept.connect(self._show_person)
        window.page_shown.connect(self._freeze)
        self.jobs.started.connect(window.status.follow)
        self.jobs.exclusive_changed.connect(lambda exclusive: window.take_input(allowed=not exclusive))
        self.jobs.exclusive_changed.connect(self._show_person)
        self.problems.occurred.connect(window.show_message)
        self.problems.stopped.connect(lambda failure: tell_and_end(failure, self._services.workspace.folder, window))
        self.problems.surprised.connect(lambda log: show_log(log, self._log_file(), window))

    def _open_palette(self) -> None:
        from zi_desktop.ui.palette.view import CommandPalette  # noqa: PLC0415 (loads when it is first opened)

        palette = CommandPalette(self.window.commands(), self.window)
        palette.exec()
        palette.deleteLater()

    def _show_person(self) -> None:
        person = self._services.settings.person()
        words = [person.name or self.window.tr("Nama belum diisi"), *([person.position] if person.position else [])]
        self.window.status.show_person(" · ".join(words))

    def _follow_exchange(self) -> None:
        """Say beside every screen what waits to be sent, and send it by itself where that is wanted."""
        from zi_desktop.ui.exchange_line import ExchangeLine  # noqa: PLC0415 (the first screen comes first)

        line = ExchangeLine(self._services, self.jobs, self.window)
        self.window.page_shown.connect(line.count)
        self.navigation.exchanged.connect(line.count)
        line.met.connect(self.navigation.hub_met)

    def _freeze(self, key: str) -> None:
        """Look no more for garbage in what stands now: a collection over all modules and screens takes several frames."""
        if key not in self._frozen:
            self._frozen.add(key)
            gc.freeze()

    def _remember_screen(self, key: str) -> None:
        """Keep what is in front once it is painted: what is kept is written to the disk first."""
        self._in_front = key
        self._keeping.start()

    def _keep_screen(self) -> None:
        self._memory.screen = self._in_front

    def _remember(self) -> None:
        self._keeping.stop()
        self._keep_screen()
        self._memory.geometry = self.window.saveGeometry()
