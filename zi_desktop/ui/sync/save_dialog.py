"""Simpan ke flashdisk: which evaluations, whether evidence goes along, and who will be able to open the bundle."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.services.exchange.overview import OutboxItem
from zi_desktop.ui.sync.saving import named
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.segments import SegmentedControl

Readers = Callable[[Sequence[str]], tuple[Sequence[str], Sequence[str]]]
"""Tells by name who could open a bundle of some evaluations (ids), and which members of the teams could not."""
_WIDTH = 520
_ROWS = 6
FULL, ANSWERS = "lengkap", "jawaban"


class SaveDialog(DialogFrame):
    """Asks; where the bundle goes is chosen afterwards.

    ``cards_requested``: the cards have to be exchanged first; ``team_requested``: so has the team of an evaluation to be
    filled in (its id).
    """

    cards_requested = Signal()
    team_requested = Signal(str)

    def __init__(self, items: Sequence[OutboxItem], chosen: str, readers: Readers, parent: QWidget) -> None:
        super().__init__(parent.tr("Simpan ke flashdisk"), parent.tr("Pilih tempat…"), parent)
        self.setFixedWidth(_WIDTH)
        self.ticks = {item.evaluation: TickBox(f"{item.satker} {item.year}") for item in items}
        for id_, tick in self.ticks.items():
            tick.setChecked(id_ == chosen)
            tick.toggled.connect(lambda _: self._follow())
        self.content = SegmentedControl()
        self.content.set_choices(
            ((FULL, self.tr("Jawaban, data dukung, dan laporan")), (ANSWERS, self.tr("Jawaban saja")))
        )
        self.content.set_current(FULL)
        self.content.setAccessibleName(self.tr("Isi paket"))
        self.plain = TickBox(self.tr("Tanpa enkripsi"))
        self.plain.toggled.connect(lambda _: self._follow())
        self.body.addWidget(text_label(self.tr("Evaluasi"), "strong"))
        self.body.addWidget(self._list())
        self.body.addWidget(text_label(self.tr("Isi paket"), "strong"))
        self.body.addWidget(self.content, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(text_label(self.tr("Pembaca"), "strong"))
        self.who = self.add_words("")
        self.cards = shortcut_action(self, self.tr("Kartu laptop…"), "Ctrl+Shift+L")
        self.cards.triggered.connect(lambda _: self._ask_for_cards())
        self._to_cards = action_button(self.cards, "link", "key")
        self._to_cards.setAutoDefault(False)
        self.body.addWidget(self._to_cards, 0, Qt.AlignmentFlag.AlignLeft)
        self.team = shortcut_action(self, self.tr("Rencana && tim…"), "Ctrl+Shift+R")
        self.team.triggered.connect(lambda _: self._ask_for_team())
        self._to_team = action_button(self.team, "link", "people")
        self._to_team.setAutoDefault(False)
        self.body.addWidget(self._to_team, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.plain)
        self._readers = readers
        self._follow()
        first = self.ticks.get(chosen) or next(iter(self.ticks.values()), self.plain)
        first.setFocus()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the evaluations that are to go."""
        return tuple(id_ for id_, tick in self.ticks.items() if tick.isChecked())

    def answers_only(self) -> bool:
        """Tell whether evidence and reports stay out."""
        return self.content.current() == ANSWERS

    def _ask_for_cards(self) -> None:
        self.reject()
        self.cards_requested.emit()

    def _ask_for_team(self) -> None:
        chosen = self.chosen()
        self.reject()
        self.team_requested.emit(chosen[0])

    def _follow(self) -> None:
        names, left_out = self._readers(self.chosen())
        self.who.setText(self._who(names, left_out))
        asked = bool(self.chosen()) and not self.plain.isChecked()
        for action, button, wanted in (
            (self.cards, self._to_cards, asked and bool(left_out)),
            (self.team, self._to_team, asked and not names and not left_out),
        ):
            action.setEnabled(wanted)
            button.setVisible(wanted)
        self.confirm_button.setEnabled(bool(self.chosen()) and (bool(names) or self.plain.isChecked()))
        if self.plain.isChecked():
            self.message.show_message(
                self.tr(
                    "Siapa pun yang menemukan flashdisk itu dapat membaca jawaban, catatan internal, dan data dukung."
                ),
                Tone.WARN,
            )
        else:
            self.message.hide()
        self.grow()

    def _who(self, names: Sequence[str], left_out: Sequence[str]) -> str:
        """Return who can open the bundle."""
        if self.plain.isChecked():
            return self.tr("Siapa pun.")
        if not self.chosen():
            return self.tr("Pilih evaluasi dahulu.")
        if not names and not left_out:
            return self.tr("Tim evaluasi ini belum memuat orang lain. Tambahkan rekan dalam Rencana & tim dahulu.")
        if not names:
            words = self.tr("Kartu {names} belum diterima di laptop ini. Terima kartunya dahulu.")
            return words.format(names=named(left_out))
        words = self.tr("Hanya {names}").format(names=named(names))
        if left_out:
            words += self.tr("; tanpa kartu, jadi tidak dapat membukanya: {names}").format(names=named(left_out))
        return words

    def _list(self) -> QScrollArea:
        content = QFrame()
        content.setProperty("surface", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.S)
        for tick in self.ticks.values():
            column.addWidget(tick)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("surface", "panel")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        row = self.plain.sizeHint().height() + Space.S
        scroll.setFixedHeight(min(max(len(self.ticks), 1), _ROWS) * row + 2 * Space.S)
        return scroll
