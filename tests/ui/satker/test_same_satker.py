"""Another satker turns out to be this one: looked at, joined with a reason, and parted again."""

import pytest
from builders import begin, write_list
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.satker.dialog import ProfileDialog
from zi_desktop.ui.satker.presenter import ProfilePresenter
from zi_desktop.ui.satker.shown import SAME, Part, join_words
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog


@pytest.fixture
def id_(fresh, tmp_path):
    return begin(fresh, tmp_path)


@pytest.fixture
def dialog(qtbot, fresh, id_, tmp_path):
    fresh.satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\n99.1,LAPAS CONTOHREJO\n"))
    for year in (2026, 2025):
        fresh.evaluations.create("99.1", year)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(QSize(1294, 684))
    window.show()
    satker = fresh.evaluations.open(id_).state.identity.satker
    opened = ProfileDialog(ProfilePresenter(fresh, satker, window), window)
    with qtbot.waitActive(opened):
        opened.open()
    yield opened
    assert window


def asked(qtbot, dialog, kind=FieldsDialog, title=""):
    def found():
        return [e for e in dialog.findChildren(kind) if e.isVisible() and title in e.windowTitle()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_it_is_looked_at_joined_and_parted(qtbot, dialog, fresh, id_):
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    form = asked(qtbot, dialog)
    form.confirm()
    assert "masih kosong" in form.message.text()
    form.fields["code"].setText("tidak-ada")
    form.confirm()
    assert "belum ada" in form.message.text()
    form.fields["code"].setText("99.1")
    form.confirm()
    join = asked(qtbot, dialog, title="Satukan dengan 99.1")
    assert len(fresh.satkers.list()) == 2, "nothing is joined before that is confirmed"
    join.confirm()
    assert "Alasan" in join.message.text()
    join.fields["reason"].setPlainText("Kode lama")
    join.confirm()
    assert len(fresh.satkers.list()) == 1
    assert {row["year"] for row in fresh.evaluations.list()} == {2025, 2026}
    assert dialog.part() is Part.HISTORY
    group = dialog.list.groups()[0]
    assert (group.title, group.rows[0].title) == ("Sama dengan satker ini", "99.1 LAPAS CONTOHREJO")
    dialog.list.setFocus()
    assert dialog.list.row().id.startswith(SAME)
    assert dialog.remove.text() == "Pisahkan lagi"
    dialog.remove.trigger()
    asked(qtbot, dialog, DialogFrame, "Pisahkan").confirm()
    qtbot.waitUntil(lambda: len(fresh.satkers.list()) == 2)
    assert len(fresh.evaluations.list()) == 3


def test_what_becomes_one_is_said(fresh, dialog, id_):
    presenter = ProfilePresenter(fresh, fresh.evaluations.open(id_).state.identity.satker)

    words = join_words(presenter.look("99.1"))
    assert "Evaluasi TPI 2025 ikut pindah ke satker ini." in words
    assert "Evaluasi TPI 2026 ada pada keduanya dan menjadi satu, tanpa beda penilaian." in words
    assert dialog.same.isEnabled()


def test_the_list_behind_is_told_what_became_of_it(qtbot, fresh, dialog, id_):
    presenter = ProfilePresenter(fresh, fresh.evaluations.open(id_).state.identity.satker)
    other, told = presenter.look("99.1").other.id, []
    presenter.list_changed.connect(lambda words: told.append((words, len(fresh.satkers.list()))))
    presenter.join(other, {"reason": "Kode lama"})
    presenter.part(other)
    here = fresh.satkers.get(fresh.evaluations.open(id_).state.identity.satker).code
    assert told == [(f"99.1 disatukan dengan {here}", 1), ("99.1 dipisahkan lagi", 2)]
