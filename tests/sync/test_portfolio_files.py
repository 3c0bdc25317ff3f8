"""Signed portfolios: only what the hub's key signed is one, and nothing of another shape is ever shown."""

from dataclasses import replace

import pytest

from zi_desktop.domain.errors import PortfolioFileError
from zi_desktop.sync.hub_cards import hub_fingerprint, make_hub_card
from zi_desktop.sync.portfolio_files import (
    KIND,
    LARGEST,
    START,
    EvaluationShares,
    _spelled,
    make_portfolio_file,
    portfolio_file_bytes,
    portfolio_fingerprint,
    read_portfolio_file,
)
from zi_desktop.trust.device_keys import new_device_key
from zi_desktop.trust.signed_values import sign_value

KEY = new_device_key()
HUB = "5f0c3a52-0000-5000-8000-00000000000c"
SATKER = {
    "id": "5f0c3a52-0000-5000-8000-000000000001", "code": "K-1", "name": "Satker Contoh", "kind": "lapas", "agency": "Contoh",
    "eselon1": "", "kanwil": "Kanwil Contoh", "other_code": "", "predicate": None, "predicate_year": None, "target": "WBK",
    "archived": False,
}  # fmt: skip
EVALUATION = {
    "id": "5f0c3a52-0000-5000-8000-000000000002", "satker": SATKER["id"], "year": 2026, "activity": "evaluasi", "round": 1,
    "track": "tpi", "target": "WBK", "status": "selesai", "first_day": "", "last_day": "2026-03-04", "questions": 113,
    "answered": 113, "total": "72.9858934793", "standing": {"met": False, "gap": "2.0141065207", "failed": ["total"]},
    "area_minimum": "0.6", "stage": "", "passed_internal": False, "proposed": False, "mandiri_total": None,
    "compared": 0, "difference": None,
    "remarks_waiting": {"r1": "2026-12-01"}, "remarks_found": {},
}  # fmt: skip


def made(satker=SATKER, evaluation=EVALUATION, shares=None, **changes):
    fields = {
        "hub": HUB, "name": "Itwil Contoh", "kanwil": "Kanwil Contoh", "at": "2026-03-05T08:00:00+07:00",
        "satkers": [satker], "evaluations": [EvaluationShares(evaluation, shares or {"1": 7_300_000_000})],
    }  # fmt: skip
    return make_portfolio_file(KEY, **{**fields, **changes})


def test_what_is_written_is_read():
    file = made(satker={**SATKER, "codes": ["K-0"]})
    assert read_portfolio_file(portfolio_file_bytes(file)) == file
    assert file.satkers == (SATKER,)
    assert file.evaluations[0].shares_text == {"1": "0.73"}


def test_its_fingerprint_is_that_of_the_hub():
    card = make_hub_card(
        KEY, hub=HUB, name="Itwil Contoh", generation=2, escrow=new_device_key().recipient, made="2026-01-02"
    )
    assert portfolio_fingerprint(made()) == hub_fingerprint(card)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b"72.98", b"92.98"),
        lambda data: data.replace(b"K-1", b"K-2"),
        lambda data: data[len(START) :],
        lambda data: data[:-20],
        lambda data: data + b" " * LARGEST,
        lambda _: b"",
    ],
    ids=["figure", "code", "no start", "cut", "too large", "empty"],
)
def test_what_was_changed_is_refused(spoil):
    with pytest.raises(PortfolioFileError, match="minta berkas baru"):
        read_portfolio_file(spoil(portfolio_file_bytes(made())))


@pytest.mark.parametrize(
    "changes",
    [
        {"hub": "pusat"},
        {"kanwil": "a\nb"},
        {"at": "kemarin"},
        {"satker": {**SATKER, "archived": 0}},
        {"satker": {**SATKER, "name": None}},
        {"satker": {**SATKER, "id": HUB}},
        {"evaluation": {**EVALUATION, "status": "lain"}},
        {"evaluation": {**EVALUATION, "activity": "lain"}},
        {"evaluation": {**EVALUATION, "total": "1e9"}},
        {"evaluation": {**EVALUATION, "total": "9" * 40}},
        {"evaluation": {**EVALUATION, "standing": {"met": True}}},
        {"evaluation": {**EVALUATION, "stage": "?"}},
        {"evaluation": {**EVALUATION, "year": True}},
        {"evaluation": {**EVALUATION, "first_day": "2026"}},
        {"evaluation": {**EVALUATION, "remarks_waiting": ["r1"]}},
        {"shares": {"1": 2 * 10**10}},
    ],
    ids=range(16),
)
def test_signed_fields_of_another_shape_are_refused(changes):
    with pytest.raises(PortfolioFileError, match="isian yang tidak sah"):
        read_portfolio_file(portfolio_file_bytes(made(**changes)))


def test_a_row_with_a_field_more_is_refused():
    file = replace(made(), satkers=({**SATKER, "extra": 1},))
    signed = replace(file, signature=sign_value(KIND, _spelled(file), KEY))
    with pytest.raises(PortfolioFileError, match="isian yang tidak sah"):
        read_portfolio_file(portfolio_file_bytes(signed))
