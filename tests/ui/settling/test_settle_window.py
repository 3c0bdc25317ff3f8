"""Beda penilaian in the real window by keys alone: from Penilaian, from the last checks, from Sinkron."""

from dataclasses import replace

import pytest
from builders import BAGUS, CHOICE, INDEX, RATIO, RINI, give
from evidence_makers import photo
from focus_walk import name_of, reachable, walk
from laptops import send, settle_elsewhere
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel
from whole_desktop import whole_desktop

from zi_desktop.domain.answers import Chosen, Measured
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.domain.instrument import Column
from zi_desktop.ui.navigation import EVALUATION, SETTLE, SIGNING, SYNC
from zi_desktop.ui.settling.head import SettleHead
from zi_desktop.ui.settling.panel import SettlePanel
from zi_desktop.ui.settling.shown import Status, version_title, when_words
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.whereabouts import PALETTE
from zi_desktop.ui.widgets.buttons import tip_of
from zi_desktop.ui.widgets.pills import Tone

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TAKEN = "Paket dari Bagus diambil: 4 beda penilaian perlu diselesaikan."
LONG = "Laman satker tidak dapat dibuka; jadwal dan syarat layanan hanya ada di papan. " * 12


@pytest.fixture
def disputed(services, colleague, evaluation, tmp_path):
    counts = {
        item.key: 6 for item in services.evaluations.open(evaluation).state.instrument.questions[RATIO].answer.typed
    }
    for one, choice, index, count in ((services, "Ya", "3,2", 4), (colleague, "Tidak", "3,45", 5)):
        give(one, evaluation, CHOICE, choice)
        give(one, evaluation, INDEX, index)
        first = next(iter(counts))
        give(one, evaluation, RATIO, ",".join(f"{key}={6 if key == first else count}" for key in counts))
    colleague.answering.note(evaluation, CHOICE, LONG)
    colleague.evidence.add(evaluation, [photo(tmp_path / "laman.jpg")], CHOICE)
    services.evaluations.plan(evaluation, {"place": "Contohrejo"})
    colleague.evaluations.plan(evaluation, {"place": "Umpamajaya"})
    send(colleague, services, evaluation, tmp_path)
    return evaluation


@pytest.fixture
def desktop(qtbot, theme, services, disputed, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path, disputed, CHOICE) as desktop:
        yield desktop


@pytest.fixture
def panel(qtbot, desktop):
    """The panel, reached from the item by its key."""
    press(qtbot, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: desktop.window.key() == SETTLE)
    return desktop.window.page().panel


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def answer_of(services, id_, code=CHOICE):
    return services.evaluations.open(id_).state.answers(Column.TPI).get(code)


def number_of(panel, words):
    return next(each.number for each in panel.presenter.matter().versions if each.words == words)


def test_the_sign_is_red_only_while_something_is_open(panel):
    assert panel.form.mark._token == "bad"
    shown = panel.presenter.shown
    lines = tuple(replace(line, status=Status.DONE) for line in shown.lines)
    SettleHead(panel.form).show_progress(replace(shown, lines=lines))
    assert panel.form.mark._token == "text2"


def test_a_version_is_chosen_with_its_digit_a_reason_and_one_chord(qtbot, panel, services, disputed):
    assert panel.form.table.hasFocus()
    assert [card.isChecked() for card in panel.form.versions.cards] == [False, False]
    assert [(card.version.number, card.version.own) for card in panel.form.versions.cards] == [(1, True), (2, False)]
    assert panel.form.versions.cards[0].accessibleName().startswith("1. Versi Anda")
    assert panel.form.effect.text().startswith("Nilai total ")
    press(qtbot, Qt.Key(ord(str(number_of(panel, "Tidak")))))
    assert [card.version.words for card in panel.form.versions.cards if card.isChecked()] == ["Tidak"]
    assert "→" in panel.form.effect.text()
    assert panel.form.reason.hasFocus()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "alasan" in panel.form.problem.text()
    assert CHOICE not in services.evaluations.open(disputed).state.answers(Column.TPI)
    qtbot.keyClicks(panel.form.reason, "Dilihat bersama, 2 kali.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert answer_of(services, disputed) == Chosen("Tidak")
    assert panel.form.table.hasFocus()
    assert panel.form.progress.text() == "1 dari 4 hal selesai"
    assert panel.presenter.matter().code == RATIO


def test_another_value_is_typed_and_what_is_wrong_is_said(qtbot, panel, services, disputed):
    panel.open_evaluation(disputed, INDEX)
    panel.take_focus()
    press(qtbot, Qt.Key.Key_0)
    [field] = panel.form.otherForm.fields.values()
    assert field.hasFocus()
    qtbot.keyClicks(field, "7")
    assert "di luar 0 sampai 4" in panel.form.otherForm.problem.text()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert panel.form.problem.text() == "Isi nilai lain dahulu."
    field.clear()
    qtbot.keyClicks(field, "3,3")
    assert "→" in panel.form.effect.text()
    press(qtbot, Qt.Key.Key_Return)
    assert panel.form.reason.hasFocus()
    qtbot.keyClicks(panel.form.reason, "Angka rekap terakhir.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert answer_of(services, disputed, INDEX) == Measured(parse_decimal("3,3"))


def test_counts_and_letters_are_other_values_too(qtbot, panel, services, disputed):
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_T)
    assert panel.presenter.entry().other == Chosen("Tidak")
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.form.table.hasFocus()
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert panel.presenter.matter().code == RATIO
    press(qtbot, Qt.Key.Key_3)
    fields = list(panel.form.otherForm.fields.values())
    for field in fields:
        qtbot.keyClicks(QApplication.focusWidget(), "6")
        assert field.text() == "6"
        press(qtbot, Qt.Key.Key_Return)
    assert panel.form.reason.hasFocus()
    assert panel.presenter.entry().other.counts
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert panel.presenter.entry().other == Chosen("Tidak")
    assert panel.form.otherForm.options.current() == "Tidak"


@pytest.mark.parametrize("typed", ["1,5", "-3", "12e1", "1 b=2"])
def test_what_is_no_count_is_no_other_value(qtbot, panel, disputed, typed):
    panel.open_evaluation(disputed, RATIO)
    panel.take_focus()
    press(qtbot, Qt.Key.Key_3)
    first, *rest = panel.form.otherForm.fields.values()
    for field, text in ((first, typed), *((each, "6") for each in rest)):
        qtbot.keyClicks(field, text)
    assert first.text() == typed
    assert panel.form.otherForm.problem.text().startswith(f"“{typed}” bukan bilangan bulat.")
    assert panel.form.otherForm.answer() is None


def test_what_prints_needs_no_reason_and_enter_goes_to_the_versions(qtbot, panel, services, disputed):
    panel.open_evaluation(disputed, "plan/place")
    panel.take_focus()
    assert not panel.form.reason.isVisible()
    assert not panel.form.other.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert panel.form.versions.cards[0].hasFocus()
    wanted = next(card for card in panel.form.versions.cards if card.version.words == "Umpamajaya")
    wanted.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert wanted.isChecked()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert services.evaluations.open(disputed).state.plan.place == "Umpamajaya"


def test_tab_reaches_everything_and_every_act_has_its_key(qtbot, panel, desktop):
    press(qtbot, Qt.Key.Key_3)
    panel.form.table.setFocus()
    found = walk(qtbot, desktop.window)
    missing = {name_of(widget) for widget in reachable(desktop.window) - set(found) if panel.isAncestorOf(widget)}
    assert not missing
    order = [found.index(stop) for stop in (panel.form.table, *panel.form.versions.cards, panel.form.reason)]
    assert order == sorted(order)
    listed = {action.text() for action in desktop.window.commands()}
    assert {"Terapkan && lanjut", "Lewati", "Isi nilai lain…", "Tulis alasan", "Buka butir"} <= listed
    assert tip_of(panel.acts.apply) == "Terapkan & lanjut (Ctrl+Enter)"


SIZES = pytest.mark.parametrize(
    "size", [QSize(1366, 660), QSize(1093, 614), QSize(911, 512)], ids=lambda size: str(size.width())
)


def is_whole(part):
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def essentials(panel):
    """Return what must be seen together: whose versions these are, what they say, and the reason."""
    cards = panel.form.versions.cards
    labels = [label for card in cards for label in card.findChildren(QLabel)]
    matter = panel.presenter.matter()
    words = {version_title(card.version, matter) for card in cards} | {card.version.words for card in cards}
    return [*(label for label in labels if label.text() in words), panel.form.question, panel.form.reason]


def places(panel):
    parts = (panel.form.table, panel.form.scroll, panel.form.question, *panel.form.versions.cards)
    return [(part.mapTo(panel, part.rect().topLeft()), part.width()) for part in parts]


@SIZES
def test_names_values_and_reason_are_seen_together_whatever_is_chosen(qtbot, panel, size):
    panel.window().resize(size)
    table = panel.form.table
    qtbot.waitUntil(lambda: panel.window().size() == size and table.height() == table.sizeHint().height())
    qtbot.waitUntil(lambda: all(map(is_whole, essentials(panel))))
    assert len(essentials(panel)) == 2 * 2 + 2
    before = places(panel)
    for keys in ((Qt.Key.Key_1,), (Qt.Key.Key_Escape,), (Qt.Key.Key_3,), (Qt.Key.Key_Y,), (Qt.Key.Key_Return, CTRL)):
        press(qtbot, *keys)
        QApplication.processEvents()
        assert all(map(is_whole, essentials(panel)))
        assert places(panel) == before
    assert panel.form.otherForm.options.isVisible()


def test_below_a_message_the_reason_stays_whole(qtbot, panel):
    panel.window().resize(911, 512)
    panel.window().show_message("Isian yang sama berbeda.", Tone.WARN)
    qtbot.waitUntil(lambda: panel.height() < 390 and is_whole(panel.form.reason) and is_whole(panel.form.foot))
    assert panel.form.reason.lines == 1
    for key in (Qt.Key.Key_1, Qt.Key.Key_Escape, Qt.Key.Key_3, Qt.Key.Key_Y):
        press(qtbot, key)
        qtbot.waitUntil(lambda: is_whole(panel.form.reason) and panel.form.scroll.height() >= 100)


@SIZES
def test_counts_of_another_value_leave_the_versions_in_sight(qtbot, panel, disputed, size):
    panel.window().resize(size)
    panel.open_evaluation(disputed, RATIO)
    panel.take_focus()
    press(qtbot, Qt.Key.Key_3)
    for field in panel.form.otherForm.fields.values():
        qtbot.waitUntil(lambda field=field: field.hasFocus() and is_whole(field))
        QApplication.processEvents()  # every layout that was asked for
        assert all(map(is_whole, essentials(panel)))
        qtbot.keyClicks(field, "6")
        press(qtbot, Qt.Key.Key_Return)
    assert panel.form.reason.hasFocus()


def test_a_long_note_is_read_on_by_page_keys_and_another_row_begins_at_its_question(qtbot, panel):
    panel.window().resize(911, 512)
    bar = panel.form.scroll.verticalScrollBar()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(qtbot, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Down)
    assert panel.presenter.matter().code == RATIO
    assert bar.value() == 0


def test_another_value_is_marked_as_chosen_and_begun_only_with_a_value(qtbot, panel):
    form, status = panel.form, lambda: panel.presenter.shown.lines[0].status
    assert (form.otherChosen.isVisible(), form.kept.isVisible()) == (False, True)
    press(qtbot, Qt.Key.Key_3)
    assert (form.otherMark.isVisible(), form.otherChosen.text(), form.kept.isVisible()) == (True, "Dipilih", False)
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Down)
    assert status() is Status.OPEN
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_T)
    criterion = panel.form.otherForm.criterion.text()
    assert criterion
    assert not criterion.endswith(".")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Down)
    assert status() is Status.SEEN


def test_what_prints_is_asked_below_the_versions_only_when_nothing_is_chosen(qtbot, panel, disputed):
    panel.open_evaluation(disputed, "plan/place")
    panel.take_focus()
    assert not panel.form.deciding.isVisible()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert panel.form.problem.text().startswith("Pilih salah satu versi")
    qtbot.waitUntil(lambda: is_whole(panel.form.problem))
    press(qtbot, Qt.Key.Key_1)
    assert not panel.form.deciding.isVisible()


def test_what_is_missing_stands_in_place_of_what_the_reason_is_for(qtbot, panel):
    assert panel.form.reasonHint.isVisible()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert panel.form.problem.text().startswith("Pilih salah satu versi")
    assert not panel.form.reasonHint.isVisible()
    press(qtbot, Qt.Key.Key_1)
    assert panel.form.problem.text() == ""
    assert panel.form.reasonHint.isVisible()


def hints_of(desktop):
    return [(hint.keys, hint.text) for hint in desktop.window.status._hints_shown if hint.keys != PALETTE]


def test_the_keys_in_the_status_bar_follow_the_keyboard(qtbot, panel, desktop):
    last = ("Ctrl+Enter", "Terapkan & lanjut")
    assert hints_of(desktop) == [("1/2", "Pilih versi"), ("3", "Nilai lain"), last]
    press(qtbot, Qt.Key.Key_Return)
    assert hints_of(desktop)[0] == ("Enter", "Pilih versi ini")
    press(qtbot, Qt.Key.Key_Return)
    assert panel.form.reason.hasFocus()
    assert hints_of(desktop) == [last, ("Esc", "Ke daftar")]
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_3)
    assert hints_of(desktop)[0] == ("Y/T", "Pilih nilai")
    press(qtbot, Qt.Key.Key_Escape)
    assert hints_of(desktop)[0] == ("1/2", "Pilih versi")
    press(qtbot, Qt.Key.Key_F6)
    assert panel.form.content.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F6)
    assert not panel.form.content.isAncestorOf(QApplication.focusWidget())


def test_the_item_is_one_key_away_and_back(qtbot, panel, desktop):
    press(qtbot, Qt.Key.Key_G, CTRL)
    assert desktop.window.key() == EVALUATION
    press(qtbot, Qt.Key.Key_F7)
    assert desktop.window.key() == SETTLE
    press(qtbot, Qt.Key.Key_1, CTRL)
    assert desktop.window.key() == EVALUATION


def test_what_was_settled_stands_on_the_other_screens_at_once(qtbot, panel, desktop, disputed):
    press(qtbot, Qt.Key(ord(str(number_of(panel, "Ya")))))
    qtbot.keyClicks(panel.form.reason, "Dilihat bersama.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_1, CTRL)
    presenter = desktop.window.page().stage.presenter
    assert desktop.window.key() == EVALUATION
    assert presenter.view.state.answers(Column.TPI)[CHOICE] == Chosen("Ya")
    desktop.navigation.show_tab(SIGNING, disputed)
    ids = {line.id for group in desktop.window.page()._shown.checks.groups for line in group.lines}
    assert f"disputed:{CHOICE}" not in ids
    assert f"disputed:{INDEX}" in ids


def test_hidden_scores_are_hidden_here_too(qtbot, desktop):
    press(qtbot, Qt.Key.Key_H, CTRL)
    press(qtbot, Qt.Key.Key_F7)
    panel = desktop.window.page().panel
    press(qtbot, Qt.Key.Key_1)
    assert panel.form.effect.text() == ""
    shown = [label.text() for card in panel.form.versions.cards for label in card.findChildren(type(panel.form.place))]
    assert not [text for text in shown if "Nilai total" in text or "×" in text]


def test_the_last_checks_lead_to_what_disagrees(qtbot, desktop, disputed):
    desktop.navigation.show_tab(SIGNING, disputed)
    page = desktop.window.page()
    line = next(
        line for group in page._shown.checks.groups for line in group.lines if line.id == "diverging:plan/place"
    )
    assert [str(act) for act in line.acts] == ["Selesaikan"]
    page._act(line.acts[0], line)
    assert desktop.window.key() == SETTLE
    assert desktop.window.page().panel.presenter.matter().title == "Tempat"


def test_the_screen_of_the_exchange_shows_it_by_itself(qtbot, desktop, services, disputed):
    desktop.navigation.show(SYNC)
    panel = desktop.window.page().findChild(SettlePanel)
    qtbot.waitUntil(lambda: panel.presenter.shown.id == disputed)
    assert [line.matter.code for line in panel.presenter.shown.lines][:1] == [CHOICE]
    assert hints_of(desktop)[0][0] == "Ctrl+I"
    panel.take_focus()
    assert hints_of(desktop)[0] == ("1/2", "Pilih versi")
    press(qtbot, Qt.Key.Key_F6)
    assert not panel.isAncestorOf(QApplication.focusWidget())
    assert hints_of(desktop)[0][0] == "Ctrl+I"
    panel.take_focus()
    press(qtbot, Qt.Key.Key_1)
    qtbot.keyClicks(panel.form.reason, "Cocok dengan foto.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert answer_of(services, disputed) == Chosen("Ya")


@pytest.fixture
def beside(qtbot, desktop, disputed):
    """The panel beside what is exchanged, below a message."""
    desktop.navigation.show(SYNC)
    panel = desktop.window.page().findChild(SettlePanel)
    qtbot.waitUntil(lambda: panel.presenter.shown.id == disputed)
    panel.open_evaluation(disputed, CHOICE)
    panel.take_focus()
    desktop.window.show_message(TAKEN, Tone.WARN)
    return panel


@pytest.fixture(params=[TextSize.NORMAL, TextSize.LARGE], ids=["normal", "large"])
def text_size(request, theme):
    theme.apply(ThemeChoice.LIGHT, request.param)
    yield
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def read_first(panel):
    """Return what must be seen below a message: whose the first version is, since when, its value, and the reason."""
    card, form = panel.form.versions.cards[0], panel.form
    matter, now = card._context.matter, card._context.now
    words = {version_title(card.version, matter), when_words(card.version, matter, now), card.version.words}
    said = [label for label in card.findChildren(QLabel) if label.text() in words]
    assert len(said) == 3
    return [*said, form.question, form.other, form.reasonTitle, form.reason]


@pytest.mark.usefixtures("text_size")
@pytest.mark.parametrize(
    "size", [QSize(1366, 688), QSize(1093, 614), QSize(911, 512)], ids=lambda size: str(size.width())
)
def test_below_a_message_a_version_and_the_whole_reason_are_seen(qtbot, beside, size):
    form, window = beside.form, beside.window()
    window.resize(size)
    qtbot.waitUntil(lambda: window.size() == size and form.table.height() == form.table.sizeHint().height())
    qtbot.waitUntil(lambda: all(map(is_whole, read_first(beside))) and form.scroll.height() >= 100)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Escape, Qt.Key.Key_3, Qt.Key.Key_Y):
        press(qtbot, key)
        window.show_message("Pesan lain.", Tone.WARN)  # the first choice took it away, to give its room back
        qtbot.waitUntil(lambda: all(map(is_whole, read_first(beside))))


def test_in_a_low_panel_the_reason_says_what_it_is_for_and_its_row_above_what_is_missing(qtbot, beside):
    form, window = beside.form, beside.window()
    window.resize(911, 512)
    qtbot.waitUntil(lambda: window.size() == QSize(911, 512) and not form.question.wordWrap())
    assert form.reason.placeholderText() == "wajib, masuk riwayat butir"
    assert not form.table.horizontalHeader().isVisible()
    assert (form.reasonHint.isVisible(), form.kept.isVisible()) == (False, False)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert form.problem.text().startswith("Pilih salah satu versi")
    qtbot.waitUntil(lambda: is_whole(form.problem) and form.otherPart.isAncestorOf(form.problem))
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert (form.problem.text(), form.otherChosen.isVisible()) == ("Isi nilai lain dahulu.", False)
    press(qtbot, Qt.Key.Key_Y)
    assert (form.problem.text(), form.otherChosen.isVisible()) == ("", True)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: form.reasonPart.isAncestorOf(form.problem) and form.reasonHint.isVisible())
    assert form.reason.placeholderText() == ""
    assert form.table.horizontalHeader().isVisible()


def test_in_a_low_panel_what_prints_is_asked_too(qtbot, beside, disputed):
    beside.window().resize(911, 512)
    beside.open_evaluation(disputed, "plan/place")
    beside.take_focus()
    assert not beside.form.deciding.isVisible()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert beside.form.problem.text().startswith("Pilih salah satu versi")
    qtbot.waitUntil(lambda: is_whole(beside.form.problem))


def test_in_a_low_panel_counts_are_typed_beside_a_version_and_the_reason(qtbot, beside, disputed):
    beside.window().resize(911, 512)
    beside.window().take_back_message(TAKEN)
    beside.open_evaluation(disputed, RATIO)
    beside.take_focus()
    press(qtbot, Qt.Key.Key_3)
    for field in beside.form.otherForm.fields.values():
        qtbot.waitUntil(lambda field=field: field.hasFocus() and is_whole(field))
        qtbot.waitUntil(lambda: all(map(is_whole, read_first(beside))))
        qtbot.keyClicks(field, "6")
        press(qtbot, Qt.Key.Key_Return)
    assert beside.form.reason.hasFocus()


def test_a_long_title_of_a_low_panel_is_whole_in_its_tooltip(qtbot, beside):
    window, question = beside.window(), beside.form.question
    question.setText(LONG)
    window.resize(911, 512)
    qtbot.waitUntil(lambda: question.toolTip() == LONG)
    assert question.height() < 2 * question.fontMetrics().height()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: question.height() > 2 * question.fontMetrics().height() and not question.toolTip())


def test_esc_leads_to_the_list_while_a_notice_stands_and_digits_go_on_choosing(qtbot, desktop, services, disputed):
    desktop.navigation.show(SYNC)
    panel = desktop.window.page().findChild(SettlePanel)
    qtbot.waitUntil(lambda: panel.presenter.shown.id == disputed)
    panel.take_focus()
    press(qtbot, Qt.Key.Key_1)
    assert panel.form.reason.hasFocus()
    desktop.window.show_message("Isian yang sama berbeda.", Tone.WARN)
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.form.table.hasFocus()
    assert desktop.window._message.isVisible()
    press(qtbot, Qt.Key.Key_2)
    assert panel.presenter.entry().choice == 2
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.form.table.hasFocus()
    assert not desktop.window._message.isVisible()


def test_of_several_evaluations_one_is_chosen(qtbot, jobs, services, colleague, disputed, tmp_path):
    other = services.evaluations.create("C-1", 2025)
    send(services, colleague, other, tmp_path, plain=True)
    give(services, other, CHOICE, "Ya")
    give(colleague, other, CHOICE, "Tidak")
    send(colleague, services, other, tmp_path, plain=True)
    panel = SettlePanel(services, jobs)
    qtbot.addWidget(panel)
    panel.resize(400, 420)
    panel.show()
    with qtbot.waitSignal(panel.presenter.waiting_changed):
        panel.refresh()
    box = panel.form.evaluation
    assert sorted(box.itemData(row) for row in range(box.count())) == sorted([disputed, other])
    assert {box.itemText(row)[-9:] for row in range(box.count())} == {" 2026 (4)", " 2025 (1)"}
    assert panel.width() == 400
    box.setCurrentIndex(box.findData(other))
    box.activated.emit(box.currentIndex())
    assert panel.presenter.shown.id == other
    assert [line.matter.code for line in panel.presenter.shown.lines] == [CHOICE]


def test_an_author_who_is_not_proven_is_marked_on_the_card(qtbot, jobs, services, colleague, evaluation, tmp_path):
    give(services, evaluation, CHOICE, "Ya")
    settle_elsewhere(services, colleague, evaluation, tmp_path)
    panel = SettlePanel(services, jobs)
    qtbot.addWidget(panel)
    panel.open_evaluation(evaluation)
    marked = {
        card.version.name: "penulis belum dibuktikan" in card.accessibleName() for card in panel.form.versions.cards
    }
    assert marked == {BAGUS: True, RINI: False}


def test_nothing_to_settle_is_said(qtbot, jobs, services, evaluation):
    panel = SettlePanel(services, jobs)
    qtbot.addWidget(panel)
    panel.open_evaluation(evaluation)
    panel.show()
    assert panel.form.nothing.isVisible()
    assert panel.form.nothing._sentence.text() == "Tidak ada beda penilaian."
    assert panel.form.mark._token == "text2"
    assert not panel.form.scroll.isVisible()


@pytest.mark.parametrize(
    "size", [QSize(1294, 684), QSize(620, 520), QSize(400, 420)], ids=lambda size: str(size.width())
)
def test_long_texts_wrap_and_nothing_is_cut(qtbot, jobs, services, disputed, size):
    panel = SettlePanel(services, jobs)
    qtbot.addWidget(panel)
    panel.resize(size)
    panel.open_evaluation(disputed, CHOICE)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.width() == size.width()
    card = next(card for card in panel.form.versions.cards if card.version.note)
    tallest = max(each.heightForWidth(each.width()) for each in panel.form.versions.cards)
    assert {each.height() for each in panel.form.versions.cards} >= {tallest}
    assert card.height() == card.heightForWidth(card.width())
    assert panel.form.content.width() <= panel.form.scroll.viewport().width()
    columns = {each.x() for each in panel.form.versions.cards}
    assert len(columns) == (1 if size.width() < 500 else 2)


@pytest.mark.parametrize(("height", "rows"), [(700, 4), (620, 3), (580, 2), (404, 2)])
def test_the_rows_of_the_list_follow_the_height_alone(qtbot, jobs, services, disputed, height, rows):
    panel = SettlePanel(services, jobs)
    qtbot.addWidget(panel)
    panel.resize(900, height)
    panel.open_evaluation(disputed, CHOICE)
    with qtbot.waitExposed(panel):
        panel.show()
    table = panel.form.table
    assert table.lines.rowCount() == 4
    for keys in ("", "1", "3", "y"):
        qtbot.keyClicks(panel, keys)
        qtbot.waitUntil(lambda: table.viewport().height() // table.row_height() == rows)
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
