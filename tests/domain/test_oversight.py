"""Rights: nothing is voided for want of one, everything is listed until the lead acknowledges it."""

from event_makers import CHOICE, INDEX, PEOPLE, RATIO, Stream, judged, state_of

from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.oversight import TITLES

ANI, BUDI, CITRA = PEOPLE
CELL = cells.answer(Column.TPI, CHOICE)


def team(**areas):
    """Return the line that sets a team: Ani leads, the others have these areas."""
    members = [{"person": ANI, "role": "ketua_tim", "areas": [], "signs": True}]
    members += [
        {"person": f"person-{name}", "role": "anggota", "areas": list(of), "signs": False} for name, of in areas.items()
    ]
    return Stream("tim", ANI).write("set", "plan/team", members)


def streams():
    return Stream("a", ANI), Stream("b", BUDI), Stream("c", CITRA)


def listed(*events):
    found = state_of(*events).oversight
    assert all(item.kind in TITLES for item in found)
    return sorted((item.kind, item.code, item.author) for item in found)


def test_without_a_team_nobodys_right_is_bounded():
    _, budi, citra = streams()
    first = budi.answer(CHOICE, "Ya")
    assert listed(first, citra.answer(CHOICE, "Tidak", [first.hash])) == []


def test_who_answers_outside_their_areas_is_listed():
    _, budi, citra = streams()
    plan = team(budi="1", citra="")
    assert listed(plan, budi.answer(CHOICE, "Ya"), citra.answer(INDEX, "3")) == []
    assert listed(plan, budi.answer(RATIO, "wajib_ditindaklanjuti=1,diproses=0,selesai=1")) == [
        ("di_luar_pembagian", RATIO, BUDI)
    ]


def test_a_stranger_is_listed_and_the_lead_is_not():
    ani, _, citra = streams()
    assert listed(team(budi="1"), ani.answer(INDEX, "3"), citra.answer(CHOICE, "Ya")) == [
        ("di_luar_pembagian", CHOICE, CITRA)
    ]


def test_who_overwrites_a_colleague_is_listed_unless_they_agree():
    ani, budi, citra = streams()
    plan = team(budi="", citra="")
    first = budi.answer(CHOICE, "Ya")
    assert listed(plan, first, citra.answer(CHOICE, "Ya", [first.hash], reason="setuju")) == []
    other = citra.answer(CHOICE, "Tidak", [first.hash])
    assert listed(plan, first, other) == [("menimpa_rekan", CHOICE, CITRA)]
    assert listed(plan, first, ani.answer(CHOICE, "Tidak", [first.hash])) == []
    assert listed(plan, first, other, budi.answer(CHOICE, "Ya", [other.hash])) == [
        ("menimpa_rekan", CHOICE, BUDI), ("menimpa_rekan", CHOICE, CITRA),
    ]  # fmt: skip


def test_undo_over_a_colleague_is_listed():
    _, budi, citra = streams()
    plan = team(budi="", citra="")
    first = budi.answer(CHOICE, "Ya")
    second = citra.answer(CHOICE, "Ya", [first.hash])
    undone = budi.write("restore", CELL, {"heads": []}, [second.hash])
    assert listed(plan, first, second, undone) == [("menimpa_rekan", CHOICE, BUDI)]


def test_what_a_worksheet_brought_is_nobodys_own():
    ani, budi, citra = streams()
    plan = team(budi="2", citra="")
    imported = budi.imports("f", {CELL: judged(CHOICE, "Ya")})
    assert listed(plan, imported) == []
    assert listed(plan, imported, citra.answer(CHOICE, "Tidak", [imported.hash])) == []
    assert listed(plan, ani.answer(CHOICE, "Ya", column=Column.MANDIRI)) == []


def test_only_the_lead_settles():
    ani, budi, citra = streams()
    plan = team(budi="", citra="")
    one, two = budi.answer(CHOICE, "Ya"), citra.answer(CHOICE, "Tidak")
    both = [one.hash, two.hash]
    assert listed(plan, one, two) == []
    assert listed(plan, one, two, ani.answer(CHOICE, "Ya", both, kind="settle", reason="x")) == []
    assert listed(plan, one, two, budi.answer(CHOICE, "Ya", both, kind="settle", reason="x")) == [
        ("tanpa_wewenang", CHOICE, BUDI)
    ]


def test_only_the_lead_acknowledges():
    ani, budi, _ = streams()
    plan = team(budi="2")
    answer = budi.answer(CHOICE, "Ya")
    assert len(listed(plan, answer, budi.write("acknowledge", f"acknowledge/{answer.hash}", {}))) == 1
    assert listed(plan, answer, ani.write("acknowledge", f"acknowledge/{answer.hash}", {})) == []
