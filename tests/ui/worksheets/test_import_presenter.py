"""The import of a worksheet without a window: read, matched, looked at, taken, remembered."""

import pytest
from builders import CHOICE, INDEX, give, write_list
from openpyxl import load_workbook
from sheet_files import write_sheet

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import FileReadError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.ui.worksheets.import_effect import sheet_total, version_words
from zi_desktop.ui.worksheets.import_lines import Kind
from zi_desktop.ui.worksheets.import_notice import notice_of
from zi_desktop.ui.worksheets.import_presenter import ImportPresenter
from zi_desktop.ui.worksheets.import_reading import Wish
from zi_desktop.worksheets.layout import Layout

SECOND, THIRD = "A.I.1.i.b", "A.I.1.ii.a"
SOURCE = Provenance("Tim kerja satker contoh", "Surel", "2026-11-02")


@pytest.fixture
def presenter(begun, jobs):
    return ImportPresenter(begun[0], jobs)


def shown(qtbot, presenter, act):
    with qtbot.waitSignal(presenter.shown_changed, timeout=20_000) as found:
        act()
    return found.args[0]


def read(qtbot, presenter, file, **more):
    return shown(qtbot, presenter, lambda: presenter.read(Wish(file, **more)))


def take(qtbot, presenter, ids=None, source=SOURCE):
    preview = presenter.shown.preview
    with qtbot.waitSignal(presenter.taken, timeout=20_000) as taken:
        presenter.apply(preview.proposed if ids is None else ids, source)
    return taken.args


def test_a_file_finds_its_evaluation_by_the_satker_it_names(qtbot, presenter, begun, sheet):
    found = read(qtbot, presenter, sheet)
    assert found.target.evaluation == begun[1]
    assert found.column is Column.MANDIRI
    assert [(line.kind, line.code, line.before, line.after) for line in found.lines] == [
        (Kind.NEW, CHOICE, "–", "Ya"), (Kind.NEW, SECOND, "–", "B"), (Kind.NEW, INDEX, "–", "3,40"),
    ]  # fmt: skip
    assert "Ada SK." in found.lines[0].details
    assert not begun[0].evaluations.open(begun[1]).state.answers(Column.MANDIRI), "a preview writes nothing"


def test_a_file_is_taken_and_says_so_and_the_same_file_has_nothing_more(qtbot, presenter, begun, sheet):
    read(qtbot, presenter, sheet)
    id_, sentence = take(qtbot, presenter)
    assert id_ == begun[1]
    assert sentence.startswith("3 butir Mandiri diambil dari LKE v1.xlsx.")
    again = read(qtbot, presenter, sheet)
    assert again.lines == ()
    assert again.preview.same == 3
    assert again.preview.taken.sender == SOURCE.sender


def test_only_the_rows_that_were_chosen_are_taken(qtbot, presenter, begun, sheet):
    read(qtbot, presenter, sheet)
    take(qtbot, presenter, {SECOND})
    assert begun[0].evaluations.open(begun[1]).state.answers(Column.MANDIRI) == {SECOND: Chosen("B")}


def test_a_newer_version_shows_its_difference_and_what_tpi_had_judged(qtbot, presenter, begun, sheet, newer):
    read(qtbot, presenter, sheet)
    take(qtbot, presenter)
    give(*begun, CHOICE, "Ya")
    found = read(qtbot, presenter, newer)
    lines = {line.id: line for line in found.lines}
    assert [(line.kind, line.before, line.after) for line in lines.values()] == [
        (Kind.CHANGED, "Ya", "Tidak"), (Kind.NEW, "–", "Ya"), (Kind.OPEN, "3,40", "kosong"),
    ]  # fmt: skip
    assert "berubah setelah dinilai" in lines[CHOICE].remark
    assert "Ada SK. → Dicabut." in lines[CHOICE].details
    assert [line.id for line in found.lines if line.proposed] == [CHOICE, THIRD]
    assert [version_words(imported) for imported in found.history] == [
        "LKE v1.xlsx\u00a0· Tim kerja satker contoh\u00a0· Surel\u00a0· 2 Nov 2026"
    ]
    assert (found.source.sender, found.source.channel) == (SOURCE.sender, SOURCE.channel)


def test_the_source_of_a_satker_is_proposed_for_its_other_columns(qtbot, presenter, sheet):
    read(qtbot, presenter, sheet)
    take(qtbot, presenter)
    read(qtbot, presenter, sheet)
    other = shown(qtbot, presenter, lambda: presenter.choose_column(Column.TPN))
    assert other.history == ()
    assert (other.source.sender, other.source.channel) == (SOURCE.sender, SOURCE.channel)
    assert [line.kind for line in other.lines] == [Kind.NEW] * 3


def test_a_file_that_names_nobody_goes_where_it_probably_belongs_or_asks(qtbot, presenter, begun, tmp_path):
    file = write_sheet(tmp_path / "lembar.xlsx", {CHOICE: "Ya"}, year=2026)
    book = load_workbook(file)
    book["LKE ZI"]["H1"] = None
    book.save(file)
    asked = read(qtbot, presenter, file)
    assert (asked.target, asked.preview, len(asked.found.targets)) == (None, None, 1)
    chosen = shown(qtbot, presenter, lambda: presenter.choose_target(0))
    assert chosen.target.evaluation == begun[1]
    assert len(chosen.lines) == 1
    assumed = read(qtbot, presenter, file, likely=begun[1])
    assert assumed.target.evaluation == begun[1]
    assert notice_of(assumed)[0].startswith("Lembar dan nama berkasnya tidak menyebut satker.")
    assert "tidak menyebut" not in notice_of(read(qtbot, presenter, file, evaluation=begun[1]))[0]


def test_another_satker_or_year_is_told(qtbot, presenter, begun, tmp_path):
    file = write_sheet(tmp_path / "lembar.xlsx", {CHOICE: "Ya"}, unit="Rutan Umpama", year=2024)
    found = read(qtbot, presenter, file, evaluation=begun[1])
    assert len(found.preview.warnings) == 2


def test_an_evaluation_that_the_file_needs_is_begun(qtbot, presenter, begun, tmp_path):
    begun[0].satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\nC-9,Bapas Umpama\n"))
    year = begun[0].workspace.now().year
    file = write_sheet(tmp_path / "LKE.xlsx", {CHOICE: "Ya"}, unit="Bapas Umpama", year=year)
    found = read(qtbot, presenter, file)
    assert (found.target.evaluation, found.preview) == ("", None)
    begun_now = shown(qtbot, presenter, presenter.begin_evaluation)
    assert begun_now.target.words.startswith("Bapas Umpama")
    assert len(begun_now.lines) == 1
    assert len(begun[0].evaluations.list()) == 2


def test_our_own_sheet_of_tpi_is_offered_as_that_and_says_so_under_another_column(qtbot, presenter, begun, tmp_path):
    services, id_ = begun
    give(*begun, CHOICE, "Tidak")
    file = tmp_path / "LKE TPI.xlsx"
    services.exporting.export(id_, ExportLayout.LAMPIRAN3, file, Column.TPI)
    found = read(qtbot, presenter, file)
    assert (found.column, found.reason) == (Column.TPI, "Lembar menyebut jawaban TPI.")
    assert not found.doubtful
    other = shown(qtbot, presenter, lambda: presenter.choose_column(Column.MANDIRI))
    assert other.doubtful
    assert "menyebut isinya jawaban TPI" in notice_of(other)[0]


def test_a_sheet_that_says_nothing_of_whose_it_is_is_taken_for_the_unit_and_that_is_said(qtbot, presenter, sheet):
    book = load_workbook(sheet)
    book["LKE ZI"]["O1"] = None
    book.save(sheet)
    found = read(qtbot, presenter, sheet)
    assert (found.column, found.reason) == (Column.MANDIRI, "Satu kolom jawaban biasanya diisi satker.")
    assert "tidak menyebut jawaban siapa" in notice_of(found)[0]


def test_a_sheet_of_the_portal_begins_with_the_column_that_is_filled(qtbot, presenter, begun, tmp_path):
    file = write_sheet(tmp_path / "portal.xlsx", {CHOICE: "Ya"}, layout=Layout.PORTALRB)
    found = read(qtbot, presenter, file, evaluation=begun[1])
    assert (found.column, found.reason) == (Column.MANDIRI, "Kolom jawaban unit terisi.")


def test_what_the_sheet_shows_is_held_against_our_total(qtbot, presenter, begun, sheet, tmp_path):
    found = read(qtbot, presenter, sheet)
    assert sheet_total(found.preview).ours
    book = load_workbook(sheet)
    book.active["K8"] = "Mungkin"
    spoilt = tmp_path / "keliru.xlsx"
    book.save(spoilt)
    refused = [line for line in read(qtbot, presenter, spoilt).lines if line.kind is Kind.REFUSED]
    assert [(line.before, line.id) for line in refused] == [("–", "")], "what stands, not what the sheet says"
    assert refused[0].remark.startswith("“Mungkin” di sel K8: ")


def test_what_is_no_worksheet_is_refused_by_name(qtbot, presenter, tmp_path):
    other = tmp_path / "daftar.xlsx"
    other.write_bytes(b"PK\x03\x04 bukan buku kerja")
    with qtbot.waitSignal(presenter.refused, timeout=20_000) as refused:
        presenter.read(Wish(other))
    assert refused.args[0] == other
    assert "daftar.xlsx" in str(refused.args[1])


def test_a_file_that_is_gone_fails_as_every_file_does(qtbot, presenter, tmp_path):
    with qtbot.captureExceptions() as raised:
        presenter.read(Wish(tmp_path / "hilang.xlsx"))
        qtbot.waitUntil(lambda: bool(raised), timeout=20_000)
    assert isinstance(raised[0][1], FileReadError)


def test_reading_can_be_cancelled_and_nothing_is_shown(qtbot, presenter, jobs, sheet):
    jobs.started.connect(lambda job: job.cancel())
    with qtbot.waitSignal(presenter.stopped, timeout=20_000):
        presenter.read(Wish(sheet))
    assert presenter.shown is None


def test_only_the_last_question_is_answered(qtbot, presenter, sheet, newer):
    found = []
    presenter.shown_changed.connect(found.append)
    presenter.read(Wish(sheet))
    presenter.read(Wish(newer))
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert [each.found.file for each in found] == [newer]
