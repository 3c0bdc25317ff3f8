"""Files of a sender whom nobody knows yet: kept beside the workspace's own, let in with the lines, gone with them."""

import pytest
from builders import CHOICE, credential, files_in, open_services
from laptops import begin_visit, introduce, take

from zi_desktop.domain.errors import FileWriteError
from zi_desktop.domain.events import Subject
from zi_desktop.services.backups import back_up, restore
from zi_desktop.services.checking import check
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.storage import evidence_receiving
from zi_desktop.storage.evidence_files import WAITING
from zi_desktop.sync.segments import events_of, sign_segment

TEXT = b"berita acara contoh"


@pytest.fixture
def visit(rini, tmp_path):
    """An evaluation with a file, of which nobody else knows yet."""
    id_ = begin_visit(rini, tmp_path)
    (tmp_path / "bukti.txt").write_bytes(TEXT)
    rini.evidence.add(id_, [tmp_path / "bukti.txt"], CHOICE)
    return id_


@pytest.fixture
def bundle(rini, visit, tmp_path):
    rini.bundling.export([visit], tmp_path / "rini.zib", plain=True)
    return tmp_path / "rini.zib"


def waiting(services):
    return {name for name in files_in(services.workspace.folder) if name.startswith(f"{WAITING}/")}


def kept(services):
    return list(services.evidence.store.sizes())


def test_accepting_the_card_lets_lines_and_files_in_without_the_bundle(rini, ahmad, visit, bundle):
    with ahmad.bundle_intake.read(bundle) as preview:
        assert (preview.new, len(preview.files_waiting)) == (0, 1)
        taken = ahmad.bundle_intake.apply(preview)
    assert (taken.lines, taken.evidence) == (0, 0)
    assert kept(ahmad) == []
    assert len(waiting(ahmad)) == 1
    bundle.unlink()
    assert ahmad.bundle_intake.accept(rini.devices.card()) > 3
    assert ahmad.bundling.evidence_of([visit]).keys() == rini.bundling.evidence_of([visit]).keys()
    assert [each.state for each in check_evidence(ahmad.workspace)] == ["whole"]
    assert waiting(ahmad) == set()
    assert check(ahmad.workspace) == []


def test_taken_again_it_changes_nothing(rini, ahmad, bundle):
    take(ahmad, bundle)
    before = files_in(ahmad.workspace.folder)
    with ahmad.bundle_intake.read(bundle) as preview:
        assert not preview.anything
        ahmad.bundle_intake.apply(preview)
    assert files_in(ahmad.workspace.folder) == before
    ahmad.bundle_intake.accept(rini.devices.card())
    with ahmad.bundle_intake.read(bundle) as preview:
        assert not preview.anything
        assert preview.files_waiting == {}


def test_answers_first_and_the_file_later_both_wait(rini, ahmad, visit, bundle, tmp_path):
    rini.bundling.export([visit], tmp_path / "jawaban.zib", plain=True, answers_only=True)
    take(ahmad, tmp_path / "jawaban.zib")
    assert waiting(ahmad) == set()
    with ahmad.bundle_intake.read(bundle) as preview:
        assert preview.anything, "only its file is new"
        ahmad.bundle_intake.apply(preview)
    assert len(waiting(ahmad)) == 1


def test_a_signed_report_waits_too(scored, ahmad, tmp_path):
    rini = scored.services
    signed = rini.signing.sign(scored.id, credential()).file.read_bytes()
    rini.bundling.export([scored.id], tmp_path / "laporan.zib", plain=True)
    assert take(ahmad, tmp_path / "laporan.zib").reports == 0
    (tmp_path / "laporan.zib").unlink()
    ahmad.bundle_intake.accept(rini.devices.card())
    assert ahmad.reviewing.signed_pdf(scored.id) == signed
    assert kept(ahmad) == [], "a report is no evidence"
    assert waiting(ahmad) == set()


def test_files_wait_behind_a_gap_and_come_when_it_closes(rini, ahmad, visit):
    introduce(rini, ahmad)
    subject, key = Subject("evaluation", visit), rini.devices.key()
    with rini.workspace.database.reading() as connection:
        lines = events_of(next(segments_of(connection, subject, key, withhold=False)))
    (sha256,) = rini.bundling.evidence_of([visit])
    intake = ahmad.bundle_intake
    late, early = sign_segment(lines[-1:], key), sign_segment(lines[:-1], key)
    intake._waiting.keep({sha256: rini.evidence.store.path_of(sha256)})
    intake._take(subject, [late], ahmad.devices.accepted())
    intake._let_files_go()
    assert len(waiting(ahmad)) == 1
    intake._take(subject, [early], ahmad.devices.accepted())
    assert kept(ahmad) == [sha256]
    intake._let_files_go()
    assert waiting(ahmad) == set()


@pytest.mark.parametrize("moment", ["bytes", "sweep"])
def test_what_was_cut_off_while_it_was_let_in_is_completed(rini, ahmad, visit, bundle, monkeypatch, moment):
    take(ahmad, bundle)

    def fail(*_):
        raise FileWriteError("bukti", "penuh")

    with monkeypatch.context() as broken:
        if moment == "bytes":
            broken.setattr(evidence_receiving, "receive", fail)
        else:
            broken.setattr(ahmad.bundle_intake, "_let_files_go", fail)
        with pytest.raises(FileWriteError):
            ahmad.bundle_intake.accept(rini.devices.card())
    assert len(waiting(ahmad)) == 1
    linked = ahmad.workspace.folded(visit).cell("identity").heads
    assert bool(linked) == (moment == "sweep"), "no line before its bytes"
    ahmad.bundle_intake.accept(rini.devices.card())
    assert [each.state for each in check_evidence(ahmad.workspace)] == ["whole"]
    assert waiting(ahmad) == set()


def test_a_file_that_no_line_names_is_not_kept(rini, ahmad, visit, tmp_path):
    """A hostile sender fills no disk with what nobody speaks of."""
    (tmp_path / "lain.txt").write_bytes(b"tidak disebut baris mana pun")
    rini.evidence.add(visit, [tmp_path / "lain.txt"], CHOICE)
    files = rini.bundling.evidence_of([visit])
    key = rini.devices.key()
    rini.bundling.export_files([visit], tmp_path / "isi.zib", files, encrypt_to=[ahmad.devices.key().recipient])
    assert key.device not in ahmad.devices.accepted()
    with ahmad.bundle_intake.read(tmp_path / "isi.zib") as preview:
        assert preview.files_waiting == {}
        ahmad.bundle_intake.apply(preview)
    assert waiting(ahmad) == set()


def test_a_backup_keeps_what_waits(rini, ahmad, bundle, tmp_path):
    take(ahmad, bundle)
    back_up(ahmad.workspace, tmp_path / "cadangan.db")
    [kept] = (tmp_path / "cadangan.berkas" / WAITING).iterdir()
    assert kept.read_bytes() == TEXT
    restore(tmp_path / "pulih", tmp_path / "cadangan.db")
    with open_services(tmp_path / "pulih") as restored:
        assert restored.bundle_intake.accept(rini.devices.card()) > 3
        assert [each.state for each in check_evidence(restored.workspace)] == ["whole"]
