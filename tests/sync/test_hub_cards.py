"""Cards of hubs: what stands on the printed sheet, and what is refused."""

import re
from dataclasses import replace

import pytest

from zi_desktop.domain.errors import CardError
from zi_desktop.sync.hub_cards import hub_card_bytes, hub_fingerprint, make_hub_card, read_hub_card
from zi_desktop.trust.device_keys import new_device_key

KEY, ESCROW = new_device_key(), new_device_key()
HUB = "5f0c3a52-0000-5000-8000-00000000000c"


def card(key=KEY, **changes):
    fields = {
        "hub": HUB,
        "name": "Inspektorat Umpama",
        "generation": 1,
        "made": "2026-03-02",
        "escrow": ESCROW.recipient,
    }
    return make_hub_card(key, **{**fields, **changes})


def test_what_is_written_is_read():
    made = card()
    assert read_hub_card(hub_card_bytes(made)) == made
    assert (made.device, made.recipient, made.escrow) == (KEY.device, KEY.recipient, ESCROW.recipient)


def test_the_printed_sheet_names_hub_and_signing_key_which_stay():
    printed = hub_fingerprint(card())
    assert re.fullmatch(r"([0-9A-F]{4} ){15}[0-9A-F]{4}", printed)
    assert hub_fingerprint(card(generation=2, name="Inspektorat", escrow=KEY.recipient)) == printed
    assert printed not in (hub_fingerprint(card(ESCROW)), hub_fingerprint(card(hub=HUB[:-1] + "d")))


@pytest.mark.parametrize(
    "changes",
    [{"hub": "x"}, {"name": "a\nb"}, {"generation": 0}, {"generation": "1"}, {"escrow": "age1"}, {"made": ""}],
    ids=range(6),
)
def test_fields_of_another_shape_are_refused(changes):
    with pytest.raises(CardError, match="isian yang tidak sah"):
        read_hub_card(hub_card_bytes(card(**changes)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        hub_card_bytes(card())[:-1],
        hub_card_bytes(replace(card(), recipient=ESCROW.recipient)),
        hub_card_bytes(replace(card(), generation=9)),
        hub_card_bytes(replace(card(), device=ESCROW.device)),
    ],
    ids=range(6),
)
def test_an_altered_card_is_refused(data):
    with pytest.raises(CardError, match="Tidak ada yang diubah"):
        read_hub_card(data)
