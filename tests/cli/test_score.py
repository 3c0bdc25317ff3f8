"""``score``: a worksheet file scored by itself, its faults beside, no workspace touched."""

import io
import zipfile

import pytest

from zi_desktop import paths
from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.worksheets.answer_list import read_answer_list
from zi_desktop.worksheets.filling import Filling, Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.workbook_writer import write_workbook

FIRST = "A.I.1.i.a"


def worksheet(path, layout=Layout.LAMPIRAN3, **opinions):
    import datetime as dt

    found = {Column(name): Opinion(answers) for name, answers in opinions.items()}
    moment = dt.datetime(2026, 11, 3, tzinfo=dt.UTC)
    filling = Filling(editions.current(), "Lapas Contoh", "s-1", "satuan kerja", 2026, "WBK", moment, found)
    path.write_bytes(write_workbook(filling, layout))
    return path


def replaced(path, part, before, after):
    """Change bytes in one part of a workbook."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            copy.writestr(name, data.replace(before, after) if name == part else data)
        assert before in source.read(part)
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture
def sample():
    entries = read_answer_list(paths.resources() / "sample" / "answers.csv", editions.current())
    return {
        entry.code: entry.answer
        for entry in entries
        if entry.answer and not getattr(entry.answer, "not_applicable", False)
    }


def test_the_score_card_of_a_file(cli, tmp_path, sample):
    printed = cli(
        "score", worksheet(tmp_path / "lembar.xlsx", tpi=sample), "--json", workspace=tmp_path / "ruang kerja"
    )
    assert (printed.status, printed.err) == (0, "")
    card = printed.json
    assert (card["column"], card["answered"], card["questions"], card["faults"]) == ("tpi", len(sample), 113, [])
    assert card["question_scores"][FIRST] in ("0", "1")
    assert [file.name for file in tmp_path.iterdir()] == ["lembar.xlsx"]


def test_the_column_is_the_one_that_is_filled_unless_one_is_named(cli, tmp_path):
    own = worksheet(tmp_path / "p.xlsx", Layout.PORTALRB, mandiri={FIRST: Chosen("Ya")})
    both = worksheet(tmp_path / "q.xlsx", Layout.PORTALRB, mandiri={FIRST: Chosen("Ya")}, tpi={FIRST: Chosen("Tidak")})
    shown = [
        (card["column"], card["total"])
        for card in (
            cli("score", own, "--json").json,
            cli("score", both, "--json").json,
            cli("score", both, "--column", "mandiri", "--json").json,
        )
    ]
    assert shown == [("mandiri", "0.25"), ("tpi", "0"), ("mandiri", "0.25")]


def test_faults_stand_in_the_card_and_the_text_explains_the_total(cli, tmp_path, sample):
    file = worksheet(tmp_path / "lembar.xlsx", tpi=sample)
    with zipfile.ZipFile(file) as archive:
        body = archive.read("xl/worksheets/sheet3.xml").decode()
    start = body.index('<c r="L208"')
    cell = body[start : body.index("</c>", start) + 4]
    replaced(file, "xl/worksheets/sheet3.xml", cell.encode(), b'<c r="L208"><v>99.5</v></c>')
    card = cli("score", file, "--json").json
    assert card["faults"] == [
        {
            "cell": "L208",
            "problem": "L208 bukan jumlah Pengungkit dan Hasil.",
            "sheet_value": "99.5",
            "value": card["total"],
        }
    ]
    text = cli("score", file).out
    assert "Kesalahan pada lembarnya (1):" in text
    assert "Lembar ini menunjukkan 99,50, seharusnya " in text


def test_what_was_refused_is_listed(cli, tmp_path):
    file = worksheet(tmp_path / "lembar.xlsx", tpi={FIRST: Chosen("Ya")})
    with zipfile.ZipFile(file) as archive:
        texts = archive.read("xl/sharedStrings.xml")
    assert texts.count(b"<t>Ya</t>") == 1
    replaced(file, "xl/sharedStrings.xml", b"<t>Ya</t>", b"<t>mungkin</t>")
    text = cli("score", file).out
    assert "Ditolak (1), tidak ikut dihitung:" in text
    assert f'K8 {FIRST} "mungkin": bukan salah satu pilihan Ya/Tidak' in text
    (refused,) = cli("score", file, "--json").json["refused"]
    assert (refused["code"], refused["cell"], refused["text"]) == (FIRST, "K8", "mungkin")


def test_what_is_no_worksheet_is_refused_in_a_sentence(cli, tmp_path):
    (tmp_path / "foto.xlsx").write_bytes(b"\x89PNG")
    printed = cli("score", tmp_path / "foto.xlsx", "--json")
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.startswith("foto.xlsx bukan buku kerja Excel. Tidak ada yang diambil; ")
