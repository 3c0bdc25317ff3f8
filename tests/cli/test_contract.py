"""The contract of the command line: JSON exactly as written, exit statuses, nothing else on standard output."""

import json

import pytest
from builders import CHOICE, LEAD, RATIO, RINI, SECRET, p12, write_list

DECIMAL = r"-?[0-9]+(\.[0-9]+)?"
CARD = [
    "instrument", "edition", "column", "answered", "questions", "provisional", "total", "maximum_possible", "interval", "nodes",
    "question_scores", "areas", "predicates", "unanswered", "not_applicable", "conflicts", "warnings", "faults",
]  # fmt: skip
REQUIREMENTS = [
    "total", "pengungkit", "area_1", "area_2", "area_3", "area_4", "area_5", "area_6", "birokrasi_bersih", "ipak",
    "capaian_kinerja", "pelayanan_prima",
]  # fmt: skip
VERIFICATION = ["kind", "verdict", "currency", "signatures", "rescored", "evidence", "problems"]
SIGNATURE = ["field", "signer", "role", "trusted", "intact", "level", "time", "time_source", "revocation"]


@pytest.fixture
def begun(done, tmp_path):
    done(
        "satker",
        "import",
        write_list(tmp_path / "s.csv", "kode,nama,predikat,tahun predikat\nC-1,Lapas Contoh,WBK,2023\n"),
    )
    return done("evaluation", "new", "--satker", "C-1", "--year", "2026")["id"]


def no_floats(value):
    def refuse(text):
        raise AssertionError(text)

    json.loads(json.dumps(value), parse_float=refuse)


def test_demo(cli, tmp_path):
    printed = cli("demo", tmp_path / "demo", "--json")
    assert (printed.status, printed.err) == (0, "")
    shown = printed.json
    assert list(shown) == ["workspace", "evaluation", "report", "trust", "total", "verified", "bundle"]
    assert shown["verified"] is True
    assert shown["workspace"] == str(tmp_path / "demo")
    assert shown["report"].startswith(shown["workspace"])
    verified = cli("verify", shown["report"], "--trust", shown["trust"], "--json")
    assert verified.status == 0
    assert verified.json["rescored"] == {"matches": True, "total": shown["total"]}
    assert cli("demo", tmp_path / "demo", "--json").status == 2


def test_satker(done, tmp_path):
    listed = write_list(
        tmp_path / "s.csv", "kode,nama,jenis,kanwil\nC-1,Lapas Contoh,lapas,Kanwil Misal\nC-2,Rutan Contoh,rutan,\n"
    )
    imported = done("satker", "import", listed)
    assert imported == done("satker", "list")
    assert list(imported[0]) == [
        "id", "code", "name", "kind", "agency", "eselon1", "kanwil", "other_code", "predicate", "predicate_year", "target",
        "archived", "codes",
    ]  # fmt: skip
    assert [row["code"] for row in done("satker", "list", "rutan")] == ["C-2"]


def test_evaluation_new_is_the_same_twice_and_follows_the_predicate(done, begun):
    again = done("evaluation", "new", "--satker", "C-1", "--year", "2026", "--target", "WBK")
    assert (again["id"], again["target"], again["activity"], again["round"], again["track"]) == (
        begun,
        "WBBM",
        "evaluasi",
        1,
        "tpn",
    )
    assert [row["id"] for row in done("evaluation", "list")] == [begun]
    other = done(
        "evaluation",
        "new",
        "--satker",
        "C-1",
        "--year",
        "2026",
        "--activity",
        "pembinaan",
        "--track",
        "tpn",
        "--round",
        "2",
    )
    assert (other["activity"], other["track"], other["round"]) == ("pembinaan", "tpn", 2)


def test_evaluation_show(done, begun):
    shown = done("evaluation", "show", begun[:8])
    assert shown["id"] == begun
    assert shown | {"team": 0} == shown | {
        "team": 0, "satker_code": "C-1", "satker_name": "Lapas Contoh", "status": "belum_mulai", "answered": 0, "questions": 113,
        "total": "0", "mandiri_total": None, "letter": {"number": "", "date": ""}, "snapshots": [], "signatures": [],
        "revision": None, "late": [],
    }  # fmt: skip


def test_answer_one(done, begun):
    assert done("answer", begun, CHOICE, "ya") == {"code": CHOICE, "score": "1", "total": "0.25"}
    assert done("answer", begun, "A.I.1.iii.a", "B")["score"] == "0.67"
    assert list(done("answer", begun, "B.I.a", "3,42", "--note", "Survei", "--internal", "Cek", "--column", "tpn")) == [
        "code",
        "score",
        "total",
    ]
    assert done("answer", begun, RATIO, "wajib_ditindaklanjuti=6,diproses=1,selesai=4")["code"] == RATIO
    assert done("answer", begun, RATIO, "--not-applicable", "--note", "Tidak ada pengaduan")["score"] == "1"
    assert done("evaluation", "score", begun)["not_applicable"] == [RATIO]
    assert done("evaluation", "score", begun, "--column", "tpn")["answered"] == 1


def test_answer_from_a_list(done, begun, tmp_path):
    listed = write_list(tmp_path / "a.csv", f"kode,jawaban,catatan\n{CHOICE},Ya,Dilihat\nA.I.1.i.b,A,\n")
    assert done("answer", begun, "--from", listed) == {"answered": 2, "total": "0.5"}
    assert done("answer", begun, "--from", listed, "--column", "mandiri")["answered"] == 2


def test_answer_as_somebody(done, call, begun, tmp_path):
    plan = write_list(tmp_path / "plan.json", json.dumps({"team": [LEAD]}))
    assert done("evaluation", "plan", begun, plan) == {"id": begun, "signers": 1}
    done("answer", begun, CHOICE, "Ya", "--as", RINI)
    assert call("answer", begun, CHOICE, "Ya", "--as", "Siti Misalwati").status == 2
    assert done("evaluation", "show", begun)["team"] == [
        {"name": RINI, "role": "ketua_tim", "areas": [], "signs": True}
    ]


def test_score_card(done, begun):
    done("answer", begun, CHOICE, "Ya")
    card = done("evaluation", "score", begun)
    assert list(card) == CARD
    assert (card["instrument"], card["column"], card["answered"], card["questions"]) == (
        "permenpanrb-90-2021",
        "tpi",
        1,
        113,
    )
    assert card["provisional"] is True
    assert (card["maximum_possible"], card["interval"]) == ("100", None)
    assert {"A", "A.I", "A.I.1", "A.I.1.i", "B.I"} <= card["nodes"].keys()
    assert card["question_scores"][CHOICE] == "1"
    assert list(card["areas"]) == ["1", "2", "3", "4", "5", "6"]
    assert list(card["areas"]["1"]) == ["points", "weight", "fraction"]
    assert len(card["unanswered"]) == 112
    for predicate in ("WBK", "WBBM"):
        requirements = card["predicates"][predicate]["requirements"]
        assert [each["id"] for each in requirements] == REQUIREMENTS + (
            ["earlier_predicate"] if len(requirements) > 12 else []
        )
        assert list(requirements[0]) == ["id", "minimum", "value", "met"]
    no_floats(card)


def test_preflight_is_a_negative_answer_until_nothing_blocks(call, begun):
    printed = call("evaluation", "preflight", begun, "--json")
    assert (printed.status, printed.err) == (1, "")
    assert list(printed.json) == ["must", "warn"]
    assert printed.json["must"][0] == {
        "id": f"unanswered:{CHOICE}", "code": CHOICE, "message": f"Butir {CHOICE} belum terisi.", "reason": "",
    }  # fmt: skip


def test_snapshot_explain_and_acknowledge(done, begun):
    assert done("evaluation", "snapshot", begun, "Desk") == {"id": begun, "snapshot": "Desk"}
    done("answer", begun, CHOICE, "Ya")
    for code in (CHOICE, "A.I.1", "total"):
        told = done("evaluation", "explain", begun, code)
        assert list(told) == ["text", "steps"]
        assert isinstance(told["text"], str)
        assert told["steps"]
        no_floats(told)


def test_settings(done):
    assert done("settings", "set", "agency.word", "perangkat daerah") == {"agency.word": "perangkat daerah"}
    assert done("settings", "set", "agency.letterhead", "A | B") == {"agency.letterhead": ["A", "B"]}
    assert done("settings", "get", "agency.word") == {"agency.word": "perangkat daerah"}
    assert list(done("settings", "get")) == [
        "agency.name", "agency.letterhead", "agency.logo", "agency.word", "person.name", "person.nip", "person.position",
    ]  # fmt: skip


def test_identity(done, tmp_path):
    done("settings", "set", "person.name", RINI)
    secret = write_list(tmp_path / "rahasia.txt", f"\ufeff{SECRET}\r\n")
    card = done("identity", "new", "--passphrase-file", secret)
    assert list(card) == ["person", "name", "nip", "sha256", "fingerprint", "valid_until", "pem", "file"]
    assert done("identity", "show") == card
    assert done("identity", "export", "-o", tmp_path / "kartu.pem") == {"file": str(tmp_path / "kartu.pem")}


def test_a_forgotten_key_is_replaced_only_where_that_was_said(done, call, workspace, tmp_path):
    done("settings", "set", "person.name", RINI)
    secret, other = (write_list(tmp_path / f"{words}.txt", words) for words in (SECRET, "yang diingat"))
    assert call("identity", "new", "--replace", "--passphrase-file", other).status == 2
    old = done("identity", "new", "--passphrase-file", secret)
    assert call("identity", "new", "--passphrase-file", other).status == 2
    assert done("identity", "show") == old
    new = done("identity", "new", "--replace", "--passphrase-file", other)
    assert new["sha256"] != old["sha256"]
    assert done("identity", "show") == new
    assert [path.read_text() for path in workspace.glob("identitas-lama-*.pem")] == [old["pem"]]


def test_check(done, begun):
    assert begun
    assert done("check") == {"ok": True, "problems": []}


def test_check_names_what_is_wrong(cli, signed):
    folder, _, report = signed
    report.write_bytes(b"lain")
    printed = cli("check", "--json", workspace=folder)
    assert printed.status == 1
    assert printed.json["ok"] is False
    assert any("berubah sejak ditandatangani" in problem for problem in printed.json["problems"])


def test_report_and_sign(cli, scored, tmp_path):
    scored.services.close()

    def call(*arguments):
        return cli(*arguments, "--json", workspace=scored.folder)

    draft = call("report", scored.id, "--draft", "-o", tmp_path / "draf.pdf").json
    assert list(draft) == ["file", "sha256", "pages"]
    assert draft["file"] == str(tmp_path / "draf.pdf")
    whole = call("report", scored.id[:8], "-o", tmp_path / "laporan.pdf").json
    secret = write_list(tmp_path / "rahasia", SECRET)
    key = tmp_path / "ketua.p12"
    key.write_bytes(p12())
    signed = call("sign", whole["file"], "--p12", key, "--passphrase-file", secret, "--role", "ketua_tim")
    assert signed.json == {"file": whole["file"], "signatures": 1, "complete": False}
    verified = call("verify", whole["file"])
    assert (verified.status, verified.json["verdict"]) == (1, "incomplete")
    assert list(verified.json) == VERIFICATION
    assert list(verified.json["signatures"][0]) == SIGNATURE
    again = call("sign", scored.id, "--p12", key, "--passphrase-file", secret)
    assert (again.status, again.out) == (2, "")


def test_verify_needs_no_workspace_and_ends_by_its_verdict(cli, signed_original, tmp_path, monkeypatch):
    monkeypatch.setenv("ZI_WORKSPACE", str(tmp_path / "tidak ada"))
    report, trust = signed_original.report, signed_original.trust
    assert cli("verify", report, "--trust", trust).status == 0
    assert cli("verify", report).status == 1
    altered = tmp_path / "diubah.pdf"
    altered.write_bytes(report.read_bytes().replace(b"/Page", b"/Pagf", 1))
    assert cli("verify", altered, "--trust", trust).status == 1
    other = write_list(tmp_path / "lain.pdf", "bukan laporan")
    unreadable = cli("verify", other, "--json")
    assert (unreadable.status, unreadable.json["verdict"]) == (2, "unreadable")
    assert unreadable.err.count("\n") == 1
    assert cli("verify", other).out == ""
    assert cli("verify", report, "--trust", other).status == 2
    assert not (tmp_path / "tidak ada").exists()
