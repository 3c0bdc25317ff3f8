"""Every Qt model of the program keeps Qt's rules, with real content and through each of its changes."""

import importlib
import pkgutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from builders import CHOICE, INDEX, give
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QAbstractItemModelTester

import zi_desktop.ui
from tools.ministry import evaluations, satkers
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.services import editions
from zi_desktop.services.evaluations.last_year import TrendPoint
from zi_desktop.services.evidence.intake import FolderEntry
from zi_desktop.services.hub.consolidated import Scope, open_consolidated
from zi_desktop.services.satkers.preview import PreviewedRow, RowState
from zi_desktop.services.settling.matters import Matter, MatterKind, Version
from zi_desktop.storage import hub_rows
from zi_desktop.storage.hub_store import open_store
from zi_desktop.ui.consolidated.model import PagesModel
from zi_desktop.ui.consolidated.recap_dialog import RecapModel
from zi_desktop.ui.consolidated.shown import line_of, recap_lines
from zi_desktop.ui.evaluation.score_explanation_parts import PartsModel
from zi_desktop.ui.evaluation.tree_attention import attention_of
from zi_desktop.ui.evaluation.tree_figures import TreeFigures
from zi_desktop.ui.evaluation.tree_model import QuestionTreeModel
from zi_desktop.ui.evaluation.tree_outline import outline_of
from zi_desktop.ui.evidence.folder_model import FolderModel as EvidenceFolderModel
from zi_desktop.ui.evidence.lines import evidence_line
from zi_desktop.ui.evidence.list_model import EvidenceModel
from zi_desktop.ui.evidence.store_lines import StoreLine
from zi_desktop.ui.evidence.store_model import StoreModel
from zi_desktop.ui.file_dialogs import FileHeadings
from zi_desktop.ui.home.import_model import ImportModel as ListModel
from zi_desktop.ui.home.model import PortfolioModel
from zi_desktop.ui.home.recent_model import Recent, RecentModel
from zi_desktop.ui.home.rows import Row
from zi_desktop.ui.palette.matching import Command
from zi_desktop.ui.palette.model import CommandModel
from zi_desktop.ui.settling.model import SettleModel
from zi_desktop.ui.settling.shown import SettleLine, SettleShown, Status
from zi_desktop.ui.signing.checks import ChecksShown, checks_shown
from zi_desktop.ui.signing.checks_model import ChecksModel
from zi_desktop.ui.signing.signers import signer_lines
from zi_desktop.ui.signing.signers_list import SignersModel
from zi_desktop.ui.trend.model import TrendModel
from zi_desktop.ui.trend.shown import TrendShown, trend_shown
from zi_desktop.ui.widgets.grouped_rows import GroupedRows, ListRow, RowGroup
from zi_desktop.ui.worksheets.edition_lines import KINDS, EditionLine
from zi_desktop.ui.worksheets.edition_list import EditionListModel
from zi_desktop.ui.worksheets.edition_model import EditionModel
from zi_desktop.ui.worksheets.edition_presenter import EditionRow
from zi_desktop.ui.worksheets.folder_lines import FileState, FolderLine
from zi_desktop.ui.worksheets.folder_model import FolderModel
from zi_desktop.ui.worksheets.import_lines import Kind, Line
from zi_desktop.ui.worksheets.import_model import ImportModel

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
"""Each warning of Qt fails a test here; to fail by an abort would take the other tests along."""
MADE_OF = {"TwoLevels"}
"""Only what others are made of."""
MODELS = {}


def model(*kinds):
    """Register what shows models of these kinds: it yields each model, then goes on changing the last one."""

    def register(show):
        for kind in kinds:
            MODELS[kind] = show
        return show

    return register


@model(PortfolioModel, RecentModel)
def portfolio(kind, scored, _folder):
    services, tested = scored.services, kind()
    units = {each["id"]: each for each in services.satkers.list()}
    today = services.workspace.now().date()
    rows = [Row(units[each["satker"]], each, today) for each in services.evaluations.summaries()]
    rows += [Row(each, None, today) for each in units.values()]
    show = tested.show_rows if kind is PortfolioModel else tested.show_recents
    found = rows if kind is PortfolioModel else [Recent(rows[0], CHOICE, "10.42")]
    yield tested
    for lines in (found, found[:1], [], found):
        show(lines)
    yield len(found)


@model(ListModel)
def list_of_satkers(kind, _scored, _folder):
    tested, rows = (
        kind(),
        [
            PreviewedRow(2, "C-1", "Lapas Contoh", RowState.NEW),
            PreviewedRow(3, "", "", RowState.BAD, problem="kode kosong"),
        ],
    )
    yield tested
    for shown in (rows, rows[1:], [], rows):
        tested.show_rows(shown)
    yield len(rows)


@model(QuestionTreeModel)
def questions(kind, scored, _folder):
    def look():
        view = scored.services.evaluations.open(scored.id)
        return TreeFigures(outline, view, attention_of(view, {}), hidden=False)

    outline, tested = outline_of(scored.state.instrument), kind()
    yield tested
    tested.show_outline(outline, look())
    give(scored.services, scored.id, CHOICE, "Tidak")
    tested.show_figures(look())
    tested.show_outline(outline_of(scored.state.instrument), look())
    yield len(outline.roots)


@model(PartsModel)
def parts(kind, _scored, _folder):
    tested, shown = kind(), (("A", "Pengungkit", "48,15"), ("B", "Hasil", ""))
    yield tested
    for each in (shown, shown[:1], (), shown):
        tested.show_parts(each)
    yield len(shown)


@model(TrendModel)
def trend(kind, _scored, _folder):
    point = TrendPoint(
        "e",
        2025,
        1,
        "evaluasi",
        "permen",
        "selesai",
        Fraction(73),
        113,
        113,
        113,
        (),
        {str(n): Fraction(1, n) for n in range(1, 7)},
    )
    yield kind(TrendShown((), (), ()))
    yield 0
    yield kind(trend_shown([point, replace(point, year=2026)], editions.current()))
    yield 7


@model(CommandModel)
def commands(kind, _scored, _folder):
    tested, found = kind(), [Command(0, "Beranda", "Ctrl+Home"), Command(1, "Bantuan")]
    yield tested
    for each in (found, found[1:], [], found):
        tested.show_commands(each)
    yield len(found)


@model(SettleModel)
def settling(kind, _scored, _folder):
    def line(code, status=Status.OPEN):
        versions = tuple(
            Version(
                n,
                f"{n:064}",
                words,
                words,
                "Bagus Contoh",
                own=n == 1,
                proven=True,
                transcribed=False,
                at="2026-11-05T10:00:00+07:00",
            )
            for n, words in enumerate("AB", 1)
        )
        return SettleLine(
            Matter(f"answer/tpi/{code}", MatterKind.ANSWER, code, "Judul", versions, ()), ("A", "B"), status
        )

    tested, lines = kind(), (line(CHOICE), line(INDEX))
    shown = SettleShown("e", "Lapas Contoh", ("Anda", "Bagus C."), lines, 0)
    yield tested
    tested.show_lines(shown)
    tested.show_lines(replace(shown, lines=(line(CHOICE, Status.DONE), line(INDEX)), row=1))
    tested.show_lines(
        replace(
            shown,
            headings=("Versi 1", "Versi 2", "Versi 3"),
            lines=tuple(replace(each, cells=("A", "B", "–")) for each in lines),
        )
    )
    tested.show_lines(replace(shown, lines=lines[:1]))
    tested.show_lines(SettleShown())
    tested.show_lines(shown)
    yield len(lines)


@model(EvidenceModel)
def evidence(kind, scored, folder):
    services, tested = scored.services, kind()
    for name in ("SK.txt", "Rekap.txt"):
        (folder / name).write_text(name, encoding="utf-8")
    services.evidence.add(scored.id, [folder / "SK.txt", folder / "Rekap.txt"], CHOICE)
    links, now = services.evidence.links(scored.id, CHOICE), services.workspace.now()
    lines = [evidence_line(each, (), now.date(), now.year) for each in links]
    yield tested
    for each in (lines, [evidence_line(links[0], ("x",), now.date(), now.year), *lines[1:]], lines[1:], [], lines):
        tested.show_lines(each)
    yield len(lines)


@model(EvidenceFolderModel)
def evidence_folder(kind, _scored, folder):
    tested = kind(
        [
            FolderEntry(folder / name, name, 10, place, "sebab")
            for name, place in (("a", CHOICE), ("b", INBOX), ("c", INBOX))
        ]
    )
    yield tested
    tested.show(unplaced_only=True)
    tested.place([0, 1], INDEX)
    tested.show(unplaced_only=True)
    tested.show(unplaced_only=False)
    yield 3


@model(StoreModel)
def store(kind, _scored, _folder):
    tested, lines = kind(), [StoreLine("a", "SK.pdf", "A.I.1.i.a", 10), StoreLine("b", "Foto.jpg", "–", 20)]
    yield tested
    tested.toggle_all()
    tested.show_lines(lines)
    tested.toggle(1)
    tested.toggle_all()
    tested.toggle_all()
    tested.show_lines([])
    tested.toggle_all()
    tested.show_lines(lines)
    yield len(lines)


@model(ChecksModel)
def checks(kind, scored, _folder):
    found = scored.services.reviewing.preflight(scored.id)
    shown, tested = checks_shown(found, scored.state, lead=True, read_only=False), kind()
    yield tested
    for each in (shown, ChecksShown(), shown):
        tested.show_checks(each)
    yield len(shown.groups)


@model(SignersModel)
def signers(kind, scored, _folder):
    plan, people = scored.state.plan, scored.services.settings.people()
    members = [each for each in plan.team if each.signs]
    lines, tested = signer_lines(members, (), people, "", scored.services.workspace.now(), open_=True), kind()
    yield tested
    for each in (lines, lines[:1], (), lines):
        tested.show_signers(each)
    yield len(lines)


@model(GroupedRows)
def grouped(kind, _scored, _folder):
    groups = (
        RowGroup("a", "Kotak keluar", (ListRow("1", "Lapas Contoh"), ListRow("2", "Rutan Misal", "2026"))),
        RowGroup("b", "Masuk", ()),
    )
    tested = kind()
    yield tested
    for each in (groups, groups[1:], (), groups):
        tested.show_groups(each)
    yield len(groups)


@model(EditionListModel)
def edition_list(kind, _scored, _folder):
    rows = [
        EditionRow(
            "s", "Edisi 2026.1", "113 butir", "Bawaan program", (("", "Bawaan"),), "", (), own=True, retired=False
        )
    ]
    tested = kind()
    yield tested
    for each in (rows, [], rows):
        tested.show_rows(each)
    yield len(rows)


@model(EditionModel)
def edition_lines(kind, _scored, _folder):
    lines = [EditionLine(code, "Tim sudah dibentuk", "same", "0,25", "Tim sudah dibentuk") for code in (CHOICE, INDEX)]
    lines = [replace(each, kind=next(iter(KINDS))) for each in lines]
    tested = kind("Nilai penuh", figures=True)
    yield tested
    for each in (lines, lines[1:], [], lines):
        tested.show_lines(each)
    yield len(lines)


@model(FolderModel)
def sheets(kind, _scored, _folder):
    def line(name, satker, state=FileState.READY):
        return FolderLine(Path(name), state, name, satker, satker, "1", "0", "2,00", "Siap diambil", name)

    lines, tested = [line("a.xlsx", "s1"), line("b.xlsx", "s1"), line("c.xlsx", "", FileState.OPEN)], kind()
    yield tested
    tested.begin(lines)
    tested.toggle(0)
    tested.replace(line("c.xlsx", "s2"))
    tested.show_lines(lines[1:])
    tested.show_lines([])
    tested.replace(line("a.xlsx", "s1", FileState.TAKEN))
    tested.show_lines(lines)
    yield len(lines)


@model(ImportModel)
def sheet(kind, _scored, _folder):
    new = Line(Kind.NEW, "A", "A", "Tim sudah dibentuk", "–", "Ya", "", "A. Tim", proposed=True, answered=True)
    lines = [new, replace(new, kind=Kind.OPEN, id="B", code="B"), replace(new, kind=Kind.REFUSED, id="", code="C")]
    tested = kind()
    yield tested
    tested.begin(lines)
    tested.toggle(0)
    tested.toggle_all()
    tested.show_lines(lines[2:])
    tested.toggle_all()
    tested.show_lines([])
    tested.toggle_all()
    tested.show_lines(lines)
    yield len(lines)


@model(FileHeadings)
def headings(kind, _scored, _folder):
    files = QStandardItemModel(0, 4)
    tested = kind()
    tested.setSourceModel(files)
    yield tested
    files.appendRow([QStandardItem(text) for text in ("LKE.xlsx", "12 KB", "XLSX", "05 Nov 2026")])
    files.appendRow([QStandardItem("kiriman")])
    files.item(1).appendRow([QStandardItem("LKE 2025.xlsx")])
    files.removeRow(0)
    yield 1
    files.clear()
    yield 0


@model(PagesModel, RecapModel)
def consolidated(kind, _scored, folder):
    units = list(satkers(150))
    with open_store(str(folder / "gabungan.db"), make=True) as opened, opened.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in evaluations(units, (2025, 2026))])
    with open_consolidated(str(folder / "gabungan.db")) as found:
        lines = [line_of(row) for row in found.page(Scope(2026, ""), None)]
        recap = recap_lines(found.recap(Scope(2026, "")))
    if kind is RecapModel:
        yield kind([])
        yield 0
        yield kind(recap)
        yield len(recap)
        return
    tested = kind()
    yield tested
    tested.add(lines[:60], more=True)
    tested.fetchMore(QModelIndex())  # the tester asks too
    tested.add(lines[60:], more=False)
    tested.add([], more=False)
    tested.clear()
    tested.add(lines, more=False)
    yield len(lines)


def models():
    for module in pkgutil.walk_packages(zi_desktop.ui.__path__, "zi_desktop.ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QAbstractItemModel]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("zi_desktop.") and kind.__name__ not in MADE_OF:
                found.add(kind)
    return found


def test_every_model_is_tested():
    assert models() == set(MODELS)


@pytest.mark.parametrize(
    "kind", MODELS, ids=lambda kind: f"{kind.__module__.removeprefix('zi_desktop.ui.')}.{kind.__name__}"
)
def test_a_model_keeps_the_rules_of_qt(qtbot, scored, tmp_path, kind):
    tested = []
    for step in MODELS[kind](kind, scored, tmp_path):
        if isinstance(step, kind):
            tested.append((step, QAbstractItemModelTester(step, WARN)))
            assert step.data(QModelIndex()) is None
        else:
            assert tested[-1][0].rowCount() == step
            assert tested[-1][0].data(QModelIndex()) is None
