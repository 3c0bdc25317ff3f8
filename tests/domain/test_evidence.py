"""Evidence as the fold tells it: links, judgements, periods, what suffices, what counts."""

import pytest
from event_makers import CHOICE, INDEX, INSTRUMENT, PEOPLE, QUESTIONS, RATIO, Stream, file_value

from zi_desktop.domain import cells
from zi_desktop.domain.evidence import MANY_ITEMS, Evidence, Period, with_fitting_evidence
from zi_desktop.domain.evidence_terms import INBOX, UNCHECKED
from zi_desktop.domain.fold import fold

ANI, BUDI, _ = PEOPLE
SHA, OTHER = "a" * 64, "b" * 64
LATER = "2026-03-02T10:00:00+07:00"


def laptops():
    return Stream("a", ANI), Stream("b", BUDI)


def add(stream, place, sha256=SHA, name="SK Tim.pdf", **more):
    wall = {"wall": more.pop("wall")} if "wall" in more else {}
    return stream.write("add", cells.evidence(place, sha256), {**file_value(name), **more}, **wall)


def judge(stream, place, state, edges=(), sha256=SHA, reason=""):
    return stream.write("set", cells.evidence_judgement(place, sha256), {"state": state, "reason": reason}, edges)


def weigh(stream, code, level, edges=()):
    return stream.write("set", cells.sufficiency(code), {"level": level, "reason": "cukup jelas"}, edges)


def test_nothing_is_there_at_first():
    evidence = Evidence(fold([]))
    assert (evidence.links, evidence.inbox, dict(evidence.places), evidence.fitting) == ((), (), {}, frozenset())
    assert evidence.sufficiency(CHOICE).value == ""


def test_one_place_is_read_without_the_others():
    ani, budi = laptops()
    lines = [
        add(ani, CHOICE, OTHER, "b.pdf"), add(ani, CHOICE, SHA, "A.pdf"), add(ani, INBOX), judge(ani, CHOICE, "sesuai"),
    ]  # fmt: skip
    gone = add(budi, RATIO)
    retracted = budi.write("retract", cells.evidence(RATIO, SHA), {"retracts": [gone.hash], "reason": ""}, [gone.hash])
    evidence = Evidence(fold([*lines, gone, retracted]))
    assert evidence.at(CHOICE) == evidence.by_place[CHOICE]
    assert [link.file.name for link in evidence.at(CHOICE)] == ["A.pdf", "b.pdf"]
    assert [evidence.count_at(place) for place in (CHOICE, INBOX, RATIO)] == [2, 1, 0]


def test_a_file_stands_where_it_was_put_with_what_is_known_of_it():
    ani, _ = laptops()
    line = add(ani, CHOICE, kept=False, taken="2026-05-01T10:20:30", original=OTHER)
    (link,) = Evidence(fold([line])).links
    assert (link.place, link.author, link.at, link.adds) == (CHOICE, ANI, line.wall, (line.hash,))
    assert (link.file.sha256, link.file.name, link.file.size, link.file.type) == (SHA, "SK Tim.pdf", 7, "image/jpeg")
    assert (link.file.kept, link.file.taken, link.file.original) == (False, "2026-05-01T10:20:30", OTHER)
    assert (link.judged.value, link.judged.displayed, link.period) == (UNCHECKED, (), Period())


def test_one_file_may_prove_several_items_and_wait_in_the_inbox():
    ani, _ = laptops()
    lines = [add(ani, RATIO), add(ani, CHOICE), add(ani, INBOX, OTHER, "Foto.jpg"), add(ani, CHOICE, OTHER, "b.jpg")]
    evidence = Evidence(fold(lines))
    assert evidence.places == {SHA: (CHOICE, RATIO), OTHER: (CHOICE, INBOX)}
    assert [link.file.name for link in evidence.inbox] == ["Foto.jpg"]
    assert [link.file.name for link in evidence.by_place[CHOICE]] == ["b.jpg", "SK Tim.pdf"]


def test_added_on_two_laptops_it_is_one_link_with_the_first_name():
    ani, budi = laptops()
    lines = [add(ani, CHOICE, name="kedua.pdf", wall=LATER, kept=False), add(budi, CHOICE, name="pertama.pdf")]
    (link,) = Evidence(fold(lines)).links
    assert (link.file.name, link.author, link.file.kept) == ("pertama.pdf", BUDI, True)
    assert set(link.adds) == {line.hash for line in lines}
    gone = ani.write("retract", cells.evidence(CHOICE, SHA), {"retracts": list(link.adds)})
    assert Evidence(fold([*lines, gone])).links == ()


def test_a_judgement_stands_is_taken_back_and_may_be_disputed():
    ani, budi = laptops()
    added = add(ani, CHOICE)
    fits = judge(ani, CHOICE, "sesuai", reason="lengkap")
    evidence = Evidence(fold([added, fits]))
    judged = evidence.links[0].judged
    assert (judged.value, judged.reason, judged.author, judged.at) == ("sesuai", "lengkap", ANI, fits.wall)
    assert (judged.disputed, judged.displayed, evidence.fitting) == (False, (fits.hash,), {CHOICE})
    unseen = judge(budi, CHOICE, "kurang", reason="tanpa tanda tangan")
    disputed = Evidence(fold([added, fits, unseen]))
    assert disputed.links[0].judged.disputed
    assert disputed.fitting == frozenset()
    back = judge(ani, CHOICE, None, [fits.hash])
    assert Evidence(fold([added, fits, back])).links[0].judged.value == UNCHECKED
    nothing = ani.write("restore", cells.evidence_judgement(CHOICE, SHA), {"heads": []}, [back.hash])
    undone = Evidence(fold([added, fits, back, nothing])).links[0].judged
    assert (undone.value, undone.displayed) == (UNCHECKED, (nothing.hash,))


def test_the_same_judgement_made_twice_is_no_dispute():
    ani, budi = laptops()
    lines = [add(ani, CHOICE), judge(ani, CHOICE, "sesuai", reason="x"), judge(budi, CHOICE, "sesuai", reason="y")]
    assert Evidence(fold(lines)).fitting == {CHOICE}


def test_a_period_belongs_to_the_file_wherever_it_stands():
    ani, _ = laptops()
    lines = [add(ani, CHOICE), add(ani, RATIO)]
    stated = ani.write("set", cells.period(SHA), {"first": "2025-01-01", "last": "2025-06-30"})
    periods = {link.period for link in Evidence(fold([*lines, stated])).links}
    assert periods == {Period("2025-01-01", "2025-06-30", (stated.hash,))}


@pytest.mark.parametrize(
    ("first", "last", "outside"),
    [
        ("", "", False), ("2025-01-01", "2025-12-31", True), ("2025-07-01", "2026-01-01", False),
        ("2026-12-31", "", False), ("2027-01-01", "", True), ("", "2025-12-31", True), ("", "2026-01-31", False),
        ("2019-03-01", "", False),
    ],
)  # fmt: skip
def test_a_period_without_a_day_of_the_year_lies_outside(first, last, outside):
    assert Period(first, last).outside(2026) is outside


def test_what_suffices_is_counted_by_level():
    ani, budi = laptops()
    lines = [weigh(ani, CHOICE, "cukup"), weigh(ani, RATIO, "sebagian"), weigh(ani, INDEX, "tidak_ada")]
    assert Evidence(fold(lines)).tally(QUESTIONS) == {"cukup": 1, "sebagian": 1, "tidak_ada": 1, "": len(QUESTIONS) - 3}
    lines += [weigh(budi, CHOICE, "sebagian"), weigh(ani, RATIO, None, [lines[1].hash])]
    assert Evidence(fold(lines)).tally([CHOICE, RATIO]) == {"cukup": 0, "sebagian": 0, "tidak_ada": 0, "": 2}


def test_a_file_for_very_many_items_is_pointed_out_inbox_and_preconditions_not_counted():
    ani, _ = laptops()
    codes = list(INSTRUMENT.questions)
    lines = [add(ani, place) for place in [*codes[:MANY_ITEMS], INBOX, "prasyarat.tlhp"]]
    assert Evidence(fold(lines)).widely_used == ()
    assert Evidence(fold([*lines, add(ani, codes[MANY_ITEMS])])).widely_used == (SHA,)


def test_only_answers_with_fitting_evidence_count():
    ani, _ = laptops()
    lines = [add(ani, CHOICE), judge(ani, CHOICE, "sesuai"), add(ani, RATIO), judge(ani, RATIO, "kurang", reason="x")]
    answers = dict.fromkeys((CHOICE, RATIO, INDEX), "jawaban")
    assert with_fitting_evidence(answers, Evidence(fold(lines))) == {CHOICE: "jawaban"}
    retracted = ani.write("retract", cells.evidence(CHOICE, SHA), {"retracts": [lines[0].hash]})
    assert with_fitting_evidence(answers, Evidence(fold([*lines, retracted]))) == {}
