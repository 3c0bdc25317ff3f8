"""What others judged stands beside the options, where there is room and nobody looks on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.answers import Chosen, read_answer
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.services.evaluations.last_year import Beside
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.samples.visit import prepare_sample
from zi_desktop.ui.evaluation.item.comparison_panel import ComparisonPanel
from zi_desktop.ui.evaluation.item.comparison_strip import ComparisonStrip
from zi_desktop.ui.evaluation.item.state import Viewpoint, item_state
from zi_desktop.ui.evaluation.presenter import EvaluationPresenter
from zi_desktop.ui.theme import TextSize, ThemeChoice

CHOICE = "A.I.5.i.b"
COUNTS, INDEX = "A.II.5.iii.b.a", "B.I.a"
NON_LHKPN = "administrator=2,pengawas=6,fungsional_pelaksana=97,sudah_lapor=98"
NOTE = "SK UPG ada; SOP dan laporan berkala belum ada. " * 6


@pytest.fixture
def evaluation(services):
    return prepare_sample(services)


@pytest.fixture
def later(services, evaluation):
    """The evaluation of the next year; in the one before an item was judged, with a reason."""
    services.answering.answer(evaluation, CHOICE, Chosen("C"), displayed=())
    services.answering.note(evaluation, CHOICE, NOTE)
    return services.evaluations.create("C-001", services.evaluations.open(evaluation).state.identity.year + 1)


def people(services):
    return {id_: person.name for id_, person in services.settings.people().items()}


def state(services, evaluation, code=CHOICE, beside=None, **how):
    return item_state(services.evaluations.open(evaluation), code, Viewpoint(people=people(services), **how), beside)


def give_mandiri(services, evaluation, key="A"):
    services.answering.answer(evaluation, CHOICE, Chosen(key), column=Column.MANDIRI, displayed=())
    services.answering.note(evaluation, CHOICE, "UPG dibentuk.", column=Column.MANDIRI)


def tags(shown):
    return {option.key: option.tags for option in shown.options}


def test_without_anything_to_compare_nothing_stands_beside(services, evaluation):
    shown = state(services, evaluation)
    assert shown.opinions == ()
    assert not any(option.tags for option in shown.options)


def test_mandiri_stands_beside_with_answer_score_and_reason(services, evaluation):
    give_mandiri(services, evaluation)
    (opinion,) = state(services, evaluation).opinions
    assert (opinion.title, opinion.answer, opinion.score, opinion.note) == (
        "Mandiri 2026", "A", "1,00", "UPG dibentuk.",
    )  # fmt: skip
    assert tags(state(services, evaluation)) == {"A": ("Mandiri",), "B": (), "C": (), "D": ()}


def test_last_year_stands_below_mandiri_and_tags_the_option_it_chose(services, later):
    give_mandiri(services, later, "C")
    shown = state(services, later, beside=services.last_year.beside(later, CHOICE))
    assert [(each.title, each.answer, each.score) for each in shown.opinions] == [
        ("Mandiri 2027", "C", "0,33"), ("TPI 2026", "C", "0,33"),
    ]  # fmt: skip
    assert shown.opinions[1].note == NOTE.strip()
    assert tags(shown)["C"] == ("Mandiri", "TPI 2026")


def test_an_item_that_changed_says_so_and_tags_no_option(services, later):
    found = services.last_year.beside(later, CHOICE)
    other = Beside(**{name: getattr(found, name) for name in Beside.__slots__} | {"same": False})
    shown = state(services, later, beside=other)
    assert shown.opinions[0].changed
    assert not any(option.tags for option in shown.options)


def test_what_last_year_did_not_judge_is_not_shown(services, later):
    code = "A.I.5.i.a"
    assert state(services, later, code, services.last_year.beside(later, code)).opinions == ()


def test_while_scores_are_hidden_nothing_is_compared(services, later):
    give_mandiri(services, later)
    shown = state(services, later, beside=services.last_year.beside(later, CHOICE), hidden=True)
    assert shown.opinions == ()
    assert not any(option.tags for option in shown.options)


def test_figures_of_a_ratio_and_an_index_stand_beside_as_they_were_computed(services, evaluation):
    for code, text in ((COUNTS, NON_LHKPN), (INDEX, "3,68")):
        question = editions.current().questions[code]
        services.answering.answer(evaluation, code, read_answer(question, text), column=Column.MANDIRI, displayed=())
    (ratio,), (index,) = (state(services, evaluation, code).opinions for code in (COUNTS, INDEX))
    assert (ratio.answer, ratio.score, ratio.counts) == ("93,33%", "", "98 ÷ 105")
    assert (index.answer, index.score, index.counts) == ("3,68", "0,92", "")
    assert state(services, evaluation, COUNTS, hidden=True).opinions == ()


def test_what_last_year_recommended_stands_beside_the_open_one_first(services, evaluation, later):
    done = services.remarks.add(evaluation, RemarkEntry("x", "Susun SOP", CHOICE))
    services.remarks.progress(evaluation, done, "selesai")
    services.remarks.add(evaluation, RemarkEntry("x", "Tetapkan SOP", CHOICE))
    (opinion,) = state(services, later, beside=services.last_year.beside(later, CHOICE)).opinions
    assert opinion.remark == "Rekomendasi (+1): Tetapkan SOP"
    other = "A.I.5.i.a"
    services.remarks.add(evaluation, RemarkEntry("x", "Kampanye", other))
    (alone,) = state(services, later, other, services.last_year.beside(later, other)).opinions
    assert (alone.answer, alone.note, alone.remark) == ("", "", "Rekomendasi: Kampanye")
    assert alone.day


def test_the_panel_stands_beside_fields_too(stage):
    question = editions.current().questions[COUNTS]
    answer = read_answer(question, NON_LHKPN)
    stage.services.answering.answer(stage.evaluation, COUNTS, answer, column=Column.MANDIRI, displayed=())
    stage.view.resize(682, 684)
    stage.show(COUNTS)
    settle()
    form = stage.view.form
    assert form.comparison.isVisible()
    assert form.comparison.geometry().left() > form.counts.geometry().right()
    stage.view.resize(500, 635)
    settle()
    assert form.comparison.isHidden()


def test_the_presenter_looks_back_once_and_again_when_the_year_before_changed(services, evaluation, later):
    presenter = EvaluationPresenter(services, later, CHOICE)
    assert presenter.item(hidden=False).opinions == ()
    assert presenter.look_back()
    assert presenter.item(hidden=False).opinions[0].answer == "C"
    assert not presenter.look_back()
    displayed = services.evaluations.open(evaluation).state.answer_cell(Column.TPI, CHOICE).displayed
    services.answering.answer(evaluation, CHOICE, Chosen("B"), displayed=displayed)
    assert presenter.look_back()
    assert presenter.item(hidden=False).opinions[0].answer == "B"


def settle():
    for _ in range(4):
        QApplication.processEvents()


def test_the_panel_stands_right_of_the_options_and_gives_way_in_a_narrow_item(stage):
    form = stage.view.form
    assert form.comparison.isHidden()
    give_mandiri(stage.services, stage.evaluation)
    stage.view.resize(654, 684)
    stage.refresh()
    settle()
    assert form.comparison.isVisible()
    assert form.options.geometry().right() < form.comparison.geometry().left()
    assert form.comparison.geometry().right() <= form.lower.geometry().right()
    assert form.comparison.geometry().bottom() < form.lower.geometry().top()
    assert form.comparison.accessibleDescription().startswith("Mandiri 2026 · A · 1,00")
    stage.view.resize(588, 476)
    settle()
    assert form.comparison.isHidden()
    stage.view.resize(654, 684)
    stage.hidden = True
    stage.refresh()
    assert form.comparison.isHidden()


@pytest.fixture
def large(theme):
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    yield
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


NARROW = {"1366, large text": (594, 684), "1366 at 150 %": (475, 380), "1000": (588, 476)}


@pytest.mark.parametrize("size", NARROW.values(), ids=NARROW)
def test_where_the_panel_has_no_room_one_line_stands_above_the_options(stage, large, size):
    give_mandiri(stage.services, stage.evaluation)
    stage.view.resize(*size)
    stage.refresh()
    settle()
    form = stage.view.form
    assert (form.strip.isVisible(), form.comparison.isVisible(), form.strip.whole.isVisible()) == (True, False, False)
    assert form.strip.geometry().bottom() < form.options.geometry().top()
    assert form.strip.line.visibleRegion().contains(form.strip.line.rect())
    assert form.strip.line.accessibleDescription() == "Mandiri 2026 A 1,00"


def test_the_line_unfolds_into_every_word_and_folds_again(stage):
    services, form = stage.services, stage.view.form
    give_mandiri(services, stage.evaluation)
    services.answering.note(stage.evaluation, CHOICE, NOTE, column=Column.MANDIRI)
    stage.view.resize(475, 380)
    stage.refresh()
    settle()
    form.scroll.verticalScrollBar().setValue(1000)
    stage.view.comparison.toggle()
    settle()
    whole = form.strip.whole
    assert whole.isVisible()
    assert form.scroll.verticalScrollBar().value() == 0
    assert whole.height() >= whole.heightForWidth(whole.width())
    whole.grab()
    assert whole.rect().contains(whole.places[-1])
    other = "A.I.5.i.a"
    stage.show(other)
    settle()
    assert form.strip.isHidden()
    stage.show(CHOICE)
    settle()
    assert whole.isVisible()
    QTest.mouseClick(form.strip.line, Qt.MouseButton.LeftButton)
    settle()
    assert (form.strip.isVisible(), whole.isVisible()) == (True, False)


def test_every_word_can_be_asked_for_where_the_panel_stands_too(stage):
    give_mandiri(stage.services, stage.evaluation)
    stage.view.resize(654, 684)
    stage.refresh()
    settle()
    form = stage.view.form
    assert (form.comparison.isVisible(), form.strip.isVisible()) == (True, False)
    stage.view.comparison.toggle()
    settle()
    assert (form.comparison.isVisible(), form.strip.whole.isVisible()) == (False, True)
    stage.view.comparison.toggle()
    settle()
    assert (form.comparison.isVisible(), form.strip.isVisible()) == (True, False)


def test_without_anything_to_compare_nothing_unfolds(stage):
    stage.view.comparison.toggle()
    settle()
    assert stage.view.form.strip.isHidden()
    assert not stage.view.form.strip.unfolded


def test_the_line_is_painted_whole_at_any_width(services, later, qtbot):
    give_mandiri(services, later)
    strip = ComparisonStrip()
    qtbot.addWidget(strip)
    services.remarks.add(later, RemarkEntry("x", "Tetapkan SOP", CHOICE))
    strip.show_opinions(state(services, later, beside=services.last_year.beside(later, CHOICE)).opinions)
    for width in (80, 200, 320, 700):
        strip.resize(width, strip.sizeHint().height())
        strip.grab()
    strip.toggle()
    strip.grab()


def test_the_lines_of_long_notes_stay_in_the_panel(services, later, qtbot):
    give_mandiri(services, later)
    panel = ComparisonPanel()
    qtbot.addWidget(panel)
    panel.show_opinions(state(services, later, beside=services.last_year.beside(later, CHOICE)).opinions)
    for spare in (0, 40, 80, 400):
        panel.resize(panel.sizeHint().width(), panel.sizeHint().height() + spare)
        panel.grab()
        assert panel.rect().contains(panel.places[-1])
        assert panel.places[0].bottom() < panel.places[1].top()


def test_a_comparison_gives_way_before_an_item_is_scrolled_for_it(stage):
    for code, question in editions.current().questions.items():
        if hasattr(question.answer, "options"):
            answer = Chosen(question.answer.options[0].key)
            stage.services.answering.answer(stage.evaluation, code, answer, column=Column.MANDIRI, displayed=())
            stage.services.answering.note(stage.evaluation, code, NOTE, column=Column.MANDIRI)
    stage.view.resize(654, 684)
    shown = set()
    for code in editions.current().questions:
        stage.show(code)
        settle()
        beside = stage.view.form.comparison.isVisible()
        assert not beside or stage.view.form.scroll.verticalScrollBar().maximum() == 0, code
        for each in stage.view.form.options.buttons():
            assert each.height() >= each.heightForWidth(each.width()), code
        shown.add(beside)
    assert shown == {True, False}
