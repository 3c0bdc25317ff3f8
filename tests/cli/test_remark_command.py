"""``remark``: written down, followed up, closed and confirmed from the command line."""

import pytest
from builders import CHOICE, begin, open_services
from openpyxl import load_workbook


@pytest.fixture
def run(cli, tmp_path):
    """Call a command in one workspace, expect success, and return its JSON."""

    def call(*arguments):
        printed = cli(*arguments, "--json", workspace=tmp_path / "ruang kerja")
        assert (printed.status, printed.err) == (0, "")
        return printed.json

    return call


@pytest.fixture
def id_(tmp_path):
    with open_services(tmp_path / "ruang kerja") as services:
        return begin(services, tmp_path)


@pytest.fixture
def remark(run, id_):
    [row] = run(
        "remark",
        "add",
        id_,
        CHOICE,
        "--condition",
        "SK kedaluwarsa",
        "--recommendation",
        "Terbitkan SK",
        "--due",
        "2020-01-31",
    )
    return row


def test_a_remark_is_added_and_listed(run, id_, remark):
    assert list(remark) == [
        "id", "evaluation", "satker_code", "satker_name", "year", "item", "origin", "condition", "criterion", "cause", "effect",
        "recommendation", "responsible", "due", "state", "reason", "overdue", "follow_ups", "disputed",
    ]  # fmt: skip
    assert (remark["item"], remark["state"], remark["overdue"]) == (CHOICE, "terbuka", True)
    assert run("remark", "list") == run("remark", "list", id_[:8], "--overdue") == [remark]


def test_it_is_edited_followed_up_closed_and_opened_again(run, id_, remark):
    short = remark["id"][:8]
    [edited] = run("remark", "edit", id_, short, "--due", "", "--responsible", "Kasubag")
    assert (edited["due"], edited["responsible"], edited["condition"], edited["overdue"]) == (
        "",
        "Kasubag",
        "SK kedaluwarsa",
        False,
    )
    [followed] = run("remark", "follow-up", id_, short, "SK terbit", "--day", "2026-12-01")
    assert followed["follow_ups"] == 1
    [closed] = run("remark", "close", id_, short, "--reason", "SK ada")
    assert (closed["state"], closed["reason"]) == ("selesai", "SK ada")
    assert run("remark", "list", "--open") == []
    [opened] = run("remark", "reopen", id_, short)
    assert opened["state"] == "terbuka"


def test_a_follow_up_brings_files_or_nothing(run, cli, id_, remark, tmp_path):
    proof, short = tmp_path / "SK tim.txt", remark["id"][:8]
    proof.write_text("SK", encoding="utf-8")
    missing = (
        "remark",
        "follow-up",
        id_,
        short,
        "SK terbit",
        "--file",
        str(proof),
        "--file",
        str(tmp_path / "tidak ada"),
    )
    printed = cli(*missing, workspace=tmp_path / "ruang kerja")
    assert printed.status != 0
    assert "tidak ada" in printed.err
    [row] = run("remark", "list")
    assert row["follow_ups"] == 0
    [row] = run(*missing[:-2])
    assert row["follow_ups"] == 1
    with open_services(tmp_path / "ruang kerja") as services:
        assert [file.name for file in services.remarks.files(id_, remark["id"])] == [proof.name]


def test_a_withdrawn_one_comes_back(run, id_, remark):
    assert run("remark", "withdraw", id_, remark["id"][:8]) == {"id": remark["id"], "withdrawn": True}
    assert run("remark", "list") == []
    run("remark", "withdraw", id_, remark["id"], "--undo")
    assert run("remark", "list") == [remark]


def test_the_next_evaluation_confirms_it(run, id_, remark):
    later = run("evaluation", "new", "--satker", "C-1", "--year", "2027")["id"]
    [before] = run("remark", "earlier", later)
    assert (before["id"], before["evaluation"], before["finding"]) == (remark["id"], id_, "")
    [after] = run("remark", "earlier", later, remark["id"][:8], "--finding", "selesai", "--note", "SK ada")
    assert (after["finding"], after["note"]) == ("selesai", "SK ada")
    assert [row["state"] for row in run("remark", "list")] == ["selesai"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "ID"], "memerlukan kondisi dan rekomendasi"),
        (["close", "ID", "zz"], "tidak ada atau tidak tunggal"),
        (["earlier", "ID", "zz"], "--finding"),
        (["earlier", "ID", "zz", "--finding", "selesai"], "tidak ada lagi"),
    ],
    ids=["incomplete", "unknown", "no finding", "nothing earlier"],
)
def test_what_cannot_be_done_is_a_sentence(cli, tmp_path, id_, arguments, words):
    named = [id_ if argument == "ID" else argument for argument in arguments]
    printed = cli("remark", *named, workspace=tmp_path / "ruang kerja")
    assert printed.status == 2
    assert words in printed.err


@pytest.mark.usefixtures("remark")
def test_in_words(cli, tmp_path):
    printed = cli("remark", "list", workspace=tmp_path / "ruang kerja")
    assert "Terbitkan SK" in printed.out
    assert "(lewat)" in printed.out


def test_the_list_is_exported_and_no_text_is_a_formula(run, id_, remark, tmp_path):
    run("remark", "edit", id_, remark["id"][:8], "--responsible", "=1+1", "--cause", "x" * 40_000)
    shown = run("remark", "export", "-o", str(tmp_path / "catatan.xlsx"))
    assert shown == {"file": str(tmp_path / "catatan.xlsx"), "remarks": 1}
    book = load_workbook(tmp_path / "catatan.xlsx")
    heads, values = ([cell.value for cell in row] for row in book["Catatan"].iter_rows())
    told = dict(zip(heads, values, strict=True))
    assert (told["Butir"], told["Kondisi"], told["Rekomendasi"]) == (CHOICE, "SK kedaluwarsa", "Terbitkan SK")
    assert (told["Tenggat"], told["Keadaan"], told["Tindak lanjut"]) == ("2020-01-31", "Terbuka (lewat tenggat)", 0)
    assert told["Penanggung jawab"] == "=1+1"
    assert book["Catatan"]["J2"].data_type == "s"
    assert len(book.sheetnames) == 2  # what fits into no cell stands whole on a sheet of its own
    run("remark", "close", id_, remark["id"][:8])
    assert run("remark", "export", id_[:8], "--open", "-o", str(tmp_path / "terbuka.xlsx"))["remarks"] == 0
