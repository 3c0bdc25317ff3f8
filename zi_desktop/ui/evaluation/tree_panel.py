"""The left panel: search, filters, the tree, and how much is filled in all."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.ui.evaluation.tree_attention import Attention
from zi_desktop.ui.evaluation.tree_figures import TreeFigures
from zi_desktop.ui.evaluation.tree_outline import Outline, outline_of
from zi_desktop.ui.evaluation.tree_view import QuestionTree
from zi_desktop.ui.forms.ui_evaluation_tree import Ui_EvaluationTree
from zi_desktop.ui.tokens import Space

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Filter(StrEnum):
    """What the tree shows."""

    ALL = "all"
    OPEN = "open"
    ATTENTION = "attention"


class TreePanel(QWidget):
    """Shows the worksheet of one evaluation; ``item_reached`` carries the code of an item, never of a branch.

    ``item_opened`` comes with Enter in the search, or on a row that was picked among the found ones: the keyboard is wanted
    at its answer. ``search_left`` comes when the search is left without that, ``sifted`` when other rows are shown.
    """

    item_reached = Signal(str)
    item_opened = Signal()
    search_left = Signal()
    sifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_EvaluationTree()
        self.form.setupUi(self)
        self._outline: Outline | None = None
        self._figures: TreeFigures | None = None
        self._choices_shown: list[tuple[str, str]] = []
        self._picking = False
        self._lay_out()
        self.form.search.textChanged.connect(self._filter)
        self.form.search.left.connect(self.form.tree.setFocus)
        self.form.search.installEventFilter(self)
        self.tree.installEventFilter(self)
        self.form.filters.chosen.connect(self._filter)
        self.form.nothing.acted.connect(self.clear_filter)
        self.form.tree.reached.connect(self._reach)

    @property
    def tree(self) -> QuestionTree:
        """Return the tree itself."""
        tree: QuestionTree = self.form.tree
        return tree

    def show_evaluation(
        self, view: EvaluationView, attention: dict[str, Attention], code: str, *, hidden: bool, locked: bool = False
    ) -> None:
        """Show another evaluation, at one of its items; one that is locked has padlocks for ticks."""
        instrument = view.state.instrument
        known = self._outline
        outline = known if known and known.instrument is instrument else outline_of(instrument)
        self._outline = outline
        self._figures = TreeFigures(outline, view, attention, hidden=hidden, locked=locked)
        self._show_rows(outline, self._figures)
        if outline is not known:
            self.tree.open_first_levels()
        self._show_counts()
        self.clear_filter()
        self.go_to(code)
        self.tree.show_around()

    def show_changes(
        self,
        view: EvaluationView,
        attention: dict[str, Attention],
        *,
        hidden: bool,
        locked: bool,
    ) -> None:
        """Show the evaluation after some items changed; what the filter shows stays until the person moves on."""
        if self._outline is None:
            return
        known = self._figures
        repaint_all = known is None or (hidden, locked) != (known.hidden, known.locked)
        self._figures = TreeFigures(self._outline, view, attention, hidden=hidden, locked=locked)
        if repaint_all:
            self._show_rows(self._outline, self._figures)
        else:
            self.tree.questions().show_figures(self._figures)
        self._show_counts()

    def _show_rows(self, outline: Outline, figures: TreeFigures) -> None:
        """Show other figures in every row; Qt by itself paints only those of the first level anew, and scores may be hidden."""
        self.tree.questions().show_outline(outline, figures)
        self.tree.viewport().update()

    def go_to(self, code: str) -> None:
        """Make an item current; a filter takes in what changed meanwhile, and never hides the current item."""
        if self._filtering():
            self._filter(keep=code)
        self.tree.go_to(code)

    def clear_filter(self) -> None:
        """Show every item."""
        self.form.search.clear()
        self.form.filters.set_current(Filter.ALL)
        self._filter()

    def clear_search(self) -> bool:
        """Forget the words of the search (Esc); return whether there were any."""
        searched = bool(self.form.search.text())
        self.form.search.clear()
        if searched:
            self.search_left.emit()
        return searched

    @property
    def finds(self) -> bool:
        """Tell whether any item is shown."""
        return self.form.nothing.isHidden()

    def focus_search(self) -> None:
        """Take the keyboard to the search field."""
        self.form.search.setFocus()
        self.form.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the words of a search to what they found, and from a row that was picked there to its answer."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, searched = event.key(), bool(self.form.search.text().strip())
        if watched is self.form.search:
            self._picking = searched and key == Qt.Key.Key_Down
            escaped = key == Qt.Key.Key_Escape and not self.form.search.text()
            if escaped or (key in _ENTER and not searched):  # the next digit is meant for the item that is open
                self.form.search.left.emit()
                self.search_left.emit()
                return True
            return (key in _ENTER or self._picking) and self._go_to_first(opening=not self._picking)
        opened = self._picking and key in _ENTER
        self._picking = searched and key in _WALK
        if opened:
            self.item_opened.emit()
        return opened

    def _lay_out(self) -> None:
        self.form.column.setContentsMargins(0, 0, 0, 0)
        self.form.column.setSpacing(0)
        self.form.head_column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.form.head_column.setSpacing(Space.S)
        bar = self.tree.verticalScrollBar()
        bar.ensurePolished()
        figures = bar.sizeHint().width() + Space.S  # to the right ends of the figures below
        self.form.columns_row.setContentsMargins(Space.M, Space.XS, figures, Space.XS)
        self.form.foot_column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.form.foot_column.setSpacing(Space.XS)
        self.form.nothing.show_sentence(self.tr("Tidak ada butir yang cocok."), self.tr("Hapus filter"))
        self.form.nothing.setProperty("surface", "plain")
        self.form.nothing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form.nothing.hide()
        self._show_choices(0, 0, 0)

    def _show_choices(self, whole: int, open_: int, attention: int) -> None:
        choices: list[tuple[str, str]] = [
            (Filter.ALL, self.tr("Semua {count}").format(count=whole)),
            (Filter.OPEN, self.tr("Belum terisi {count}").format(count=open_)),
            (Filter.ATTENTION, self.tr("Perhatian {count}").format(count=attention)),
        ]
        if choices != self._choices_shown:  # choices lay the panel out anew
            self._choices_shown = choices
            self.form.filters.set_choices(choices)

    def _show_counts(self) -> None:
        assert self._outline is not None
        assert self._figures is not None
        whole, open_ = len(self._outline.instrument.questions), len(self._figures.unanswered)
        self._count_found()
        filled = whole - open_
        words = self.tr("Terisi {filled} dari {whole} butir").format(filled=filled, whole=whole)
        self.form.filled.setText(words)
        # Rounded down: 100 % stands only where nothing is open.
        self.form.share.setText(f"{100 * filled // whole}%")
        self.form.filled_bar.show_values(filled / whole)
        header = self.tr("Isi") if self._figures.hidden else self.tr("Isi · Nilai/bobot")
        if header != self.form.score_column.text():
            self.form.score_column.setText(header)

    def _count_found(self) -> None:
        """Let the filters tell how many of the items that are searched for each would show."""
        assert self._figures is not None
        found, unanswered, attention = self._searched(), self._figures.unanswered, self._figures.attention
        self._show_choices(len(found), _shared(found, unanswered), _shared(found, attention))

    def _filtering(self) -> bool:
        return bool(self.form.search.text().strip()) or self.form.filters.current() != Filter.ALL

    def _filter(self, _changed: str = "", keep: str = "") -> None:
        if self._outline is None:
            return
        found = self._matching() if self._filtering() else None
        self._count_found()
        self.form.nothing.setVisible(found is not None and not found)
        self.tree.setVisible(found is None or bool(found))
        self.tree.show_only(found if found is None or not keep else found | {keep})
        self.sifted.emit()

    def _matching(self) -> set[str]:
        allowed = self._allowed()
        return {code for code in self._searched() if code in allowed}

    def _searched(self) -> Collection[str]:
        """Return the items with every word of the search, whatever the filter."""
        assert self._outline is not None
        words = self.form.search.text().casefold().split()
        if not words:
            return self._outline.instrument.questions
        return {
            place.code
            for place in self._outline.places
            if place.is_question and all(word in self._outline.words(place.number) for word in words)
        }

    def _allowed(self) -> Collection[str]:
        assert self._outline is not None
        assert self._figures is not None
        match self.form.filters.current():
            case Filter.OPEN:
                return self._figures.unanswered
            case Filter.ATTENTION:
                return self._figures.attention
            case _:
                return self._outline.instrument.questions

    def _go_to_first(self, *, opening: bool) -> bool:
        assert self._outline is not None
        found = self._matching() if self._filtering() else set()
        first = next((place.code for place in self._outline.places if place.code in found), "")
        if first:
            self.item_reached.emit(first)
            if opening:
                self.item_opened.emit()
            else:
                self.tree.setFocus()
        return True  # the page would go on from where it is

    def _reach(self, code: str) -> None:
        if self.tree.questions().is_question(self.tree.currentIndex()):
            self.item_reached.emit(code)


def _shared(found: Collection[str], codes: Collection[str]) -> int:
    return sum(code in found for code in codes)
