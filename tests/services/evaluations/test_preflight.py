"""Preflight: every kind of check can be triggered, and disappears when what it names is mended."""

import pytest
from builders import (
    AHMAD,
    CHOICE,
    INDEX,
    LEAD,
    MEMBER,
    RATIO,
    RINI,
    Answered,
    from_another_laptop,
    give,
    open_services,
    statement,
    twice_resumed,
)

from zi_desktop.domain.answers import Chosen, Counted, answer_to_json
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.services.evaluations.preflight import preflight_json
from zi_desktop.storage.recorder import Statement

EMPTY = "wajib_ditindaklanjuti=0,diproses=0,selesai=0"


def found(scored, group="must"):
    return {check.id: check for check in getattr(scored.services.reviewing.preflight(scored.id), group)}


def test_a_finished_visit_is_ready(scored):
    result = scored.services.reviewing.preflight(scored.id)
    assert result.ready
    assert result.passed[0] == "113 dari 113 butir terisi"
    assert preflight_json(result)["must"] == []
    assert [set(check) for check in preflight_json(result)["warn"]] == [{"id", "code", "message", "reason"}] * len(
        result.warn
    )


def test_an_unanswered_item(scored):
    clear(scored, CHOICE)
    assert found(scored)[f"unanswered:{CHOICE}"].code == CHOICE
    assert "113 dari 113 butir terisi" not in scored.services.reviewing.preflight(scored.id).passed
    give(scored.services, scored.id, CHOICE, "Ya")
    assert found(scored) == {}


def test_a_broken_rule_is_not_said_to_be_passed(scored):
    agreement = "Tidak ada jawaban yang bertentangan"
    assert agreement in scored.services.reviewing.preflight(scored.id).passed
    give(scored.services, scored.id, "B.I.b", "A")
    give(scored.services, scored.id, "A.II.4.i.a", "sasaran=5,tercapai=3")
    assert "rule:sasaran_belum_tercapai" in found(scored, "warn")
    assert agreement not in scored.services.reviewing.preflight(scored.id).passed


def clear(scored, code):
    displayed = scored.state.answer_cell(Column.TPI, code).displayed
    scored.services.answering.answer(scored.id, code, None, displayed=displayed)


def test_a_note_that_was_taken_from_not_applicable(scored):
    give(scored.services, scored.id, RATIO, EMPTY, not_applicable=True, notes=Notes("Tidak ada pengaduan."))
    assert found(scored) == {}
    scored.services.answering.note(scored.id, RATIO, "")
    assert found(scored)[f"note:{RATIO}"].message == f"Butir {RATIO} dinyatakan “tidak berlaku” tanpa Catatan TPI."
    scored.services.answering.note(scored.id, RATIO, "Tidak ada pengaduan.")
    assert found(scored) == {}


def elsewhere(scored, author, *statements):
    """Close the workspace, put in what another laptop stated, and open it again."""
    folder = scored.folder
    scored.services.close()
    from_another_laptop(folder, scored.id, author, *statements)
    return open_services(folder)


def test_a_disagreement_until_it_is_settled(scored):
    rini = scored.services.settings.author(RINI)
    give(scored.services, scored.id, CHOICE, "Ya")
    with elsewhere(scored, rini, statement(CHOICE, "Tidak")) as services:
        here = Answered(services, scored.id)
        assert set(found(here)) == {f"disputed:{CHOICE}"}
        displayed = here.state.answer_cell(Column.TPI, CHOICE).displayed
        services.answering.settle(scored.id, CHOICE, Chosen("Ya"), "Dilihat bersama.", displayed=displayed)
        assert found(here) == {}


def test_an_answer_to_another_edition_is_asked_again(scored):
    clear(scored, CHOICE)
    rini, edges = scored.services.settings.author(RINI), scored.state.answer_cell(Column.TPI, CHOICE).displayed
    old = Statement("set", f"answer/tpi/{CHOICE}", {"answer": {"choice": "Ya"}, "item": "0" * 64}, edges)
    with elsewhere(scored, rini, old) as services:
        here = Answered(services, scored.id)
        assert (
            found(here)[f"unanswered:{CHOICE}"].message == f"Butir {CHOICE} dinilai pada butir edisi lain; nilai ulang."
        )
        give(services, scored.id, CHOICE, "Ya")
        assert found(here) == {}


def imported(scored, code, counts):
    """Return what an imported sheet may hold though nobody can type it."""
    value = {"answer": answer_to_json(Counted(counts)), "item": scored.state.instrument.questions[code].digest}
    return Statement("set", f"answer/tpi/{code}", value, scored.state.answer_cell(Column.TPI, code).displayed)


def test_counts_beyond_their_whole_are_corrected_or_explained(scored):
    code, rini = "A.II.4.i.a", scored.services.settings.author(RINI)
    with elsewhere(scored, rini, imported(scored, code, counts_of(scored, code, reached=12))) as services:
        here = Answered(services, scored.id)
        check = found(here)[f"exceeds:{code}"]
        services.evaluations.accept_warning(scored.id, check.id, "Rekap memuat sasaran tahun lalu.")
        assert found(here) == {}
        assert found(here, "warn")[check.id].reason == "Rekap memuat sasaran tahun lalu."
        services.evaluations.accept_warning(scored.id, check.id, "")
        give(services, scored.id, code, typed(counts_of(here, code, reached=10)))
        assert f"exceeds:{code}" not in found(here) | found(here, "warn")


def test_counts_that_cannot_be_true_together(scored):
    give(scored.services, scored.id, RATIO, "wajib_ditindaklanjuti=6,diproses=4,selesai=4")
    assert found(scored)["rule:pengaduan_melebihi_kewajiban"].code == RATIO
    give(scored.services, scored.id, RATIO, "wajib_ditindaklanjuti=6,diproses=2,selesai=4")
    assert found(scored) == {}


def test_a_machine_that_was_resumed_twice(scored):
    rini, folder = scored.services.settings.author(RINI), scored.folder
    edges = scored.state.answer_cell(Column.TPI, CHOICE).displayed
    scored.services.close()
    twice_resumed(folder, scored.id, rini, [statement(CHOICE, "Ya", edges), statement("A.I.1.iv.a", "Ya")])
    with open_services(folder) as services:
        here = Answered(services, scored.id)
        (fork,) = [check for id_, check in found(here).items() if id_.startswith("fork:")]
        assert "bercabang dua" in fork.message
        for code in (CHOICE, "A.I.1.iv.a"):
            cell = here.state.answer_cell(Column.TPI, code)
            if cell.conflicted:
                services.answering.settle(scored.id, code, Chosen("Ya"), "Dilihat lagi.", displayed=cell.displayed)
            else:
                give(services, scored.id, code, "Ya")
        assert found(here) == {}


@pytest.mark.parametrize(
    ("cell", "ours", "theirs", "words"),
    [
        ("plan/place", "Contohrejo", "Misalan", "Tempat berbeda"),
        ("detail/tpi/B.I.a/sumber", "Survei A", "Survei B", "Rincian survei butir B.I.a berbeda"),
        ("precondition/opini_bpk", {"met": True, "note": ""}, {"met": False, "note": ""}, "Prasyarat “"),
        (
            "panel",
            {"decision": "diusulkan", "reason": "a"},
            {"decision": "pembinaan", "reason": "b"},
            "Keputusan panel",
        ),
    ],
)
def test_what_two_laptops_would_print_differently(scored, cell, ours, theirs, words):
    cell = cell.replace("opini_bpk", scored.state.instrument.preconditions[0].id)
    edges = scored.state.folded.cell(cell).displayed
    rini = scored.services.settings.author(RINI)
    folder = scored.folder
    scored.services.close()
    from_another_laptop(folder, scored.id, rini, Statement("set", cell, ours, edges))
    from_another_laptop(folder, scored.id, rini, Statement("set", cell, theirs, edges))
    with open_services(folder) as services:
        here = Answered(services, scored.id)
        assert words in found(here)[f"diverging:{cell}"].message
        mend = {
            "plan": lambda: services.evaluations.plan(scored.id, {"place": "Misalan"}),
            "detail": lambda: services.answering.detail(scored.id, INDEX, "sumber", "Survei A"),
            "precondition": lambda: services.evaluations.check_precondition(scored.id, cell.split("/")[1], met=True),
            "panel": lambda: services.evaluations.decide(scored.id, "pembinaan", "b"),
        }[cell.partition("/")[0]]
        mend()
        assert found(here) == {}


def test_what_is_still_being_typed(scored):
    cell = f"answer/tpi/{RATIO}"
    scored.services.answering.keep_draft(scored.id, cell, "wajib_ditindaklanjuti=")
    for silent in (f"internal/{CHOICE}", f"answer/mandiri/{CHOICE}"):
        scored.services.answering.keep_draft(scored.id, silent, "…")
    assert {check.id: check.code for check in found(scored).values()} == {f"draft:{cell}": RATIO}
    scored.services.answering.keep_draft(scored.id, cell, "")
    scored.services.answering.keep_draft(scored.id, f"detail/tpi/{INDEX}/sumber", "Sur")
    assert [check.code for check in found(scored).values()] == [INDEX]


@pytest.mark.parametrize(
    ("team", "id_", "words"),
    [
        ([], "team", "belum ditetapkan"),
        ([LEAD | {"signs": False}], "team", "belum ditetapkan"),
        ([{"name": AHMAD, "role": "pengendali_teknis"}], "lead", "belum memiliki ketua tim"),
        ([LEAD | {"signs": False}, {"name": AHMAD, "role": "pengendali_teknis"}], "lead", "belum tercantum"),
    ],
)
def test_a_team_that_cannot_sign(scored, team, id_, words):
    scored.services.evaluations.plan(scored.id, {"team": team})
    assert words in found(scored)[id_].message
    scored.services.evaluations.plan(scored.id, {"team": [LEAD, MEMBER]})
    assert found(scored) == {}


def test_who_filled_items_without_a_name(scored):
    scored.services.evaluations.plan(scored.id, {"team": [{"name": AHMAD, "role": "ketua_tim"}]})
    oversight = [check for check in found(scored) if check.startswith("oversight:")]
    assert len(oversight) == 113
    scored.services.settings.put("person.name", "")
    assert set(found(scored)) == {"unnamed"}
    assert found(scored)["unnamed"].message.startswith("113 butir diisi penilai yang belum bernama")


def test_warnings_about_papers_surveys_and_marks(scored):
    scored.services.evaluations.plan(scored.id, {"letter": {"number": "", "date": ""}})
    scored.services.answering.detail(scored.id, INDEX, "sumber", "")
    key = scored.state.instrument.preconditions[0].id
    scored.services.evaluations.check_precondition(scored.id, key, met=None)
    scored.services.answering.mark(scored.id, CHOICE, marked=True)
    warned = found(scored, "warn")
    assert {"letter", f"details:{INDEX}", "preconditions", f"marked:{CHOICE}"} <= set(warned)
    assert warned["preconditions"].message == "1 prasyarat belum diperiksa."
    assert found(scored) == {}
    scored.services.evaluations.plan(scored.id, {"letter": {"number": "CTH-1", "date": "2026-10-28"}})
    scored.services.answering.detail(scored.id, INDEX, "sumber", "Survei")
    scored.services.evaluations.check_precondition(scored.id, key, met=True)
    scored.services.answering.mark(scored.id, CHOICE, marked=False)
    assert set(found(scored, "warn")).isdisjoint({"letter", f"details:{INDEX}", "preconditions", f"marked:{CHOICE}"})


def test_answers_that_contradict_each_other(scored):
    rule, code = "rule:sasaran_belum_tercapai", "A.II.4.i.a"
    give(scored.services, scored.id, code, typed(counts_of(scored, code, reached=4)))
    give(scored.services, scored.id, "B.I.b", "A")
    assert found(scored, "warn")[rule].code in {code, "B.I.b"}
    give(scored.services, scored.id, code, typed(counts_of(scored, code, reached=10)))
    assert rule not in found(scored, "warn")


def counts_of(scored, code, reached):
    """Return counts of a ratio item: ten in all, of which so many were reached."""
    ratio = scored.state.instrument.questions[code].answer
    return dict.fromkeys((item.key for item in ratio.typed), 10) | dict.fromkeys(ratio.numerator, reached)


def typed(counts):
    return ",".join(f"{key}={count}" for key, count in counts.items())
