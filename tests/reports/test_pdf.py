import base64
import datetime as dt
import hashlib
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms
from report_records import sample_record

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import ReportError
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.paths import instruments
from zi_desktop.reports.icc import srgb_profile
from zi_desktop.reports.pdf import build, template_id
from zi_desktop.reports.stamp import stamp

INSTRUMENT = load_instrument((instruments() / "permenpanrb-90-2021.json").read_bytes())
MARKUP = "<img src=/etc/passwd> &amp; <b>tebal</b> ]]>"
MARKED = 0.012
"""Part of a page in the grey of a mark: twice as much where one stands, half as much of edges where none does."""
OTHER_PROCESS = """
import hashlib
from report_records import sample_record
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.paths import instruments
from zi_desktop.reports.pdf import build
instrument = load_instrument((instruments() / "permenpanrb-90-2021.json").read_bytes())
print(hashlib.sha256(build(sample_record(instrument), instrument).pdf).hexdigest())
"""


@pytest.fixture(scope="module")
def report():
    return build(sample_record(INSTRUMENT), INSTRUMENT)


def run(*command, data):
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return done.stdout.decode()


def text_of(pdf, *options):
    return run("pdftotext", "-layout", *options, "-", "-", data=pdf)


def pages_of(pdf):
    return text_of(pdf).split("\f")[:-1]


def share_of_mark(pdf, folder):
    """Return which part of each page shows the grey of a mark, as a reader sees it."""
    run("pdftoppm", "-r", "30", "-gray", "-", folder / "halaman", data=pdf)
    pages = [Image.open(page).tobytes() for page in sorted(folder.glob("halaman*"))]
    return [sum(228 <= pixel <= 235 for pixel in page) / len(page) for page in pages]


def with_note(text, **changes):
    return sample_record(INSTRUMENT, notes={"A.I.1.i.a": [{"author": "Siti", "text": text}]}, **changes)


def test_the_same_record_gives_the_same_bytes_in_every_process(report):
    digests = {
        subprocess.run(
            [sys.executable, "-c", OTHER_PROCESS],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout.decode().strip()
        for seed, epoch in (("1", ""), ("2", "1700000000"))
    }  # fmt: skip
    assert digests == {hashlib.sha256(report.pdf).hexdigest()}


def test_other_programs_find_nothing_wrong_with_the_file(report, tmp_path):
    file = tmp_path / "laporan.pdf"
    file.write_bytes(report.pdf)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, check=True)
    assert b"No syntax or stream encoding errors" in checked.stdout
    assert not checked.stderr


def test_only_the_embedded_face_is_in_the_file(report):
    lines = run("pdffonts", "-", data=report.pdf).splitlines()[2:]
    assert {line.split()[0].partition("+")[2] for line in lines} == {"SourceSansPro-Regular", "SourceSansPro-Semibold"}
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)
    for font in (b"Helvetica", b"Times", b"ZapfDingbats", b"Courier"):
        assert font not in run_qdf(report.pdf)


def run_qdf(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return b"".join(bytes(obj.unparse(resolved=True)) for obj in opened.objects)


def test_text_can_be_read_and_every_page_is_numbered(report):
    pages = pages_of(report.pdf)
    assert len(pages) == report.pages
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {report.pages}" in page
        assert "Revisi 1 · kepala jejak" in page
        assert "Lapas Kelas IIB Contohrejo" in page
    assert "KERTAS KERJA EVALUASI ZONA INTEGRITAS MENUJU WBK" in pages[0]
    assert "Bagus Contohardjo, S.H." in pages[0]


def test_tables_repeat_their_header_on_each_page(report):
    pages = [page for page in pages_of(report.pdf) if re.search(r"^ *A\.II?\.\d\.[iv]+\.\w ", page, re.MULTILINE)]
    assert len(pages) > 3
    assert all(re.search(r"Kode +Baris +Butir +Jawaban +Skor", page) for page in pages)


def test_the_record_is_attached_as_source_of_the_document(report):
    record = sample_record(INSTRUMENT)
    with pikepdf.open(io.BytesIO(report.pdf)) as pdf:
        assert list(pdf.attachments) == ["zi-report.json"]
        attached = pdf.attachments["zi-report.json"].get_file()
        assert attached.read_bytes() == canonical.encode(record)
        assert attached.mime_type == "application/json"
        assert attached.md5 == hashlib.md5(canonical.encode(record)).digest()
        (associated,) = pdf.Root.AF
        assert associated.AFRelationship == "/Source"
        assert associated.objgen == pdf.Root.Names.EmbeddedFiles.Names[1].objgen
    assert report.pdf.count(b"startxref") == 1


def test_a_draft_is_marked_on_every_page_and_carries_no_data(tmp_path):
    draft = build(sample_record(INSTRUMENT), INSTRUMENT, draft=True)
    assert all("DRAF · belum ditandatangani" in page for page in pages_of(draft.pdf))
    shares = share_of_mark(draft.pdf, tmp_path)
    assert len(shares) == draft.pages
    assert min(shares) > MARKED
    with pikepdf.open(io.BytesIO(draft.pdf)) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
    assert "(belum ditandatangani)" in pages_of(draft.pdf)[0]


def test_a_sample_is_marked_on_every_page_and_an_issued_paper_is_not(report, tmp_path):
    sample = build(sample_record(INSTRUMENT, demo=True), INSTRUMENT)
    assert all("CONTOH · bukan dokumen resmi" in page for page in pages_of(sample.pdf))
    assert min(share_of_mark(sample.pdf, tmp_path)) > MARKED
    issued = tmp_path / "issued"
    issued.mkdir()
    assert max(share_of_mark(report.pdf, issued)) < MARKED
    assert not re.search(r"\bDRAF\b|\bCONTOH\b|belum ditandatangani", text_of(report.pdf))


@pytest.mark.parametrize("signers", [1, 2, 3, 4, 6, 8])
def test_each_signer_has_an_own_box_inside_the_page_free_of_print(signers):
    record = sample_record(INSTRUMENT)
    record["signers"] = (record["signers"] * 2)[:signers]
    record["signers"][0] = record["signers"][0] | {"name": "Nama Contoh yang Panjang Sekali Tanpa Singkatan " * 3}
    report = build(record, INSTRUMENT)
    assert len(report.boxes) == signers
    for box in report.boxes:
        assert 0 <= box.page < report.pages
        assert 40 < box.x1 < box.x2 < 555
        assert 46 < box.y1 < box.y2 < 800
        assert box.x2 - box.x1 > 150
        assert box.y2 - box.y1 > 25
        assert not printed_in(report.pdf, box)
    places = [(box.page, -box.y1, box.x1) for box in report.boxes]
    assert places == sorted(places)
    assert not any(overlap(one, other) for one in report.boxes for other in report.boxes if one is not other)


def printed_in(pdf, box):
    height = 841.89
    area = {"-x": box.x1, "-y": height - box.y2, "-W": box.x2 - box.x1, "-H": box.y2 - box.y1}
    options = [part for key, value in area.items() for part in (key, str(round(value)))]
    page = str(box.page + 1)
    return text_of(pdf, "-f", page, "-l", page, "-r", "72", *options).strip()


def overlap(one, other):
    apart = one.x2 <= other.x1 or other.x2 <= one.x1 or one.y2 <= other.y1 or other.y2 <= one.y1
    return one.page == other.page and not apart


def test_the_measured_box_really_is_where_that_signer_stands(report):
    names = ["Bagus Contohardjo", "Siti Misalwati", "Rini Umpamasari", "Ahmad Andaikan"]
    for box, name in zip(report.boxes, names, strict=True):
        around = type(box)(box.page, box.x1, box.y1 - 30, box.x2, box.y2 + 14)
        assert name in printed_in(report.pdf, around)


def test_markup_in_any_field_is_printed_as_it_stands():
    sample = sample_record(INSTRUMENT, texts={"A": "Pengungkit", "A.I.1.i.a": "Butir"})
    record = marked(sample, MARKUP) | {"score": sample["score"]}
    pdf = build(record, INSTRUMENT).pdf
    text = re.sub(r"\s+", "", text_of(pdf))
    assert text.count("<imgsrc=/etc/passwd>") > 40
    assert "&amp;<b>tebal</b>]]>" in text
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert not any(
            "/Image" in str(obj.get("/Subtype", "")) for obj in opened.objects if isinstance(obj, pikepdf.Stream)
        )
        assert MARKUP in str(opened.docinfo["/Author"])


FREE_TEXTS = {"name", "nip", "position", "place", "number", "letterhead", "note", "title", "text", "author", "message",
              "reason", "kanwil", "eselon1", "agency", "word", "sumber", "A", "A.I.1.i.a", "edition"}  # fmt: skip


def marked(value, suffix, key=""):
    if isinstance(value, dict):
        return {name: marked(each, suffix, name) for name, each in value.items()}
    if isinstance(value, list):
        return [marked(each, suffix, key) for each in value]
    return f"{value} {suffix}" if key in FREE_TEXTS and isinstance(value, str) else value


def test_characters_that_the_face_lacks_show_as_plain_boxes():
    text = text_of(build(with_note("awal مرحبا 😀 漢字 \u202eakhir"), INSTRUMENT).pdf)
    assert re.search(r"awal ☐☐☐☐☐ ☐ ☐☐ ☐akhir", text)


@pytest.mark.parametrize(
    "note",
    ["kata panjang sekali " * 5000, "W" * 100_000, "a\n" * 2000, "م" * 100_000, " " * 100_000],
    ids=["words", "one word", "lines", "arabic", "spaces"],
)
def test_a_note_of_any_length_goes_on_over_pages(note):
    report = build(with_note(note), INSTRUMENT)
    text = text_of(report.pdf)
    shown = "".join(note.split()).replace("م", "☐")
    assert sum(text.count(each) for each in set(shown)) >= len(shown)
    assert "Asal data dan redaksi" in text


def test_nothing_of_a_long_note_runs_over_the_edge():
    report = build(with_note("W" * 20_000), INSTRUMENT)
    page = "3"
    right = text_of(report.pdf, "-f", page, "-l", page, "-r", "72", "-x", "549", "-y", "0", "-W", "46", "-H", "842")
    assert not right.strip()


@pytest.mark.parametrize("field", ["satker.name", "agency.word", "issued.number", "texts.A.I.1", "agency.letterhead"])
def test_a_field_of_absurd_length_still_makes_a_paper(field):
    part, _, key = field.partition(".")
    record = sample_record(INSTRUMENT)
    record[part][key] = ["W" * 10_000] if key == "letterhead" else "W" * 10_000
    assert "Asal data dan redaksi" in text_of(build(record, INSTRUMENT).pdf)


def test_xmp_says_what_info_says(report):
    with pikepdf.open(io.BytesIO(report.pdf)) as pdf:
        info, xmp = pdf.docinfo, pdf.Root.Metadata.read_bytes()
        language = str(pdf.Root.Lang)
    root = ET.fromstring(xmp)
    said = {element.tag.rpartition("}")[2]: "".join(element.itertext()).strip() for element in root.iter()}
    assert said["title"] == str(info["/Title"])
    assert said["creator"] == str(info["/Author"])
    assert said["description"] == str(info["/Subject"])
    assert said["Producer"] == str(info["/Producer"])
    assert said["CreatorTool"] == str(info["/Creator"]) == "ZI Desktop"
    made = dt.datetime.fromisoformat(said["CreateDate"])
    assert made.isoformat() == "2026-11-06T10:42:00+07:00"
    assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20261106104200+07'00'"
    assert language == "id-ID"


def test_the_colour_profile_is_srgb(report):
    with pikepdf.open(io.BytesIO(report.pdf)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == srgb_profile()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    reference = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    colours = Image.new("RGB", (4, 1))
    colours.putdata([(255, 0, 0), (12, 200, 77), (128, 128, 128), (250, 250, 1)])
    shown = ImageCms.profileToProfile(colours, profile, reference)
    for one, other in zip(shown.tobytes(), colours.tobytes(), strict=True):
        assert abs(one - other) <= 1


def picture(size, form="PNG"):
    target = io.BytesIO()
    Image.new("RGBA" if form == "PNG" else "RGB", size, (20, 60, 120)).save(target, form)
    return target.getvalue()


def with_logo(data):
    record = sample_record(INSTRUMENT)
    record["agency"]["logo"] = base64.b64encode(data).decode()
    return record


def test_a_logo_stands_on_the_first_page_only():
    with pikepdf.open(io.BytesIO(build(with_logo(picture((60, 70))), INSTRUMENT).pdf)) as pdf:
        assert [len(page.get_images()) for page in pdf.pages][:2] == [1, 0]


@pytest.mark.parametrize(
    "data",
    [
        picture((2001, 10)),
        picture((60, 70), "JPEG"),
        picture((60, 70))[:-30],
        b"%!PS-Adobe-3.0 EPSF",
        b"\x89PNG\r\n\x1a\n",
        bytes(600_000),
    ],
    ids=["huge", "jpeg", "cut off", "postscript", "header only", "large"],
)
def test_a_logo_that_is_none_is_refused_in_a_sentence(data):
    with pytest.raises(ReportError, match=r"Logo instansi .* Isi penilaian tidak berubah"):
        build(with_logo(data), INSTRUMENT)


def test_the_template_names_builder_and_library():
    assert re.fullmatch(r"kertas-kerja-1/reportlab-5\.1\.\d+", template_id())


def test_a_stamp_is_one_small_page_in_the_embedded_face():
    lines = ["Ditandatangani secara elektronik", "Rini Umpamasari, S.H., M.H.", "6 November 2026 10.42 WIB"]
    pdf = stamp(228, 34, lines)
    assert pdf == stamp(228, 34, lines)
    assert [line.strip() for line in text_of(pdf).strip().splitlines()] == lines
    assert "SourceSansPro" in run("pdffonts", "-", data=pdf)
    assert b"Helvetica" not in run_qdf(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert [float(each) for each in opened.pages[0].MediaBox] == [0, 0, 228, 34]


def test_a_name_too_long_for_its_stamp_is_cut_with_an_ellipsis():
    assert "…" in text_of(stamp(120, 34, ["Ditandatangani", "Nama Contoh " * 20, "10.42"]))


def test_only_the_builder_and_the_stamp_load_reportlab():
    folder = Path(__file__).parents[2]
    program = "import sys, zi_desktop.reports.document; sys.exit('reportlab' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True)
