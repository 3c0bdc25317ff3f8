"""What the status bar says is whole on every screen of the real window, at each width it may have: something goes, nothing is clipped."""

import itertools
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel
from whole_desktop import whole_desktop

from zi_desktop.ui import navigation
from zi_desktop.ui.consolidated.open_dialog import OpenDialog
from zi_desktop.ui.jobs import Job, Step
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.save_words import save_state
from zi_desktop.ui.status_line import Network
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.widgets.labels import ElidedLabel

_ONE_LETTER = 16
"""Logical pixels: less than one letter does not fit into what is left."""
SIZES = {"whole": (1366, 768), "125%": (1093, 614), "150%": (910, 512), "least": (900, 500)}
SCREENS = (
    navigation.HOME, navigation.EVALUATION, navigation.VISIT, navigation.REMARKS_TAB, navigation.SIGNING,
    navigation.SETTLE, navigation.IMPORT, navigation.FOLDER, navigation.CONSOLIDATED, navigation.REMARKS,
    navigation.SYNC, navigation.SETTINGS, navigation.HELP,
)  # fmt: skip
PERSONS = {
    "none": ("Nama belum diisi", ""),
    "usual": ("Rini Umpamasari, S.H., M.H.", "Auditor Ahli Muda"),
    "long": ("Dr. Umpamawan Contohadiningrat Misalnoto, S.H., M.H., M.Si.", "Auditor Ahli Madya pada Inspektorat Contoh"),
}  # fmt: skip
SAVED = datetime.fromisoformat("2026-11-05T10:42:00+07:00")
SAVES = (
    SaveState("Semua isian tersimpan"),
    save_state(SAVED, SAVED + timedelta(days=15), unsaved=0, read_only=True, refusal=None),
    save_state(SAVED, SAVED + timedelta(days=15), unsaved=12, read_only=False, refusal=None),
    SaveState("Gagal menyimpan: isian terakhir belum tersimpan", "invalid", "bad"),
    SaveState("Ditulis: Rekap catatan dan rekomendasi semua satker Kanwil Contoh 2026.xlsx"),
)
NETWORKS = (
    Network("Luring"),
    Network("Luring · 12 evaluasi belum di flashdisk"),
    Network(
        "Tidak terkirim · 12 paket belum dikirim · 3 menunggu tanda terima", "Folder tidak ada.", "warning", "warn"
    ),
)
STEPS = (None, Step("Membuka paket", 37, 120), Step(f"Membaca {'daftar satker ' * 6}2026.csv", 7180, 20000))


@pytest.fixture
def desktop(qtbot, theme, scored, tmp_path):
    with whole_desktop(qtbot, scored.services, theme, tmp_path, scored.id) as desktop:
        yield desktop


@pytest.fixture(params=list(TextSize), ids=str)
def text_size(request, theme):
    theme.apply(ThemeChoice.LIGHT, request.param)
    yield
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def shown(desktop, screen):
    """Bring a screen to the front; what one of them asks first is waved away."""
    desktop.window.show_page(screen)
    for dialog in desktop.window.findChildren(OpenDialog):
        dialog.reject()
    return desktop.window.status


def painted(label):
    """Return what an elided label shows of its words."""
    metrics, room = label.fontMetrics(), label.contentsRect().width()
    whole = metrics.horizontalAdvance(label.text()) <= room
    words = label.text() if whole or not label.brief else label.brief
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def place(label, status):
    return QRect(label.mapTo(status, label.rect().topLeft()), label.size())


def settled(status):
    """Return the labels once each has its place: a layout in a layout takes several rounds of events."""
    labels, before = status.findChildren(QLabel), None
    while before != (before := [(label.text(), label.isVisible(), place(label, status)) for label in labels]):
        QApplication.processEvents()
    return labels


def assert_nothing_is_clipped(status):
    labels = [label for label in settled(status) if label.isVisible() and label.text()]
    labels.sort(key=lambda label: place(label, status).left())
    assert labels[0] is status._save._words
    places = [place(label, status) for label in labels]
    assert [
        label.text() for label, where in zip(labels, places, strict=True) if not status.rect().contains(where)
    ] == []
    assert [left for left, right in itertools.pairwise(places) if left.intersects(right)] == []
    plain = {label: label.sizeHint().width() for label in labels if not isinstance(label, ElidedLabel)}
    assert [label.text() for label, needed in plain.items() if label.width() < needed] == []
    keys = {hint.keys: part.isVisible() for hint, part in zip(status._hints_shown, status._hint_parts, strict=False)}
    seen = sorted(keys, key=lambda each: each != "Ctrl+K")
    assert [keys[each] for each in seen] == sorted(keys.values(), reverse=True)
    named, cut = status._person._words, {label: painted(label) for label in labels if isinstance(label, ElidedLabel)}
    if named in cut:
        assert len(cut[named]) > 12 or cut[named] in (named.text(), named.brief)
        assert named.width() - named.fontMetrics().horizontalAdvance(cut[named]) < _ONE_LETTER
        assert any(keys.values())
    if named in cut or any(keys.values()):
        assert [words for label, words in cut.items() if label is not named and words != label.text()] == []
    others = {label.text(): words for label, words in cut.items() if label is not named}
    assert [whole for whole, words in others.items() if len(words) < min(len(whole), 16)] == []


@pytest.mark.usefixtures("text_size")
@pytest.mark.parametrize("size", SIZES)
def test_what_each_screen_says_is_whole(desktop, size):
    desktop.window.resize(*SIZES[size])
    for screen in SCREENS:
        assert_nothing_is_clipped(shown(desktop, screen))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("who", PERSONS)
def test_every_state_has_its_room(qtbot, desktop, theme, size, who):
    desktop.window.resize(*SIZES[size])
    status = shown(desktop, navigation.SYNC)
    qtbot.waitUntil(lambda: not desktop.jobs.findChildren(Job))
    status.show_person(" · ".join(filter(None, PERSONS[who])))
    for text in TextSize:
        theme.apply(ThemeChoice.LIGHT, text)
        for save, network, step in itertools.product(SAVES, NETWORKS, STEPS):
            status.show_save_state(save)
            status.show_network(network)
            if step:
                status._work._needed = 0
                status._work._show_step(step)
            status._work.setVisible(step is not None)
            assert_nothing_is_clipped(status)
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
