"""Aliases: ids that are one, whoever said so first, and what is read of lines that name them."""

import itertools

from event_makers import CHOICE, PEOPLE, Stream

from zi_desktop.domain import cells
from zi_desktop.domain.aliases import NO_ALIASES, PERSON, SATKER, Aliases, aliases_of, cell_of
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.domain.instrument import Column

OFFICE = Subject("office", OFFICE_ID)
A, B, C, D = (f"5f0c3a52-0000-5000-8000-00000000000{n}" for n in range(1, 5))
ANI, BUDI, _ = PEOPLE


def office():
    return Stream("o", ANI, OFFICE)


def same(stream, one, other, about=SATKER):
    return stream.write("alias", cell_of(about, one), {"same": other, "reason": "kode ganda"})


def test_without_an_alias_everything_is_itself():
    aliases = aliases_of(fold([]))
    assert not aliases
    assert not NO_ALIASES
    assert aliases.standing(A) == A
    assert aliases.members(A) == (A,)
    line = Stream().write("set", "plan/place", A)
    assert aliases.renamed(line) is line


def test_the_one_that_is_nobodys_alias_stands():
    aliases = aliases_of(fold([same(office(), A, B)]))
    assert aliases.standing(A) == aliases.standing(B) == B
    assert aliases.members(A) == (B, A)
    assert aliases.standing(C) == C
    assert aliases


def test_what_two_laptops_say_joins_in_any_order():
    said = [
        same(Stream("x", ANI, OFFICE), A, B),
        same(Stream("y", BUDI, OFFICE), C, B),
        same(Stream("z", BUDI, OFFICE), D, A),
    ]
    for order in itertools.permutations(said):
        assert aliases_of(fold(order)).members(D) == (B, A, C, D)


def test_a_circle_and_two_that_stand_have_the_smallest_first():
    circle = [same(Stream("x", ANI, OFFICE), A, B), same(Stream("y", BUDI, OFFICE), B, A)]
    assert aliases_of(fold(circle)).standing(B) == A
    both = [same(Stream("x", ANI, OFFICE), A, B), same(Stream("y", BUDI, OFFICE), A, C)]
    assert aliases_of(fold(both)).members(A) == (B, C, A)
    assert not aliases_of(fold([same(office(), A, A)]))


def test_it_is_taken_back_and_an_unseen_one_survives():
    ani, budi = Stream("x", ANI, OFFICE), Stream("y", BUDI, OFFICE)
    first, unseen = same(ani, A, B), same(budi, A, B)
    back = ani.write("retract", cell_of(SATKER, A), {"retracts": [first.hash]})
    assert not aliases_of(fold([first, back]))
    assert aliases_of(fold([first, back, unseen])).standing(A) == B


def test_lines_are_read_with_the_standing_ids_and_keep_their_bytes():
    aliases = Aliases({ANI: (BUDI, ANI), BUDI: (BUDI, ANI)})
    ani = Stream("a", ANI)
    team = ani.write("set", "plan/team", [{"person": ANI, "role": "ketua_tim", "areas": [], "signs": True}])
    read = aliases.renamed(team)
    assert (read.author, read.value[0]["person"], read.value[0]["signs"]) == (BUDI, BUDI, True)
    assert (read.line, read.hash) == (team.line, team.hash)
    other = Stream("c", "person-citra").write("set", "plan/place", "Contohrejo")
    assert aliases.renamed(other) is other


def test_one_person_under_two_ids_neither_disagrees_nor_stands_twice():
    office_ = fold([same(office(), "5f0c3a52-0000-5000-8000-00000000000a", B, PERSON)])
    aliases = aliases_of(office_)
    one, other = Stream("a", "5f0c3a52-0000-5000-8000-00000000000a"), Stream("b", B)
    note = cells.note(Column.TPI, CHOICE)
    first = one.write("set", note, {"text": "lama"})
    lines = [first, other.write("set", note, {"text": "baru"}, [first.hash]), one.answer(CHOICE, "Ya")]
    assert len(fold(lines).cell(note).heads) == 2
    assert [head.value["text"] for head in fold(map(aliases.renamed, lines)).cell(note).heads] == ["baru"]
