"""From an empty folder to a trusted report, in real processes; a changed report is not believed."""

from pathlib import Path

import pikepdf
from processes import program


def test_demo_is_trusted_and_a_tampered_copy_is_not(cli, tmp_path):
    def verdict(file):
        printed = cli("verify", file, "--trust", trust, "--json")
        return printed.status, printed.json["verdict"]

    shown = program("demo", tmp_path / "Kunjungan contoh – Ñusa", "--json")
    report, trust = Path(shown["report"]), shown["trust"]
    assert program("verify", report, "--trust", trust, "--json")["verdict"] == "trusted"

    tampered = tmp_path / "diubah.pdf"
    whole = report.read_bytes()
    tampered.write_bytes(whole + b"\n% di belakang tanda tangan")
    assert verdict(tampered) == (1, "altered")
    middle = len(whole) // 2
    tampered.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    assert verdict(tampered) == (1, "altered")
    with pikepdf.open(report) as opened:
        opened.pages[0].contents_add(b"q 1 1 1 rg 100 500 300 40 re f Q")
        opened.save(tampered)
    assert program("verify", tampered, "--trust", trust, "--json", status=1)["verdict"] == "altered"

    assert program("check", "--json", workspace=shown["workspace"]) == {"ok": True, "problems": []}
