"""Bundles: written whole or not at all, opened only by whom they are for, and byte for byte what was put in."""

import errno
import hashlib
import os
import zipfile

import pytest
from bundle_makers import EVALUATION, INSTALLATION, PERSON, SATKER, WALL, card_of, contents, file_in, stream

from zi_desktop.domain.errors import BundleRejected, FileReadError, FileWriteError, InvalidInputError
from zi_desktop.sync import bundle_writing, zip_reading
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.bundle_writing import write_bundle
from zi_desktop.sync.manifests import BundleKind, Listed, NamedPerson
from zi_desktop.sync.segments import events_of, redacted_segment, sign_segment, sign_segments
from zi_desktop.trust.device_keys import new_device_key

ANI, BUDI, CITRA = (new_device_key() for _ in range(3))
SEGMENTS = (sign_segment(stream(12), ANI), sign_segment(stream(3, "b", SATKER), BUDI))
SECRET = b"Foto yang tidak boleh terbaca orang lain. " * 5000


class BrokenOffError(Exception):
    """Raised by whoever breaks off."""


@pytest.fixture
def evidence(tmp_path):
    return file_in(tmp_path / "bukti", SECRET) | file_in(tmp_path / "bukti", b"")


@pytest.fixture
def full(tmp_path, evidence):
    """The contents of a bundle that has everything."""
    return contents(
        ANI,
        segments=SEGMENTS,
        cards=[card_of(BUDI, "Budi Misalnya"), card_of(ANI)],
        people=[NamedPerson(PERSON, "Rini Umpamasari", "", "Auditor")],
        evidence=evidence,
        listed=[Listed("e" * 64, 77), *(Listed(sha256, 1) for sha256 in evidence)],
        reports=file_in(tmp_path / "laporan", b"%PDF-1.7 contoh"),
    )


def opened(path, staging, *keys):
    return open_bundle(path, staging, identities=[key.identity for key in keys])


def leftovers(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


@pytest.mark.parametrize("plain", [True, False])
def test_what_is_put_in_comes_out(tmp_path, full, evidence, plain):
    written = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[] if plain else [BUDI.recipient], plain=plain)
    assert hashlib.sha256(written.path.read_bytes()).hexdigest() == written.sha256
    assert written.path.stat().st_size == written.size
    found = opened(written.path, tmp_path / "masuk", BUDI)
    assert found.manifest == written.manifest
    assert found.card == full.card
    assert set(found.segments) == set(SEGMENTS)
    assert {sha256: path.read_bytes() for sha256, path in found.evidence.items()} == {
        sha256: path.read_bytes() for sha256, path in evidence.items()
    }
    assert [path.read_bytes() for path in found.reports.values()] == [b"%PDF-1.7 contoh"]
    assert [card.device for card in found.cards] == [BUDI.device]
    assert leftovers(tmp_path) == ["a.zib"]


def test_the_manifest_says_what_there_is_and_what_is_not(tmp_path, full, evidence):
    manifest = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[BUDI.recipient, BUDI.recipient]).manifest
    assert (manifest.kind, manifest.device, manifest.number, manifest.made) == (BundleKind.TEAM, ANI.device, 1, WALL)
    assert manifest.installation == INSTALLATION
    assert manifest.recipients == tuple(sorted([ANI.recipient, BUDI.recipient]))
    assert {each.sha256: (each.size, each.included) for each in manifest.evidence} == {
        "e" * 64: (77, False),
        **{sha256: (path.stat().st_size, True) for sha256, path in evidence.items()},
    }
    assert manifest.heads[EVALUATION.id].tips == (("a" * 32, 12, SEGMENTS[0].last_hash),)
    assert manifest.people[0].name == "Rini Umpamasari"


def test_two_exports_of_the_same_are_two_bundles(tmp_path, full):
    one = write_bundle(tmp_path / "1.zib", full, ANI, recipients=[], plain=True)
    two = write_bundle(tmp_path / "2.zib", full, ANI, recipients=[], plain=True)
    assert one.manifest.bundle != two.manifest.bundle


def test_a_plain_bundle_is_a_zip_that_any_program_reads(tmp_path, full, evidence):
    written = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], plain=True)
    with zipfile.ZipFile(written.path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[:3] == ["mimetype", "manifest.json", "manifest.sig"]
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert {archive.read(f"evidence/{sha256[:2]}/{sha256}") for sha256 in evidence} == {SECRET, b""}
    assert written.path.read_bytes().startswith(b"PK\x03\x04")
    assert b"mimetypeapplication/vnd.zi.bundle+zip" in written.path.read_bytes()[:100]


def test_events_come_before_evidence(tmp_path, full):
    written = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], plain=True)
    with zipfile.ZipFile(written.path) as archive:
        parts = [name.partition("/")[0] for name in archive.namelist()[3:]]
    assert parts == ["cards", "seg", "seg", "evidence", "evidence", "reports"]


def test_what_is_encrypted_shows_nothing_and_opens_only_for_its_recipients(tmp_path, full):
    path = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[BUDI.recipient]).path
    data = path.read_bytes()
    for word in (b"Foto", b"Belum ada bukti", b"Rini", b"PK\x03\x04", EVALUATION.id.encode()):
        assert word not in data
    assert opened(path, tmp_path / "1", ANI).manifest == opened(path, tmp_path / "2", CITRA, BUDI).manifest
    for strangers in ([CITRA], []):
        with pytest.raises(BundleRejected, match="tidak disandikan untuk perangkat ini"):
            opened(path, tmp_path / "3", *strangers)


def test_nothing_in_clear_is_left_in_the_staging_folder(tmp_path, full, evidence):
    path = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[]).path
    found = opened(path, tmp_path / "masuk", ANI)
    assert leftovers(tmp_path / "masuk") == sorted([*evidence, *(f"{sha256}.pdf" for sha256 in found.reports)])


def test_a_report_that_is_evidence_too_comes_out_twice(tmp_path):
    file = file_in(tmp_path / "laporan", b"%PDF-1.7 contoh")
    path = write_bundle(tmp_path / "a.zib", contents(ANI, evidence=file, reports=file), ANI, recipients=[]).path
    found = opened(path, tmp_path / "masuk", ANI)
    [evidence], [report] = found.evidence.values(), found.reports.values()
    evidence.unlink()
    assert report.read_bytes() == b"%PDF-1.7 contoh"


def test_what_is_longer_or_larger_than_usual_still_travels(tmp_path):
    """A name that nobody bears, and a film that was recorded without copying it."""
    long = NamedPerson(PERSON, "Rini " * 100, "", "Auditor " * 100)
    film = Listed("e" * 64, 2**40)
    what = contents(ANI, people=[long], listed=[film], card=card_of(ANI, "Rini " * 100))
    found = opened(write_bundle(tmp_path / "a.zib", what, ANI, recipients=[]).path, tmp_path / "masuk", ANI)
    assert found.manifest.people[0].name == ("Rini " * 100)[:200] == found.card.name
    assert found.manifest.evidence == (Listed("e" * 64, 2**40, included=False),)


def test_a_hub_bundle_keeps_internal_notes_at_home(tmp_path):
    made = stream(5, cell="internal/A.I.1.i.a", text="Hanya untuk tim.")
    home = redacted_segment(sign_segment(made, ANI), lambda event: event.cell.startswith("internal/"))
    path = write_bundle(tmp_path / "a.zib", contents(ANI, BundleKind.HUB, [home]), ANI, recipients=[], plain=True).path
    [found] = opened(path, tmp_path / "masuk").segments
    assert found == home
    assert [event.hash for event in events_of(found)] == [event.hash for event in made]
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if b"Hanya untuk tim" in archive.read(name)]


def test_what_two_devices_say_of_one_stretch_and_both_branches_of_a_fork_travel(tmp_path):
    made, other = stream(4), stream(4, text="Cabang lain.")
    segments = [sign_segment(made, ANI), sign_segment(made, BUDI), sign_segment(other, ANI)]
    path = write_bundle(tmp_path / "a.zib", contents(ANI, segments=segments), ANI, recipients=[]).path
    assert set(opened(path, tmp_path / "masuk", ANI).segments) == set(segments)


def test_a_note_that_packs_unbelievably_well_still_travels(tmp_path):
    segments = [*sign_segments(stream(50, text="x" * 90_000), ANI)]
    path = write_bundle(tmp_path / "a.zib", contents(ANI, segments=segments), ANI, recipients=[], plain=True).path
    assert set(opened(path, tmp_path / "masuk").segments) == set(segments)
    with zipfile.ZipFile(path) as archive:
        kinds = {each.compress_type for each in archive.infolist() if each.filename.startswith("seg/")}
    assert kinds == {zipfile.ZIP_STORED}, "what packs more than a reader believes is stored as it is"


def test_a_bundle_takes_the_place_of_one_of_its_name_only_when_it_is_whole(tmp_path, full):
    path = tmp_path / "a.zib"
    first = write_bundle(path, full, ANI, recipients=[])
    second = write_bundle(path, full, ANI, recipients=[])
    assert first.sha256 != second.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert leftovers(tmp_path) == ["a.zib"]


def test_progress_rises_to_the_end(tmp_path, full):
    told = []
    write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {total for _, total in told} == {told[-1][0]}
    told.clear()
    open_bundle(
        tmp_path / "a.zib",
        tmp_path / "masuk",
        identities=[ANI.identity],
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] > len(SECRET)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_who_breaks_off_leaves_what_was_there(tmp_path, full, share):
    (tmp_path / "a.zib").write_bytes(b"lama")

    def broken(done, total):
        if done > share * total:
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], progress=broken)
    assert (tmp_path / "a.zib").read_bytes() == b"lama"
    assert leftovers(tmp_path) == ["a.zib"]


@pytest.mark.parametrize("plain", [True, False])
def test_a_medium_that_keeps_something_else_is_found_out(tmp_path, full, plain):
    (tmp_path / "a.zib").write_bytes(b"lama")

    def spoil(done, total):
        parts = [*tmp_path.glob("*.part")]
        if parts and done > 0.7 * total:
            with parts[0].open("rb+") as file:
                file.seek(-1000, os.SEEK_END)
                file.write(b"rusak")

    with pytest.raises(FileWriteError, match="tidak terbaca sama"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], plain=plain, progress=spoil)
    assert (tmp_path / "a.zib").read_bytes() == b"lama"
    assert leftovers(tmp_path) == ["a.zib"]


def test_a_medium_that_gives_back_another_bundle_is_found_out(tmp_path, full):
    other = write_bundle(tmp_path / "lain.zib", full, ANI, recipients=[], plain=True).path.read_bytes()

    def exchange(done, total):
        if done > 0.5 * total:
            for part in tmp_path.glob("*.part"):
                part.write_bytes(other)

    with pytest.raises(FileWriteError, match="tidak terbaca sama"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], plain=True, progress=exchange)
    assert leftovers(tmp_path) == ["lain.zib"]


def test_a_full_medium_is_told_in_a_sentence(tmp_path, full, monkeypatch):
    def full_disk(_descriptor):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(FileWriteError, match="ruang penyimpanan penuh"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[])
    assert leftovers(tmp_path) == []


def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path, full):
    with pytest.raises(FileWriteError, match="tidak ditemukan"):
        write_bundle(tmp_path / "tidak ada" / "a.zib", full, ANI, recipients=[])


def test_evidence_that_is_missing_or_altered_is_not_sent(tmp_path, full, evidence):
    [sha256] = [sha256 for sha256, path in evidence.items() if path.stat().st_size]
    evidence[sha256].write_bytes(SECRET[:-1] + b"!")
    with pytest.raises(FileReadError, match="isinya tidak sama dengan sidiknya"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[])
    evidence[sha256].unlink()
    with pytest.raises(FileReadError, match="tidak ditemukan"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[])
    assert leftovers(tmp_path) == []


def test_evidence_that_changes_while_it_is_written_is_not_sent(tmp_path, full, evidence):
    [file] = [path for path in evidence.values() if path.stat().st_size]

    def change(_done, _total):
        if [*tmp_path.glob("*.part")]:
            file.write_bytes(SECRET[:-1] + b"!")

    with pytest.raises(FileReadError, match="berubah selagi dibaca"):
        write_bundle(tmp_path / "a.zib", with_two_parts(full, tmp_path), ANI, recipients=[], progress=change)
    assert leftovers(tmp_path) == []


def with_two_parts(full, folder):
    """Return contents whose first file is written before the one that changes."""
    from dataclasses import replace

    first = next(data for n in range(1000) if hashlib.sha256(data := b"%d" % n).hexdigest() < min(full.evidence))
    return replace(full, evidence=file_in(folder / "bukti", first) | dict(full.evidence))


def test_too_many_recipients_are_refused(tmp_path, full):
    with pytest.raises(InvalidInputError, match="Penerima paket paling banyak 500"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[new_device_key().recipient for _ in range(501)])
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        ("LARGEST", 1_100_000),
        ("MOST_ENTRIES", 5),
        ("MOST_SEGMENTS", 4_194_310),
        ("MOST_LINES", 14),
        ("LARGEST_MANIFEST", 100),
    ],
)
def test_what_no_reader_would_take_is_not_written(tmp_path, full, monkeypatch, limit, most):
    monkeypatch.setattr(bundle_writing, limit, most)
    with pytest.raises(InvalidInputError, match="melebihi satu paket"):
        write_bundle(tmp_path / "a.zib", full, ANI, recipients=[])
    assert leftovers(tmp_path) == []


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path):
    for path in (tmp_path / "tidak ada.zib", tmp_path):
        with pytest.raises(FileReadError, match="Tidak ada yang diubah"):
            open_bundle(path, tmp_path / "masuk", identities=[])


def test_a_medium_that_fails_while_read_is_no_altered_bundle(tmp_path, full, monkeypatch):
    path = write_bundle(tmp_path / "a.zib", full, ANI, recipients=[], plain=True).path

    def pulled(_file, _placed):
        raise OSError(errno.EIO, "gone")
        yield

    monkeypatch.setattr(zip_reading, "_raw", pulled)
    with pytest.raises(FileReadError, match="media penyimpanan gagal"):
        open_bundle(path, tmp_path / "masuk", identities=[])
