"""The exchange without a window: what is read, taken, accepted, refused, sent and fetched."""

import pytest
from builders import CHOICE, give

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.sent_bundles import SENT, STORED
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.sync.presenter import SyncPresenter
from zi_desktop.ui.sync.saving import Saving
from zi_desktop.ui.widgets.pills import Tone


@pytest.fixture
def presenter(services, jobs, qtbot):
    presenter = SyncPresenter(services, jobs)
    yield presenter
    presenter.leave()
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))


def loaded(qtbot, presenter):
    with qtbot.waitSignal(presenter.shown) as shown:
        presenter.load()
    return shown.args[0]


def looked_at(qtbot, presenter, file):
    with qtbot.waitSignal(presenter.previewed) as previewed:
        presenter.read(file)
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
        presenter.take()
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
    with qtbot.waitSignal(presenter.said) as said, qtbot.waitSignal(presenter.disputed) as disputed:
        presenter.take()
    assert disputed.args == [evaluation]
    assert "1 beda penilaian perlu diselesaikan" in said.args[0]
    assert said.args[1] == Tone.WARN


def test_a_bundle_that_was_only_looked_at_leaves_nothing(qtbot, presenter, services, colleague, evaluation, stick):
    colleague.answering.note(evaluation, CHOICE, "dilihat lagi")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    looked_at(qtbot, presenter, stick / "ahmad.zib")
    assert staged(services)
    presenter.leave()
    assert staged(services) == []
    assert [each.came for each in loaded(qtbot, presenter).overview.past] == [False]


def test_a_stranger_waits_until_the_card_is_accepted(qtbot, presenter, services, stranger, evaluation, stick):
    give(stranger, evaluation, CHOICE, "Ya")
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    shown = looked_at(qtbot, presenter, stick / "bagus.zib")
    assert (shown.tone, [each.lines for each in shown.strangers]) == (Tone.WARN, [1])
    with qtbot.waitSignal(presenter.previewed) as again:
        presenter.accept([each.card for each in shown.strangers])
    assert (again.args[0].tone, again.args[0].strangers, again.args[0].takeable) == (Tone.OK, (), True)
    with qtbot.waitSignal(presenter.said):
        presenter.take()
    assert services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value


def test_an_altered_bundle_is_refused_with_its_reason_and_kept_in_the_history(
    qtbot, presenter, services, colleague, evaluation, stick
):
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    data = bytearray((stick / "ahmad.zib").read_bytes())
    data[len(data) // 2] ^= 1
    (stick / "ahmad.zib").write_bytes(data)
    with qtbot.waitSignal(presenter.refused) as refused, qtbot.waitSignal(presenter.shown) as shown:
        presenter.read(stick / "ahmad.zib")
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


def test_what_goes_to_the_hub_is_confirmed_by_what_comes_back(qtbot, presenter, services, evaluation, hub):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    with qtbot.waitSignal(presenter.said) as said, qtbot.waitSignal(presenter.shown) as shown:
        presenter.push()
    assert "1 evaluasi" in said.args[0]
    assert (shown.args[0].hub, shown.args[0].overview.outbox[0].state) == ("Inspektorat Contoh", STORED)
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    with qtbot.waitSignal(presenter.said), qtbot.waitSignal(presenter.shown) as shown:
        presenter.pull()
    assert shown.args[0].overview.outbox[0].state == SENT
    with qtbot.waitSignal(presenter.said) as said:
        presenter.push()
    assert said.args[0] == "Tidak ada yang baru untuk dikirim."


def test_a_place_that_is_gone_is_told_and_nothing_is_lost(qtbot, presenter, services, evaluation, hub, tmp_path):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    (tmp_path / "pertukaran").rename(tmp_path / "dicabut")
    with qtbot.waitSignal(presenter.failed) as failed, qtbot.waitSignal(presenter.shown) as shown:
        presenter.push()
    assert failed.args[0]
    assert [item.state for item in shown.args[0].waiting] == ["lokal"]
    (tmp_path / "dicabut").rename(tmp_path / "pertukaran")
    with qtbot.waitSignal(presenter.said), qtbot.waitSignal(presenter.shown) as shown:
        presenter.push()
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
        presenter.take()
    else:
        presenter.read(stick / "ahmad.zib")
    jobs.started.disconnect(stop)
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert staged(services) == []
    assert services.bundling.evidence_of([evaluation]) == {}
    looked_at(qtbot, presenter, stick / "ahmad.zib")
    with qtbot.waitSignal(presenter.said) as said:
        presenter.take()
    assert "1 data dukung" in said.args[0]


def test_what_the_hub_gives_everybody_waits_to_be_looked_at_and_goes_once_taken(
    qtbot, presenter, services, evaluation, hub
):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    with qtbot.waitSignal(presenter.said), qtbot.waitSignal(presenter.shown):
        presenter.push()
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    hub.services.hub_publishing.publish(hub.transport())
    with qtbot.waitSignal(presenter.said) as said, qtbot.waitSignal(presenter.shown) as shown:
        presenter.pull()
    assert "1 paket tiba" in said.args[0]
    [arrived] = shown.args[0].overview.arrived
    assert looked_at(qtbot, presenter, arrived).tone is Tone.OK, "the registry that came first vouches for the sender"
    with qtbot.waitSignal(presenter.shown) as shown:
        presenter.take()
    assert shown.args[0].overview.arrived == ()
