"""Tinjau & tanda tangan in the window of a screen at 150 %: names whole, and what is asked in sight."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.signing.plan_dialog import PlanDialog
from zi_desktop.ui.signing.plan_entry import MemberEntry, PlanEntry
from zi_desktop.ui.signing.signers import SignerLine
from zi_desktop.ui.signing.signers_list import SignersList
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.widgets.pills import Tone

SMALL, LARGE = QSize(910, 512), QSize(1366, 768)
LONG_NAME = "Dr. Rini Umpamasari, S.H., M.H., M.Si."
TEAM = (MemberEntry(LONG_NAME, "198304172006042001", "Auditor Ahli Muda"), MemberEntry("Bagus Contohardjo, S.H."))
LONG_MESSAGE = "Giliran tanda tangan berikutnya adalah Ahmad Andaikan (Pengendali teknis). " * 2


@pytest.fixture
def team_in(qtbot):
    """Return the table of the team in Rencana & tim over a window of a size."""
    window = QWidget()
    qtbot.addWidget(window)

    def shown(size):
        window.resize(size)
        window.show()
        entry = PlanEntry("WBK", "mandiri", "", "", "", "", "", "", TEAM)
        dialog = PlanDialog(entry, {}, window)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog.form.team

    return shown


def test_nip_and_position_go_below_the_name_where_it_would_be_cut(qtbot, team_in):
    team = team_in(SMALL)
    first, second = team.rows
    qtbot.waitUntil(lambda: first.nip.y() == first.position.y() > first.name.geometry().bottom())
    assert first.name.fontMetrics().horizontalAdvance(LONG_NAME) < first.name.width()
    assert second.name.y() > first.nip.geometry().bottom()
    first.down.click()
    qtbot.waitUntil(lambda: first.name.y() > second.position.geometry().bottom())
    team.rows[0].remove.click()
    qtbot.waitUntil(lambda: first.nip.y() > first.name.geometry().bottom())
    assert [entry.name for entry in team.entries()] == [LONG_NAME]


def test_a_person_is_one_row_where_there_is_room_and_follows_the_window(qtbot, team_in):
    team = team_in(LARGE)
    first = team.rows[0]
    qtbot.waitUntil(lambda: first.name.y() == first.nip.y() == first.position.y())
    team.window().resize(860, 460)
    qtbot.waitUntil(lambda: first.nip.y() > first.name.y())
    team.window().resize(1160, 560)
    qtbot.waitUntil(lambda: first.nip.y() == first.name.y())


def in_sight(panel, part):
    view = panel.form.scroll.viewport()
    place = part.rect().translated(part.mapTo(view, part.rect().topLeft()))
    return view.rect().contains(place)


def test_a_long_message_leaves_the_passphrase_in_sight(qtbot, open_page, scored):
    page = open_page(scored.services, scored.id, QSize(838, 428))
    panel = page.signatures
    panel.ask_passphrase()
    qtbot.waitUntil(lambda: in_sight(panel, panel.form.passphrase))
    panel.show_outcome(LONG_MESSAGE, Tone.BAD)
    qtbot.waitUntil(lambda: panel.form.scroll.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: in_sight(panel, panel.form.secret) and in_sight(panel, panel.form.key))
    assert not panel.form.reasonLabel.isVisible()


def seen_of(panel, part):
    """Return how many logical pixels of a row's height are seen, and how high it is."""
    view = panel.form.scroll.viewport()
    place = part.rect().translated(part.mapTo(view, part.rect().topLeft()))
    return place.intersected(view.rect()).height(), part.height()


def test_no_row_is_cut_by_the_sentence_below_it(qtbot, open_page, scored):
    page = open_page(scored.services, scored.id, QSize(838, 428))
    panel, form = page.signatures, page.signatures.form
    rows = (form.key, form.forgotten, form.passphrase, form.read)
    panel.show_outcome(LONG_MESSAGE, Tone.BAD)
    bar = form.scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    cut = 0
    for height in range(428, 340, -8):
        page.resize(838, height)
        bar.setValue(0)
        qtbot.waitUntil(lambda: all(seen in (0, whole) for seen, whole in (seen_of(panel, row) for row in rows)))
        cut += not all(seen for seen, _ in (seen_of(panel, row) for row in rows))
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda: in_sight(panel, form.read))
        assert form.scroll.viewport().height() == form.scroll.height()
    assert cut


def test_what_is_signed_is_in_sight_before_it_is_signed(qtbot, page):
    panel, form = page.signatures, page.signatures.form
    assert form.reasonLabel.isVisible()
    assert form.reason.text() == "Menyetujui hasil evaluasi · Contohrejo"
    page.resize(838, 428)
    qtbot.waitUntil(lambda: not form.reasonLabel.isVisible())
    assert form.reason.text() == "Alasan: Menyetujui hasil evaluasi · Contohrejo"
    panel.ask_passphrase()
    qtbot.waitUntil(lambda: in_sight(panel, form.reason) and in_sight(panel, form.read))
    page.resize(1294, 684)
    qtbot.waitUntil(form.reasonLabel.isVisible)
    assert in_sight(panel, form.reason)


@pytest.mark.parametrize("height", [684, 604, 530, 440])
def test_a_longer_sentence_moves_nothing_above_it(qtbot, page, height):
    panel, form = page.signatures, page.signatures.form
    page.resize(1021, height)
    parts = (form.key, form.reason, form.passphrase, form.read)

    def places():
        told = form.certificate
        qtbot.waitUntil(lambda: told.height() == told.sizeHint().height() == form.secret.y() - told.y())
        return [part.mapTo(form.inner, part.rect().topLeft()).y() for part in parts]

    qtbot.waitUntil(lambda: panel.height() == height)
    before = places()
    panel.show_outcome(LONG_MESSAGE, Tone.BAD)
    assert form.message.text().startswith(LONG_MESSAGE.strip())
    assert places() == before


@pytest.mark.parametrize(
    ("width", "title", "percent", "pages"),
    [(1294, True, True, True), (1066, False, True, True), (1021, False, False, True), (966, False, False, False)],
)
def test_the_bar_of_the_preview_gives_up_its_figure_before_its_arrows(qtbot, page, width, title, percent, pages):
    form = page.preview.form
    page.resize(width, 684)
    qtbot.waitUntil(
        lambda: [part.isVisible() for part in (form.title, form.percent, form.before)] == [title, percent, pages]
    )
    bar = [form.state, form.before, form.page, form.after, form.smaller, form.percent, form.larger, form.fit, form.save]
    seen = [part for part in bar if part.isVisible()]
    qtbot.waitUntil(lambda: all(one.geometry().right() < next_.x() for one, next_ in pairwise(seen)))
    assert seen[-1].geometry().right() < page.preview.width()
    assert page.preview.width() == width - 342 - page.checks.width()


@pytest.mark.parametrize(("name", "halves"), [("Ani Misal", {0, 1}), (LONG_NAME, {1})])
def test_the_state_of_a_signer_leaves_a_long_name_whole(qtbot, theme, name, halves):
    """A short name has its state beside it, in the middle of the row; a long one below it, beside the role."""
    list_ = SignersList()
    qtbot.addWidget(list_)
    list_.show_signers((SignerLine(1, "a", name, "Ketua tim", "Berikutnya", "sign", "accent_text", turn=True),))
    list_.setFixedWidth(340)
    picture = list_.grab().toImage()
    ink, middle = QColor(tokens_of(list_.palette()).accent_text).rgb(), picture.height() // 2
    found = {
        y // middle
        for y in range(picture.height() - 1)
        for x in range(picture.width() - 80, picture.width())
        if picture.pixelColor(x, y).rgb() == ink
    }
    assert found == halves
