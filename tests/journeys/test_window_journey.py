"""An assessor's whole way with nothing but the keyboard: a new satker, 113 items, a power cut, a signed report."""

import csv
import itertools
from pathlib import Path

import pytest
from builders import NIP_RINI, SECRET
from processes import program
from real_window import real_window

from zi_desktop import paths
from zi_desktop.domain.answers import read_answer
from zi_desktop.domain.instrument import Choice, Column, Ratio
from zi_desktop.services.editions import current

NAME, SATKER = "Rini Umpamasari", "Lapas Kelas IIB Contohrejo"
DETAILS = {"sumber": "Survei eksternal contoh", "periode": "2026", "jumlah_responden": "214", "skala_asal": "0-4"}
BEFORE_THE_CUT, UNDER_WAY = 60, 5
QUESTIONS = current().questions


NOTHING = "tidak berlaku"


def sample():
    """Return text and note of every item, as the sample list gives them."""
    with (paths.resources() / "sample" / "answers.csv").open(encoding="utf-8") as rows:
        return {row["kode"]: (row["jawaban"], row["catatan"]) for row in csv.DictReader(rows)}


SAMPLE = sample()


def answer_of(code):
    text = SAMPLE[code][0]
    return read_answer(QUESTIONS[code], "" if text == NOTHING else text, not_applicable=text == NOTHING)


def keys_of(text):
    return [{",": "comma", ".": "period", " ": "space", "-": "minus"}.get(letter, letter) for letter in text]


def fields_of(code):
    """Return what is typed into the fields of an item of numbers, in their order on the screen."""
    question = QUESTIONS[code]
    if isinstance(question.answer, Ratio):
        return [str(answer_of(code).counts[item.key]) for item in question.answer.typed]
    return [SAMPLE[code][0], *(DETAILS[detail.key] for detail in question.details)]


def answer_with_keys(window, code):
    """Answer the item that is shown and go on to the next one that is not answered."""
    kind, (text, note) = QUESTIONS[code].answer, SAMPLE[code]
    if isinstance(kind, Choice):
        options = [option.key for option in kind.options]
        window.press(str(options.index(answer_of(code).key) + 1), "Return")
        return
    window.press(*(key for field in fields_of(code) for key in [*keys_of(field), "Return"]))
    if text == NOTHING:
        window.press("Tab", "space")  # states it, which leads to the note that it demands
        window.type(note)
        window.press("ctrl+Return")


def answers(services):
    """Return the answers of the only evaluation."""
    [evaluation] = services.evaluations.list()
    given = services.evaluations.open(evaluation["id"]).state.answers(Column.TPI)
    return {code: answer for code, answer in given.items() if answer is not None}


def place_of(services):
    """Return the item at which the window opens again."""
    return next((entry["code"] for entry in services.preferences.opened()), "")


def sample_of(codes):
    return {code: answer_of(code) for code in codes}


def introduce_oneself(window):
    window.press("ctrl+comma")
    window.focus("Pengaturan")
    for text in (NAME, NIP_RINI, "Auditor Ahli Muda"):
        window.type(text)
        window.press("Tab")
    window.until(lambda services: services.settings.person().position)
    window.press("ctrl+Home")
    window.focus("Beranda")


def begin_evaluation(window):
    """Take the third way from an empty workspace: a satker by hand, and its evaluation."""
    window.press("3")
    window.focus("Tambah satker")
    window.type(SATKER)
    window.press("Tab")
    window.type("C-1")
    window.press("Return")
    window.focus("Evaluasi baru")
    window.press("Return")
    window.focus(SATKER)


def command(window, words, title):
    """Do what Ctrl+K finds under these words; a window of that title is in front then."""
    window.press("ctrl+k")
    window.focus("Perintah")
    window.type(words)
    window.press("Return")
    window.focus(title)


def plan_visit(window):
    command(window, "rencana", "Rencana & tim")
    for text in ("3-11-2026", "5-11-2026", "Contohrejo", "CONTOH-101", "28-10-2026", "CONTOH-118"):
        window.type(text)
        window.press("Tab")
    window.type(NAME)
    window.let_list_open()
    window.press("Tab", "Tab", "Tab", "k")  # NIP and position are known; the role is Ketua tim
    window.press("ctrl+Return")
    window.until(lambda services: plan(services).team)
    window.focus(SATKER)


def plan(services):
    return services.evaluations.open(services.evaluations.list()[0]["id"]).state.plan


def make_key(window):
    command(window, "kunci sendiri", "Buat kunci sendiri")
    window.type(SECRET)
    window.press("Tab")
    window.type(SECRET)
    window.press("ctrl+Return")
    window.focus("Sidik jari kunci")
    window.press("Escape")
    window.focus(SATKER)


def sign(window):
    """Sign, and return the file; stating that the paper was read, and the signature, act once the paper is in sight."""
    command(window, "isi passphrase", SATKER)
    window.type(SECRET)
    window.until(lambda services: services.evaluations.list()[0]["status"] == "selesai", "ctrl+shift+b", "ctrl+Return")
    [report] = Path(window.folder).rglob("*.pdf")
    return report


@pytest.fixture
def window(tmp_path):
    with real_window(tmp_path / "ruang kerja") as opened:
        yield opened


def test_from_an_empty_workspace_to_a_signed_report_with_a_power_cut_between(window):
    window.start()
    introduce_oneself(window)
    begin_evaluation(window)

    order = list(QUESTIONS)
    for code in order[:BEFORE_THE_CUT]:
        answer_with_keys(window, code)
    acknowledged = window.until(lambda services: len(answers(services)) == BEFORE_THE_CUT and answers(services))
    place = window.until(lambda services: place_of(services) == order[BEFORE_THE_CUT] and place_of(services))
    for code in order[BEFORE_THE_CUT : BEFORE_THE_CUT + UNDER_WAY]:
        answer_with_keys(window, code)
    window.kill()

    survived = window.read(answers)
    assert survived.items() >= acknowledged.items()
    assert survived == sample_of(order[: len(survived)])

    window.start()
    window.focus(SATKER)
    if place in survived:
        window.press("Return")  # on from there to the first item that is not answered
    for code in itertools.islice(order, len(survived), None):
        answer_with_keys(window, code)
    window.until(lambda services: len(answers(services)) == len(order))
    assert window.read(answers) == sample_of(order)

    window.press("ctrl+4")
    plan_visit(window)
    make_key(window)
    report = sign(window)
    verified = program("verify", report, "--json", status=1)
    assert verified["verdict"] == "intact-unknown-identity"
    assert verified["rescored"] == {"matches": True, "total": "83.3336388889"}
