"""What can be done with evidence in an open evaluation: the acts with their keys, and the dialogs they open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.figures import points
from zi_desktop.services.composition import Services
from zi_desktop.services.evidence.intake import FolderMapping
from zi_desktop.ui.evidence.adding import Added
from zi_desktop.ui.evidence.closing import ClosingGuard
from zi_desktop.ui.evidence.desk_acts import DeskActs
from zi_desktop.ui.evidence.dropped import paths_in, picture_in, save_picture
from zi_desktop.ui.evidence.handling import Handling
from zi_desktop.ui.evidence.lines import EvidenceLine, Sieve
from zi_desktop.ui.evidence.panel import EvidencePanel
from zi_desktop.ui.evidence.presenter import EvidencePresenter
from zi_desktop.ui.evidence.words import added_words
from zi_desktop.ui.file_dialogs import choose_files, choose_folder
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.last_folders import Shelf
from zi_desktop.ui.widgets.pills import Tone

_REST_MS: Final = 1200
"""Other evaluations are looked through only when the person stays with one."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the person is: the evaluation as it is shown, the item, whether it is closed, whether the satker looks on."""

    state: EvaluationState
    code: str
    read_only: bool
    hidden: bool


class EvidenceDesk(QObject):
    """Fills the panel of the item and does what is asked there, by key or by Ctrl+K.

    ``stated`` carries the id of an evaluation whose evidence is another; ``told`` a sentence and its tone.

    Args:
        services: all services.
        jobs: the worker.
        owner: the screen, whose actions these are.
        panel: of the item.
        site: tells where the person is, None while nothing is open.
    """

    stated = Signal(str)
    told = Signal(str, Tone)

    def __init__(
        self, services: Services, jobs: Jobs, owner: QWidget, panel: EvidencePanel, site: Callable[[], Site | None]
    ) -> None:
        super().__init__(owner)
        self._services, self._owner, self._panel, self._site = services, owner, panel, site
        self._looked_at = ""
        self._here = ("", "")
        self.presenter = EvidencePresenter(services, jobs, self)
        self.acts = DeskActs(owner)
        self._handling = Handling(self.presenter, owner)
        ClosingGuard(self.presenter.adding, owner)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_for_findings)
        self._connect()
        self._show_treatment()
        panel.set_menu(self.acts.menu())
        panel.form.list.show_thumbnails(self.presenter.thumbnails)

    def refresh(self) -> None:
        """Show the evidence of the item that is shown."""
        site = self._site()
        self.acts.allow(open_=site is not None, writable=site is not None and not site.read_only)
        self.acts.fitting.setEnabled(site is not None and not site.hidden)
        if site is None:
            return
        self._panel.show_evidence(
            self.presenter.shown(site.state, site.code, read_only=site.read_only, hidden=site.hidden)
        )
        if self._here != (site.state.id, site.code):
            self._here = (site.state.id, site.code)
            self._panel.say_nothing()  # what was said of the last item is over
        if self._looked_at != site.state.id:
            self._looked_at = site.state.id
            self._rest.start()

    def fitting_words(self) -> str:
        """Return what the evaluation scores with those answers alone whose evidence fits; "" while scores are hidden."""
        site = self._site()
        if site is None or site.hidden:
            return ""
        card = self._services.evidence.score_with_fitting_only(site.state.id)
        items = len(Evidence(site.state.folded).fitting)
        words = self.tr("Nilai dengan bukti sesuai saja: {total} · {items} dari {count} butir memiliki bukti sesuai")
        return words.format(total=points(card.total), items=items, count=len(site.state.instrument.questions))

    def take(self, data: QMimeData) -> None:
        """Take what was dropped on the item, or copied."""
        if not self.take_paths(paths_in(data)):
            self._take_picture(data)

    def take_paths(self, paths: Sequence[Path], place: str | None = None) -> bool:
        """Take files to the item that is shown, folders by their preview; tell whether there was anything."""
        site = self._site()
        if site is None or site.read_only or not paths:
            return False
        folders = [path for path in paths if path.is_dir()]
        files = [path for path in paths if path not in folders]
        if files:
            self.presenter.add(site.state.id, [(file, place or site.code) for file in files])
        for folder in folders:
            self.presenter.map_folder(site.state.id, folder)
        return True

    def choose(self) -> None:
        """Let files be chosen for the item (Ctrl+U)."""
        words = self.tr("Tambah data dukung")
        self.take_paths(choose_files(self._owner, words, self.tr("Semua berkas (*)")))

    def choose_folder(self) -> None:
        """Let a folder be chosen, whose names tell to which items its files belong."""
        folder = choose_folder(self._owner, self.tr("Tambah folder data dukung"), shelf=Shelf.EVIDENCE)
        if folder is not None:
            self.take_paths([folder])

    def paste(self) -> None:
        """Take the picture or the files that were copied (Ctrl+V)."""
        self.take(QGuiApplication.clipboard().mimeData())

    def open_inbox(self) -> None:
        """Show what is yet to be assigned."""
        from zi_desktop.ui.evidence.inbox_dialog import InboxDialog  # noqa: PLC0415 (opened seldom)

        if site := self._site():
            dialog = InboxDialog(site.state.instrument, read_only=site.read_only, parent=self._owner)
            dialog.form.list.show_thumbnails(self.presenter.thumbnails)
            dialog.lines_wanted.connect(lambda: dialog.show_lines(self.lines_at(INBOX)))
            dialog.opened.connect(self.look_at)
            dialog.assigned.connect(self._assign)
            dialog.removed.connect(self.remove)
            dialog.files_asked.connect(lambda: self._choose_for_inbox(dialog))
            self.presenter.changed.connect(dialog.refresh)
            dialog.refresh()
            dialog.open()

    def look_at(self, line: EvidenceLine) -> None:
        """Show a file; the keys go to the next one of its place."""
        if site := self._site():
            place = line.link.place
            self._handling.look_at(site.state.id, line, lambda: self.lines_at(place), read_only=site.read_only)

    def lines_at(self, place: str) -> Sequence[EvidenceLine]:
        """Return the files of a place as they stand."""
        site = self._site()
        return self.presenter.lines(site.state, place, hidden=site.hidden) if site else ()

    def judge(self, line: EvidenceLine, state: str) -> None:
        """Judge a file; where it does not fit, the reason is asked for."""
        site = self._site()
        if site is not None and not site.read_only:
            self._handling.judge(site.state.id, line, state)

    def ask_period(self, line: EvidenceLine | None = None) -> None:
        """Ask for the days that a file covers; without one, that which is chosen in the list."""
        site, line = self._site(), line or self._panel.form.list.line()
        if site is not None and line is not None and not site.read_only:
            self._handling.ask_period(site.state.id, line)

    def sift(self, sieve: Sieve) -> None:
        """List only some files of the items; the keyboard goes to the first of them."""
        self._panel.sift(sieve)
        self.acts.show_next_sieve(sieve.after)
        self._panel.focus_list()

    def remove(self, line: EvidenceLine) -> None:
        """Take a file away; the line that says so brings it back."""
        if site := self._site():
            self.presenter.remove(site.state.id, line.link)
            self._panel.say_removed(line.name, partial(self._put_back, site.state.id, line))

    def _assign(self, lines: Sequence[EvidenceLine], codes: Sequence[str]) -> None:
        if site := self._site():
            self.presenter.assign(site.state.id, [line.link for line in lines], codes)

    def _choose_for_inbox(self, over: QWidget) -> None:
        self.take_paths(choose_files(over, self.tr("Tambah ke kotak masuk"), self.tr("Semua berkas (*)")), INBOX)

    def _put_back(self, id_: str, line: EvidenceLine) -> None:
        self._panel.say_nothing()
        self.presenter.put_back(id_, line.link)

    def _take_picture(self, data: QMimeData) -> None:
        site, image = self._site(), picture_in(data)
        if site is not None and not site.read_only and not image.isNull():
            self.presenter.paste(site.state.id, site.code, partial(save_picture, image))

    def _level(self, level: str) -> None:
        if site := self._site():
            self.presenter.judge_sufficiency(site.state, site.code, level)

    def _open_folder(self, id_: str, mapping: FolderMapping) -> None:
        from zi_desktop.ui.evidence.folder_dialog import FolderDialog  # noqa: PLC0415 (opened seldom)

        if not mapping.entries:
            self.told.emit(self.tr("Folder {name} tidak berisi berkas.").format(name=mapping.folder.name), Tone.NEUTRAL)
            return
        instrument = self._services.evaluations.open(id_).state.instrument
        dialog = FolderDialog(mapping, instrument, self.presenter.treatment, self._owner)

        def add() -> None:
            self.presenter.choose_treatment(dialog.treatment())
            self._show_treatment()
            self.presenter.add(id_, dialog.pairs())

        dialog.accepted.connect(add)
        dialog.open()

    def _show_treatment(self) -> None:
        self.acts.show_treatment(self.presenter.treatment)

    def _keep_treatment(self) -> None:
        self.presenter.choose_treatment(self.acts.treatment())

    def _take_changed(self, id_: str) -> None:
        self.stated.emit(id_)
        site = self._site()
        if site is not None and site.state.id == id_:
            self.refresh()

    def _tell_added(self, added: Added) -> None:
        if added.count and self._panel.sieve is not Sieve.ALL:  # what is new is not judged yet, and is to be seen
            self._panel.sift(Sieve.ALL)
            self.acts.show_next_sieve(Sieve.ALL.after)
        site = self._site()
        sentence, tone = added_words(added, site.code if site else "")
        if sentence:
            self.told.emit(sentence, tone)
        self._rest.start()

    def _look_for_findings(self) -> None:
        site = self._site()
        if site is not None and any(name.startswith("evidence/") for name in site.state.folded.cells):
            self.presenter.look_for_findings(site.state.id)

    def _connect(self) -> None:
        acts, panel, files = self.acts, self._panel, self._panel.form.list
        acts.add.triggered.connect(self.choose)
        acts.add_folder.triggered.connect(self.choose_folder)
        acts.paste.triggered.connect(self.paste)
        acts.inbox.triggered.connect(self.open_inbox)
        acts.fitting.triggered.connect(self._tell_fitting)
        acts.list.triggered.connect(panel.focus_list)
        acts.sift.triggered.connect(lambda _checked: self.sift(self._panel.sieve.after))
        acts.period.triggered.connect(lambda _checked: self.ask_period())
        for switch in acts.switches():
            switch.triggered.connect(self._keep_treatment)
        for level, action in acts.levels.items():
            action.triggered.connect(partial(self._level_triggered, level))
        panel.add_asked.connect(self.choose)
        panel.inbox_asked.connect(self.open_inbox)
        panel.all_asked.connect(lambda: self.sift(Sieve.ALL))
        panel.leveled.connect(self._level)
        files.opened.connect(self.look_at)
        files.period_asked.connect(self.ask_period)
        files.judged.connect(self.judge)
        files.removed.connect(self.remove)
        self.presenter.changed.connect(self._take_changed)
        self.presenter.added.connect(self._tell_added)
        self.presenter.mapped.connect(self._open_folder)

    def _tell_fitting(self) -> None:
        self.told.emit(self.fitting_words(), Tone.NEUTRAL)

    def _level_triggered(self, level: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (as QAction.triggered)
        self._level("" if level == self._panel.form.level.current() else level)  # again: as a press of the same segment
