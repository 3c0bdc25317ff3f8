"""Beda penilaian between real laptops: seen side by side, settled with a reason, reopened by what nobody had seen."""

import itertools

import pytest
from builders import AHMAD, BAGUS, CHOICE, INDEX, RATIO, RINI, give, twice_resumed
from evidence_makers import photo
from laptops import laptop, send, settle_elsewhere

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import InvalidInputError, SealedError, StaleViewError
from zi_desktop.domain.events import CRITICAL_KINDS, Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.reports.document import compose
from zi_desktop.services.settling.matters import MatterKind
from zi_desktop.storage.recorder import Statement


def disagree(rini, ahmad, id_, folder):
    """Let two laptops judge one item differently, each with a note and a file, and bring the second one's here."""
    give(rini, id_, CHOICE, "Ya")
    rini.answering.note(id_, CHOICE, "Papan hanya ada di ruang tunggu.")
    give(ahmad, id_, CHOICE, "Tidak")
    ahmad.answering.note(id_, CHOICE, "Laman pulih sore hari.")
    rini.evidence.add(id_, [photo(folder / "papan.jpg")], CHOICE)
    ahmad.evidence.add(id_, [photo(folder / "laman.jpg", side=90)], CHOICE)
    send(ahmad, rini, id_, folder)


def only(services, id_):
    [matter] = services.settling.matters(id_).items
    return matter


def test_versions_stand_side_by_side_with_note_files_and_effect(team, visit, tmp_path):
    rini, ahmad, _ = team
    disagree(rini, ahmad, visit, tmp_path)
    matter = only(rini, visit)
    assert (matter.kind, matter.code, matter.before) == (MatterKind.ANSWER, CHOICE, False)
    heads = rini.reviewing.conflicts(visit)[0]["heads"]
    assert [each.number for each in matter.versions] == [head["n"] for head in heads]
    assert [{"choice": each.words} for each in matter.versions] == [head["value"] for head in heads]
    by_author = {each.name: each for each in matter.versions}
    mine, other = by_author[RINI], by_author[AHMAD]
    assert (mine.own, other.own, mine.proven, other.proven) == (True, False, True, True)
    assert (mine.note, other.note) == ("Papan hanya ada di ruang tunggu.", "Laman pulih sore hari.")
    assert [(file.name, file.only) for file in mine.files] == [("papan.jpg", True)]
    assert [(file.name, file.only) for file in other.files] == [("laman.jpg", True)]
    points = rini.evaluations.open(visit).state.instrument.questions[CHOICE].share
    assert (mine.total, other.total) == ((points, points), (0, 0))
    assert rini.settling.matters(visit).total == (0, points)
    assert mine.computation.startswith("1,00 × ")
    assert "bernilai 1" in mine.explanation
    assert rini.settling.effect(visit, matter, None) == (0, 0)


def test_on_every_laptop_the_own_version_is_the_first_in_the_window_and_on_the_command_line(team, visit, tmp_path):
    for one, choice in zip(team, ("Ya", "Tidak", "Ya"), strict=True):
        give(one, visit, CHOICE, choice)
        one.evaluations.plan(visit, {"place": one.settings.person().name})
    for sender, receiver in itertools.permutations(team, 2):
        send(sender, receiver, visit, tmp_path)
    orders = []
    for one in team:
        for matter in one.settling.matters(visit).items:
            assert [each.own for each in matter.versions] == [True, False, False]
            assert [each.number for each in matter.versions] == [1, 2, 3]
            orders.append([each.author for each in matter.versions[1:]])
        [listed], versions = one.reviewing.conflicts(visit), one.settling.matters(visit).items[0].versions
        assert [(each["n"], each["author"], each["at"]) for each in listed["heads"]] == [
            (each.number, each.author, each.at) for each in versions
        ]
        assert one.reviewing.score(visit)["conflicts"] == [listed]
    assert all(order == sorted(order) for order in orders)
    assert len(orders) == 6


def test_a_file_that_both_added_belongs_to_both(team, visit, tmp_path):
    rini, ahmad, _ = team
    shared = photo(tmp_path / "bersama.jpg")
    for one in (rini, ahmad):
        one.evidence.add(visit, [shared], CHOICE)
    disagree(rini, ahmad, visit, tmp_path)
    for version in only(rini, visit).versions:
        assert [file.only for file in version.files] == [False, True]
        assert version.files[0].name == "bersama.jpg"


def test_settling_closes_it_everywhere_and_what_nobody_saw_opens_it_again(team, visit, tmp_path):
    rini, ahmad, bagus = team
    disagree(rini, ahmad, visit, tmp_path)
    give(bagus, visit, CHOICE, "Tidak")
    rini.settling.settle(visit, only(rini, visit), Chosen("Ya"), "Diperiksa bersama.")
    assert rini.settling.matters(visit).items == ()
    settled = rini.settling.waiting()
    assert {id_: each.count for id_, each in settled.items()} == {visit: 0}
    assert rini.settling.waiting(settled)[visit] is settled[visit]
    send(rini, ahmad, visit, tmp_path)
    assert ahmad.settling.matters(visit).items == ()
    send(bagus, rini, visit, tmp_path)
    matter = only(rini, visit)
    assert matter.before
    assert [each.reason for each in matter.versions if each.own] == ["Diperiksa bersama."]
    assert {each.words for each in matter.versions} == {"Ya", "Tidak"}
    assert "disputed" in {item.id.partition(":")[0] for item in rini.reviewing.preflight(visit).must}
    assert rini.settling.waiting(settled)[visit].count == 1


def test_what_is_stale_is_refused_and_no_reason_is_none(team, visit, tmp_path):
    rini, ahmad, bagus = team
    disagree(rini, ahmad, visit, tmp_path)
    matter = only(rini, visit)
    with pytest.raises(InvalidInputError, match="alasannya kosong"):
        rini.settling.settle(visit, matter, Chosen("Ya"), "  ")
    give(bagus, visit, CHOICE, "Ya")
    send(bagus, rini, visit, tmp_path)
    with pytest.raises(StaleViewError):
        rini.settling.settle(visit, matter, Chosen("Ya"), "Sudah dilihat.")
    assert only(rini, visit) != matter


def test_counts_and_indices_are_told_in_figures(team, visit, tmp_path):
    rini, ahmad, _ = team
    give(rini, visit, INDEX, "3,2")
    give(ahmad, visit, INDEX, "3,4")
    ratio = rini.evaluations.open(visit).state.instrument.questions[RATIO].answer
    for one, count in ((rini, 4), (ahmad, 5)):
        counts = ",".join(f"{item.key}={count if item.key in ratio.numerator else 6}" for item in ratio.typed)
        give(one, visit, RATIO, counts)
    send(ahmad, rini, visit, tmp_path)
    ratio_matter, index_matter = rini.settling.matters(visit).items
    assert {each.words for each in ratio_matter.versions} == {"4 ÷ 6", "5 ÷ 6"}
    assert {each.computation.partition(" × ")[0] for each in ratio_matter.versions} == {"4 ÷ 6", "5 ÷ 6"}
    assert {each.words for each in index_matter.versions} == {"3,20", "3,40"}
    low, high = rini.settling.effect(visit, ratio_matter, None)
    assert low < high  # the index still disagrees


def test_a_version_that_clears_and_one_of_another_item_are_said_so(team, visit, tmp_path):
    rini, ahmad, bagus = team
    give(rini, visit, CHOICE, "Ya")
    send(rini, ahmad, visit, tmp_path)
    cell = ahmad.evaluations.open(visit).state.answer_cell(Column.TPI, CHOICE)
    ahmad.answering.answer(visit, CHOICE, None, displayed=cell.displayed)
    with bagus.workspace.writing(bagus.settings.author()) as transaction:
        value = {**cell.value, "item": "f" * 64}
        transaction.state(Subject("evaluation", visit), [Statement("set", cell.name, value, ())])
    give(rini, visit, CHOICE, "Tidak")
    send(ahmad, rini, visit, tmp_path)
    send(bagus, rini, visit, tmp_path)
    matter, beyond = rini.settling.matters(visit).items
    by_words = {each.words: each for each in matter.versions}
    assert set(by_words) == {"Tidak", "Dikosongkan", "Dinilai pada butir edisi lain"}
    assert [each.takeable for each in by_words.values() if each.words.startswith("Dinilai")] == [False]
    assert matter.version(by_words["Dinilai pada butir edisi lain"].number) is None
    assert [each.words for each in beyond.versions] == ["Dikosongkan", "Ya"]  # what was done, and what stood before it
    assert not [each for each in beyond.versions if each.takeable]


def test_what_prints_is_taken_by_stating_it_once_more(team, visit, tmp_path):
    rini, ahmad, _ = team
    rini.evaluations.plan(visit, {"place": "Contohrejo"})
    ahmad.evaluations.plan(visit, {"place": "Umpamajaya"})
    for one, met in ((rini, True), (ahmad, False)):
        one.evaluations.check_precondition(
            visit, one.evaluations.open(visit).preconditions[0].id, met=met, note="Surat"
        )
    send(ahmad, rini, visit, tmp_path)
    place, condition = rini.settling.matters(visit).items
    assert (place.kind, place.title) == (MatterKind.PRINTED, "Tempat")
    assert {each.words for each in place.versions} == {"Contohrejo", "Umpamajaya"}
    assert {(each.words, each.reason) for each in condition.versions} == {
        ("Terpenuhi", "Surat"),
        ("Belum terpenuhi", "Surat"),
    }
    theirs = next(each for each in place.versions if not each.own)
    rini.settling.take(visit, place, theirs.number)
    assert rini.evaluations.open(visit).state.plan.place == "Umpamajaya"
    with pytest.raises(StaleViewError):
        rini.settling.take(visit, place, theirs.number)
    with pytest.raises(InvalidInputError, match="Versi 9 tidak dapat dipakai"):
        rini.settling.take(visit, condition, 9)
    rini.settling.take(visit, condition, 1)
    send(rini, ahmad, visit, tmp_path)
    assert ahmad.settling.matters(visit).items == ()
    assert "diverging" not in {item.id.partition(":")[0] for item in ahmad.reviewing.preflight(visit).must}


def test_judgements_of_evidence_and_its_sufficiency_block_until_one_is_taken(team, visit, tmp_path):
    rini, ahmad, _ = team
    rini.evidence.add(visit, [photo(tmp_path / "papan.jpg")], CHOICE)
    send(rini, ahmad, visit, tmp_path)
    for one, state, level in ((rini, "sesuai", "cukup"), (ahmad, "kurang", "sebagian")):
        [link] = one.evidence.of(visit).at(CHOICE)
        one.evidence.judge(visit, link, state, "Foto kabur.")
        one.evidence.judge_sufficiency(visit, CHOICE, level, one.evidence.of(visit).sufficiency(CHOICE))
    send(ahmad, rini, visit, tmp_path)
    judged, level = rini.settling.matters(visit).items
    assert (judged.place, {each.words for each in judged.versions}) == ("papan.jpg", {"Sesuai", "Kurang"})
    assert (level.code, {each.words for each in level.versions}) == (CHOICE, {"Cukup", "Sebagian"})
    blocking = [item.message for item in rini.reviewing.preflight(visit).must if item.id.startswith("diverging:")]
    assert len(blocking) == 2
    for matter in (judged, level):
        rini.settling.take(visit, matter, 1)
    assert rini.settling.matters(visit).items == ()


def test_what_a_fork_left_is_looked_at_and_stated_once_more(team, visit, tmp_path):
    rini, ahmad, _ = team
    author = rini.settings.author()
    rini.close()
    twice_resumed(
        tmp_path / "rini", visit, author,
        [Statement("set", f"mark/{CHOICE}", flag) for flag in (True, False)] + [Statement("set", f"note/tpi/{CHOICE}", {"text": "satu"})],
    )  # fmt: skip
    rini = laptop(tmp_path, "rini")
    send(rini, ahmad, visit, tmp_path)
    marked, note = ahmad.settling.matters(visit).items
    assert (marked.kind, note.kind) == (MatterKind.FORK, MatterKind.FORK)
    assert "Hanya penulis" in note.closed
    with pytest.raises(InvalidInputError):
        ahmad.settling.take(visit, note, 1)
    ahmad.settling.take(visit, marked, 1)
    assert [item.id for item in ahmad.settling.matters(visit).items] == [note.id]
    own = next(item for item in rini.settling.matters(visit).items if item.id == note.id)
    rini.settling.take(visit, own, own.versions[0].number)
    send(ahmad, rini, visit, tmp_path)
    assert rini.settling.matters(visit).items == ()
    rini.close()


def test_the_lead_closes_what_was_done_beyond_a_right(team, visit, tmp_path):
    rini, ahmad, _ = team
    disagree(rini, ahmad, visit, tmp_path)
    send(rini, ahmad, visit, tmp_path)
    ahmad.settling.settle(visit, only(ahmad, visit), Chosen("Tidak"), "Menurut saya begitu.")
    matter = only(ahmad, visit)
    assert (matter.kind, matter.closed) == (MatterKind.BEYOND, "Hanya ketua tim yang menutup hal ini.")
    assert "Diselesaikan tanpa wewenang" in matter.place
    with pytest.raises(InvalidInputError, match="Hanya ketua tim"):
        ahmad.settling.acknowledge(visit, matter)
    send(ahmad, rini, visit, tmp_path)
    matter = only(rini, visit)
    assert (matter.closed, matter.versions[0].reason) == ("", "Menurut saya begitu.")
    rini.settling.acknowledge(visit, matter)
    assert rini.settling.matters(visit).items == ()


def test_an_author_who_is_not_proven_is_said_so(team, visit, tmp_path):
    rini, ahmad, _ = team
    give(rini, visit, CHOICE, "Ya")
    settle_elsewhere(rini, ahmad, visit, tmp_path)
    by_name = {each.name: each for matter in rini.settling.matters(visit).items for each in matter.versions}
    assert (by_name[BAGUS].proven, by_name[RINI].proven) == (False, True)


def test_a_closed_evaluation_takes_nothing(team, visit, tmp_path, monkeypatch):
    rini, ahmad, _ = team
    disagree(rini, ahmad, visit, tmp_path)
    matter = only(rini, visit)
    rini.evaluations.archive(visit)
    with pytest.raises(SealedError, match="diarsipkan"):
        rini.settling.settle(visit, matter, Chosen("Ya"), "Alasan.")
    assert only(rini, visit) == matter
    monkeypatch.setattr("zi_desktop.domain.events.CRITICAL_KINDS", CRITICAL_KINDS | {"seal.of.tomorrow"})
    with rini.workspace.writing(rini.settings.author()) as transaction:
        transaction.state(Subject("evaluation", visit), [Statement("seal.of.tomorrow", "tomorrow", {"x": 1})])
    with pytest.raises(SealedError, match="lebih baru"):
        rini.settling.acknowledge(visit, matter)


def test_two_versions_of_the_units_worksheet_are_the_units(scored):
    settling = scored.services.settling
    assert settling.matters(scored.id).items == ()
    total = scored.services.evaluations.open(scored.id).card().total
    assert settling.matters(scored.id).total == (total, total)


def test_a_draft_says_what_is_still_disputed(team, visit, tmp_path):
    rini, ahmad, _ = team
    disagree(rini, ahmad, visit, tmp_path)
    record = rini.reporting.record(visit)
    assert record["score"]["conflicts"] == [CHOICE]
    said = dict(compose(record, rini.evaluations.open(visit).state.instrument).first.conclusions.pairs)
    assert "1 butir masih beda penilaian, nilai total antara " in said["Ambang nilai"]
