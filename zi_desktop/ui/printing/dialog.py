"""Cetak: on which printer, which pages, how often; where there is none, the way to a PDF."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from zi_desktop.ui.printing.order import PrintOrder
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.number_field import NumberField

_WIDTH: Final = 480
_NUMBER_WIDTH: Final = 72
_MOST_COPIES: Final = 99


class PrintDialog(DialogFrame):
    """Takes an order for a paper of ``pages`` pages; ``save_requested`` asks for a PDF instead."""

    save_requested = Signal()

    def __init__(self, printers: Sequence[str], pages: int, parent: QWidget) -> None:
        super().__init__(parent.tr("Cetak"), parent.tr("Cetak") if printers else parent.tr("Simpan PDF…"), parent)
        self.setFixedWidth(_WIDTH)
        self._pages = pages
        self.printer, self.first, self.last, self.copies = ChoiceField(), NumberField(), NumberField(), NumberField()
        self._can_print = bool(printers)
        if not printers:
            self.add_words(
                self.tr("Belum ada pencetak di laptop ini. Simpan PDF-nya, lalu cetak dari laptop yang memilikinya.")
            )
            self.confirm_button.setFocus()
            return
        self.printer.addItems(printers)
        for field, number, words in (
            (self.first, 1, self.tr("Halaman pertama")),
            (self.last, pages, self.tr("Halaman terakhir")),
            (self.copies, 1, self.tr("Jumlah salinan")),
        ):
            field.set_number(number)
            field.setAccessibleName(words)
            field.setFixedWidth(_NUMBER_WIDTH)
        self.body.addLayout(self._fields())
        save = self.add_button(self.tr("Simpan PDF…"))
        self.buttons.removeWidget(save)
        self.buttons.insertWidget(0, save)
        save.clicked.connect(self._save)
        self.printer.setFocus()

    def order(self, title: str) -> PrintOrder:
        """Return what was ordered, under this title."""
        first, last, copies = (int(field.number() or 0) for field in (self.first, self.last, self.copies))
        return PrintOrder(self.printer.currentText(), first, last, copies, title)

    def confirm(self) -> None:
        """Close if the numbers can be printed, else say which cannot."""
        if not self._can_print:
            self._save()
            return
        order = self.order("")
        if not 1 <= order.first <= order.last <= self._pages:
            wrong = self.last if 1 <= order.first <= self._pages else self.first
            self._refuse(wrong, self.tr("Dokumen ini terdiri atas halaman 1–{pages}. Ubah rentangnya."))
        elif not 1 <= order.copies <= _MOST_COPIES:
            self._refuse(self.copies, self.tr("Jumlah salinan antara 1 dan {most}. Ubah jumlahnya."))
        else:
            self.accept()

    def _refuse(self, field: NumberField, sentence: str) -> None:
        self.refuse_at(field, sentence.format(pages=self._pages, most=_MOST_COPIES))
        field.selectAll()

    def _save(self) -> None:
        self.reject()
        self.save_requested.emit()

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        pages = QHBoxLayout()
        pages.setSpacing(Space.S)
        for part in (
            self.first, text_label("–"), self.last, text_label(self.tr("dari {pages}").format(pages=self._pages), "small")
        ):  # fmt: skip
            pages.addWidget(part)
        pages.addStretch()
        copies = QHBoxLayout()
        copies.addWidget(self.copies)
        copies.addStretch()
        for row, (title, field) in enumerate(
            ((self.tr("Pencetak"), self.printer), (self.tr("Halaman"), self.first), (self.tr("Salinan"), self.copies))
        ):
            label = text_label(title, "strong")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
        grid.addWidget(self.printer, 0, 1)
        grid.addLayout(pages, 1, 1)
        grid.addLayout(copies, 2, 1)
        self.printer.setAccessibleName(self.tr("Pencetak"))
        return grid
