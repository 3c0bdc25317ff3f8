"""A part of a colleague's lines that never comes: who may call it gone, what counts then, and what if it comes after all."""

import pytest
from builders import CHOICE
from laptops import begin_visit, introduce, laptop, send, spelled

from zi_desktop.domain import cells
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.gaps import KIND, act_value, cell_of
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.domain.instrument import Column
from zi_desktop.services.checking import called_gone, check
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.services.exchange.sent_bundles import covers
from zi_desktop.storage import events, exchange
from zi_desktop.storage.exchange import Exchange
from zi_desktop.storage.recorder import Statement
from zi_desktop.sync.receipts import make_receipt
from zi_desktop.sync.segments import events_of, sign_segment
from zi_desktop.trust.device_keys import new_device_key

NOTE = cells.note(Column.TPI, CHOICE)
WHY = "laptop Ahmad rusak"


@pytest.fixture
def team(tmp_path):
    laptops = [laptop(tmp_path, who) for who in ("rini", "ahmad", "bagus")]
    introduce(*laptops)
    yield laptops
    for each in laptops:
        each.close()


@pytest.fixture
def torn(team, tmp_path):
    """The evaluation, and of what Ahmad wrote the beginning and the end, which the others have, and the rest."""
    rini, ahmad, bagus = team
    id_ = begin_visit(rini, tmp_path)
    send(rini, ahmad, id_, tmp_path)
    send(rini, bagus, id_, tmp_path)
    for text in ("satu", "dua", "tiga", "empat"):
        ahmad.answering.note(id_, CHOICE, text)
    subject, key = Subject("evaluation", id_), ahmad.devices.key()
    with ahmad.workspace.database.reading() as connection:
        own = [each for each in segments_of(connection, subject, key, withhold=False) if each.device == key.device]
    (lines,) = map(events_of, own)
    early, middle, late = (sign_segment(part, key) for part in (lines[:1], lines[1:2], lines[2:]))
    for each in (rini, bagus):
        given(each, subject, early, late)
        assert [item.why for item in waiting_in(each)] == ["gap"]
    return subject, lines, middle


def given(services, subject, *segments):
    return services.bundle_intake._take(subject, list(segments), services.devices.accepted())


def waiting_in(services):
    with services.workspace.database.reading() as connection:
        return exchange.waiting(connection)


def notes(services, id_):
    return sorted(head.value["text"] for head in services.workspace.folded(id_).cell(NOTE).heads)


def missing(services, id_):
    return [check.message for check in services.reviewing.preflight(id_).warn if check.id.startswith("gap:")]


def test_the_lead_calls_a_part_gone_and_what_waited_counts(team, torn):
    rini, _, _ = team
    subject, lines, _ = torn
    (found,) = rini.gap_declaring.all()
    assert (found.after, found.gap.before, found.waiting, found.here) == (1, 3, 2, 0)
    assert (found.gap.previous, found.acts, found.closed) == (lines[1].hash, (), False)
    assert notes(rini, subject.id) == ["satu"]
    with pytest.raises(InvalidInputError, match="memerlukan alasan"):
        rini.gap_declaring.declare(lines[1].hash, "  ")
    with pytest.raises(NotFoundError):
        rini.gap_declaring.declare(lines[1].hash[:5], WHY)
    with pytest.raises(NotFoundError):
        rini.gap_declaring.declare(lines[0].hash, WHY)
    assert len(waiting_in(rini)) == 1
    assert rini.gap_declaring.declare(lines[1].hash[:8], WHY)[1] == 2
    assert waiting_in(rini) == ()
    assert "empat" in notes(rini, subject.id)
    with pytest.raises(InvalidInputError, match="sudah dinyatakan"):
        rini.gap_declaring.declare(lines[1].hash, WHY)
    assert check(rini.workspace) == []
    (sentence,) = called_gone(rini.workspace)
    assert WHY in sentence
    assert rini.settings.person().name in sentence
    assert missing(rini, subject.id) == ["Catatan satu laptop sebelum nomor 3 hilang dan tidak dihitung."]


def test_a_member_who_wrote_nothing_of_it_may_not(team, torn):
    *_, bagus = team
    _, lines, _ = torn
    with pytest.raises(InvalidInputError, match="ketua tim"):
        bagus.gap_declaring.declare(lines[1].hash, WHY)
    assert len(waiting_in(bagus)) == 1
    assert bagus.gap_declaring.all()[0].acts == ()


def test_the_act_travels_and_lets_in_elsewhere_what_waits_there(team, torn, tmp_path):
    rini, _, bagus = team
    subject, lines, _ = torn
    rini.gap_declaring.declare(lines[1].hash, WHY)
    send(rini, bagus, subject.id, tmp_path)
    assert waiting_in(bagus) == ()
    assert spelled(bagus, subject.id) == spelled(rini, subject.id)
    assert called_gone(bagus.workspace) == called_gone(rini.workspace)
    assert check(bagus.workspace) == []


def test_an_act_in_a_bundle_without_the_lines_lets_in_what_waits(team, torn, tmp_path):
    rini, ahmad, bagus = team
    _, lines, _ = torn
    rini.gap_declaring.declare(lines[1].hash, WHY)
    path = tmp_path / "acuan.zib"
    rini.bundling.export_reference(path, encrypt_to=[bagus.devices.card().recipient])
    with bagus.bundle_intake.read(path) as preview:
        bagus.bundle_intake.apply(preview)
    assert waiting_in(bagus) == ()
    assert ahmad.gap_declaring.all()[:1] == (), "nothing is missing where everything was written"


def test_what_was_called_gone_and_comes_after_all_is_taken_and_closes_the_gap(team, torn):
    rini, ahmad, _ = team
    subject, lines, middle = torn
    rini.gap_declaring.declare(lines[1].hash, WHY)
    assert given(rini, subject, sign_segment(lines, ahmad.devices.key())) == 1, "its last line is here already"
    assert called_gone(rini.workspace) == []
    assert missing(rini, subject.id) == []
    (found,) = rini.gap_declaring.all()
    assert found.closed
    assert rini.workspace.folded(subject.id).spelled() == ahmad.workspace.folded(subject.id).spelled()
    assert given(rini, subject, middle) == 0
    assert check(rini.workspace) == []


def test_the_missing_part_from_an_unknown_device_is_kept_and_not_taken_for_had(team, torn):
    rini, *_ = team
    subject, lines, _ = torn
    rini.gap_declaring.declare(lines[1].hash, WHY)
    given(rini, subject, sign_segment(lines, new_device_key()))
    assert [item.why for item in waiting_in(rini)] == ["device"]


def test_what_somebody_said_in_another_name_lets_nothing_in(team, torn, tmp_path):
    rini, ahmad, bagus = team
    subject, lines, _ = torn
    (found,) = bagus.gap_declaring.all()
    with bagus.workspace.writing(rini.settings.person().id) as transaction:
        statement = Statement(KIND, cell_of(found.gap), act_value(found.gap, WHY))
        transaction.state(Subject("office", OFFICE_ID), [statement])
    send(bagus, rini, subject.id, tmp_path)
    with rini.workspace.database.reading() as connection:
        assert events.of_kind(connection, OFFICE_ID, KIND)
    assert len(waiting_in(rini)) == 1
    assert rini.gap_declaring.all()[0].acts == ()
    assert ahmad.devices.key()
    rini.gap_declaring.declare(lines[1].hash, WHY)
    assert waiting_in(rini) == ()


def test_a_receipt_over_a_gap_does_not_confirm_what_is_missing(team, torn):
    rini, *_ = team
    subject, lines, _ = torn
    rini.gap_declaring.declare(lines[1].hash, WHY)
    stream, hashes = lines[0].stream, [line.hash for line in lines]

    def confirmed(seq):
        tips = rini.workspace.folded(subject.id).tips
        receipt = make_receipt(
            new_device_key(), hub=subject.id, generation=1, number=1, installation=subject.id,
            heads={subject.id: tips}, evidence=(), bundles=(), at="2026-03-02T09:15:00+07:00",
        )  # fmt: skip
        detail = {"evidence": [], "tips": {subject.id: [[stream, seq, hashes[seq - 1]]]}}
        return covers(receipt, Exchange("x", "", "out", "hub", "", "", 1, "", 0, "disimpan", detail))

    assert [confirmed(seq) for seq in (1, 2, 4)] == [True, False, True]


def test_who_wrote_it_calls_the_part_gone_that_a_damaged_laptop_lost_and_it_goes_out_with_the_rest(team, tmp_path):
    rini, ahmad, _ = team
    id_ = begin_visit(rini, tmp_path)
    send(rini, ahmad, id_, tmp_path)
    for text in ("satu", "dua", "tiga"):
        ahmad.answering.note(id_, CHOICE, text)
    own = [line for line in ahmad.workspace.folded(id_).events if line.author == ahmad.settings.person().id]
    lost = next(line for line in own if line.seq == 2)
    with ahmad.workspace.database.writing() as connection:  # as a restored workspace lacks it
        connection.exec_driver_sql("DROP TRIGGER event_no_delete")
        connection.exec_driver_sql("DELETE FROM event WHERE hash = ?", (lost.hash,))
    ahmad.workspace._folds.clear()
    assert any("tidak bersambung" in problem for problem in check(ahmad.workspace))
    (found,) = ahmad.gap_declaring.all()
    assert (found.gap.previous, found.waiting, found.here) == (lost.hash, 0, 1)
    assert ahmad.gap_declaring.declare(lost.hash, WHY)[1] == 0
    assert not any("tidak bersambung" in problem for problem in check(ahmad.workspace))
    assert len(called_gone(ahmad.workspace)) == 1
    send(ahmad, rini, id_, tmp_path)
    assert waiting_in(rini) == ()
    assert "tiga" in notes(rini, id_)
    assert called_gone(rini.workspace) == called_gone(ahmad.workspace)
