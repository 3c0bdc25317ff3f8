"""Verification of honest reports: verdicts, registry, currency, what is printed as JSON."""

import zlib
from dataclasses import replace

import forgeries as f
import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.reports.structure import rebuilt
from zi_desktop.reports.verification import verification_json, verify
from zi_desktop.trust.registry import Lost, Registry, Roots


def check(pdf, *trust, **changes):
    return verify(pdf, **{"instruments": f.INSTRUMENTS, "trust": trust} | changes)


@pytest.mark.parametrize("signers", [1, 2, 3])
def test_all_signers_known_is_trusted(signers):
    found = check(f.genuine(signers), f.registry(f.record(signers)))
    assert (found.verdict, found.problems) == ("trusted", ())
    assert all(signature.trusted and signature.intact for signature in found.signatures)


def test_without_a_registry_nobody_is_known():
    found = check(f.genuine())
    assert found.verdict == "intact-unknown-identity"
    assert len(found.problems) == 2
    assert not any(signature.trusted for signature in found.signatures)


@pytest.mark.parametrize("made", [0, 1])
def test_missing_signatures_are_incomplete(made):
    data = f.record()
    found = check(f.sample_stages(2)[made], f.registry(data))
    assert found.verdict == "incomplete"
    assert f"baru {made} dari 2" in found.problems[-1]
    assert data["signers"][1]["name"] in found.problems[-1]
    assert (len(found.signatures), found.expected) == (made, 2)


def test_cut_off_countersignature_is_an_honest_half_signed_file():
    assert f.cut_off() == f.half_signed()
    assert check(f.cut_off(), f.registry(f.record())).verdict == "incomplete"


def test_json_is_the_contract():
    found = check(f.genuine(), f.registry(f.record()), currency="latest")
    printed = verification_json(found)
    assert list(printed) == ["kind", "verdict", "currency", "signatures", "rescored", "evidence", "problems"]
    assert printed | {"signatures": 0} == {
        "kind": "report",
        "verdict": "trusted",
        "currency": "latest",
        "signatures": 0,
        "rescored": {"matches": True, "total": f.record()["score"]["total"]},
        "evidence": {"listed": 0, "present": 0, "mismatched": []},
        "problems": [],
    }
    assert printed["signatures"][1] == {
        "field": "ttd_2_ketua_tim",
        "signer": f.record()["signers"][1]["name"],
        "role": "ketua_tim",
        "trusted": True,
        "intact": True,
        "level": "B-B",
        "time": "2026-11-06T10:43:00+07:00",
        "time_source": "clock",
        "revocation": "not-checked",
    }


def test_currency_is_unknown_unless_a_workspace_says():
    assert verification_json(check(f.genuine()))["currency"] == "unknown"


def one_changed(known, **changes):
    return replace(known, persons=(known.persons[0], replace(known.persons[1], **changes)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"roles": ("anggota",)}, "bukan untuk"),
        ({"person": "orang-lain"}, "bukan untuk"),
        ({"name": "Nama Lain"}, "bukan untuk"),
        ({"nip": "1"}, "bukan untuk"),
        ({"certificates": ()}, "tidak ada dalam daftar"),
    ],
)
def test_registry_must_know_person_name_and_role(changes, said):
    found = check(f.genuine(), one_changed(f.registry(f.record()), **changes))
    assert found.verdict == "intact-unknown-identity"
    assert said in found.problems[0]
    assert [signature.trusted for signature in found.signatures] == [True, False]


def test_lost_key_invalidates_what_only_the_clock_dates():
    lost = Lost(f.keys(f.record())[1].sha256, "2027-01-01")
    found = check(f.genuine(), one_changed(f.registry(f.record()), lost=(lost,)))
    assert found.verdict == "intact-unknown-identity"
    assert "dilaporkan hilang" in found.problems[0]
    assert verification_json(found)["signatures"][1]["revocation"] == "revoked"


def test_one_registry_that_reports_a_loss_outweighs_another():
    known = f.registry(f.record())
    lost = one_changed(known, lost=(Lost(f.keys(f.record())[1].sha256, "2027-01-01"),))
    assert check(f.genuine(), known, lost).verdict == "intact-unknown-identity"


def test_practice_and_earnest_do_not_mix():
    data = f.record(demo=True)
    practice = f.signed(data)
    assert check(practice, f.registry(data, demo=True)).verdict == "trusted"
    assert check(practice, f.registry(data)).verdict == "intact-unknown-identity"
    assert check(f.genuine(), f.registry(data, demo=True)).verdict == "intact-unknown-identity"


def test_pem_pins_nobody():
    certificates = tuple(key.certificate for key in f.keys(f.record()))
    found = check(f.genuine(), Roots(certificates))
    assert found.verdict == "intact-unknown-identity"
    assert "tidak terikat pada orang" in found.problems[0]
    assert check(f.genuine(), Roots(certificates), f.registry(f.record())).verdict == "trusted"
    assert certificates[0].public_bytes(Encoding.DER) in bytes.fromhex(
        f.open_report(f.genuine()).marks[0].contents.hex()
    )


def test_report_without_head_of_team_is_never_trusted():
    signers = f.record()["signers"][:1]
    data = f.record(signers=signers)
    found = check(f.signed(data), f.registry(data))
    assert found.verdict == "intact-unknown-identity"
    assert "Ketua tim" in found.problems[0]


def test_signature_outside_the_validity_of_its_certificate_is_not_trusted():
    data = f.record(signers=f.record()["signers"][1:])
    early = f.NOW.replace(year=2020)
    pdf = f.prepared(data)
    key = f.keys(data)[0]
    facts = f.SignatureFacts(key.name, early)
    room = f.reserved([key.certificate])
    (slot,) = f.slots(data["signers"])
    pdf = f.write_signature(pdf, slot, facts, room, lambda digest: f.make_container(key, digest))
    found = check(pdf, f.registry(data))
    assert found.verdict == "intact-unknown-identity"
    assert "tidak berlaku pada waktu" in found.problems[0]


def test_one_certificate_for_two_signers_is_not_trusted():
    data = f.record()
    first, second = f.slots(data["signers"])
    key = f.keys(data)[0]
    pdf = f.signed_anyway(f.signed_anyway(f.prepared(data), first, key), second, key)
    found = check(pdf, f.registry(data))
    assert found.verdict == "intact-unknown-identity"
    assert any("lebih dari satu tanda tangan" in problem for problem in found.problems)


def test_unknown_template_is_shown_without_its_pages():
    data = f.record(template="kertas-kerja-9/reportlab-9.9")
    found = check(f.all_signed_anyway(f.prepared(data), data), f.registry(data))
    assert found.verdict == "intact-unknown-identity"
    assert "Tampilan tidak diperiksa" in found.problems[0]
    assert found.rescored.matches


def test_unknown_worksheet_is_never_trusted():
    found = check(f.genuine(), f.registry(f.record()), instruments=lambda _: None)
    assert found.verdict == "intact-unknown-identity"
    assert found.rescored is None
    assert verification_json(found)["rescored"] == {"matches": False, "total": None}


def test_strangers_with_a_right_score_stay_strangers():
    data = f.better_answers()
    found = check(f.signed_by_strangers(data), f.registry(data))
    assert found.verdict == "intact-unknown-identity"
    assert found.rescored.matches


def test_registry_may_be_empty():
    assert check(f.genuine(), Registry(1, demo=False, persons=())).verdict == "intact-unknown-identity"


def forget():
    rebuilt.cache_clear()
    f._prepared.cache_clear()


@pytest.mark.parametrize("level", [1, 9])
def test_another_packing_of_the_same_pages_verifies(monkeypatch, level):
    packed = zlib.compress
    data = f.record()
    with monkeypatch.context() as other:
        other.setattr(zlib, "compress", lambda text, _level=-1, **_options: packed(text, level))
        forget()
        pdf = f.signed(data)
    forget()
    assert f.prepared(data) not in (pdf, pdf[: len(f.prepared(data))])
    assert check(pdf, f.registry(data)).problems == ()
    for change in f.CHANGES:
        assert check(f.updated(pdf, change), f.registry(data)).verdict == "altered", change.__name__


def test_verification_leaves_no_trace_of_an_earlier_file():
    other = f.signed(f.record(visit={"from": "", "to": "", "place": "Jambi"}))
    for _ in range(2):
        assert check(f.genuine(), f.registry(f.record())).verdict == "trusted"
        assert check(other, f.registry(f.record())).verdict == "trusted"
