"""The bench measures what it says: the right ratio, in turn, and a program's own memory."""

import sys
from pathlib import Path

import openpyxl
import pytest

from tools.bench.measuring import Row, in_turn
from tools.bench.place import Place
from tools.bench.processes import run
from tools.bench.workbook import VARIABLE, Workbook, find_workbook


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path, Workbook(tmp_path / "lembar.xlsx", "contoh"))


def test_a_ratio_stands_against_the_limit_where_there_is_a_yardstick():
    row = Row("ukuran", [3.0, 30.0, 4.0], 2, yardstick="pembanding", yardsticks=[2.0, 90.0, 1.0])

    assert (row.figure, row.ratio, row.met) == (4.0, 2.0, True)


def test_a_ratio_over_the_limit_is_missed_however_small_the_figure():
    assert not Row("ukuran", [0.3], 2, yardstick="pembanding", yardsticks=[0.1]).met


def test_a_figure_stands_against_the_limit_where_there_is_no_yardstick():
    assert Row("ukuran", [9.0, 10.0, 99.0], 10).met
    assert not Row("ukuran", [9.0, 10.0, 99.0], 10, quoted=max).met


def test_measures_and_yardsticks_take_turns_and_warm_ups_do_not_count():
    done = []

    def act(name):
        done.append(name)
        return len(done)

    first, second = in_turn(2, 1, lambda: act("A"), lambda: act("B"))

    assert "".join(done) == "ABABAB"
    assert (first, second) == ([3, 5], [4, 6])


def test_the_peak_of_a_program_is_its_own_and_not_that_of_who_started_it(place):
    held = bytearray(b"x" * 200_000_000)

    small = run([sys.executable, "-c", "pass"], place)
    large = run([sys.executable, "-c", "b'x' * 100_000_000"], place)

    assert len(held) > 100e6
    assert small.memory < 50
    assert 100 < large.memory < 150 + small.memory


def test_a_program_that_fails_is_not_measured(place):
    with pytest.raises(SystemExit, match="alasannya"):
        run([sys.executable, "-c", "raise SystemExit('alasannya')"], place)


def test_a_workbook_is_made_where_none_is_at_hand_and_the_table_can_say_so(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    found = find_workbook(tmp_path / "project", tmp_path)

    [sheet] = openpyxl.load_workbook(found.file)
    cells = [cell.value for row in sheet for cell in row if cell.value is not None]
    assert "buatan sendiri" in found.words
    assert (sheet.max_row, sheet.max_column) == (222, 17)
    assert sum(map(len, map(str, cells))) == pytest.approx(122_659, rel=0.2)


def test_the_workbook_that_was_named_is_taken(tmp_path, monkeypatch):
    named = tmp_path / "lembar saya.xlsx"
    named.write_bytes(b"")
    monkeypatch.setenv(VARIABLE, str(named))
    assert find_workbook(tmp_path, tmp_path).file == Path(named)

    named.unlink()
    with pytest.raises(SystemExit, match=VARIABLE):
        find_workbook(tmp_path, tmp_path)
