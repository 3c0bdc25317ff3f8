"""Makers of what travels: streams of lines, segments and whole bundles of plainly invented people."""

import hashlib
import io
import zipfile

from zi_desktop.domain import canonical
from zi_desktop.domain.events import GENESIS, Subject, head_digest, write_line
from zi_desktop.sync.bundle_reading import PURPOSE
from zi_desktop.sync.bundle_writing import BundleContents
from zi_desktop.sync.manifests import BundleKind, SubjectHead
from zi_desktop.sync.zip_writing import in_memory, zip_chunks
from zi_desktop.trust.cards import card_bytes, make_card

EVALUATION = Subject("evaluation", "5f0c3a52-0000-5000-8000-000000000001")
SATKER = Subject("satker", "5f0c3a52-0000-5000-8000-000000000002")
PERSON = "5f0c3a52-0000-5000-8000-00000000000a"
INSTALLATION = "5f0c3a52-0000-5000-8000-00000000000b"
WALL = "2026-03-02T09:15:00+07:00"


def stream(count, name="a", subject=EVALUATION, cell="note/tpi/A.I.1.i.a", text="Belum ada bukti."):
    """Return consecutive events of one stream."""
    made, previous = [], GENESIS
    for seq in range(1, count + 1):
        event = write_line(
            subject, (name * 32)[:32], seq, kind="set", cell=cell, value=f"{text} {seq}", edges=(), author=PERSON,
            wall=WALL, nonce=f"{seq:032x}", previous=previous,
        )  # fmt: skip
        made.append(event)
        previous = event.hash
    return made


def card_of(key, name="Rini Umpamasari", **more):
    """Return the card of an invented person on a device."""
    fields = {"person": PERSON, "nip": "", "roles": ["anggota"], "certificates": [], "made": "2026-03-02"}
    return make_card(key, name=name, **{**fields, **more})


def contents(key, kind=BundleKind.TEAM, segments=(), **more):
    """Return the contents of a bundle; heads are those of its segments."""
    tips = {}
    for segment in segments:
        tips.setdefault(segment.subject, []).append((segment.stream, segment.last, segment.last_hash))
    heads = {
        subject.id: SubjectHead(subject.kind, tuple(sorted(found)), head_digest(found))
        for subject, found in tips.items()
    }
    fields = {"installation": INSTALLATION, "number": 1, "made": WALL, "card": card_of(key), "heads": heads}
    return BundleContents(kind=kind, segments=segments, **{**fields, **more})


def file_in(folder, data):
    """Write a file under its digest; return {sha256: path}."""
    sha256 = hashlib.sha256(data).hexdigest()
    folder.mkdir(exist_ok=True)
    (folder / sha256).write_bytes(data)
    return {sha256: folder / sha256}


def zipped(parts):
    """Return the ZIP of (name, bytes), spelled as ours are."""
    packed = ("manifest.json", "cards/", "seg/")
    return b"".join(zip_chunks([in_memory(name, data, pack=name.startswith(packed)) for name, data in parts]))


def parts_of(data):
    """Return what a plain bundle holds, in its order: (name, bytes)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(each.filename, archive.read(each)) for each in archive.infolist()]


def forged(data, key, *, parts=None, manifest=None):
    """Return a plain bundle as a device signs it who signs whatever it likes.

    Args:
        data: a bundle.
        key: the device; it shows its own card unless ``manifest`` says otherwise.
        parts: what stands behind manifest and signature: (name, bytes); of the bundle where not given.
        manifest: fields to change; entries are those of the parts unless given.
    """
    whole = parts_of(data)
    rest = whole[3:] if parts is None else parts
    entries = {name: [hashlib.sha256(content).hexdigest(), len(content)] for name, content in rest}
    fields = {"device": key.device, "card": card_bytes(card_of(key)).decode(), "entries": entries}
    spelled = canonical.encode({**canonical.decode(whole[1][1]), **fields, **(manifest or {})})
    return zipped([whole[0], ("manifest.json", spelled), ("manifest.sig", signature_of(key, spelled)), *rest])


def signature_of(key, manifest):
    """Return the entry by which a device signs a manifest."""
    return f"{key.device}\n{key.sign(PURPOSE + manifest).hex()}".encode()
