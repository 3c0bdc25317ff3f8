"""What is missing, changed or left over; the clean-up that lists first; what is pointed out; what a report lists."""

import pytest
from builders import CHOICE, RATIO, begin, open_services, write_list
from evidence_makers import text_file

from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.preconditions import place_of
from zi_desktop.services.checking import check
from zi_desktop.services.evidence.checking import check_evidence, find_listed
from zi_desktop.services.evidence.cleaning import clean_up, removable
from zi_desktop.services.evidence.findings import evidence_findings
from zi_desktop.services.evidence.intake import keep_bytes
from zi_desktop.services.evidence.places import whereabouts
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.reports.record import MOST_EVIDENCE
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.storage.evidence_files import AS_USUAL


@pytest.fixture
def begun(fresh, tmp_path):
    return fresh, begin(fresh, tmp_path)


def add(services, id_, tmp_path, text, place=CHOICE):
    services.evidence.add(id_, [text_file(tmp_path / f"{text}.txt", text)], place)
    return next(link for link in services.evidence.of(id_).links if link.file.name == f"{text}.txt")


def states(services, id_=None):
    return {file.name or file.sha256: file.state for file in check_evidence(services.workspace, id_)}


def test_missing_changed_and_orphaned_files_are_found(begun, tmp_path):
    services, id_ = begun
    store = services.evidence.store
    whole, gone, longer, other = (add(services, id_, tmp_path, name) for name in ("utuh", "hilang", "panjang", "beda"))
    store.path_of(gone.file.sha256).unlink()
    store.path_of(longer.file.sha256).write_bytes(b"panjang sekali")
    store.path_of(other.file.sha256).write_bytes(b"ebda")
    store.path_of("a" * 64).write_bytes(b"x")
    (store.folder / ".ab.part").write_bytes(b"x")
    assert states(services, id_) == {
        "utuh.txt": "whole", "hilang.txt": "missing", "panjang.txt": "changed", "beda.txt": "changed", "a" * 64: "orphan",
        ".ab.part": "orphan",
    }  # fmt: skip
    assert sorted(check(services.workspace)) == [
        "Data dukung beda.txt berubah sejak ditambahkan.",
        "Data dukung hilang.txt isinya tidak ada di ruang kerja ini.",
        "Data dukung panjang.txt berubah sejak ditambahkan.",
    ]
    assert whole.file.name in states(services)


def keep_at_item(services, id_, file):
    services.evidence.add(id_, [file], CHOICE)
    link = services.evidence.links(id_, CHOICE)[0]
    return lambda: services.evidence.retract(id_, link)


def keep_in_inbox(services, id_, file):
    services.evidence.add(id_, [file], INBOX)
    link = services.evidence.links(id_, INBOX)[0]
    return lambda: services.evidence.retract(id_, link)


def keep_at_precondition(services, id_, file):
    place = place_of(services.evaluations.open(id_).preconditions[0].id)
    services.evidence.add(id_, [file], place)
    link = services.evidence.links(id_, place)[0]
    return lambda: services.evidence.retract(id_, link)


def keep_for_follow_up(services, id_, file):
    ident = services.remarks.add(id_, RemarkEntry("x", "y", item=CHOICE))
    brought = keep_bytes(services.workspace.folder, [file], AS_USUAL)
    services.remarks.follow_up(id_, ident, "SK terbit", brought=brought)
    entry = services.remarks.of(id_).get(ident).follow_ups[0]
    return lambda: services.remarks.take_back(id_, ident, entry)


def keep_as_minutes(services, id_, file):
    services.visits.attach_minutes(id_, file)


KINDS = {
    keep_at_item: ("Data dukung", f"butir {CHOICE}, "),
    keep_in_inbox: ("Data dukung", "kotak masuk, "),
    keep_at_precondition: ("Data dukung", "prasyarat "),
    keep_for_follow_up: ("Bukti tindak lanjut", f"tindak lanjut catatan butir {CHOICE}, "),
    keep_as_minutes: ("Salinan berita acara", "salinan berita acara, "),
}


@pytest.mark.parametrize("keep", KINDS, ids=lambda keep: keep.__name__)
def test_every_kind_of_file_is_found_missing_changed_and_let_go(begun, tmp_path, keep):
    services, id_ = begun
    let_go = keep(services, id_, text_file(tmp_path / "SK.txt", "isi"))
    what, place = KINDS[keep]
    (found,) = check_evidence(services.workspace, id_)
    assert (found.name, found.size, found.state, found.fault) == ("SK.txt", 3, "whole", "")
    assert whereabouts(services.workspace)(*found.places[0]).startswith(place)
    path = services.evidence.store.path_of(found.sha256)
    path.write_bytes(b"asi")
    assert states(services, id_) == states(services) == {"SK.txt": "changed"}
    path.unlink()
    assert states(services, id_) == {"SK.txt": "missing"}
    assert list(check(services.workspace)) == [f"{what} SK.txt isinya tidak ada di ruang kerja ini."]
    path.write_bytes(b"isi")
    assert list(check(services.workspace)) == []
    assert removable(services.workspace) == ()
    if let_go:
        let_go()
        assert states(services, id_) == {found.sha256: "orphan"}
        (free,) = removable(services.workspace)
        assert (free.names, free.last.evaluation) == (("SK.txt",), id_)
        assert (free.last.place,) == tuple(place for _, place in found.places)


def test_a_file_that_a_follow_up_names_and_an_item_let_go_is_checked_still(begun, tmp_path):
    services, id_ = begun
    link = add(services, id_, tmp_path, "SK")
    ident = services.remarks.add(id_, RemarkEntry("x", "y"))
    services.remarks.follow_up(id_, ident, "SK terbit", files=[link.file.sha256])
    services.evidence.retract(id_, link)
    assert [file.name for file in services.remarks.files(id_, ident)] == ["SK.txt"]
    services.evidence.store.path_of(link.file.sha256).unlink()
    assert states(services, id_) == {"SK.txt": "missing"}


def test_a_file_that_two_follow_ups_name_stays_with_the_other(begun, tmp_path):
    services, id_ = begun
    ident = services.remarks.add(id_, RemarkEntry("x", "y"))
    brought = keep_bytes(services.workspace.folder, [text_file(tmp_path / "SK.txt")], AS_USUAL)
    for day in ("2026-05-01", "2026-05-02"):
        services.remarks.follow_up(id_, ident, "SK terbit", day=day, brought=brought)
    first, second = services.remarks.of(id_).get(ident).follow_ups
    services.remarks.take_back(id_, ident, first)
    assert removable(services.workspace) == ()
    assert [file.name for file in services.remarks.files(id_, ident)] == ["SK.txt"]
    services.remarks.take_back(id_, ident, second)
    assert [item.names for item in removable(services.workspace)] == [("SK.txt",)]
    assert list(services.remarks.files(id_, ident)) == []


def test_a_digest_of_which_nothing_is_known_is_missing(begun):
    services, id_ = begun
    ident = services.remarks.add(id_, RemarkEntry("x", "y"))
    services.remarks.follow_up(id_, ident, "SK terbit", files=["d" * 64])
    (found,) = check_evidence(services.workspace)
    assert (found.name, found.state) == ("", "missing")
    assert found.fault == "Bukti tindak lanjut dddddddddddd isinya tidak ada di ruang kerja ini."


def test_progress_is_told_in_bytes(begun, tmp_path):
    services, id_ = begun
    add(services, id_, tmp_path, "isi")
    told = []
    check_evidence(services.workspace, id_, lambda *step: told.append(step))
    assert told == [("Memeriksa data dukung", 3, 3)]


def test_a_clean_up_lists_what_goes_and_takes_only_that(begun, tmp_path):
    services, id_ = begun
    kept, dropped, back = (add(services, id_, tmp_path, name) for name in ("tetap", "lepas", "kembali"))
    services.evidence.retract(id_, dropped)
    services.evidence.retract(id_, back)
    (services.evidence.store.folder / ".ab.part").write_bytes(b"12345")
    listed = removable(services.workspace)
    assert [(item.names, item.size, item.why) for item in listed] == [
        ((), 5, "sisa penyalinan yang terputus"),
        (("kembali.txt",), 7, "sudah dilepas dari semua tempat"),
        (("lepas.txt",), 5, "sudah dilepas dari semua tempat"),
    ]
    add(services, id_, tmp_path, "kembali", RATIO)
    assert clean_up(services.workspace, listed) == 10
    assert services.evidence.store.sizes().keys() == {kept.file.sha256, back.file.sha256}
    assert clean_up(services.workspace, listed) == 0


def test_a_clean_up_tells_where_a_file_was_taken_away_last(begun, tmp_path):
    services, id_ = begun
    add(services, id_, tmp_path, "SK")
    link = add(services, id_, tmp_path, "SK", RATIO)
    for place in (RATIO, CHOICE):
        services.evidence.retract(id_, services.evidence.links(id_, place)[0])
    (found,) = removable(services.workspace)
    assert (found.last.evaluation, found.last.place) == (id_, CHOICE)
    at = services.workspace.evaluation(id_).state.folded.events[-1].wall
    assert found.last.at == at
    assert found.file == link.file.sha256


def test_a_clean_up_is_stopped_between_two_files(begun, tmp_path):
    services, id_ = begun
    for name in ("satu", "dua"):
        services.evidence.retract(id_, add(services, id_, tmp_path, name))
    told = []

    def tell(*step):
        told.append(step)
        if step[1] == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        clean_up(services.workspace, removable(services.workspace), tell)
    assert told == [("Membersihkan data dukung", 0, 2), ("Membersihkan data dukung", 1, 2)]
    assert len(services.evidence.store.sizes()) == 1


def test_a_check_tells_where_a_file_stands(begun, tmp_path):
    services, id_ = begun
    add(services, id_, tmp_path, "SK")
    add(services, id_, tmp_path, "SK", RATIO)
    (found,) = check_evidence(services.workspace)
    assert sorted(found.places) == sorted([(id_, CHOICE), (id_, RATIO)])


def test_bytes_that_nobody_ever_spoke_of_may_go(begun):
    services, _ = begun
    services.evidence.store.prepare()
    services.evidence.store.path_of("b" * 64).write_bytes(b"x")
    assert [item.why for item in removable(services.workspace)] == ["tidak pernah tercatat"]


def test_what_is_used_too_widely_again_or_elsewhere_is_pointed_out(fresh, tmp_path):
    fresh.satkers.import_list(write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas Contoh\nC-2,Rutan Misal\n"))
    now, before, other, same_year = (
        fresh.evaluations.create(code, year, round_=n)
        for code, year, n in (("C-1", 2026, 1), ("C-1", 2025, 1), ("C-2", 2026, 1), ("C-1", 2026, 2))
    )
    for id_ in (now, before, other, same_year):
        add(fresh, id_, tmp_path, "SK")
    link = add(fresh, now, tmp_path, "foto", INBOX)
    codes = list(fresh.evaluations.open(now).state.instrument.questions)
    fresh.evidence.assign(now, link, codes[:6])
    (link, *_) = (each for each in fresh.evidence.links(now, codes[0]) if each.file.name == "foto.txt")
    fresh.evidence.set_period(now, link, "2024-01-01", "2024-12-31")
    found = {item.kind: item for item in evidence_findings(fresh.workspace, now)}
    assert {kind: item.sentence for kind, item in found.items()} == {
        "many_items": "foto.txt dipakai untuk 6 butir, lebih dari 5.",
        "other_time": "foto.txt meliputi 2024-01-01 sampai 2024-12-31, di luar tahun 2026.",
        "last_year": "SK.txt sama dengan data dukung tahun 2025.",
        "other_satker": "SK.txt juga menjadi data dukung Rutan Misal tahun 2026.",
    }
    assert found["last_year"].places == (CHOICE,)
    assert evidence_findings(fresh.workspace, fresh.evaluations.create("C-2", 2025)) == ()


@pytest.fixture(scope="module")
def proven(tmp_path_factory, scored_original):
    """The scored sample with evidence, signed."""
    import shutil

    from builders import credential

    folder, id_ = tmp_path_factory.mktemp("bukti") / "ruang", scored_original[1]
    shutil.copytree(scored_original[0], folder)
    with open_services(folder) as services:
        link = add(services, id_, folder.parent, "SK")
        services.evidence.judge(id_, link, "sesuai")
        add(services, id_, folder.parent, "foto", RATIO)
        add(services, id_, folder.parent, "belum", INBOX)
        people, signer = services.settings.people(), services.evaluations.open(id_).state.plan.signers[0]
        key = credential(people[signer.person].name, people[signer.person].nip)
        report = services.signing.sign(id_, key, author=signer.person)
    return folder, id_, report.file


def test_a_report_lists_the_evidence_of_its_items(proven):
    folder, _, report = proven
    found = verify_file(report, workspace=folder)
    assert [(item["code"], item["name"], item["state"]) for item in found.record["evidence"]] == [
        (CHOICE, "SK.txt", "sesuai"), (RATIO, "foto.txt", "belum_dicek"),
    ]  # fmt: skip
    assert found.record["evidence_in_all"] == 2
    assert (found.evidence.present, found.evidence.mismatched) == (2, ())
    with open_services(folder) as services:
        assert list(check(services.workspace)) == []
        assert removable(services.workspace) == ()


def test_what_only_a_signed_report_lists_still_is_checked(proven, tmp_path):
    import shutil

    folder, id_, _ = proven
    shutil.copytree(folder, tmp_path / "ruang")
    with open_services(tmp_path / "ruang") as services:
        services.signing.cancel_seal(id_, "salah ketik")
        (link,) = services.evidence.links(id_, CHOICE)
        services.evidence.retract(id_, link)
        services.evidence.store.path_of(link.file.sha256).unlink()
        assert states(services, id_)["SK.txt"] == "missing"
        (found,) = (file for file in check_evidence(services.workspace, id_) if file.name == "SK.txt")
        assert whereabouts(services.workspace)(*found.places[0]).startswith("laporan bertanda tangan, ")


def test_a_report_tells_which_of_its_evidence_changed_here(proven, tmp_path):
    import shutil

    from zi_desktop.reports.verification import verification_json

    folder, _, report = proven
    shutil.copytree(folder / "bukti", tmp_path / "ruang" / "bukti")
    first, second = (item["sha256"] for item in verify_file(report).record["evidence"])
    (tmp_path / "ruang" / "bukti" / first).write_bytes(b"lain")
    (tmp_path / "ruang" / "bukti" / second).unlink()
    found = verify_file(report, workspace=tmp_path / "ruang")
    assert verification_json(found)["evidence"] == {"listed": 2, "present": 0, "mismatched": [first]}
    assert "1 data dukung yang tercantum sudah berubah di ruang kerja ini." in found.problems
    assert find_listed(found.record, tmp_path) is None
    assert verification_json(verify_file(report))["evidence"] == {"listed": 2, "present": 0, "mismatched": []}


def test_a_report_lists_so_many_files_and_says_how_many_there_are(scored, monkeypatch, tmp_path):
    assert MOST_EVIDENCE == 2000
    monkeypatch.setattr("zi_desktop.services.reports.record.MOST_EVIDENCE", 1)
    for name in ("satu", "dua"):
        add(scored.services, scored.id, tmp_path, name)
    record = scored.services.reporting.record(scored.id)
    assert ([item["name"] for item in record["evidence"]], record["evidence_in_all"]) == (["dua.txt"], 2)
