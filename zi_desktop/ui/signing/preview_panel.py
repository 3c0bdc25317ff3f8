"""The middle part: the paper as it will be signed, or as it was; QtPdf loads when the first one arrives."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_signing_preview import Ui_SigningPreview
from zi_desktop.ui.icons import icon
from zi_desktop.ui.signing.paper import Paper
from zi_desktop.ui.signing.preview_acts import PreviewActs
from zi_desktop.ui.tokens import IconSize, Space
from zi_desktop.ui.widgets.buttons import tip_of
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.ui.widgets.pdf_view import PdfView

_BAR: Final = 40
_NUMBERS: Final = 40
_TITLE_FROM: Final = 535
_PERCENT_FROM: Final = 400
_PAGES_FROM: Final = 358
_ZOOM_FROM: Final = 296
"""Widths of the panel, at normal text size, from which title, size of the page, page buttons and zoom have room."""
_WAY_BACK: Final = 28
"""What the button for the checks takes of it."""


class PreviewPanel(QFrame):
    """Shows one paper; ``pages_counted`` comes with the number of its pages when it is in sight."""

    pages_counted = Signal(int)

    def __init__(self, acts: PreviewActs, checks: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SigningPreview()
        self.form.setupUi(self)
        self._acts = acts
        checks.setIcon(icon("panel-left", "text2"))
        checks.setToolTip(tip_of(checks))
        self.form.checks.hide()
        self._view: PdfView | None = None
        self.paper: Paper | None = None
        self._lay_out(checks)
        acts.before.triggered.connect(lambda: self._pdf_view().turn(-1))
        acts.after.triggered.connect(lambda: self._pdf_view().turn(+1))
        acts.smaller.triggered.connect(lambda: self._pdf_view().zoom(-1))
        acts.larger.triggered.connect(lambda: self._pdf_view().zoom(+1))
        acts.fit.triggered.connect(lambda: self._pdf_view().fit())
        self._follow()

    def show_paper(self, paper: Paper) -> None:
        """Show a paper at the place where the last one stood."""
        form, self.paper = self.form, paper
        view = self._pdf_view()
        view.show_pdf(paper.pdf)
        form.stack.setCurrentWidget(view)
        if paper.final:
            form.state.show_status(self.tr("Final"), Tone.OK, "lock")
        else:
            form.state.show_status(self.tr("Draf"), Tone.NEUTRAL)
        form.state.show()
        self._follow()  # also where the panel is hidden, and nothing is laid out
        self.pages_counted.emit(view.pages())

    def show_words(self, words: str) -> None:
        """Show a sentence in the place of the paper."""
        self.form.words.setText(words)
        self.form.waiting.setAccessibleName(words)
        self.form.stack.setCurrentWidget(self.form.waiting)
        self._follow()

    def has_paper(self) -> bool:
        """Tell whether a paper is in sight."""
        return self._view is not None and self.form.stack.currentWidget() is self._view

    def pages(self) -> int:
        """Return how many pages the paper in sight has."""
        return self._view.pages() if self._view else 0

    def show_way_back(self, narrow: bool) -> None:  # noqa: FBT001 (the signature of the signal)
        """Show the button for the checks where they and the paper take turns."""
        self.form.checks.setVisible(narrow)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        form, width = self.form, self.width() / text_scale()
        width -= 0 if form.checks.isHidden() else _WAY_BACK
        form.title.setVisible(width >= _TITLE_FROM)
        form.percent.setVisible(width >= _PERCENT_FROM)
        for each in (form.before, form.after, form.divider):
            each.setVisible(width >= _PAGES_FROM)
        for part in (form.smaller, form.larger):
            part.setVisible(width >= _ZOOM_FROM)

    def _pdf_view(self) -> "PdfView":
        if self._view is None:
            from zi_desktop.ui.widgets.pdf_view import PdfView  # noqa: PLC0415 (QtPdf loads only for a paper)

            self._view = PdfView(self.form.stack)
            self._view.moved.connect(self._follow)
            self.form.stack.addWidget(self._view)
        return self._view

    def _follow(self) -> None:
        """Show page and size as they are."""
        view, form, acts = self._view, self.form, self._acts
        there = self.has_paper() and view is not None and bool(view.pages())
        for action in acts.all():
            action.setEnabled(there)
        if not there or view is None:
            form.page.setText("–")
            form.percent.setText("–")
            return
        form.page.setText(f"{view.page()} / {view.pages()}")
        form.percent.setText(f"{view.percent()}%")
        acts.before.setEnabled(view.page() > 1)
        acts.after.setEnabled(view.page() < view.pages())

    def _lay_out(self, checks: QAction) -> None:
        form, acts = self.form, self._acts
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(0)
        form.bar.setFixedHeight(_BAR)
        form.barRow.setContentsMargins(Space.M, 0, Space.S, 0)
        form.barRow.setSpacing(2)
        form.barRow.insertSpacing(2, Space.S)
        form.divider.setFixedHeight(Space.L)
        form.state.hide()
        form.waiting.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # F6 stops here with a paper and without one
        form.waitingColumn.setContentsMargins(Space.XL, 2 * Space.XL, Space.XL, Space.XL)
        for number in (form.page, form.percent):
            number.setMinimumWidth(round(_NUMBERS * text_scale()))
        for button, action in (
            (form.before, acts.before), (form.after, acts.after), (form.smaller, acts.smaller),
            (form.larger, acts.larger), (form.fit, acts.fit), (form.print, acts.print), (form.save, acts.save), (form.checks, checks),
        ):  # fmt: skip
            _dress(button)
            button.setDefaultAction(action)


def _dress(button: QToolButton) -> None:
    button.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    button.setAutoRaise(True)
