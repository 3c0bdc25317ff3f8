"""``edition``: what it prints, what it takes, and that looking changes nothing."""

import json

import pytest
from builders import LEAD, NIP_RINI, RINI, SECRET, p12, write_list
from master_lists import branch, drop, encoded, master_list, new_soal, soal
from sheet_files import write_sheet

from zi_desktop import paths
from zi_desktop.services import editions

STRUCTURE = editions.current().structure_digest
EDITION = ["id", "edition", "title", "structure", "year", "shipped", "retired", "questions", "wording"]
FILE = [
    "file", "sha256", "year", "base", "edition", "structure", "texts", "missing", "same", "reworded", "changed", "new",
    "dropped", "reweighted", "branches", "words_compared", "notes",
]  # fmt: skip
MOVE = [
    "id", "from", "to", "structure", "follows", "returns", "asked_again", "dropped", "reworded", "unanswered",
    "total_before", "total_after", "applied",
]  # fmt: skip


@pytest.fixture
def begun(done, tmp_path):
    done("satker", "import", write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas Contoh\n"))
    return done("evaluation", "new", "--satker", "C-1", "--year", "2026")["id"]


@pytest.fixture
def same(tmp_path):
    master = master_list(2026)
    soal(master, 1)["teks_pertanyaan"] = "Tim telah dibentuk."
    return _written(tmp_path / "2026.json", master)


@pytest.fixture
def other(tmp_path):
    master = master_list(2027)
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1))
    branch(master, 4)["bobot_maksimal"], branch(master, 5)["bobot_maksimal"] = 0.75, 0.75
    return _written(tmp_path / "2027.json", master)


def _written(path, master):
    path.write_bytes(encoded(master))
    return path


@pytest.mark.usefixtures("begun")
def test_the_editions_and_their_words(done, call, same):
    row = done("edition", "list")[0]
    assert list(row) == EDITION
    assert (row["edition"], row["structure"], row["shipped"], row["wording"]) == ("2026.1", STRUCTURE, True, None)
    taken = done("edition", "take", same)
    assert list(taken) == [*EDITION, "new"]
    assert (taken["wording"]["name"], taken["new"]) == ("2026.json", False)
    shown = done("edition", "show", "2026.1")
    assert list(shown) == [*EDITION, "wordings", "origin"]
    assert shown["wordings"][0]["texts"] > 100
    assert done("edition", "wording", "2026.1", "bawaan")["wording"] is None
    assert done("edition", "wording", STRUCTURE[:6], shown["wordings"][0]["wording"][:8])["wording"]
    assert "2026.json, diambil" in call("edition", "list").out
    assert "2026.json" in call("edition", "show", "2026.1").out
    assert "bawaan" in call("edition", "wording", "2026.1", "bawaan").out


@pytest.mark.usefixtures("begun")
def test_looking_at_a_file_changes_nothing(done, call, other):
    found = done("edition", "diff", other)
    assert list(found) == FILE
    assert (found["base"], found["edition"], found["same"]) == ("2026.1", "2027", 112)
    assert (found["new"], found["dropped"]) == (["A.I.1.iii.d-2027"], ["A.I.1.ii.c"])
    assert found["branches"][0] == {"code": "A.I.1.i", "before": "0.5", "after": "0.75"}
    assert found["reweighted"][0] == {"code": "A.I.1.i.a", "before": "0.25", "after": "0.375"}
    words = call("edition", "diff", other).out
    assert "Butir baru: 1 (A.I.1.iii.d-2027)" in words
    assert "Bobot A.I.1.i: 0,5 menjadi 0,75" in words
    assert len(done("edition", "list")) == 1


@pytest.mark.usefixtures("begun")
def test_a_file_of_the_same_structure(done, call, same):
    found = done("edition", "diff", same)
    assert (found["edition"], found["same"], len(found["missing"])) == (None, 113, 8)
    assert "struktur sama dengan edisi 2026.1" in call("edition", "diff", same).out


def test_another_year_is_taken_and_an_evaluation_moves_there_and_back(done, call, begun, other):
    done("answer", begun, "A.I.1.i.a", "Ya")
    done("answer", begun, "A.I.1.ii.c", "A")
    row = done("edition", "take", other)
    assert (row["edition"], row["year"], row["shipped"], row["new"]) == ("2027", 2027, False, True)
    assert "Ambang nilai" in call("edition", "show", "2027").out
    seen = done("edition", "move", begun[:8], "2027")
    assert list(seen) == MOVE
    assert (seen["follows"], seen["dropped"], seen["applied"]) == (1, [{"code": "A.I.1.ii.c", "column": "tpi"}], False)
    assert done("evaluation", "show", begun)["questions"] == 113
    done("answer", begun, "A.I.1.ii.c", "B", "--column", "mandiri")
    told = call("edition", "move", begun, "2027").out.splitlines()
    assert told[1:3] == [
        "Jawaban mandiri: 0 ikut; tidak ada lagi A.I.1.ii.c",
        "Jawaban tpi: 1 ikut; tidak ada lagi A.I.1.ii.c",
    ]
    assert "dipindahkan dari edisi 2026.1 ke 2027" in call("edition", "move", begun, "2027", "--apply").out
    assert done("evaluation", "score", begun)["edition"] == "2027"
    back = done("edition", "move", begun, "2026.1", "--apply")
    assert (back["applied"], back["returns"]) == (
        True, [{"code": "A.I.1.ii.c", "column": column} for column in ("mandiri", "tpi")],
    )  # fmt: skip
    assert done("evaluation", "score", begun)["answered"] == 2


def test_an_item_that_no_sheet_has_yet_is_refused_without_a_cell(done, begun, other, tmp_path):
    done("edition", "take", other)
    done("edition", "move", begun, "2027", "--apply")
    sheet = write_sheet(tmp_path / "lama.xlsx", {"A.I.1.i.a": "Ya"}, unit="Lapas Contoh")
    shown = done("worksheet", "import", begun, sheet, "--column", "mandiri")
    assert [row["code"] for row in shown["new"]] == ["A.I.1.i.a"]
    assert [(each["code"].endswith("-2027"), each["cell"]) for each in shown["refused"]] == [(True, "")]


@pytest.mark.usefixtures("begun")
def test_an_edition_taken_by_mistake_is_set_aside(done, call, other):
    done("edition", "take", other)
    assert done("edition", "retire", "2027")["retired"]
    assert "dikesampingkan" in call("edition", "list").out
    id_ = done("evaluation", "new", "--satker", "C-1", "--year", "2027")["id"]
    assert done("evaluation", "score", id_)["edition"] == "2026.1"
    assert "ditambahkan, mulai 2027" in call("edition", "retire", "2027", "--undo").out
    assert call("edition", "retire", "2026.1").status == 2


@pytest.mark.usefixtures("begun")
def test_only_the_words_of_another_year(done, call, other):
    assert done("edition", "take", other, "--wording-only")["edition"] == "2026.1"
    assert len(done("edition", "list")) == 1
    assert "Kata-kata edisi 2026.1 kini dari 2027.json" in call("edition", "take", other, "--wording-only").out


def test_what_cannot_be_done_is_said_in_one_sentence(call, begun, tmp_path):
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    for arguments in (
        ("diff", tmp_path / "x.json"), ("diff", tmp_path / "tidak ada.json"), ("show", "2031"), ("move", begun, "2026.1"),
        ("wording", "2026.1", "abc"),
    ):  # fmt: skip
        printed = call("edition", *arguments)
        assert printed.status == 2
        assert printed.out == ""
        assert len(printed.err.splitlines()) == 1


def test_a_report_of_an_added_edition_is_verified_where_the_edition_is_known(done, cli, call, other, tmp_path):
    done("satker", "import", write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas Contoh\n"))
    done("settings", "set", "person.name", RINI)
    done("settings", "set", "person.nip", NIP_RINI)
    done("edition", "take", other)
    id_ = done("evaluation", "new", "--satker", "C-1", "--year", "2027")["id"]
    sample = (paths.resources() / "sample" / "answers.csv").read_text(encoding="utf-8")
    answers = write_list(tmp_path / "j.csv", sample.replace("A.I.1.ii.c,B", "A.I.1.iii.d-2027,Ya"))
    assert done("answer", id_, "--from", answers)["answered"] == 113
    plan = {
        "letter": {"number": "X-1", "date": "2027-01-05"},
        "first_day": "2027-01-06",
        "team": [{**LEAD, "signs": True}],
    }
    done("evaluation", "plan", id_, write_list(tmp_path / "plan.json", json.dumps(plan)))
    (tmp_path / "kunci.p12").write_bytes(p12())
    (tmp_path / "kata").write_text(SECRET, encoding="utf-8")
    file = done("sign", id_, "--p12", tmp_path / "kunci.p12", "--passphrase-file", tmp_path / "kata")["file"]
    here, elsewhere = (
        call("verify", file, "--json").json,
        cli("verify", file, "--json", workspace=tmp_path / "lain").json,
    )
    assert here["rescored"]["matches"]
    assert not any("edisi" in problem for problem in here["problems"])
    assert elsewhere["verdict"] == "intact-unknown-identity"
    assert "edisi lembar kerja ini tidak dikenal di sini" in elsewhere["problems"][0]
