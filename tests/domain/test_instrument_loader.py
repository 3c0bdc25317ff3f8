"""The loader on the shipped edition, and on copies of it that are broken in one place."""

import json
from collections import Counter
from fractions import Fraction

import pytest

from zi_desktop import paths
from zi_desktop.domain.errors import InstrumentError
from zi_desktop.domain.instrument import Choice, Index, Ratio
from zi_desktop.domain.instrument_loader import load_instrument

DATA = (paths.instruments() / "permenpanrb-90-2021.json").read_bytes()
SHIPPED = load_instrument(DATA)


def _find(value, code):
    """Return the object of that code or id in a copy of the edition."""
    if isinstance(value, dict):
        if code in (value.get("code"), value.get("id")):
            return value
        value = list(value.values())
    if isinstance(value, list):
        return next((found for item in value if (found := _find(item, code)) is not None), None)
    return None


def _changed(code, change):
    document = json.loads(DATA)
    change(document if code is None else _find(document["nodes"], code) or _find(document, code))
    return document


def _load(document):
    return load_instrument(json.dumps(document).encode())


def _allow_excess(part):
    part["answer"]["numerator_may_exceed"] = True


def _set(*path_and_value):
    *path, key, value = path_and_value

    def change(part):
        for step in path:
            part = part[step]
        part[key] = value

    return change


def _option(place, **fields):
    return lambda part: part["answer"]["options"][place].update(fields)


def _clause(rule, side, **fields):
    return rule, lambda part: part.update({side: [fields]})


# What the worksheet is, from its description: weight and number of questions of each pillar.
PILLARS = {
    "A.I.1": ("4", 12), "A.I.2": ("3.5", 9), "A.I.3": ("5", 18), "A.I.4": ("5", 11), "A.I.5": ("7.5", 18), "A.I.6": ("5", 19),
    "A.II.1": ("4", 4), "A.II.2": ("3.5", 6), "A.II.3": ("5", 3), "A.II.4": ("5", 3), "A.II.5": ("7.5", 4), "A.II.6": ("5", 3),
    "A.I": ("30", 87), "A.II": ("30", 23), "A": ("60", 110), "B.I": ("22.5", 2), "B.II": ("17.5", 1), "B": ("40", 3),
}  # fmt: skip

SCALES = {
    "yes_no": (17, {"Ya": "1", "Tidak": "0"}),
    "abc": (36, {"A": "1", "B": "0.5", "C": "0"}),
    "abcd": (33, {"A": "1", "B": "0.67", "C": "0.33", "D": "0"}),
    "abcde": (17, {"A": "1", "B": "0.75", "C": "0.5", "D": "0.25", "E": "0"}),
}

THRESHOLDS = {
    "WBK": {"total": "75", "pengungkit": "40", "birokrasi_bersih": "18.25", "ipak": "15.75", "capaian_kinerja": "2.5", "pelayanan_prima": "14"},
    "WBBM": {"total": "85", "pengungkit": "48", "birokrasi_bersih": "19.5", "ipak": "15.75", "capaian_kinerja": "3.75", "pelayanan_prima": "15.75"},
}  # fmt: skip


@pytest.mark.parametrize("code", PILLARS)
def test_weights_and_counts_are_those_of_the_worksheet(code):
    weight, count = PILLARS[code]
    assert SHIPPED.nodes[code].weight == Fraction(weight)
    assert len(list(SHIPPED.nodes[code].questions())) == count


def test_kinds_of_items_are_those_of_the_worksheet():
    answers = [question.answer for question in SHIPPED.questions.values()]
    assert len(answers) == 113
    scales = Counter(answer.scale for answer in answers if isinstance(answer, Choice))
    assert scales == {scale: count for scale, (count, _) in SCALES.items()}
    for answer in answers:
        if isinstance(answer, Choice):
            assert {option.key: option.score for option in answer.options} == {
                key: Fraction(score) for key, score in SCALES[answer.scale][1].items()
            }
    ratios = [answer for answer in answers if isinstance(answer, Ratio)]
    assert len(ratios) == 8
    assert sum(len(ratio.inputs) for ratio in ratios) == 24
    assert sum(len(ratio.typed) for ratio in ratios) == 22
    assert [answer for answer in answers if isinstance(answer, Index)] == [Index(Fraction(0), Fraction(4))] * 2


@pytest.mark.parametrize("code", THRESHOLDS)
def test_thresholds_are_those_of_the_rule(code):
    minimums = {requirement.id: requirement.minimum for requirement in SHIPPED.predicate(code).requirements}
    area = Fraction("0.6") if code == "WBK" else Fraction("0.75")
    expected = {key: Fraction(value) for key, value in THRESHOLDS[code].items()} | {
        f"area_{number}": area for number in range(1, 7)
    }
    assert minimums == expected


def test_shares_add_up_to_each_weight():
    assert SHIPPED.weight == 100
    for node in SHIPPED.nodes.values():
        assert sum(question.share for question in node.questions()) == node.weight
    assert SHIPPED.questions["A.I.1.iii.a"].share == Fraction(1, 3)
    assert SHIPPED.questions["B.I.a"].share == Fraction("17.5")
    assert SHIPPED.nodes["A.II.5.iii"].aggregation == "sum"
    assert [child.weight for child in SHIPPED.nodes["A.II.5.iii"].children] == [1, 1]


def test_zero_rules_are_those_of_the_edition():
    stated = {
        code
        for code, question in SHIPPED.questions.items()
        if isinstance(question.answer, Ratio) and question.answer.not_applicable
    }
    assert stated == {"A.II.5.ii.a", "A.II.5.iii.a.a", "A.II.5.iii.b.a"}
    assert SHIPPED.questions["A.II.3.iii.a"].answer.both_zero == 1


def test_layouts_stand_at_each_item():
    question = SHIPPED.questions["A.I.1.i.a"]
    assert (question.row, question.portalrb_row, question.portalrb_id) == (8, 6, 1)
    assert SHIPPED.questions["A.II.1.i.a"].portalrb_id is None
    assert SHIPPED.nodes["A.II.5.iii"].row == 175


REFUSED = [
    # weights
    ("A.I.1.i", _set("weight", "0.6"), "A.I.1", "berbobot 4, sedangkan anaknya berjumlah 4,1"),
    ("B.I.b", _set("weight", "4.5"), "B.I", "berbobot 22,5, sedangkan anaknya berjumlah 22"),
    ("B.I.b", _set("weight", "0"), "B.I.b", "nol atau negatif"),
    ("A.I.1.i", _set("weight", "-0.5"), "A.I.1.i", "nol atau negatif"),
    ("A.I.1.i", _set("weight", "setengah"), "A.I.1.i", "weight yang bukan desimal"),
    ("A.I.1.i.a", _set("weight", "1"), "A.I.1.i", "merata-ratakan A.I.1.i.a"),
    ("A.I.1", _set("aggregation", "mean"), "A.I.1", "merata-ratakan A.I.1.i"),
    (None, lambda part: part["nodes"].pop(), "(akar)", "berbobot 60, seharusnya 100"),
    ("A.I.1.i", _set("children", []), "A.I.1.i", "tidak memuat anak"),
    # codes
    ("A.I.1.i.b", _set("code", "A.I.1.i.a"), "A.I.1.i.a", "sudah dipakai"),
    ("A.II.1.i.a", _set("answer", "inputs", 0, "code", "A.I"), "A.I", "sudah dipakai"),
    ("A.I.1.i.a", lambda part: part.pop("code"), "A.I.1.i", "tidak memuat teks code"),
    ("A.I.1.i.a", _set("code", 7), "A.I.1.i", "tidak memuat teks code"),
    # words
    ("A.I.1", _set("kind", "pilar"), "A.I.1", "kind yang tidak dikenal: pilar"),
    ("A.I.1", _set("aggregation", "median"), "A.I.1", "aggregation yang tidak dikenal: median"),
    ("A.I.1.i.a", _set("answer", "type", "essay"), "A.I.1.i.a", "type yang tidak dikenal: essay"),
    ("A.II.1.i.a", _set("answer", "score", "ratio"), "A.II.1.i.a", "score yang tidak dikenal: ratio"),
    ("A.II.1.i.a", _set("answer", "zero_denominator", "skip"), "A.II.1.i.a", "zero_denominator yang tidak dikenal: skip"),
    ("A.I.1.i.a", _set("who", ["tetangga"]), "A.I.1.i.a", "who atau where yang tidak dikenal: tetangga"),
    ("A.I.1.i.a", _set("where", ["dokumen", "kantin"]), "A.I.1.i.a", "who atau where yang tidak dikenal: kantin"),
    # options, counts, index
    ("A.I.1.iii.a", _option(0, score="1.1"), "A.I.1.iii.a", "tidak menurun dari 1"),
    ("A.I.1.iii.a", _option(3, score="-0.1"), "A.I.1.iii.a", "tidak menurun dari 1"),
    ("A.I.1.iii.a", _option(1, score="0.33"), "A.I.1.iii.a", "tidak menurun dari 1"),
    ("A.I.1.iii.a", _option(1, key="a"), "A.I.1.iii.a", "pilihan a dua kali"),
    ("A.I.1.iii.a", _set("answer", "options", []), "A.I.1.iii.a", "tidak menurun dari 1"),
    ("A.II.1.i.a", _set("answer", "numerator", ["hasil"]), "A.II.1.i.a", "isian hasil yang tidak ada"),
    ("A.II.1.i.a", _set("answer", "denominator", []), "A.II.1.i.a", "pembilang atau penyebut"),
    ("A.II.1.i.a", _set("answer", "inputs", 1, "key", "agen"), "A.II.1.i.a", "isian agen dua kali"),
    ("A.II.1.i.a", _set("answer", "numerator_may_exceed", "ya"), "A.II.1.i.a", "tidak menyatakan numerator_may_exceed"),
    ("A.II.5.iii.a.a", _set("answer", "denominator", ["wajib_lapor"]), "A.II.5.iii.a.a", "isian wajib_lapor yang tidak ada atau dihitung"),
    ("A.II.5.iii.a.a", _set("answer", "inputs", 0, "computed", ["x"]), "A.II.5.iii.a.a", "isian x yang tidak ada"),
    ("A.II.3.iii.a", _set("answer", "both_zero", "2"), "A.II.3.iii.a", "aturan nol"),
    ("A.II.3.iii.a", _set("answer", "zero_denominator", "full_with_note"), "A.II.3.iii.a", "aturan nol"),
    ("B.I.a", _set("answer", "maximum", "0"), "B.I.a", "rentang indeks"),
    ("B.I.a", _set("answer", "minimum", "-1"), "B.I.a", "rentang indeks"),
    # rules of JSON
    ("A.I.1.i", _set("weight", 0.5), "A.I.1.i", "bilangan pecahan 0.5"),
    ("A.I.1.i.a", _option(0, score=1.0), "A.I.1.i.a", "bilangan pecahan 1.0"),
    ("ipak", _set("minimum", float("nan")), "ipak", "bilangan pecahan NaN"),
    (None, _set("versi", 1.5), "permenpanrb-90-2021", "bilangan pecahan 1.5"),
    ("A.I.1.i.a", _set("cells", "lampiran3", "row", "8"), "A.I.1.i.a", "row yang bukan bilangan bulat"),
    ("A.I.1.i.a", _set("cells", []), "A.I.1.i.a", "bukan objek"),
    ("A.I.1.i.a", _set("evidence", "SK"), "A.I.1.i.a", "evidence yang bukan daftar"),
    ("A.I.1.i.a", _set("evidence", [1]), "A.I.1.i.a", "evidence yang bukan daftar teks"),
    # thresholds and preconditions
    ("ipak", _set("node", "B.I.z"), "ipak", "simpul B.I.z yang tidak ada"),
    ("area_1", _set("node", ["A.I.1", "A.III.1"]), "area_1", "simpul A.III.1 yang tidak ada"),
    ("ipak", _set("unit", "persen"), "ipak", "unit yang tidak dikenal"),
    ("ipak", _set("id", "total"), "WBK", "memuat total dua kali"),
    ("WBBM", _set("code", "WBK"), "permenpanrb-90-2021", "memuat WBK dua kali"),
    ("tlhp", _set("id", "spip"), "permenpanrb-90-2021", "memuat spip dua kali"),
    ("tlhp", _set("level", "desa"), "tlhp", "level yang tidak dikenal"),
    # consistency rules
    ("wbs_belum_dijalankan", _set("id", "inovasi_belum_ada"), "permenpanrb-90-2021", "memuat inovasi_belum_ada dua kali"),
    ("wbs_belum_dijalankan", _set("severity", "fatal"), "wbs_belum_dijalankan", "severity yang tidak dikenal"),
    ("wbs_belum_dijalankan", _set("expect", []), "wbs_belum_dijalankan", "tidak memuat klausa expect"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.z", **{"in": ["C"]}), "A.I.5.iv.z", "bukan butir"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5", **{"in": ["C"]}), "A.I.5", "bukan butir"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a", **{"in": ["Z"]}), "A.I.5.iv.a", "pilihan yang tidak ada"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a", **{"in": []}), "A.I.5.iv.a", "pilihan yang tidak ada"),
    (*_clause("wbs_belum_dijalankan", "when", code="B.I.a", **{"in": ["A"]}), "B.I.a", "pilihan yang tidak ada"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a"), "A.I.5.iv.a", "tepat satu uji"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a", above="0"), "A.I.5.iv.a", "tepat satu uji"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a", below="1", equals="0"), "A.I.5.iv.a", "tepat satu uji"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a", below="2"), "A.I.5.iv.a", "below di luar 0 sampai 1"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.II.1.i.a", inputs=["agen"], below="1"), "A.II.1.i.a", "tidak cocok dengan ujinya"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.I.5.iv.a", precondition="tlhp", below="1"), "A.I.5.iv.a", "tidak cocok"),
    (*_clause("wbs_belum_dijalankan", "when", code="A.II.1.i.a", equals_input=["A.II.1.i.b", "perubahan"]), "A.II.1.i.a", "tidak cocok"),
    (*_clause("jumlah_perubahan_sama", "expect", code="A.II.1.i.a", inputs=["x"], equals_input=["A.II.1.i.b", "perubahan"]), "A.II.1.i.a", "isian"),
    (*_clause("jumlah_perubahan_sama", "expect", code="A.II.1.i.a", inputs=[], equals_input=["A.II.1.i.b", "perubahan"]), "A.II.1.i.a", "isian"),
    (*_clause("jumlah_perubahan_sama", "expect", code="B.I.b", inputs=["x"], equals_input=["A.II.1.i.b", "perubahan"]), "B.I.b", "isian"),
    (*_clause("jumlah_perubahan_sama", "expect", code="A.II.1.i.a", inputs=["agen"], at_most_input=["A.II.1.i.b", "x"]), "A.II.1.i.a", "dibandingkan"),
    (*_clause("jumlah_perubahan_sama", "expect", code="A.II.1.i.a", inputs=["agen"], at_most_input=["A.II", "x"]), "A.II.1.i.a", "dibandingkan"),
    (*_clause("jumlah_perubahan_sama", "expect", code="A.II.1.i.a", inputs=["agen"], at_most_input=["agen"]), "A.II.1.i.a", "dibandingkan"),
    (*_clause("lhkpn_belum_lengkap", "expect", precondition="x", met=False), "lhkpn_belum_lengkap", "prasyarat x yang tidak ada"),
    (*_clause("lhkpn_belum_lengkap", "expect", precondition="tlhp", met="tidak"), "lhkpn_belum_lengkap", "tidak menyatakan met"),
    (*_clause("lhkpn_belum_lengkap", "expect", code="B.I.b", precondition="tlhp", met=True), "B.I.b", "prasyarat"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change", "named", "said"), REFUSED, ids=[f"{row[2]}: {row[3]}" for row in REFUSED])
def test_a_broken_edition_is_refused_and_its_node_named(code, change, named, said):
    with pytest.raises(InstrumentError) as failure:
        _load(_changed(code, change))
    assert failure.value.code == named
    assert said in str(failure.value)
    assert f"simpul {named} " in str(failure.value)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xff", b"[" * 100_000, b"[]", b'"teks"', b"1.5"])
def test_what_is_no_edition_is_refused(data):
    with pytest.raises(InstrumentError, match=r"\(akar\)"):
        load_instrument(data)


def test_two_loads_are_equal():
    assert load_instrument(DATA) == SHIPPED
    assert len({question.digest for question in SHIPPED.questions.values()}) == 113


def _reloaded(code, change):
    return _load(_changed(code, change))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("A.I.1.i.a", _set("text", "Tim dibentuk.")),
        ("A.I.1.i.a", _set("guidance", "Lihat SK.")),
        ("A.I.1.i.a", _option(0, criterion="Ada tim.")),
        ("A.I.1.i.a", _set("evidence", ["SK"])),
        ("A.I.1.i.a", _set("who", ["pegawai"])),
        ("A.I.1.i.a", _set("legal_basis", ["PermenPANRB"])),
        ("A.II.1.i.a", _set("answer", "inputs", 0, "title", "Agen")),
        ("B.I.a", _set("details", 0, "title", "Asal survei")),
        ("A.I", _set("title", "Pemenuhan syarat")),
        ("A.I", _set("note", "Catatan.")),
        ("ipak", _set("title", "IPAK")),
        ("tlhp", _set("wbk", "Seluruhnya")),
        ("inovasi_belum_ada", _set("message", "Tidak sejalan.")),
        (None, _set("gap_rule", "Pilih yang terendah.")),
        (None, _set("vocabulary", "who", 0, "title", "Pimpinan")),
    ],
)
def test_wording_changes_only_the_wording_digest(code, change):
    changed = _reloaded(code, change)
    assert changed.wording_digest != SHIPPED.wording_digest
    assert changed.structure_digest == SHIPPED.structure_digest
    assert {key: question.digest for key, question in changed.questions.items()} == {
        key: question.digest for key, question in SHIPPED.questions.items()
    }


def _swap_weights(document):
    _find(document, "A.I.1.i")["weight"], _find(document, "A.I.1.ii")["weight"] = "1", "0.5"


STRUCTURE = [
    (None, _swap_weights, None),
    ("ipak", _set("minimum", "15"), None),
    ("ipak", _set("node", "B.I.b"), None),
    ("inovasi_belum_ada", _set("severity", "error"), None),
    ("inovasi_belum_ada", _set("expect", 0, "in", ["D"]), None),
    ("sasaran_belum_tercapai", _set("when", 0, "below", "0.5"), None),
    ("jumlah_perubahan_sama", _set("expect", 0, "equals_input", 1, "terintegrasi"), None),
    ("lhkpn_belum_lengkap", lambda part: part["expect"][0].update(met=True), None),
    ("A.II.1.i.b", _allow_excess, None),
    ("A.I.1.iii.a", _option(1, score="0.66"), "A.I.1.iii.a"),
    ("A.II.1.i.a", _set("answer", "numerator", ["agen"]), "A.II.1.i.a"),
    ("A.II.1.i.a", _set("answer", "zero_denominator", "full_with_note"), "A.II.1.i.a"),
    ("A.II.3.iii.a", _set("answer", "both_zero", "0"), "A.II.3.iii.a"),
    ("A.II.5.iii.a.a", _set("answer", "inputs", 0, "computed", ["lainnya"]), "A.II.5.iii.a.a"),
    ("B.I.a", _set("answer", "maximum", "5"), "B.I.a"),
]


@pytest.mark.parametrize(("code", "change", "item"), STRUCTURE)
def test_structure_changes_the_structure_digest_and_the_item_it_judges(code, change, item):
    changed = _reloaded(code, change)
    assert changed.structure_digest != SHIPPED.structure_digest
    assert {key for key in SHIPPED.questions if changed.questions[key].digest != SHIPPED.questions[key].digest} == (
        {item} if item else set()
    )


def test_another_spelling_of_a_figure_is_the_same_structure():
    changed = _load(_changed("A.I.1.i", _set("weight", "0.50")))
    assert changed.structure_digest == SHIPPED.structure_digest
    assert (
        _reloaded("A.I.1.iii.a", _option(1, score="0.670")).questions["A.I.1.iii.a"].digest
        == SHIPPED.questions["A.I.1.iii.a"].digest
    )
