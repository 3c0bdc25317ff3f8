"""Who signs, in order, and how the three parts share a window."""

import datetime as dt

import pytest

from zi_desktop.domain.evaluation import Signature
from zi_desktop.domain.plan import Member
from zi_desktop.storage.directory import Person
from zi_desktop.ui.signing.room import shares
from zi_desktop.ui.signing.signers import signer_lines

NOW = dt.datetime.fromisoformat("2026-11-06T10:15:00+07:00")
TEAM = (Member("a", "anggota"), Member("b", "ketua_tim"), Member("c", "pengendali_teknis"))
PEOPLE = {"a": Person("a", "Ani Misal"), "b": Person("b", "Budi Misal")}
FIRST = Signature(1, "a", "anggota", "0" * 64, "1" * 64, "2026-11-06T09:58:00+07:00")


def states(signatures, own="b", **more):
    return [line.state for line in signer_lines(TEAM, signatures, PEOPLE, own, NOW, open_=more.get("open_", True))]


def test_each_stands_at_done_turn_or_waiting():
    assert states(()) == ["Berikutnya", "Menunggu", "Menunggu"]
    assert states((FIRST,)) == ["09.58", "Giliran Anda", "Menunggu"]
    assert states((FIRST,), own="c") == ["09.58", "Berikutnya", "Menunggu"]


def test_nobody_is_next_while_something_blocks():
    assert states((), open_=False) == ["Menunggu"] * 3


def test_a_person_whom_this_laptop_does_not_know_has_no_name():
    lines = signer_lines(TEAM, (), PEOPLE, "b", NOW, open_=True)
    assert [line.name for line in lines] == ["Ani Misal", "Budi Misal", "Nama belum diketahui"]
    assert [line.role for line in lines][1] == "Ketua tim · Anda"


@pytest.mark.parametrize(
    ("width", "scale", "expected"),
    [(1294, 1.0, [380, 572, 340]), (1021, 1.0, [304, 375, 340]), (1294, 1.15, [361, 540, 391])],
)
def test_the_paper_takes_what_room_the_others_leave(width, scale, expected):
    assert shares(width, scale, checks=True, paper=True) == expected
    assert shares(width, scale, checks=False, paper=True)[0] == 0
    assert shares(width, scale, checks=True, paper=False)[1] == 0
