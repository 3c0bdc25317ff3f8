"""A dialog whose typed values stay as a draft: kept while typing, taken up again, forgotten when saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.typed_drafts import Draft
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.fields_dialog import Field, Kind

FIELDS = (
    Field("kind", "Jenis", Kind.LIST, "b", (("a", "A"), ("b", "B"))),
    Field("text", "Isi", Kind.LINES, "Semula"),
    Field("day", "Tanggal", Kind.DAY, "2026-11-05"),
    Field("paper", "Kertas", Kind.SEGMENTS, "a4", (("a4", "A4"), ("f4", "F4"))),
    Field("who", "Siapa"),
)
TYPED = {"kind": "a", "text": "Semula, lalu", "day": "12 Des", "paper": "f4", "who": "Budi"}


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitActive(parent):
        parent.show()
    return parent


@pytest.fixture
def kept():
    """What the drafts were, the newest last."""
    return []


@pytest.fixture
def opened(qtbot, parent, kept):
    def opened(fields=None, *, save=lambda _: None, whole=False):
        dialog = DraftedDialog("Judul", FIELDS, save, parent, Draft(fields or {}, kept.append), whole=whole)
        with qtbot.waitActive(dialog):
            dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def fill(dialog):
    dialog.fields["kind"].setCurrentIndex(0)
    dialog.fields["text"].setPlainText(TYPED["text"])
    dialog.fields["day"].setText(TYPED["day"])
    dialog.fields["paper"].set_current("f4")
    dialog.fields["who"].setText(TYPED["who"])


def test_what_differs_is_kept_without_leaving_the_dialog(qtbot, opened, kept):
    dialog = opened()
    assert not dialog.resumed.isVisible()
    qtbot.keyClicks(dialog.fields["who"], "Budi")
    qtbot.waitUntil(lambda: kept == [{"who": "Budi"}])
    assert dialog.forget.isVisible()


@pytest.mark.parametrize("key", ["kind", "paper"])
def test_a_choice_is_kept_too(qtbot, opened, kept, key):
    dialog = opened()
    if key == "kind":
        qtbot.keyClick(dialog.fields["kind"], Qt.Key.Key_A)
    else:
        qtbot.mouseClick(dialog.fields["paper"].stops()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kept == [{key: TYPED[key]}])


def test_closing_keeps_everything_and_opening_again_brings_it(opened, kept):
    dialog = opened()
    fill(dialog)
    dialog.reject()
    assert kept == [TYPED]
    again = opened(TYPED)
    assert again.resumed.isVisible()
    assert again.texts() == TYPED
    again.reject()
    assert len(kept) == 1


def test_saving_forgets_the_draft(opened, kept):
    saved = []
    dialog = opened({"who": "Budi"}, save=saved.append)
    dialog.confirm()
    assert kept == [{}]
    assert saved[0]["who"] == "Budi"
    quick = opened(save=saved.append)
    quick.fields["who"].setText("Citra")
    quick.confirm()
    assert kept == [{}]


def test_what_the_service_refuses_stays_a_draft(qtbot, opened, kept):
    def refuse(_values):
        raise InvalidInputError("Tidak bisa. Tidak ada yang tersimpan.")

    dialog = opened(save=refuse)
    dialog.fields["who"].setText("Budi")
    dialog.confirm()
    qtbot.waitUntil(lambda: kept == [{"who": "Budi"}])
    assert dialog.isVisible()


def test_a_draft_can_be_thrown_away_and_the_fields_stand_as_they_were_saved(qtbot, opened, kept):
    dialog = opened(TYPED)
    qtbot.keyClick(dialog.fields["who"], Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert dialog.texts() == {"kind": "b", "text": "Semula", "day": "5 Nov 2026", "paper": "a4", "who": ""}
    assert kept == [{}]
    assert not dialog.forget.isVisible()


def test_where_fields_may_begin_otherwise_next_time_all_are_kept(opened, kept):
    dialog = opened(whole=True)
    dialog.reject()
    assert kept == []
    dialog = opened(whole=True)
    dialog.fields["who"].setText("Budi")
    dialog.reject()
    assert kept == [{"kind": "b", "text": "Semula", "day": "5 Nov 2026", "paper": "a4", "who": "Budi"}]


def test_a_field_that_is_gone_and_a_choice_that_is_none_are_left_out(opened):
    dialog = opened({"lama": "x", "paper": "a3", "kind": "z", "who": "Budi"})
    assert dialog.texts() == {"kind": "a", "text": "Semula", "day": "5 Nov 2026", "paper": "a4", "who": "Budi"}
