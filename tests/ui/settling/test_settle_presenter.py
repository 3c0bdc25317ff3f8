"""Behind beda penilaian, without a window: what is chosen, what it needs, what stays when something else arrives."""

import pytest
from builders import BAGUS, CHOICE, INDEX, give
from evidence_makers import photo
from laptops import send

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import InvalidInputError, StaleViewError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.settling.matters import MatterKind
from zi_desktop.ui.settling.entry import NOTHING, OTHER
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.settling.shown import Status

OTHER_ITEM = "A.I.1.i.b"


@pytest.fixture
def disputed(services, colleague, evaluation, tmp_path):
    """Two items judged differently on two laptops, with notes and a file of the colleague's."""
    give(services, evaluation, CHOICE, "Ya")
    give(services, evaluation, OTHER_ITEM, "A")
    give(colleague, evaluation, CHOICE, "Tidak")
    give(colleague, evaluation, OTHER_ITEM, "B")
    colleague.answering.note(evaluation, CHOICE, "Laman pulih sore hari.")
    colleague.evidence.add(evaluation, [photo(tmp_path / "laman.jpg")], CHOICE)
    send(colleague, services, evaluation, tmp_path)
    return evaluation


@pytest.fixture
def presenter(services, jobs, disputed):
    presenter = SettlePresenter(services, jobs)
    presenter.open(disputed)
    return presenter


def number_of(presenter, words):
    return next(each.number for each in presenter.matter().versions if each.words == words)


def answer_of(services, id_, code=CHOICE):
    return services.evaluations.open(id_).state.answers(Column.TPI).get(code)


def test_nothing_is_chosen_on_opening_and_both_are_needed(presenter):
    assert [line.matter.code for line in presenter.shown.lines] == [CHOICE, OTHER_ITEM]
    assert [line.status for line in presenter.shown.lines] == [Status.SEEN, Status.OPEN]
    assert presenter.entry().choice == NOTHING
    assert "→" not in presenter.effect()
    with pytest.raises(InvalidInputError, match="Pilih salah satu versi"):
        presenter.apply()
    assert not presenter.take(7)
    presenter.take(1)
    with pytest.raises(InvalidInputError, match="Isi alasannya"):
        presenter.apply()
    assert presenter.shown.done == 0


def test_a_version_is_applied_and_the_next_open_one_is_shown(presenter, services, disputed):
    told = []
    presenter.evaluation_changed.connect(told.append)
    presenter.take(number_of(presenter, "Tidak"))
    presenter.set_reason("Dilihat bersama.")
    assert "→" in presenter.effect()
    presenter.apply()
    assert answer_of(services, disputed) == Chosen("Tidak")
    assert told == [disputed]
    assert [line.status_words for line in presenter.shown.lines] == ["Selesai: Tidak", "Ditinjau"]
    assert presenter.matter().code == OTHER_ITEM
    assert presenter.entry() == type(presenter.entry())()
    presenter.choose(presenter.shown.lines[0].matter.id)
    assert not presenter.changeable
    assert not presenter.take(1)


def test_another_value_shows_its_effect_before_it_is_applied(presenter, services, disputed):
    presenter.choose(f"answer/tpi/{OTHER_ITEM}")
    presenter.take(OTHER)
    assert presenter.obstacle() == "Isi nilai lain dahulu."
    presenter.set_other(Chosen("C"))
    presenter.set_reason("Keduanya belum tepat.")
    effect = presenter.effect()
    presenter.apply()
    assert answer_of(services, disputed, OTHER_ITEM) == Chosen("C")
    card = services.evaluations.open(disputed).card()
    low, high = card.interval
    assert effect.endswith(f"→ {presenter_total(low)}–{presenter_total(high)}")


def presenter_total(value):
    return f"{float(value):.2f}".replace(".", ",")


def test_what_was_begun_about_one_waits_while_another_is_looked_at(presenter):
    presenter.take(1)
    presenter.set_reason("Belum selesai ditulis")
    presenter.keep_reason()
    presenter.step(+1)
    assert presenter.entry().choice == NOTHING
    presenter.step(-1)
    assert (presenter.entry().choice, presenter.entry().reason) == (1, "Belum selesai ditulis")


def test_a_reason_that_was_begun_outlives_the_program(presenter, services, jobs, disputed):
    presenter.set_reason("Belum selesai ditulis")
    presenter.keep_reason()
    again = SettlePresenter(services, jobs)
    again.open(disputed)
    assert (again.entry().reason, again.entry().choice) == ("Belum selesai ditulis", NOTHING)
    assert not [item for item in services.reviewing.preflight(disputed).must if item.id.startswith("draft:")]
    again.take(1)
    again.apply()
    assert services.answering.drafts(disputed) == {}


def test_a_version_that_arrives_meanwhile_is_shown_and_nothing_is_stated(
    stranger, presenter, services, disputed, tmp_path
):
    services.bundle_intake.accept(stranger.devices.card())
    presenter.take(number_of(presenter, "Ya"))
    presenter.set_reason("Dilihat bersama.")
    give(stranger, disputed, CHOICE, "Tidak")
    send(stranger, services, disputed, tmp_path, plain=True)
    with pytest.raises(StaleViewError):
        presenter.apply()
    assert len(presenter.matter().versions) == 3
    assert CHOICE not in services.evaluations.open(disputed).state.answers(Column.TPI)
    # What was chosen in sight of two is chosen again in sight of three; what was typed stays.
    assert (presenter.entry().choice, presenter.entry().reason) == (NOTHING, "Dilihat bersama.")
    with pytest.raises(InvalidInputError, match="berubah sesudah dipilih"):
        presenter.apply()
    presenter.take(1)
    presenter.apply()
    assert answer_of(services, disputed) == Chosen("Ya")


def test_columns_cards_and_numbers_have_one_order_with_the_own_version_first(stranger, presenter, services, tmp_path):
    services.bundle_intake.accept(stranger.devices.card())
    give(stranger, presenter.shown.id, OTHER_ITEM, "C")
    send(stranger, services, presenter.shown.id, tmp_path, plain=True)
    presenter.load()
    assert presenter.shown.headings[0] == "Anda"
    lines = [line for line in presenter.shown.lines if line.matter.kind is MatterKind.ANSWER]
    assert [len(line.matter.versions) for line in lines] == [2, 3]
    for line in lines:
        assert line.matter.versions[0].own
        assert [each.number for each in line.matter.versions] == list(range(1, len(line.matter.versions) + 1))
        words = [each.words for each in line.matter.versions]
        assert [cell for cell in line.cells if cell != "–"] == words


def test_what_was_settled_opens_again_when_an_unseen_version_comes(stranger, presenter, services, disputed, tmp_path):
    services.bundle_intake.accept(stranger.devices.card())
    presenter.take(number_of(presenter, "Ya"))
    presenter.set_reason("Dilihat bersama.")
    presenter.apply()
    give(stranger, disputed, CHOICE, "Tidak")
    send(stranger, services, disputed, tmp_path, plain=True)
    presenter.load()
    [line] = [line for line in presenter.shown.lines if line.matter.code == CHOICE]
    assert (line.status, line.matter.before) == (Status.OPEN, True)
    assert BAGUS in {version.name for version in line.matter.versions}
    presenter.choose(line.matter.id)
    assert presenter.entry().choice == NOTHING


@pytest.mark.parametrize("way", ["open", "load"])
def test_what_comes_later_is_looked_at_and_not_what_is_settled(way, presenter, services, colleague, disputed, tmp_path):
    for words in ("Tidak", "B"):
        presenter.take(number_of(presenter, words))
        presenter.set_reason("Dilihat bersama.")
        presenter.apply()
    assert presenter.shown.done == 2
    give(services, disputed, INDEX, "3,2")
    give(colleague, disputed, INDEX, "3,45")
    send(colleague, services, disputed, tmp_path)
    presenter.open(disputed) if way == "open" else presenter.load()
    assert (presenter.matter().code, presenter.changeable) == (INDEX, True)
    presenter.choose(presenter.shown.lines[0].matter.id)
    presenter.load()  # nothing has come: who looks back stays there
    assert presenter.matter().code != INDEX


def test_an_evaluation_opens_at_an_item_or_a_cell(presenter, services, colleague, disputed, tmp_path):
    services.evaluations.plan(disputed, {"place": "Contohrejo"})
    colleague.evaluations.plan(disputed, {"place": "Umpamajaya"})
    send(colleague, services, disputed, tmp_path)
    presenter.open(disputed, OTHER_ITEM)
    assert presenter.matter().code == OTHER_ITEM
    presenter.open(disputed, "plan/place")
    assert presenter.matter().kind is MatterKind.PRINTED
    assert (presenter.needs_reason, presenter.effect(), presenter.take(OTHER)) == (False, "", False)
    presenter.take(number_of(presenter, "Umpamajaya"))
    presenter.apply()
    assert services.evaluations.open(disputed).state.plan.place == "Umpamajaya"


def test_the_lead_closes_what_is_listed(presenter, services, colleague, disputed, tmp_path):
    send(services, colleague, disputed, tmp_path)
    [first, *_] = colleague.settling.matters(disputed).items
    colleague.settling.settle(disputed, first, Chosen("Tidak"), "Menurut saya.")
    send(colleague, services, disputed, tmp_path)
    presenter.load()
    beyond = next(line.matter for line in presenter.shown.lines if line.matter.kind is MatterKind.BEYOND)
    presenter.choose(beyond.id)
    assert (presenter.obstacle(), presenter.take(1)) == ("", False)
    presenter.apply()
    assert services.evaluations.beyond(disputed) == ()
    assert next(line for line in presenter.shown.lines if line.matter.id == beyond.id).settled == "Ditutup"


def test_it_is_known_which_evaluations_have_something(qtbot, services, jobs, disputed):
    presenter = SettlePresenter(services, jobs)
    with qtbot.waitSignal(presenter.waiting_changed):
        presenter.waiting.find()
    assert presenter.shown.id == disputed
    [(id_, words)] = presenter.waiting.rows(presenter.shown)
    assert (id_, words.endswith("(2)")) == (disputed, True)


def test_a_closed_evaluation_is_only_looked_at(presenter, services, disputed):
    services.evaluations.archive(disputed)
    presenter.load()
    assert "diarsipkan" in presenter.shown.closed
    assert not presenter.changeable
    assert not presenter.take(1)
    presenter.apply()
    assert presenter.shown.done == 0


def test_an_index_is_told_as_it_is_written(services, colleague, evaluation, jobs, tmp_path):
    give(services, evaluation, INDEX, "3,2")
    give(colleague, evaluation, INDEX, "3,45")
    send(colleague, services, evaluation, tmp_path)
    presenter = SettlePresenter(services, jobs)
    presenter.open(evaluation)
    assert presenter.shown.headings == ("Anda", "Ahmad A.")
    assert presenter.shown.line.cells == ("3,20", "3,45")
