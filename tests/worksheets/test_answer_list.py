"""Lists of answers: read item by item, refused as a whole, each wrong row named."""

import pytest
from builders import CHOICE, INDEX, RATIO, REPORTS, write_list

from zi_desktop import paths
from zi_desktop.domain.answers import Chosen, Counted
from zi_desktop.domain.errors import ListError
from zi_desktop.services import editions
from zi_desktop.worksheets.answer_list import AnswerEntry, read_answer_list


def read(folder, *rows):
    return read_answer_list(
        write_list(folder / "jawaban.csv", "\n".join(["kode;jawaban;catatan", *rows])), editions.current()
    )


def test_each_kind_of_item_is_read(tmp_path):
    entries = read(
        tmp_path,
        f"{CHOICE};ya;",
        f"{INDEX};3,42;dari survei",
        f"{RATIO};wajib_ditindaklanjuti=6, diproses=1, selesai=4;",
    )
    assert entries[0] == AnswerEntry(CHOICE, Chosen("Ya"), "")
    assert (entries[1].code, entries[1].note) == (INDEX, "dari survei")
    assert isinstance(entries[2].answer, Counted)


def test_a_row_without_an_answer_leaves_the_answer_and_takes_its_note(tmp_path):
    assert read(tmp_path, f"{CHOICE};;", f"{INDEX};;menunggu hasil survei") == [
        AnswerEntry(INDEX, None, "menunggu hasil survei")
    ]


def test_not_applicable_needs_its_note(tmp_path):
    (entry,) = read(tmp_path, f"{RATIO};Tidak berlaku;tidak ada pengaduan")
    assert entry.answer.not_applicable
    with pytest.raises(ListError, match="memerlukan catatan"):
        read(tmp_path, f"{RATIO};tb;")


def test_wrong_rows_are_all_named_by_their_number(tmp_path):
    with pytest.raises(ListError) as refused:
        read(
            tmp_path,
            f"{CHOICE};mungkin;",
            "X.9;Ya;",
            f"{INDEX};9;",
            f"{RATIO};1;",
            f"{REPORTS};",
            f"{CHOICE};Ya;",
            f"{CHOICE};Tidak;",
        )
    sentence = str(refused.value)
    assert sentence.startswith("5 baris jawaban.csv tidak dapat dipakai: baris 2: ")
    assert all(f"baris {number}: " in sentence for number in (2, 3, 4, 5, 8))
    assert "baris 6" not in sentence
    assert f"{CHOICE} sudah ada di baris 7" in sentence
    assert sentence.endswith("Tidak ada yang diambil; betulkan, lalu ulangi.")


def test_no_more_than_twenty_rows_are_named(tmp_path):
    with pytest.raises(ListError) as refused:
        read(tmp_path, *[f"X.{n};Ya;" for n in range(25)])
    assert str(refused.value).startswith("25 baris")
    assert str(refused.value).count("baris ") == 21
    assert "; …. Tidak" in str(refused.value)


def test_the_shipped_sample_answers_everything():
    entries = read_answer_list(paths.resources() / "sample" / "answers.csv", editions.current())
    assert {entry.code for entry in entries} == set(editions.current().questions)
