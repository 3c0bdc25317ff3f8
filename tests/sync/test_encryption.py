"""Encryption in streams: what fails below it comes through as it is, what was altered is refused."""

import errno
import io

import pytest

from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.encryption import decrypt, encrypt, is_encrypted
from zi_desktop.trust.device_keys import new_device_key

KEY, OTHER = new_device_key(), new_device_key()
CONTENT = bytes(range(256)) * 1000


def encrypted(*keys):
    target = io.BytesIO()
    encrypt(io.BytesIO(CONTENT), target, [key.recipient for key in keys])
    return target.getvalue()


DATA = encrypted(KEY, OTHER)


def decrypted(data, *keys):
    target = io.BytesIO()
    decrypt(io.BytesIO(data), target, [key.identity for key in keys])
    return target.getvalue()


class Failing(io.BytesIO):
    """A medium that fails after so many calls."""

    def __init__(self, data, failure, after):
        super().__init__(data)
        self.failure, self.left = failure, after

    def _count(self):
        self.left -= 1
        if self.left < 0:
            raise self.failure

    def read(self, *size):
        self._count()
        return super().read(*size)

    def write(self, data):
        self._count()
        return super().write(data)


def test_each_recipient_reads_it_alone():
    assert decrypted(DATA, KEY) == decrypted(DATA, OTHER) == decrypted(DATA, new_device_key(), KEY) == CONTENT
    assert is_encrypted(io.BytesIO(DATA))
    assert not is_encrypted(io.BytesIO(CONTENT))


@pytest.mark.parametrize("keys", [(), (new_device_key(),)], ids=["none", "another"])
def test_nobody_else_reads_it(keys):
    with pytest.raises(BundleRejected, match="tidak disandikan untuk perangkat ini"):
        decrypted(DATA, *keys)


@pytest.mark.parametrize("length", [0, 10, 22, 100, len(DATA) // 2, len(DATA) - 1], ids=range(6))
def test_what_was_cut_is_refused(length):
    with pytest.raises(BundleRejected):
        decrypted(DATA[:length], KEY)


FAILURES = [OSError(errno.EIO, "gone"), OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), BundleRejected("berhenti")]


@pytest.mark.parametrize("number", range(len(FAILURES)))
@pytest.mark.parametrize("after", [2, 3])
def test_a_failure_of_the_medium_comes_through_as_it_is(number, after):
    failure = FAILURES[number]
    with pytest.raises(type(failure)) as raised:
        decrypt(Failing(DATA, failure, after), io.BytesIO(), [KEY.identity])
    assert raised.value is failure
    with pytest.raises(type(failure)) as raised:
        decrypt(io.BytesIO(DATA), Failing(b"", failure, after), [KEY.identity])
    assert raised.value is failure
    with pytest.raises(type(failure)) as raised:
        encrypt(Failing(CONTENT, failure, after), io.BytesIO(), [KEY.recipient])
    assert raised.value is failure
    with pytest.raises(type(failure)) as raised:
        encrypt(io.BytesIO(CONTENT), Failing(b"", failure, after), [KEY.recipient])
    assert raised.value is failure
