"""Editions and wording in Pengaturan: what is listed, what a file would bring, what is taken and chosen."""

from fractions import Fraction

import pytest
from builders import CHOICE
from focus_walk import name_of, reachable, walk
from master_lists import branch, drop, encoded, master_list, new_soal, soal
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QScrollArea

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument_changes import Change
from zi_desktop.services.editions import BUILT_IN, current
from zi_desktop.ui.help.keys import KEYS
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.settings.view import SettingsPage
from zi_desktop.ui.window_memory import WindowMemory
from zi_desktop.ui.worksheets.edition_dialog import EditionDialog
from zi_desktop.ui.worksheets.edition_lines import KINDS, REWEIGHTED, REWORDED_TOO, TOLD, UNTOLD, amount_words
from zi_desktop.ui.worksheets.edition_list import EditionListModel
from zi_desktop.ui.worksheets.edition_panel import EditionPanel
from zi_desktop.ui.worksheets.edition_presenter import EditionsPresenter
from zi_desktop.ui.worksheets.edition_table import EditionTable

STRUCTURE = current().structure_digest
WORDS = "Tim ZI telah dibentuk dengan surat keputusan pimpinan."


@pytest.fixture
def same(tmp_path):
    """A master list of the structure that is known."""
    master = master_list(2026)
    soal(master, 1)["teks_pertanyaan"] = WORDS
    (tmp_path / "daftar-2026.json").write_bytes(encoded(master))
    return tmp_path / "daftar-2026.json"


@pytest.fixture
def other(tmp_path):
    """A master list of another year: one item less, one more, other weights, other words."""
    master = master_list(2027)
    soal(master, 1)["teks_pertanyaan"] = "Tim ZI telah ditetapkan."
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1, teks_pertanyaan="Pemantauan terjadwal."))
    branch(master, 4)["bobot_maksimal"], branch(master, 5)["bobot_maksimal"] = 0.75, 0.75
    (tmp_path / "daftar-2027.json").write_bytes(encoded(master))
    return tmp_path / "daftar-2027.json"


@pytest.fixture
def presenter(fresh, jobs):
    return EditionsPresenter(fresh, jobs)


@pytest.fixture
def page(qtbot, fresh, theme):
    page = SettingsPage(fresh.settings, WindowMemory(fresh.preferences), theme)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    return page


@pytest.fixture
def panel(fresh, jobs, page):
    panel = EditionPanel(fresh, jobs, page)
    page.add_sections(panel.edition_section, panel.wording_section)
    page.activated.connect(panel.show_editions)
    page.activate()
    return panel


def read(qtbot, presenter, file):
    with qtbot.waitSignal(presenter.read) as told:
        presenter.read_file(file)
    return told.args[0]


def take_in_window(qtbot, panel, page, file):
    panel._presenter.read_file(file)
    qtbot.waitUntil(lambda: page.findChild(EditionDialog) is not None)
    dialog = page.findChild(EditionDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.table.table)
    return dialog


def counts(lines):
    return {key: sum(line.is_of(key) for line in lines) for key in KINDS if any(line.is_of(key) for line in lines)}


def test_a_fresh_office_knows_the_shipped_edition_in_our_words(presenter):
    (row,) = presenter.rows()
    assert (row.own, row.retired, row.chosen, row.words) == (True, False, BUILT_IN, "Bawaan program")
    assert row.facts == "Bawaan program · 113 butir"


def test_a_file_of_the_same_structure_shows_both_wordings(qtbot, presenter, same):
    found = read(qtbot, presenter, same)
    lines = presenter.lines(found)
    assert counts(lines) == {TOLD: 1, UNTOLD: 8, Change.SAME: 104}
    first = next(line for line in lines if line.code == CHOICE)
    assert first.text == WORDS.removesuffix(".")
    assert f"Menjadi: {WORDS}" in first.more
    assert "Sekarang:" in first.more


def test_a_file_of_another_year_shows_what_it_changes(qtbot, presenter, same, other):
    presenter.take(read(qtbot, presenter, same))
    lines = presenter.lines(read(qtbot, presenter, other))
    assert counts(lines) == {
        Change.NEW: 1, Change.DROPPED: 1, REWORDED_TOO: 1, Change.SAME: 105, REWEIGHTED: 6,
    }  # fmt: skip
    assert sum(counts(lines).values()) == len(lines), "each item is counted once"
    reworded = next(line for line in lines if line.kind == REWORDED_TOO)
    assert (reworded.word, reworded.amount) == ("Redaksi dan bobot", "0,25 → 0,38")
    assert f"Semula: {WORDS}" in reworded.more
    assert "Menjadi: Tim ZI telah ditetapkan." in reworded.more
    same_but_weight = next(line for line in lines if line.kind == REWEIGHTED)
    assert (same_but_weight.word, same_but_weight.amount) == ("Bobot berubah", "0,25 → 0,38")


def test_a_difference_below_two_decimals_is_still_seen():
    assert amount_words(Fraction(1, 3), Fraction(1, 3)) == "0,33"
    assert amount_words(Fraction(333, 1000), Fraction(334, 1000)) == "0,333 → 0,334"
    assert (amount_words(None, Fraction(1, 4)), amount_words(Fraction(1, 4), None)) == ("– → 0,25", "0,25 → –")


def test_words_are_taken_chosen_and_given_back(qtbot, fresh, presenter, same):
    told = []
    presenter.changed.connect(told.append)
    presenter.take(read(qtbot, presenter, same))
    (row,) = presenter.rows()
    assert row.words.startswith("Resmi, dari daftar-2026.json, diambil ")
    assert [digest for digest, _ in row.choices] == [BUILT_IN, row.chosen]
    assert len(row.missing) == 8
    presenter.choose(STRUCTURE, row.chosen)  # nothing changes
    presenter.choose(STRUCTURE, BUILT_IN)
    assert presenter.rows()[0].words == "Bawaan program"
    assert told == ["Kata-kata edisi 2026.1 diganti"] * 2
    assert fresh.workspace.editions.is_decided(STRUCTURE)


def test_an_edition_is_taken_set_aside_and_used_again(qtbot, presenter, other):
    presenter.take(read(qtbot, presenter, other))
    assert [row.name.partition(" · ")[0] for row in presenter.rows()] == ["Edisi 2026.1", "Edisi 2027"]
    presenter.retire(presenter.rows()[1])
    assert presenter.rows()[1].facts.startswith("Dikesampingkan, berlaku mulai 2027")
    presenter.retire(presenter.rows()[1])
    assert not presenter.rows()[1].retired


def test_only_the_words_can_be_taken_from_another_year(qtbot, fresh, presenter, other):
    presenter.take(read(qtbot, presenter, other), wording_only=True)
    assert len(presenter.rows()) == 1
    assert fresh.workspace.editions.edition(STRUCTURE).questions[CHOICE].text == "Tim ZI telah ditetapkan."


def test_keys_alone_take_a_file_and_the_page_says_so(qtbot, panel, page, other):
    kept = []
    panel.kept.connect(kept.append)
    dialog = take_in_window(qtbot, panel, page, other)
    assert dialog.table.model.rowCount() == 114
    qtbot.keyClick(dialog.table.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept == ["Edisi 2027 ditambahkan"]
    assert panel.editions.editions.rowCount() == 2


def in_sight(page, widget):
    area = page.findChild(QScrollArea)
    return area.viewport().rect().contains(QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size()))


def test_a_new_edition_is_brought_to_sight_and_has_the_keyboard(qtbot, panel, page, other):
    page.resize(1100, 400)
    assert not in_sight(page, panel.edition_section)
    take_in_window(qtbot, panel, page, other).confirm()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.editions)
    assert in_sight(page, panel.edition_section)
    assert panel.editions.current().name.startswith("Edisi 2027")


def test_new_words_are_brought_to_sight_and_have_the_keyboard(qtbot, panel, page, same):
    page.resize(1100, 400)
    assert not in_sight(page, panel.wording_section)
    take_in_window(qtbot, panel, page, same).confirm()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.wording)
    assert in_sight(page, panel.wording_section)


def test_esc_takes_nothing(qtbot, fresh, panel, page, other):
    dialog = take_in_window(qtbot, panel, page, other)
    qtbot.keyClick(dialog.table.table, Qt.Key.Key_Escape)
    assert len(fresh.workspace.editions.all()) == 1


def test_the_filter_and_the_details_follow(qtbot, panel, page, other):
    dialog = take_in_window(qtbot, panel, page, other)
    table = dialog.table
    table.segments.set_current(Change.NEW)
    table.segments.chosen.emit(Change.NEW)
    assert [line.kind for line in table.model.lines] == [Change.NEW]
    assert "Pemantauan terjadwal" in table.details.toPlainText()
    walked = walk(qtbot, dialog)
    assert {name_of(widget) for widget in reachable(dialog) - set(walked)} == set()
    assert all(name_of(widget) for widget in walked)
    dialog.reject()


def test_the_wording_is_chosen_in_its_field(qtbot, fresh, panel, page, same):
    assert not panel.wording.isEnabled()
    dialog = take_in_window(qtbot, panel, page, same)
    dialog.confirm()
    assert panel.wording.currentText().startswith("daftar-2026.json · diambil ")
    assert "8 butir tidak ada di berkas itu" in panel._told.text()
    panel.wording.setCurrentIndex(0)
    panel.wording.activated.emit(0)
    assert fresh.workspace.editions.wording_in_use(STRUCTURE) == BUILT_IN
    assert panel.wording.isEnabled()


def test_the_shipped_edition_cannot_be_set_aside(qtbot, panel, page, other):
    assert not panel.retire.isEnabled()
    take_in_window(qtbot, panel, page, other).confirm()
    panel.editions.setCurrentIndex(panel.editions.editions.index(1))
    assert panel.retire.isEnabled()
    panel.retire.trigger()
    assert panel.retire.text() == "Pakai edisi lagi"
    assert panel.editions.current().retired


def test_what_is_no_official_file_is_refused_in_words(qtbot, presenter, jobs, tmp_path):
    (tmp_path / "bukan.json").write_text("{}")
    with qtbot.capture_exceptions() as exceptions:
        presenter.read_file(tmp_path / "bukan.json")
        qtbot.waitUntil(lambda: bool(exceptions))
    raised = [failure for _, failure, _ in exceptions]
    assert isinstance(raised[0], ZiError)


def test_models_keep_the_rules_of_qt(qtbot, presenter, other):
    table = EditionTable("Nilai penuh", figures=True)
    qtbot.addWidget(table)
    tester = QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_lines(presenter.lines(read(qtbot, presenter, other)))
    assert tester.model() is table.model
    spoken = table.model.data(table.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{CHOICE}, Tim ZI telah ditetapkan, ")
    editions = EditionListModel()
    tester = QAbstractItemModelTester(editions, QAbstractItemModelTester.FailureReportingMode.Fatal)
    editions.show_rows(presenter.rows())
    assert "kata-kata butir: Bawaan program" in editions.data(editions.index(0), Qt.ItemDataRole.AccessibleTextRole)


def test_bantuan_names_its_keys(panel):
    listed = dict(next(keys for name, keys in KEYS if name == "Pengaturan, edisi lembar kerja"))
    assert listed == {key_text(act.shortcut()): act.text().removesuffix("…") for act in (panel.take, panel.retire)}
