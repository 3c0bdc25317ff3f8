"""The screen "Simpanan gabungan": figures, filters, the table that grows page by page, and what is painted beside it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.consolidated.figures import read_words, recap_words
from zi_desktop.ui.consolidated.origin import Origin
from zi_desktop.ui.consolidated.presenter import ConsolidatedPresenter
from zi_desktop.ui.dates import moment
from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.forms.ui_consolidated import Ui_Consolidated
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, more_button, shortcut_action
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.ui.consolidated.shown import Line, Overview

_NARROWEST: Final = 760
_SIDE: Final = 880
"""Logical pixels from which table and summary have room beside each other."""
_SEARCH: Final = 210


class ConsolidatedPage(Page):
    """Shows one store or one signed portfolio; writes nothing but the workbook that is asked for."""

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self._services = services
        self.presenter = ConsolidatedPresenter(services, jobs, self)
        self.form = Ui_Consolidated()
        self.form.setupUi(self)
        self.table = self.form.table
        self.open_other = self._action(self.tr("Buka simpanan lain…"), "Ctrl+O", "alamat basis data berkas portofolio")
        self.export = self._action(self.tr("Ekspor…"), "Ctrl+E", "excel xlsx lembar kerja portofolio")
        self.recap = self._action(self.tr("Rekap panel…"), "Ctrl+P", "peringkat daftar nilai tertinggi")
        self.search = self._action(self.tr("Cari satker"), "Ctrl+F", "temukan saring nama kode kanwil")
        self.believe = self._action(
            self.tr("Nyatakan sidik jari sama"), "Ctrl+Shift+B", "percaya inspektorat dikenal cocok"
        )
        self.reload = self._action(self.tr("Muat ulang"), "F5", "segarkan perbarui")
        self.summary = self._action(self.tr("Ringkasan"), "F9", "area terlemah sebaran tren panel sembunyikan")
        self.summary.setCheckable(True)
        self._beside, self._instead = True, False
        further = [self.open_other, self.search, self.recap, self.summary, self.reload, self.believe]
        self._tools = (
            more_button(further, self.tr("Lainnya")),
            action_button(self.recap, "", "people"),
            action_button(self.export, "primary", "export"),
        )
        self._lay_out()
        self._connect()
        self._show_nothing()

    def heading(self) -> Heading:
        """Return what is open, and that it is only read."""
        origin = self.presenter.origin
        if origin is None:
            return Heading(self.tr("Simpanan gabungan"), self.tr("Hanya dibaca"))
        if origin.file is None:
            return Heading(self.tr("Simpanan gabungan"), self.tr("{where} · hanya dibaca").format(where=origin.where))
        told = self.tr("Dari {hub}, {at} · hanya dibaca").format(hub=origin.file.name, at=self._made(origin))
        return Heading(self.tr("Portofolio {kanwil}").format(kanwil=origin.file.kanwil), told)

    def tools(self) -> Sequence[QWidget]:
        """Return further actions, recap, export."""
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        return (
            KeyHint("Ctrl+O", self.tr("Buka lain")), KeyHint("Ctrl+P", self.tr("Rekap panel")),
            KeyHint("Ctrl+E", self.tr("Ekspor")), KeyHint("Ctrl+K", self.tr("Perintah")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        """Return table, filters, summary."""
        return (self.table, self.form.filters, self.form.side)

    def activate(self) -> None:
        """Open what was open last; the keyboard goes to the table."""
        if self.presenter.address:
            self.table.setFocus()
        elif self.presenter.remembered:
            self.presenter.open_last()
        else:
            self.open_other.trigger()

    def open(self, address: str) -> None:
        """Open another store or file."""
        self.form.message.hide()
        self.presenter.open(address)

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: what has no room then goes by itself."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the summary anew."""
        super().resizeEvent(event)
        self._place_side()

    def _ask_address(self) -> None:
        from zi_desktop.ui.consolidated.open_dialog import OpenDialog  # noqa: PLC0415 (loads when it is asked for)

        dialog = OpenDialog(self.presenter.address or self.presenter.remembered, self)
        dialog.chosen.connect(self.open)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self.window().activateWindow)
        dialog.open()

    def _search(self) -> None:
        self.form.search.setFocus()
        self.form.search.selectAll()

    def _ask_place(self) -> None:
        from zi_desktop.services.hub.portfolio import export_name  # noqa: PLC0415 (loads the workbook library)

        name = export_name(*self.presenter.scope)
        place = choose_place(self, self.tr("Ekspor portofolio"), name, self.tr("Lembar kerja (*.xlsx)"))
        if place:
            self.presenter.export(place)

    def _show_recap(self, lines: Sequence[tuple[str, ...]]) -> None:
        from zi_desktop.ui.consolidated.recap_dialog import RecapDialog  # noqa: PLC0415 (as above)

        year, kanwil = self.presenter.scope
        origin = self.presenter.origin
        only = origin.kanwils[0] if origin and len(origin.kanwils) == 1 else ""
        whose = kanwil or only or self.tr("semua Kanwil")
        dialog = RecapDialog(recap_words(year, whose, len(lines), self.presenter.whole), lines, self)
        dialog.finished.connect(self.window().activateWindow)
        dialog.open()

    def _show_origin(self, origin: Origin) -> None:
        """Offer the years and Kanwil there are; say what a signed file is worth."""
        form = self.form
        year, kanwil = self.presenter.scope
        form.year.clear()
        for each in origin.years or (year,):
            form.year.addItem(str(each), each)
        form.year.setCurrentIndex(max(form.year.findData(year), 0))
        form.kanwil.clear()
        if len(origin.kanwils) != 1:
            form.kanwil.addItem(self.tr("Semua Kanwil"), "")
        for name in origin.kanwils:
            form.kanwil.addItem(name, name)
        form.kanwil.setCurrentIndex(max(form.kanwil.findData(kanwil), 0))
        for part in (form.figures, form.filters, form.panel):
            part.show()
        form.nothing.hide()
        form.message.hide()
        self._allow(allowed=True)
        self._place_side()
        if origin.file is not None:
            self._tell_worth(origin)
        self.heading_changed.emit()
        self.table.setFocus()

    def _tell_worth(self, origin: Origin) -> None:
        assert origin.file is not None
        if origin.trusted:
            words = self.tr("Pengirim terverifikasi: {hub}. Isinya seperti saat ditandatangani {at}.")
            words = words.format(hub=origin.file.name, at=self._made(origin))
            self.form.message.show_message(words, Tone.OK)
            return
        words = self.tr(
            "Berkas utuh, tetapi {hub} belum dikenal di laptop ini. Cocokkan sidik jarinya dengan lembar dari Inspektorat: {print}"
        ).format(hub=origin.file.name, print=origin.fingerprint)
        self.believe.setEnabled(True)
        way = self.tr("Sidik jari sama (Ctrl+Shift+B)"), self.believe.trigger
        self.form.message.show_message(words, Tone.WARN, [way])

    def _made(self, origin: Origin) -> str:
        assert origin.file is not None
        return moment(dt.datetime.fromisoformat(origin.file.at).astimezone(), self._services.workspace.now())

    def _show_failure(self, sentence: str) -> None:
        """Say what happened and offer to try again; what was read stays."""
        ways = [(self.tr("Coba lagi"), self._retry), (self.tr("Buka simpanan lain…"), self.open_other.trigger)]
        self.form.message.show_message(sentence, Tone.BAD, ways)
        if self.presenter.origin is None:
            self._show_nothing()
            self.heading_changed.emit()
            self.setFocus()  # the keys of the screen go on acting

    def _retry(self) -> None:
        self.form.message.hide()
        self.presenter.retry()

    def _show_nothing(self) -> None:
        form = self.form
        for part in (form.figures, form.filters, form.panel, form.side):
            part.hide()
        form.nothing.show_sentence(
            self.tr("Belum ada simpanan gabungan yang terbuka."), self.tr("Buka simpanan gabungan…")
        )
        form.nothing.show()
        self._allow(allowed=False)

    def _allow(self, *, allowed: bool) -> None:
        for action in (self.export, self.search, self.recap, self.reload, self.summary):
            action.setEnabled(allowed)
        self.believe.setEnabled(False)

    def _empty(self) -> None:
        self.table.pages.clear()
        origin, (_, kanwil) = self.presenter.origin, self.presenter.scope
        self.table.show_scope(one_kanwil=bool(kanwil) or (origin is not None and len(origin.kanwils) == 1))
        self.form.read.clear()

    def _add_page(self, lines: "Sequence[Line]") -> None:
        self.table.pages.add(lines, more=self.presenter.more)
        self._tell_read()

    def _show_overview(self, found: "Overview") -> None:
        self.form.figures.show_figures(found.figures, found.stages)
        self.form.side.show_overview(found)
        self._tell_read()

    def _tell_read(self) -> None:
        """Say how many of all rows were read."""
        presenter, read = self.presenter, self.table.pages.rowCount()
        self.form.read.setText(read_words(read, presenter.units, more=presenter.more, searched=bool(presenter.words)))

    def _tell_exported(self, path: Path) -> None:
        self.save_state_changed.emit(SaveState(self.tr("Ditulis: {name}").format(name=path.name)))

    def _place_side(self) -> None:
        """Show the summary beside the table, or in its place where there is no room for both."""
        wide = self.width() >= _SIDE
        shown = self.presenter.origin is not None and (self._beside if wide else self._instead)
        self.form.side.setVisible(shown)
        self.form.panel.setVisible(self.presenter.origin is not None and (wide or not shown))
        self.summary.setChecked(shown)

    def _turn_side(self) -> None:
        """Show or hide the summary; the keyboard goes to what stands there."""
        if self.width() >= _SIDE:
            self._beside = not self._beside
        else:
            self._instead = not self._instead
        self._place_side()
        (self.form.side if self.form.panel.isHidden() else self.table).setFocus()

    def _action(self, text: str, keys: str, words: str) -> QAction:
        return shortcut_action(self, text, keys, words)

    def _connect(self) -> None:
        presenter, form = self.presenter, self.form
        presenter.opened.connect(self._show_origin)
        presenter.emptied.connect(self._empty)
        presenter.page_read.connect(self._add_page)
        presenter.overview_read.connect(self._show_overview)
        presenter.recap_read.connect(self._show_recap)
        presenter.exported.connect(self._tell_exported)
        presenter.failed.connect(self._show_failure)
        form.table.pages.wanted.connect(presenter.fetch)
        form.year.activated.connect(lambda _: presenter.choose(year=form.year.currentData()))
        form.kanwil.activated.connect(lambda _: presenter.choose(kanwil=form.kanwil.currentData()))
        form.nothing.acted.connect(self.open_other.trigger)
        self.believe.triggered.connect(lambda _: presenter.believe())
        self.open_other.triggered.connect(lambda _: self._ask_address())
        self.export.triggered.connect(lambda _: self._ask_place())
        form.search.textChanged.connect(presenter.search)
        form.search.left.connect(self.table.setFocus)
        form.search.returnPressed.connect(self.table.setFocus)
        self.search.triggered.connect(lambda _: self._search())
        self.recap.triggered.connect(lambda _: presenter.ask_recap())
        self.reload.triggered.connect(lambda _: self._retry() if form.message.isVisible() else presenter.load())
        self.summary.triggered.connect(lambda _: self._turn_side())

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        form.column.setSpacing(Space.S)
        form.filter_row.setContentsMargins(0, 0, 0, 0)
        form.filter_row.setSpacing(Space.S)
        form.search.setPlaceholderText(self.tr("Cari satker"))
        form.search.setAccessibleName(self.tr("Cari satker"))
        form.search.setFixedWidth(_SEARCH)
        form.body.setSpacing(Space.M)
        # One pixel, so that the table does not cover the edge of its panel.
        form.table_place.setContentsMargins(1, 1, 1, 1)
