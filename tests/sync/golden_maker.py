"""Makes golden bundles of the present format: ``PYTHONPATH=.:tests python tests/sync/golden_maker.py FOLDER``.

With ``acts`` behind the folder it adds the bundle of what takes effect on other lines to those that are there.

Those that exist never change and must be readable for ever; a later version of the format gets a folder of its own
beside ``golden/1``. The key that opens them (``hub.kunci``) was made for them and opens nothing else.
"""

import datetime as dt
import json
import sys
from pathlib import Path

from bundle_makers import EVALUATION, INSTALLATION, PERSON, SATKER, WALL, card_of, contents, file_in, stream
from event_makers import CHOICE, INDEX, RATIO, Stream, file_value

from zi_desktop.domain import aliases, cells, gaps, redactions
from zi_desktop.domain.events import Subject, head_digest
from zi_desktop.domain.fold import fold
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.bundle_writing import write_bundle
from zi_desktop.sync.hub_cards import hub_card_bytes, hub_fingerprint, make_hub_card
from zi_desktop.sync.manifests import BundleKind, Listed, NamedPerson, SubjectHead
from zi_desktop.sync.receipts import make_receipt, receipt_bytes
from zi_desktop.sync.segments import events_of, redacted_segment, sign_segment
from zi_desktop.trust.cards import bind_device, card_bytes, card_fingerprint
from zi_desktop.trust.certificates import load_credential
from zi_desktop.trust.device_keys import device_key_bytes, new_device_key, read_device_key
from zi_desktop.trust.keys import new_identity
from zi_desktop.trust.registry import Person, Registry, sign_registry

HUB = "5f0c3a52-0000-5000-8000-00000000000c"
PHOTO = b"\xff\xd8\xff\xe0 contoh foto, bukan gambar sungguhan"
REPORT = b"%PDF-1.7\n% contoh kertas kerja, bukan laporan sungguhan\n"
OTHER = "5f0c3a52-0000-5000-8000-00000000000d"
"""A second id of the satker."""
FAR = "f" * 64
"""Evidence that did not come along."""


def histories():
    """Return what two invented people wrote about one evaluation, unseen by each other."""
    ani, budi = Stream("ani"), Stream("budi", "person-budi")
    first = ani.answer(CHOICE, "Ya")
    mine = [
        ani.begin(), ani.answer(RATIO, "wajib_ditindaklanjuti=6,diproses=1,selesai=4"),
        ani.write("set", f"note/tpi/{CHOICE}", {"text": "Surat tugas ada; notula “rapat” belum é."}),
        ani.write("set", f"internal/{CHOICE}", {"text": "Hanya untuk tim."}),
        ani.write("add", f"evidence/{CHOICE}/{'0' * 64}", file_value("foto.jpg")),
        ani.write_critical("lusa.penting", "lusa/1", {"x": [1, "dua", None]}),
    ]  # fmt: skip
    theirs = [budi.answer(CHOICE, "Tidak"), budi.answer(INDEX, "3.4", kind="lusa")]
    return [first, *mine], theirs, stream(2, "c", SATKER, "name", "Satker Contoh")


def make(folder):
    """Write both bundles, the keys that the tests need, and what they must find."""
    ani, hub = new_device_key(), new_device_key()
    mine, theirs, satker = histories()
    budi = new_device_key()
    segments = [sign_segment(mine, ani), sign_segment(theirs, budi), sign_segment(satker, ani)]
    tips = {EVALUATION: [mine[-1], theirs[-1]], SATKER: [satker[-1]]}
    heads = {}
    for subject, last in tips.items():
        found = tuple(sorted((event.stream, event.seq, event.hash) for event in last))
        heads[subject.id] = SubjectHead(subject.kind, found, head_digest(found))
    fields = {
        "heads": heads, "evidence": file_in(folder / "isi", PHOTO), "listed": [Listed(FAR, 4711)],
        "reports": file_in(folder / "isi", REPORT), "cards": [card_of(budi, "Budi Misalnya")],
        "people": [NamedPerson("person-budi", "Budi Misalnya", "198001012005011001", "Auditor")],
    }  # fmt: skip
    home = [redacted_segment(each, lambda event: event.cell.startswith("internal/")) for each in segments]
    team = contents(ani, BundleKind.TEAM, segments, **fields)
    sent = contents(ani, BundleKind.HUB, home, **{**fields, "number": 2})
    written = {
        "tim.zib": write_bundle(folder / "tim.zib", team, ani, recipients=[], plain=True),
        "hub.zib": write_bundle(folder / "hub.zib", sent, ani, recipients=[hub.recipient]),
    }
    (folder / "hub.kunci").write_bytes(device_key_bytes(hub))
    card = bound_card(budi)
    (folder / "anggota.kartu").write_bytes(card_bytes(card))
    hub_card = make_hub_card(
        hub, hub=HUB, name="Inspektorat Umpama", generation=3, escrow=ani.recipient, made="2026-03-02"
    )
    (folder / "hub.kartu").write_bytes(hub_card_bytes(hub_card))
    (folder / "sidik.txt").write_text(f"{card_fingerprint(card)}\n{hub_fingerprint(hub_card)}\n", "ascii")
    receipt = make_receipt(
        hub, hub=HUB, generation=3, number=7, installation=INSTALLATION, evidence=[FAR], at=WALL,
        heads={subject: head.tips for subject, head in heads.items()}, bundles=[written["hub.zib"].sha256],
    )  # fmt: skip
    (folder / "tanda-terima.json").write_bytes(receipt_bytes(receipt))
    person = Person("person-budi", "Budi Misalnya", "", ("anggota",), (FAR,), (), (budi.device,))
    registry = Registry(4, demo=True, persons=(person,), structures=("a" * 64,), made="2026-03-02", hubs=(HUB,))
    (folder / "registri.json").write_bytes(sign_registry(registry, ani))
    for each in (folder / "isi").iterdir():
        each.unlink()
    (folder / "isi").rmdir()
    found = {name: {"sha256": each.sha256, **told(folder / name, folder)} for name, each in written.items()}
    (folder / "isi.json").write_text(json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def acts():
    """Return what two invented people wrote of which something took effect on other lines: by subject."""
    ani, budi = Stream("ani-2"), Stream("budi-2", "person-budi")
    note = f"note/tpi/{CHOICE}"
    first = ani.begin()
    secret = ani.write("set", note, {"text": "Nomor rekening 4711 tidak boleh tertulis."})
    late = ani.answer(CHOICE, "Ya")
    lost = [budi.answer(INDEX, "2.75"), budi.answer(INDEX, "3"), budi.answer(INDEX, "3.4")]
    taken = ani.write(redactions.KIND, cells.redaction(secret.hash), redactions.act_value(secret, "data pribadi"))
    mine = [first, redactions.without_content(secret), late, taken]
    office = Stream("kantor", subject=Subject("office", OFFICE_ID))
    gap = gaps.Gap(EVALUATION, budi.name, 3, lost[1].hash)
    said = [
        office.write(
            aliases.KIND, aliases.cell_of(aliases.SATKER, OTHER), {"same": SATKER.id, "reason": "satu satker, dua kode"}
        ),
        office.write(
            aliases.KIND, aliases.cell_of(aliases.PERSON, OTHER), {"same": SATKER.id, "reason": "orang yang sama"}
        ),
        office.write(gaps.KIND, gaps.cell_of(gap), gaps.act_value(gap, "laptop rusak")),
    ]
    back = office.write("retract", aliases.cell_of(aliases.PERSON, OTHER), {"retracts": [said[1].hash]})
    return {"mine": mine, "early": lost[:1], "late": lost[2:], "office": [*said, back]}


def make_acts(folder):
    """Write a bundle with an alias, one taken back, a line without its content, a gap and who called it gone."""
    ani, budi, written = new_device_key(), new_device_key(), acts()
    segments = [
        sign_segment(written["mine"], ani), sign_segment(written["early"], budi), sign_segment(written["late"], budi),
        sign_segment(written["office"], ani),
    ]  # fmt: skip
    heads = {}
    for names in (("mine", "early", "late"), ("office",)):
        folded = fold(event for name in names for event in written[name])
        subject = written[names[0]][0].subject
        heads[subject.id] = SubjectHead(subject.kind, folded.tips, folded.head)
    fields = {"heads": heads, "cards": [card_of(budi, "Budi Misalnya")], "evidence": {}, "listed": [], "number": 3}
    made = write_bundle(
        folder / "tindakan.zib", contents(ani, BundleKind.TEAM, segments, **fields), ani, recipients=[], plain=True
    )
    found = {"sha256": made.sha256, **told_acts(folder / "tindakan.zib", folder)}
    (folder / "tindakan.json").write_text(
        json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8"
    )


def told_acts(path, folder):
    """Return everything that the bundle of acts holds and what the acts do, as JSON."""
    staging = folder / "masuk"
    bundle = open_bundle(path, staging, identities=[])
    staging.rmdir()
    lines = [event for segment in bundle.segments for event in events_of(segment)]
    evaluation = fold(line for line in lines if line.subject == EVALUATION)
    office = fold(line for line in lines if line.subject.id == OFFICE_ID)
    known = {line.hash: line for line in lines if line.subject == EVALUATION}
    return {
        **_told(bundle),
        "aliases": {id_: list(group) for id_, group in aliases.aliases_of(office).groups.items()},
        "emptied": {hash_: [act.hash for act in acts] for hash_, acts in redactions.redacted_by(known).items()},
        "gaps": [[gap.stream, gap.before, gap.previous] for gap in evaluation.gaps],
        "gone": [[gaps.gap_of(act).previous, act.value["reason"]] for act in gaps.acts(office.events)],
    }


def bound_card(key):
    """Return a card that the own certificate of an invented person stands behind."""
    now = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    own = load_credential(new_identity("Budi Misalnya", "", "x", now), "x", now)
    return card_of(
        key, "Budi Misalnya", certificates=[own.sha256], binding=bind_device(own, PERSON, key.device, key.recipient)
    )


def told(path, folder):
    """Return everything that a bundle holds, as JSON."""
    staging = folder / "masuk"
    key = read_device_key((folder / "hub.kunci").read_bytes())
    try:
        return _told(open_bundle(path, staging, identities=[key.identity]))
    finally:
        for each in staging.iterdir():
            each.unlink()
        staging.rmdir()


def _told(found):
    manifest = found.manifest
    segments = sorted(found.segments, key=lambda each: each.last_hash)
    read = {(each.subject.id, each.stream, each.first): events_of(each) for each in segments}
    evaluation = fold(event for (subject, *_), each in read.items() if subject == EVALUATION.id for event in each)
    return {
        "manifest": [
            manifest.kind, manifest.bundle, manifest.made, manifest.installation, manifest.device, manifest.number,
        ],
        "card": [found.card.person, found.card.name, found.card.device, found.card.recipient, found.card.made],
        "cards": [[card.name, card.device] for card in found.cards],
        "people": [[each.id, each.name, each.nip, each.position] for each in manifest.people],
        "segments": [
            [each.subject.kind, each.subject.id, each.stream, each.first, each.last, each.last_hash, each.device]
            for each in segments
        ],
        "heads": {subject: head.head for subject, head in manifest.heads.items()},
        "evidence": [[each.sha256, each.size, each.included] for each in manifest.evidence],
        "files": {sha256: file.read_bytes().hex() for sha256, file in {**found.evidence, **found.reports}.items()},
        "head": evaluation.head,
        "redacted": [event.seq for each in read.values() for event in each if event.redacted],
        "critical": list(evaluation.unknown_criticals),
        "values": {name: sorted(repr(head.value) for head in cell.heads) for name, cell in evaluation.cells.items()},
        "conflicts": sorted(name for name, cell in evaluation.cells.items() if cell.conflicted),
    }  # fmt: skip


if __name__ == "__main__":
    (make_acts if sys.argv[2:] == ["acts"] else make)(Path(sys.argv[1]))
