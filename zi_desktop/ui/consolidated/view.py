"""The screen "Simpanan gabungan": figures, filters, the table that grows page by page, and what is painted beside it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.consolidated.acts import ConsolidatedActs
from zi_desktop.ui.consolidated.figures import none_words, read_words, recap_words
from zi_desktop.ui.consolidated.origin import Origin
from zi_desktop.ui.consolidated.presenter import ConsolidatedPresenter
from zi_desktop.ui.consolidated.side_place import SidePlace
from zi_desktop.ui.dates import moment
from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.forms.ui_consolidated import Ui_Consolidated
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.panes import first_focus
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.ui.consolidated.shown import Line, Overview

_NARROWEST: Final = 760
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
        self.acts = ConsolidatedActs(self)
        self._side = SidePlace(self, self.form, self.acts.summary)
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
        return self.acts.tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here; without a store there is nothing to export."""
        if self.presenter.origin is None:
            return KeyHint("Ctrl+O", self.tr("Buka")), KeyHint("Ctrl+K", self.tr("Perintah"))
        return (
            KeyHint("Ctrl+O", self.tr("Buka lain")), KeyHint("Ctrl+P", self.tr("Rekap panel")),
            KeyHint("Ctrl+E", self.tr("Ekspor")), KeyHint("Ctrl+K", self.tr("Perintah")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        """Return table, filters, summary; without a store what stands in their place."""
        return (
            (self.form.nothing,) if self.presenter.origin is None else (self.table, self.form.filters, self.form.side)
        )

    def activate(self) -> None:
        """Open what was open last; the keyboard goes to the table."""
        if self.presenter.address:
            self.table.setFocus()
        elif self.presenter.remembered:
            self.presenter.open_last()
        else:
            self.acts.open_other.trigger()

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

    def _show_all(self) -> None:
        self.form.search.clear()
        self.table.setFocus()

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
            "Berkas utuh, tetapi {hub} belum dikenal di laptop ini. Cocokkan sidik jarinya dengan lembar dari Inspektorat:\n{print}"
        ).format(hub=origin.file.name, print=origin.fingerprint)
        self.acts.believe.setEnabled(True)
        way = self.tr("Sidik jari sama (Ctrl+Shift+B)"), self.acts.believe.trigger
        self.form.message.show_message(words, Tone.WARN, [way])

    def _made(self, origin: Origin) -> str:
        assert origin.file is not None
        return moment(dt.datetime.fromisoformat(origin.file.at).astimezone(), self._services.workspace.now())

    def _show_failure(self, sentence: str) -> None:
        """Say what happened and offer to try again; what was read stays, and where nothing was, that is said with its own way on."""
        again = (self.tr("Coba lagi"), self._retry)
        if self.presenter.origin is not None:
            other = (self.tr("Buka simpanan lain…"), self.acts.open_other.trigger)
            self.form.message.show_message(sentence, Tone.BAD, [again, other])
            return
        self.form.message.show_message(sentence, Tone.BAD, [again])
        self._show_nothing()
        self.heading_changed.emit()
        (first_focus(self.form.nothing) or self).setFocus()

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
        for action in self.acts.of_store:
            action.setEnabled(allowed)
        self.acts.believe.setEnabled(False)
        self.hints_changed.emit()

    def _empty(self) -> None:
        self.table.pages.clear()
        self.table.show_nothing("")
        origin, (_, kanwil) = self.presenter.origin, self.presenter.scope
        self.table.show_scope(one_kanwil=bool(kanwil) or (origin is not None and len(origin.kanwils) == 1))
        self.form.read.clear()

    def _add_page(self, lines: "Sequence[Line]") -> None:
        pages = self.presenter.pages
        self.table.pages.add(lines, more=pages.more)
        if not self.table.pages.rowCount():
            self.table.show_nothing(
                none_words(searched=bool(pages.words)), self.tr("Hapus filter") if pages.words else ""
            )
        self._tell_read()

    def _show_overview(self, found: "Overview") -> None:
        self.form.figures.show_figures(found.figures, found.stages)
        self.form.side.show_overview(found)
        self._tell_read()

    def _tell_read(self) -> None:
        """Say how many of all rows were read."""
        pages, read, whole = self.presenter.pages, self.table.pages.rowCount(), self.presenter.units
        words = read_words(read, whole, more=pages.more, searched=bool(pages.words))
        self.form.read.brief = words.partition(";")[0]
        self.form.read.setText(words)

    def _tell_exported(self, path: Path) -> None:
        self.save_state_changed.emit(SaveState(self.tr("Ditulis: {name}").format(name=path.name)))

    def _place_side(self) -> None:
        self._side.place(is_open=self.presenter.origin is not None)

    def _connect(self) -> None:
        presenter, form = self.presenter, self.form
        presenter.opened.connect(self._show_origin)
        presenter.pages.emptied.connect(self._empty)
        presenter.pages.read.connect(self._add_page)
        presenter.overview_read.connect(self._show_overview)
        presenter.recap_read.connect(self._show_recap)
        presenter.exported.connect(self._tell_exported)
        presenter.failed.connect(self._show_failure)
        form.table.pages.wanted.connect(presenter.pages.fetch)
        form.year.activated.connect(lambda _: presenter.choose(year=form.year.currentData()))
        form.kanwil.activated.connect(lambda _: presenter.choose(kanwil=form.kanwil.currentData()))
        form.nothing.acted.connect(self.acts.open_other.trigger)
        form.table.nothing.acted.connect(self._show_all)
        self.acts.believe.triggered.connect(lambda _: presenter.believe())
        self.acts.open_other.triggered.connect(lambda _: self._ask_address())
        self.acts.export.triggered.connect(lambda _: self._ask_place())
        form.search.textChanged.connect(presenter.pages.search)
        form.search.left.connect(self.table.setFocus)
        form.search.returnPressed.connect(self.table.setFocus)
        self.acts.search.triggered.connect(lambda _: self._search())
        self.acts.recap.triggered.connect(lambda _: presenter.ask_recap())
        self.acts.reload.triggered.connect(lambda _: self._retry() if form.message.isVisible() else presenter.load())
        self.acts.summary.triggered.connect(lambda _: self._side.turn())

    def _lay_out(self) -> None:
        form = self.form
        form.message.run_across()
        form.outer.setContentsMargins(0, 0, 0, 0)
        form.outer.setSpacing(0)
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
