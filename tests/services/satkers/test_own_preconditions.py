"""Preconditions of the office itself: on every checklist, on paper, with evidence of their own."""

import pytest
from builders import CHOICE, RINI, Answered, from_another_laptop, open_services

from zi_desktop.domain import cells
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.preconditions import place_of
from zi_desktop.storage.recorder import Statement


@pytest.fixture
def own(scored):
    return scored.services.own_preconditions


def warned(scored):
    found = scored.services.reviewing.preflight(scored.id).warn
    return {check.id: check.message for check in found}.get("preconditions", "")


def test_a_line_of_the_office_stands_on_the_checklist_of_every_evaluation(scored, own):
    ident = own.add("  Pernyataan bebas pungutan ", "unit")
    view = scored.services.evaluations.open(scored.id)
    assert [item.title for item in view.preconditions][-1] == "Pernyataan bebas pungutan"
    assert warned(scored) == "1 prasyarat belum diperiksa."
    scored.services.evaluations.check_precondition(scored.id, ident, met=True, note="Ditunjukkan.")
    assert warned(scored) == ""
    [line] = [each for each in scored.services.reporting.record(scored.id)["preconditions"] if each["id"] == ident]
    assert line == {
        "id": ident,
        "title": "Pernyataan bebas pungutan",
        "minimum": "",
        "met": True,
        "note": "Ditunjukkan.",
    }
    own.rename(ident, "Bebas pungutan liar")
    assert scored.services.evaluations.open(scored.id).preconditions[-1].title == "Bebas pungutan liar"


def test_a_withdrawn_line_leaves_the_checklist_and_comes_back_with_what_was_found(scored, own):
    ident = own.add("Parkir")
    scored.services.evaluations.check_precondition(scored.id, ident, met=False, note="Belum ada.")
    own.withdraw(ident)
    assert own.all() == ()
    assert ident not in {item.id for item in scored.services.evaluations.open(scored.id).preconditions}
    assert ident not in {each["id"] for each in scored.services.reporting.record(scored.id)["preconditions"]}
    with pytest.raises(NotFoundError, match="bukan prasyarat tambahan"):
        own.withdraw(ident)
    own.put(ident, "Parkir", "unit")
    assert scored.state.preconditions[ident] == (False, "Belum ada.")


@pytest.mark.parametrize(("title", "level"), [(" ", "unit"), ("Parkir", "negara")])
def test_a_line_needs_a_title_and_a_level(own, title, level):
    with pytest.raises(InvalidInputError, match="memerlukan nama dan tingkat"):
        own.add(title, level)
    assert own.all() == ()


def test_a_line_of_the_worksheet_is_no_line_of_the_office(scored, own):
    with pytest.raises(NotFoundError):
        own.rename(scored.state.instrument.preconditions[0].id, "Lain")


def test_evidence_of_a_precondition_is_judged_and_listed_in_the_report(scored, own, tmp_path):
    ident = own.add("Parkir")
    paper = tmp_path / "Foto parkir.txt"
    paper.write_text("Parkir.", encoding="utf-8")
    keeping = scored.services.evidence
    keeping.add(scored.id, [paper], place_of(ident))
    keeping.add(scored.id, [paper], CHOICE)
    [link] = keeping.links(scored.id, place_of(ident))
    keeping.judge(scored.id, link, "sesuai")
    record = scored.services.reporting.record(scored.id)
    assert [(item["code"], item["state"]) for item in record["evidence"]] == [
        (CHOICE, "belum_dicek"), (place_of(ident), "sesuai"),
    ]  # fmt: skip
    assert record["evidence_in_all"] == 2
    assert place_of(ident) not in keeping.score_with_fitting_only(scored.id).question_scores
    with pytest.raises(NotFoundError):
        keeping.add(scored.id, [paper], place_of("tidak_ada"))


def test_what_the_office_asks_for_later_is_nothing_that_a_signed_evaluation_misses(signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        before = services.reviewing.preflight(id_)
        services.own_preconditions.add("Parkir")
        assert services.reviewing.preflight(id_) == before
        assert [item.title for item in services.evaluations.open(id_).preconditions][-1] == "Parkir"


def test_files_of_a_precondition_that_two_laptops_judge_differently_are_named_by_its_title(scored, tmp_path):
    item, rini = scored.state.instrument.preconditions[0], scored.services.settings.author(RINI)
    paper = tmp_path / "LHP.txt"
    paper.write_text("LHP.", encoding="utf-8")
    scored.services.evidence.add(scored.id, [paper], place_of(item.id))
    [link] = scored.services.evidence.links(scored.id, place_of(item.id))
    cell = cells.evidence_judgement(link.place, link.file.sha256)
    scored.services.close()
    for state in ("sesuai", "kurang"):
        from_another_laptop(scored.folder, scored.id, rini, Statement("set", cell, {"state": state, "reason": "x"}))
    with open_services(scored.folder) as services:
        found = Answered(services, scored.id).services.reviewing.preflight(scored.id).must
    [message] = [check.message for check in found if check.id == f"diverging:{cell}"]
    assert message.startswith(f"Penilaian data dukung prasyarat “{item.title}” berbeda")
