"""Bundles between laptops: everybody arrives at the same state, whatever came first, however often."""

import hashlib
import random

import pytest
from builders import BAGUS, CHOICE, NIP_BAGUS, credential, files_in, give, open_services, twice_resumed, write_list
from evidence_makers import photo
from laptops import begin_visit, introduce, laptop, send, spelled, summary, take

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import BundleRejected, InvalidInputError, NotFoundError
from zi_desktop.domain.events import CRITICAL_KINDS, Subject
from zi_desktop.domain.identity import person_id
from zi_desktop.domain.instrument import Column
from zi_desktop.services.checking import check
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.exchange.incoming import TAKING
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.services.reports.turn import waits_for
from zi_desktop.storage import attestations, events, exchange
from zi_desktop.storage.recorder import Statement
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.sync.segments import events_of, sign_segment

OTHER = "A.I.1.i.b"
INSIDE = "Tanyakan lagi kepada bendahara."


def everything(services):
    """Return all rows that do not depend on when something was done."""
    with services.workspace.database.reading() as connection:
        found = {}
        for table in ("event", "withheld", "segment", "pending", "card", "evaluation", "satker", "person", "document"):
            columns = "device, person, bytes, accepted" if table == "card" else "*"
            found[table] = sorted(map(repr, connection.exec_driver_sql(f"SELECT {columns} FROM {table}")))
        return found


def settle(services, id_, answer, **who):
    cell = services.evaluations.open(id_).state.answer_cell(Column.TPI, CHOICE)
    return services.answering.settle(id_, CHOICE, answer, "Dibahas bersama.", displayed=cell.displayed, **who)


@pytest.mark.parametrize("seed", range(4))
def test_three_laptops_arrive_at_the_same_state(team, visit, tmp_path, seed):
    chance = random.Random(seed)
    rini, ahmad, bagus = team
    give(rini, visit, CHOICE, "Ya")
    give(ahmad, visit, CHOICE, "Tidak")
    give(ahmad, visit, OTHER, "A")
    give(bagus, visit, OTHER, "A")
    bundles = []
    for n, sender in enumerate(team):
        bundles.append(tmp_path / f"{n}.zib")
        sender.bundling.export([visit], bundles[-1])
    for receiver in team:
        for path in chance.sample(bundles, k=3) + chance.choices(bundles, k=2):
            take(receiver, path)
    assert spelled(rini, visit) == spelled(ahmad, visit) == spelled(bagus, visit)
    assert summary(rini, visit) == summary(ahmad, visit) == summary(bagus, visit)
    assert [each["code"] for each in bagus.reviewing.conflicts(visit)] == [CHOICE]

    settle(ahmad, visit, Chosen("Tidak"))
    send(ahmad, bagus, visit, tmp_path)
    send(bagus, rini, visit, tmp_path)  # bagus passes on what ahmad vouched for
    assert spelled(rini, visit) == spelled(ahmad, visit) == spelled(bagus, visit)
    assert rini.reviewing.conflicts(visit) == []
    assert rini.evaluations.beyond(visit)[0].kind == "tanpa_wewenang"
    assert all(check(each.workspace) == [] for each in team)


def test_a_bundle_taken_again_changes_nothing(team, visit, tmp_path):
    rini, ahmad, _ = team
    give(rini, visit, CHOICE, "Ya")
    rini.evidence.add(visit, [photo(tmp_path / "foto.jpg")], CHOICE)
    path = tmp_path / "lagi.zib"
    rini.bundling.export([visit], path)
    with ahmad.bundle_intake.read(path) as preview:
        assert (preview.new, len(preview.evidence_included)) == (2, 1)
        assert preview.conflicts == preview.strangers == preview.forks == preview.newer == ()
        taken = ahmad.bundle_intake.apply(preview)
        assert (taken.lines, taken.evidence) == (2, 1)
    before, files = everything(ahmad), files_in(ahmad.workspace.folder)
    with ahmad.bundle_intake.read(path) as preview:
        assert not preview.anything
        assert preview.had > 2
        assert ahmad.bundle_intake.apply(preview).lines == 0
    assert everything(ahmad) == before
    assert files_in(ahmad.workspace.folder) == files
    assert ahmad.bundle_intake.interrupted() == ()


def test_stopped_between_two_subjects_what_is_taken_stays_and_a_second_time_completes_it(team, visit, tmp_path):
    rini, ahmad, bagus = team
    introduce(rini, bagus)
    give(rini, visit, CHOICE, "Ya")
    others = [rini.evaluations.create("C-1", year) for year in (2027, 2028, 2029)]
    path = tmp_path / "banyak.zib"
    rini.bundling.export([visit, *others], path, plain=True)
    for receiver, last in ((ahmad, 2), (bagus, 4)):
        told = []

        def stop(sentence, done, whole, told=told, last=last):
            told.append((sentence, done, whole))
            if (sentence, done) == (TAKING, last) and whole:
                raise KeyboardInterrupt

        with receiver.bundle_intake.read(path) as preview:
            with pytest.raises(KeyboardInterrupt):
                receiver.bundle_intake.apply(preview, stop)
            subjects = told[-1][2]
            assert [done for sentence, done, whole in told if whole] == list(range(last + 1))
            assert receiver.bundle_intake.interrupted() == ("banyak.zib",)
            assert check(receiver.workspace) == ["Pengambilan paket banyak.zib terputus; ambil lagi paket itu."]
            assert subjects == 5
            receiver.bundle_intake.apply(preview)
        assert receiver.bundle_intake.interrupted() == ()
        assert check(receiver.workspace) == []
        assert {each["id"] for each in receiver.evaluations.list()} == {visit, *others}
    assert spelled(ahmad, visit) == spelled(bagus, visit) == spelled(rini, visit)


def test_the_preview_says_what_will_disagree_and_changes_nothing(team, visit, tmp_path):
    rini, ahmad, _ = team
    give(rini, visit, CHOICE, "Ya")
    give(ahmad, visit, CHOICE, "Tidak")
    path = tmp_path / "beda.zib"
    rini.bundling.export([visit], path)
    before = everything(ahmad)
    with ahmad.bundle_intake.read(path) as preview:
        assert preview.conflicts == ((visit, f"answer/tpi/{CHOICE}"),)
        assert preview.accepted
    assert everything(ahmad) == before
    assert not [name for name in files_in(ahmad.workspace.folder) if "paket" in name]


def test_a_laptop_without_the_satker_opens_the_evaluation_with_the_names_of_the_team(team, visit):
    _, ahmad, _ = team
    row = summary(ahmad, visit)
    assert (row["satker_code"], row["satker_name"]) == ("C-1", "Lapas Kelas IIB Contohrejo")
    members = [member.person for member in ahmad.evaluations.open(visit).state.plan.team]
    assert [ahmad.settings.people()[person].name for person in members][2] == BAGUS
    assert ahmad.settings.person().id in members


def test_who_has_judged_under_another_id_is_put_into_the_team_by_the_lead(tmp_path):
    rini, bagus = laptop(tmp_path, "rini"), laptop(tmp_path, "bagus")
    id_ = begin_visit(rini, tmp_path)
    other = begin_visit(bagus, tmp_path)
    assert other == id_  # made twice offline, it is the same evaluation
    own = bagus.settings.person()
    assert own.id == person_id(NIP_BAGUS, "")
    with bagus.workspace.database.writing() as connection:
        connection.exec_driver_sql("UPDATE person SET id = 'orang-lain' WHERE id = ?", (own.id,))
        connection.exec_driver_sql("UPDATE setting SET value = '\"orang-lain\"' WHERE key = 'person'")
    bagus.close()
    bagus = laptop(tmp_path, "bagus")
    give(bagus, id_, CHOICE, "Ya")
    introduce(rini, bagus)
    assert "orang-lain" in {member.person for member in rini.evaluations.open(id_).state.plan.team}
    rini.close()
    bagus.close()


def test_lines_of_an_unknown_device_wait_until_its_card_is_accepted(team, tmp_path):
    rini, ahmad, _ = team
    id_ = begin_visit(rini, tmp_path)
    path = tmp_path / "asing.zib"
    rini.bundling.export([id_], path, plain=True)
    with ahmad.bundle_intake.read(path) as preview:
        assert (preview.new, preview.accepted) == (0, False)
        assert [each.card.name for each in preview.strangers] == [rini.settings.person().name]
        ahmad.bundle_intake.apply(preview)
    assert ahmad.evaluations.list() == []
    waiting = waiting_in(ahmad)
    assert waiting
    take(ahmad, path)
    assert waiting_in(ahmad) == waiting
    assert check(ahmad.workspace) == []
    lines = ahmad.bundle_intake.accept(ahmad.devices.find(rini.settings.person().name))
    assert lines == preview.quarantined > 0
    assert waiting_in(ahmad) == ()
    assert spelled(ahmad, id_) == spelled(rini, id_)


def waiting_in(services):
    with services.workspace.database.reading() as connection:
        return exchange.waiting(connection)


def test_what_an_interrupted_acceptance_left_is_taken_with_the_next_bundle(team, tmp_path):
    rini, ahmad, bagus = team
    id_ = begin_visit(rini, tmp_path)
    send(rini, ahmad, id_, tmp_path, plain=True)
    ahmad.devices.accept(rini.devices.card())  # and no further: the lines still wait
    assert ahmad.evaluations.list() == []
    ahmad.devices.accept(bagus.devices.card())
    bagus.satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\nC-9,Rutan Contoh\n"))
    send(bagus, ahmad, bagus.evaluations.create("C-9", 2026), tmp_path, plain=True)
    assert waiting_in(ahmad) == ()
    assert spelled(ahmad, id_)[0] == spelled(rini, id_)[0]


def test_a_known_certificate_behind_a_device_needs_no_comparison(team, tmp_path):
    rini, ahmad, _ = team
    id_ = begin_visit(rini, tmp_path)
    signer = credential()
    rini.devices.bind(signer)
    ahmad.identities.remember(signer.certificate, rini.settings.person().id)
    send(rini, ahmad, id_, tmp_path, plain=True)
    assert spelled(ahmad, id_) == spelled(rini, id_)
    assert [each.accepted for each in ahmad.devices.cards()] == ["certificate"]


def test_a_device_does_not_change_hands_by_a_card_that_came_along(team):
    rini, ahmad, _ = team
    introduce(rini, ahmad)
    rini.settings.put("person.nip", "")
    rini.settings.put("person.name", "Sinta Misalnya")
    rini.settings.put("person.nip", "199001012015012001")
    assert rini.devices.card().name == "Sinta Misalnya"
    ahmad.devices.offer([rini.devices.card()])
    assert [each.card.name for each in ahmad.devices.cards() if each.accepted == "paper"] == [
        "Rini Umpamasari, S.H., M.H."
    ]


def test_what_lies_behind_a_gap_waits_and_is_taken_when_it_closes(team, visit):
    rini, ahmad, _ = team
    for text in ("satu", "dua", "tiga"):
        rini.answering.note(visit, CHOICE, text)
    subject = Subject("evaluation", visit)
    key = rini.devices.key()
    with rini.workspace.database.reading() as connection:
        lines = events_of(next(each for each in segments_of(connection, subject, key, withhold=False)))
    late, early = sign_segment(lines[-1:], key), sign_segment(lines[:-1], key)
    service = ahmad.bundle_intake
    assert service._take(subject, [late], ahmad.devices.accepted()) == 0
    assert [each.why for each in waiting_in(ahmad)] == ["gap"]
    assert check(ahmad.workspace) == []
    assert service._take(subject, [early], ahmad.devices.accepted()) == 3
    assert waiting_in(ahmad) == ()
    assert spelled(ahmad, visit) == spelled(rini, visit)


def test_answers_alone_say_what_is_missing_and_the_whole_bundle_brings_it(team, visit, tmp_path):
    rini, ahmad, bagus = team
    rini.evidence.add(visit, [photo(tmp_path / "foto.jpg")], CHOICE)
    send(rini, ahmad, visit, tmp_path, answers_only=True)
    [file] = check_evidence(ahmad.workspace)
    assert (file.state, file.fault) == ("elsewhere", "")
    assert check(ahmad.workspace) == []
    path = tmp_path / "lengkap.zib"
    done = ahmad.bundling.export([visit], path)
    assert (done.evidence, done.missing) == (0, 1)
    with bagus.bundle_intake.read(path) as preview:
        assert len(preview.evidence_missing) == 1
    assert send(rini, ahmad, visit, tmp_path).evidence == 1
    [file] = check_evidence(ahmad.workspace)
    assert file.state == "whole"
    ahmad.evidence.store.remove(file.sha256)
    assert check_evidence(ahmad.workspace)[0].state == "missing"


def test_a_bundle_for_others_is_refused_and_one_without_readers_is_not_written(team, tmp_path):
    rini, ahmad, bagus = team
    id_ = begin_visit(rini, tmp_path)
    path = tmp_path / "x.zib"
    with pytest.raises(InvalidInputError, match="Belum ada kartu anggota tim"):
        rini.bundling.export([id_], path)
    assert not path.exists()
    rini.bundle_intake.accept(ahmad.devices.card())
    done = rini.bundling.export([id_], path)
    assert (done.readers, done.left_out) == ((ahmad.settings.person().name,), (BAGUS,))
    bagus.devices.key()
    with pytest.raises(BundleRejected, match="tidak disandikan untuk perangkat ini"):
        bagus.bundle_intake.read(path)
    with rini.bundle_intake.read(path) as preview:
        assert not preview.anything
    with pytest.raises(NotFoundError):
        rini.bundling.export(["tidak-ada"], path)


def test_the_hub_gets_no_internal_note_and_the_chain_holds(team, visit, tmp_path):
    rini, ahmad, bagus = team
    give(rini, visit, CHOICE, "Ya")
    rini.answering.internal_note(visit, CHOICE, INSIDE)
    give(rini, visit, OTHER, "A")
    path = tmp_path / "hub.zib"
    rini.bundling.export([visit], path, kind=BundleKind.HUB, encrypt_to=[ahmad.devices.key().recipient])
    opened = open_bundle(path, tmp_path / "isi", identities=ahmad.devices.identities())
    assert INSIDE.encode() not in b"".join(line for each in opened.segments for line in each.lines)
    assert opened.manifest.kind is BundleKind.HUB

    take(ahmad, path)
    view = ahmad.evaluations.open(visit)
    assert view.state.internal_notes(CHOICE) == ()
    assert set(view.state.answers(Column.TPI)) == {CHOICE, OTHER}
    assert ahmad.workspace.folded(visit).head == rini.workspace.folded(visit).head
    assert check(ahmad.workspace) == []
    send(ahmad, bagus, visit, tmp_path)
    assert bagus.workspace.folded(visit).head == rini.workspace.folded(visit).head
    send(rini, ahmad, visit, tmp_path)  # the whole line takes the place of its digest
    assert spelled(ahmad, visit) == spelled(rini, visit)
    assert [head.value["text"] for head in ahmad.evaluations.open(visit).state.internal_notes(CHOICE)] == [INSIDE]
    assert check(ahmad.workspace) == []


def test_both_branches_of_a_stream_travel_and_raise_the_alarm(team, visit, tmp_path):
    rini, ahmad, bagus = team
    author = rini.settings.author()
    rini.close()
    note = [Statement("set", f"note/tpi/{CHOICE}", {"text": text}) for text in ("satu", "dua")]
    twice_resumed(tmp_path / "rini", visit, author, note)
    rini = laptop(tmp_path, "rini")
    path = tmp_path / "cabang.zib"
    rini.bundling.export([visit], path)
    with ahmad.bundle_intake.read(path) as preview:
        assert len(preview.forks) == 1
        ahmad.bundle_intake.apply(preview)
    send(ahmad, bagus, visit, tmp_path)
    assert spelled(rini, visit) == spelled(ahmad, visit) == spelled(bagus, visit)
    assert [item.id.partition(":")[0] for item in ahmad.reviewing.preflight(visit).must].count("fork") == 1
    rini.close()


def test_a_critical_line_of_a_newer_program_closes_the_evaluation_and_goes_on(team, visit, tmp_path, monkeypatch):
    rini, ahmad, bagus = team
    monkeypatch.setattr("zi_desktop.domain.events.CRITICAL_KINDS", CRITICAL_KINDS | {"seal.of.tomorrow"})
    subject = Subject("evaluation", visit)
    with rini.workspace.writing(rini.settings.author()) as transaction:
        transaction.state(subject, [Statement("seal.of.tomorrow", "tomorrow", {"x": 1})])
    path = tmp_path / "baru.zib"
    rini.bundling.export([visit], path)
    with ahmad.bundle_intake.read(path) as preview:
        assert preview.newer == (visit,)
        ahmad.bundle_intake.apply(preview)
    send(ahmad, bagus, visit, tmp_path)
    assert bagus.evaluations.open(visit).state.folded.unknown_criticals == ("seal.of.tomorrow",)
    assert spelled(bagus, visit) == spelled(rini, visit)


def test_an_evaluation_of_an_edition_that_is_not_here_is_kept_and_appears_with_it(team, visit, monkeypatch):
    rini, ahmad, _ = team
    other = "e" * 64
    ahead = "7d5c7a5e-93a4-5f39-8a2e-0d7ff3b3e8aa"
    identity = {**rini.workspace.folded(visit).cell("identity").value, "structure": other, "year": 2027}
    subject = Subject("evaluation", ahead)
    with rini.workspace.receiving() as connection:
        made = rini.workspace.recorder.record(
            connection, subject, rini.settings.author(), [Statement("created", "identity", identity)]
        )
    rini.workspace.recorder.keep(made)
    with rini.workspace.database.reading() as connection:
        segments = list(segments_of(connection, subject, rini.devices.key(), withhold=False))
    assert ahmad.bundle_intake._take(subject, segments, ahmad.devices.accepted()) == 1
    assert [row["id"] for row in ahmad.evaluations.list()] == [visit]
    assert check(ahmad.workspace) == []
    known = ahmad.workspace.editions.edition(identity_structure(ahmad, visit))
    monkeypatch.setattr(ahmad.workspace.editions, "edition", lambda _: known)
    monkeypatch.setattr(
        ahmad.workspace.editions,
        "calculator",
        lambda _, make=ahmad.workspace.editions.calculator: make(known.structure_digest),
    )
    monkeypatch.setattr(ahmad.workspace.editions, "known", lambda _: known)
    ahmad.workspace.list_unlisted()
    assert {row["id"] for row in ahmad.evaluations.list()} == {visit, ahead}


def identity_structure(services, id_):
    return services.evaluations.open(id_).state.identity.structure


def test_a_settlement_of_an_unproven_author_does_not_free_the_signing(team, visit, tmp_path):
    rini, ahmad, bagus = team
    lead = rini.settings.person()
    give(rini, visit, CHOICE, "Ya")
    give(ahmad, visit, CHOICE, "Tidak")
    send(rini, ahmad, visit, tmp_path)
    bagus.close()
    settle(ahmad, visit, Chosen("Ya"), author=lead.id)  # on ahmad's laptop, in the lead's name
    assert ahmad.evaluations.beyond(visit) == ()  # who sits at this laptop is believed here
    send(ahmad, rini, visit, tmp_path)
    [open_] = rini.evaluations.beyond(visit)
    assert (open_.kind, open_.code, open_.author) == ("belum_dibuktikan", CHOICE, lead.id)
    blocking = [item.message for item in rini.reviewing.preflight(visit).must if item.id == f"oversight:{open_.act}"]
    assert blocking == [f"Diselesaikan penulis yang belum dibuktikan pada butir {CHOICE}; ketua tim perlu menutupnya."]
    rini.evaluations.acknowledge(visit, [open_.act])
    assert rini.evaluations.beyond(visit) == ()


def test_an_acknowledgement_in_the_name_of_the_lead_closes_nothing(team, visit, tmp_path):
    rini, ahmad, _ = team
    lead = rini.settings.person()
    give(rini, visit, CHOICE, "Ya")
    give(ahmad, visit, CHOICE, "Tidak")
    send(rini, ahmad, visit, tmp_path)
    settle(ahmad, visit, Chosen("Ya"), author=lead.id)
    act = ahmad.evaluations.open(visit).state.answer_cell(Column.TPI, CHOICE).heads[0].hash
    with ahmad.workspace.writing(lead.id) as transaction:
        transaction.state(Subject("evaluation", visit), [Statement("acknowledge", f"acknowledge/{act}", {})])
    send(ahmad, rini, visit, tmp_path)
    assert [item.kind for item in rini.evaluations.beyond(visit)] == ["belum_dibuktikan"]


def test_lines_of_this_laptop_that_come_back_stay_its_own(team, visit, tmp_path):
    rini, ahmad, _ = team
    give(rini, visit, CHOICE, "Ya")
    give(ahmad, visit, OTHER, "A")
    send(rini, ahmad, visit, tmp_path)
    send(ahmad, rini, visit, tmp_path)
    with rini.workspace.database.reading() as connection:
        kept = attestations.attestations(connection)
        devices = {each.device for each in kept}
        own = [line for line in events.load(connection, [visit]) if line.cell == f"answer/tpi/{CHOICE}"]
    assert devices == {ahmad.devices.key().device}
    assert not any(each.stream == own[0].stream for each in kept)


def test_a_longer_stretch_takes_the_place_of_a_shorter_one(team, visit, tmp_path):
    rini, ahmad, _ = team
    for code in (CHOICE, OTHER):
        give(rini, visit, code, "Ya" if code is CHOICE else "A")
        send(rini, ahmad, visit, tmp_path)
    with ahmad.workspace.database.reading() as connection:
        kept = attestations.attestations(connection, [visit])
    assert len(kept) == len({each.stream for each in kept}) == 1
    assert kept[0].since == 1


def test_two_signers_sign_on_their_own_laptops(scored, tmp_path):
    rini = scored.services
    ahmad = laptop(tmp_path, "ahmad")
    introduce(rini, ahmad)
    send(rini, ahmad, scored.id, tmp_path)
    first = rini.signing.sign(scored.id, credential())
    assert send(rini, ahmad, scored.id, tmp_path).reports == 1
    before = everything(ahmad)
    assert send(rini, ahmad, scored.id, tmp_path).reports == 0
    assert everything(ahmad)["document"] == before["document"]
    assert ahmad.evaluations.open(scored.id).state.status == "menunggu_ttd"
    assert waits_for(ahmad.workspace, scored.id, ahmad.settings.person().id)
    assert not waits_for(rini.workspace, scored.id, rini.settings.person().id)
    assert check(ahmad.workspace) == []
    second = ahmad.signing.sign(scored.id, credential(*ahmad_of(ahmad)))
    assert (second.signatures, second.complete) == (2, True)
    assert not waits_for(ahmad.workspace, scored.id, ahmad.settings.person().id)
    assert send(ahmad, rini, scored.id, tmp_path).reports == 1
    assert rini.reviewing.signed_pdf(scored.id) == second.file.read_bytes() == first.file.read_bytes()
    assert spelled(rini, scored.id) == spelled(ahmad, scored.id)
    assert summary(rini, scored.id) == summary(ahmad, scored.id)
    assert summary(rini, scored.id)["status"] == "selesai"
    assert check(rini.workspace) == check(ahmad.workspace) == []

    give_late(ahmad, scored.id)
    send(ahmad, rini, scored.id, tmp_path)
    assert rini.evaluations.open(scored.id).state.late == (f"answer/tpi/{CHOICE}",)
    assert check(rini.workspace) == []
    ahmad.close()


def ahmad_of(services):
    person = services.settings.person()
    return person.name, person.nip


def give_late(services, id_):
    """State an answer as a laptop does that does not know of the seal yet."""
    cell = services.evaluations.open(id_).state.answer_cell(Column.TPI, CHOICE)
    value = {**cell.value, "answer": {"choice": "Tidak"}}
    with services.workspace.writing(services.settings.author()) as transaction:
        transaction.state(Subject("evaluation", id_), [Statement("set", cell.name, value, cell.displayed)])


def test_a_report_that_the_log_does_not_name_is_not_taken(scored, tmp_path):
    rini = scored.services
    ahmad = laptop(tmp_path, "ahmad")
    introduce(rini, ahmad)
    rini.signing.sign(scored.id, credential())
    send(rini, ahmad, scored.id, tmp_path, answers_only=True)
    other = tmp_path / "lain.pdf"
    other.write_bytes(b"%PDF-1.7 bukan laporan itu")
    assert ahmad.bundle_intake._reports.take({"a" * 64: other}, [scored.id]) == 0
    assert ahmad.reviewing.signed_file(scored.id) is None
    ahmad.close()


def test_a_line_that_names_another_report_brings_it_nowhere(scored, signed_original, tmp_path):
    rini = scored.services
    with laptop(tmp_path, "ahmad") as ahmad:
        introduce(rini, ahmad)
        rini.signing.sign(scored.id, credential())
        other = hashlib.sha256(signed_original.report.read_bytes()).hexdigest()
        value = {
            "person": "x",
            "role": "ketua_tim",
            "certificate": "0" * 64,
            "file": other,
            "at": "2026-11-03T12:00:00+07:00",
        }
        with rini.workspace.writing(rini.settings.author()) as transaction:
            transaction.state(Subject("evaluation", scored.id), [Statement("signature", "signature/1/2", value)])
        send(rini, ahmad, scored.id, tmp_path, answers_only=True)
        assert ahmad.bundle_intake._reports.take({other: signed_original.report}, [scored.id]) == 0
        assert ahmad.reviewing.signed_file(scored.id) is None


def test_who_is_known_by_name_alone_takes_the_id_of_the_team(tmp_path):
    with laptop(tmp_path, "rini") as rini, open_services(tmp_path / "baru") as new:
        new.settings.put("person.name", BAGUS)
        own = new.settings.person().id
        new.bundle_intake.accept(rini.devices.card())
        id_ = begin_visit(rini, tmp_path)
        send(rini, new, id_, tmp_path, encrypt_to=[new.devices.key().recipient])
        assert new.settings.person().nip == NIP_BAGUS
        assert new.settings.person().id in {each.person for each in new.evaluations.open(id_).state.plan.team}
        assert new.settings.person().id != own
