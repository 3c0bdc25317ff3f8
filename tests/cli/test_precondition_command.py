"""``precondition``: the checklist of a proposal and the office's own lines, from the command line."""

import pytest

pytestmark = pytest.mark.usefixtures("id_")


def test_the_office_adds_names_and_withdraws_lines(done):
    [line] = done("precondition", "add", "Bebas pungutan")
    assert (line["title"], line["level"]) == ("Bebas pungutan", "unit")
    [line] = done("precondition", "rename", line["id"][:6], "Bebas pungutan liar")
    assert done("precondition", "own") == [line] == [{**line, "title": "Bebas pungutan liar"}]
    assert done("precondition", "withdraw", line["id"]) == []


def test_a_line_is_checked_with_a_note_and_a_file(done, call, id_, tmp_path):
    [line] = done("precondition", "add", "Pernyataan", "--level", "instansi")
    paper = tmp_path / "Pernyataan.txt"
    paper.write_text("Pernyataan.", encoding="utf-8")
    done("evidence", "add", id_, f"prasyarat.{line['id']}", paper)
    checked = done("precondition", "check", id_, line["id"][:8], "tidak", "--note", "Belum\nditandatangani.")
    assert (checked["met"], checked["evidence"], checked["own"]) == (False, 1, True)
    rows = done("precondition", "list", id_)
    assert rows[-1] == checked
    assert not any(row["own"] for row in rows[:-1])
    shown = call("precondition", "list", id_).out
    assert "Tidak" in shown
    assert "Belum ditandatangani." in shown
    assert done("precondition", "check", id_, rows[0]["id"], "terpenuhi")["met"] is True


def test_what_is_no_line_has_a_sentence(call, id_):
    for arguments in (("check", id_, "tidak_ada", "tidak"), ("withdraw", "f"), ("rename", "f", "x")):
        printed = call("precondition", *arguments)
        assert printed.status == 2
        assert "Tidak ada yang berubah" in printed.err
    assert call("precondition", "add", " ").status == 2
    assert "Belum ada prasyarat tambahan." in call("precondition", "own").out
