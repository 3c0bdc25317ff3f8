"""``remark``: written down, followed up, closed and confirmed from the command line."""

import pytest
from builders import CHOICE, open_services
from openpyxl import load_workbook


@pytest.fixture
def remark(done, id_):
    [row] = done(
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


def test_a_remark_is_added_and_listed(done, id_, remark):
    assert list(remark) == [
        "id", "evaluation", "satker_code", "satker_name", "year", "item", "origin", "condition", "criterion", "cause", "effect",
        "recommendation", "responsible", "due", "state", "reason", "overdue", "follow_ups", "disputed",
    ]  # fmt: skip
    assert (remark["item"], remark["state"], remark["overdue"]) == (CHOICE, "terbuka", True)
    assert done("remark", "list") == done("remark", "list", id_[:8], "--overdue") == [remark]


def test_it_is_edited_followed_up_closed_and_opened_again(done, id_, remark):
    short = remark["id"][:8]
    [edited] = done("remark", "edit", id_, short, "--due", "", "--responsible", "Kasubag")
    assert (edited["due"], edited["responsible"], edited["condition"], edited["overdue"]) == (
        "",
        "Kasubag",
        "SK kedaluwarsa",
        False,
    )
    [followed] = done("remark", "follow-up", id_, short, "SK terbit", "--day", "2026-12-01")
    assert followed["follow_ups"] == 1
    [closed] = done("remark", "close", id_, short, "--reason", "SK ada")
    assert (closed["state"], closed["reason"]) == ("selesai", "SK ada")
    assert done("remark", "list", "--open") == []
    [opened] = done("remark", "reopen", id_, short)
    assert opened["state"] == "terbuka"


def test_a_follow_up_brings_files_or_nothing(done, call, id_, remark, workspace, tmp_path):
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
    printed = call(*missing)
    assert printed.status != 0
    assert "tidak ada" in printed.err
    [row] = done("remark", "list")
    assert row["follow_ups"] == 0
    [row] = done(*missing[:-2])
    assert row["follow_ups"] == 1
    with open_services(workspace) as services:
        assert [file.name for file in services.remarks.files(id_, remark["id"])] == [proof.name]


def test_a_withdrawn_one_comes_back(done, id_, remark):
    assert done("remark", "withdraw", id_, remark["id"][:8]) == {"id": remark["id"], "withdrawn": True}
    assert done("remark", "list") == []
    done("remark", "withdraw", id_, remark["id"], "--undo")
    assert done("remark", "list") == [remark]


def test_the_next_evaluation_confirms_it(done, id_, remark):
    later = done("evaluation", "new", "--satker", "C-1", "--year", "2027")["id"]
    [before] = done("remark", "earlier", later)
    assert (before["id"], before["evaluation"], before["finding"]) == (remark["id"], id_, "")
    [after] = done("remark", "earlier", later, remark["id"][:8], "--finding", "selesai", "--note", "SK ada")
    assert (after["finding"], after["note"]) == ("selesai", "SK ada")
    assert [row["state"] for row in done("remark", "list")] == ["selesai"]


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
def test_what_cannot_be_done_is_a_sentence(call, id_, arguments, words):
    named = [id_ if argument == "ID" else argument for argument in arguments]
    printed = call("remark", *named)
    assert printed.status == 2
    assert words in printed.err


@pytest.mark.usefixtures("remark")
def test_in_words(call):
    printed = call("remark", "list")
    assert "Terbitkan SK" in printed.out
    assert "(lewat)" in printed.out


def test_the_list_is_exported_and_no_text_is_a_formula(done, id_, remark, tmp_path):
    done("remark", "edit", id_, remark["id"][:8], "--responsible", "=1+1", "--cause", "x" * 40_000)
    shown = done("remark", "export", "-o", str(tmp_path / "catatan.xlsx"))
    assert shown == {"file": str(tmp_path / "catatan.xlsx"), "remarks": 1}
    book = load_workbook(tmp_path / "catatan.xlsx")
    heads, values = ([cell.value for cell in row] for row in book["Catatan"].iter_rows())
    told = dict(zip(heads, values, strict=True))
    assert (told["Butir"], told["Kondisi"], told["Rekomendasi"]) == (CHOICE, "SK kedaluwarsa", "Terbitkan SK")
    assert (told["Tenggat"], told["Keadaan"], told["Tindak lanjut"]) == ("2020-01-31", "Terbuka (lewat tenggat)", 0)
    assert told["Penanggung jawab"] == "=1+1"
    assert book["Catatan"]["J2"].data_type == "s"
    assert len(book.sheetnames) == 2  # what fits into no cell stands whole on a sheet of its own
    done("remark", "close", id_, remark["id"][:8])
    assert done("remark", "export", id_[:8], "--open", "-o", str(tmp_path / "terbuka.xlsx"))["remarks"] == 0
