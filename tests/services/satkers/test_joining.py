"""Two laptops that made the same satker or person twice: they are one afterwards, everywhere, and can be parted again."""

import pytest
from builders import BAGUS, CHOICE, RINI, give, open_services, write_list
from laptops import TEAM, introduce, send, spelled, summary

from zi_desktop.domain.aliases import PERSON, SATKER
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.backups import back_up, restore
from zi_desktop.services.checking import check

OTHER = "A.I.1.i.b"


def begin_with(services, folder, code, name, year=2026):
    """Bring a satker in under some code and begin its evaluation."""
    services.satkers.import_list(write_list(folder / f"{code}.csv", f"kode,nama\n{code},{name}\n"))
    id_ = services.evaluations.create(code, year)
    services.evaluations.plan(id_, {"team": TEAM})
    return id_


@pytest.fixture
def twice(rini, bagus, tmp_path):
    """One visit that was begun on two laptops, each with another code of the satker; both have everything."""
    introduce(rini, bagus)
    hers = begin_with(rini, tmp_path, "C-1", "Lapas Contohrejo")
    give(rini, hers, CHOICE, "Ya")
    theirs = begin_with(bagus, tmp_path, "99.1", "LAPAS CONTOHREJO")
    give(bagus, theirs, OTHER, "B")
    send(rini, bagus, hers, tmp_path)
    send(bagus, rini, theirs, tmp_path)
    return hers, theirs


def satker_of(services, id_):
    return services.evaluations.open(id_).state.identity.satker


def join(services, twice):
    kept, other = (satker_of(services, id_) for id_ in twice)
    services.joining.join(SATKER, kept, other, "dua kode untuk satu lapas")
    return kept, other


def answers(services, id_):
    return set(services.evaluations.open(id_).state.answers(Column.TPI))


def test_what_joins_is_told_before(rini, twice):
    kept, other = (satker_of(rini, id_) for id_ in twice)
    shown = rini.joining.preview(kept, other)
    assert (shown.kept.code, shown.other.code) == ("C-1", "99.1")
    (evaluation,) = shown.evaluations
    assert (evaluation.id, evaluation.twin, evaluation.year) == (twice[1], twice[0], 2026)
    assert (evaluation.conflicts, evaluation.sealed) == (0, False)
    assert len(rini.evaluations.list()) == 2, "nothing is changed by looking"
    give(rini, twice[0], OTHER, "A")
    assert rini.joining.preview(kept, other).evaluations[0].conflicts == 1


def test_one_satker_one_evaluation_both_answers(rini, twice):
    kept, other = join(rini, twice)
    assert [(row["id"], row["code"], row["name"]) for row in rini.satkers.list()] == [(kept, "C-1", "Lapas Contohrejo")]
    assert [row["id"] for row in rini.evaluations.list()] == [twice[0]]
    assert answers(rini, twice[0]) == answers(rini, twice[1]) == {CHOICE, OTHER}
    assert rini.satkers.find("99.1").id == rini.satkers.find(other).id == kept
    assert summary(rini, twice[0])["answered"] == 2
    assert check(rini.workspace) == []
    assert [(each.id, each.same) for each in rini.joining.all()] == [(other, kept)]


def test_work_goes_on_in_what_is_one_and_meets_on_the_other_laptop(rini, bagus, twice, tmp_path):
    join(rini, twice)
    give(rini, twice[0], "A.I.1.ii.a", "Ya")
    give(bagus, twice[1], "A.I.1.ii.b", "B")
    send(rini, bagus, twice[0], tmp_path)
    assert [row["id"] for row in bagus.evaluations.list()] == [twice[0]]
    assert answers(bagus, twice[0]) == {CHOICE, OTHER, "A.I.1.ii.a", "A.I.1.ii.b"}
    give(bagus, twice[0], CHOICE, "Tidak")
    send(bagus, rini, twice[0], tmp_path)
    assert spelled(rini, twice[0]) == spelled(bagus, twice[0])
    assert summary(rini, twice[0])["answered"] == summary(bagus, twice[0])["answered"] == 4
    for services in (rini, bagus):
        assert check(services.workspace) == []


def test_what_both_judged_differently_waits_for_a_person(rini, twice):
    give(rini, twice[0], OTHER, "A")
    join(rini, twice)
    assert set(rini.evaluations.open(twice[0]).state.disputed(Column.TPI)) == {OTHER}
    assert rini.settling.matters(twice[0]).items
    give(rini, twice[0], CHOICE, "Tidak")
    assert rini.evaluations.open(twice[0]).state.answers(Column.TPI)[CHOICE] is not None


def test_an_evaluation_that_only_the_other_had_comes_along_and_is_not_begun_twice(rini, bagus, tmp_path):
    introduce(rini, bagus)
    hers = begin_with(rini, tmp_path, "C-1", "Lapas Contohrejo", 2025)
    theirs = begin_with(bagus, tmp_path, "99.1", "LAPAS CONTOHREJO", 2026)
    send(bagus, rini, theirs, tmp_path)
    kept, _ = join(rini, (hers, theirs))
    assert {(row["id"], row["satker"]) for row in rini.evaluations.list()} == {(hers, kept), (theirs, kept)}
    assert rini.evaluations.create("C-1", 2026) == theirs
    assert rini.evaluations.create("C-1", 2025) == hers
    assert check(rini.workspace) == []


def test_it_can_be_parted_again(rini, bagus, twice, tmp_path):
    before = [spelled(rini, id_)[:1] for id_ in twice]
    kept, other = join(rini, twice)
    send(rini, bagus, twice[0], tmp_path)
    rini.joining.part(SATKER, other)
    assert {row["id"] for row in rini.evaluations.list()} == set(twice)
    assert {row["code"] for row in rini.satkers.list()} == {"C-1", "99.1"}
    assert [spelled(rini, id_)[:1] for id_ in twice] == before
    send(rini, bagus, twice[0], tmp_path)
    assert {row["id"] for row in bagus.evaluations.list()} == set(twice)
    for services in (rini, bagus):
        assert check(services.workspace) == []
    with pytest.raises(InvalidInputError, match="tidak disatukan"):
        rini.joining.part(SATKER, kept)


def test_it_survives_closing_and_a_restored_backup(rini, twice, tmp_path):
    join(rini, twice)
    folder = rini.workspace.folder
    back_up(rini.workspace, tmp_path / "cadangan.db")
    rini.close()
    again = open_services(folder)
    assert [row["id"] for row in again.evaluations.list()] == [twice[0]]
    again.close()
    restored = tmp_path / "baru"
    restore(restored, tmp_path / "cadangan.db")
    again = open_services(restored)
    assert [row["id"] for row in again.evaluations.list()] == [twice[0]]
    assert check(again.workspace) == []
    again.close()


def test_a_reason_and_two_that_are_not_one_yet(rini, twice):
    kept, other = (satker_of(rini, id_) for id_ in twice)
    with pytest.raises(InvalidInputError, match="alasan"):
        rini.joining.join(SATKER, kept, other, " ")
    for one, two in ((kept, kept), (kept, "0" * 8)):
        with pytest.raises(InvalidInputError):
            rini.joining.join(SATKER, one, two, "x")
    join(rini, twice)
    with pytest.raises(InvalidInputError, match="sudah satker yang sama"):
        rini.joining.preview(other, kept)


def test_a_person_with_two_entries_is_one(rini, bagus, twice, tmp_path):
    people = {person.name: person.id for person in rini.settings.people().values()}
    double = rini.settings.put_person("Bagus C. (ganda)")
    rini.evaluations.plan(twice[0], {"team": [*TEAM[:2], {"name": "Bagus C. (ganda)", "role": "anggota", "areas": []}]})
    assert double in {member.person for member in rini.evaluations.open(twice[0]).state.plan.team}
    rini.joining.join(PERSON, people[BAGUS], double, "entri ganda")
    assert {member.person for member in rini.evaluations.open(twice[0]).state.plan.team} >= {
        people[BAGUS],
        people[RINI],
    }
    assert double not in {member.person for member in rini.evaluations.open(twice[0]).state.plan.team}
    send(rini, bagus, twice[0], tmp_path)
    assert double not in {member.person for member in bagus.evaluations.open(twice[0]).state.plan.team}
    assert check(rini.workspace) == []


def test_who_writes_under_the_other_id_goes_on_under_the_standing_one(rini, twice):
    own = rini.settings.person().id
    double = rini.settings.put_person("Rini U. (ganda)")
    rini.joining.join(PERSON, double, own, "entri ganda")
    assert rini.settings.person().id == double
    give(rini, twice[0], "A.I.1.ii.a", "Ya")
    head = rini.evaluations.open(twice[0]).state.answer_cell(Column.TPI, "A.I.1.ii.a").heads[0]
    assert head.author == double
    assert rini.workspace.provenance(twice[0]).proven(head.hash, head.author)


def test_the_hub_folds_likewise(rini, twice, hub):
    rini.enrolment.enrol(hub.address, hub.fingerprint)
    rini.exchanging.push(hub.address)
    hub.admit()
    assert set(hub.evaluations()) == set(twice)
    join(rini, twice)
    assert rini.exchanging.push(hub.address).evaluations == 1
    hub.ingest()
    assert [(id_, row["answered"]) for id_, row in hub.evaluations().items()] == [(twice[0], 2)]
    rini.exchanging.pull(hub.address)
    assert [item.state for item in rini.exchanging.states()] == ["terkirim"]
    rini.joining.part(SATKER, rini.joining.all()[0].id)
    give(rini, twice[0], CHOICE, "Tidak")
    assert rini.exchanging.push(hub.address).evaluations == 1
    assert hub.ingest().lines > 0
    assert set(hub.evaluations()) == set(twice)
