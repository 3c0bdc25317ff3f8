"""Bytes of evidence that another laptop sent: put into the store under their digest, byte for byte."""

import hashlib
import os
import shutil
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import FileWriteError
from zi_desktop.domain.refusals import reason
from zi_desktop.storage import files
from zi_desktop.storage.evidence_files import RESERVE, EvidenceStore

_CHUNK: Final = 1024 * 1024


def receive(store: EvidenceStore, source: Path, sha256: str) -> None:
    """Copy a file into the store if its bytes have that digest; call ``flush`` before anything speaks of it.

    Raises:
        FileWriteError: there is no room, the source is gone, or its bytes are others.
    """
    path = store.path_of(sha256)
    part = store.folder / f".{sha256[:16]}.part"  # a killed run's leftover is written over by the next
    found = hashlib.sha256()
    try:
        if shutil.disk_usage(store.folder).free < source.stat().st_size + RESERVE:
            raise FileWriteError(path.name, "ruang penyimpanan hampir penuh")
        with source.open("rb") as opened, part.open("wb") as target:
            for chunk in iter(lambda: opened.read(_CHUNK), b""):
                found.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        if found.hexdigest() != sha256:
            raise FileWriteError(path.name, "isinya berubah selagi disalin")
        files.replace_held(part, path)
    except OSError as error:
        raise FileWriteError(path.name, reason(error)) from error
    finally:
        files.forget(part)
