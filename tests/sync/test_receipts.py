"""Receipts: only what the hub's key signed is one."""

from dataclasses import replace

import pytest
from bundle_makers import EVALUATION, INSTALLATION, WALL

from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.receipts import LARGEST, make_receipt, read_receipt, receipt_bytes
from zi_desktop.trust.device_keys import new_device_key

KEY = new_device_key()
HUB = "5f0c3a52-0000-5000-8000-00000000000c"
TIPS = (("a" * 32, 3, "1" * 64), ("b" * 32, 1, "2" * 64))


def receipt(**changes):
    fields = {
        "hub": HUB, "generation": 1, "number": 7, "installation": INSTALLATION, "heads": {EVALUATION.id: TIPS},
        "evidence": ["3" * 64], "bundles": ["4" * 64], "at": WALL,
    }  # fmt: skip
    return make_receipt(KEY, **{**fields, **changes})


def test_what_is_written_is_read():
    made = receipt()
    assert read_receipt(receipt_bytes(made)) == made
    assert made.device == KEY.device


@pytest.mark.parametrize(
    "changes",
    [
        {"hub": "pusat"},
        {"generation": 0},
        {"number": 0},
        {"installation": ""},
        {"heads": {"x": TIPS}},
        {"heads": {EVALUATION.id: [["a" * 32, 0, "1" * 64]]}},
        {"heads": {EVALUATION.id: [["a" * 32, 1]]}},
        {"evidence": ["x"]},
        {"bundles": [7]},
        {"at": "2026-03-02T09:15:00"},
        {"at": "kemarin"},
    ],
    ids=range(11),
)
def test_fields_of_another_shape_are_refused(changes):
    with pytest.raises(BundleRejected, match="isian yang tidak sah"):
        read_receipt(receipt_bytes(receipt(**changes)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"x" * (LARGEST + 1),
        receipt_bytes(receipt())[:-1],
        receipt_bytes(replace(receipt(), number=8)),
        receipt_bytes(replace(receipt(), device=new_device_key().device)),
        receipt_bytes(replace(receipt(), heads={})),
    ],
    ids=range(7),
)
def test_an_altered_receipt_is_refused(data):
    with pytest.raises(BundleRejected, match="tanda terimanya"):
        read_receipt(data)
