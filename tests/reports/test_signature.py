"""Signing: fields, order, certification and lock, refusals; and what other programs say about the result."""

import hashlib
import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import forgeries as f
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from zi_desktop.domain.canonical import encode
from zi_desktop.domain.errors import AlteredReportError, CredentialError, SigningRefusedError
from zi_desktop.reports.pdf import build
from zi_desktop.reports.signature import prepare, read_record, sign, signed_fields
from zi_desktop.reports.signature_fields import clock


def test_fields_are_added_in_one_revision_and_always_alike():
    data = f.record()
    built = build(data, f.INSTRUMENT)
    pdf = prepare(built, data["signers"])
    assert pdf.startswith(built.pdf)
    assert pdf == prepare(built, data["signers"])
    reader = PdfFileReader(BytesIO(pdf))
    assert reader.total_revisions == 2
    fields = reader.root["/AcroForm"]["/Fields"]
    assert [fields[n]["/T"] for n in range(2)] == ["ttd_1_anggota", "ttd_2_ketua_tim"]
    assert "/Lock" not in fields[0]
    assert (fields[1]["/Lock"]["/Action"], fields[1]["/Lock"]["/P"]) == ("/All", 1)
    for number, box in enumerate(built.boxes):
        assert [float(x) for x in fields[number]["/Rect"]] == pytest.approx([box.x1, box.y1, box.x2, box.y2], abs=0.01)


def test_record_comes_back_as_it_was_attached():
    data = f.record()
    assert read_record(f.prepared(data)) == encode(data)
    assert read_record(f.genuine()) == encode(data)
    assert read_record(f.updated(f.genuine(), f.other_attachment)) == encode(data)


def references(pdf, number):
    field = PdfFileReader(BytesIO(pdf)).root["/AcroForm"]["/Fields"][number]
    return {
        each.get_object()["/TransformMethod"]: each.get_object()["/TransformParams"]
        for each in field["/V"].get("/Reference", ())
    }


def test_first_certifies_and_last_locks():
    first, middle, last = (references(f.genuine(3), number) for number in range(3))
    assert first.keys() == {"/DocMDP"}
    assert first["/DocMDP"]["/P"] == 2
    assert middle == {}
    assert last.keys() == {"/FieldMDP"}
    assert (last["/FieldMDP"]["/Action"], last["/FieldMDP"]["/P"]) == ("/All", 1)


def test_a_single_signer_certifies_and_locks_at_once():
    only = references(f.genuine(1), 0)
    assert only["/DocMDP"]["/P"] == 1
    assert only["/FieldMDP"]["/Action"] == "/All"


def test_fields_tell_who_signed():
    data = f.record()
    first, second = signed_fields(f.half_signed())
    assert (first.field, first.name, first.at) == ("ttd_1_anggota", data["signers"][0]["name"], f.NOW)
    assert first.certificate == f.keys(data)[0].sha256
    assert (second.field, second.name, second.certificate, second.at) == ("ttd_2_ketua_tim", "", "", None)


@pytest.mark.parametrize("signers", [1, 2, 3])
def test_poppler_finds_every_signature_valid(tmp_path, signers):
    file = tmp_path / "laporan.pdf"
    file.write_bytes(f.genuine(signers))
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid") == signers
    assert said.count("ETSI.CAdES.detached") == signers
    assert said.count("\n  - Total document signed") == 1


@pytest.mark.parametrize("signers", [1, 2])
def test_qpdf_finds_no_fault(tmp_path, signers):
    file = tmp_path / "laporan.pdf"
    file.write_bytes(f.genuine(signers))
    said = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=True)
    assert "No syntax or stream encoding errors found" in said.stdout
    assert not said.stderr


def test_poppler_finds_no_face_that_is_not_embedded(tmp_path):
    file = tmp_path / "laporan.pdf"
    file.write_bytes(f.genuine())
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert listed
    assert all(line.split()[-5] == "yes" for line in listed)


@pytest.mark.parametrize("signers", [1, 2, 3])
def test_pyhanko_sees_nothing_but_allowed_changes(signers):
    reader = PdfFileReader(BytesIO(f.genuine(signers)))
    for signature in reader.embedded_regular_signatures:
        context = ValidationContext(trust_roots=[signature.signer_cert], moment=f.NOW + timedelta(hours=1))
        status = validate_pdf_signature(signature, context)
        assert status.bottom_line
        assert status.docmdp_ok
        assert status.modification_level <= ModificationLevel.FORM_FILLING


def test_stamp_names_signer_and_clock(tmp_path):
    file = tmp_path / "laporan.pdf"
    file.write_bytes(f.genuine())
    text = subprocess.run(["pdftotext", "-l", "1", file, "-"], capture_output=True, text=True, check=True).stdout
    assert text.count("Ditandatangani secara elektronik") == 2
    assert "6 November 2026 10.42 WIB" in text
    assert "6 November 2026 10.43 WIB" in text


def test_clock_outside_indonesia_shows_its_offset():
    assert clock(f.NOW.astimezone(tz=None).astimezone(f.NOW.tzinfo)) == "6 November 2026 10.42 WIB"
    assert clock(f.NOW.replace(tzinfo=f.timezone(timedelta(hours=9)))) == "6 November 2026 10.42 WIT"
    assert clock(f.NOW.replace(tzinfo=f.timezone(timedelta(hours=5, minutes=30)))) == "6 November 2026 10.42 UTC+5.30"
    assert clock(f.NOW.astimezone(f.timezone.utc)) == "6 November 2026 03.42 UTC+0"


def test_signing_adds_and_never_changes_a_byte():
    assert f.half_signed().startswith(f.prepared(f.record()))
    assert f.genuine().startswith(f.half_signed())


def refusal(pdf, key, position, **changes):
    before = hashlib.sha256(pdf).hexdigest()
    with pytest.raises(SigningRefusedError) as caught:
        sign(pdf, key, position, f.NOW, **{"instruments": f.INSTRUMENTS} | changes)
    assert hashlib.sha256(pdf).hexdigest() == before
    return str(caught.value)


def test_out_of_turn_is_refused():
    data = f.record()
    first, second = f.keys(data)
    assert f"berikutnya adalah {data['signers'][0]['name']}" in refusal(f.prepared(data), second, 1)
    assert f"berikutnya adalah {data['signers'][1]['name']}" in refusal(f.half_signed(), first, 0)
    assert "berikutnya" in refusal(f.prepared(data), first, -1)


def test_complete_report_takes_no_more():
    assert "sudah lengkap" in refusal(f.genuine(), f.credential("Terlambat"), 2)
    assert "sudah lengkap" in refusal(f.genuine(1), f.credential("Terlambat"), 0)


def test_one_certificate_signs_once():
    assert "sudah dipakai" in refusal(f.half_signed(), f.keys(f.record())[0], 1)


@pytest.mark.parametrize("change", [f.overpaint, f.hidden_field, f.other_attachment])
def test_altered_report_is_not_signed(change):
    data = f.record()
    assert "tidak dapat ditandatangani" in refusal(f.updated(f.prepared(data), change), f.keys(data)[0], 0)
    assert "tidak dapat ditandatangani" in refusal(f.updated(f.half_signed(), change), f.keys(data)[1], 1)


def test_other_files_are_not_signed():
    assert "bukan laporan" in refusal(b"bukan PDF", f.credential("Siapa"), 0)


def test_report_of_another_version_is_not_signed():
    data = f.record(template="kertas-kerja-9/reportlab-9.9")
    assert "versi program yang lain" in refusal(f.prepared(data), f.keys(data)[0], 0)
    data = f.record()
    assert "versi program yang lain" in refusal(f.prepared(data), f.keys(data)[0], 0, instruments=lambda _: None)


def test_certificate_must_be_valid_at_the_moment_of_signing():
    data = f.record()
    with pytest.raises(CredentialError):
        sign(f.prepared(data), f.keys(data)[0], 0, f.NOW + timedelta(days=800), instruments=f.INSTRUMENTS)


@pytest.mark.parametrize("roles", [[], ["ketua.tim"], [""], ["a"] * 9, [7]])
def test_signers_that_no_report_has_are_refused(roles):
    built = replace(build(f.record(), f.INSTRUMENT), boxes=())
    with pytest.raises(AlteredReportError):
        prepare(built, [{"role": role, "name": "x"} for role in roles])
