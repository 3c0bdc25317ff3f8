"""What belongs together stands together: digits below digits, a message below its field, whole lines of guidance."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.theme import TextSize, ThemeChoice

INK = 130
"""Lightness below which a pixel belongs to a letter."""


@pytest.fixture(params=["normal", "large"])
def type_(request, theme):
    theme.apply(ThemeChoice.LIGHT, TextSize(request.param))
    yield request.param
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def settle():
    for _ in range(4):
        QApplication.processEvents()


def rendered(widget, ratio):
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    widget.render(picture)
    return picture.toImage()


def last_ink(picture, place, ratio):
    """Return the column of the last letter inside a place (logical pixels), in pixels of the picture."""
    left, top = round(place.left() * ratio), round(place.top() * ratio)
    right, bottom = int((place.right() + 1) * ratio), int((place.bottom() + 1) * ratio)
    return max(x for x in range(left, right) for y in range(top, bottom) if picture.pixelColor(x, y).lightness() < INK)


def typed(form, **texts):
    for key, text in texts.items():
        form.table.field(key).setText(text)
        form.table.field(key).textEdited.emit(text)
    form.commit()
    settle()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
@pytest.mark.usefixtures("type_")
def test_the_digits_of_a_sum_stand_below_those_of_the_fields(stage, ratio):
    stage.show("A.II.5.iii.b.a")
    form = stage.view.form.counts
    typed(form, administrator="5", pengawas="0", fungsional_pelaksana="100", sudah_lapor="5")
    table = form.table
    picture = rendered(table, ratio)

    def end(widget):
        return last_ink(picture, QRect(widget.mapTo(table, QPoint(6, 6)), widget.size() - QSize(12, 12)), ratio)

    [summed] = table._body.sums.values()
    assert summed.text() == "105"
    whole = QRect(summed.mapTo(table, QPoint(0, 0)), summed.size())
    assert abs(last_ink(picture, whole, ratio) - end(table.field("administrator"))) <= ratio


def test_what_is_wrong_stands_below_the_field_that_it_is_about(stage):
    stage.show("B.I.a")
    form = stage.view.form.index
    value, source, *_, scale = form.table.fields()

    def top(widget):
        return widget.mapTo(form, QPoint(0, 0)).y()

    typed(form, **{"": "39"})
    assert top(value) + value.height() <= top(form.problem)
    assert top(form.problem) + form.problem.height() <= top(source)
    typed(form, **{"": "3,9", "skala_asal": "abc7"})
    assert top(scale) + scale.height() <= top(form.problem)
    assert form.problem.isVisible()


def test_the_same_thing_wrong_with_another_item_is_said_there(stage):
    stage.show("B.I.a")
    form = stage.view.form.index
    typed(form, **{"": "39"})
    stage.show("B.II.a")
    typed(form, **{"": "39"})
    assert form.problem.isVisible()
    stage.show("B.I.a")
    assert form.problem.isVisible()  # at once: what follows is laid out around it
    assert form.problem.parentWidget() is form.table.field("").parentWidget()


@pytest.mark.usefixtures("type_")
def test_no_line_of_the_guidance_is_cut_by_the_lower_edge(stage):
    stage.view.resize(654, 684)
    stage.view.toggle_guidance()
    settle()
    page = stage.view.form.guidance.page
    page.setParent(None)  # what it lies in would say how tall it is
    page.show()
    bar, clean = page.verticalScrollBar(), []
    for height in range(100, 122):
        page.resize(270, height)
        for value in (0, 25):
            bar.setValue(value)
            settle()
            port = page.viewport()
            picture = rendered(port, 1.0)
            row = picture.height() - 1
            clean.append(all(picture.pixelColor(x, row).lightness() > INK for x in range(picture.width())))
    assert bar.maximum() > 0
    assert all(clean)
    page.deleteLater()
