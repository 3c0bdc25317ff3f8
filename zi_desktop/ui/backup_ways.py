"""Cadangkan sekarang, from every screen: asks for a file, writes the backup beside the work, says what was written."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from zi_desktop.domain.errors import InvalidInputError, ZiError
from zi_desktop.domain.figures import size, whole
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.ui.commands import describe
from zi_desktop.ui.last_folders import Shelf
from zi_desktop.ui.widgets.buttons import icon_button
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.backups import Backup
    from zi_desktop.services.composition import Services
    from zi_desktop.ui.jobs import Job, Jobs, Progress
    from zi_desktop.ui.main_window import MainWindow

_KEYS: Final = "Ctrl+Alt+S"


class BackupWays(QObject):
    """Belongs to one window: the act with its key, and the disk at the right end of the top bar."""

    def __init__(self, services: "Services", jobs: "Jobs", window: "MainWindow") -> None:
        super().__init__(window)
        self._services, self._jobs, self._window = services, jobs, window
        self._running: Job | None = None
        self.begin = QAction(self.tr("Cadangkan sekarang…"), window)
        describe(self.begin, words=self.tr("cadangan simpan salinan flashdisk aman backup pulihkan"))
        self.begin.setShortcut(QKeySequence(_KEYS))
        self.begin.triggered.connect(self._ask)
        window.addAction(self.begin)
        window.add_last_tool(icon_button(self.begin, "save"))

    def _ask(self) -> None:
        from zi_desktop.ui.file_dialogs import choose_place  # noqa: PLC0415 (opened seldom)

        if self._running is not None:
            self._window.show_message(self.tr("Cadangan sebelumnya masih ditulis; tunggu sampai selesai."), Tone.WARN)
            return
        name = f"Cadangan ZI {self._services.workspace.now():%Y-%m-%d %H%M}.db"
        title, kinds = self.tr("Cadangkan sekarang"), self.tr("Cadangan ZI Desktop (*.db)")
        file = choose_place(self._window, title, name, kinds, Shelf.BACKUPS)
        if file is None:
            return
        if file.resolve().is_relative_to(self._services.workspace.folder.resolve()):
            raise InvalidInputError(
                self.tr(
                    "Folder itu bagian dari ruang kerja: cadangan di sana ikut hilang bersamanya. Tidak ada yang "
                    "ditulis dan tidak ada yang hilang; pilih flashdisk atau folder lain."
                )
            )
        self._write(file)

    def _write(self, file: Path) -> None:
        """Write beside the work: a stick may be slow, and nothing is changed by it."""

        def work(progress: "Progress") -> "Backup":
            from zi_desktop.services.backups import back_up  # noqa: PLC0415 (needed seldom)

            def tell(done: int, count: int) -> None:
                if done < count:  # after the last file nothing is left to be stopped
                    progress.tell("Menyalin data dukung dan laporan", done, count)

            progress.tell("Menulis cadangan")
            with self._services.beside() as services:
                return back_up(services.workspace, file, tell)

        self._running = job = self._jobs.start(
            work, done=self._tell_written, failed=self._tell_failed, cancellable=True, far=True
        )
        job.cancelled.connect(lambda: self._tell_stopped(file.name))
        job.finished.connect(self._end)

    def _end(self) -> None:
        self._running = None

    def _tell_written(self, made: "Backup") -> None:
        words = self.tr("{file} tersimpan di {folder} dan sudah diperiksa ({size}).").format(
            file=made.file.name, folder=made.file.parent.resolve(), size=size(made.size)
        )
        if made.beside.is_dir():
            words += self.tr(
                " Data dukung dan laporan ada di folder {beside} di sebelahnya ({count} berkas baru): simpan keduanya bersama."
            ).format(beside=made.beside.name, count=whole(made.files))
        self._window.show_message(words, Tone.OK)

    def _tell_stopped(self, name: str) -> None:
        words = self.tr(
            "Pencadangan dibatalkan sebelum lengkap. Ruang kerja tidak berubah; cadangkan lagi dengan nama {name} untuk "
            "melengkapinya."
        )
        self._window.show_message(words.format(name=name), Tone.WARN)

    def _tell_failed(self, reason: Exception) -> None:
        if not isinstance(reason, ZiError) or isinstance(reason, DamagedDatabaseError):
            raise reason
        self._window.show_message(self.tr("Cadangan belum lengkap. {reason}").format(reason=reason), Tone.BAD)
