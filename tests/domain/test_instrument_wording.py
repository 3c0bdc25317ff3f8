"""Another wording: the texts change, nothing that is scored does."""

import pytest

from zi_desktop import paths
from zi_desktop.domain.instrument import WordingSource
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.domain.instrument_wording import ItemWording, fitting, plain, same_words, worded

SHIPPED = load_instrument((paths.instruments() / "permenpanrb-90-2021.json").read_bytes())
SOURCE = WordingSource("lembar.xlsx", "a" * 64, "2026-11-03")
YES_NO, CHOICE, RATIO, INDEX = "A.I.1.i.a", "A.I.1.i.b", "A.II.5.ii.a", "B.I.a"
COUNT = f"{RATIO}.1"


def words(text="", explanation="", **criteria):
    return ItemWording(text, explanation, criteria)


def shown(**by_code):
    return worded(SHIPPED, by_code, SOURCE)


def said(code, wording):
    return worded(SHIPPED, {code: wording}, SOURCE).questions[code]


def criteria(question):
    return {option.key: option.criterion for option in question.answer.options}


def test_only_the_wording_digest_changes():
    other = worded(SHIPPED, {CHOICE: words("Anggota tim dipilih.")}, SOURCE)
    assert other.structure_digest == SHIPPED.structure_digest
    assert other.wording_digest != SHIPPED.wording_digest
    told = other.wording_source
    assert (told.name, told.digest, told.taken, len(told.missing)) == (SOURCE.name, SOURCE.digest, SOURCE.taken, 112)
    assert CHOICE not in told.missing
    assert {c: q.digest for c, q in other.questions.items()} == {c: q.digest for c, q in SHIPPED.questions.items()}
    assert other.questions[CHOICE].text == "Anggota tim dipilih."
    assert other.questions[YES_NO] == SHIPPED.questions[YES_NO]


def test_no_words_change_no_digest():
    other = worded(SHIPPED, {CHOICE: words(), RATIO: words(), COUNT: words()}, SOURCE)
    assert other.wording_digest == SHIPPED.wording_digest


def test_criteria_are_taken_whole_or_not_at_all():
    assert criteria(said(CHOICE, words("x", A="a", B="b", C="c"))) == {"A": "a", "B": "b", "C": "c"}
    assert criteria(said(CHOICE, words("x", A="a", B="b"))) == criteria(SHIPPED.questions[CHOICE])
    assert criteria(said(CHOICE, words("x", "a. satu"))) == criteria(SHIPPED.questions[CHOICE])


@pytest.mark.parametrize(
    "given",
    [words("x", "Yang ada."), words("x", "ya,Yang ada."), words("x", "", Ya="Ya, Yang ada.")],
    ids=["bare", "named", "two"],
)
def test_a_yes_no_item_has_one_criterion(given):
    assert criteria(said(YES_NO, given)) == {"Ya": "Yang ada.", "Tidak": ""}


def test_a_yes_no_item_without_criterion_keeps_ours():
    assert criteria(said(YES_NO, words("x"))) == criteria(SHIPPED.questions[YES_NO])


def test_counts_are_named_and_the_explanation_goes_to_the_guidance():
    other = worded(
        SHIPPED, {RATIO: words("Pengaduan ditangani.", "Jumlah dibagi."), COUNT: words("Jumlah masuk")}, SOURCE
    )
    question = other.questions[RATIO]
    assert question.answer.inputs[0].title == "Jumlah masuk"
    assert question.answer.inputs[1] == SHIPPED.questions[RATIO].answer.inputs[1]
    assert question.guidance.splitlines()[0] == "Jumlah dibagi."
    assert said(INDEX, words("Indeks.", "Diisi hasil survei.")).guidance.startswith("Diisi hasil survei.")
    assert said(INDEX, words("Indeks.")).guidance == SHIPPED.questions[INDEX].guidance


def test_a_heading_that_says_the_same_stays_as_it_is_read_best():
    title = SHIPPED.nodes["A.I.1"].title
    assert worded(SHIPPED, {"A.I.1": words(title.upper())}, SOURCE).nodes["A.I.1"].title == title
    assert worded(SHIPPED, {"A.I.1": words("Perubahan besar")}, SOURCE).nodes["A.I.1"].title == "Perubahan besar"
    assert worded(SHIPPED, {"A.I.1": words()}, SOURCE).nodes["A.I.1"].title == title


def test_only_what_the_edition_has_fits():
    given = {CHOICE: words("x"), COUNT: words("y"), "A": words("z"), "A.X": words("x"), RATIO: words("", "z")}
    assert fitting(SHIPPED, given).keys() == {CHOICE, COUNT, "A"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (words("Tim  dibentuk."), words("tim dibentuk"), True),
        (words("Tim dibentuk"), words("Tim dibubarkan"), False),
        (words("x", A="a."), words("x", A="A"), True),
        (words("x", A="a"), words("x", A="b"), False),
        (words("x", A="a"), words("x", A="a", B="b"), False),
        (words("x", "satu"), words("x", "dua"), False),
        (words("x", "satu"), words("x"), True),
        (words("x", "Ya, bila satu"), words("x", "Ya, bila satu.", A="a"), True),
        (words(), words("x"), True),
        (words("Tim telahdibentuk"), words("Tim telah dibentuk"), True),
        (words("x", A="telahmenjadi"), words("x", A="telah menjadi"), True),
        (words("", "Persentase aduan\nDihitung."), words("Persentase aduan.", "Dihitung"), True),
        (words("", "Persentase aduan\nDihitung."), words("Persentase aduan"), True),
        (words("", "Dihitung."), words("Persentase aduan", "Dihitung"), True),
        (words("", "Persentase aduan\nDihitung."), words("Persentase laporan", "Dihitung"), False),
    ],
    ids=[
        "gaps",
        "text",
        "signs",
        "criterion",
        "options",
        "explanation",
        "untold",
        "one-sided",
        "no-text",
        "typed-together",
        "criterion-together",
        "within",
        "within-alone",
        "explanation-alone",
        "within-other",
    ],
)
def test_words_are_the_same_but_for_signs_case_and_gaps(one, other, same):
    assert same_words(one, other) is same
    assert same_words(other, one) is same


def test_plain_words():
    assert plain(" A.\u00a0Tim\n(ZI) – 2026 ") == "a tim zi 2026"
