"""Two threads over one open workspace: neither believes what it folded before the other wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from builders import CHOICE, give

from zi_desktop.domain.errors import StaleViewError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.services.checking import check
from zi_desktop.storage.recorder import Statement

OTHER = "A.I.1.i.b"


def answer(services, id_, code):
    return services.evaluations.open(id_).state.answer_cell(Column.TPI, code).value


def test_each_sees_what_the_other_wrote(scored):
    services, id_ = scored.services, scored.id
    with services.beside() as other:
        assert answer(services, id_, CHOICE) == answer(other, id_, CHOICE)
        give(other, id_, CHOICE, "Tidak")
        assert answer(services, id_, CHOICE)["answer"] == {"choice": "Tidak"}
        give(services, id_, OTHER, "C")
        assert answer(other, id_, OTHER)["answer"] == {"choice": "C"}
        assert check(other.workspace) == []
    give(services, id_, CHOICE, "Ya")
    assert check(services.workspace) == []


def test_a_summary_is_never_made_from_what_was_folded_before(scored):
    services, id_ = scored.services, scored.id
    services.evaluations.open(id_)
    with services.beside() as other:
        give(other, id_, CHOICE, "Tidak")
    services.answering.note(id_, OTHER, "dilihat lagi")
    assert check(services.workspace) == [], "the summary has both"


def test_who_answers_what_changed_meanwhile_is_told(scored):
    services, id_ = scored.services, scored.id
    cell = services.evaluations.open(id_).state.answer_cell(Column.TPI, CHOICE)
    with services.beside() as other:
        give(other, id_, CHOICE, "Tidak")
    with pytest.raises(StaleViewError), services.workspace.writing(services.settings.author()) as transaction:
        transaction.state(Subject("evaluation", id_), [Statement("set", cell.name, cell.value, cell.displayed)])


def test_who_shares_the_workspace_leaves_it_open(scored):
    services, id_ = scored.services, scored.id
    with services.beside() as other:
        assert other.workspace.database is services.workspace.database
    give(services, id_, CHOICE, "Tidak")


def test_two_threads_write_at_once_and_nothing_is_lost(scored):
    services, id_ = scored.services, scored.id
    codes = list(services.evaluations.open(id_).state.instrument.questions)[:16]

    def write(codes):
        with services.beside() as own:
            for code in codes:
                own.answering.note(id_, code, f"catatan {code}")

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(write, codes[::2]), pool.submit(write, codes[1::2])]:
            done.result()
    assert check(services.workspace) == []
    state = services.evaluations.open(id_).state
    assert [state.folded.cell(f"note/tpi/{code}").value["text"] for code in codes] == [
        f"catatan {code}" for code in codes
    ]
