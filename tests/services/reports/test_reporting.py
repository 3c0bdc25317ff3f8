"""Reports: what is in the record, what is never in it, and when only a draft can be made."""

import hashlib

import pikepdf
import pytest
from builders import CHOICE, INDEX, Clock, give, open_services
from sheet_values import sheet_of

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import NotReadyError, SealedError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.services.samples.visit import prepare_sample
from zi_desktop.services.worksheets.importing import Provenance

SECRETS = "Jangan sampai keluar 7f3a"


def test_internal_notes_enter_no_output(scored, tmp_path):
    give(scored.services, scored.id, CHOICE, "Ya", notes=Notes("Catatan resmi.", SECRETS))
    record = canonical.encode(scored.services.reporting.record(scored.id)).decode()
    assert "Catatan resmi." in record
    assert SECRETS not in record
    written = scored.services.reporting.write(scored.id, tmp_path / "r.pdf", draft=False)
    assert SECRETS.encode() not in written.file.read_bytes()


def test_the_record_is_whole(scored):
    record = scored.services.reporting.record(scored.id)
    state = scored.state
    assert record["demo"] is True
    assert len(record["answers"]) == 113
    assert record["score"] == scored.services.reviewing.score(scored.id)
    assert record["head"] == state.folded.head
    assert [signer["role"] for signer in record["signers"]] == ["ketua_tim", "pengendali_teknis"]
    assert [member["areas"] for member in record["team"]] == [[], ["1", "2", "3"], []]
    assert {item["check"] for item in record["accepted"]} == {
        check.id for check in scored.services.reviewing.preflight(scored.id).accepted
    }
    assert all(item["author"] for item in record["accepted"])


def test_the_report_says_which_worksheets_a_column_comes_from(scored, tmp_path):
    services, id_ = scored.services, scored.id
    assert services.reporting.record(id_)["worksheets"] == []
    for name, answers in (("v1.xlsx", {CHOICE: "Ya", INDEX: "3,4"}), ("v2.xlsx", {CHOICE: "Tidak", INDEX: "3,4"})):
        preview = services.importing.preview(id_, sheet_of(answers, name=name), Column.MANDIRI)
        services.importing.apply(preview, None, Provenance("Unit Contoh", "Surel", "2026-11-02"))
    found = services.reporting.record(id_)["worksheets"]
    assert [(each["column"], each["name"], each["answers"]) for each in found] == [
        ("mandiri", "v1.xlsx", 1),
        ("mandiri", "v2.xlsx", 1),
    ]
    assert (found[0]["sender"], found[0]["channel"], found[0]["received"]) == ("Unit Contoh", "Surel", "2026-11-02")
    assert found[0]["sha256"] == sheet_of({}, name="v1.xlsx").digest
    services.reporting.write(id_, tmp_path / "draf.pdf", draft=True)
    with pikepdf.open(tmp_path / "draf.pdf") as pdf:
        assert len(pdf.pages) > 1


@pytest.mark.parametrize(
    ("offset", "zone"), [("+07:00", "WIB"), ("+08:00", "WITA"), ("+09:00", "WIT"), ("+05:30", "UTC+05:30")]
)
def test_the_time_of_issue_carries_its_zone(tmp_path, offset, zone):
    with open_services(tmp_path / "w", Clock(f"2026-11-06T10:42:00{offset}")) as services:
        id_ = prepare_sample(services)
        issued = services.reporting.record(id_)["issued"]
    assert (issued["date"], issued["time"], issued["zone"]) == ("2026-11-06", "10.42", zone)


def test_an_unfinished_evaluation_has_only_a_draft(tmp_path):
    with open_services(tmp_path / "w") as services:
        id_ = prepare_sample(services)
        written = services.reporting.write(id_, tmp_path / "draf.pdf", draft=True)
        assert written.sha256 == hashlib.sha256(written.file.read_bytes()).hexdigest()
        assert written.pages > 1
        with pytest.raises(
            NotReadyError, match=r"Butir A\.I\.1\.i\.a belum terisi.*Masih ada 110 hal lain\. Tidak ada yang berubah"
        ):
            services.reporting.write(id_, tmp_path / "laporan.pdf", draft=False)
        assert not (tmp_path / "laporan.pdf").exists()
        services.evaluations.archive(id_)
        with pytest.raises(SealedError, match="diarsipkan"):
            services.reporting.write(id_, tmp_path / "laporan.pdf", draft=False)
