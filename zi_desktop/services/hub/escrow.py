"""The key from the safe opens one bundle: for the day on which the keys of a hub are gone."""

import os
import tempfile
from pathlib import Path

from zi_desktop.domain.errors import BundleRejected, FileReadError, InvalidInputError
from zi_desktop.domain.refusals import reason
from zi_desktop.services.hub.keys import read_escrow
from zi_desktop.storage import files
from zi_desktop.sync.bundle_reading import OpenBundle, open_bundle
from zi_desktop.sync.encryption import decrypt, is_encrypted


def open_with(key: Path, bundle: Path, target: Path) -> OpenBundle:
    """Write a bundle without its encryption to a new file, which only this user may read; return what was verified in it.

    The files that ``OpenBundle`` names are gone when this returns.

    Raises:
        InvalidInputError: ``target`` exists already.
        CredentialError: ``key`` is no key, or damaged.
        BundleRejected: the bundle is not encrypted to this key, or is not whole; nothing is written.
        FileReadError: key or bundle cannot be read.
        FileWriteError: the file cannot be written; nothing is left behind.
    """
    if target.exists():
        raise InvalidInputError(f"Berkas {target.name} sudah ada. Tidak ada yang ditimpa; sebut berkas baru.")
    identity = read_escrow(key)
    part = files.part_of(target)
    try:
        _decrypted(bundle, part, identity)
        with tempfile.TemporaryDirectory(prefix="zi-") as staging:
            found = open_bundle(part, Path(staging), identities=())
    except BaseException:
        files.forget(part)
        raise
    files.put_in_place(part, target)
    return found


def _for_this_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _decrypted(bundle: Path, part: Path, identity: str) -> None:
    try:
        source = bundle.open("rb")
    except OSError as error:
        raise FileReadError(str(bundle), reason(error)) from error
    with source:
        if not is_encrypted(source):
            raise BundleRejected("paket ini tidak disandikan; pakai bundle show")
        try:
            with open(part, "xb", opener=_for_this_user) as plain:
                decrypt(source, plain, [identity])
                plain.flush()
                os.fsync(plain.fileno())
        except OSError as error:
            raise files.write_error(part, error) from error
