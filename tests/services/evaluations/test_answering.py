"""Answering: in sight of what stands, with notes, drafts, undo; never over somebody's head."""

import pytest
from builders import (
    AHMAD,
    BAGUS,
    CHOICE,
    INDEX,
    RATIO,
    begin,
    from_another_laptop,
    give,
    open_services,
    statement,
    write_list,
)

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import (
    AnswerError,
    InvalidInputError,
    ListError,
    NotFoundError,
    SealedError,
    StaleViewError,
)
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.storage.recorder import Statement

COUNTS = "wajib_ditindaklanjuti=6,diproses=1,selesai=4"


@pytest.fixture
def begun(fresh, tmp_path):
    return fresh, begin(fresh, tmp_path)


def state_of(begun):
    services, id_ = begun
    return services.evaluations.open(id_).state


def test_an_answer_comes_back_with_its_figures_and_is_durable(begun):
    services, id_ = begun
    view = give(services, id_, CHOICE, "Ya", notes=Notes("Surat keputusan dilihat.", "Tanyakan arsipnya."))
    assert view.card().question_scores[CHOICE] == 1
    folder = services.workspace.folder
    services.close()
    with open_services(folder) as again:
        state = again.evaluations.open(id_).state
        assert state.answers(Column.TPI) == {CHOICE: Chosen("Ya")}
        assert [head.value["text"] for head in state.notes(Column.TPI, CHOICE)] == ["Surat keputusan dilihat."]
        assert [head.value["text"] for head in state.internal_notes(CHOICE)] == ["Tanyakan arsipnya."]


def test_an_answer_to_what_was_not_displayed_is_refused(begun):
    services, id_ = begun
    displayed = state_of(begun).answer_cell(Column.TPI, CHOICE).displayed
    give(services, id_, CHOICE, "Ya")
    before = state_of(begun).folded.head
    with pytest.raises(StaleViewError, match=rf"{CHOICE} sudah berubah"):
        services.answering.answer(id_, CHOICE, Chosen("Tidak"), displayed=displayed, notes=Notes("Catatan"))
    assert state_of(begun).folded.head == before


def test_clearing_is_an_act(begun):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya")
    view = services.answering.answer(
        id_, CHOICE, None, displayed=state_of(begun).answer_cell(Column.TPI, CHOICE).displayed
    )
    assert CHOICE in view.card().unanswered
    assert len(state_of(begun).folded) == 5


def test_not_applicable_needs_a_note_given_now_or_before(begun):
    services, id_ = begun
    with pytest.raises(AnswerError, match="memerlukan Catatan TPI"):
        give(services, id_, RATIO, "", not_applicable=True)
    with pytest.raises(AnswerError, match="memerlukan Catatan TPI"):
        give(services, id_, RATIO, "", not_applicable=True, notes=Notes(" ", "alasan internal"))
    services.answering.note(id_, RATIO, "Tidak ada pengaduan.")
    assert give(services, id_, RATIO, "", not_applicable=True).card().not_applicable == (RATIO,)


def test_an_unknown_item_is_refused(begun):
    services, id_ = begun
    for call in (
        lambda: services.answering.answer(id_, "X.1", None, displayed=()),
        lambda: services.answering.note(id_, "X.1", "x"),
        lambda: services.answering.mark(id_, "X.1", marked=True),
        lambda: services.answering.answer("tidak ada", CHOICE, None, displayed=()),
    ):
        with pytest.raises(NotFoundError):
            call()


def test_each_author_has_a_note_of_their_own(begun):
    services, id_ = begun
    for name in (BAGUS, AHMAD):
        services.settings.put_person(name)
        services.answering.note(id_, CHOICE, f"Catatan {name}", author=name)
    services.answering.note(id_, CHOICE, "Diganti.", author=BAGUS)
    people = services.settings.people()
    notes = {people[head.author].name: head.value["text"] for head in state_of(begun).notes(Column.TPI, CHOICE)}
    assert notes == {BAGUS: "Diganti.", AHMAD: f"Catatan {AHMAD}"}
    services.answering.note(id_, CHOICE, "", author=BAGUS)
    assert [head.value["text"] for head in state_of(begun).notes(Column.TPI, CHOICE)] == [f"Catatan {AHMAD}"]


def test_the_same_note_again_writes_no_line(begun):
    services, id_ = begun
    services.answering.internal_note(id_, CHOICE, "Sama.")
    before = len(state_of(begun).folded)
    services.answering.internal_note(id_, CHOICE, "Sama.")
    assert len(state_of(begun).folded) == before


@pytest.mark.parametrize(("key", "text"), [("skala_asal", "abc7"), ("jumlah_responden", "banyak")])
def test_a_survey_detail_that_is_no_number_is_refused(begun, key, text):
    services, id_ = begun
    with pytest.raises(AnswerError, match="belum tersimpan"):
        services.answering.detail(id_, INDEX, key, text)
    assert state_of(begun).details(Column.TPI, INDEX) == {}


def test_a_survey_detail_belongs_to_an_index_item(begun):
    services, id_ = begun
    services.answering.detail(id_, INDEX, "sumber", " Survei  eksternal ")
    assert state_of(begun).details(Column.TPI, INDEX) == {"sumber": "Survei eksternal"}
    for code, key in ((INDEX, "warna"), (CHOICE, "sumber")):
        with pytest.raises(InvalidInputError, match="tidak dikenal"):
            services.answering.detail(id_, code, key, "x")


def test_a_mark_is_put_and_taken_away(begun):
    services, id_ = begun
    services.answering.mark(id_, CHOICE, marked=True)
    assert state_of(begun).marked(CHOICE)
    services.answering.mark(id_, CHOICE, marked=False)
    assert not state_of(begun).marked(CHOICE)


def test_undo_and_redo_keep_the_authors(begun):
    services, id_ = begun
    services.settings.put_person(BAGUS)
    give(services, id_, CHOICE, "Ya", author=BAGUS)
    first = state_of(begun).answer_cell(Column.TPI, CHOICE)
    give(services, id_, CHOICE, "Tidak")
    second = state_of(begun).answer_cell(Column.TPI, CHOICE)
    undone = services.answering.restore(id_, first.name, first.displayed, displayed=second.displayed).state
    assert undone.answers(Column.TPI) == {CHOICE: Chosen("Ya")}
    assert undone.answer_cell(Column.TPI, CHOICE).heads[0].author == services.settings.author(BAGUS)
    shown = undone.answer_cell(Column.TPI, CHOICE).displayed
    redone = services.answering.restore(id_, first.name, second.displayed, displayed=shown).state
    assert redone.answers(Column.TPI) == {CHOICE: Chosen("Tidak")}
    emptied = services.answering.restore(
        id_, first.name, (), displayed=redone.answer_cell(Column.TPI, CHOICE).displayed
    )
    assert emptied.state.answers(Column.TPI) == {}
    with pytest.raises(StaleViewError):
        services.answering.restore(id_, first.name, first.displayed, displayed=second.displayed)


def test_only_steps_of_this_cell_are_undone(begun):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya")
    services.evaluations.snapshot(id_, "Desk")
    heads = state_of(begun).answer_cell(Column.TPI, CHOICE).displayed
    for cell, wanted in (
        ("snapshot/Desk", ()),
        ("plan/target", ()),
        ("answer/tpi/A.I.1.i.b", heads),
        (f"answer/tpi/{CHOICE}", ["0" * 64]),
    ):
        with pytest.raises(InvalidInputError, match="tidak dapat dibatalkan"):
            services.answering.restore(id_, cell, wanted, displayed=())


def test_a_list_is_taken_whole_or_not_at_all(begun, tmp_path):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya")
    good = write_list(
        tmp_path / "a.csv",
        f'kode,jawaban,catatan\n{CHOICE},Tidak,Dilihat.\nA.I.1.i.b,,Hanya catatan.\n{RATIO},"{COUNTS}",\n',
    )
    before = state_of(begun).folded.head
    with pytest.raises(ListError):
        services.answering.answer_list(id_, write_list(tmp_path / "b.csv", f"kode,jawaban\n{CHOICE},Tidak\nX,Ya\n"))
    assert state_of(begun).folded.head == before
    assert services.answering.answer_list(id_, good) == 2
    assert list(state_of(begun).answers(Column.TPI)) == [CHOICE, RATIO]
    assert [head.value["text"] for head in state_of(begun).notes(Column.TPI, "A.I.1.i.b")] == ["Hanya catatan."]
    services.answering.answer_list(id_, good, column=Column.MANDIRI)
    assert list(state_of(begun).answers(Column.MANDIRI)) == [CHOICE, RATIO]


def test_a_draft_lives_on_this_laptop_until_it_is_a_line(begun):
    services, id_ = begun
    services.settings.put_person(BAGUS)
    cell, before = f"answer/tpi/{RATIO}", state_of(begun).folded.head
    services.answering.keep_draft(id_, cell, "wajib_ditindaklanjuti=-6")
    services.answering.keep_draft(id_, cell, "punya Bagus", BAGUS)
    assert services.answering.drafts(id_) == {cell: "wajib_ditindaklanjuti=-6"}
    assert state_of(begun).folded.head == before
    give(services, id_, RATIO, COUNTS)
    assert services.answering.drafts(id_) == {}
    assert services.answering.drafts(id_, BAGUS) == {cell: "punya Bagus"}
    services.answering.keep_draft(id_, cell, "", BAGUS)
    assert services.answering.drafts(id_, BAGUS) == {}


def test_a_disagreement_is_settled_with_a_reason_and_nothing_else(begun, tmp_path):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya")
    folder = services.workspace.folder
    services.close()
    from_another_laptop(folder, id_, "orang-lain", statement(CHOICE, "Tidak"))
    with open_services(folder) as here:
        cell = here.evaluations.open(id_).state.answer_cell(Column.TPI, CHOICE)
        assert cell.conflicted
        listed = write_list(tmp_path / "a.csv", f"kode,jawaban\n{CHOICE},Ya\n")
        for closing in (
            lambda: give(here, id_, CHOICE, "Ya"),
            lambda: here.answering.answer_list(id_, listed),
            lambda: here.answering.restore(id_, cell.name, cell.displayed[:1], displayed=cell.displayed),
        ):
            with pytest.raises(AnswerError, match="beda penilaian"):
                closing()
        with pytest.raises(InvalidInputError, match="alasannya kosong"):
            here.answering.settle(id_, CHOICE, Chosen("Ya"), " ", displayed=cell.displayed)
        settled = here.answering.settle(id_, CHOICE, Chosen("Ya"), "Dilihat bersama.", displayed=cell.displayed)
        assert settled.state.answers(Column.TPI) == {CHOICE: Chosen("Ya")}
        with pytest.raises(InvalidInputError, match="tidak ada beda penilaian"):
            here.answering.settle(id_, CHOICE, Chosen("Ya"), "Lagi.", displayed=cell.displayed)


def test_what_a_newer_program_wrote_is_not_written_over(begun):
    services, id_ = begun
    folder = services.workspace.folder
    services.close()
    from_another_laptop(folder, id_, "orang-lain", Statement("seal", "bukan/segel", {"versi": 9}))
    with open_services(folder) as here:
        for change in (
            lambda: give(here, id_, CHOICE, "Ya"),
            lambda: here.answering.mark(id_, CHOICE, marked=True),
            lambda: here.evaluations.snapshot(id_, "Desk"),
            lambda: here.evaluations.archive(id_),
            lambda: here.evaluations.plan(id_, {"place": "Misalan"}),
        ):
            with pytest.raises(SealedError, match="program yang lebih baru"):
                change()
        assert [check.id for check in here.reviewing.preflight(id_).must if check.id == "newer"] == ["newer"]
