"""Fields, segments and labels, as they are used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.style_sheet import style_sheet
from zi_desktop.ui.tokens import DARK, LIGHT
from zi_desktop.ui.widgets.bars import ScoreBar
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.number_field import NumberField
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.problem_line import mark_valid
from zi_desktop.ui.widgets.search_field import SearchField
from zi_desktop.ui.widgets.segments import SegmentedControl


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("108", 108),
        ("1.250", 1250),
        ("1 250", 1250),
        ("12a", None),
        ("3,5", None),
        ("-4", None),
        ("1.25", None),
        ("", None),
    ],
)
def test_a_number_keeps_every_character_that_is_typed(qtbot, typed, number):
    field = shown(qtbot, NumberField())
    qtbot.keyClicks(field, typed)
    assert (field.text(), field.number()) == (typed, number)


@pytest.mark.parametrize(("pasted", "number"), [("1.250", 1250), (" 98 ", 98), ("x7", None), ("1.250,5", None)])
def test_a_number_keeps_what_is_pasted(qtbot, pasted, number):
    field = shown(qtbot, NumberField())
    QGuiApplication.clipboard().setText(pasted)
    field.paste()
    assert (field.text(), field.number()) == (pasted, number)


@pytest.mark.parametrize(("number", "text"), [(108, "108"), (0, "0"), (None, "")])
def test_a_number_is_shown_without_a_signal(qtbot, number, text):
    field = shown(qtbot, NumberField())
    with qtbot.assertNotEmitted(field.edited):
        field.set_number(number)
    assert field.text() == text


def test_an_invalid_number_keeps_its_text_and_looks_so(qtbot):
    field = shown(qtbot, NumberField())
    field.set_number(108)
    mark_valid(field, valid=False)
    assert field.grab().toImage().pixelColor(20, 16).name().upper() == LIGHT.bad_soft
    mark_valid(field, valid=True)
    assert field.grab().toImage().pixelColor(20, 16).name().upper() == LIGHT.surface
    assert field.text() == "108"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
def test_an_invalid_field_with_the_keyboard_has_its_ring_beside_the_red_edge_and_does_not_move(qtbot, tokens, kind):
    frame = QWidget()
    column = QVBoxLayout(frame)
    field, other = kind(), QPushButton()
    column.addWidget(field)
    column.addWidget(other)
    frame.setStyleSheet(style_sheet(tokens, 1))
    with qtbot.waitActive(shown(qtbot, frame)):
        frame.activateWindow()
    mark_valid(field, valid=False)
    edges, sides, places = [], [], []
    for each in (other, field):
        each.setFocus()
        qtbot.waitUntil(each.hasFocus)
        drawn = field.grab().toImage()
        edges.append([drawn.pixelColor(field.width() // 2, y).name().upper() for y in (0, 1, 2)])
        sides.append([drawn.pixelColor(x, field.height() // 2).name().upper() for x in (0, 4, 5)])
        places.append((field.size(), field.geometry()))
    assert edges == [[tokens.bad, tokens.bad_soft, tokens.bad_soft], [tokens.accent, tokens.accent, tokens.bad_soft]]
    assert sides == [[tokens.bad, tokens.bad_soft, tokens.bad_soft], [tokens.bad, tokens.bad, tokens.bad_soft]]
    assert places[0] == places[1]


def test_segments_are_chosen_by_mouse_and_arrow_keys(qtbot):
    control = SegmentedControl()
    control.set_choices([("all", "Semua 113"), ("open", "Belum terisi 10"), ("look", "Perhatian 4")])
    shown(qtbot, control)
    assert control.current() == "all"
    chosen = []
    control.chosen.connect(chosen.append)
    first, second = control._group.button(0), control._group.button(1)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    control.activateWindow()
    qtbot.waitUntil(control.isActiveWindow)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert chosen == ["open", "all"]
    assert first.isChecked()


def test_segments_keep_their_choice_while_their_counts_change(qtbot):
    control = shown(qtbot, SegmentedControl())
    control.set_choices([("all", "Semua 9"), ("open", "Belum terisi 1")])
    control.set_current("open")
    width = control.sizeHint().width()
    control.set_choices([("all", "Semua 9"), ("open", "Belum terisi 1000")])
    assert control.current() == "open"
    assert control.sizeHint().width() > width
    control.set_choices([("one", "Satu")])
    assert control.current() == "one"


def test_a_label_is_cut_and_then_tells_its_whole_text(qtbot):
    label = ElidedLabel("Lembaga Pemasyarakatan Perempuan Kelas IIA Contohrejo")
    label.setFixedWidth(120)
    shown(qtbot, label)
    label.grab()
    assert label.toolTip() == label.text()
    label.setFixedWidth(600)
    label.grab()
    assert label.toolTip() == ""


def test_esc_empties_a_search_and_then_leaves_it(qtbot):
    field = shown(qtbot, SearchField())
    qtbot.keyClicks(field, "lapas")
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_bar_shows_value_gain_bed_and_ticks(qtbot):
    bar = ScoreBar()
    bar.resize(201, 12)
    shown(qtbot, bar)
    bar.show_values(0.5, ticks=[0.75], gain=0.1)
    image = bar.grab().toImage()
    colour = lambda x, y: image.pixelColor(x, y).name().upper()  # noqa: E731 (one line where it is used)
    assert [colour(20, 6), colour(110, 6), colour(190, 6)] == [LIGHT.fill, LIGHT.accent, LIGHT.track]
    assert [colour(150, y) for y in (0, 6, 11)] == [LIGHT.mark] * 3


def test_a_message_offers_ways_on_and_can_be_closed(qtbot):
    bar = MessageBar(closable=True)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    pressed = []
    bar.show_message(
        "Sudah melapor (108) melebihi wajib lapor (105).", Tone.BAD, [("Kembali ke 98", lambda: pressed.append(98))]
    )
    bar._buttons[0].click()
    assert pressed == [98]
    with qtbot.waitSignal(bar.closed):
        bar._close.click()
    assert bar.text() == ""


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("across", [True, False])
def test_a_message_is_as_high_with_a_way_on_as_without(qtbot, across):
    bar = MessageBar(across=across)
    qtbot.addWidget(bar)
    bar.show_message("Satker ini belum mempunyai evaluasi 2025.", Tone.WARN)
    height = bar.sizeHint().height()
    bar.show_message("Satker ini belum mempunyai evaluasi 2025.", Tone.WARN, [("Mulai evaluasi", bar.hide)])
    assert bar.sizeHint().height() == height
    closable = MessageBar(across=across, closable=True)
    qtbot.addWidget(closable)
    closable.show_message("Satker ini belum mempunyai evaluasi 2025.", Tone.WARN)
    assert closable.sizeHint().height() == height


@pytest.mark.parametrize(("across", "painted"), [(True, True), (False, False)])
def test_a_message_above_panels_runs_from_edge_to_edge(qtbot, across, painted):
    bar = MessageBar(across=across)
    qtbot.addWidget(bar)
    bar.resize(300, 40)
    bar.show_message("Ruang kerja dibuka untuk dibaca saja.", Tone.WARN)
    corner = bar.grab().toImage().pixelColor(0, 0).name().upper()
    assert (corner == LIGHT.warn_soft) is painted


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Space", "Spasi"),
        ("Alt+Down", "Alt+↓"),
        ("Ctrl++", "Ctrl++"),
        ("F9", "F9"),
        ("", ""),
    ],
)
def test_keys_are_written_as_on_the_keyboard(keys, text):
    assert key_text(QKeySequence(keys)) == text


def test_a_closed_segmented_control_looks_closed(qtbot, theme):
    control = SegmentedControl()
    control.set_choices([("a", "Semua"), ("b", "Belum terisi")])
    open_ = shown(qtbot, control).grab().toImage()
    control.setEnabled(False)
    closed = control.grab().toImage()
    assert open_ != closed
    middle = closed.height() // 2
    assert closed.pixelColor(4, middle).name().upper() == LIGHT.track
    assert closed.pixelColor(closed.width() - 4, middle).name().upper() == LIGHT.window
