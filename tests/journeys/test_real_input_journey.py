"""Real input: from a list of satker and a list of answers to a signed report that scores itself again."""

import json

from builders import NIP_RINI, RINI, SECRET, write_list
from processes import ROOT, program

SHARED = ROOT.parent / "shared" / "lke" / "real-unit-answers.csv"
SAMPLE = ROOT / "resources" / "sample" / "answers.csv"
REAL_UNIT = (SHARED, "95.6326007326", True, {"rule:sasaran_belum_tercapai"})
SAMPLE_UNIT = (SAMPLE, "83.3336388889", False, set())
# The project's tests pass without its surroundings: there the same way is gone with the sample.
ANSWERS, TOTAL, WBBM, BROKEN = REAL_UNIT if SHARED.exists() else SAMPLE_UNIT


def test_from_lists_to_a_signed_report(tmp_path):
    workspace = tmp_path / "ruang kerja"

    def call(*arguments, **more):
        return program(*arguments, "--json", workspace=workspace, **more)

    call("satker", "import", write_list(tmp_path / "satker.csv", "kode;nama\nC-9;Lapas Kelas IIB Misalan\n"))
    id_ = call("evaluation", "new", "--satker", "C-9", "--year", 2026)["id"]
    assert call("answer", id_, "--from", ANSWERS) == {"answered": 113, "total": TOTAL}
    team = [{"name": RINI, "nip": NIP_RINI, "role": "ketua_tim"}]
    call("evaluation", "plan", id_, write_list(tmp_path / "rencana.json", json.dumps({"team": team})))
    card = call("evaluation", "score", id_)
    assert (card["total"], card["answered"], card["provisional"]) == (TOTAL, 113, False)
    assert (card["predicates"]["WBK"]["met"], card["predicates"]["WBBM"]["met"]) == (True, WBBM)

    assert {check["id"] for check in call("evaluation", "preflight", id_, status=1)["must"]} == {"unnamed"}
    call("settings", "set", "person.name", RINI)
    secret = write_list(tmp_path / "rahasia", SECRET)
    fingerprint = call("identity", "new", "--passphrase-file", secret)["sha256"]
    found = call("evaluation", "preflight", id_)
    assert found["must"] == []
    assert {check["id"] for check in found["warn"]} >= BROKEN

    signed = call("sign", id_, "--passphrase-file", secret, "--role", "ketua_tim")
    assert (signed["signatures"], signed["complete"]) == (1, True)
    verified = program("verify", signed["file"], "--json", status=1)
    assert verified["verdict"] == "intact-unknown-identity"
    assert verified["rescored"] == {"matches": True, "total": TOTAL}
    assert verified["signatures"][0]["intact"] is True
    assert len(fingerprint) == 64
    assert call("check") == {"ok": True, "problems": []}
