"""The sections "Edisi lembar kerja" and "Kata-kata butir" of Pengaturan."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.edition_taking import OfficialFile
from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.worksheets.edition_list import EditionList
from zi_desktop.ui.worksheets.edition_presenter import EditionRow, EditionsPresenter

_FEW = 6
"""So many codes are written out."""


class EditionPanel(QObject):
    """Two sections of a screen; ``kept`` carries a sentence after something was kept.

    Args:
        services: all services.
        jobs: the worker, which reads official files.
        owner: the screen over which dialogs open, and that lists the actions.
    """

    kept = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.edition_section, self.wording_section = QFrame(), QFrame()
        self._presenter = EditionsPresenter(services, jobs, self)
        self.editions = EditionList()
        self.wording = ChoiceField()
        self._of = text_label("", "strong")
        self._told = text_label("", "small")
        self.take = shortcut_action(
            owner,
            self.tr("Ambil berkas resmi…"),
            "Ctrl+Alt+A",
            "edisi soal master portal lampiran kata redaksi json excel",
        )
        self.retire = shortcut_action(
            owner, self.tr("Kesampingkan edisi"), "Ctrl+Alt+K", "hapus buang edisi pakai lagi"
        )
        self._lay_out()
        self._connect()

    def show_editions(self) -> None:
        """Show what stands."""
        self.editions.show_rows(self._presenter.rows())
        self._show_current()

    def _show_current(self, *_: object) -> None:
        row = self.editions.current()
        if row is None:
            return
        writable = self._presenter.writable
        self._of.setText(self.tr("Kata-kata {name}").format(name=row.name.partition(" · ")[0].lower()))
        self.wording.clear()
        for digest, words in row.choices:
            self.wording.addItem(words, digest)
        self.wording.setCurrentIndex(max(self.wording.findData(row.chosen), 0))
        self.wording.setEnabled(writable and len(row.choices) > 1)
        self._told.setText(_told(row))
        self.take.setEnabled(writable)
        self.retire.setEnabled(writable and not row.own)
        self.retire.setText(self.tr("Pakai edisi lagi") if row.retired else self.tr("Kesampingkan edisi"))
        self.retire.setStatusTip(self.tr("Edisi bawaan program tetap dipakai.") if row.own else "")

    def _choose_wording(self, _number: int) -> None:
        row = self.editions.current()
        if row is not None:
            self._presenter.choose(row.structure, self.wording.currentData())

    def _take_file(self) -> None:
        kinds = self.tr("Daftar soal atau lembar kerja (*.json *.xlsx *.xlsm)")
        file = choose_file(self._owner, self.tr("Ambil berkas resmi"), kinds)
        if file:
            self._presenter.read_file(file)

    def _show_file(self, found: OfficialFile) -> None:
        from zi_desktop.ui.worksheets.edition_dialog import EditionDialog  # noqa: PLC0415 (loads when one is taken)

        dialog = EditionDialog(found, self._presenter.lines(found), self._owner)
        dialog.taken.connect(lambda wording_only: self._take(found, wording_only=wording_only))
        dialog.finished.connect(self._owner.window().activateWindow)
        dialog.open()

    def _take(self, found: OfficialFile, *, wording_only: bool) -> None:
        """Take a file, and show at its place what came of it."""
        self.editions.choose(self._presenter.take(found, wording_only=wording_only))
        if found.edition is not None and not wording_only:
            self.editions.setFocus()
            self._bring_to_sight(self.edition_section)
        else:
            self.wording.setFocus()
            self._bring_to_sight(self.wording_section)

    def _bring_to_sight(self, section: QWidget) -> None:
        area = self._owner.findChild(QScrollArea)
        if area is None:
            return
        # The section has just become higher, and all that is scrolled with it.
        for part in (self.editions.parentWidget(), section, area.widget()):
            layout = part.layout() if part else None
            if layout is not None:
                layout.activate()
        QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        area.ensureWidgetVisible(section, 0, Space.M)

    def _retire(self) -> None:
        row = self.editions.current()
        if row is not None:
            self._presenter.retire(row)

    def _tell(self, sentence: str) -> None:
        self.show_editions()
        self.kept.emit(sentence)

    def _connect(self) -> None:
        self.editions.selectionModel().currentChanged.connect(self._show_current)
        self.wording.activated.connect(self._choose_wording)
        self.take.triggered.connect(lambda _: self._take_file())
        self.retire.triggered.connect(lambda _: self._retire())
        self._presenter.read.connect(self._show_file)
        self._presenter.changed.connect(self._tell)

    def _lay_out(self) -> None:
        left, right = _column(self.edition_section), _column(self.wording_section)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(action_button(self.take, "", "import"))
        buttons.addWidget(action_button(self.retire, "flat"))
        buttons.addStretch()
        hint = self.tr("Evaluasi baru memakai edisi tahunnya; yang sudah ada tetap pada edisinya.")
        _fill(left, self.tr("Edisi lembar kerja"), hint, _framed(self.editions))
        left.addSpacing(Space.S)
        left.addLayout(buttons)
        hint = self.tr("Tampil di layar dan di kertas kerja, sama di semua laptop Inspektorat; nilai tidak berubah.")
        _fill(right, self.tr("Kata-kata butir"), hint, self._of)
        self._told.setWordWrap(True)
        right.addSpacing(Space.S - Space.XS)  # as far from its field as the labels of the other sections
        right.addWidget(self.wording)
        right.addWidget(self._told)
        self.wording.setAccessibleName(self.tr("Kata-kata butir"))


def _column(frame: QFrame) -> QVBoxLayout:
    frame.setProperty("surface", "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
    column.setSpacing(Space.XS)
    return column


def _framed(content: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("surface", "panel")
    row = QVBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(content)
    return frame


def _fill(column: QVBoxLayout, title: str, hint: str, content: QWidget) -> None:
    words = text_label(hint, "small")
    words.setWordWrap(True)
    column.addWidget(text_label(title, "title"))
    column.addWidget(words)
    column.addSpacing(Space.S)
    column.addWidget(content)


def _told(row: EditionRow) -> str:
    """Return whose words are in use, and which items keep ours."""
    if len(row.choices) == 1:
        return "Kata-kata resmi dapat diambil dari lembar kerja atau daftar soal milik Inspektorat."
    if not row.missing:
        return f"{row.words}."
    codes = ", ".join(row.missing[:_FEW]) + (", …" if len(row.missing) > _FEW else ".")
    return f"{row.words}. {len(row.missing)} butir tidak ada di berkas itu dan tetap bawaan: {codes}"
