"""The whole keyboard of Penilaian in the real window: each key of the map, F6 from pane to pane, Tab everywhere."""

import pytest
from focus_walk import name_of, reachable, walk
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from whole_desktop import whole_desktop

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.evidence_terms import LEVELS
from zi_desktop.domain.instrument import Column
from zi_desktop.services.samples.visit import score_sample
from zi_desktop.ui.evaluation.score_explanation import ExplanationDialog
from zi_desktop.ui.help.keys import KEYS
from zi_desktop.ui.navigation import EVALUATION, HELP, HOME, REMARKS_TAB, SETTINGS, SIGNING, VISIT
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.palette.view import CommandPalette
from zi_desktop.ui.worksheets import import_page

CODE, NEXT, BEFORE = "A.I.5.i.b", "A.I.5.ii.a", "A.I.5.i.a"
COUNTS = "A.II.5.ii.a"
INDEX, AFTER_INDEX = "B.I.a", "B.I.b"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desktop(qtbot, theme, services, evaluation, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path, evaluation, CODE) as desktop:
        yield desktop


@pytest.fixture
def page(desktop):
    return desktop.window.page()


def press(key, modifiers=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def answer(page, code=CODE):
    return page.stage.presenter.view.state.answers(Column.TPI).get(code)


def dialog_after(qtbot, key, modifiers, kind):
    """Press a key that opens a dialog, close it, and tell whether it was of a kind."""
    seen = []

    def look():
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        seen.extend(found)
        for each in found:
            each.reject()

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    press(key, modifiers)
    qtbot.waitUntil(lambda: bool(seen))
    timer.stop()
    return isinstance(seen[0], kind)


ANSWERS = [(Qt.Key.Key_1, "A"), (Qt.Key.Key_2, "B"), (Qt.Key.Key_3, "C"), (Qt.Key.Key_4, "D"),
           (Qt.Key.Key_A, "A"), (Qt.Key.Key_B, "B"), (Qt.Key.Key_C, "C"), (Qt.Key.Key_D, "D")]  # fmt: skip


@pytest.mark.parametrize(("key", "chosen"), ANSWERS, ids=[f"{n}-{key.name}" for n, (key, _) in enumerate(ANSWERS)])
@pytest.mark.parametrize("pad", [False, True], ids=["keyboard", "numpad"])
def test_keys_that_choose(page, key, chosen, pad):
    press(key, Qt.KeyboardModifier.KeypadModifier if pad else NONE)
    assert answer(page) == Chosen(chosen)


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_Y, "Ya"), (Qt.Key.Key_T, "Tidak")], ids=["Y", "T"])
def test_yes_and_no(page, key, chosen):
    page.stage.presenter.go("A.I.1.i.a")
    press(key)
    assert answer(page, "A.I.1.i.a") == Chosen(chosen)


STEPS = {
    "Enter": (Qt.Key.Key_Return, NONE, NEXT), "Shift+Enter": (Qt.Key.Key_Return, SHIFT, BEFORE),
    "Ctrl+Enter": (Qt.Key.Key_Return, CTRL, NEXT), "Numpad Enter": (Qt.Key.Key_Enter, NONE, NEXT),
    "Alt+Down": (Qt.Key.Key_Down, ALT, NEXT), "Alt+Up": (Qt.Key.Key_Up, ALT, BEFORE),
}  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("where", ["item", "tree"])
def test_keys_that_lead_on(page, name, where):
    if where == "tree":
        page.place.tree.tree.setFocus()
    key, modifiers, code = STEPS[name]
    press(key, modifiers)
    assert page.place.item.code == code


@pytest.mark.parametrize(
    ("key", "screen"),
    [((Qt.Key.Key_Home, CTRL), HOME), ((Qt.Key.Key_Comma, CTRL), SETTINGS), ((Qt.Key.Key_F1, SHIFT), HELP),
     ((Qt.Key.Key_2, CTRL), VISIT), ((Qt.Key.Key_3, CTRL), REMARKS_TAB),
     ((Qt.Key.Key_4, CTRL), SIGNING)],
    ids=["Ctrl+Home", "Ctrl+,", "Shift+F1", "Ctrl+2", "Ctrl+3", "Ctrl+4"],
)  # fmt: skip
def test_keys_that_lead_elsewhere(desktop, key, screen):
    press(*key)
    assert desktop.window.page() is desktop.window.screen_of(screen)
    desktop.jobs.wait()


def test_keys_of_fields_and_panels(page):
    place, notes = page.place, page.place.item.form.notes.form
    press(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is place.tree.form.search
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_M, CTRL)
    assert QApplication.focusWidget() is notes.note
    press(Qt.Key.Key_Escape)
    assert place.item.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_M, CTRL | SHIFT)
    assert QApplication.focusWidget() is notes.internal
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F1)
    assert place.item.form.guidance.isVisible()
    press(Qt.Key.Key_F1)
    assert place.item.form.evidence.isVisible()
    press(Qt.Key.Key_F9)
    assert not place.score.isVisible()
    press(Qt.Key.Key_T, CTRL)
    assert not place.tree.isVisible()
    press(Qt.Key.Key_H, CTRL)
    assert page.stage.hidden
    press(Qt.Key.Key_H, CTRL)


@pytest.mark.parametrize(
    ("key", "kind"), [((Qt.Key.Key_F4, NONE), ExplanationDialog), ((Qt.Key.Key_K, CTRL), CommandPalette)],
    ids=["F4", "Ctrl+K"],
)  # fmt: skip
def test_keys_that_open_a_dialog(qtbot, desktop, key, kind):
    assert dialog_after(qtbot, *key, kind)


def test_keys_of_the_worksheet(qtbot, desktop, page, evaluation):
    with qtbot.waitSignal(page.export_requested) as asked:
        press(Qt.Key.Key_E, CTRL)
    assert asked.args == [evaluation]
    dialog = next(each for each in page.findChildren(QDialog) if each.isVisible())
    dialog.reject()
    desktop.window.activateWindow()
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget() or desktop.window))
    with qtbot.waitSignal(page.edition_requested), qtbot.capture_exceptions() as told:
        press(Qt.Key.Key_E, CTRL | ALT)
    assert "Belum ada edisi lain" in str(told[0][1])


def test_keys_that_state_and_take_back(page):
    press(Qt.Key.Key_B, CTRL)
    assert page.stage.presenter.view.state.marked(CODE)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert (answer(page), page.stage.presenter.view.state.marked(CODE)) == (None, False)
    press(Qt.Key.Key_Y, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert answer(page) == Chosen("A")


def test_refreshing_shows_what_was_stated_elsewhere(page, choose):
    choose(CODE, "C")
    press(Qt.Key.Key_F5)
    assert answer(page) == Chosen("C")


def test_not_applicable_has_its_key_once_the_denominator_is_nothing(page):
    page.stage.presenter.go(COUNTS)
    result = page.place.item.form.counts.result
    QTest.keyClicks(QApplication.focusWidget(), "4")
    press(Qt.Key.Key_T, ALT)
    assert not result.not_applicable.isChecked()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_T, ALT)
    assert result.not_applicable.isChecked()
    assert QApplication.focusWidget() is page.place.item.form.notes.form.note
    press(Qt.Key.Key_T, ALT)
    assert not result.not_applicable.isChecked()


def test_not_applicable_is_no_command_of_other_items(page):
    assert not page.acts.not_applicable.isEnabled()
    page.stage.presenter.go(COUNTS)
    assert page.acts.not_applicable.isEnabled()


def test_the_next_open_evaluation_has_its_key(desktop, page, services, evaluation):
    other = services.evaluations.create("C-001", 2025)
    page.open_evaluation(other)
    press(Qt.Key.Key_Tab, CTRL)
    assert page.stage.presenter.id == evaluation


def test_f6_goes_from_pane_to_pane_and_back(desktop, page):
    place, window = page.place, desktop.window
    panes = [place.item, place.score, place.tree, window._top, window._rail]

    def pane():
        return next(n for n, each in enumerate(panes) if each.isAncestorOf(QApplication.focusWidget()))

    walked = []
    for _ in panes:
        walked.append(pane())
        press(Qt.Key.Key_F6)
    assert walked == [0, 1, 2, 3, 4]
    assert pane() == 0
    press(Qt.Key.Key_F6, SHIFT)
    assert pane() == 4


@pytest.mark.parametrize("code", [CODE, COUNTS, INDEX])
def test_tab_reaches_everything_and_comes_round(qtbot, desktop, page, code):
    page.stage.presenter.go(code)
    press(Qt.Key.Key_Tab)  # from the answer, where single keys act, to the first stop
    walked = walk(qtbot, desktop.window)
    assert {name_of(widget) for widget in reachable(desktop.window) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []


def test_the_status_bar_speaks_of_empty_items_only_while_there_are_any(page, services, evaluation):
    score_sample(services, evaluation)
    page.stage.presenter.statements.refresh()
    page.stage.presenter.go(INDEX)
    press(Qt.Key.Key_Escape)
    assert page.key_hints()[0] == KeyHint("Enter", "Butir berikutnya")
    page.place.item.focus_note()
    assert page.key_hints()[0] == KeyHint("Ctrl+Enter", "Butir berikutnya")
    press(Qt.Key.Key_Escape)
    services.evaluations.archive(evaluation)
    page.activate()
    assert page.key_hints()[0] == KeyHint("Enter", "Butir berikutnya")
    press(Qt.Key.Key_Return)
    assert page.place.item.code == AFTER_INDEX


@pytest.mark.parametrize(
    ("go", "onward", "backward"),
    [
        (lambda item: item.take_focus(), "Ctrl+Enter", False),
        (lambda item: item.fields()[-1].setFocus(), "Enter", False),
        (lambda item: item.focus_note(), "Ctrl+Enter", False),
        (lambda item: item.setFocus(), "Enter", True),
    ],
    ids=["field", "last field", "note", "elsewhere"],
)
def test_the_caps_of_the_action_bar_tell_the_key_that_goes_on_from_here(page, go, onward, backward):
    page.stage.presenter.go(INDEX)
    bar = page.place.item.form.actions.form
    go(page.place.item)
    assert (bar.next_keys.text(), bar.next_keys.isEnabled(), bar.previous_keys.isEnabled()) == (onward, True, backward)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not bar.next_keys.isEnabled()
    assert not bar.previous_keys.isEnabled()


def test_the_status_bar_names_the_keys_of_the_item(page):
    def named():
        return [(hint.keys, hint.text) for hint in page.key_hints()]

    assert named() == [("1–4", "Pilih"), ("F8", "Catatan baru"), ("Ctrl+K", "Perintah")]
    page.stage.presenter.go("A.I.1.i.a")
    assert named()[0] == ("1–2", "Pilih")
    page.stage.presenter.go(INDEX)
    rest = [("F8", "Catatan baru"), ("Ctrl+K", "Perintah")]
    assert named() == [("Enter", "Isian berikutnya"), *rest]
    page.place.item.form.index.table.fields()[-1].setFocus()
    assert named() == [("Enter", "Lanjut"), *rest]
    press(Qt.Key.Key_Escape)
    assert named() == [("Enter", "Butir belum terisi"), *rest]
    press(Qt.Key.Key_M, CTRL)
    assert named() == [("Ctrl+Enter", "Butir belum terisi"), *rest]
    press(Qt.Key.Key_F, CTRL)
    assert named() == [("Enter", "Buka butir"), *rest]
    page.place.tree.tree.setFocus()
    assert named() == [("Enter", "Butir belum terisi"), *rest]


def test_home_has_a_key_of_its_own_in_a_field_and_evaluasi_one_everywhere(desktop, page):
    press(Qt.Key.Key_M, CTRL)
    note = QApplication.focusWidget()
    QTest.keyClicks(note, "Dilihat")
    press(Qt.Key.Key_Home, CTRL)
    assert (desktop.window.key(), note.textCursor().position()) == (EVALUATION, 0)
    press(Qt.Key.Key_Home, ALT)
    assert desktop.window.key() == HOME
    press(Qt.Key.Key_E, ALT)
    assert desktop.window.key() == EVALUATION
    assert note.toPlainText() == "Dilihat"


def test_sufficiency_and_the_score_of_fitting_evidence_have_keys(desktop, page):
    def level():
        return Evidence(page.stage.presenter.view.state.folded).sufficiency(CODE).value

    found = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_3):
        press(key, ALT)
        found.append(level())
    assert found == [*LEVELS, ""]
    press(Qt.Key.Key_N, ALT)
    assert desktop.window._message.text().startswith("Nilai dengan bukti sesuai saja")


def test_a_worksheet_is_asked_for(qtbot, page, monkeypatch):
    monkeypatch.setattr(import_page, "choose_file", lambda *_: None)
    with qtbot.waitSignal(page.import_requested) as asked:
        press(Qt.Key.Key_I, CTRL)
    assert asked.args == [page.stage.presenter.id]


def test_an_answer_is_kept_only_where_mandiri_changed_after_it(qtbot, page):
    page.stage.presenter.go(CODE)
    with qtbot.assertNotEmitted(page.place.item.answer_chosen):
        press(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)


def test_f3_unfolds_the_comparison_and_folds_it_again(page, services):
    code, item = page.stage.presenter.code, page.place.item
    question = services.evaluations.open(page.stage.presenter.id).state.instrument.questions[code]
    answer = Chosen(question.answer.options[0].key)
    services.answering.answer(page.stage.presenter.id, code, answer, column=Column.MANDIRI, displayed=())
    page.activate()
    for shown in (True, False):
        press(Qt.Key.Key_F3)
        assert item.form.strip.whole.isVisible() is shown


def test_every_key_that_bantuan_names_is_pressed_here():
    pressed = {
        "1–5", "Enter", "Shift+Enter", "Alt+↓", "Alt+↑", "Ctrl+F", "Ctrl+M", "Ctrl+Shift+M", "Alt+T", "Ctrl+B", "Ctrl+Z",
        "Ctrl+Y", "F4", "Ctrl+H", "Ctrl+T", "F9", "F5", "Ctrl+E", "Ctrl+Alt+E", "Ctrl+I", "Alt+J", "F3", "Esc",
    }  # fmt: skip
    assert {keys for keys, _ in dict(KEYS)["Penilaian"]} == pressed
