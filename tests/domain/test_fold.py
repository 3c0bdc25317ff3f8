"""The fold by example: what stands, what disagrees, what comes back, what waits."""

import pytest
from event_makers import CHOICE, INDEX, NONSENSE, PEOPLE, Stream, file_value, judged, state_of

from zi_desktop.domain import cells
from zi_desktop.domain.events import Subject, read_redacted, redacted_line
from zi_desktop.domain.fold import fold
from zi_desktop.domain.instrument import Column

ANI, BUDI, CITRA = PEOPLE
CELL = cells.answer(Column.TPI, CHOICE)
NOTE = cells.note(Column.TPI, CHOICE)
MANDIRI = cells.answer(Column.MANDIRI, CHOICE)


def laptops():
    return Stream("a", ANI), Stream("b", BUDI), Stream("c", CITRA)


def stands(folded, cell=CELL):
    return [head.value["answer"] and head.value["answer"]["choice"] for head in folded.cell(cell).heads]


def texts(folded, cell=NOTE):
    return sorted((head.author, head.value["text"]) for head in folded.cell(cell).heads)


def test_an_untouched_cell_is_empty():
    cell = fold([]).cell(CELL)
    assert (cell.heads, cell.displayed, cell.value, cell.conflicted, cell.flagged) == ((), (), None, False, False)
    assert len(fold([])) == 0


def test_a_later_answer_takes_the_place_of_what_its_author_saw():
    ani, budi, _ = laptops()
    first = ani.answer(CHOICE, "Tidak")
    second = budi.answer(CHOICE, "Ya", [first.hash])
    folded = fold([first, second])
    assert stands(folded) == ["Ya"]
    assert folded.cell(CELL).displayed == (second.hash,)
    assert first.hash in folded
    assert "f" * 64 not in folded


def test_cleared_is_a_value_like_any_other():
    ani, budi, _ = laptops()
    first = ani.answer(CHOICE, "Ya")
    cleared = ani.answer(CHOICE, None, [first.hash])
    assert stands(fold([first, cleared])) == [None]
    unseen = budi.answer(CHOICE, "Ya", [first.hash])
    assert fold([first, cleared, unseen]).cell(CELL).conflicted


def test_two_unseen_judgements_wait_for_a_person():
    ani, budi, _ = laptops()
    folded = fold([ani.answer(CHOICE, "Ya"), budi.answer(CHOICE, "Tidak")])
    assert folded.cell(CELL).conflicted
    assert sorted(stands(folded)) == ["Tidak", "Ya"]


def test_the_same_judgement_for_other_reasons_is_no_disagreement():
    ani, budi, _ = laptops()
    assert not fold([ani.answer(CHOICE, "Ya", reason="a"), budi.answer(CHOICE, "Ya")]).cell(CELL).conflicted


def test_a_settlement_closes_a_conflict_and_an_unseen_head_reopens_it():
    ani, budi, citra = laptops()
    one, two, unseen = ani.answer(CHOICE, "Ya"), budi.answer(CHOICE, "Tidak"), citra.answer(CHOICE, "Tidak")
    settled = ani.answer(CHOICE, "Ya", [one.hash, two.hash], kind="settle", reason="dilihat bersama")
    folded = fold([one, two, settled])
    assert stands(folded) == ["Ya"]
    assert not folded.cell(CELL).conflicted
    reopened = folded.extended([unseen])
    assert reopened.cell(CELL).conflicted
    assert reopened.cell(CELL).displayed == tuple(sorted((settled.hash, unseen.hash)))
    again = citra.answer(CHOICE, "Ya", reopened.cell(CELL).displayed, kind="settle", reason="x")
    assert not reopened.extended([again]).cell(CELL).conflicted


def test_edges_to_another_cell_are_ignored_and_edges_to_absent_events_wait():
    ani, budi, _ = laptops()
    note, answer = ani.write("set", NOTE, {"text": "dilihat"}), ani.answer(CHOICE, "Ya")
    stray = budi.answer(CHOICE, "Tidak", [note.hash])
    assert texts(fold([note, answer, stray])) == [(ANI, "dilihat")]
    later = budi.answer(CHOICE, "Tidak", [answer.hash, stray.hash])
    early = fold([later])
    assert stands(early) == ["Tidak"]
    assert early.extended([note, answer, stray]).cell(CELL).displayed == (later.hash,)


def test_each_author_has_a_register_of_text_of_their_own():
    ani, budi, _ = laptops()
    one = ani.write("set", NOTE, {"text": "a1"})
    two = budi.write("set", NOTE, {"text": "b1"}, [one.hash])
    three = ani.write("set", NOTE, {"text": "a2"}, [one.hash, two.hash])
    folded = fold([one, two, three])
    assert texts(folded) == [(ANI, "a2"), (BUDI, "b1")]
    assert not folded.cell(NOTE).conflicted


def test_undoing_a_text_brings_back_only_the_own_register():
    ani, budi, _ = laptops()
    one, other = ani.write("set", NOTE, {"text": "a1"}), budi.write("set", NOTE, {"text": "b1"})
    both = [one.hash, other.hash]
    two = ani.write("set", NOTE, {"text": "a2"}, both)
    newer = budi.write("set", NOTE, {"text": "b2"}, [other.hash])
    undone = ani.write("restore", NOTE, {"heads": sorted(both)}, [two.hash, newer.hash])
    assert texts(fold([one, other, two, newer, undone])) == [(ANI, "a1"), (BUDI, "b2")]


def test_a_mark_stands_where_anybody_set_it():
    ani, budi, _ = laptops()
    on, off = ani.write("set", "mark/A", value=True), budi.write("set", "mark/A", value=False)
    folded = fold([on, off])
    assert folded.cell("mark/A").flagged
    assert not folded.cell("mark/A").conflicted
    assert (
        not folded.extended([budi.write("set", "mark/A", edges=[on.hash, off.hash], value=False)])
        .cell("mark/A")
        .flagged
    )


def test_an_unseen_addition_survives_a_retraction():
    ani, budi, _ = laptops()
    cell = f"evidence/{CHOICE}/{'e' * 64}"
    seen, unseen = ani.write("add", cell, file_value("foto")), budi.write("add", cell, file_value("surat"))
    retracted = ani.write("retract", cell, {"retracts": [seen.hash]}, [seen.hash])
    folded = fold([seen, unseen, retracted])
    assert [head.hash for head in folded.cell(cell).heads] == [unseen.hash]
    assert not fold([seen, unseen]).cell(cell).conflicted


def test_metadata_that_differs_is_shown():
    ani, budi, _ = laptops()
    folded = fold([ani.write("set", "plan/place", "Palembang"), budi.write("set", "plan/place", "Jambi")])
    assert folded.cell("plan/place").conflicted


def test_undo_brings_back_earlier_heads_with_their_authors():
    ani, budi, _ = laptops()
    first = ani.answer(CHOICE, "Ya")
    second = budi.answer(CHOICE, "Tidak", [first.hash])
    undone = budi.write("restore", CELL, {"heads": [first.hash]}, [second.hash])
    folded = fold([first, second, undone])
    assert [(head.hash, head.author) for head in folded.cell(CELL).heads] == [(first.hash, ANI)]
    assert folded.cell(CELL).displayed == (undone.hash,)
    redone = budi.write("restore", CELL, {"heads": [second.hash]}, [undone.hash])
    assert stands(folded.extended([redone])) == ["Tidak"]
    nothing = budi.write("restore", CELL, {"heads": []}, [redone.hash])
    assert stands(folded.extended([redone, nothing])) == []


def test_undo_brings_back_a_conflict_as_it_was():
    ani, budi, _ = laptops()
    one, two = ani.answer(CHOICE, "Ya"), budi.answer(CHOICE, "Tidak")
    both = sorted((one.hash, two.hash))
    settled = ani.answer(CHOICE, "Ya", both, kind="settle", reason="x")
    undone = ani.write("restore", CELL, {"heads": both}, [settled.hash])
    assert fold([one, two, settled, undone]).cell(CELL).conflicted


def test_a_long_chain_of_undo_does_not_recurse():
    ani, *_ = laptops()
    events = [ani.answer(CHOICE, "Ya")]
    for _ in range(3000):
        events.append(ani.write("restore", CELL, {"heads": [events[-1].hash]}, [events[-1].hash]))
    assert stands(fold(events)) == ["Ya"]


def test_undo_of_undo_does_not_multiply():
    ani, *_ = laptops()
    events = [ani.answer(CHOICE, "Ya"), ani.answer(CHOICE, "Tidak")]
    for _ in range(200):
        last = sorted(event.hash for event in events[-2:])
        events.append(ani.write("restore", CELL, {"heads": last}, last))
    assert sorted(stands(fold(events))) == ["Tidak", "Ya"]


def test_a_restore_waits_for_heads_that_have_not_arrived():
    ani, *_ = laptops()
    first = ani.answer(CHOICE, "Ya")
    restored = ani.write("restore", CELL, {"heads": [first.hash, "f" * 64]}, [first.hash])
    assert stands(fold([restored])) == []
    assert stands(fold([restored, first])) == ["Ya"]


def imported(stream, file, text, *replaced):
    return stream.imports(file, {MANDIRI: judged(CHOICE, text)}, {MANDIRI: [head.hash for head in replaced]})


def test_two_laptops_that_import_one_file_did_one_act():
    ani, budi, citra = laptops()
    one, two = imported(ani, "f1", "Ya"), imported(budi, "f1", "Ya")
    folded = fold([one, two])
    assert len({head.act for head in folded.cell(MANDIRI).heads}) == 1
    assert all(head.transcribed for head in folded.cell(MANDIRI).heads)
    assert not folded.cell(MANDIRI).conflicted
    later = citra.answer(CHOICE, "Tidak", [one.hash], column=Column.MANDIRI)
    replaced = fold([one, two, later]).cell(MANDIRI)
    assert replaced.displayed == (later.hash,)
    assert [head.hash for head in fold([one, two, later]).cell("import/f1").heads] == sorted((one.hash, two.hash))


def test_a_file_imported_again_after_it_was_replaced_is_a_new_decision():
    ani, budi, _ = laptops()
    one = imported(ani, "f1", "Ya")
    later = ani.answer(CHOICE, "Tidak", [one.hash], column=Column.MANDIRI)
    again = imported(budi, "f1", "Ya", later)
    assert stands(fold([one, later, again]), MANDIRI) == ["Ya"]
    unseen = Stream("c", CITRA).answer(CHOICE, None, column=Column.MANDIRI)
    assert fold([one, later, again, unseen]).cell(MANDIRI).displayed == tuple(sorted((again.hash, unseen.hash)))


def test_opposite_orders_of_two_files_are_a_disagreement():
    ani, budi, _ = laptops()
    one, two = imported(ani, "f1", "Ya"), imported(budi, "f2", "Tidak")
    newer, older = imported(ani, "f2", "Tidak", one), imported(budi, "f1", "Ya", two)
    folded = fold([one, two, newer, older])
    assert folded.cell(MANDIRI).conflicted
    assert folded.cell(MANDIRI).displayed == tuple(sorted((newer.hash, older.hash)))


def test_a_copy_that_replaced_what_nobody_else_saw_stands():
    ani, budi, citra = laptops()
    own = budi.answer(CHOICE, "Tidak", column=Column.MANDIRI)
    one, two = imported(ani, "f1", "Ya"), imported(budi, "f1", "Ya", own)
    later = citra.answer(CHOICE, None, [one.hash], column=Column.MANDIRI)
    assert fold([own, one, two, later]).cell(MANDIRI).conflicted


def test_a_newer_file_replaces_the_notes_that_an_older_one_brought():
    ani, budi, _ = laptops()
    note = cells.note(Column.MANDIRI, CHOICE)
    old = ani.imports("f1", {note: {"text": "lama"}})
    new = budi.imports("f2", {note: {"text": "baru"}}, {note: [old.hash]})
    assert texts(fold([old, new]), note) == [(BUDI, "baru")]
    own = ani.write("set", note, {"text": "milik saya"}, [old.hash])
    assert texts(fold([old, own]), note) == [(ANI, "lama"), (ANI, "milik saya")]


def test_an_import_fills_opinions_and_nothing_else():
    ani, *_ = laptops()
    tips = {"tips": [], "record": "r", "signers": []}
    filled = {"seal/1": tips, "identity": {}, "plan/place": "x", CELL: None, MANDIRI: judged(CHOICE, "Ya")}
    assert set(fold([ani.imports("f", filled, column="mandiri")]).cells) == {"import/f", MANDIRI}


def test_both_branches_of_a_stream_are_kept_and_their_cells_wait_for_a_person():
    ani, budi, _ = laptops()
    first = ani.answer(INDEX, "3.4")
    twin = Stream("a", ANI)
    twin.seq, twin.previous = ani.seq, ani.previous
    left, right = ani.answer(CHOICE, "Ya"), twin.write("set", NOTE, {"text": "x"})
    added = twin.write("add", f"evidence/{CHOICE}/{'e' * 64}", file_value("foto"))
    folded = fold([first, left, right, added])
    (fork,) = folded.forks
    assert (fork.stream, fork.seq, fork.cells) == (ani.name, 2, (CELL, NOTE))
    assert len(folded.tips) == 2
    seen = folded.extended([budi.answer(CHOICE, "Ya", [left.hash])])
    assert seen.forks[0].cells == (NOTE,)


def test_one_stream_in_two_subjects_is_no_fork():
    here, there = Stream("a"), Stream("a", subject=Subject("evaluation", "yang-lain"))
    assert fold([here.answer(CHOICE, "Ya"), there.answer(CHOICE, "Ya")]).forks == ()


def test_a_fork_parts_where_it_first_parted():
    one, two = Stream("a"), Stream("a")
    events = [one.answer(CHOICE, "Ya"), two.answer(CHOICE, "Tidak"), one.answer(INDEX, "3"), two.answer(INDEX, "2")]
    assert [fork.seq for fork in fold(events).forks] == [1]


@pytest.mark.parametrize("critical", [False, True])
def test_an_unknown_kind_is_kept_and_changes_nothing(critical):
    ani, budi, _ = laptops()
    answer = ani.answer(CHOICE, "Ya")
    unknown = budi.write_critical("hapus", CELL, {}) if critical else budi.write("hapus", CELL, {}, [answer.hash])
    folded = fold([answer, unknown])
    assert stands(folded) == ["Ya"]
    assert unknown in list(folded.events)
    assert folded.unknown_criticals == (("hapus",) if critical else ())


def test_a_critical_line_of_another_shape_closes_the_subject():
    ani, *_ = laptops()
    assert fold([ani.write("seal", "seal/1", {"tips": "lain"})]).unknown_criticals == ("seal",)
    assert fold([ani.seal([])]).unknown_criticals == ()


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
def test_nonsense_takes_nobodys_place(value):
    ani, budi, _ = laptops()
    answer = ani.answer(CHOICE, "Ya")
    for kind in ("set", "restore", "seal", "retract"):
        folded = fold([answer, budi.write(kind, CELL, value, [answer.hash])])
        understood = kind == "set" and isinstance(value, dict) and isinstance(value.get("item"), str)
        assert (folded.cell(CELL).displayed == (answer.hash,)) == (not understood)


def test_the_day_of_some_tips_is_shown_again():
    ani, budi, _ = laptops()
    first = ani.answer(CHOICE, "Ya")
    day = fold([first])
    later = [budi.answer(CHOICE, "Tidak", [first.hash]), ani.answer(INDEX, "3")]
    assert day.extended(later).at(day.tips).spelled() == day.spelled()
    assert len(fold(later).at(day.tips)) == 0


def test_cells_below_a_path_come_sorted():
    ani, *_ = laptops()
    folded = fold([ani.write("set", f"plan/{name}", "x") for name in ("place", "letter_number")])
    assert list(folded.below("plan")) == ["letter_number", "place"]
    assert dict(folded.below("pla")) == {}


def test_a_cell_that_comes_later_stands_among_those_below_its_path_and_no_other():
    ani, *_ = laptops()
    folded = fold([ani.write("set", f"plan/{name}", "x") for name in ("place", "place.old", "placement")])
    assert list(folded.names_below("plan")) == ["plan/place", "plan/place.old", "plan/placement"]
    later = folded.extended([ani.write("set", f"plan/{name}", "x") for name in ("place/hall", "place0", "other")])
    assert list(later.names_below("plan")) == [
        "plan/other", "plan/place", "plan/place.old", "plan/place/hall", "plan/place0", "plan/placement"
    ]  # fmt: skip
    assert list(later.names_below("plan/place")) == ["plan/place/hall"]
    assert list(folded.names_below("plan/place")) == []


def test_who_replaced_whom_is_told_through_undo():
    ani, budi, _ = laptops()
    first = ani.answer(CHOICE, "Ya")
    second = budi.answer(CHOICE, "Tidak", [first.hash])
    undone = budi.write("restore", CELL, {"heads": [first.hash]}, [second.hash])
    agreed = budi.answer(CHOICE, "Ya", [undone.hash, "f" * 64])
    folded = fold([first, second, undone, agreed])
    assert [(later.hash, earlier.hash) for later, earlier in folded.replaced(CELL)] == [(second.hash, first.hash)]
    back = budi.write("restore", CELL, {"heads": [second.hash]}, [undone.hash])
    pairs = {(later.hash, earlier.author) for later, earlier in folded.extended([back]).replaced(CELL)}
    assert pairs == {(second.hash, ANI), (back.hash, ANI)}
    assert list(state_of().folded.replaced(CELL)) == []


def test_the_spelled_state_differs_where_the_events_differ():
    ani, budi, _ = laptops()
    assert fold([ani.answer(CHOICE, "Ya")]).spelled() != fold([budi.answer(CHOICE, "Ya")]).spelled()


def test_everything_ever_stated_in_a_cell_is_known_by_its_hash():
    ani, budi, _ = laptops()
    first = ani.answer(CHOICE, "Ya")
    second = budi.answer(CHOICE, "Tidak", [first.hash])
    assert fold([first, second]).stated(CELL) == {first.hash, second.hash}
    assert fold([first, second]).stated(NOTE) == frozenset()


def redacted(event):
    return read_redacted(redacted_line(event.line), event.previous, event.subject, event.stream, event.seq)


def test_a_redacted_line_states_nothing_and_keeps_its_place_in_the_chain():
    ani, _, _ = laptops()
    first, second = ani.answer(CHOICE, "Ya"), ani.write("set", "mark/A", value=True)
    folded = fold([redacted(first), second])
    assert not folded.cell(CELL).heads
    assert folded.tips == fold([first, second]).tips
    assert folded.events == [second]
    assert len(folded) == 2
    assert first.hash in folded
    assert not folded.forks
    assert not folded.unknown_criticals


def test_a_redacted_line_that_comes_whole_takes_its_place_in_any_order():
    ani, budi, _ = laptops()
    first, other = ani.answer(CHOICE, "Ya"), budi.answer(CHOICE, "Tidak")
    whole = fold([first, other])
    histories = [[redacted(first), other, first], [first, redacted(first), other], [first, other, redacted(first)]]
    for history in histories:
        stepwise = fold([])
        for event in history:
            stepwise = stepwise.extended([event])
        assert fold(history).spelled() == stepwise.spelled() == whole.spelled()
    known = fold([redacted(first)])
    assert known.extended([redacted(first)]) is known
