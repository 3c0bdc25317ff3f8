"""The commands of evidence: JSON and exit statuses as promised, failures named on stderr."""

import datetime as dt

import pytest
from builders import CHOICE, RATIO, begin, open_services
from evidence_makers import text_file


@pytest.fixture
def work(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        id_ = begin(services, tmp_path)
    return tmp_path / "ruang", id_


@pytest.fixture
def call(cli, work):
    def call(*arguments, status=0):
        printed = cli("evidence", *arguments, "--json", workspace=work[0])
        assert printed.status == status
        assert status or printed.err == ""
        return printed

    return call


@pytest.fixture
def letter(tmp_path):
    return text_file(tmp_path / "SK.txt")


def test_added_listed_judged_assigned_removed_and_cleaned(call, work, letter):
    id_ = work[1][:8]
    (row,) = call("add", id_, CHOICE, letter).json
    assert list(row) == ["sha256", "name", "size", "type", "kept", "state"]
    assert (row["name"], row["size"], row["state"]) == ("SK.txt", 12, "belum_dicek")
    digest = row["sha256"][:10]
    judged = call("judge", id_, CHOICE, digest, "kurang", "--reason", "tanpa tanda tangan").json
    assert (judged["state"], judged["reason"]) == ("kurang", "tanpa tanda tangan")
    assert call("judge", id_, CHOICE, digest, "-").json["state"] == "belum_dicek"
    assert call("period", id_, digest, "2024-01-01", "2024-12-31").json["period"] == ["2024-01-01", "2024-12-31"]
    assert call("period", id_, digest, "2024-01-01", "-").json["period"] == ["2024-01-01", ""]
    assert [each["code"] for each in call("assign", id_, digest, RATIO).json] == [CHOICE, RATIO]
    assert [(each["code"], each["sha256"], each["size"], each["state"]) for each in call("list", id_).json] == [
        (CHOICE, row["sha256"], 12, "belum_dicek"), (RATIO, row["sha256"], 12, "belum_dicek"),
    ]  # fmt: skip
    for code in (CHOICE, RATIO):
        call("remove", id_, code, digest)
    assert call("list", id_).json == []
    (free,) = call("clean").json
    assert (free["names"], free["size"], free["why"]) == (["SK.txt"], 12, "sudah dilepas dari semua tempat")
    removed = free["removed"]
    assert (removed["evaluation"], removed["place"] in (CHOICE, RATIO)) == (work[1], True)  # both within a second
    assert removed["words"] == f"butir {removed['place']}, Lapas Kelas IIB Contohrejo 2026"
    assert dt.datetime.fromisoformat(removed["at"]).tzinfo is not None
    assert (work[0] / "bukti" / row["sha256"]).exists()
    call("clean", "--apply")
    assert not (work[0] / "bukti" / row["sha256"]).exists()
    assert call("clean").json == []


def test_what_could_not_be_added_is_said_and_the_rest_is_kept(call, work, letter, tmp_path):
    printed = call("add", work[1], "inbox", tmp_path / "hilang.pdf", letter, status=2)
    assert [row["name"] for row in printed.json] == ["SK.txt"]
    assert printed.err.startswith("hilang.pdf tidak ditambahkan: ")
    assert call("add", work[1], "Z.1", letter, status=2).err.startswith("Butir Z.1 tidak ada")


def test_check_fails_on_missing_bytes_and_so_does_the_whole_check(call, cli, work, letter):
    (row,) = call("add", work[1], CHOICE, letter, "--note-only").json
    (found,) = call("check", work[1]).json
    assert [found.pop(key) for key in ("sha256", "name", "size", "state")] == [row["sha256"], "SK.txt", 12, "noted"]
    words = f"butir {CHOICE}, Lapas Kelas IIB Contohrejo 2026"
    assert found == {"places": [{"evaluation": work[1], "place": CHOICE, "words": words}]}
    call("add", work[1], CHOICE, letter)
    assert call("check", work[1]).json[0]["state"] == "whole"
    (work[0] / "bukti" / row["sha256"]).unlink()
    assert call("check", work[1], status=1).json[0]["state"] == "missing"
    printed = cli("check", "--json", workspace=work[0])
    assert (printed.status, printed.json["ok"]) == (1, False)
    assert printed.json["problems"] == ["Data dukung SK.txt isinya tidak ada di ruang kerja ini."]


@pytest.mark.parametrize("kind", ["follow-up", "minutes"])
def test_check_finds_lost_proof_of_follow_ups_and_lost_minutes(call, cli, work, letter, kind):
    folder, id_ = work
    if kind == "minutes":
        cli("visit", "attach", id_, letter, workspace=folder)
    else:
        said = cli("remark", "add", id_, "--condition", "x", "--recommendation", "y", "--json", workspace=folder)
        cli("remark", "follow-up", id_, said.json[0]["id"], "SK terbit", "--file", letter, workspace=folder)
    (found,) = call("check", id_).json
    assert (found["name"], found["state"]) == ("SK.txt", "whole")
    kept = folder / "bukti" / found["sha256"]
    kept.write_bytes(b"lain")
    assert call("check", id_, status=1).json[0]["state"] == "changed"
    kept.unlink()
    assert call("check", id_, status=1).json[0]["state"] == "missing"
    assert "Hilang" in cli("evidence", "check", id_, workspace=folder).out


def test_a_clean_up_says_where_and_when_a_file_was_let_go(call, cli, work, letter):
    (row,) = call("add", work[1], CHOICE, letter).json
    call("remove", work[1], CHOICE, row["sha256"][:10])
    (work[0] / "bukti" / ".ab.part").write_bytes(b"x")
    left, free = call("clean").json
    assert left["removed"] is None
    day = free["removed"]["at"][:10]
    said = cli("evidence", "clean", workspace=work[0]).out
    assert f"dilepas dari butir {CHOICE}, Lapas Kelas IIB Contohrejo 2026, {day} " in said
    assert "sisa penyalinan yang terputus" in said


def test_a_folder_is_previewed_and_then_added(call, work, tmp_path):
    tree = tmp_path / "bukti satker"
    (tree / "1" / "i" / "a").mkdir(parents=True)
    text_file(tree / "1" / "i" / "a" / "SK.txt")
    text_file(tree / "lain.txt", "lain")
    shown = call("folder", work[1], tree).json
    assert sorted((each["file"], each["code"]) for each in shown["files"]) == [
        ("1/i/a/SK.txt", CHOICE),
        ("lain.txt", "inbox"),
    ]
    assert call("list", work[1]).json == []
    assert len(call("folder", work[1], tree, "--apply").json) == 2
    assert [each["code"] for each in call("list", work[1]).json] == [CHOICE, "inbox"]


def test_sufficiency_and_both_scores(call, work):
    shown = call("sufficiency", work[1], CHOICE, "cukup").json
    assert shown == {
        "cukup": 1,
        "sebagian": 0,
        "tidak_ada": 0,
        "belum_dinilai": 112,
        "total": "0",
        "fitting_total": "0",
    }
    assert call("sufficiency", work[1]).json == shown


def test_tables_say_the_same_in_words(cli, work, letter):
    folder, id_ = work
    said = cli("evidence", "add", id_, "inbox", letter, letter, workspace=folder).out
    assert said == "1 berkas ditambahkan, 1 sudah ada. Data dukung seluruhnya 1.\n"
    assert "Kotak masuk  SK.txt" in cli("evidence", "list", id_, workspace=folder).out
    assert "SK.txt    12 B  Utuh" in cli("evidence", "check", id_, workspace=folder).out
    assert "Nilai 0,00, dengan bukti sesuai saja 0,00." in cli("evidence", "sufficiency", id_, workspace=folder).out
    assert cli("evidence", "clean", workspace=folder).out == "Tidak ada yang perlu dibersihkan.\n"
    assert cli("evidence", "judge", id_, CHOICE, "abc", "sesuai", workspace=folder).err.startswith(
        "SHA-256 abc tidak menunjuk"
    )
