"""``precondition``: the checklist of a proposal and the office's own lines, from the command line."""

import pytest
from builders import begin, open_services


@pytest.fixture
def id_(tmp_path):
    with open_services(tmp_path / "ruang kerja") as services:
        return begin(services, tmp_path)


@pytest.fixture
def call(cli, tmp_path, id_):  # noqa: ARG001 (begun first)
    return lambda *arguments: cli(*arguments, workspace=tmp_path / "ruang kerja")


@pytest.fixture
def run(call):
    """Call a command, expect success, and return its JSON."""

    def expect(*arguments):
        printed = call(*arguments, "--json")
        assert (printed.status, printed.err) == (0, "")
        return printed.json

    return expect


def test_the_office_adds_names_and_withdraws_lines(run):
    [line] = run("precondition", "add", "Bebas pungutan")
    assert (line["title"], line["level"]) == ("Bebas pungutan", "unit")
    [line] = run("precondition", "rename", line["id"][:6], "Bebas pungutan liar")
    assert run("precondition", "own") == [line] == [{**line, "title": "Bebas pungutan liar"}]
    assert run("precondition", "withdraw", line["id"]) == []


def test_a_line_is_checked_with_a_note_and_a_file(run, call, id_, tmp_path):
    [line] = run("precondition", "add", "Pernyataan", "--level", "instansi")
    paper = tmp_path / "Pernyataan.txt"
    paper.write_text("Pernyataan.", encoding="utf-8")
    run("evidence", "add", id_, f"prasyarat.{line['id']}", paper)
    checked = run("precondition", "check", id_, line["id"][:8], "tidak", "--note", "Belum\nditandatangani.")
    assert (checked["met"], checked["evidence"], checked["own"]) == (False, 1, True)
    rows = run("precondition", "list", id_)
    assert rows[-1] == checked
    assert not any(row["own"] for row in rows[:-1])
    shown = call("precondition", "list", id_).out
    assert "Tidak" in shown
    assert "Belum ditandatangani." in shown
    assert run("precondition", "check", id_, rows[0]["id"], "terpenuhi")["met"] is True


def test_what_is_no_line_has_a_sentence(call, id_):
    for arguments in (("check", id_, "tidak_ada", "tidak"), ("withdraw", "f"), ("rename", "f", "x")):
        printed = call("precondition", *arguments)
        assert printed.status == 2
        assert "Tidak ada yang berubah" in printed.err
    assert call("precondition", "add", " ").status == 2
    assert "Belum ada prasyarat tambahan." in call("precondition", "own").out
