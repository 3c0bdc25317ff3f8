"""What the item does not do twice, and does again as soon as there is a reason."""

import pytest
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.evaluation.item.guidance import Guidance, Section
from zi_desktop.ui.evaluation.item.guidance_panel import GuidancePanel
from zi_desktop.ui.evaluation.item.option_button import OptionButton
from zi_desktop.ui.evaluation.item.state import OptionState
from zi_desktop.ui.theme import TextSize, ThemeChoice

LONG = "Rencana kerja disusun bersama seluruh pegawai dan memuat target prioritas. " * 4


@pytest.fixture
def option(qtbot, theme):
    """A button of one line, whose height at 400 logical pixels is known by now."""
    button = OptionButton(1, None)
    qtbot.addWidget(button)
    button.show_option(OptionState("A", "Ada.", "1,00", chosen=False), 10, read_only=False)
    button.show()
    button.heightForWidth(400)
    yield button
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def test_an_option_grows_with_another_criterion_and_shrinks_again(option):
    short = option.heightForWidth(400)
    option.show_option(OptionState("A", LONG, "1,00", chosen=False), 10, read_only=False)
    assert option.heightForWidth(400) > short
    assert option.heightForWidth(300) > option.heightForWidth(400)
    option.show_option(OptionState("A", "Ada.", "1,00", chosen=False), 10, read_only=False)
    assert option.heightForWidth(400) == short


def test_an_option_grows_with_those_who_chose_it(option):
    short = option.heightForWidth(400)
    option.show_option(OptionState("A", "Ada.", "1,00", chosen=False, tags=("Mandiri", "TPI")), 10, read_only=False)
    assert option.heightForWidth(400) > short


def test_an_option_grows_with_the_text_size(option, theme):
    option.show_option(OptionState("A", LONG, "1,00", chosen=False), 10, read_only=False)
    normal = option.heightForWidth(400)
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    assert option.heightForWidth(400) > normal


@pytest.fixture
def guidance(qtbot):
    """The panel while nobody sees it."""
    panel = GuidancePanel()
    qtbot.addWidget(panel)
    return panel


def said(line):
    return Guidance((Section("Cara menilai", (line,)),))


def test_guidance_that_nobody_sees_is_written_when_it_is_seen(guidance):
    guidance.show_guidance(said("Lihat rencana kerja."))
    assert guidance.page.toPlainText() == ""
    guidance.show()
    assert "Lihat rencana kerja." in guidance.page.toPlainText()
    guidance.show_guidance(said("Tanyakan kepada pegawai."))
    assert "Tanyakan kepada pegawai." in guidance.page.toPlainText()
    guidance.hide()
    guidance.show_guidance(said("Lihat rencana kerja."))
    guidance.show()
    assert "Lihat rencana kerja." in guidance.page.toPlainText()


def test_guidance_follows_a_theme_that_came_while_nobody_saw_it(guidance, theme, request):
    guidance.show_guidance(said("Lihat rencana kerja."))
    guidance.show()
    light = guidance.page.toHtml()
    guidance.hide()
    request.addfinalizer(lambda: theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL))
    theme.apply(ThemeChoice.DARK, TextSize.NORMAL)
    guidance.show()
    QApplication.processEvents()
    assert guidance.page.toHtml() != light
