"""HUB.md: every command on the operator's page is run as it is written, in its order, with real servers."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "HUB.md"
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def operator(tmp_path, scored_original, postgresql, s3):
    """Run a block of the page in a folder with the workspace of a laptop that has something to send."""
    shutil.copytree(scored_original[0], tmp_path / "laptop")
    (tmp_path / "main.py").write_bytes((ROOT / "main.py").read_bytes())
    database = postgresql.url("zi_halaman")
    places = {
        "postgresql://zi@db.contoh/zi": database,
        "s3://zi-hub/pusat?endpoint=https://s3.example": s3.address("halaman"),
    }
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (bin_ / "python").chmod(0o755)
    environment = {
        **os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "ZI_WORKSPACE": str(tmp_path / "kosong"),
        "ZI_S3_ACCESS_KEY": s3.keys.access, "ZI_S3_SECRET_KEY": s3.keys.secret,
    }  # fmt: skip

    def run(block):
        for written, real in places.items():
            block = block.replace(written, real)
        done = subprocess.run(
            ["sh", "-eu", "-c", block], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def value(command):
        return json.loads(run(f"python main.py --json {command}"))

    run.environment, run.value = environment, value
    return run


@pytest.mark.skipif(shutil.which("sh") is None, reason="the page is written for a server with sh")
def test_every_command_of_the_page_does_what_it_says(operator, tmp_path):
    todo = iter(BLOCKS)
    assert "Sidik untuk dicetak" in operator(next(todo))
    (tmp_path / "satker.csv").write_text("kode,nama\nC-90,Rutan Kelas I Misalan\n", "utf-8")
    assert "1 satker baru" in operator(next(todo))
    operator.environment["SIDIK"] = operator.value("--workspace pusat hub init tukar")["fingerprint"]
    operator(next(todo))  # the laptop sends
    operator(next(todo))  # it waits for its card
    (card,) = operator.value("--workspace pusat identity card list")
    operator.environment |= {"PERANGKAT": card["device"], "SIDIK_KARTU": card["fingerprint"]}
    operator(next(todo))
    operator(next(todo))  # every day
    held = operator.value("hub status gabungan.db")
    assert (held["evaluations"], held["waiting"]) == (1, 0)
    assert held["lines"] > 113
    kanwils = {row["satker"]["kanwil"] for row in operator.value("portfolio --into gabungan.db") if row["evaluation"]}
    operator.environment["KANWIL"] = kanwils.pop()
    assert "Tepercaya" in operator(next(todo))
    assert (tmp_path / "portofolio.xlsx").stat().st_size
    back_up, dump = next(todo), next(todo)
    for _ in range(2):  # every night
        operator(back_up)
    assert not (tmp_path / "cadangan" / "pusat" / "pusat").exists()
    assert list((tmp_path / "cadangan" / "pusat" / "hub").glob("kunci-*")), "the keys of the hub are in it"
    operator(next(todo))  # restore
    assert operator.value("hub status gabungan.db") == held
    operator(next(todo))  # with the key from the safe
    operator(next(todo))  # everything is lost but the safe
    operator(next(todo))
    assert operator.value("hub status gabungan-baru.db")["lines"] == held["lines"]
    operator.environment["SIDIK_BARU"] = operator.value("--workspace pusat-baru hub init tukar-baru")["fingerprint"]
    assert "1 evaluasi" in operator(next(todo))  # the laptop sends everything again
    operator.environment["KIRIMAN"] = str(next(tmp_path.glob("tukar/inbox/*/*.zib")))
    assert f"{held['lines']} perubahan, TANPA sandi" in operator(next(todo))  # one bundle alone
    operator(next(todo))  # rotate
    assert "Tidak ada bagian yang hilang" in operator(next(todo))
    (row,) = [row for row in operator.value("portfolio --into gabungan.db") if row["evaluation"]]
    operator.environment["EVALUASI"] = row["evaluation"]["id"]
    assert "diletakkan untuk" in operator(next(todo))  # files back to the laptop
    lost = next(todo)
    operator(next(todo))  # PostgreSQL
    assert operator.value("hub status postgresql://zi@db.contoh/zi")["lines"] == held["lines"]
    operator(dump)
    assert (tmp_path / "cadangan" / "gabungan.dump").stat().st_size
    operator(next(todo))  # S3
    operator(lost)
    assert not list(todo)
