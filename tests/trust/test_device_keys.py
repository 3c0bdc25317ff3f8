"""Keys of laptops: what they sign, what they decrypt, and what is no key."""

import pyrage
import pytest

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.errors import CredentialError
from zi_desktop.trust.device_keys import (
    device_key_bytes,
    is_device,
    is_recipient,
    is_signature,
    new_device_key,
    read_device_key,
    signed_by,
)

KEY = new_device_key()


def test_what_is_written_is_read():
    assert read_device_key(device_key_bytes(KEY)) == KEY
    assert new_device_key() != KEY


def test_a_key_shows_no_secret():
    assert KEY.seed.hex() not in repr(KEY)
    assert KEY.identity not in repr(KEY)


def test_only_the_device_that_signed_has_signed():
    signature = KEY.sign(b"pesan")
    assert is_device(KEY.device)
    assert is_signature(signature.hex())
    assert signed_by(KEY.device, b"pesan", signature)
    assert not signed_by(KEY.device, b"pesan lain", signature)
    assert not signed_by(new_device_key().device, b"pesan", signature)


@pytest.mark.parametrize(
    "device", ["", "00" * 32, "ff" * 32, "z" * 64, KEY.device.upper(), KEY.device + "00", None], ids=range(7)
)
def test_what_is_no_device_signed_nothing(device):
    assert not signed_by(device, b"pesan", KEY.sign(b"pesan"))


@pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"x" * 63, KEY.sign(b"pesan") + b"\0"], ids=range(4))
def test_what_is_no_signature_proves_nothing(signature):
    assert not signed_by(KEY.device, b"pesan", signature)


def test_what_is_encrypted_to_a_device_it_alone_reads():
    recipient = pyrage.x25519.Recipient.from_str(KEY.recipient)
    hidden = pyrage.encrypt(b"isi", [recipient])
    assert pyrage.decrypt(hidden, [pyrage.x25519.Identity.from_str(KEY.identity)]) == b"isi"
    assert is_recipient(KEY.recipient)


@pytest.mark.parametrize(
    "text", ["", KEY.recipient[:-1], "age1" + "q" * 58, KEY.recipient.upper(), KEY.identity, 7], ids=range(6)
)
def test_to_what_is_no_recipient_nothing_is_encrypted(text):
    assert not is_recipient(text)


def changed(**changes):
    return encode(decode(device_key_bytes(KEY)) | changes)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"7",
        device_key_bytes(KEY)[:-1],
        device_key_bytes(KEY) + b"\n",
        changed(kind="zi-card"),
        changed(v=2),
        changed(extra=1),
        changed(seed="00"),
        changed(seed=7),
        changed(identity=""),
        changed(identity=7),
        changed(identity=KEY.recipient),
    ],
    ids=range(14),
)
def test_anything_else_is_refused_in_a_sentence_that_shows_no_secret(data):
    with pytest.raises(CredentialError, match="Kunci perangkat tidak terbaca") as refused:
        read_device_key(data)
    assert KEY.seed.hex() not in str(refused.value)
