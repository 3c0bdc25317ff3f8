"""``visit``: the day of a visit from the command line."""

import pytest
from builders import CHOICE


@pytest.fixture
def run(done):
    """Call ``visit``, expect success, and return its JSON."""
    return lambda *arguments: done("visit", *arguments)


def test_an_entry_is_added_listed_and_closed(run, id_):
    entry = run("add", id_, "janji", "Laporan UPG", "--who", "Kasubag TU", "--item", CHOICE, "--due", "2026-11-20")
    assert list(entry) == ["id", "kind", "text", "who", "item", "due", "closed", "answer", "author", "at", "disputed"]
    assert run("list", id_[:8], "--awaited") == [entry]
    assert run("close", id_, entry["id"][:8], "--answer", "diterima")["closed"] is True
    assert run("list", id_, "--awaited") == []
    assert run("close", id_, entry["id"][:8], "--undo")["closed"] is False


def test_a_meeting_and_who_was_there(run, id_):
    run("meeting", id_, "awal", "--day", "2026-11-03", "--begin", "9:00", "--place", "Aula")
    assert run("attend", id_, "awal", "Siti Contoh", "--position", "Kasubag TU") == {
        "meeting": "awal", "day": "2026-11-03", "begin": "09.00", "end": "", "place": "Aula", "notes": "",
        "attendants": [{"name": "Siti Contoh", "position": "Kasubag TU", "office": ""}],
    }  # fmt: skip


def test_papers_are_written_and_the_signed_copy_is_kept(run, id_, tmp_path):
    for name, arguments in (("agenda", ["--by", "place"]), ("minutes", ["--number", "BA-1", "--scores"])):
        file = tmp_path / f"{name}.pdf"
        written = run(name, id_, "-o", file, *arguments)
        assert written["file"] == str(file)
        assert file.read_bytes().startswith(b"%PDF")
    assert run("scans", id_) == []
    sha256 = run("attach", id_, tmp_path / "minutes.pdf")["sha256"]
    assert [scan["sha256"] for scan in run("scans", id_, "-o", tmp_path / "salinan.pdf")] == [sha256]
    assert (tmp_path / "salinan.pdf").read_bytes() == (tmp_path / "minutes.pdf").read_bytes()


def test_what_was_written_down_wrongly_is_changed_withdrawn_and_struck_off(run, id_):
    entry = run("add", id_, "wawancara", "Alur antrean", "--who", "Petugas loket")
    changed = run("edit", id_, entry["id"][:8], "--kind", "pertanyaan", "--due", "2026-11-20")
    assert (changed["kind"], changed["text"], changed["due"]) == ("pertanyaan", "Alur antrean", "2026-11-20")
    assert run("withdraw", id_, entry["id"]) == {"id": entry["id"]}
    assert run("list", id_) == []
    run("attend", id_, "akhir", "Siti Contoh")
    assert run("dismiss", id_, "akhir", "siti contoh")["attendants"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "ID", "janji", " "], "jenis dan isi"),
        (["close", "ID", "zz"], "tidak ada atau tidak tunggal"),
        (["meeting", "ID", "awal", "--begin", "siang"], "bukan jam"),
        (["agenda", "ID", "-o", "x.pdf", "--only", "tidak-ada"], "Tidak ada butir"),
        (["dismiss", "ID", "awal", "Siapa"], "tidak tercatat"),
        (["scans", "ID", "-o", "x.pdf"], "lampirkan dahulu"),
    ],
    ids=["text", "entry", "hour", "agenda", "nobody", "no scan"],
)
def test_what_cannot_be_done_is_a_sentence(call, id_, arguments, words):
    named = [id_ if argument == "ID" else argument for argument in arguments]
    printed = call("visit", *named)
    assert printed.status == 2
    assert words in printed.err


def test_in_words(call, id_):
    for arguments in (["list", id_], ["add", id_, "pertanyaan", "Siapa agen perubahan?"], ["meeting", id_, "akhir"]):
        assert call("visit", *arguments).status == 0
    printed = call("visit", "list", id_)
    assert "Pertanyaan tertunda" in printed.out
    assert "Ditunggu" in printed.out
