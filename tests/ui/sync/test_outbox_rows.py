"""The rows of the outbox: what has to be done first, and what needs nothing more in one line."""

import pytest
from outbox_items import item, outbox

from zi_desktop.services.receipts import LOCAL
from zi_desktop.ui.sync.shown import lost_words, outbox_groups, taken_back_words


def titles(*items):
    return {group.key: [row.title for row in group.rows] for group in outbox_groups(outbox(*items))}


def test_what_was_sent_is_one_row_while_something_else_waits():
    assert titles(item("A", LOCAL), item("B"), item("C")) == {"lokal": ["Lapas A 2026"], "terkirim": ["2 evaluasi"]}
    assert titles(item("B"), item("C"))["terkirim"] == ["Lapas B 2026", "Lapas C 2026"]
    assert titles(item("A", LOCAL), item("B"))["terkirim"] == ["Lapas B 2026"]
    waiting = titles(item("A", LOCAL), item("B"), item("C"), item("D", files=1))["terkirim"]
    assert waiting == ["Lapas D 2026", "2 evaluasi"]


def test_the_row_names_the_act_as_the_alarm_does():
    back = outbox(item("A", LOCAL, taken_back=True))
    [group] = outbox_groups(back)
    assert group.title.endswith("perlu dikirim lagi")
    assert group.rows[0].end == "Kirim lagi"
    assert taken_back_words(back).endswith("kirim lagi.")


def test_the_signatures_of_a_report_are_told():
    [group] = outbox_groups(outbox(item("A", LOCAL, lines=3, signatures=(1, 3))))
    assert group.rows[0].detail == "3 perubahan · laporan 1 dari 3 tanda tangan"


@pytest.mark.parametrize(
    ("items", "said", "unsaid"),
    [
        ([item("A")], "", "Inspektorat"),
        ([item("A", LOCAL, taken_back=True)], "Semuanya masih ada di laptop ini", "maupun"),
        ([item("A", LOCAL, lost=2)], "2 berkas Lapas A 2026 tidak ada lagi", "Semuanya"),
        ([item("A", LOCAL, lost=2), item("B", LOCAL, taken_back=True)], "B 2026. Semuanya masih ada", "Selain"),
        ([item("A", LOCAL, lost=2, taken_back=True)], "Selain berkas yang hilang, isinya masih ada", "Semuanya"),
    ],
    ids=["nothing", "back", "lost", "two", "both"],
)
def test_what_is_said_above_calls_nothing_safe_that_is_not_here(items, said, unsaid):
    words = taken_back_words(outbox(*items)) + lost_words(outbox(*items))
    assert said in words
    assert unsaid not in words
