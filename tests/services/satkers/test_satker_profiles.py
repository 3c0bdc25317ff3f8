"""What is noted of a satker, and the stages of a proposal."""

import pytest
from builders import Clock, begin, open_services, write_list

from zi_desktop.domain.errors import InvalidInputError


@pytest.fixture
def id_(fresh, tmp_path):
    return begin(fresh, tmp_path)


@pytest.fixture
def satker(fresh, id_):
    return fresh.evaluations.open(id_).state.identity.satker


def test_contacts_are_kept_changed_and_taken_away(fresh, satker):
    ident = fresh.satker_profiles.put_contact(satker, "Siti Contoh", phone="0800-000")
    fresh.satker_profiles.put_contact(satker, "Siti Contoh", "Kasubag TU", ident=ident)
    [contact] = fresh.satker_profiles.of(satker).contacts
    assert (contact.id, contact.position, contact.phone) == (ident, "Kasubag TU", "")
    fresh.satker_profiles.remove(satker, ident)
    fresh.satker_profiles.remove(satker, "f" * 32)
    assert fresh.satker_profiles.of(satker).contacts == ()
    with pytest.raises(InvalidInputError, match="Narahubung"):
        fresh.satker_profiles.put_contact(satker, " ")


def test_the_track_record_is_internal_to_every_paper(fresh, id_, satker):
    fresh.satker_profiles.put_record(satker, "pengaduan", "2025-03-01", "RAHASIA pengaduan", "Surat")
    [record] = fresh.satker_profiles.of(satker).records
    assert (record.kind, record.day, record.source) == ("pengaduan", "2025-03-01", "Surat")
    assert "RAHASIA" not in str(fresh.reporting.record(id_))
    assert "RAHASIA" not in str(fresh.satkers.list())
    for kind, day, text in (("gosip", "2025-03-01", "x"), ("perkara", "kemarin", "x"), ("perkara", "2025-03-01", " ")):
        with pytest.raises(InvalidInputError, match="Rekam jejak"):
            fresh.satker_profiles.put_record(satker, kind, day, text)


def test_a_satker_leaves_the_lists_and_comes_back_with_everything(fresh, satker):
    fresh.satker_profiles.leave(satker, "2026-01-01", "Kejaksaan Contoh")
    assert fresh.satker_profiles.of(satker).left.to == "Kejaksaan Contoh"
    assert fresh.satkers.get(satker).archived
    fresh.satker_profiles.leave(satker, "")
    assert not fresh.satkers.get(satker).archived
    with pytest.raises(InvalidInputError, match="bukan tanggal"):
        fresh.satker_profiles.leave(satker, "besok")


def test_history_survives_a_new_name_a_new_code_and_a_new_parent(tmp_path):
    clock = Clock()
    with open_services(tmp_path / "ruang kerja", clock) as services:
        id_ = begin(services, tmp_path)
        satker = services.evaluations.open(id_).state.identity.satker
        clock.add(days=30)
        row = f"id,kode,nama,kanwil\n{satker},BARU-9,Rutan Contoh Baru,Kanwil Contoh Lain\n"
        services.satkers.import_list(write_list(tmp_path / "baru.csv", row))
        assert services.satkers.find("C-1").id == services.satkers.find("BARU-9").id == satker
        [summary] = services.evaluations.list()
        assert (summary["id"], summary["satker_name"]) == (id_, "Rutan Contoh Baru")
        told = [(value.attribute, value.text.partition(" · ")[0]) for value in services.satker_profiles.history(satker)]
        assert ("parent", "Kanwil Contoh Lain") in told
        assert [text for attribute, text in told if attribute == "code"] == ["BARU-9", "C-1"]


def test_stages_are_entered_with_their_days(fresh, id_):
    fresh.funnel.enter(id_, "tpi", "2026-05-01", result="lanjut")
    summary = fresh.evaluations.summary(id_)
    assert (summary["stage"], summary["passed_internal"], summary["proposed"]) == ("tpi", True, False)
    fresh.funnel.enter(id_, "pengusulan", "2026-06-01")
    assert fresh.evaluations.summary(id_)["proposed"]
    fresh.funnel.enter(id_, "pengusulan", "")
    assert fresh.evaluations.summary(id_)["stage"] == "tpi"
    for stage, day, result in (("juara", "2026-05-01", ""), ("tpi", "besok", ""), ("tpi", "2026-05-01", "entah")):
        with pytest.raises(InvalidInputError, match="Tahapan"):
            fresh.funnel.enter(id_, stage, day, result=result)
