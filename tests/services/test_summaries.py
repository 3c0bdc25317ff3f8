"""Summaries: what lists show equals what a fresh fold gives, whatever was done, and is rebuilt when it is old."""

from dataclasses import replace

from builders import AHMAD, BAGUS, CHOICE, NIP_AHMAD, RINI, begin, credential, give, open_services, write_list

from zi_desktop.domain.fold import fold
from zi_desktop.domain.instrument import Column
from zi_desktop.services import summarising
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.storage import events, summaries


def as_stored(services):
    with services.workspace.database.reading() as connection:
        rows = [*summaries.evaluations(connection), *summaries.satkers(connection)]
        remarks = summaries.remarks(connection)
    return {row.id: replace(row, remarks=remarks.get(row.id)) for row in rows}


def computed(services):
    with services.workspace.database.reading() as connection:
        subjects = events.subjects(connection)
        fresh = [
            services.workspace.listing.row_of(subject, fold(events.load(connection, [subject.id])))
            for subject in subjects
        ]
    return {summary.id: summary for summary in fresh if summary}


def test_after_every_kind_of_act_the_summary_is_that_of_a_fresh_fold(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    fresh.settings.put_person(BAGUS)
    satker = fresh.satkers.find("C-1").id
    acts = (
        lambda: give(fresh, id_, CHOICE, "Ya"),
        lambda: give(fresh, id_, CHOICE, "Tidak", column=Column.MANDIRI, author=BAGUS),
        lambda: fresh.answering.internal_note(id_, CHOICE, "x"),
        lambda: fresh.evaluations.plan(id_, {"target": "WBBM", "first_day": "2026-11-03"}),
        lambda: fresh.evaluations.snapshot(id_, "Desk"),
        lambda: fresh.remarks.add(id_, RemarkEntry("x", "y", due="2026-11-30")),
        lambda: fresh.funnel.enter(id_, "tpi", "2026-05-01"),
        lambda: fresh.satkers.import_list(
            write_list(tmp_path / "s.csv", "kode,nama,predikat,tahun predikat\nC-1,Lapas,WBK,2024\n")
        ),
        lambda: fresh.satkers.archive(satker),
        lambda: fresh.evaluations.archive(id_),
    )
    for act in acts:
        act()
        assert as_stored(fresh) == computed(fresh)


def test_through_signatures_and_a_new_revision(scored):
    acts = (
        lambda: scored.services.signing.sign(scored.id, credential()),
        lambda: scored.services.signing.sign(scored.id, credential(AHMAD, NIP_AHMAD)),
        lambda: scored.services.signing.cancel_seal(scored.id, "Ada bukti baru.", RINI),
    )
    for act in acts:
        act()
        assert as_stored(scored.services) == computed(scored.services)


def test_the_standing_tells_how_far_the_target_is(scored):
    row = scored.services.evaluations.summary(scored.id)
    assert row["standing"] == {"met": True, "failed": [], "gap": "0"}
    scored.services.evaluations.plan(scored.id, {"target": "WBBM"})
    standing = scored.services.evaluations.summary(scored.id)["standing"]
    assert "total" in standing["failed"]
    assert standing["gap"].startswith("1.6")


def test_what_another_version_computed_is_computed_again(scored, monkeypatch):
    folder = scored.folder
    scored.services.close()
    monkeypatch.setattr(summarising, "VERSIONS", "versi.lain")
    with open_services(folder) as services:
        assert {row.stamp.partition(":")[0] for row in as_stored(services).values()} == {"versi.lain"}
        assert as_stored(services) == computed(services)
