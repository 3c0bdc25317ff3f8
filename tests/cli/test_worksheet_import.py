"""``worksheet import``: the preview as promised, then the taking; a folder likewise."""

import io
import re
import shutil
import zipfile

import pytest
from builders import CHOICE, INDEX, RATIO, write_list
from openpyxl import load_workbook
from sheet_files import write_sheet

from zi_desktop.domain.answers import Counted
from zi_desktop.worksheets.layout import Layout

SECOND = "A.I.1.i.b"
KEYS = ["new", "changed", "same", "refused", "faults"]
MORE = ["warnings", "left_out", "left_out_count", "taken", "later"]


@pytest.fixture
def id_(call, tmp_path):
    call(
        "satker",
        "import",
        write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas Kelas IIB Contohrejo\nC-2,Rutan Contoh\n"),
    )
    return call("evaluation", "new", "--satker", "C-1", "--year", "2026", "--json").json["id"]


@pytest.fixture
def sheet(tmp_path):
    return write_sheet(tmp_path / "v1.xlsx", {CHOICE: "Ya", SECOND: "B", INDEX: "3,4"}, {CHOICE: "Ada SK."})


def paste(file, cell, number):
    """Put a number in the place of a formula, as somebody does who types over it."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(made, "w") as copy:
        for name in source.namelist():
            pasted = f'<c r="{cell}"><v>{number}</v></c>'.encode()
            data = re.sub(rb'<c r="%b"[^>]*>(?!</c>).*?</c>' % cell.encode(), pasted, source.read(name))
            copy.writestr(name, data if name == "xl/worksheets/sheet3.xml" else source.read(name))
    file.write_bytes(made.getvalue())


def test_the_preview_is_as_promised_and_writes_nothing(call, id_, sheet):
    before = call("evaluation", "show", id_, "--json").json["head"]
    printed = call("worksheet", "import", id_, sheet, "--column", "mandiri", "--json")
    assert (printed.status, printed.err) == (0, "")
    assert list(printed.json) == [*KEYS, *MORE]
    assert printed.json["new"] == [
        {
            "code": CHOICE,
            "cell": "K8",
            "before": None,
            "after": {"choice": "Ya"},
            "note": {"before": "", "after": "Ada SK."},
        },
        {"code": SECOND, "cell": "K9", "before": None, "after": {"choice": "B"}},
        {"code": INDEX, "cell": "K202", "before": None, "after": {"index": "3.4"}},
    ]
    assert [printed.json[key] for key in KEYS[1:]] == [[], 0, [], []]
    assert [printed.json[key] for key in MORE] == [[], [], 0, None, []]
    assert call("evaluation", "show", id_, "--json").json["head"] == before


def test_what_is_applied_stands_and_a_second_time_changes_nothing(call, id_, sheet):
    printed = call("worksheet", "import", id_, sheet, "--column", "mandiri", "--apply", "--sender", "Unit", "--json")
    assert len(printed.json["new"]) == 3
    assert call("evaluation", "score", id_, "--column", "mandiri", "--json").json["answered"] == 3
    assert call("evaluation", "score", id_, "--json").json["answered"] == 0
    head = call("evaluation", "show", id_, "--json").json["head"]
    again = call("worksheet", "import", id_, sheet, "--column", "mandiri", "--apply", "--json")
    assert [again.json[key] for key in KEYS] == [[], [], 3, [], []]
    assert call("evaluation", "show", id_, "--json").json["head"] == head


def test_a_newer_version_shows_before_and_after_and_empties_nothing(call, id_, sheet, tmp_path):
    call("worksheet", "import", id_, sheet, "--column", "mandiri", "--apply")
    counts = Counted({"wajib_ditindaklanjuti": 3, "diproses": 1, "selesai": 5})
    newer = write_sheet(tmp_path / "v2.xlsx", {CHOICE: "Tidak", SECOND: "B", RATIO: counts}, {CHOICE: "Ada SK."})
    shown = call("worksheet", "import", id_, newer, "--column", "mandiri", "--json").json
    assert [(row["code"], row["before"], row["after"]) for row in shown["changed"]] == [
        (CHOICE, {"choice": "Ya"}, {"choice": "Tidak"})
    ]
    assert [(row["code"], row["reason"]) for row in shown["refused"]] == [(INDEX, "kosong di lembar; yang ada tetap")]
    printed = call("worksheet", "import", id_, newer, "--column", "mandiri", "--apply")
    assert "v2.xlsx, kolom mandiri: 1 baru, 1 berubah, 1 sama, 1 perlu dipilih." in printed.out
    assert "Versi sebelumnya: v1.xlsx (diterima " in printed.out
    assert "perlu diperiksa" in printed.out
    assert printed.out.endswith("2 butir terisi.\n")
    assert call("evaluation", "score", id_, "--column", "mandiri", "--json").json["answered"] == 4
    older = call("worksheet", "import", id_, sheet, "--column", "mandiri")
    assert "Berkas ini sudah diambil pada " in older.out
    assert "; sesudah itu v2.xlsx (diterima " in older.out
    shown = call("worksheet", "import", id_, sheet, "--column", "mandiri", "--json").json
    assert (shown["taken"]["name"], [item["name"] for item in shown["later"]]) == ("v1.xlsx", ["v2.xlsx"])


def test_the_total_of_the_sheet_is_held_against_ours_and_explained(call, id_, sheet):
    paste(sheet, "L208", "99.5")
    arguments = ("worksheet", "import", id_, sheet, "--column", "mandiri")
    ours = call("score", sheet, "--json").json["total"]
    assert call(*arguments, "--json").json["faults"] == [
        {
            "cell": "L208",
            "problem": "L208 bukan jumlah Pengungkit dan Hasil.",
            "sheet_value": "99.5",
            "value": ours,
        }
    ]
    printed = call(*arguments).out
    assert "Lembar ini menunjukkan 99,50, seharusnya " in printed
    assert ": L208 bukan jumlah Pengungkit dan Hasil." in printed


def test_a_sheet_of_somebody_else_says_so(call, id_, tmp_path):
    other = write_sheet(tmp_path / "lain.xlsx", {CHOICE: "Ya"}, unit="Rutan Contoh", year=2025)
    printed = call("worksheet", "import", id_, other, "--column", "mandiri")
    assert "menyebut Rutan Contoh, sedangkan evaluasi ini milik Lapas Kelas IIB Contohrejo" in printed.out
    assert "tahun 2025" in printed.out
    assert len(call("worksheet", "import", id_, other, "--column", "mandiri", "--json").json["warnings"]) == 2
    held = call("worksheet", "import", id_, other, "--column", "mandiri", "--apply", "--json")
    assert (held.status, held.out) == (2, "")
    assert "Tidak ada yang diambil" in held.err
    assert "--despite-warnings" in held.err
    assert call("evaluation", "score", id_, "--column", "mandiri", "--json").json["answered"] == 0
    call("worksheet", "import", id_, other, "--column", "mandiri", "--apply", "--despite-warnings")
    assert call("evaluation", "score", id_, "--column", "mandiri", "--json").json["answered"] == 1


def test_what_stands_beside_the_columns_is_told(call, id_, sheet):
    book = load_workbook(sheet)
    book["LKE ZI"]["T9"] = "Menurut kami sudah B sejak 2024."
    book.save(sheet)
    shown = call("worksheet", "import", id_, sheet, "--column", "mandiri", "--json").json
    assert shown["left_out_count"] == 1
    assert [(item["code"], item["cell"], item["text"]) for item in shown["left_out"]] == [
        (SECOND, "T9", "Menurut kami sudah B sejak 2024.")
    ]
    printed = call("worksheet", "import", id_, sheet, "--column", "mandiri").out
    assert "3 baru, 0 berubah, 0 sama, 1 tidak diambil." in printed
    assert "Menurut kami sudah B" in printed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--column", "mandiri"], "Evaluasi atau berkas belum disebut"),
        ([], "--column belum diberikan"),
        (["--folder", ".", "--column", "mandiri"], "--folder memerlukan --year"),
        (["--folder", ".", "--year", "2026", "--column", "mandiri", "--despite-warnings"], "satu per satu"),
        (["x", "y.xlsx", "--column", "tpn", "--year", "2026", "--folder", "."], "--folder memerlukan --year"),
        (["tidak-ada", "y.xlsx", "--column", "tpi"], "tidak ada di ruang kerja"),
    ],
)
@pytest.mark.usefixtures("id_")
def test_what_is_missing_is_said_in_a_sentence(call, arguments, words):
    printed = call("worksheet", "import", *arguments)
    assert printed.status == 2
    assert words in printed.err


def test_a_file_that_is_no_worksheet_is_refused(call, id_, tmp_path):
    file = write_list(tmp_path / "x.xlsx", "bukan Excel")
    printed = call("worksheet", "import", id_, file, "--column", "mandiri", "--apply")
    assert (printed.status, printed.out) == (2, "")
    assert "Tidak ada yang diambil" in printed.err


def test_a_column_that_the_sheet_does_not_have_is_refused(call, id_, tmp_path):
    portal = write_sheet(tmp_path / "p.xlsx", {CHOICE: "Ya"}, layout=Layout.PORTALRB)
    printed = call("worksheet", "import", id_, portal, "--column", "tpn")
    assert printed.status == 2
    assert "tidak memuat kolom tpn" in printed.err


@pytest.mark.usefixtures("id_")
def test_a_folder_is_matched_and_taken_and_its_bad_files_are_named(call, sheet, tmp_path):
    folder = tmp_path / "kiriman"
    write_sheet(folder / "LKE C-2.xlsx", {CHOICE: "Tidak"}, unit="Rutan Contoh")
    shutil.copy(sheet, folder / "lapas.xlsx")
    (folder / "rusak.xlsx").write_bytes(sheet.read_bytes()[:4000])
    arguments = ("worksheet", "import", "--folder", folder, "--year", "2026", "--column", "mandiri")
    looked = call(*arguments, "--json")
    assert looked.status == 0
    assert [(row["satker"], row["new"], row["begins"], row["taken"], bool(row["problem"])) for row in looked.json] == [
        ("C-1", 3, False, None, False),
        ("C-2", 1, True, None, False),
        (None, 0, False, None, True),
    ]
    taken = call(*arguments, "--apply")
    assert taken.status == 1, "a file that could not be read is a negative answer"
    assert "rusak.xlsx" in taken.out
    assert taken.out.endswith("\n3 berkas: 2 terisi, 1 tidak diambil.\n")
    newer = write_sheet(folder / "lapas.xlsx", {CHOICE: "Ya", SECOND: "B"})
    assert call(*arguments).out.count("sama, 2 perlu dipilih") == 1, (
        "an answer and a note that a newer sheet lacks are left"
    )
    shutil.copy(sheet, newer)
    assert len(call("evaluation", "list", "--json").json) == 2
    (folder / "rusak.xlsx").unlink()
    again = call(*arguments, "--apply", "--json")
    assert again.status == 0
    assert [(row["same"], row["taken"]) for row in again.json] == [(3, None), (1, None)]
