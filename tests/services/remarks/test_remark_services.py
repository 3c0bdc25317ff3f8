"""Remarks: written down, closed by a signature but not what is done about them, confirmed at the next visit."""

import pytest
from builders import CHOICE, Clock, begin, from_another_laptop, open_services
from evidence_makers import text_file

from zi_desktop.domain import cells
from zi_desktop.domain.errors import InvalidInputError, NotFoundError, SealedError
from zi_desktop.domain.remark_terms import CLOSED
from zi_desktop.services.checking import check
from zi_desktop.services.evidence.cleaning import removable
from zi_desktop.services.evidence.intake import keep_bytes
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.typed_drafts import EVIDENCE_REASON, MEETING, NEW, REMARK_CHANGE, new_remark, typed
from zi_desktop.services.unsaved import unsaved
from zi_desktop.services.visits.keeping import EntryText
from zi_desktop.storage.evidence_files import AS_USUAL
from zi_desktop.storage.recorder import Statement
from zi_desktop.worksheets.satker_list import SatkerEntry

ENTRY = RemarkEntry(
    "SK tim kerja belum diperbarui", "Terbitkan SK tim kerja 2026", due="2026-11-30", responsible="Kasubag TU"
)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def services(tmp_path, clock):
    with open_services(tmp_path / "ruang kerja", clock) as opened:
        yield opened


@pytest.fixture
def evaluation(services, tmp_path):
    return begin(services, tmp_path)


def only(services, id_):
    [remark] = services.remarks.of(id_).all
    return remark


def test_a_remark_of_an_item_takes_its_criterion_from_the_item(services, evaluation):
    ident = services.remarks.add(evaluation, RemarkEntry("x", "y", item=CHOICE))
    question = services.evaluations.open(evaluation).state.instrument.questions[CHOICE]
    assert only(services, evaluation).id == ident
    assert only(services, evaluation).texts["criterion"].startswith(question.text)
    services.remarks.edit(evaluation, ident, {"criterion": "Surat edaran"})
    assert only(services, evaluation).texts["criterion"] == "Surat edaran"


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        (RemarkEntry(" ", "y"), "memerlukan kondisi"),
        (RemarkEntry("x", "\n"), "memerlukan rekomendasi"),
        (RemarkEntry("", ""), "kondisi dan rekomendasi"),
        (RemarkEntry("x", "y", due="besok"), "Tenggat besok"),
        (RemarkEntry("x", "y", origin="BPK"), "Asal catatan"),
    ],
    ids=["condition", "recommendation", "both", "due", "origin"],
)
def test_what_is_incomplete_leaves_no_trace(services, evaluation, entry, named):
    before = len(services.workspace.folded(evaluation))
    with pytest.raises(InvalidInputError, match=named):
        services.remarks.add(evaluation, entry)
    assert len(services.workspace.folded(evaluation)) == before


def test_an_item_that_is_not_in_the_worksheet_is_refused(services, evaluation):
    with pytest.raises(NotFoundError, match=r"Butir A\.X"):
        services.remarks.add(evaluation, RemarkEntry("x", "y", item="A.X"))


def test_an_edit_changes_what_it_names_and_never_empties_what_is_needed(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    services.remarks.edit(evaluation, ident, {"due": "2026-12-15", "cause": "Mutasi"})
    remark = only(services, evaluation)
    assert (remark.due, remark.texts["cause"], remark.texts["condition"]) == ("2026-12-15", "Mutasi", ENTRY.condition)
    with pytest.raises(InvalidInputError, match="kondisi"):
        services.remarks.edit(evaluation, ident, {"condition": "  "})
    assert only(services, evaluation) == remark


def test_a_remark_withdrawn_by_mistake_comes_back(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    services.remarks.withdraw(evaluation, ident)
    assert services.remarks.of(evaluation).all == ()
    with pytest.raises(NotFoundError, match="tidak ada lagi"):
        services.remarks.progress(evaluation, ident, "selesai")
    services.remarks.withdraw(evaluation, ident, withdrawn=False)
    assert only(services, evaluation).id == ident


def test_a_signature_closes_the_texts_and_leaves_the_follow_up_open(signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        with pytest.raises(SealedError):
            services.remarks.add(id_, ENTRY)
        remark = services.remarks.of(id_).all[0]
        with pytest.raises(SealedError):
            services.remarks.edit(id_, remark.id, {"due": ""})
        services.remarks.progress(id_, remark.id, "selesai", "SK diterima")
        services.remarks.follow_up(id_, remark.id, "SK terbit", day="2026-12-01")
        done = services.remarks.of(id_).get(remark.id)
        assert (done.state, done.state_reason, [entry.text for entry in done.follow_ups]) == (
            "selesai",
            "SK diterima",
            ["SK terbit"],
        )
        assert services.evaluations.open(id_).state.late == ()
        services.remarks.take_back(id_, remark.id, done.follow_ups[0])
        assert services.remarks.of(id_).get(remark.id).follow_ups == ()


def test_follow_up_and_state_are_checked(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    with pytest.raises(InvalidInputError, match="Tindak lanjut"):
        services.remarks.follow_up(evaluation, ident, " ")
    with pytest.raises(InvalidInputError, match="Tindak lanjut"):
        services.remarks.follow_up(evaluation, ident, "SK terbit", day="kemarin")
    with pytest.raises(InvalidInputError, match="Keadaan"):
        services.remarks.progress(evaluation, ident, "beres")
    assert only(services, evaluation).follow_ups == ()


def test_the_list_shows_overdue_first_and_closed_last(services, evaluation, clock):
    late, soon, whenever, closed = (
        services.remarks.add(evaluation, RemarkEntry("x", name, due=due))
        for name, due in (("late", "2026-11-01"), ("soon", "2026-12-01"), ("whenever", ""), ("closed", "2026-10-01"))
    )
    services.remarks.progress(evaluation, closed, "selesai")
    rows = services.remark_list.rows()
    assert [row.id for row in rows] == [late, soon, whenever, closed]
    assert [row.overdue for row in rows] == [True, False, False, False]
    assert rows[0].satker_name == "Lapas Kelas IIB Contohrejo"
    clock.add(days=60)
    assert [row.overdue for row in services.remark_list.rows()] == [True, True, False, False]
    summary = services.evaluations.summary(evaluation)
    assert (summary["remarks_open"], summary["remarks_due"]) == (3, ["2026-11-01", "2026-12-01"])


def test_the_next_evaluation_confirms_what_was_open_and_copies_nothing(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    done = services.remarks.add(evaluation, RemarkEntry("z", "z"))
    services.remarks.progress(evaluation, done, "selesai")
    later = services.evaluations.create("C-1", 2027)
    assert [(row.row.id, row.finding) for row in services.remark_list.earlier(later)] == [(ident, "")]
    assert services.remarks.of(later).all == ()

    services.remarks.confirm(later, evaluation, ident, "selesai", "SK ada")
    assert [(row.row.id, row.finding, row.note) for row in services.remark_list.earlier(later)] == [
        (ident, "selesai", "SK ada")
    ]
    assert {row.id: row.state for row in services.remark_list.rows()}[ident] == "selesai"
    assert only_open(services) == []
    last = services.evaluations.create("C-1", 2028)
    assert services.remark_list.earlier(last) == []

    services.remarks.confirm(later, evaluation, ident, None)
    assert only_open(services) == [ident]
    assert [row.row.id for row in services.remark_list.earlier(last)] == [ident]
    with pytest.raises(InvalidInputError, match="Hasil pemeriksaan"):
        services.remarks.confirm(later, evaluation, ident, "beres")


def counts(services, id_):
    summary = services.evaluations.summary(id_)
    return summary["remarks_open"], summary["remarks_due"]


def test_what_a_later_visit_closed_is_counted_no_more_and_its_reason_is_told(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    later = services.evaluations.create("C-1", 2027)
    assert (counts(services, evaluation), counts(services, later)) == ((1, ["2026-11-30"]), (0, []))
    assert services.remark_list.waiting(later) == services.remark_list.unconfirmed(later) == 1
    services.remarks.confirm(later, evaluation, ident, "selesai", "SK ada")
    assert counts(services, evaluation) == (0, [])
    assert services.remark_list.waiting(later) == services.remark_list.waiting(evaluation) == 0
    [row] = services.remark_list.rows(evaluation=evaluation)
    assert (row.state, row.reason, row.settled_in) == ("selesai", "SK ada", 2027)
    assert services.remark_list.rows(evaluation=later) == []
    services.remarks.confirm(services.evaluations.create("C-1", 2028), evaluation, ident, "terbuka")
    assert counts(services, evaluation) == (1, ["2026-11-30"])


@pytest.mark.parametrize(("other", "open_"), [("terbuka", 1), ("tidak_relevan", 0)])
def test_two_laptops_that_found_differently_close_nothing_that_one_of_them_leaves_open(tmp_path, other, open_):
    folder = tmp_path / "dua laptop"
    with open_services(folder) as services:
        id_ = begin(services, tmp_path)
        ident = services.remarks.add(id_, ENTRY)
        later = services.evaluations.create("C-1", 2027)
        services.remarks.confirm(later, id_, ident, "selesai", "SK ada")
        assert counts(services, id_) == (0, [])
    value = {"evaluation": id_, "finding": other, "note": ""}
    from_another_laptop(folder, later, "orang-lain", Statement("set", cells.carried(ident), value))
    with open_services(folder) as services:
        # What came from elsewhere is summed up by whoever brings it in; here the next line does.
        services.evaluations.archive(later)
        assert counts(services, id_)[0] == open_
        [earlier] = services.remark_list.earlier(later)
        assert bool(earlier.finding in CLOSED) is not bool(open_)


def test_earlier_remarks_that_nobody_looked_at_are_a_warning_that_a_reason_accepts(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    later = services.evaluations.create("C-1", 2027)
    [check_] = [each for each in services.reviewing.preflight(later).warn if each.id.startswith("carried")]
    assert check_.message == "1 catatan terbuka dari evaluasi terdahulu belum diperiksa."
    services.evaluations.accept_warning(later, check_.id, "Diperiksa pemantauan")
    [accepted] = services.reviewing.preflight(later).accepted
    assert accepted.reason == "Diperiksa pemantauan"
    services.remarks.confirm(later, evaluation, ident, "terbuka")
    assert [each for each in services.reviewing.preflight(later).warn if each.id.startswith("carried")] == []


def test_what_is_typed_of_a_new_remark_stays_until_it_is_written_down(tmp_path):
    folder, words = tmp_path / "ruang", {"condition": "SK “lama”", "due": "12 Des"}
    with open_services(folder) as services:
        id_ = begin(services, tmp_path)
        services.typed_drafts.keep(id_, new_remark(CHOICE), words)
        services.typed_drafts.keep(id_, new_remark(""), {"cause": "Mutasi"})
    with open_services(folder) as services:
        drafts = services.typed_drafts
        assert drafts.new_remarks(id_) == {CHOICE, ""}
        assert drafts.draft(id_, new_remark(CHOICE)).fields == words
        before = len(services.workspace.folded(id_))
        drafts.draft(id_, new_remark("")).keep({})
        assert len(services.workspace.folded(id_)) == before
        with pytest.raises(InvalidInputError):
            services.remarks.add(id_, RemarkEntry("x", "", item=CHOICE))
        assert drafts.new_remarks(id_) == {CHOICE}
        services.remarks.add(id_, RemarkEntry("x", "y", item=CHOICE))
        assert drafts.new_remarks(id_) == frozenset()


@pytest.fixture
def proof(tmp_path):
    return text_file(tmp_path / "SK.txt")


def test_what_is_typed_elsewhere_is_kept_by_name_and_person_and_names_what_it_would_print(services, evaluation, proof):
    drafts, remark = services.typed_drafts, services.remarks.add(evaluation, RemarkEntry("x", "y", item=CHOICE))
    other = services.settings.put_person("Budi Misal")
    services.evidence.add(evaluation, [proof], CHOICE)
    (link,) = services.evidence.links(evaluation, CHOICE)
    edited, reason = typed(REMARK_CHANGE, CHOICE, remark), typed(EVIDENCE_REASON, CHOICE, link.file.sha256, "kurang")
    drafts.keep(evaluation, edited, {"cause": "", "effect": "Mu\x00tasi"})
    drafts.keep(evaluation, reason, {"reason": "Tanpa tanda tangan"})
    drafts.keep(evaluation, typed(MEETING, "awal"), {"notes": "Dibuka"})
    assert drafts.draft(evaluation, edited).fields == {"cause": "", "effect": "Mutasi"}
    assert drafts.draft(evaluation, edited, author=other).fields == {}
    assert drafts.new_remarks(evaluation) == frozenset()
    assert messages(services, evaluation) == {
        (CHOICE, "Perubahan catatan & rekomendasi belum tersimpan."),
        (CHOICE, "Alasan penilaian data dukung belum tersimpan."),
    }
    assert len(unsaved(services.workspace, services.settings)) == 3
    services.remarks.withdraw(evaluation, remark)
    services.evidence.retract(evaluation, link)
    assert messages(services, evaluation) == set()
    assert [each.cell for each in unsaved(services.workspace, services.settings)] == [typed(MEETING, "awal")]


def test_a_draft_of_an_entry_of_the_day_waits_while_the_entry_stands(services, evaluation):
    ident = services.visits.add(evaluation, EntryText("janji", "SK"))
    entry, closed, new = typed("entry", ident), typed("answer", ident), typed("entry", NEW)
    for name in (entry, closed, new):
        services.typed_drafts.keep(evaluation, name, {"text": "SK tim"})
    assert len(unsaved(services.workspace, services.settings)) == 3
    services.visits.withdraw(evaluation, ident)
    assert [each.cell for each in unsaved(services.workspace, services.settings)] == [new]


def messages(services, id_):
    found = (each for each in services.reviewing.preflight(id_).must if each.id.startswith("draft"))
    return {(each.code, each.message) for each in found}


def test_a_follow_up_brings_its_proof_after_the_signature_too(signed, tmp_path):
    folder, id_, _ = signed
    proof = tmp_path / "SK tim kerja.pdf"
    proof.write_bytes(b"%PDF-1.7 SK")
    with open_services(folder) as services:
        remark = next(each for each in services.remarks.of(id_).all if each.item)
        evidence = services.remarks.files(id_, remark.id)
        kept = keep_bytes(folder, [proof], AS_USUAL)
        for _ in range(2):
            services.remarks.follow_up(id_, remark.id, "SK terbit", brought=kept)
        [attached] = [file for file in services.remarks.files(id_, remark.id) if file not in evidence]
        assert (attached.name, attached.size) == (proof.name, 11)
        entries = services.remarks.of(id_).get(remark.id).follow_ups
        assert [entry.files for entry in entries] == [(attached.sha256,)] * 2
        assert services.evaluations.open(id_).state.late == ()
        assert removable(services.workspace) == ()
        assert services.evidence.store.path_of(attached.sha256).read_bytes() == proof.read_bytes()
        assert check(services.workspace) == []


def only_open(services):
    return [row.id for row in services.remark_list.rows() if row.open]


def test_remarks_of_another_satker_are_not_its_business(services, evaluation):
    services.remarks.add(evaluation, ENTRY)
    other = services.satkers.add(SatkerEntry("C-2", "Rutan Contohsari"))
    later = services.evaluations.create("C-2", 2027)
    assert services.remark_list.earlier(later) == []
    assert services.remark_list.rows(other.id) == []


def test_a_remark_is_found_by_the_beginning_of_its_id(services, evaluation):
    ident = services.remarks.add(evaluation, ENTRY)
    assert services.remarks.resolve(evaluation, ident[:6].upper()) == ident
    for wrong in ("", "zz"):
        with pytest.raises(NotFoundError):
            services.remarks.resolve(evaluation, wrong)


def test_check_finds_a_list_that_was_changed_by_hand(services, evaluation):
    services.remarks.add(evaluation, ENTRY)
    assert check(services.workspace) == []
    with services.workspace.database.writing() as connection:
        connection.exec_driver_sql("UPDATE evaluation SET remarks = replace(remarks, '2026-11-30', '2027-11-30')")
    assert any("Ringkasan" in problem for problem in check(services.workspace))


def test_a_report_prints_remarks_and_what_was_found_of_earlier_ones(services, evaluation):
    services.remarks.add(evaluation, ENTRY)
    later = services.evaluations.create("C-1", 2027)
    services.remarks.confirm(later, evaluation, services.remarks.of(evaluation).all[0].id, "selesai", "SK ada")
    own = services.reporting.record(evaluation)
    assert [(each["condition"], each["due"], each["state"]) for each in own["remarks"]] == [
        (ENTRY.condition, ENTRY.due, "terbuka")
    ]
    assert own["earlier_remarks"] == []
    [found] = services.reporting.record(later)["earlier_remarks"]
    assert (found["year"], found["recommendation"], found["finding"], found["note"]) == (
        2026, ENTRY.recommendation, "selesai", "SK ada",
    )  # fmt: skip
    assert services.reporting.draft(later).pages > 0


def test_two_versions_of_a_remark_block_the_signature(tmp_path):
    folder = tmp_path / "dua laptop"
    with open_services(folder) as services:
        id_ = begin(services, tmp_path)
        ident = services.remarks.add(id_, ENTRY)
        cell = cells.remark(ident, "condition")
        displayed = services.evaluations.open(id_).state.folded.cell(cell).displayed
        services.remarks.edit(id_, ident, {"condition": "SK tim kerja kedaluwarsa"})
    from_another_laptop(folder, id_, "orang-lain", Statement("set", cell, "SK tim kerja hilang", displayed))
    with open_services(folder) as services:
        [check_] = [found for found in services.reviewing.preflight(id_).must if found.id.startswith("diverging:")]
        assert "catatan & rekomendasi" in check_.message
        assert services.remarks.of(id_).get(ident).disputed == ("condition",)
