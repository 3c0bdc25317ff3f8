"""What is shown of an item, for every item of the worksheet."""

import pytest

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.services.samples.visit import prepare_sample
from zi_desktop.ui.evaluation.item.question_words import crumbs_of, kind_of
from zi_desktop.ui.evaluation.item.state import Viewpoint, item_state

CHOICE = "A.I.5.i.b"


@pytest.fixture
def evaluation(services):
    return prepare_sample(services)


def shown(services, evaluation, code=CHOICE, **viewpoint):
    viewpoint.setdefault("person", services.settings.author())
    return item_state(services.evaluations.open(evaluation), code, Viewpoint(**viewpoint))


def test_an_untouched_item_has_no_choice_and_no_score(services, evaluation):
    state = shown(services, evaluation)
    assert (state.position, state.count, state.unanswered) == (52, 113, 113)
    assert state.facts == ("A.I.5.i.b · baris 78", "Pilihan A–D", "Bobot 0,75")
    assert state.points == "–"
    assert not any(option.chosen for option in state.options)
    assert [option.value for option in state.options] == ["1,00", "0,67", "0,33", "0,00"]
    assert not state.heading.endswith(".")


def test_an_answer_is_shown_with_its_score(services, evaluation):
    services.answering.answer(evaluation, CHOICE, Chosen("B"), displayed=())
    state = shown(services, evaluation)
    assert [option.key for option in state.options if option.chosen] == ["B"]
    assert (state.points, state.unanswered) == ("0,50", 112)


def test_hidden_scores_take_values_and_internal_notes_away_but_not_the_answer(services, evaluation):
    services.answering.answer(evaluation, CHOICE, Chosen("B"), displayed=())
    services.answering.internal_note(evaluation, CHOICE, "Hanya untuk tim.")
    state = shown(services, evaluation, hidden=True)
    assert state.points == ""
    assert {option.value for option in state.options} == {""}
    assert state.internal is None
    assert [option.key for option in state.options if option.chosen] == ["B"]


def test_a_draft_outranks_the_saved_note_and_others_are_shown_apart(services, evaluation):
    other = services.settings.put_person("Budi Contoh", "197001012000011001")
    services.answering.note(evaluation, CHOICE, "Catatan saya.")
    services.answering.note(evaluation, CHOICE, "Catatan Budi.", author=other)
    drafts = {cells.note(Column.TPI, CHOICE): "Catatan saya, diteruskan"}
    note = shown(services, evaluation, drafts=drafts, people={other: "Budi Contoh"}).note
    assert (note.text, note.saved) == ("Catatan saya, diteruskan", "Catatan saya.")
    assert [register.author for register in note.others] == ["Budi Contoh"]


def test_a_contradiction_is_named_on_each_item_that_it_is_about(services, evaluation):
    for code, key in (("A.I.5.iv.a", "C"), ("A.I.5.iv.b", "A"), ("A.I.5.iv.c", "A")):
        services.answering.answer(evaluation, code, Chosen(key), displayed=())
    assert any("WBS" in notice for notice in shown(services, evaluation, "A.I.5.iv.b").notices)
    assert shown(services, evaluation).notices == ()


def test_deep_branches_show_only_the_number_between_area_and_last():
    instrument = editions.current()
    crumbs = crumbs_of(instrument, instrument.questions["A.II.5.iii.b.a"])
    assert [crumb.text for crumb in crumbs[:4]] == ["Pengungkit", "Reform", "5. Penguatan Pengawasan", "iii"]
    assert crumbs[4].text.startswith("b. Penyampaian")
    assert crumbs[3].title == "Penyampaian Laporan Harta Kekayaan"


def test_every_item_can_be_shown_with_guidance_and_kind(services, evaluation):
    view = services.evaluations.open(evaluation)
    for code, question in view.state.instrument.questions.items():
        state = item_state(view, code, Viewpoint())
        assert all(section.lines and all(section.lines) for section in state.guidance.sections)
        assert f"baris {question.row}" in state.facts[0]
        assert kind_of(question).split()[0] in ("Pilihan", "Persentase", "Indeks")
