"""Bantuan names the keys that the screens have, and what they do in the same words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.consolidated.view import ConsolidatedPage
from zi_desktop.ui.evaluation.page_actions import PageActions
from zi_desktop.ui.help.keys import KEYS
from zi_desktop.ui.help.view import HelpPage
from zi_desktop.ui.home.keys import HomeKeys
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.settings.view import SettingsPage
from zi_desktop.ui.settling.acts import SettleActs
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.visit.acts import VisitActs
from zi_desktop.ui.window_memory import WindowMemory


def listed(title):
    return dict(next(keys for name, keys in KEYS if name == title))


def known(actions):
    with_keys = (action for action in actions if not action.shortcut().isEmpty())
    return {key_text(action.shortcut()): action.text().removesuffix("…") for action in with_keys}


def test_every_key_of_penilaian_is_listed(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    by_themselves = {"1–5", "Esc", "Enter", "Shift+Enter"}
    assert {key: words for key, words in listed("Penilaian").items() if key not in by_themselves} == known(
        PageActions(owner).all()
    )


def test_the_keys_of_beranda_are_its_own(qtbot):
    page, table = QWidget(), QWidget()
    qtbot.addWidget(page)
    qtbot.addWidget(table)
    HomeKeys(page, table)
    assert listed("Beranda") == known(page.actions())


def test_every_key_of_kunjungan_is_listed(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    VisitActs(owner)
    others = {"Enter", "Spasi", "Ctrl+Shift+R", "Ctrl+Shift+P", "Ctrl+Shift+K"}  # of the list, and of the papers
    assert {key: words for key, words in listed("Kunjungan").items() if key not in others} == known(owner.actions())


def test_every_key_of_catatan_is_listed(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    RemarkActs(owner, adding=True)
    listed_keys = listed("Catatan & rekomendasi")
    assert {key: words for key, words in listed_keys.items() if key not in ("Enter", "Shift+F8")} == known(
        owner.actions()
    )


def test_the_keys_of_pengaturan_are_its_own(qtbot, fresh, theme):
    page = SettingsPage(fresh.settings, WindowMemory(fresh.preferences), theme)
    qtbot.addWidget(page)
    assert listed("Pengaturan") == known(page.actions())


def test_every_key_of_simpanan_gabungan_is_listed(qtbot, fresh):
    jobs = Jobs()
    page = ConsolidatedPage(fresh, jobs)
    qtbot.addWidget(page)
    for tool in page.tools():
        tool.setParent(page)
    assert listed("Simpanan gabungan") == known(page.actions())


def test_home_and_end_go_to_both_ends(qtbot, tmp_path):
    page = HelpPage(tmp_path)
    qtbot.addWidget(page)
    page.resize(800, 300)
    page.show()
    bar = page._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(page._scroll, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(page._scroll, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_every_key_of_sinkronisasi_is_listed(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    SyncActs(owner)
    assert {key: words for key, words in listed("Sinkronisasi").items() if key != "Enter"} == known(owner.actions())


def test_the_keys_of_beda_penilaian_are_its_own(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    by_themselves = {"F7", "1–9", "A–E, Y, T", "Enter", "Esc"}
    acts = known(vars(SettleActs(owner)).values())
    assert {key: words for key, words in listed("Beda penilaian").items() if key not in by_themselves} == {
        key: words.replace("&&", "&") for key, words in acts.items()
    }
