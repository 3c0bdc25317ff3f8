"""Taking content away: gone from every byte of the workspace, gone on every laptop, and nothing brings it back."""

import pytest
from builders import CHOICE, Clock, open_services
from laptops import begin_visit, introduce, send, spelled, take

from zi_desktop.domain import cells
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.services.backups import back_up, restore
from zi_desktop.services.checking import check
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.storage.recorder import Statement

SECRET = "NIK 3301-rahasia-sekali"
NOTE = cells.note(Column.TPI, CHOICE)


@pytest.fixture
def visit(rini, tmp_path):
    return begin_visit(rini, tmp_path)


def secret_in(folder):
    """Return the files of a workspace in which the text stands anywhere, the log of the database included."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes())


def notes(services, id_):
    return [head.value["text"] for head in services.evaluations.open(id_).state.notes(Column.TPI, CHOICE)]


def newest(services, id_, cell=NOTE):
    return [line for line in services.redacting.lines(id_) if line.cell == cell][-1]


def take_away(services, id_, reason="data pribadi"):
    return services.redacting.redact(id_, [newest(services, id_).hash[:10]], reason)


def test_nothing_of_the_text_is_left_in_any_byte(rini, visit):
    for length in range(40):  # many pages, so that lines move between them
        rini.answering.note(visit, CHOICE, f"{SECRET} {length} {'x' * 300}" if length % 2 else f"aman {length}")
    rini.answering.keep_draft(visit, NOTE, SECRET)
    folder = rini.workspace.folder
    assert secret_in(folder)
    secret = [line.hash for line in rini.redacting.lines(visit) if SECRET in line.text]
    done = rini.redacting.redact(visit, secret, "data pribadi")
    assert len(done.lines) == 20
    assert secret_in(folder) == []
    assert check(rini.workspace) == []
    assert notes(rini, visit) == []
    rini.answering.note(visit, CHOICE, "aman")
    assert not rini.answering.drafts(visit)
    rini.close()
    assert secret_in(folder) == []
    again = open_services(folder)
    assert notes(again, visit) == ["aman"]
    again.close()


def test_summaries_and_remarks_lose_it_too(rini, visit):
    rini.remarks.add(visit, RemarkEntry(item=CHOICE, condition=SECRET, recommendation="Lengkapi."))
    folder = rini.workspace.folder
    (line,) = [each for each in rini.redacting.lines(visit) if SECRET in each.text]
    rini.redacting.redact(visit, [line.hash], "salah tempel")
    assert secret_in(folder) == []
    assert check(rini.workspace) == []
    assert SECRET not in str(rini.remark_list.rows())


def test_a_colleague_loses_it_with_the_next_bundle_and_an_old_bundle_brings_nothing_back(rini, bagus, visit, tmp_path):
    introduce(rini, bagus)
    rini.answering.note(visit, CHOICE, SECRET)
    old = tmp_path / "lama.zib"
    rini.bundling.export([visit], old)
    assert take(bagus, old).lines > 0
    assert notes(bagus, visit) == [SECRET]
    take_away(rini, visit)
    send(rini, bagus, visit, tmp_path)
    folder = bagus.workspace.folder
    assert notes(bagus, visit) == []
    with bagus.bundle_intake.read(old) as preview:
        assert preview.new == 0, "what was taken away is not new"
    assert take(bagus, old).lines == 0
    assert notes(bagus, visit) == []
    assert spelled(rini, visit) == spelled(bagus, visit)
    assert check(bagus.workspace) == []
    bagus.close()
    assert secret_in(folder) == []
    back = open_services(folder)
    back.bundling.export([visit], tmp_path / "kembali.zib", plain=True)
    assert take(rini, tmp_path / "kembali.zib").lines == 0
    assert notes(rini, visit) == []
    back.close()


def test_who_has_the_act_before_the_line_never_gets_the_line(rini, bagus, visit, tmp_path):
    introduce(rini, bagus)
    rini.answering.note(visit, CHOICE, SECRET)
    old = tmp_path / "lama.zib"
    rini.bundling.export([visit], old)
    take_away(rini, visit)
    send(rini, bagus, visit, tmp_path)
    take(bagus, old)
    folder = bagus.workspace.folder
    assert notes(bagus, visit) == []
    assert spelled(rini, visit) == spelled(bagus, visit)
    bagus.close()
    assert secret_in(folder) == []


def test_a_backup_from_before_brings_nothing_back(rini, visit, tmp_path):
    rini.answering.note(visit, CHOICE, SECRET)
    backup = tmp_path / "cadangan.db"
    back_up(rini.workspace, backup)
    take_away(rini, visit)
    rini.answering.note(visit, CHOICE, "sesudahnya")
    folder = rini.workspace.folder
    rini.close()
    restore(folder, backup)
    again = open_services(folder)
    assert notes(again, visit) == ["sesudahnya"]
    assert check(again.workspace) == []
    again.close()
    assert secret_in(folder) == []


def test_copies_that_still_hold_it_are_named(rini, visit):
    rini.answering.note(visit, CHOICE, SECRET)
    folder = rini.workspace.folder / "cadangan"
    folder.mkdir()
    back_up(rini.workspace, folder / "sebelum.db")
    assert [path.name for path in take_away(rini, visit).copies] == ["sebelum.db"]


def test_only_the_writer_or_the_lead(rini, bagus, visit, tmp_path):
    introduce(rini, bagus)
    rini.answering.note(visit, CHOICE, SECRET)
    send(rini, bagus, visit, tmp_path)
    with pytest.raises(InvalidInputError, match="penulisnya atau ketua tim"):
        take_away(bagus, visit)
    assert notes(bagus, visit) == [SECRET]
    bagus.answering.note(visit, CHOICE, "dari Bagus")
    send(bagus, rini, visit, tmp_path)
    (theirs,) = [line for line in rini.redacting.lines(visit) if line.text == "dari Bagus"]
    rini.redacting.redact(visit, [theirs.hash], "salah butir")
    send(rini, bagus, visit, tmp_path)
    assert notes(bagus, visit) == [SECRET]


def test_an_act_in_the_name_of_somebody_else_hides_but_takes_no_bytes(rini, bagus, visit, tmp_path):
    introduce(rini, bagus)
    rini.answering.note(visit, CHOICE, SECRET)
    send(rini, bagus, visit, tmp_path)
    line = newest(bagus, visit)
    with bagus.workspace.writing(line.author) as transaction:
        said = {"reason": "x", "cell": NOTE, "edges": [], "author": line.author}
        act = Statement("redact", cells.redaction(line.hash), said)
        transaction.state(Subject("evaluation", visit), [act])
    send(bagus, rini, visit, tmp_path)
    assert notes(rini, visit) == []
    assert SECRET in {each.text for each in rini.redacting.lines(visit)}, "nobody proved that Rini wanted it"


def test_a_reason_a_line_and_an_evaluation_are_needed(rini, visit):
    rini.answering.note(visit, CHOICE, SECRET)
    line = newest(rini, visit)
    with pytest.raises(InvalidInputError, match="alasan"):
        rini.redacting.redact(visit, [line.hash], "  ")
    for name in (line.hash[:3], "f" * 64, ""):
        with pytest.raises(NotFoundError, match="tidak ada di antara"):
            rini.redacting.redact(visit, [name], "x")
    with pytest.raises(NotFoundError, match="ruang kerja ini"):
        rini.redacting.lines("tidak-ada")
    assert notes(rini, visit) == [SECRET]


def test_what_stands_afterwards_is_told_before(rini, visit):
    rini.answering.note(visit, CHOICE, "lama")
    rini.answering.note(visit, CHOICE, SECRET)
    line = newest(rini, visit)
    assert line.stands
    assert rini.redacting.after(visit, [line.hash]) == {NOTE: ()}
    assert rini.redacting.after(visit, [rini.redacting.lines(visit)[0].hash]) == {NOTE: (SECRET,)}
    assert notes(rini, visit) == [SECRET], "nothing is changed by looking"


def test_the_last_seconds_of_a_run_are_wiped_at_the_next(rini, visit, monkeypatch):
    rini.answering.note(visit, CHOICE, SECRET)
    monkeypatch.setattr(type(rini.workspace.database), "wipe", lambda _: False)
    take_away(rini, visit)
    folder = rini.workspace.folder
    rini.close()
    monkeypatch.undo()
    again = open_services(folder, Clock())
    assert not again.workspace.database.writable or secret_in(folder) == []
    again.close()
    assert secret_in(folder) == []


def test_the_hub_loses_it_too(rini, visit, hub, tmp_path):
    rini.enrolment.enrol(hub.address, hub.fingerprint)
    rini.answering.note(visit, CHOICE, SECRET)
    rini.exchanging.push(hub.address)
    assert hub.admit().lines > 0
    assert SECRET.encode() in (tmp_path / "gabungan.db").read_bytes()
    take_away(rini, visit)
    rini.exchanging.push(hub.address)
    assert hub.ingest().lines > 0
    held = b"".join(path.read_bytes() for path in tmp_path.glob("gabungan.db*"))
    assert SECRET.encode() not in held
    rini.exchanging.pull(hub.address)
    assert [item.state for item in rini.exchanging.states()] == ["terkirim"]
