"""Signing: in order, by the right person, sealed with the first signature; a refusal leaves nothing behind."""

import shutil
from fractions import Fraction

import pytest
from builders import (
    AHMAD,
    CHOICE,
    NIP_AHMAD,
    NIP_RINI,
    RINI,
    SECRET,
    Answered,
    Clock,
    credential,
    files_in,
    from_another_laptop,
    give,
    open_services,
    p12,
    statement,
)
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import (
    CredentialError,
    FileReadError,
    NotFoundError,
    NotReadyError,
    SealedError,
    SigningRefusedError,
)
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.workspace_errors import DiskFaultError
from zi_desktop.reports.verification import Verdict
from zi_desktop.services.checking import check
from zi_desktop.services.reports.signing import REPORT_FOLDER
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.storage import files
from zi_desktop.storage.recorder import Statement


def ahmad(**more):
    return credential(AHMAD, NIP_AHMAD, **more)


def sign_both(scored):
    first = scored.services.signing.sign(scored.id, credential())
    return first, scored.services.signing.sign(scored.id, ahmad())


def test_two_signatures_in_order_finish_the_evaluation(scored):
    first = scored.services.signing.sign(scored.id, credential(), role="ketua_tim")
    assert (first.signatures, first.needed, first.complete) == (1, 2, False)
    assert scored.state.status == "menunggu_ttd"
    assert verify_file(first.file).verdict is Verdict.INCOMPLETE
    second = scored.services.signing.sign(scored.id, ahmad(), role="pengendali_teknis")
    assert second.complete
    assert second.file == first.file
    assert scored.state.status == "selesai"
    assert verify_file(second.file).verdict is Verdict.UNKNOWN
    assert check(scored.services.workspace) == []


def test_the_report_lies_in_the_workspace_under_a_name_every_system_takes(scored):
    file = scored.services.signing.sign(scored.id, credential()).file
    assert file.parent == scored.folder / REPORT_FOLDER
    assert file.name == f"Kertas kerja Lapas Kelas IIA Contohrejo 2026 {scored.id[:8]} r1.pdf"


@pytest.mark.parametrize(
    ("who", "role", "words"),
    [
        ((AHMAD, NIP_AHMAD), "", rf"berikutnya adalah {RINI} \(Ketua tim\)"),
        ((RINI, NIP_RINI), "pengendali_teknis", r"berikutnya adalah .* \(Ketua tim\)"),
    ],
)
def test_out_of_turn_is_refused_and_leaves_nothing(scored, who, role, words):
    before = scored.state.folded.head, files_in(scored.folder)
    with pytest.raises(SigningRefusedError, match=words):
        scored.services.signing.sign(scored.id, credential(*who), role=role)
    assert (scored.state.folded.head, files_in(scored.folder)) == before


def test_a_key_that_belongs_to_somebody_here_signs_for_nobody_else(scored):
    nameless = credential(RINI, "")
    scored.services.identities.remember(nameless.certificate, scored.services.settings.author(AHMAD))
    with pytest.raises(SigningRefusedError, match=RINI):
        scored.services.signing.sign(scored.id, nameless)


def test_the_same_key_does_not_sign_twice(scored):
    key = credential(RINI, "")
    scored.services.signing.sign(scored.id, key)
    before = files_in(scored.folder)
    with pytest.raises(SigningRefusedError, match="sudah dipakai"):
        scored.services.signing.sign(scored.id, key)
    assert files_in(scored.folder) == before
    assert len(scored.state.signatures) == 1


def test_after_the_last_signature_nobody_signs(scored):
    _, done = sign_both(scored)
    whole = done.file.read_bytes()
    for again in (
        lambda: scored.services.signing.sign(scored.id, ahmad()),
        lambda: scored.services.signing.sign_file(done.file, ahmad()),
    ):
        with pytest.raises(SigningRefusedError, match="sudah lengkap"):
            again()
    assert done.file.read_bytes() == whole


def test_an_older_copy_of_the_report_is_not_signed_a_second_time(scored, tmp_path):
    first = scored.services.signing.sign(scored.id, credential())
    older = shutil.copy(first.file, tmp_path / "salinan lama.pdf")
    scored.services.signing.sign(scored.id, ahmad())
    with pytest.raises(SigningRefusedError, match="sudah tercatat"):
        scored.services.signing.sign_file(older, ahmad())


def test_the_second_signer_signs_the_file_on_another_laptop(scored, tmp_path):
    first = scored.services.signing.sign(scored.id, credential())
    received = shutil.copy(first.file, tmp_path / "diterima dari ketua.pdf")
    with open_services(tmp_path / "laptop lain") as elsewhere:
        done = elsewhere.signing.sign_file(received, ahmad())
        assert done.complete
        assert elsewhere.evaluations.list() == []
    assert verify_file(received).verdict is Verdict.UNKNOWN


def test_a_written_document_is_signed_while_it_still_fits(scored, tmp_path):
    path = tmp_path / "untuk ditandatangani.pdf"
    scored.services.reporting.write(scored.id, path, draft=False)
    assert scored.services.signing.sign_file(path, credential()).signatures == 1
    assert scored.state.status == "menunggu_ttd"
    assert scored.services.signing.sign(scored.id, ahmad()).file == path
    assert not (scored.folder / REPORT_FOLDER).exists()


def test_a_written_document_that_no_longer_fits_is_refused(scored, tmp_path):
    path = tmp_path / "usang.pdf"
    scored.services.reporting.write(scored.id, path, draft=False)
    before = path.read_bytes()
    give(scored.services, scored.id, CHOICE, "Tidak")
    with pytest.raises(NotReadyError, match="tidak lagi sesuai"):
        scored.services.signing.sign_file(path, credential())
    assert path.read_bytes() == before
    assert files_in(tmp_path)[-1] == "usang.pdf"
    assert scored.state.seal is None


def test_a_document_of_an_evaluation_that_is_not_here_is_refused(scored, fresh, tmp_path):
    path = tmp_path / "asing.pdf"
    scored.services.reporting.write(scored.id, path, draft=False)
    with pytest.raises(NotFoundError):
        fresh.signing.sign_file(path, credential())


@pytest.mark.parametrize(
    "spoil", [lambda pdf: pdf[:-900], lambda pdf: pdf.replace(b"/Type", b"/Tipe", 1), lambda _: b"%PDF-1.7 lain"]
)
def test_what_is_no_whole_report_is_not_signed(scored, tmp_path, spoil):
    path = tmp_path / "rusak.pdf"
    scored.services.reporting.write(scored.id, path, draft=False)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(SigningRefusedError, match="Tidak ada yang ditandatangani"):
        scored.services.signing.sign_file(path, credential())
    assert scored.state.seal is None


def test_a_draft_is_not_signed(scored, tmp_path):
    path = tmp_path / "draf.pdf"
    scored.services.reporting.write(scored.id, path, draft=True)
    with pytest.raises(SigningRefusedError):
        scored.services.signing.sign_file(path, credential())


def test_what_preflight_forbids_is_not_signed(scored):
    scored.services.answering.keep_draft(scored.id, "answer/tpi/A.II.5.ii.a", "selesai=")
    with pytest.raises(NotReadyError, match=r"^Belum dapat ditandatangani: Butir A\.II\.5\.ii\.a"):
        scored.services.signing.sign(scored.id, credential())
    assert not (scored.folder / REPORT_FOLDER).exists()


def without_key():
    loaded = pkcs12.load_pkcs12(p12(), SECRET.encode())
    return pkcs12.serialize_key_and_certificates(
        b"x", None, None, [loaded.cert.certificate], BestAvailableEncryption(SECRET.encode())
    )


@pytest.mark.parametrize(
    ("data", "secret", "words"),
    [
        (p12, "salah", "tidak cocok"),
        (lambda: p12(now=Clock("2023-01-01T00:00:00+07:00")()), SECRET, "sudah berakhir"),
        (lambda: p12(now=Clock("2090-01-01T00:00:00+07:00")()), SECRET, "baru berlaku"),
        (without_key, SECRET, "tidak memuat kunci"),
        (lambda: b"bukan kunci", SECRET, r"bukan berkas \.p12"),
    ],
)
def test_a_key_that_cannot_sign_is_refused_before_anything_is_written(scored, tmp_path, data, secret, words):
    file = tmp_path / "kunci.p12"
    file.write_bytes(data())
    before = scored.state.folded.head, files_in(scored.folder)
    with pytest.raises(CredentialError, match=words):
        scored.services.identities.open(secret, file)
    assert (scored.state.folded.head, files_in(scored.folder)) == before
    with pytest.raises(FileReadError):
        scored.services.identities.open(secret, tmp_path / "tidak ada.p12")


def test_a_certificate_that_ends_before_the_signature_signs_nothing(scored):
    late = credential(now=Clock("2023-01-01T00:00:00+07:00")())
    with pytest.raises(CredentialError, match="sudah berakhir"):
        scored.services.signing.sign(scored.id, late)
    assert scored.state.seal is None
    assert [name for name in files_in(scored.folder) if "laporan" in name] == []


def test_a_seal_closes_answers_but_not_the_teams_own_marks_of_time(scored):
    scored.services.signing.sign(scored.id, credential())
    services, id_ = scored.services, scored.id
    for change in (
        lambda: give(services, id_, CHOICE, "Tidak"),
        lambda: services.answering.note(id_, CHOICE, "x"),
        lambda: services.evaluations.plan(id_, {"place": "x"}),
        lambda: services.evaluations.decide(id_, "pembinaan", "x"),
        lambda: services.evaluations.review(id_, "withdrawn"),
    ):
        with pytest.raises(SealedError, match=r"^Ditandatangani 1 dari 2"):
            change()
    services.evaluations.snapshot(id_, "Panel")
    with pytest.raises(SealedError, match=r"sudah bertanda tangan 1 dari 2; berkasnya .*\.pdf"):
        services.reporting.draft(id_)


def test_what_arrives_after_the_seal_is_late_and_changes_no_figure(scored):
    sign_both(scored)
    total, told = (
        scored.services.reviewing.score(scored.id)["total"],
        scored.services.reviewing.explain(scored.id, "total").text,
    )
    rini, edges = scored.services.settings.author(RINI), scored.state.answer_cell(Column.TPI, CHOICE).displayed
    folder = scored.folder
    scored.services.close()
    from_another_laptop(folder, scored.id, rini, statement(CHOICE, "Tidak", edges))
    with open_services(folder) as services:
        here = Answered(services, scored.id)
        assert here.state.answers(Column.TPI)[CHOICE] == Chosen("Tidak")
        assert here.state.late == (f"answer/tpi/{CHOICE}",)
        assert services.reviewing.score(scored.id)["total"] == total
        assert services.reviewing.explain(scored.id, "total").text == told
        services.evaluations.snapshot(scored.id, "Panel")
        assert services.evaluations.summary(scored.id)["total"] == total
        assert check(services.workspace) == []


def test_a_plan_that_arrives_after_the_seal_changes_no_list(scored):
    sign_both(scored)
    rini, edges = scored.services.settings.author(RINI), scored.state.folded.cell("plan/target").displayed
    folder = scored.folder
    scored.services.close()
    from_another_laptop(folder, scored.id, rini, Statement("set", "plan/target", "WBBM", edges))
    with open_services(folder) as services:
        services.evaluations.snapshot(scored.id, "Panel")
        assert services.evaluations.open(scored.id).state.plan.target == "WBBM"
        row = services.evaluations.summary(scored.id)
        assert (row["target"], row["standing"]["met"]) == ("WBK", True)


def test_what_the_disk_wrote_wrongly_is_no_report(scored, monkeypatch):
    write = files.write_part
    with monkeypatch.context() as failing:  # a disk that turns one bit
        failing.setattr(
            files, "write_part", lambda path, pdf: write(path, pdf[:5000] + bytes([pdf[5000] ^ 1]) + pdf[5001:])
        )
        with pytest.raises(SigningRefusedError, match="tidak lolos pemeriksaan"):
            scored.services.signing.sign(scored.id, credential())
    assert scored.state.seal is None
    assert files_in(scored.folder / REPORT_FOLDER) == []


def test_sealed_figures_are_read_from_the_signed_record(scored):
    sign_both(scored)
    with scored.services.workspace.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE document SET record = CAST(replace(CAST(record AS TEXT), ?, ?) AS BLOB)",
            ('"total":"83.', '"total":"84.'),
        )
    assert Fraction(scored.services.reviewing.score(scored.id)["total"]) >= 84


def test_only_the_lead_cancels_and_the_next_seal_is_a_revision(scored):
    first, done = sign_both(scored)
    whole = done.file.read_bytes()
    for reason, author in (("", RINI), ("Ada bukti baru.", AHMAD)):
        with pytest.raises(SealedError, match="Pembatalan memerlukan ketua tim"):
            scored.services.signing.cancel_seal(scored.id, reason, author)
    scored.services.signing.cancel_seal(scored.id, "Ada bukti baru.\x00", RINI)
    assert scored.state.status == "siap_ditinjau"
    with pytest.raises(SealedError):
        scored.services.signing.cancel_seal(scored.id, "Lagi.", RINI)
    give(scored.services, scored.id, CHOICE, "Tidak")
    second, _ = sign_both(scored)
    assert second.file.name.endswith("r2.pdf")
    assert scored.state.seal.revision == 2
    assert first.file.read_bytes() == whole
    assert check(scored.services.workspace) == []


def test_what_is_in_the_archive_keeps_its_seal(scored):
    sign_both(scored)
    scored.services.evaluations.archive(scored.id)
    with pytest.raises(SealedError, match="diarsipkan"):
        scored.services.signing.cancel_seal(scored.id, "Ada bukti baru.", RINI)
    assert scored.state.seal
    scored.services.evaluations.archive(scored.id, archived=False)
    scored.services.signing.cancel_seal(scored.id, "Ada bukti baru.", RINI)
    assert not scored.state.seal


def test_a_death_before_the_rename_is_finished_later(scored, monkeypatch):
    def die(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:  # a power cut between the log and the rename
        dying.setattr(files, "put_in_place", die)
        with pytest.raises(KeyboardInterrupt):
            scored.services.signing.sign(scored.id, credential())
    assert scored.state.status == "menunggu_ttd"
    assert check(scored.services.workspace) != []
    scored.services.signing.finish_interrupted()
    assert check(scored.services.workspace) == []
    assert scored.services.signing.sign(scored.id, ahmad()).complete


def test_what_a_dead_run_left_without_a_word_in_the_log_is_swept_away(scored):
    (scored.folder / REPORT_FOLDER).mkdir()
    part = files.write_part(scored.folder / REPORT_FOLDER / "Kertas kerja.pdf", b"%PDF")
    scored.services.signing.finish_interrupted()
    assert not part.exists()


def test_a_log_that_refuses_leaves_no_file(scored, monkeypatch):
    def fault(*_):
        raise DiskFaultError

    monkeypatch.setattr("zi_desktop.storage.directory.put_document", fault)  # the disk, at the last write
    with pytest.raises(DiskFaultError):
        scored.services.signing.sign(scored.id, credential())
    assert files_in(scored.folder / REPORT_FOLDER) == []
    monkeypatch.undo()
    assert scored.services.signing.sign(scored.id, credential()).signatures == 1


def test_a_satker_with_a_name_no_system_takes(scored):
    listed = scored.folder / "nama.csv"
    listed.write_text('kode,nama,instansi\nC-001,"[Lapas] <I>/II: ""A""? *",Kementerian Contoh\n', encoding="utf-8")
    scored.services.satkers.import_list(listed)
    scored.services.evaluations.plan(scored.id, {"last_day": "2099-01-01"})
    file = scored.services.signing.sign(scored.id, credential()).file
    assert file.name.startswith("Kertas kerja [Lapas] I II A 2026")
    assert verify_file(file).verdict is Verdict.INCOMPLETE
