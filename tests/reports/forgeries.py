"""Reports as signed by invented people, and every way known to tamper with them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from pathlib import Path

from asn1crypto import cms
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import MDPPerm
from report_records import sample_answers, sample_record, sample_score

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.reports.pdf import build
from zi_desktop.reports.reading import open_report
from zi_desktop.reports.signature import prepare, sign
from zi_desktop.reports.signature_container import make_container, reserved
from zi_desktop.reports.signature_fields import SignatureFacts, Slot, _StillWriter, slots, write_signature
from zi_desktop.trust.certificates import load_credential
from zi_desktop.trust.keys import new_identity
from zi_desktop.trust.registry import Person, Registry

NOW = datetime(2026, 11, 6, 10, 42, tzinfo=timezone(timedelta(hours=7)))
PASSPHRASE = "kata sandi contoh"
INSTRUMENT = load_instrument(
    (Path(__file__).parents[2] / "resources/instruments/permenpanrb-90-2021.json").read_bytes()
)
INSTRUMENTS = {INSTRUMENT.structure_digest: INSTRUMENT}.get


def record(count=2, **changes):
    """A record with one to three signers, the head of the team last."""
    people = sample_record(INSTRUMENT)["signers"]
    return sample_record(INSTRUMENT, **{"signers": people[3 - count : 3]} | changes)


@cache
def credential(name, nip=""):
    return load_credential(new_identity(name, nip, PASSPHRASE, NOW), PASSPHRASE, NOW)


def keys(data):
    return [credential(signer["name"], signer["nip"]) for signer in data["signers"]]


def registry(data, *, demo=False, **changes):
    persons = [
        Person(signer["person"], signer["name"], signer["nip"], (signer["role"],), (key.sha256,))
        for signer, key in zip(data["signers"], keys(data), strict=True)
    ]
    return Registry(1, demo=demo, persons=tuple(persons), **changes)


def prepared(data):
    return _prepared(encode(data))


@cache
def _prepared(spelled):
    data = decode(spelled)
    return prepare(build(data, INSTRUMENT), data["signers"])


def stages(data):
    """The report as prepared and after each signature of its signers, through the real service."""
    pdfs = [prepared(data)]
    for position, key in enumerate(keys(data)):
        at = NOW + timedelta(minutes=position)
        pdf = sign(pdfs[-1], key, position, at, instruments=INSTRUMENTS, reason="Kertas kerja", location="Palembang")
        pdfs.append(pdf)
    return pdfs


def signed(data):
    return stages(data)[-1]


@cache
def sample_stages(count):
    return stages(record(count))


def genuine(count=2):
    return sample_stages(count)[-1]


def half_signed():
    return sample_stages(2)[1]


def signed_anyway(pdf, slot, key, name=None):
    """A signature by our own writer without any of the checks that ``sign`` makes before."""
    room = reserved([key.certificate])
    facts = SignatureFacts(name or key.name, NOW)
    return write_signature(pdf, slot, facts, room, lambda digest: make_container(key, digest))


def all_signed_anyway(pdf, data):
    for slot, key in zip(slots(data["signers"]), keys(data), strict=True):
        pdf = signed_anyway(pdf, slot, key)
    return pdf


def updated(pdf, change: Callable[[IncrementalPdfFileWriter], None]):
    """The file with an incremental update that touches nothing else, not even the date of change."""
    writer = _StillWriter(BytesIO(pdf))
    change(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def rewritten(pdf, change: Callable[[IncrementalPdfFileWriter], None]):
    """The file written anew as a whole, as a converter does."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(updated(pdf, change))))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


# What is changed, as functions on a writer.


def overpaint(writer):
    box = writer.add_object(generic.StreamObject(stream_data=b"1 1 1 rg 380 380 60 12 re f"))
    writer.add_stream_to_page(0, box)


def leave(writer):
    """No change but a new revision."""
    writer.update_root()


def page(writer):
    return writer.find_page_for_modification(0)[0].get_object()


def rewrite_number(writer):
    content = page(writer)["/Contents"]
    assert b"TJ" in content.data or b"Tj" in content.data
    content._data = content.data.replace(b"Tj", b" 0 Tr Tj", 1)
    content._encoded_data = None
    writer.update_container(content)


def hidden_field(writer):
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): pdf_string("total"),
            pdf_name("/F"): generic.NumberObject(4),
            pdf_name("/DA"): pdf_string("/Helv 9 Tf 0 g"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (380, 380, 440, 392))),
        }
    )
    ref = writer.add_object(field)
    form = writer.root["/AcroForm"]
    form["/Fields"].append(ref)
    writer.update_container(form)
    writer.register_annotation(writer.find_page_for_modification(0)[0], ref)


def fill_hidden_field(writer):
    field = writer.root["/AcroForm"]["/Fields"][-1]
    field["/V"] = pdf_string("99,99")
    writer.update_container(field)


def text_annotation(writer):
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Contents"): pdf_string("99,99"),
            pdf_name("/DA"): pdf_string("/Helv 9 Tf 0 g"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (380, 380, 440, 392))),
        }
    )
    writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(note))


def other_attachment(writer):
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = names[1]["/EF"]["/F"]
    data = stream.data.replace(b'"total":"9', b'"total":"8')
    assert data != stream.data
    stream._data = data
    stream._encoded_data = None
    writer.update_container(stream)


def second_attachment(writer):
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    names.append(pdf_string("zz-lampiran.json"))
    names.append(names.raw_get(1))
    writer.update_container(names)


def script(writer):
    action = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
    )
    writer.root["/OpenAction"] = writer.add_object(action)
    writer.update_root()


def page_action(writer):
    action = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/URI"), pdf_name("/URI"): pdf_string("https://contoh.example")}
    )
    page(writer)["/AA"] = generic.DictionaryObject({pdf_name("/O"): action})
    writer.update_container(page(writer))


def layer(writer):
    group = writer.add_object(
        generic.DictionaryObject({pdf_name("/Type"): pdf_name("/OCG"), pdf_name("/Name"): pdf_string("Nilai")})
    )
    groups = generic.ArrayObject([group])
    shown = generic.DictionaryObject({pdf_name("/ON"): groups})
    writer.root["/OCProperties"] = generic.DictionaryObject({pdf_name("/OCGs"): groups, pdf_name("/D"): shown})
    writer.update_root()


def swapped_boxes(writer):
    first, second = writer.root["/AcroForm"]["/Fields"][0], writer.root["/AcroForm"]["/Fields"][1]
    first["/Rect"], second["/Rect"] = second["/Rect"], first["/Rect"]
    writer.update_container(first)
    writer.update_container(second)


def hidden_flag(writer):
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/F"] = generic.NumberObject(2)
    writer.update_container(field)


def loose_object(writer):
    writer.add_object(pdf_string("tidak dirujuk"))
    writer.update_root()


def other_title(writer):
    info = writer.trailer["/Info"]
    info["/Title"] = pdf_string("Judul lain")
    writer.update_container(info)


def other_view(writer):
    writer.root["/PageLabels"] = generic.DictionaryObject()
    writer.update_root()


def other_stamp(writer):
    appearance = writer.root["/AcroForm"]["/Fields"][0]["/AP"]["/N"]
    appearance._data = appearance.data + b" 1 0 0 rg 0 0 5 5 re f"
    appearance._encoded_data = None
    writer.update_container(appearance)


CHANGES = (
    overpaint, rewrite_number, hidden_field, text_annotation, other_attachment, second_attachment, script, page_action,
    layer, swapped_boxes, hidden_flag, loose_object, other_title, other_view, other_stamp,
)  # fmt: skip
"""What must be seen wherever it is done: before the signatures, between them, after them, or in a file written anew."""


# Signers who sign what they should not.


@dataclass(frozen=True)
class Uncertified(Slot):
    """A first signature that certifies nothing."""

    certifies = False


@dataclass(frozen=True)
class Lenient(Slot):
    """A last signature that locks nothing."""

    locks = False


@dataclass(frozen=True)
class Annotating(Slot):
    """A certification that lets others write remarks over the pages."""

    permission = MDPPerm.ANNOTATE


def changed_before_signing(change):
    data = record()
    return all_signed_anyway(updated(prepared(data), change), data)


def changed_between(change):
    data = record()
    first, second = slots(data["signers"])
    one, two = keys(data)
    return signed_anyway(updated(signed_anyway(prepared(data), first, one), change), second, two)


def filled_between():
    data = record()
    first, second = slots(data["signers"])
    one, two = keys(data)
    pdf = signed_anyway(updated(prepared(data), hidden_field), first, one)
    return signed_anyway(updated(pdf, fill_hidden_field), second, two)


def cut_off():
    return genuine()[: open_report(genuine()).marks[0].end]


def wrong_order():
    data = record()
    first, second = slots(data["signers"])
    one, two = keys(data)
    return signed_anyway(signed_anyway(prepared(data), second, two), first, one)


def second_only():
    data = record()
    _, second = slots(data["signers"])
    return signed_anyway(prepared(data), second, keys(data)[1])


def with_slots(*kinds):
    data = record()
    pdf = prepared(data)
    for kind, slot, key in zip(kinds, slots(data["signers"]), keys(data), strict=True):
        pdf = signed_anyway(pdf, kind(slot.index, slot.count, slot.role), key)
    return pdf


def another_name_on_the_stamp():
    data = record()
    first, second = slots(data["signers"])
    one, two = keys(data)
    return signed_anyway(signed_anyway(prepared(data), first, one, "Orang Lain"), second, two)


def better_score():
    """Printed, attached and signed: a total that the answers do not give."""
    data = record()
    score = data["score"] | {"total": "99.5"}
    return record(score=score)


def better_answers():
    """Other answers with the score that they give."""
    answers = sample_answers(INSTRUMENT) | {"A.I.1.i.a": {"choice": "Tidak"}}
    return record(answers=answers, score=sample_score(INSTRUMENT, answers))


def signed_by_strangers(data):
    pdf = prepared(data)
    for slot in slots(data["signers"]):
        pdf = signed_anyway(pdf, slot, credential(f"Orang Asing {slot.index}"))
    return pdf


# Below the PDF: the room of the last signature, which no signature covers.


def with_container(pdf, change: Callable[[bytes], bytes]):
    mark = open_report(pdf).marks[-1]
    start, end = mark.byte_range[1] + 1, mark.byte_range[2] - 1
    room = change(mark.contents)
    return pdf[:start] + room.hex().upper().encode().ljust(end - start, b"0") + pdf[end:]


def small_letters(pdf):
    mark = open_report(pdf).marks[-1]
    start, end = mark.byte_range[1] + 1, mark.byte_range[2] - 1
    return pdf[:start] + pdf[start:end].lower() + pdf[end:]


def unsigned_attribute(contents):
    content = cms.ContentInfo.load(contents).copy()
    attribute = cms.CMSAttribute({"type": cms.CMSAttributeType("signature_time_stamp_token"), "values": []})
    content["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([attribute])
    return content.dump(force=True)


def foreign_certificate(contents):
    content = cms.ContentInfo.load(contents).copy()
    der = credential("Orang Asing").certificate.public_bytes(Encoding.DER)
    content["content"]["certificates"].append(cms.CertificateChoices.load(der))
    return content.dump(force=True)


def padded(contents):
    return contents[:-1] + b"\1"


def of_another_document(contents):
    del contents
    return make_container(keys(record())[-1], hashlib.sha256(b"lain").digest())


def broken_signature(contents):
    content = cms.ContentInfo.load(contents).copy()
    info = content["content"]["signer_infos"][0]
    info["signature"] = info["signature"].native[:-1] + bytes([info["signature"].native[-1] ^ 1])
    return content.dump(force=True)


CONTAINERS = (broken_signature, unsigned_attribute, foreign_certificate, padded, of_another_document)
