"""Bersihkan data dukung: what nothing speaks of any more is listed, and what the person ticks is removed for good."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.figures import whole
from zi_desktop.services.evidence.cleaning import Removable
from zi_desktop.services.evidence.received import GRACE_DAYS
from zi_desktop.ui.evaluation_words import ONLY_READS
from zi_desktop.ui.evidence.lines import size_words
from zi_desktop.ui.evidence.store_list import StoreList
from zi_desktop.ui.evidence.store_presenter import Listed, StorePresenter
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.panes import first_focus
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.work_line import WorkLine

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIZE: Final = QSize(760, 560)
_EDGE: Final = 48


class CleanDialog(DialogFrame):
    """Lists, lets tick, asks once more, removes; it stays open and lists again what is left."""

    def __init__(self, presenter: StorePresenter, parent: QWidget) -> None:
        super().__init__(self.tr("Bersihkan data dukung"), self.tr("Hapus…"), parent, self.tr("Tutup"))
        self.resize((parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_SIZE))
        self._presenter = presenter
        self._found: Mapping[str, Removable] = {}
        self._told: tuple[str, Tone] | None = None
        self._cleaning: Job | None = None
        self.files = StoreList(choosing=True)
        self.files.setAccessibleName(self.tr("Berkas yang tidak ditautkan lagi"))
        self.summary = text_label("", "small")
        self.nothing = text_label(self.tr("Tidak ada yang perlu dibersihkan."), "secondary")
        self.work = WorkLine()
        self.tick_all = shortcut_action(self, self.tr("Pilih semua"), "Ctrl+A", "centang")
        self._fill()
        self._connect()
        self._look()

    def confirm(self) -> None:
        """Ask once more: what is removed does not come back."""
        chosen = self._chosen()
        if chosen:
            words = self.tr("{count} berkas ({size}) dihapus untuk selamanya dan tidak dapat dikembalikan.")
            held = [each for each in chosen if each.held]
            if len(held) == len(chosen):
                words = self.tr(
                    "{count} berkas ({size}) dihapus dari laptop ini. Sejak itu satu-satunya salinan ada di Inspektorat."
                )
            elif held:
                words += self.tr(" Untuk {held} di antaranya, satu-satunya salinan sejak itu ada di Inspektorat.")
            size = size_words(sum(each.size for each in chosen))
            told = words.format(count=whole(len(chosen)), size=size, held=whole(len(held)))
            self.message.show_message(told, Tone.WARN, [(self.tr("Hapus untuk selamanya"), self._clean)])
            sure = first_focus(self.message)
            if sure is not None:
                sure.setFocus()

    def reject(self) -> None:
        """Stop removing, and tell what became of it, before it closes."""
        if self._cleaning is None:
            super().reject()
        else:
            self._cleaning.cancel()

    def _chosen(self) -> list[Removable]:
        return [self._found[line.key] for line in self.files.lines.lines if line.key in self.files.lines.chosen]

    def _look(self) -> None:
        self._follow(self._presenter.list_removable())

    def _clean(self) -> None:
        self.message.hide()
        self._cleaning = job = self._presenter.clean(self._chosen(), self._refused)
        job.cancelled.connect(self._stopped)
        self._follow(job)

    def _follow(self, job: Job) -> None:
        self._follow_work(running=True)
        self.work.follow(job)

    def _take(self, listed: Listed) -> None:
        self._found = {each.file: each for _, each in listed}
        self.files.lines.show_lines([line for line, _ in listed])
        self.files.setVisible(bool(listed))
        self.nothing.setVisible(not listed)
        self._follow_work(running=False)
        if self._told is not None:
            self.message.show_message(*self._told)
            self._told = None
        (self.files if listed else self.cancel_button).setFocus()

    def _take_cleaned(self, freed: int) -> None:
        self._end(Tone.OK, self.tr("{size} dibebaskan.").format(size=size_words(freed)))

    def _stopped(self) -> None:
        self._end(Tone.NEUTRAL, self.tr("Dihentikan. Berkas yang masih terdaftar belum dihapus."))

    def _refused(self, reason: Exception) -> None:
        self._end(Tone.BAD, str(reason))
        if not isinstance(reason, ZiError):
            raise reason

    def _end(self, tone: Tone, sentence: str) -> None:
        """List what is left, then say what became of it."""
        self._cleaning, self._told = None, (sentence, tone)
        self._look()

    def _tell_chosen(self) -> None:
        lines, chosen = self.files.lines.lines, self._chosen()
        parts = [
            self.tr("{count} berkas, {size}").format(
                count=whole(len(lines)), size=size_words(sum(e.size for e in lines))
            )
        ]
        if chosen:
            words = self.tr("dipilih {count} berkas, {size}")
            parts.append(words.format(count=whole(len(chosen)), size=size_words(sum(each.size for each in chosen))))
        self.summary.setText(" · ".join(parts))
        self.summary.setVisible(bool(lines))
        self.confirm_button.setText(
            self.tr("Hapus {count} berkas…").format(count=whole(len(chosen))) if chosen else self.tr("Hapus…")
        )
        self.message.hide()  # what it asked was about other files
        self._follow_work(running=False)

    def _follow_work(self, *, running: bool) -> None:
        writable = self._presenter.writable
        self.files.setEnabled(not running)
        self.tick_all.setEnabled(not running and writable and bool(self._found))
        self.confirm_button.setEnabled(not running and writable and bool(self.files.lines.chosen))
        self.confirm_button.setToolTip("Ctrl+Enter" if writable else ONLY_READS)
        self.keys.offer("Spasi", offered=not running and bool(self._found))
        self.keys.offer("Ctrl+Enter", offered=self.confirm_button.isEnabled())

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._take)
        presenter.cleaned.connect(self._take_cleaned)
        self.files.lines.ticked.connect(self._tell_chosen)
        self.tick_all.triggered.connect(lambda _checked: self.files.lines.toggle_all())

    def _fill(self) -> None:
        self.add_words(
            self.tr(
                "Berkas yang tidak lagi menjadi data dukung evaluasi mana pun dan tidak disebut laporan bertanda tangan, dan "
                "berkas yang menurut tanda terima lebih dari {days} hari ada di Inspektorat. "
                "Tidak ada yang dihapus sebelum dipilih."
            ).format(days=GRACE_DAYS)
        )
        self.body.addWidget(framed(self.files, self.nothing), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.work)
        self.body.addLayout(foot)
        keys = (
            ("Spasi", self.tr("Pilih")),
            ("Ctrl+A", self.tr("Pilih semua")),
            ("Ctrl+Enter", self.tr("Hapus yang dipilih")),
        )
        self.keys = KeyLine(keys)
        self.keys.follow(self.tick_all)
        self.body.addWidget(self.keys)
        self.buttons.insertWidget(0, action_button(self.tick_all))
        self.nothing.hide()
        self.summary.hide()


def framed(files: StoreList, nothing: QWidget) -> QFrame:
    """Return a list in its panel, and what stands there while it is empty."""
    panel = QFrame()
    panel.setProperty("surface", "panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(1, 1, 1, 1)
    nothing.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    column.addWidget(nothing)
    column.addWidget(files, 1)
    column.addStretch()
    return panel
