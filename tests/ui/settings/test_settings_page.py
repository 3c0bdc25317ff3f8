"""Pengaturan: kept as soon as a field is left."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.errors import ZiError
from zi_desktop.ui.settings import view
from zi_desktop.ui.settings.presenter import SettingsPresenter
from zi_desktop.ui.settings.view import SettingsPage
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.window_memory import WindowMemory


@pytest.fixture
def memory(fresh):
    return WindowMemory(fresh.preferences)


@pytest.fixture
def presenter(fresh, memory):
    return SettingsPresenter(fresh.settings, memory)


@pytest.fixture
def page(qtbot, fresh, memory, theme):
    page = SettingsPage(fresh.settings, memory, theme)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    page.activate()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.personName)
    yield page
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


@pytest.fixture
def logo(tmp_path, qapp):
    picture = QPixmap(8, 8)
    picture.fill(QColor("navy"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    file = tmp_path / "logo.png"
    file.write_bytes(buffer.data().data())
    return file


def test_only_a_change_is_kept(qtbot, presenter, fresh):
    with qtbot.waitSignal(presenter.kept):
        presenter.keep("person.name", "Rini Umpamasari")
    with qtbot.assertNotEmitted(presenter.kept):
        presenter.keep("person.name", "Rini Umpamasari ")
    assert fresh.settings.person().name == "Rini Umpamasari"


def test_the_letterhead_is_its_lines(presenter, fresh):
    presenter.keep("agency.letterhead", "KEMENTERIAN CONTOH\nINSPEKTORAT JENDERAL")
    assert fresh.settings.agency.letterhead == ("KEMENTERIAN CONTOH", "INSPEKTORAT JENDERAL")
    assert presenter.shown().texts["agency.letterhead"] == "KEMENTERIAN CONTOH\nINSPEKTORAT JENDERAL"


def test_a_logo_is_kept_and_taken_away(presenter, logo):
    presenter.keep_logo(str(logo))
    assert presenter.shown().logo == logo.read_bytes()
    presenter.keep_logo("")
    assert presenter.shown().logo == b""


def test_what_is_no_logo_is_refused_with_its_sentence(presenter, tmp_path):
    (tmp_path / "logo.png").write_text("bukan gambar", encoding="utf-8")
    with pytest.raises(ZiError, match="PNG"):
        presenter.keep_logo(str(tmp_path / "logo.png"))


def test_theme_and_text_size_are_remembered_and_told(qtbot, presenter, memory):
    with qtbot.waitSignal(presenter.look_changed) as told:
        presenter.choose_theme("dark")
    assert told.args == [ThemeChoice.DARK, TextSize.NORMAL]
    presenter.choose_text_size("large")
    assert (memory.theme, memory.text_size) == (ThemeChoice.DARK, TextSize.LARGE)


def test_a_preference_that_cannot_be_read_counts_as_not_set(fresh, memory):
    fresh.preferences.put("theme", "ungu")
    fresh.preferences.put("geometry", 7)
    assert memory.theme is ThemeChoice.SYSTEM
    assert memory.geometry is not None


def test_leaving_a_field_keeps_it(qtbot, page, fresh):
    states = []
    page.save_state_changed.connect(states.append)
    qtbot.keyClicks(page.form.personName, "Rini Umpamasari")
    qtbot.keyClick(page.form.personName, Qt.Key.Key_Tab)
    assert fresh.settings.person().name == "Rini Umpamasari"
    assert QApplication.focusWidget() is page.form.nip
    assert [state.text.split()[0] for state in states] == ["Tersimpan"]


def test_leaving_the_letterhead_with_tab_keeps_it(qtbot, page, fresh):
    page.form.letterhead.setFocus()
    qtbot.keyClicks(page.form.letterhead, "INSPEKTORAT")
    qtbot.keyClick(page.form.letterhead, Qt.Key.Key_Tab)
    assert fresh.settings.agency.letterhead == ("INSPEKTORAT",)


def test_a_theme_is_shown_at_once(page, theme):
    page.form.theme._group.button(2).click()
    assert theme.tokens.name == "dark"


def test_the_logo_is_shown_and_can_be_removed(page, logo):
    assert page.form.noLogo.isVisible()
    page._keep_logo(str(logo))
    assert page.form.logo.isVisible()
    assert not page.form.noLogo.isVisible()
    page.form.removeLogo.click()
    assert not page.form.logo.isVisible()
    assert not page.form.removeLogo.isVisible()
    assert page.form.noLogo.isVisible()


def test_a_logo_that_is_refused_is_told_where_it_was_chosen(page, logo, monkeypatch, tmp_path):
    other = tmp_path / "zi.db"
    other.write_text("bukan gambar", encoding="utf-8")
    monkeypatch.setattr(view, "choose_file", lambda *_: other)
    page.choose_logo.trigger()
    assert page.refusal.text().startswith("zi.db bukan gambar PNG")
    assert page.form.chooseLogo.y() < page.refusal.y() < page.form.word.y()
    assert QApplication.focusWidget() is page.form.chooseLogo
    monkeypatch.setattr(view, "choose_file", lambda *_: logo)
    page.choose_logo.trigger()
    assert not page.refusal.isVisible()
    assert page.form.logo.isVisible()


def test_every_field_is_named_for_who_cannot_see_it(page):
    labelled = {label.buddy() for label in page.findChildren(type(page.form.nipLabel)) if label.buddy()}
    assert {*page._fields().values(), page.form.letterhead} == labelled


def test_a_nip_of_unusual_length_is_doubted_and_kept(qtbot, page, fresh):
    page.form.nip.setFocus()
    qtbot.keyClicks(page.form.nip, "19870101 201001 1 00")
    qtbot.keyClick(page.form.nip, Qt.Key.Key_Tab)
    assert "17 angka, lazimnya 18" in page.doubt.text()
    assert fresh.settings.person().nip == "19870101201001100"
    page.form.nip.setFocus()
    page.form.nip.setText("198701012010011001")
    qtbot.keyClick(page.form.nip, Qt.Key.Key_Tab)
    assert page.doubt.text() == ""


def test_tab_goes_through_every_field_from_above_to_below(qtbot, page):
    order = []
    for _ in range(6):
        order.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    form = page.form
    assert order[:3] == [form.personName, form.nip, form.position]
    assert [each.parent() for each in order[3:5]] == [form.theme, form.textSize]


def test_escape_leaves_a_field_with_what_was_typed_and_then_the_screen(qtbot, page, fresh):
    qtbot.keyClicks(page.form.personName, "Rini Umpamasari")
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page.form.personName, Qt.Key.Key_Escape)
    assert fresh.settings.person().name == "Rini Umpamasari"
    assert QApplication.focusWidget() is page
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
