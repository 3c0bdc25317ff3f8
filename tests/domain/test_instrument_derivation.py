"""Another year's edition: recognised by ids in their places, nothing guessed, the rest as it was."""

import json
from fractions import Fraction

import pytest
from master_lists import DATA, branch, drop, master_list, new_soal, soal

from zi_desktop.domain.errors import InstrumentError
from zi_desktop.domain.instrument_derivation import derive
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.domain.instrument_master import Master, MasterError, MasterNode, MasterOption, MasterQuestion
from zi_desktop.domain.instrument_wording import ItemWording

SHIPPED = load_instrument(DATA)
TEAM, ROOM, DISCIPLINE = 4, 5, 46
"""Ids of branches: A.I.1.i, A.I.1.ii, A.II.3.iii."""


def of(master):
    """Return a master list as values; reading the file is tested where it is read."""
    return Master(master["tahun"], tuple(_node(node) for node in master["data"]), "daftar.json", "d" * 64)


def made(master):
    derived = derive(DATA, of(master))
    return load_instrument(derived.document), derived


def _node(node):
    label, _, title = node["nama"].partition(". ")
    levels = {"komponen": "section", "sub_komponen": "component", "area_perubahan": "area", "sub_area": "subcomponent"}
    return MasterNode(
        node["id"], f"{label}.", title, levels[node["level"]], str(node["bobot_maksimal"]),
        tuple(map(_node, node["children"])), tuple(map(_question, node["soals"])),
    )  # fmt: skip


def _question(item):
    kind = {"jumlah": "count", "0-4": "index"}.get(item["jenis_jawaban"], "choice")
    options = tuple(
        MasterOption(each["key"], str(each["multiplier"]), each["label"]) for each in item["skema_penilaian"]
    )
    return MasterQuestion(
        item["id"], item["teks_pertanyaan"], item["kriteria_nilai"], kind, options, ("0", "4"),
        str(item["bobot_maksimal"]), item["excel_baris"],
    )  # fmt: skip


def test_the_same_list_is_the_same_edition():
    edition, derived = made(master_list())
    assert edition.structure_digest == SHIPPED.structure_digest
    assert edition.wording_digest == SHIPPED.wording_digest
    assert edition.edition == "2027"
    assert [question.row for question in edition.questions.values()] == [q.row for q in SHIPPED.questions.values()]
    assert len(derived.notes) == 1
    assert "2026.1" in derived.notes[0]


def test_the_official_words_come_by_code():
    _, derived = made(master_list())
    assert derived.wording["A.I.1"].text == SHIPPED.nodes["A.I.1"].title
    assert derived.wording["A.I.1.i.a"] == ItemWording(
        SHIPPED.questions["A.I.1.i.a"].text, SHIPPED.questions["A.I.1.i.a"].answer.options[0].criterion, {}
    )
    assert derived.wording["A.I.1.i.b"].criteria["C"] == SHIPPED.questions["A.I.1.i.b"].answer.options[2].criterion
    assert derived.wording["A.II.5.ii.a.1"].text == "Pengaduan yang wajib ditindaklanjuti"
    assert "A.II.5.iii.a.a.1" not in derived.wording  # computed here, asked by nobody


def test_a_new_item_gets_a_code_that_no_edition_had():
    master = master_list()
    branch(master, TEAM)["soals"].insert(0, new_soal(master, 900, 2, teks_pertanyaan="Tim bertemu.", excel_baris=6))
    branch(master, TEAM)["soals"].append(new_soal(master, 901, 1, teks_pertanyaan="Tim bekerja."))
    edition, _ = made(master)
    assert list(edition.questions)[:4] == ["A.I.1.i.a-2027", "A.I.1.i.a", "A.I.1.i.b", "A.I.1.i.d-2027"]
    new, other = edition.questions["A.I.1.i.a-2027"], edition.questions["A.I.1.i.d-2027"]
    assert (new.text, new.label, new.row, new.portalrb_row, new.share) == ("Tim bertemu.", "a.", 0, 6, Fraction(1, 8))
    assert [option.criterion for option in other.answer.options] == [soal(master, 901)["kriteria_nilai"], ""]
    assert edition.questions["A.I.1.i.a"].digest == SHIPPED.questions["A.I.1.i.a"].digest


def test_an_item_that_stands_elsewhere_is_another_item():
    master = master_list()
    moved = soal(master, 2)
    drop(master, 2)
    branch(master, ROOM)["soals"].append(moved)
    edition, _ = made(master)
    assert "A.I.1.i.b" not in edition.questions
    assert edition.questions["A.I.1.ii.d-2027"].portalrb_id == 2


def test_a_second_derivation_keeps_codes_and_never_takes_one_twice():
    master = master_list()
    branch(master, TEAM)["soals"].append(new_soal(master, 900, 1))
    first = derive(DATA, of(master))
    branch(master, TEAM)["soals"].pop()
    for id_ in (901, 902):
        branch(master, TEAM)["soals"].insert(2, new_soal(master, id_, 1))
    branch(master, TEAM)["soals"].append(new_soal(master, 900, 1))
    second = load_instrument(derive(first.document, of(master)).document)
    assert list(second.questions)[:5] == [
        "A.I.1.i.a", "A.I.1.i.b", "A.I.1.i.c-2027-2", "A.I.1.i.d-2027", "A.I.1.i.c-2027",
    ]  # fmt: skip
    assert second.questions["A.I.1.i.c-2027"].portalrb_id == 900


def test_other_options_are_another_item_and_rules_about_it_go():
    master = master_list()
    changed = soal(master, 10)  # A.I.1.iv.b, on which a rule depends
    changed["jenis_jawaban"], changed["skema_penilaian"] = "AB", changed["skema_penilaian"][:2]
    edition, derived = made(master)
    question = edition.questions["A.I.1.iv.b"]
    assert question.answer.scale == "other"
    assert question.digest != SHIPPED.questions["A.I.1.iv.b"].digest
    assert len(edition.rules) < len(SHIPPED.rules)
    assert "agen_perubahan_belum_ada" in derived.notes[0]


def test_other_scores_of_the_same_options_keep_our_criteria():
    master = master_list()
    soal(master, 2)["skema_penilaian"][1]["multiplier"] = 0.25
    edition, _ = made(master)
    option = edition.questions["A.I.1.i.b"].answer.options[1]
    assert (option.score, option.criterion) == (
        Fraction(1, 4), SHIPPED.questions["A.I.1.i.b"].answer.options[1].criterion,
    )  # fmt: skip
    assert edition.questions["A.I.1.i.b"].digest != SHIPPED.questions["A.I.1.i.b"].digest


def test_a_row_that_moved_is_no_row_of_the_old_worksheet():
    master = master_list()
    soal(master, 2)["excel_baris"] += 1
    soal(master, 102)["excel_baris"] += 1
    edition, _ = made(master)
    assert (edition.questions["A.I.1.i.b"].row, edition.questions["A.I.1.i.b"].portalrb_row) == (0, 8)
    assert [count.row for count in edition.questions["A.II.3.iii.a"].answer.inputs] == [0, 156, 157]


def test_weights_come_from_the_list():
    master = master_list()
    branch(master, TEAM)["bobot_maksimal"], branch(master, ROOM)["bobot_maksimal"] = 1, 0.5
    edition, _ = made(master)
    assert edition.nodes["A.I.1.i"].weight == 1
    assert edition.questions["A.I.1.i.a"].share == Fraction(1, 2)


@pytest.mark.parametrize(
    ("weights", "aggregation"), [((0.25, 0.25), "mean"), ((0.3, 0.2), "sum"), ((0.5, 0.5), "sum")],
    ids=["equal", "unequal", "too-much"],
)  # fmt: skip
def test_weights_of_items_make_a_sum_unless_they_say_the_same_as_an_average(weights, aggregation):
    master = master_list()
    for id_, weight in zip((1, 2), weights, strict=True):
        soal(master, id_)["bobot_maksimal"] = weight
    document = json.loads(derive(DATA, of(master)).document)
    team = document["nodes"][0]["children"][0]["children"][0]["children"][0]
    assert team["aggregation"] == aggregation
    assert ["weight" in child for child in team["children"]] == [aggregation == "sum"] * 2


def test_a_new_branch_is_coded_by_its_label():
    master = master_list()
    area = branch(master, 3)
    area["bobot_maksimal"] = area["bobot_maksimal"] + 1
    branch(master, 22)["bobot_maksimal"] -= 1
    branch(master, 23)["bobot_maksimal"] -= 1
    area["children"].append({
        "id": 950, "nama": "v. Contoh", "level": "sub_area", "bobot_maksimal": 1, "children": [],
        "soals": [new_soal(master, 900, 1)],
    })  # fmt: skip
    edition, derived = made(master)
    node = edition.nodes["A.I.1.v-2027"]
    assert (node.label, node.title, node.kind, node.aggregation) == ("v.", "Contoh", "subcomponent", "mean")
    assert list(edition.questions)[12] == "A.I.1.v-2027.a-2027"
    assert derived.wording["A.I.1.v-2027"].text == "Contoh"


def test_a_section_in_the_place_of_another_is_not_taken_for_it():
    master = master_list()
    master["data"][1]["id"] = 999
    with pytest.raises(InstrumentError, match=r"menunjuk simpul B\.I yang tidak ada"):
        made(master)


def _unknown_count(master):
    soal(master, 102)["id"] = 900


def _count_elsewhere(master):
    moved = soal(master, 102)
    drop(master, 102)
    branch(master, TEAM)["soals"].append(moved)


def _count_lost(master):
    drop(master, 103)


def _count_answered_otherwise(master):
    soal(master, 103).update(soal(master, 1) | {"id": 103})


def _twice(master):
    branch(master, ROOM)["soals"].append(soal(master, 1))


def _branch_twice(master):
    branch(master, ROOM)["id"] = TEAM


def _other_ids(master):
    for id_ in range(1, 128):
        soal(master, id_)["id"] += 1000


def _nothing(master):
    master["data"] = []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_unknown_count, "soal 900 meminta jumlah"),
        (_count_elsewhere, "A.II.3.iii.a kehilangan soal 102|soal 102 meminta jumlah"),
        (_count_lost, "A.II.3.iii.a kehilangan soal 103"),
        (_count_answered_otherwise, "A.II.3.iii.a kehilangan soal 103"),
        (_twice, "soal nomor 1 tertulis dua kali"),
        (_branch_twice, "bagian nomor 4 tertulis dua kali"),
        (_other_ids, "hanya 0 dari 127"),
        (_nothing, "hanya 0 dari 0"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_cannot_be_known_is_refused(change, words):
    master = master_list()
    change(master)
    with pytest.raises(MasterError, match=words):
        made(master)


def test_a_dropped_ratio_goes_with_all_its_counts():
    master = master_list()
    for id_ in (102, 103, 104):
        drop(master, id_)
    branch(master, DISCIPLINE)["soals"] = [new_soal(master, 900, 1)]
    edition, _ = made(master)
    assert "A.II.3.iii.a" not in edition.questions
    assert "A.II.3.iii.a-2027" in edition.questions


def test_a_branch_without_label_gets_a_code_too():
    master = master_list()
    derived = of(master)
    nameless = MasterNode(950, "", "Contoh", "section", "1", (), ())
    document = json.loads(derive(DATA, Master(2027, (*derived.nodes, nameless), "x", "x")).document)
    assert document["nodes"][2]["code"] == "x-2027"
