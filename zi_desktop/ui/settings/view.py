"""Pengaturan: every value is kept as soon as its field is left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.domain.errors import FileReadError, InvalidInputError
from zi_desktop.services.settings import Settings
from zi_desktop.ui.evaluation_words import ONLY_READS
from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.forms.ui_settings import Ui_Settings
from zi_desktop.ui.icons import icon
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.settings.presenter import SettingsPresenter, SettingsShown
from zi_desktop.ui.theme import TextSize, Theme, ThemeChoice
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import shortcut_action, tip_of
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.tab_order import order_tab
from zi_desktop.ui.window_memory import WindowMemory

_WIDEST = 1294
_LETTERHEAD_LINES = 4
_LOGO = QSize(72, 72)


class SettingsPage(Page):
    """The screen of settings.

    ``activated`` tells the sections of others that it came to the front; ``left`` comes with Esc outside the fields.
    """

    activated = Signal()
    left = Signal()

    def __init__(self, settings: Settings, memory: WindowMemory, theme: Theme) -> None:
        super().__init__()
        self._presenter = SettingsPresenter(settings, memory, self)
        self._presenter.kept.connect(self._tell_kept)
        self._presenter.look_changed.connect(theme.apply)
        self.form = Ui_Settings()
        self._sections: list[QWidget] = []
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        """Return the heading."""
        kept = self.tr("Perubahan langsung tersimpan")
        return Heading(self.tr("Pengaturan"), kept if self._presenter.shown().writable else ONLY_READS)

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        return (
            KeyHint("Tab", self.tr("Isian berikutnya")), KeyHint("Esc", self.tr("Kembali")),
            KeyHint("Ctrl+K", self.tr("Perintah")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        """Return the groups."""
        return (self.form.agency, self.form.person, self.form.look, *self._sections)

    def add_sections(self, left: QWidget, right: QWidget) -> None:
        """Show sections of another part of the program below the settings, one in each column."""
        for column, section in ((self.form.leftColumn, left), (self.form.rightColumn, right)):
            column.insertWidget(column.count() - 1, section)
            self._sections.append(section)

    def add_section(self, section: QWidget) -> None:
        """Show one more section of another part below those in the left column."""
        column = self.form.leftColumn
        column.insertWidget(column.count() - 1, section)
        self._sections.append(section)

    def activate(self) -> None:
        """Show what stands and begin at the top; without a name with that, the first thing that is needed."""
        self._show()
        self.activated.emit()
        (self.form.agencyName if self.form.personName.text() else self.form.personName).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a field, which keeps what stands in it; outside the fields go back to where the person came from."""
        if event.key() != Qt.Key.Key_Escape or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self.setFocus()
        else:
            self.left.emit()

    def _show(self) -> None:
        shown = self._presenter.shown()
        for key, field in self._fields().items():
            field.setText(shown.texts[key])
        self.form.letterhead.setPlainText(shown.texts["agency.letterhead"])
        self.form.theme.set_current(shown.theme.value)
        self.form.textSize.set_current(shown.text_size.value)
        self._show_logo(shown.logo)
        self.refusal.hide()
        self._doubt_nip()
        self._follow(shown)

    def _follow(self, shown: SettingsShown) -> None:
        """Open and close what can be changed here: the look belongs to this window and always can."""
        for field in self._fields().values():
            field.setReadOnly(not shown.writable)
        self.form.letterhead.setReadOnly(not shown.writable)
        self.form.letterhead.style().polish(self.form.letterhead)
        self.choose_logo.setEnabled(shown.writable)
        self.remove_logo.setEnabled(shown.writable and bool(shown.logo))
        for button, action in ((self.form.chooseLogo, self.choose_logo), (self.form.removeLogo, self.remove_logo)):
            button.setEnabled(shown.writable)
            button.setToolTip(tip_of(action) if shown.writable else ONLY_READS)

    def _fields(self) -> dict[str, QLineEdit]:
        form = self.form
        return {
            "agency.name": form.agencyName, "agency.word": form.word, "person.name": form.personName,
            "person.nip": form.nip, "person.position": form.position,
        }  # fmt: skip

    def _connect(self) -> None:
        form = self.form
        for key, field in self._fields().items():
            field.editingFinished.connect(partial(self._keep, key))
        form.letterhead.left.connect(lambda: self._presenter.keep("agency.letterhead", form.letterhead.toPlainText()))
        self.choose_logo = shortcut_action(self, self.tr("Pilih logo…"), "Ctrl+O", self.tr("gambar lambang kop surat"))
        self.remove_logo = shortcut_action(self, self.tr("Hapus logo"), "Ctrl+Shift+O", self.tr("gambar lambang"))
        self.choose_logo.triggered.connect(self._choose_logo)
        self.remove_logo.triggered.connect(lambda: self._keep_logo(""))
        for button, action in ((form.chooseLogo, self.choose_logo), (form.removeLogo, self.remove_logo)):
            button.clicked.connect(action.trigger)
        form.theme.chosen.connect(self._presenter.choose_theme)
        form.textSize.chosen.connect(self._presenter.choose_text_size)

    def _keep(self, key: str) -> None:
        self._presenter.keep(key, self._fields()[key].text())
        self._doubt_nip()

    def _doubt_nip(self) -> None:
        if doubt := self._presenter.nip_doubt(self.form.nip.text()):
            self.doubt.show_message(doubt, Tone.WARN)
        else:
            self.doubt.close_message()

    def _choose_logo(self) -> None:
        file = choose_file(self, self.tr("Pilih logo"), self.tr("Gambar PNG (*.png)"))
        self.form.chooseLogo.setFocus()
        if file:
            self._keep_logo(str(file))

    def _keep_logo(self, file: str) -> None:
        """Keep a logo, or none for ""; one that is refused is told where it was asked for."""
        try:
            self._presenter.keep_logo(file)
        except (FileReadError, InvalidInputError) as refusal:
            self.refusal.show_message(str(refusal), Tone.BAD)
            return
        self.refusal.close_message()
        shown = self._presenter.shown()
        self._show_logo(shown.logo)
        self._follow(shown)

    def _show_logo(self, png: bytes) -> None:
        picture = QPixmap()
        if png:
            picture.loadFromData(png)
        ratio = self.devicePixelRatioF()
        fitted = picture if picture.isNull() else picture.scaled(
            _LOGO * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )  # fmt: skip
        fitted.setDevicePixelRatio(ratio)
        self.form.logo.setPixmap(fitted)
        self.form.logo.setVisible(not picture.isNull())
        self.form.removeLogo.setVisible(not picture.isNull())
        self.form.noLogo.setVisible(picture.isNull())

    def _tell_kept(self, time: str) -> None:
        self.save_state_changed.emit(SaveState(self.tr("Tersimpan {time}").format(time=time)))

    def _lay_out(self) -> None:
        content, form = QWidget(), self.form
        form.setupUi(content)
        content.setMaximumWidth(_WIDEST)
        form.columns.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        form.columns.setSpacing(Space.M)
        form.leftColumn.setSpacing(Space.M)
        form.rightColumn.setSpacing(Space.M)
        for column in (form.agencyColumn, form.personColumn, form.lookColumn):
            column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
            column.setSpacing(Space.XS)
        for rows in (form.agencyForm, form.personForm, form.lookForm):
            rows.setContentsMargins(0, Space.S, 0, 0)
            rows.setVerticalSpacing(Space.S)
        self.doubt = MessageBar()
        form.personForm.insertRow(form.personForm.rowCount() - 1, self.doubt)  # below the NIP, above Jabatan
        self.refusal = MessageBar()
        place, _ = form.agencyForm.getLayoutPosition(form.logoRow)
        form.agencyForm.insertRow(place + 1, self.refusal)
        form.letterhead.show_lines(_LETTERHEAD_LINES)
        form.logoRow.setSpacing(Space.M)
        form.chooseLogo.setIcon(icon("folder", "text"))
        form.theme.set_choices([
            (ThemeChoice.SYSTEM.value, self.tr("Ikuti sistem")), (ThemeChoice.LIGHT.value, self.tr("Terang")),
            (ThemeChoice.DARK.value, self.tr("Gelap")),
        ])  # fmt: skip
        form.textSize.set_choices(
            [(TextSize.NORMAL.value, self.tr("Normal")), (TextSize.LARGE.value, self.tr("Besar"))]
        )
        # Segments are made when they are chosen from: without this the lower ones come first.
        order_tab([form.position, *form.theme.stops(), *form.textSize.stops()])
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
