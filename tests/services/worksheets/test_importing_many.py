"""A folder of a thousand worksheets: every file is told of, the bad ones by name, in the memory of a small laptop."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from builders import CHOICE, write_list
from measured_runs import run_measured
from sheet_files import write_sheet

from zi_desktop.services import editions
from zi_desktop.worksheets.layout import Layout

FILES, BAD = 1000, {7, 500, 999}
ROOM = 400 * 1024
"""Kilobytes."""


@pytest.mark.long
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the peak is counted in other units")
def test_a_thousand_worksheets_are_taken_in_the_memory_of_a_small_laptop(tmp_path):
    folder, workspace = tmp_path / "kiriman", tmp_path / "ruang"
    answers = {
        code: "B" for code, item in editions.current().questions.items() if getattr(item.answer, "scale", "") == "abc"
    }
    sheet = write_sheet(
        tmp_path / "x.xlsx",
        answers | {CHOICE: "Ya"},
        dict.fromkeys(answers, "Catatan unit. " * 20),
        unit="",
        layout=Layout.PORTALRB,
    )
    folder.mkdir()
    for number in range(FILES):
        file = Path(shutil.copy(sheet, folder / f"LKE K{number:04d}.xlsx"))
        if number in BAD:
            file.write_bytes(file.read_bytes()[: 1000 * (number % 5 + 1)])
    rows = "".join(f"K{number:04d},Lapas Contoh {number:04d}\n" for number in range(FILES))
    named = ("--workspace", workspace, "--json")
    run_measured(tmp_path, *named, "satker", "import", write_list(tmp_path / "satker.csv", f"kode,nama\n{rows}"))
    done, memory = run_measured(
        tmp_path, *named, "worksheet", "import", "--folder", folder, "--year", "2026", "--column", "mandiri", "--apply"
    )
    assert (done.returncode, done.stderr) == (1, "")
    told = {Path(row["file"]).stem: row for row in json.loads(done.stdout)}
    assert len(told) == FILES
    assert {number for number in range(FILES) if told[f"LKE K{number:04d}"]["problem"]} == BAD
    assert sum(row["taken"] or 0 for row in told.values()) == (FILES - len(BAD)) * (len(answers) + 1)
    assert memory < ROOM
