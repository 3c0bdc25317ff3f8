"""Every known way to tamper with a report must come out as altered, and hostile files must end in a verdict."""

import random
import zlib
from functools import cache
from hashlib import sha256
from io import BytesIO

import forgeries as f
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from reportlab.pdfgen.canvas import Canvas

from zi_desktop.domain.canonical import encode
from zi_desktop.domain.errors import AlteredReportError
from zi_desktop.reports.pdf import build
from zi_desktop.reports.reading import open_pdf
from zi_desktop.reports.signature_container import read_container
from zi_desktop.reports.verification import verify


def check(pdf):
    return verify(pdf, instruments=f.INSTRUMENTS, trust=[f.registry(f.record())])


def assert_altered(pdf):
    found = check(pdf)
    assert found.verdict == "altered", found
    assert all(problem.endswith(".") and "  " not in problem for problem in found.problems)
    return found.problems


@pytest.mark.parametrize("change", f.CHANGES)
def test_change_after_the_last_signature(change):
    assert_altered(f.updated(f.genuine(), change))


@pytest.mark.parametrize("change", f.CHANGES)
def test_change_after_one_of_two_signatures(change):
    assert_altered(f.updated(f.half_signed(), change))


@pytest.mark.parametrize("change", f.CHANGES)
def test_change_before_the_first_signature_that_all_signers_sign(change):
    assert_altered(f.changed_before_signing(change))


@pytest.mark.parametrize("change", f.CHANGES)
def test_change_between_two_signatures(change):
    assert_altered(f.changed_between(change))


@pytest.mark.parametrize("change", f.CHANGES)
def test_change_before_any_signature(change):
    assert_altered(f.updated(f.prepared(f.record()), change))


@pytest.mark.parametrize("change", [f.leave, f.overpaint, f.rewrite_number, f.hidden_field])
def test_signed_file_written_anew(change):
    assert_altered(f.rewritten(f.genuine(), change))


@pytest.mark.parametrize("change", [f.overpaint, f.rewrite_number, f.hidden_field, f.other_title])
def test_unsigned_file_written_anew_with_a_change(change):
    assert_altered(f.rewritten(f.prepared(f.record()), change))


def test_hidden_field_filled_between_two_signatures():
    assert any("kolom" in problem for problem in assert_altered(f.filled_between()))


def test_signing_without_the_service_is_itself_no_forgery():
    data = f.record()
    assert check(f.all_signed_anyway(f.prepared(data), data)).verdict == "trusted"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (f.overpaint, "isi halaman"),
        (f.rewrite_number, "isi halaman"),
        (f.hidden_field, "kolom isian"),
        (f.text_annotation, "anotasi"),
        (f.second_attachment, "lampiran"),
        (f.script, "tindakan"),
        (f.page_action, "tindakan"),
        (f.layer, "lapisan"),
        (f.swapped_boxes, "letak kolom"),
        (f.other_title, "keterangan berkas"),
        (f.loose_object, "objek tambahan"),
    ],
)
def test_sentences_name_what_was_touched(change, named):
    problems = assert_altered(f.changed_before_signing(change))
    assert any(named in problem for problem in problems), problems


def test_stamp_touched_between_two_signatures():
    assert any("gambar tanda tangan" in problem for problem in assert_altered(f.changed_between(f.other_stamp)))


def test_empty_revision_between_and_after():
    assert_altered(f.updated(f.genuine(), f.leave))
    assert_altered(f.changed_between(f.leave))
    assert_altered(f.changed_before_signing(f.leave))


@pytest.mark.parametrize("tail", [b"\n", b" ", b"\0", b"%", b"x" * 5000, b"\n%%EOF\n", b"%%EOF"])
def test_bytes_after_the_end(tail):
    assert_altered(f.genuine() + tail)
    assert_altered(f.half_signed() + tail)


def test_bytes_before_the_beginning():
    assert_altered(b"\n" + f.genuine())


def test_signatures_in_the_wrong_order():
    assert any("Urutan" in problem or "berurutan" in problem for problem in assert_altered(f.wrong_order()))


def test_second_signer_without_the_first():
    assert any("Urutan" in problem for problem in assert_altered(f.second_only()))


def test_missing_certification_and_missing_lock():
    assert any("mengesahkan" in each for each in assert_altered(f.with_slots(f.Uncertified, f.Slot)))
    assert any("mengunci" in each for each in assert_altered(f.with_slots(f.Slot, f.Lenient)))
    assert any("mengesahkan" in each for each in assert_altered(f.with_slots(f.Annotating, f.Slot)))


def test_stamp_that_shows_another_name():
    assert_altered(f.another_name_on_the_stamp())


def test_printed_score_that_the_answers_do_not_give():
    data = f.better_score()
    for pdf in (f.all_signed_anyway(f.prepared(data), data), f.signed_by_strangers(data)):
        assert any("bukan hasil dari jawaban" in problem for problem in assert_altered(pdf))


def test_pages_of_one_record_with_the_data_of_another():
    data = f.record()
    other = f.better_answers()
    pages = f.prepared(other)

    def exchange(writer):
        stream = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]["/EF"]["/F"]
        stream._data = encode(data)
        stream._encoded_data = None
        writer.update_container(stream)

    anew = f.rewritten(pages, exchange)
    assert_altered(anew)
    assert_altered(f.all_signed_anyway(anew, data))


def test_small_letters_in_the_room_of_the_signature():
    assert_altered(f.small_letters(f.genuine()))


@pytest.mark.parametrize("change", f.CONTAINERS)
def test_room_of_the_last_signature(change):
    assert check(f.with_container(f.genuine(), lambda contents: contents)).verdict == "trusted"
    assert_altered(f.with_container(f.genuine(), change))
    assert_altered(f.with_container(f.half_signed(), change))


@pytest.mark.parametrize("change", f.CONTAINERS)
def test_room_of_the_last_signature_where_pages_cannot_be_compared(change):
    data = f.record(template="kertas-kerja-9/reportlab-9.9")
    pdf = f.all_signed_anyway(f.prepared(data), data)
    assert check(pdf).verdict == "intact-unknown-identity"
    assert_altered(f.with_container(pdf, change))
    assert_altered(f.small_letters(pdf))
    assert_altered(pdf + b"\n")
    assert_altered(f.updated(pdf, f.overpaint))
    assert_altered(f.updated(pdf, f.hidden_field))


def test_signature_of_another_report():
    pdf, other = f.genuine(), f.signed(f.record(panel=None))
    donor = f.open_report(other).marks[-1].contents
    assert_altered(f.with_container(pdf, lambda _: donor))


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 10**9), mask=st.integers(1, 255), half=st.booleans())
def test_one_changed_byte_anywhere(place, mask, half):
    pdf = bytearray(f.half_signed() if half else f.genuine())
    pdf[place % len(pdf)] ^= mask
    assert_altered(bytes(pdf))


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 10**9), mask=st.integers(1, 255))
def test_one_changed_byte_where_no_signature_reaches(place, mask):
    pdf = bytearray(f.genuine())
    mark = f.open_report(f.genuine()).marks[-1]
    start, end = mark.byte_range[1], mark.byte_range[2]
    pdf[start + place % (end - start)] ^= mask
    assert_altered(bytes(pdf))


@pytest.mark.parametrize("mask", [0x01, 0x04, 0x80])
def test_no_byte_of_a_signature_can_be_changed_or_break_the_reader(mask):
    contents = f.open_report(f.genuine()).marks[-1].contents
    genuine = read_container(contents)
    digest = sha256_of_signed_bytes()
    assert genuine.holds(digest)
    for place in range(len(genuine.der) + 8):
        changed = bytearray(contents)
        changed[place] ^= mask
        try:
            assert not read_container(bytes(changed)).holds(digest), place
        except AlteredReportError:
            continue


def sha256_of_signed_bytes():
    pdf, mark = f.genuine(), f.open_report(f.genuine()).marks[-1]
    first, length, second, rest = mark.byte_range
    return sha256(pdf[first : first + length] + pdf[second : second + rest]).digest()


@settings(max_examples=15, deadline=None)
@given(place=st.integers(0, 10**9))
def test_one_byte_more_or_less(place):
    pdf = f.genuine()
    place %= len(pdf)
    assert_altered(pdf[:place] + pdf[place + 1 :])
    assert_altered(pdf[:place] + b" " + pdf[place:])


def test_cut_anywhere_else_is_altered():
    pdf = f.genuine()
    first = f.open_report(pdf).marks[0].end
    for length in (5000, first - 1, first + 1, len(pdf) - 1, len(pdf) - 700):
        assert check(pdf[:length]).verdict in ("altered", "unreadable")
    assert check(pdf[: first + 1]).verdict == "altered"


@cache
def foreign():
    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(100, 100, "Surat biasa")
    canvas.save()
    return target.getvalue()


def locked(pdf):
    writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf)))
    writer.encrypt("rahasia", "rahasia")
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


UNREADABLE = {
    "empty": lambda: b"",
    "text": lambda: b"halo",
    "noise": lambda: random.Random(90).randbytes(20_000),
    "noise with a head": lambda: b"%PDF-1.7\n" + random.Random(90).randbytes(20_000),
    "head alone": lambda: b"%PDF-1.7\n%%EOF\n",
    "foreign": foreign,
    "locked foreign": lambda: locked(foreign()),
    "draft": lambda: build(f.record(), f.INSTRUMENT, draft=True).pdf,
    "too large": lambda: b"%PDF-1.7\n" + bytes(64 * 1024 * 1024),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_is_no_report_is_unreadable(kind):
    found = check(UNREADABLE[kind]())
    assert found.verdict == "unreadable"
    assert found.problems[0].endswith(".")
    assert found.signatures == ()


def raw_pdf(body, trailer=b"", size=b"9"):
    """A PDF with one catalog (object 1) and whatever ``body`` holds from object 2 on."""
    head = b"%PDF-1.7\n(zi-report.json)\n"
    objects = [b"1 0 obj\n<</Type/Catalog" + body.pop(0) + b">>\nendobj\n", *body]
    offsets, at = [], len(head)
    for each in objects:
        offsets.append(at)
        at += len(each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<</Size " + size + b"/Root 1 0 R" + trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % at
    return head + b"".join(objects) + table + end


def stream(number, data, filters):
    head = b"%d 0 obj\n<</Length %d/Filter %s>>stream\n" % (number, len(data), filters)
    return head + data + b"\nendstream\nendobj\n"


def bomb():
    data = bytes(200 * 1024 * 1024)
    return zlib.compress(zlib.compress(data, 9), 9)


ATTACHED = b"/Names<</EmbeddedFiles<</Names[(zi-report.json)<</EF<</F 2 0 R>>>>]>>>>"
FLATE = b"/FlateDecode"
HOSTILE = {
    "deep arrays": lambda: raw_pdf([b"/Names " + b"[" * 200_000]),
    "deep dictionaries": lambda: raw_pdf([b"/Names " + b"<</Names" * 100_000]),
    "stacked bomb": lambda: raw_pdf([ATTACHED, stream(2, bomb(), b"[/FlateDecode/FlateDecode]")]),
    "single bomb": lambda: raw_pdf([ATTACHED, stream(2, zlib.compress(bytes(100 * 1024 * 1024)), FLATE)]),
    "deep record": lambda: raw_pdf([ATTACHED, stream(2, zlib.compress(b"[" * 1_000_000), FLATE)]),
    "loop of references": lambda: raw_pdf([b"/Names 2 0 R", b"2 0 obj\n2 0 R\nendobj\n"]),
    "loop of tables": lambda: raw_pdf([b""], trailer=b"/Prev 40"),
    "giant table": lambda: raw_pdf([b""], size=b"999999999999"),
    "many objects": lambda: b"%PDF-1.7\n(zi-report.json)" + b"1 0 obj\n" * 100_000,
    "many entries": lambda: b"%PDF-1.7\n(zi-report.json)xref\n0 900000\n" + b"0000000000 00000 n \n" * 900_000,
    "long number": lambda: raw_pdf([b"/X " + b"1" * 20_000_000]),
    "long array": lambda: raw_pdf([b"/X[" + b"1 " * 5_000_000 + b"]"]),
    "no catalog": lambda: raw_pdf([b""]).replace(b"/Root 1 0 R", b"/Root 7 0 R"),
    "fields that are none": lambda: raw_pdf(
        [ATTACHED + b"/AcroForm<</Fields[1 2 3]>>", stream(2, zlib.compress(b"{}"), FLATE)]
    ),
}
"""Files that carry our mark, so that none of them is put aside as somebody else's."""


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_file_ends_in_a_verdict(kind):
    assert check(HOSTILE[kind]()).verdict == "altered"


def test_reading_stops_at_a_limit():
    with pytest.raises(ValueError, match="more objects"):
        _ = open_pdf(HOSTILE["long array"]()).root


def test_record_over_its_limit_has_a_sentence():
    long = f.record(notes={"A.I.1.i.a": [{"author": "A", "text": "kata " * 20_000} for _ in range(21)]})
    found = check(f.prepared(long))
    assert found.verdict == "unreadable"
    assert "lebih besar dari 2 MB" in found.problems[0]


def test_locked_report_is_altered_not_merely_unreadable():
    pdf = locked(f.genuine())
    assert check(pdf).verdict in ("altered", "unreadable")
    assert check(pdf + b"(zi-report.json)").verdict == "altered"


RECORDS = {
    "no signers": {"signers": []},
    "signers that are no people": {"signers": [1]},
    "signers without names": {"signers": [{"role": "ketua_tim"}]},
    "too many signers": {"signers": f.record()["signers"] * 5},
    "another kind": {"kind": "zi-lain"},
    "another version": {"v": 2},
    "demo that is neither": {"demo": "mungkin"},
    "evidence that is none": {"evidence": 7},
    "evidence of numbers": {"evidence": [7]},
    "evidence without digests": {"evidence": [{"name": "SK.pdf"}]},
    "evidence of another state": {
        "evidence": [{"sha256": "a" * 64, "code": "A", "name": "n", "size": 1, "state": "lain"}]
    },
    "instrument that is none": {"instrument": []},
    "answers that are none": {"answers": 3},
    "an unknown item": {"answers": {"Z.9": {"choice": "A"}}},
    "an unknown column": {"column": "lain"},
    "score that is none": {"score": []},
    "a broken picture": {"agency": f.record()["agency"] | {"logo": "iVBORw0KGgoAAAANSUhEUgAA"}},
    "no satker": {"satker": None},
    "no texts": {"texts": []},
    "dates that are none": {"visit": {"from": "kemarin", "to": "", "place": ""}},
}


@pytest.mark.parametrize("kind", RECORDS)
def test_record_that_no_service_wrote_is_altered(kind):
    def exchange(writer):
        attached = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]["/EF"]["/F"]
        attached._data = encode(f.record() | RECORDS[kind])
        attached._encoded_data = None
        writer.update_container(attached)

    assert_altered(f.rewritten(f.prepared(f.record()), exchange))
