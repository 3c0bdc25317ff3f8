"""What is typed and not saved yet is told on every screen, found by a key, and asked about before the window closes."""

import ast
import re
from pathlib import Path

import pytest
from builders import open_services
from PySide6.QtWidgets import QApplication, QLabel

from zi_desktop import ui
from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.survey import RESPONDENTS
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.samples.visit import prepare_sample, score_sample
from zi_desktop.services.typed_drafts import EVIDENCE_REASON, FOLLOW_UP, MEETING, new_remark, typed
from zi_desktop.services.unsaved import unsaved, waiting_in
from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.navigation import EVALUATION, HOME, REMARKS_TAB, SIGNING, VISIT
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.window_memory import WindowMemory

UI = Path(ui.__file__).parent
COUNTS, INDEX = "A.II.5.iii.b.a", "B.I.a"


@pytest.fixture
def desktop(qtbot, fresh, tmp_path, theme):
    made = Desktop(fresh, theme, WindowMemory(fresh.preferences), lambda: tmp_path / "log")
    qtbot.addWidget(made.window)
    made.show()
    yield made
    made.unsaved._asked = True
    made.window.close()
    made.jobs.wait()
    made.problems.uninstall()


@pytest.fixture
def half(fresh):
    """An evaluation in which two items wait half filled."""
    id_ = prepare_sample(fresh)
    score_sample(fresh, id_)
    for code, text in ((COUNTS, "sudah_lapor=9"), (INDEX, "36,8")):
        fresh.answering.keep_draft(id_, cells.answer(Column.TPI, code), text)
    return id_


def told(desktop):
    return desktop.window.status._save._words.text()


def test_beranda_tells_what_waits_and_that_nothing_does(desktop, fresh, half):
    desktop.window.show_page(HOME)
    assert told(desktop) == "2 isian belum disimpan"
    for code in (COUNTS, INDEX):
        fresh.answering.keep_draft(half, cells.answer(Column.TPI, code), "")
    desktop.window.show_page(HOME)
    assert told(desktop) == "Semua isian tersimpan"


def test_a_screen_that_tells_of_saving_itself_is_not_talked_over(desktop, half):
    desktop.navigation.open_evaluation(half, COUNTS)
    assert told(desktop).startswith("2 isian belum disimpan · selebihnya tersimpan")


def test_every_screen_of_an_evaluation_says_the_same_of_saving(qtbot, desktop, fresh, half):
    def on_each():
        found = []
        for tab in (EVALUATION, VISIT, REMARKS_TAB, SIGNING):
            desktop.navigation.show_tab(tab, half)
            QApplication.processEvents()
            found.append(told(desktop))
        return found

    fresh.typed_drafts.keep(half, new_remark(INDEX), {"finding": "separuh"})
    first, *others = on_each()
    assert others == [first] * 3
    assert first.startswith("3 isian belum disimpan · selebihnya tersimpan")
    desktop.window.close()
    assert dialog_of(desktop).windowTitle() == "3 isian belum disimpan"
    dialog_of(desktop).reject()
    for code in (COUNTS, INDEX):
        fresh.answering.keep_draft(half, cells.answer(Column.TPI, code), "")
    fresh.typed_drafts.keep(half, new_remark(INDEX), {})
    first, *others = on_each()
    assert others == [first] * 3
    assert first.startswith("Tersimpan ")


def test_what_a_dialog_keeps_is_told_in_penilaian_at_once(qtbot, desktop, fresh, half):
    desktop.navigation.open_evaluation(half, COUNTS)
    fresh.typed_drafts.keep(half, new_remark(INDEX), {"finding": "separuh"})
    qtbot.waitUntil(lambda: told(desktop).startswith("3 isian belum disimpan · "))


def test_a_note_in_its_field_waits_for_nobody(fresh, half):
    drafts = {cells.note(Column.TPI, INDEX): "separuh", cells.internal(INDEX): "separuh"}
    state = fresh.evaluations.open(half).state
    assert waiting_in(state, drafts) == 0
    assert waiting_in(state, {cells.detail(Column.TPI, INDEX, RESPONDENTS): "banyak"}) == 1
    assert waiting_in(state, {cells.detail(Column.TPI, INDEX, RESPONDENTS): "12"}) == 0


def test_where_several_evaluations_wait_closing_counts_them_apart(desktop, fresh, half):
    satker = fresh.evaluations.open(half).state.identity.satker
    other = fresh.evaluations.create(satker, 2026, activity="pembinaan")
    fresh.typed_drafts.keep(other, typed(MEETING, "awal"), {"notes": "separuh"})
    desktop.window.close()
    dialog = dialog_of(desktop)
    assert dialog.windowTitle() == "3 isian belum disimpan"
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert re.search(r"Evaluasi TPI.*: 2\n.*Pembinaan TPI.*: 1", words)


def test_what_waits_in_an_archived_evaluation_hinders_nobody(desktop, fresh, half):
    fresh.evaluations.archive(half)
    desktop.window.show_page(HOME)
    assert told(desktop) == "Semua isian tersimpan"


def test_a_key_leads_from_one_to_the_next_and_says_when_there_is_none(desktop, fresh, half):
    found = []
    for _ in range(3):
        desktop.unsaved.find.trigger()
        found.append(desktop.window.page().stage.presenter.code)
    assert found == [COUNTS, INDEX, COUNTS]
    for code in (COUNTS, INDEX):
        fresh.answering.keep_draft(half, cells.answer(Column.TPI, code), "")
    desktop.unsaved.find.trigger()
    assert desktop.window._message.text() == "Semua isian tersimpan."
    assert desktop.unsaved.find in desktop.window.commands()


def dialog_of(desktop):
    return next(each for each in desktop.window.findChildren(DialogFrame) if each.isVisible())


def test_closing_says_what_waits_and_closes_when_that_is_meant(desktop, half):
    assert half
    desktop.window.close()
    assert desktop.window.isVisible()
    dialog = dialog_of(desktop)
    assert dialog.windowTitle() == "2 isian belum disimpan"
    dialog.cancel_button.click()
    assert not desktop.window.isVisible()


def test_closing_may_lead_to_what_waits_instead(desktop, half):
    desktop.window.close()
    dialog_of(desktop).confirm_button.click()
    QApplication.processEvents()
    assert desktop.window.isVisible()
    assert (desktop.window.page().stage.presenter.id, desktop.window.page().stage.presenter.code) == (half, COUNTS)


def test_a_window_in_which_nothing_waits_closes_at_once(desktop):
    desktop.window.close()
    assert not desktop.window.isVisible()


def test_the_key_leads_to_the_screen_whose_dialog_has_what_was_typed(desktop, fresh, half):
    remark = fresh.remarks.add(half, RemarkEntry("x", "y", item=INDEX))
    for code in (COUNTS, INDEX):
        fresh.answering.keep_draft(half, cells.answer(Column.TPI, code), "")
    names = (
        typed(MEETING, "awal"),
        typed(FOLLOW_UP, INDEX, remark),
        typed(EVIDENCE_REASON, COUNTS, "a" * 64, "kurang"),
    )
    for name, screen in zip(names, (VISIT, REMARKS_TAB, None), strict=True):
        fresh.typed_drafts.keep(half, name, {"text": "separuh"})
        desktop.unsaved.find.trigger()
        if screen:
            assert desktop.window.page() is desktop.window.screen_of(screen)
            fresh.typed_drafts.keep(half, name, {})
    assert desktop.window.page() is desktop.window.screen_of(REMARKS_TAB)  # that file is nowhere: nothing waits
    assert desktop.window.page().row().id == remark


def test_of_a_signed_evaluation_only_what_can_still_be_saved_waits(signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        services.typed_drafts.keep(id_, typed(MEETING, "awal"), {"notes": "separuh"})
        services.answering.keep_draft(id_, cells.answer(Column.TPI, INDEX), "36,8")
        assert [each.cell for each in unsaved(services.workspace, services.settings)] == [typed(MEETING, "awal")]


def test_a_draft_that_comes_or_goes_is_told_at_once(qtbot, desktop, fresh):
    id_ = prepare_sample(fresh)
    desktop.window.show_page(HOME)
    assert told(desktop) == "Semua isian tersimpan"
    fresh.typed_drafts.keep(id_, typed(MEETING, "awal"), {"notes": "separuh"})
    qtbot.waitUntil(lambda: told(desktop) == "1 isian belum disimpan")
    fresh.typed_drafts.keep(id_, typed(MEETING, "awal"), {})
    qtbot.waitUntil(lambda: told(desktop) == "Semua isian tersimpan")


@pytest.mark.parametrize("tab", [VISIT, REMARKS_TAB, SIGNING])
def test_it_is_told_over_what_a_screen_said_once(qtbot, desktop, fresh, tab):
    id_ = prepare_sample(fresh)
    desktop.navigation.show_tab(tab, id_)
    desktop.window.page().save_state_changed.emit(SaveState("Ditulis: contoh.xlsx"))
    fresh.typed_drafts.keep(id_, typed(MEETING, "awal"), {"notes": "separuh"})
    qtbot.waitUntil(lambda: told(desktop).startswith("1 isian belum disimpan · selebihnya tersimpan "))
    fresh.typed_drafts.keep(id_, typed(MEETING, "awal"), {})
    qtbot.waitUntil(lambda: told(desktop).startswith("Tersimpan "))


def test_what_is_half_typed_is_called_by_one_name_on_all_screens():
    strings = [
        (file.name, node.value)
        for file in sorted(UI.rglob("*.py"))
        for node in shown_constants(ast.parse(file.read_text("utf-8")))
    ]
    assert len(strings) > 1000
    assert [found for found in strings if re.search(r"\bkonsep", found[1], re.IGNORECASE)] == []


def shown_constants(node):
    """Every text of a module but the words by which Ctrl+K finds a command: those name what is meant in many ways."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.keyword) and child.arg == "words":
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child
        yield from shown_constants(child)
