"""What an edition changes, item by item."""

from fractions import Fraction

from master_lists import branch, drop, master_list, new_soal, soal
from test_instrument_derivation import SHIPPED, made

from zi_desktop.domain.instrument_changes import Change, compare


def codes(changes, change):
    return [item.code for item in changes.of(change)]


def test_the_same_edition_changes_nothing():
    edition, derived = made(master_list())
    changes = compare(SHIPPED, edition, derived.wording, derived.wording)
    assert len(changes.of(Change.SAME)) == 113
    assert changes.reweighted == changes.branches == ()
    assert changes.words_compared


def test_every_change_is_told():
    _, before = made(master_list())
    master = master_list()
    soal(master, 1)["teks_pertanyaan"] = "Tim telah dibentuk dengan surat keputusan."
    soal(master, 102)["teks_pertanyaan"] = "Jumlah pelanggaran dua tahun lalu"
    soal(master, 6)["skema_penilaian"][1]["multiplier"] = 0.7
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1))
    branch(master, 4)["bobot_maksimal"], branch(master, 5)["bobot_maksimal"] = 0.75, 0.75
    edition, after = made(master)
    changes = compare(SHIPPED, edition, before.wording, after.wording)
    assert codes(changes, Change.REWORDED) == ["A.I.1.i.a", "A.II.3.iii.a"]
    assert codes(changes, Change.CHANGED) == ["A.I.1.iii.a"]
    assert codes(changes, Change.NEW) == ["A.I.1.iii.d-2027"]
    assert codes(changes, Change.DROPPED) == ["A.I.1.ii.c"]
    assert changes.branches == (
        ("A.I.1.i", Fraction(1, 2), Fraction(3, 4)), ("A.I.1.ii", Fraction(1), Fraction(3, 4)),
    )  # fmt: skip
    assert [item.code for item in changes.reweighted][:3] == ["A.I.1.i.a", "A.I.1.i.b", "A.I.1.ii.a"]
    dropped = changes.of(Change.DROPPED)[0]
    assert (dropped.before, dropped.after, dropped.reweighted) == (Fraction(1, 3), None, False)
    assert not changes.of(Change.NEW)[0].reweighted


def test_words_are_compared_only_where_both_are_known():
    master = master_list()
    soal(master, 1)["teks_pertanyaan"] = "Tim telah dibentuk dengan surat keputusan."
    edition, after = made(master)
    changes = compare(SHIPPED, edition, {}, after.wording)
    assert not changes.words_compared
    assert changes.of(Change.REWORDED) == ()
