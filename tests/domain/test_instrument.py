"""The worksheet as data: what can be asked of it."""

from zi_desktop import paths
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.instrument_loader import load_instrument

INSTRUMENT = load_instrument((paths.instruments() / "permenpanrb-90-2021.json").read_bytes())


def test_branches_and_questions_stand_in_the_order_of_the_worksheet():
    assert list(INSTRUMENT.nodes)[:4] == ["A", "A.I", "A.I.1", "A.I.1.i"]
    assert list(INSTRUMENT.questions)[:2] == ["A.I.1.i.a", "A.I.1.i.b"]
    assert list(INSTRUMENT.questions)[-3:] == ["B.I.a", "B.I.b", "B.II.a"]
    rows = [question.row for question in INSTRUMENT.questions.values()]
    assert rows == sorted(rows)


def test_areas_join_pemenuhan_and_reform():
    assert {number: [node.code for node in nodes] for number, nodes in INSTRUMENT.areas.items()} == {
        str(number): [f"A.I.{number}", f"A.II.{number}"] for number in range(1, 7)
    }


def test_each_question_knows_where_it_lies():
    assert INSTRUMENT.area_of("A.II.5.iii.a.a") == "5"
    assert INSTRUMENT.area_of("B.I.a") == "B"
    assert INSTRUMENT.questions["A.II.5.iii.a.a"].parents == ("A", "A.II", "A.II.5", "A.II.5.iii", "A.II.5.iii.a")


def test_options_are_found_by_key():
    choice = INSTRUMENT.questions["A.I.1.i.a"].answer
    assert choice.option("Ya") is choice.options[0]
    assert choice.option("ya") is None


def test_predicates_preconditions_and_words():
    assert INSTRUMENT.predicate("WBBM").title == "Wilayah Birokrasi Bersih dan Melayani"
    assert {item.id for item in INSTRUMENT.preconditions} >= {"opini_bpk", "tlhp", "laporan_harta"}
    assert all(set(item.minimum) == {"WBK", "WBBM"} for item in INSTRUMENT.preconditions)
    assert INSTRUMENT.who["pegawai"] == "Pegawai"
    assert INSTRUMENT.where["dokumen"] == "Dokumen"
    assert [column.value for column in Column] == ["mandiri", "tpi", "tpn"]
