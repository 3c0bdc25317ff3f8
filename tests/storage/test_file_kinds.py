"""The kind of a file by its bytes, whatever its name says."""

import zipfile

import pytest
from evidence_makers import photo

from zi_desktop.storage.file_kinds import HEAD, kind_of, suffix_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", "application/octet-stream"), (b"\0\1\2", "application/octet-stream"), (b"\xff\xfeA\0", "application/octet-stream"),
        (b"%PDF-1.7\n", "application/pdf"), (b"\n%PDF-1.4", "application/pdf"), (b"MZ\x90\0", "application/x-msdownload"),
        (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF89a", "image/gif"), (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", "audio/wav"), (b"RIFF\0\0\0\0XXXX", "application/octet-stream"),
        (b"\0\0\0\x18ftypheic", "image/heic"), (b"\0\0\0\x18ftypisom", "video/mp4"), (b"\0\0\0\x14ftypqt  ", "video/quicktime"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"), (b"PK\x03\x04", "application/zip"),
        ("Berita acara — contoh".encode(), "text/plain"), (b"a" * (HEAD - 1) + "é".encode()[:1], "text/plain"),
        (b"a" * 10 + b"\xe9", "application/octet-stream"),
    ],
    ids=str,
)  # fmt: skip
def test_kind_by_first_bytes(head, kind):
    assert kind_of(head) == kind


def test_a_photo_is_one_under_any_name(tmp_path):
    assert kind_of(photo(tmp_path / "surat.pdf").read_bytes()) == "image/jpeg"


def test_an_office_document_is_told_by_what_its_archive_lists(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "x" * 9000)
        archive.writestr("word/document.xml", "x")
    data = path.read_bytes()
    assert kind_of(data[:HEAD], data[-1000:]) == WORD


@pytest.mark.parametrize(
    ("name", "kind", "suffix"),
    [
        ("foto.exe", "image/jpeg", ".jpg"), ("SK.pdf", "application/pdf", ".pdf"), ("x.docx", "application/x-msdownload", ".bin"),
        ("SK.XLS", "application/x-ole-storage", ".xls"), ("SK.exe", "application/x-ole-storage", ".doc"), ("x", WORD, ".docx"),
    ],
)  # fmt: skip
def test_a_copy_ends_as_its_content_is(name, kind, suffix):
    assert suffix_for(name, kind) == suffix
