"""Moving an evaluation to another edition: looked at, done in one line, taken back without a loss."""

import pytest
from builders import CHOICE, INDEX, Answered, begin, credential, give
from master_lists import branch, drop, encoded, master_list, new_soal, soal

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.edition_move import Fate
from zi_desktop.domain.errors import InvalidInputError, NotFoundError, SealedError, StaleViewError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.services.checking import check
from zi_desktop.storage.recorder import Statement

STRUCTURE = editions.current().structure_digest
OTHER_OPTIONS, DROPPED, NEW = "A.I.1.i.b", "A.I.1.ii.c", "A.I.1.iii.d-2027"


def next_year():
    master = master_list(2027)
    soal(master, 1)["teks_pertanyaan"] = "Tim telah dibentuk dengan surat keputusan."
    changed = soal(master, 2)
    changed["jenis_jawaban"], changed["skema_penilaian"] = "AB", changed["skema_penilaian"][:2]
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1))
    return master


def take(services, folder, master):
    file = folder / f"{master['tahun']}.json"
    file.write_bytes(encoded(master))
    return services.edition_taking.take(services.edition_taking.read(file))


@pytest.fixture
def begun(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    for code, text in ((CHOICE, "Ya"), (OTHER_OPTIONS, "B"), (DROPPED, "A"), (INDEX, "3.5")):
        give(fresh, id_, code, text)
    give(fresh, id_, DROPPED, "B", column=Column.MANDIRI)
    return Answered(fresh, id_)


@pytest.fixture
def edition(begun, tmp_path):
    take(begun.services, tmp_path, master_list(2026))
    return take(begun.services, tmp_path, next_year())


def preview(begun, edition):
    return begun.services.edition_moving.preview(begun.id, edition.structure_digest)


def codes(found, *fates, column=Column.TPI):
    return [each.code for each in found.of(*fates) if each.column is column]


def test_the_preview_tells_what_follows_and_changes_nothing(begun, edition):
    head = begun.state.folded.head
    found = preview(begun, edition)
    assert codes(found, Fate.FOLLOWS) == [CHOICE, INDEX]
    assert codes(found, Fate.CHANGED) == [OTHER_OPTIONS]
    assert codes(found, Fate.DROPPED) == [DROPPED]
    assert codes(found, Fate.DROPPED, column=Column.MANDIRI) == [DROPPED]
    assert found.reworded == (CHOICE,)
    assert {OTHER_OPTIONS, NEW} <= set(found.unanswered)
    assert (found.before.edition, found.after.edition) == ("2026.1", "2027")
    assert begun.state.folded.head == head


def test_moving_does_what_was_shown_in_one_line(begun, edition):
    services, found = begun.services, preview(begun, edition)
    before = len(begun.state.folded)
    view = services.edition_moving.apply(found)
    assert len(view.state.folded) == before + 1
    assert view.state.instrument.structure_digest == edition.structure_digest
    assert set(view.state.answers(Column.TPI)) == {CHOICE, INDEX}
    assert view.state.ask_again(Column.TPI) == (OTHER_OPTIONS,)
    assert (view.card().total, view.card().unanswered) == (found.total_after, found.unanswered)
    assert view.state.identity.structure == STRUCTURE
    summary = services.evaluations.summary(begun.id)
    assert (summary["answered"], summary["questions"]) == (2, len(edition.questions))
    assert services.reporting.record(begun.id)["instrument"]["edition"] == "2027"
    assert check(services.workspace) == []


def test_moving_back_brings_every_answer_back(begun, edition):
    moving = begun.services.edition_moving
    before = begun.state.answers(Column.TPI), begun.services.evaluations.open(begun.id).card().total
    moving.apply(preview(begun, edition))
    give(begun.services, begun.id, OTHER_OPTIONS, "A")
    back = moving.preview(begun.id, STRUCTURE)
    assert codes(back, Fate.RETURNS) == [DROPPED]
    assert codes(back, Fate.CHANGED) == [OTHER_OPTIONS]  # it was answered anew there
    view = moving.apply(back)
    answers = {code: answer for code, answer in before[0].items() if code != OTHER_OPTIONS}
    assert view.state.answers(Column.TPI) == answers
    assert view.state.answers(Column.MANDIRI) == {DROPPED: Chosen("B")}


def test_nothing_answered_in_between_moving_back_is_as_before(begun, edition):
    moving = begun.services.edition_moving
    before = begun.services.evaluations.open(begun.id).card()
    moving.apply(preview(begun, edition))
    after = moving.apply(moving.preview(begun.id, STRUCTURE)).card()
    assert (after.total, after.question_scores) == (before.total, before.question_scores)


def test_what_was_stated_since_the_preview_refuses_it(begun, edition):
    found = preview(begun, edition)
    give(begun.services, begun.id, CHOICE, "Tidak")
    with pytest.raises(StaleViewError):
        begun.services.edition_moving.apply(found)
    assert begun.state.instrument.structure_digest == STRUCTURE


def test_the_same_or_an_unknown_edition_is_refused(begun):
    moving = begun.services.edition_moving
    with pytest.raises(InvalidInputError, match=r"sudah memakai edisi 2026\.1"):
        moving.preview(begun.id, STRUCTURE)
    with pytest.raises(NotFoundError, match="belum dikenal"):
        moving.preview(begun.id, "0" * 64)


def test_a_signed_evaluation_keeps_its_edition(scored, tmp_path):
    edition = take(scored.services, tmp_path, next_year())
    found = scored.services.edition_moving.preview(scored.id, edition.structure_digest)
    scored.services.signing.sign(scored.id, credential())
    for refused in (
        lambda: scored.services.edition_moving.preview(scored.id, edition.structure_digest),
        lambda: scored.services.edition_moving.apply(found),
    ):
        with pytest.raises(SealedError, match="Tidak ada yang berubah"):
            refused()


def test_two_laptops_that_began_it_with_different_editions_choose_one(begun, edition):
    services, identity = begun.services, begun.state.folded.cell("identity").value
    unseen = Statement("created", "identity", {**identity, "structure": edition.structure_digest})
    with services.workspace.database.writing() as connection:
        services.workspace.recorder.record(connection, Subject("evaluation", begun.id), "orang-lain", [unseen])
    services.workspace._folds.clear()
    assert "diverging:identity" in [item.id for item in services.reviewing.preflight(begun.id).must]
    stands = begun.state.instrument.structure_digest
    services.edition_moving.apply(services.edition_moving.preview(begun.id, stands))
    assert "diverging:identity" not in [item.id for item in services.reviewing.preflight(begun.id).must]
    assert begun.state.instrument.structure_digest == stands


def test_two_laptops_that_move_it_apart_are_asked_before_it_is_signed(begun, edition, tmp_path):
    services = begun.services
    third = take(services, tmp_path, {**next_year(), "tahun": 2028})
    subject = Subject("evaluation", begun.id)
    services.edition_moving.apply(preview(begun, edition))
    unseen = Statement("set", "edition", {"structure": STRUCTURE})
    with services.workspace.database.writing() as connection:
        services.workspace.recorder.record(connection, subject, "orang-lain", [unseen])
    services.workspace._folds.clear()
    ids = [item.id for item in services.reviewing.preflight(begun.id).must]
    assert "diverging:edition" in ids
    assert third.structure_digest == edition.structure_digest
