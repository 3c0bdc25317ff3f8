"""``satker trend``: the same figures and words as the window."""

import pytest
from builders import CHOICE, begin, give, open_services
from master_lists import write_shorter


@pytest.fixture
def folder(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        ids = [begin(services, tmp_path, year=2026)]
        services.edition_taking.take(services.edition_taking.read(write_shorter(tmp_path / "daftar.json")))
        ids.append(services.evaluations.create("C-1", 2027))
        for id_, answer in zip(ids, ("Tidak", "Ya"), strict=True):
            give(services, id_, CHOICE, answer)
    return tmp_path / "ruang"


def test_figures_of_each_year_and_what_is_not_compared(cli, folder):
    shown = cli("satker", "trend", "C-1", "--json", workspace=folder).json
    then, now = shown["points"]
    assert [(point["year"], point["edition"], point["questions"], point["compared"]) for point in (then, now)] == [
        (2026, "2026.1", 113, 112), (2027, "2027", 112, 112),
    ]  # fmt: skip
    assert (then["left_out"], now["left_out"]) == (["A.I.1.ii.c"], [])
    assert (then["total"], now["total"]) == ("0", "0.25")
    assert (then["areas"]["1"], now["areas"]["1"]) == (
        "0",
        "0.03125",
    )  # 0.25 of 8: the new edition gives the weight to the items left
    said = cli("satker", "trend", "C-1", workspace=folder).out
    assert "Nilai total                             0,00  0,25" in said
    assert all(sentence in said for sentence in shown["words"])


def test_a_satker_that_was_never_judged_is_told_so(cli, tmp_path):
    with open_services(tmp_path / "ruang") as services:
        begin(services, tmp_path)
    printed = cli("satker", "trend", "C-1", "--json", workspace=tmp_path / "ruang")
    assert printed.json == {"points": [], "words": []}
    assert (
        cli("satker", "trend", "C-1", workspace=tmp_path / "ruang").out
        == "Belum ada evaluasi satker ini yang dinilai.\n"
    )
