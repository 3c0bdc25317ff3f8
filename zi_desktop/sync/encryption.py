"""Encryption of whole bundles by age, in streams: a bundle of gigabytes takes a few megabytes of memory."""

from collections.abc import Sequence
from typing import BinaryIO, Final, Protocol, Self

import pyrage

from zi_desktop.domain.errors import BundleRejected

_MAGIC: Final = b"age-encryption.org/v1\n"
_HEADER_END: Final = b"\n--- "
_LONGEST_HEADER: Final = 64 * 1024
"""Bytes, for some 600 recipients; age itself reads on until the header ends, over and over."""
MOST_RECIPIENTS: Final = 500


class Source(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most that many bytes, none at the end."""


class Target(Protocol):
    """What bytes are written to."""

    def write(self, data: bytes, /) -> int:
        """Take bytes."""

    def flush(self) -> None:
        """Hand on what was taken."""


def is_encrypted(file: BinaryIO) -> bool:
    """Tell whether a file is one of age; it is left at its beginning."""
    file.seek(0)
    beginning = file.read(len(_MAGIC))
    file.seek(0)
    return beginning == _MAGIC


def encrypt(source: Source, target: Target, recipients: Sequence[str]) -> None:
    """Encrypt to recipients (``age1…``, at least one), each of whom can read it alone.

    Raises:
        OSError: writing failed; whatever else ``source`` and ``target`` raise comes through.
    """
    readers = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    with _Watch() as watch:
        pyrage.encrypt_io(_WatchedSource(source, watch), _WatchedTarget(target, watch), readers)


def decrypt(source: BinaryIO, target: BinaryIO, identities: Sequence[str]) -> None:
    """Decrypt a file; what was written is not to be used unless this returns.

    Raises:
        BundleRejected: not encrypted to any of these identities, or altered.
        OSError: reading or writing failed.
    """
    source.seek(0)
    if _HEADER_END not in source.read(_LONGEST_HEADER):
        raise BundleRejected("kepala sandinya rusak")
    source.seek(0)
    keys = [pyrage.x25519.Identity.from_str(each) for each in identities]
    try:
        with _Watch() as watch:
            pyrage.decrypt_io(_WatchedSource(source, watch), _WatchedTarget(target, watch), keys)
    except pyrage.DecryptError as error:
        if "No matching keys" in str(error):
            raise BundleRejected("paket ini tidak disandikan untuk perangkat ini") from error
        raise BundleRejected("sandinya rusak") from error
    except OSError as error:
        if error.errno is None:  # age itself says so; the system always gives a number
            raise BundleRejected("isinya berubah atau terpotong sejak disandikan") from error
        raise


class _Watch:
    """Remembers what a source or a target raised: age hands some of it on as a failure of its own, without the cause."""

    def __init__(self) -> None:
        self.failure: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is not None and self.failure is not None and error is not self.failure:
            raise self.failure


class _Remembering:
    def __init__(self, watch: _Watch) -> None:
        self._watch = watch

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._watch.failure = error or self._watch.failure


class _WatchedSource:
    def __init__(self, source: Source, watch: _Watch) -> None:
        self._source = source
        self._remembering = _Remembering(watch)

    def read(self, size: int, /) -> bytes:
        with self._remembering:
            return self._source.read(size)


class _WatchedTarget:
    def __init__(self, target: Target, watch: _Watch) -> None:
        self._target = target
        self._remembering = _Remembering(watch)

    def write(self, data: bytes, /) -> int:
        with self._remembering:
            return self._target.write(data)

    def flush(self) -> None:
        with self._remembering:
            self._target.flush()
