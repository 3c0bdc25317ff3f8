"""Nothing is cut off, at every size for which the window is made, with small and large type."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from zi_desktop.domain.answers import Counted
from zi_desktop.domain.instrument import Column, Ratio
from zi_desktop.services import editions
from zi_desktop.ui.evaluation.item.option_button import OptionButton
from zi_desktop.ui.evaluation.item.outcome import formula_words
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.widgets.labels import ElidedLabel

LONG = ("A.II.5.i.a", "A.II.6.i.a", "A.I.3.iii.e", "A.II.5.iii.b.a", "A.II.5.iii.a.a", "B.I.a")
SIZES = {"1366×768": (654, 684), "1280×660": (566, 576), "1000×560": (588, 476), "910×512": (838, 428)}


@pytest.fixture
def large(theme):
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    yield
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def settle():
    for _ in range(4):
        QApplication.processEvents()


def assert_nothing_is_cut(view):
    content = view.form.content
    assert content.width() <= view.form.scroll.viewport().width()
    for label in view.findChildren(QLabel):
        if label.isVisible() and not isinstance(label, ElidedLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= min(needed, label.sizeHint().height()), label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    for button in view.findChildren(OptionButton):
        assert not button.isVisible() or button.height() >= button.heightForWidth(button.width())


BARS = {"1366": 682, "1280": 596, "1000, tree": 596, "910, tree": 506, "910, tree, large": 456}


@pytest.mark.parametrize("width", BARS.values(), ids=BARS)
@pytest.mark.parametrize("type_", ["normal", "large"])
def test_the_action_bar_leaves_out_what_has_no_room_and_cuts_nothing(request, stage, width, type_):
    if type_ == "large":
        request.getfixturevalue("large")
    stage.view.resize(width, 560)
    settle()
    bar = stage.view.form.actions
    shown = [part for part in bar.findChildren(QWidget) if part.isVisible() and part.parent() is bar]
    assert {bar.form.previous, bar.form.next, bar.form.open_items} <= set(shown)
    for part in shown:
        assert part.width() >= part.sizeHint().width(), part
        assert part.geometry().right() < bar.width()
    assert bar.form.open_items.text().startswith("113 ")


def test_what_answers_a_key_is_cut_in_the_action_bar_rather_than_kept_back(large, stage):
    stage.view.resize(BARS["910, tree, large"], 560)
    settle()
    words = stage.view.form.actions.form.open_items
    stage.view.say("Semua isian sudah terisi.")
    settle()
    assert words.isVisible()
    assert words.text().startswith("Semua")
    assert (words.text()[-1], words.toolTip()) == ("…", "Semua isian sudah terisi.")
    assert words.width() >= words.sizeHint().width()
    assert words.geometry().right() < stage.view.form.actions.form.next.geometry().left()
    stage.refresh()
    assert words.text() == "113 belum terisi"


def test_the_internal_note_shows_its_key_at_the_reference_size(stage):
    stage.view.resize(*SIZES["1366×768"])
    settle()
    notes = stage.view.form.notes.form
    assert notes.internal_keys.isVisible()
    assert notes.internal_title.text() == "Catatan internal tim"


def test_a_new_item_stands_in_its_place_at_once(stage):
    stage.view.resize(*SIZES["1280×660"])
    settle()
    form = stage.view.form
    for code in editions.current().questions:
        stage.show(code)  # and nothing of the event loop runs: this is what a frame under fast keys would paint
        parts = [form.heading, *form.options.buttons(), form.lower]
        places = [(each.mapTo(form.content, each.rect().topLeft()).y(), each.height()) for each in parts]
        feet = [head + height for head, height in places]
        assert all(foot <= head for foot, (head, _) in zip(feet, places[1:], strict=False)), code
        assert all(each.height() >= each.heightForWidth(each.width()) for each in form.options.buttons()), code


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_long_items_keep_all_their_words(stage, size):
    stage.view.resize(*size)
    for code in LONG:
        stage.show(code)
        settle()
        assert_nothing_is_cut(stage.view)


def test_large_type_keeps_all_its_words(large, stage):
    stage.view.resize(*SIZES["1280×660"])
    for code in LONG:
        stage.show(code)
        settle()
        assert_nothing_is_cut(stage.view)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_last_line_of_what_is_wrong_scrolls_into_sight(large, stage, size):
    code = "A.II.5.iii.b.a"
    stage.view.resize(*size)
    stage.show(code)
    settle()
    table, bar = stage.view.form.counts.table, stage.view.form.counts.problem
    for field in table.fields():
        field.setText("1")
    field.setText("999")
    field.textEdited.emit("999")
    stage.view.form.counts.commit()
    settle()
    port = stage.view.form.scroll.viewport()
    assert bar.isVisible()
    assert port.rect().contains(bar.mapTo(port, bar.rect().bottomLeft()))
    assert bar._advice.height() >= bar._advice.heightForWidth(bar._advice.width())


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_formula_is_read_whole_beside_or_below_a_comparison(stage, size):
    stage.view.resize(*size)
    for code, question in editions.current().questions.items():
        if not isinstance(question.answer, Ratio):
            continue
        answer = Counted({item.key: 1 for item in question.answer.typed})
        stage.services.answering.answer(stage.evaluation, code, answer, column=Column.MANDIRI, displayed=())
        stage.show(code)
        settle()
        form = stage.view.form
        assert form.comparison.isVisible() or form.strip.isVisible(), code
        words = form.counts.result._words
        assert words.text() == formula_words(question)
        assert words.height() >= words.heightForWidth(words.width()), code


def test_at_the_reference_size_no_item_is_scrolled(stage):
    stage.view.resize(*SIZES["1366×768"])
    for code in editions.current().questions:
        stage.show(code)
        settle()
        assert stage.view.form.scroll.verticalScrollBar().maximum() == 0, code


NARROW = {"1366×688": (682, 604), "1093×614": (680, 530), "911×512": (839, 428)}
SCROLLED = {
    "1366×688": {"A.II.5.i.a"},
    "1093×614": {"A.II.5.iii.a.a", "A.II.5.iii.b.a", "B.I.a", "B.II.a"},
}
"""Items with more fields or options than a window of that size holds."""


@pytest.mark.parametrize("size", NARROW)
def test_the_verdict_on_the_evidence_can_be_pressed_at_every_size(stage, size):
    stage.view.resize(*NARROW[size])
    level = stage.view.form.evidence.form.level
    for code in editions.current().questions:
        stage.show(code)
        settle()
        assert level.isVisible(), code
        assert level.mapTo(stage.view.form.lower, level.rect().bottomLeft()).y() < stage.view.form.lower.height(), code


@pytest.mark.parametrize("size", SCROLLED)
def test_distances_give_way_before_an_item_is_scrolled(stage, size):
    stage.view.resize(*NARROW[size])
    scrolled = set()
    for code in editions.current().questions:
        stage.show(code)
        settle()
        if stage.view.form.scroll.verticalScrollBar().maximum():
            scrolled.add(code)
    assert scrolled == SCROLLED[size]


def test_options_are_lower_where_the_height_is_short_and_as_ever_again(stage):
    heights = []
    for size in (SIZES["1366×768"], NARROW["911×512"], SIZES["1366×768"]):
        stage.view.resize(*size)
        settle()
        heights.append({button.height() for button in stage.view.form.options.buttons()})
    assert heights == [{52}, {32}, {52}]


def test_the_text_size_counts_as_much_as_the_height(stage, theme):
    stage.view.resize(654, 604)
    settle()
    room = stage.view.form.parts.spacing()
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    settle()
    assert stage.view.form.parts.spacing() == room == 8
    assert {button._low for button in stage.view.form.options.buttons()} == {True}
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    settle()
    assert {button._low for button in stage.view.form.options.buttons()} == {False}


def test_after_esc_the_question_is_in_sight_again(stage, qtbot):
    stage.view.resize(*NARROW["911×512"])
    stage.show("A.II.2.iii.a")
    settle()
    bar = stage.view.form.scroll.verticalScrollBar()
    stage.view.focus_note()
    settle()
    assert bar.value() > 0
    qtbot.keyClick(stage.view.form.notes.form.note, Qt.Key.Key_Escape)
    settle()
    assert bar.value() == 0
    stage.view.resize(839, 427)
    settle()
    assert bar.value() == 0


def test_a_problem_takes_the_room_of_the_words_of_the_formula(stage):
    stage.show("A.II.5.iii.b.a")
    form = stage.view.form.counts
    assert form.result._words.isVisible()
    for field in form.table.fields():
        field.setText("99")
        field.textEdited.emit("99")
    field.setText("999")
    field.textEdited.emit("999")
    form.commit()
    assert form.problem.isVisible()
    assert not form.result._words.isVisible()


def test_a_score_that_comes_moves_no_fact_beside_it(stage, theme):
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    shown = []
    for width in range(440, 620, 4):
        stage.view.resize(width, 684)
        settle()
        facts = stage.view.form.heading.form.facts
        for points in ("Nilai –", "Nilai 3,00"):
            facts.show_facts(("A.II.5.ii.a · baris 171", "Persentase", "Bobot 3"), points)
            shown.append(len(facts._fitting()))
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    assert shown[::2] == shown[1::2]
    assert {3, 4} <= set(shown)


def test_dark_items_are_painted_too(dark, stage):
    pixels = stage.view.grab().toImage()
    assert pixels.pixelColor(4, 4).lightness() < 60


@pytest.mark.parametrize("width", [586, 474])
def test_the_branch_nearest_the_item_stays_readable_where_room_is_short(stage, width):
    stage.view.resize(width, 476)
    stage.show("A.II.5.iii.b.a")
    settle()
    links = stage.view.form.heading.form.crumbs.links
    assert links[-1].width() >= 22 + 88
    assert links[-1].geometry().right() <= links[-1].parentWidget().width()
    assert all(link.width() >= link.minimumSizeHint().width() for link in links)


def test_the_row_of_an_index_stands_as_near_its_field_as_that_of_a_count(stage):
    stage.view.resize(*SIZES["1366×768"])
    gaps = []
    for code in ("A.II.5.ii.a", "B.I.a"):
        stage.show(code)
        settle()
        table = stage.view.form.counts.table if stage.view.form.counts.isVisible() else stage.view.form.index.table
        [place] = [label for label in table.findChildren(QLabel) if label.isVisible() and label.text() == "LKE"]
        number = table.fields()[0]
        gaps.append(
            number.mapTo(table, number.rect().topLeft()).x() - place.mapTo(table, place.rect().bottomRight()).x()
        )
    assert gaps[0] == gaps[1]


def test_a_scroll_bar_that_appears_moves_nothing_aside(stage, qtbot):
    stage.view.resize(*SIZES["1280×660"])
    form, edges = stage.view.form, set()
    for code in ("A.I.1.i.a", *LONG):
        stage.show(code)
        settle()
        bar = form.scroll.verticalScrollBar()
        assert bar.isEnabled() is bool(bar.maximum())  # without anything to scroll it is not seen
        right = form.lower.mapTo(stage.view, form.lower.rect().topRight()).x()
        edges.add((right, bar.isEnabled()))
    assert len({right for right, _ in edges}) == 1
    assert {enabled for _, enabled in edges} == {True, False}


@pytest.mark.parametrize("type_", ["normal", "large"])
def test_a_mark_moves_nothing_beside_it(request, stage, type_):
    if type_ == "large":
        request.getfixturevalue("large")
    stage.show("A.I.1.i.a")
    settle()
    guidance = stage.view.form.heading.form.guidance
    before = guidance.geometry()
    stage.view.toggle_mark()
    settle()
    assert stage.view.form.heading.form.mark.text() == "Ditandai"
    assert guidance.geometry() == before


def test_a_theme_and_a_text_size_put_the_head_where_the_next_look_finds_it(stage, theme):
    form = stage.view.form.heading.form
    for choice, size in ((ThemeChoice.DARK, TextSize.NORMAL), (ThemeChoice.LIGHT, TextSize.LARGE)):
        theme.apply(choice, size)
        settle()
        before = form.guidance.geometry(), form.mark.geometry()
        stage.refresh()
        settle()
        assert (form.guidance.geometry(), form.mark.geometry()) == before
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def test_the_internal_note_in_the_place_of_the_other_tells_its_key(stage):
    stage.view.resize(*SIZES["910×512"])
    settle()
    stage.view.focus_internal()
    settle()
    notes = stage.view.form.notes.form
    assert notes.note.isHidden()
    assert notes.switch_keys.isVisible()
    assert_nothing_is_cut(stage.view)
