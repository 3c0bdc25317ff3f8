"""The exchange without a window: what is read, taken, accepted, refused, sent and fetched."""

import pytest
from builders import CHOICE, give
from laptops import TEAM, send

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.exchange.bundle_intake import BundleIntake
from zi_desktop.services.receipts import SENT, STORED
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.sync.hub_presenter import HubPresenter
from zi_desktop.ui.sync.presenter import SyncPresenter
from zi_desktop.ui.sync.saving import Saving
from zi_desktop.ui.widgets.pills import Tone


@pytest.fixture
def presenter(services, jobs, qtbot):
    presenter = SyncPresenter(services, jobs)
    yield presenter
    presenter.bundle.leave()
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))


@pytest.fixture
def hub_presenter(services, jobs, presenter):
    hub_presenter = HubPresenter(services, jobs)
    hub_presenter.exchanged.connect(presenter.load)
    return hub_presenter


def loaded(qtbot, presenter):
    with qtbot.waitSignal(presenter.shown) as shown:
        presenter.load()
    return shown.args[0]


def looked_at(qtbot, presenter, file):
    with qtbot.waitSignal(presenter.bundle.previewed) as previewed:
        presenter.bundle.read(file)
    return previewed.args[0]


def staged(services):
    return list(services.workspace.folder.glob(".paket-*"))


def test_a_bundle_of_a_known_colleague_is_looked_at_then_taken(
    qtbot, presenter, services, colleague, evaluation, stick
):
    give(colleague, evaluation, CHOICE, "Ya")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    shown = looked_at(qtbot, presenter, stick / "ahmad.zib")
    assert (shown.takeable, shown.tone, shown.strangers) == (True, Tone.OK, ())
    assert not services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value
    with qtbot.waitSignal(presenter.shown), qtbot.waitSignal(presenter.said) as said:
        presenter.bundle.take()
    assert "1 perubahan" in said.args[0]
    assert services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value
    assert staged(services) == []
    again = looked_at(qtbot, presenter, stick / "ahmad.zib")
    assert not again.takeable


def test_two_opinions_are_announced_before_and_after(qtbot, presenter, services, colleague, evaluation, stick):
    give(colleague, evaluation, CHOICE, "Ya")
    give(services, evaluation, CHOICE, "Tidak")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    shown = looked_at(qtbot, presenter, stick / "ahmad.zib")
    assert any("Beda penilaian" in notice.words for notice in shown.notices)
    with qtbot.waitSignal(presenter.said) as said, qtbot.waitSignal(presenter.bundle.disputed) as disputed:
        presenter.bundle.take()
    assert disputed.args == [evaluation]
    assert "1 beda penilaian perlu diselesaikan" in said.args[0]
    assert said.args[1] == Tone.WARN


def test_what_the_lead_has_to_close_is_told_apart_and_once(qtbot, presenter, services, colleague, evaluation, stick):
    give(services, evaluation, CHOICE, "Ya")
    send(services, colleague, evaluation, stick)
    told = []
    presenter.said.connect(lambda words, _: told.append(words))
    for number, act in enumerate((lambda: give(colleague, evaluation, CHOICE, "Tidak"),
                                  lambda: colleague.answering.note(evaluation, CHOICE, "dilihat lagi"))):  # fmt: skip
        act()
        colleague.bundling.export([evaluation], stick / f"ahmad-{number}.zib")
        looked_at(qtbot, presenter, stick / f"ahmad-{number}.zib")
        with qtbot.waitSignal(presenter.shown):
            presenter.bundle.take()
    assert [words.partition(" diambil: ")[2] for words in told] == [
        "1 perubahan; 1 hal tercatat untuk ketua tim.", "1 perubahan.",
    ]  # fmt: skip


def test_a_bundle_that_was_only_looked_at_leaves_nothing(qtbot, presenter, services, colleague, evaluation, stick):
    colleague.answering.note(evaluation, CHOICE, "dilihat lagi")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    looked_at(qtbot, presenter, stick / "ahmad.zib")
    assert staged(services)
    presenter.bundle.leave()
    assert staged(services) == []
    assert [each.came for each in loaded(qtbot, presenter).overview.past] == [False]


def test_a_stranger_waits_until_the_card_is_accepted(qtbot, presenter, services, stranger, evaluation, stick):
    give(stranger, evaluation, CHOICE, "Ya")
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    shown = looked_at(qtbot, presenter, stick / "bagus.zib")
    assert (shown.tone, [each.lines for each in shown.strangers]) == (Tone.WARN, [1])
    with qtbot.waitSignal(presenter.bundle.previewed) as again:
        presenter.bundle.accept([each.card for each in shown.strangers])
    assert (again.args[0].tone, again.args[0].strangers, again.args[0].takeable) == (Tone.OK, (), True)
    with qtbot.waitSignal(presenter.said):
        presenter.bundle.take()
    assert services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value


def test_what_was_said_to_wait_is_taken_back_once_the_card_is_accepted(
    qtbot, presenter, services, stranger, evaluation, stick
):
    give(stranger, evaluation, CHOICE, "Ya")
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    looked_at(qtbot, presenter, stick / "bagus.zib")
    with qtbot.waitSignal(presenter.said) as said:
        presenter.bundle.take()
    assert "1 perubahan menunggu" in said.args[0]
    shown = looked_at(qtbot, presenter, stick / "bagus.zib")
    with qtbot.waitSignal(presenter.bundle.previewed), qtbot.waitSignal(presenter.said) as said:
        presenter.bundle.accept([each.card for each in shown.strangers])
    assert said.args == ["Kartu diterima; 1 perubahan yang menunggu telah diambil.", Tone.OK]


def test_an_altered_bundle_is_refused_with_its_reason_and_kept_in_the_history(
    qtbot, presenter, services, colleague, evaluation, stick
):
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    data = bytearray((stick / "ahmad.zib").read_bytes())
    data[len(data) // 2] ^= 1
    (stick / "ahmad.zib").write_bytes(data)
    with qtbot.waitSignal(presenter.bundle.refused) as refused, qtbot.waitSignal(presenter.shown) as shown:
        presenter.bundle.read(stick / "ahmad.zib")
    assert refused.args[0].startswith("ahmad.zib. Paket ditolak: ")
    assert [each.name for each in shown.args[0].overview.past if each.problem] == ["ahmad.zib"]
    assert staged(services) == []


def test_a_bundle_is_written_for_those_whose_cards_are_accepted(
    qtbot, presenter, services, colleague, evaluation, stick
):
    assert presenter.readers([evaluation]) == ((colleague.settings.person().name,), ("Bagus Contohardjo, S.H.",))
    with qtbot.waitSignal(presenter.said) as said, qtbot.waitSignal(presenter.shown) as shown:
        presenter.save(Saving((evaluation,), stick / "tim.zib", answers_only=True, plain=False))
    assert "Dapat dibuka oleh Ahmad" in said.args[0]
    assert "tidak dapat membukanya: Bagus" in said.args[0]
    assert shown.args[0].overview.outbox[0].saved
    assert (stick / "tim.zib").stat().st_size


def test_what_nobody_could_read_is_not_written(qtbot, presenter, services, evaluation, stick):
    assert presenter.readers([evaluation])[0] == ()
    with qtbot.captureExceptions() as raised:
        presenter.save(Saving((evaluation,), stick / "tim.zib", answers_only=False, plain=False))
        qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0][1], InvalidInputError)
    assert list(stick.iterdir()) == []


def test_what_goes_to_the_hub_is_confirmed_by_what_comes_back(
    qtbot, presenter, hub_presenter, services, evaluation, hub
):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    with qtbot.waitSignal(hub_presenter.said) as said, qtbot.waitSignal(presenter.shown) as shown:
        hub_presenter.push()
    assert "1 evaluasi" in said.args[0]
    assert (shown.args[0].hub, shown.args[0].overview.outbox[0].state) == ("Inspektorat Contoh", STORED)
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    with qtbot.waitSignal(hub_presenter.said), qtbot.waitSignal(presenter.shown) as shown:
        hub_presenter.pull()
    assert shown.args[0].overview.outbox[0].state == SENT
    with qtbot.waitSignal(hub_presenter.said) as said:
        hub_presenter.push()
    assert said.args[0] == "Tidak ada yang baru untuk dikirim."


def test_a_place_that_is_gone_is_told_and_nothing_is_lost(
    qtbot, presenter, hub_presenter, services, evaluation, hub, tmp_path
):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    (tmp_path / "pertukaran").rename(tmp_path / "dicabut")
    with qtbot.waitSignal(hub_presenter.failed) as failed, qtbot.waitSignal(presenter.shown) as shown:
        hub_presenter.push()
    assert failed.args[0]
    assert [item.state for item in shown.args[0].waiting] == ["lokal"]
    (tmp_path / "dicabut").rename(tmp_path / "pertukaran")
    with qtbot.waitSignal(hub_presenter.said), qtbot.waitSignal(presenter.shown) as shown:
        hub_presenter.push()
    assert [item.state for item in shown.args[0].waiting] == ["disimpan"]


@pytest.mark.parametrize("step", ["read", "take"])
def test_what_is_cancelled_leaves_nothing_and_can_be_done_again(
    qtbot, presenter, services, jobs, colleague, evaluation, stick, step
):
    file = stick / "bukti.txt"
    file.write_bytes(b"x" * 2048)
    colleague.evidence.add(evaluation, [file], CHOICE)
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    if step == "take":
        looked_at(qtbot, presenter, stick / "ahmad.zib")
    stop = jobs.started.connect(lambda job: job.cancel())
    if step == "take":
        presenter.bundle.take()
    else:
        presenter.bundle.read(stick / "ahmad.zib")
    jobs.started.disconnect(stop)
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert staged(services) == []
    assert services.bundling.evidence_of([evaluation]) == {}
    looked_at(qtbot, presenter, stick / "ahmad.zib")
    with qtbot.waitSignal(presenter.said) as said:
        presenter.bundle.take()
    assert "1 data dukung" in said.args[0]


def test_stopped_on_the_way_it_says_what_stays_and_goes_on_later(
    qtbot, presenter, services, jobs, colleague, evaluation, stick, monkeypatch
):
    give(colleague, evaluation, CHOICE, "Ya")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    looked_at(qtbot, presenter, stick / "ahmad.zib")
    take, running = BundleIntake._take, []

    def take_one(self, *rest):
        running[-1].cancel()  # the person presses Batalkan while the first subject is written
        return take(self, *rest)

    with monkeypatch.context() as slow:
        slow.setattr(BundleIntake, "_take", take_one)
        follow = jobs.started.connect(running.append)
        with qtbot.waitSignal(presenter.said) as said, qtbot.waitSignal(presenter.shown) as shown:
            presenter.bundle.take()
        jobs.started.disconnect(follow)
    assert "dihentikan" in said.args[0]
    assert [each.name for each in shown.args[0].overview.interrupted] == ["ahmad.zib"]
    assert not services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value
    looked_at(qtbot, presenter, stick / "ahmad.zib")
    with qtbot.waitSignal(presenter.said), qtbot.waitSignal(presenter.shown) as shown:
        presenter.bundle.take()
    assert shown.args[0].overview.interrupted == ()
    assert services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value


def test_the_names_of_the_team_come_with_the_lines_that_are_let_in(services, stranger, evaluation, stick):
    """Names that a bundle of a stranger brought are known once its card is accepted."""
    unknown = {"name": "Citra Umpamawati", "nip": "", "role": "anggota", "areas": [], "signs": False}
    stranger.evaluations.plan(evaluation, {"team": [*TEAM, unknown]})
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    with services.bundle_intake.read(stick / "bagus.zib") as preview:
        services.bundle_intake.apply(preview)
    assert "Citra Umpamawati" not in {each.name for each in services.settings.people().values()}
    services.bundle_intake.accept(stranger.devices.card())
    assert "Citra Umpamawati" in {each.name for each in services.settings.people().values()}


def test_what_the_hub_gives_everybody_waits_to_be_looked_at_and_goes_once_taken(
    qtbot, presenter, hub_presenter, services, evaluation, hub
):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    with qtbot.waitSignal(hub_presenter.said), qtbot.waitSignal(presenter.shown):
        hub_presenter.push()
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    hub.services.hub_publishing.publish(hub.transport())
    with qtbot.waitSignal(hub_presenter.said) as said, qtbot.waitSignal(presenter.shown) as shown:
        hub_presenter.pull()
    assert "1 paket tiba" in said.args[0]
    [arrived] = shown.args[0].overview.arrived
    assert looked_at(qtbot, presenter, arrived).tone is Tone.OK, "the registry that came first vouches for the sender"
    with qtbot.waitSignal(presenter.shown) as shown:
        presenter.bundle.take()
    assert shown.args[0].overview.arrived == ()


def test_a_bundle_of_the_hub_without_anything_new_is_done_once_it_was_seen(
    qtbot, presenter, hub_presenter, services, evaluation, hub
):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    with qtbot.waitSignal(hub_presenter.said), qtbot.waitSignal(presenter.shown):
        hub_presenter.push()
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    hub.services.hub_publishing.publish(hub.transport())
    with qtbot.waitSignal(hub_presenter.said), qtbot.waitSignal(presenter.shown) as shown:
        hub_presenter.pull()
    [arrived] = shown.args[0].overview.arrived
    with services.bundle_intake.read(arrived) as preview:
        services.bundle_intake.apply(preview)
    assert not looked_at(qtbot, presenter, arrived).takeable
    with qtbot.waitSignal(presenter.shown) as shown:
        presenter.bundle.leave()
    assert shown.args[0].overview.arrived == ()
