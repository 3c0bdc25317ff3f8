"""The sample visit: the main job through the real services, trusted by its own registry and by no other."""

import pytest
from builders import open_services

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.instrument import Column
from zi_desktop.reports.verification import Verdict
from zi_desktop.services.checking import check
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.services.samples.visit import run_sample_visit
from zi_desktop.trust.registry import Registry, read_registry, registry_bytes


def test_the_visit_ends_trusted(signed_original):
    assert signed_original.verification.verdict is Verdict.TRUSTED
    assert signed_original.verification.rescored.matches
    assert signed_original.score["answered"] == 113


def test_the_workspace_it_leaves_is_whole_and_a_copy_goes_on(signed):
    folder, id_, report = signed
    with open_services(folder) as services:
        assert check(services.workspace) == []
        assert services.evaluations.summary(id_)["status"] == "selesai"
        services.evaluations.snapshot(id_, "Panel")
        assert check(services.workspace) == []
    assert report.is_file()


def test_the_worksheet_of_the_unit_was_taken_and_the_one_of_the_team_says_the_same_as_the_program(
    signed, signed_original
):
    folder, id_, _ = signed
    with open_services(folder) as services:
        view = services.evaluations.open(id_)
        assert len(view.state.answers(Column.MANDIRI)) == len(view.state.answers(Column.TPI)) == 113
        (source,) = services.importing.history(id_, Column.MANDIRI)
        assert (source.channel, source.received) == ("Surel", "2026-10-26")
        assert view.state.mandiri_changed == {}
        written = services.importing.read(signed_original.worksheet, view.state.instrument)
        for column in (Column.MANDIRI, Column.TPI):
            preview = services.importing.preview(id_, written, column)
            assert (preview.same, [row.id for row in preview.rows if row.answered], preview.refused) == (113, [], ())
            assert preview.warnings == ()


def test_nobody_else_trusts_a_practice_report(signed_original, tmp_path):
    known = read_registry(signed_original.trust.read_bytes())
    assert known.demo
    real = tmp_path / "registri.json"
    real.write_bytes(registry_bytes(Registry(known.number, demo=False, persons=known.persons)))
    assert verify_file(signed_original.report, [real]).verdict is Verdict.UNKNOWN
    assert verify_file(signed_original.report).verdict is Verdict.UNKNOWN


def test_a_folder_with_a_workspace_is_left_alone(signed):
    folder, _, _ = signed
    before = (folder / "zi.db").read_bytes()
    with pytest.raises(InvalidInputError, match="sudah berisi ruang kerja"):
        run_sample_visit(folder, lambda _: None)
    assert (folder / "zi.db").read_bytes() == before


def test_it_says_what_it_does(signed_original, told):
    assert signed_original.report.is_file()
    assert told == [
        "Menyiapkan satker dan rencana kunjungan",
        "Mengambil lembar mandiri dari satker",
        "Menilai 113 butir",
        "Menambahkan data dukung",
        "Membuat laporan dan menandatanganinya",
        "Memeriksa laporan yang tertulis",
        "Menulis lembar kerja",
        "Menulis paket untuk rekan",
    ]
