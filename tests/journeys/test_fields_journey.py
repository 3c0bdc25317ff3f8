"""Fields of numbers under real keys: what is no number stays as it was typed, and a key on a button is never eaten."""

import pytest
from builders import begin, open_services
from real_window import real_window

from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column

COUNTS, SATKER, HOME = "A.II.5.iii.b.a", "Lapas Misalan", "Portofolio satker"
ANSWER = cells.answer(Column.TPI, COUNTS)


@pytest.fixture
def window(tmp_path):
    folder = tmp_path / "ruang kerja"
    with open_services(folder) as services:
        services.preferences.remember_opened(begin(services, tmp_path, name=SATKER), COUNTS)
    with real_window(folder) as opened:
        yield opened


def come(window):
    """Go to the item that was open last."""
    window.start()
    window.focus(HOME)
    window.press("alt+e")
    window.focus("Evaluasi")
    window.press("Return")
    window.focus(SATKER)


def draft(services):
    """Return what is typed and not saved in the item."""
    return services.answering.drafts(services.evaluations.list()[0]["id"]).get(ANSWER, "")


def answered(services):
    return services.evaluations.list()[0]["answered"]


def test_what_is_no_count_outlives_a_power_cut_as_it_was_typed(window):
    come(window)
    window.press("1", "comma", "5", "Return", "e", "7")  # Enter stays where something is wrong
    window.until(lambda services: draft(services) == "administrator=1%2C5e7")
    window.kill()
    assert (window.read(draft), window.read(answered)) == ("administrator=1%2C5e7", 0)


def test_keys_on_buttons_act_while_a_field_has_the_keyboard(window):
    come(window)
    window.press("1", "2")
    window.until(lambda services: draft(services) == "administrator=12")
    for keys, title in (("ctrl+u", "Tambah data dukung"), ("ctrl+e", "Ekspor lembar kerja")):
        window.press(keys)
        window.focus(title)
        window.press("Escape")
        window.focus(SATKER)
    assert window.read(draft) == "administrator=12"
    window.press("ctrl+Home")
    window.focus(HOME)
    assert window.read(draft) == "administrator=12"
