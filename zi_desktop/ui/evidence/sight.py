"""What the window itself can show of a file: read and made small in the worker, as a hostile file may take its time."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.storage import file_kinds
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.picture_process import made_small

PDF: Final = "application/pdf"
_SIDE: Final = 1400
"""Pixels of the longer side of a picture that is shown."""
_LARGEST_PAPER: Final = 64 * 1024 * 1024
"""Bytes; a larger PDF is left to another program."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is shown of a file: a picture (PNG), a PDF, or a sentence that says why neither."""

    sha256: str
    picture: bytes = b""
    paper: bytes = b""
    words: str = ""


def read_sight(workspace: Path, file: EvidenceFile) -> Sight:
    """Return what can be shown of a file."""
    path = EvidenceStore(workspace).path_of(file.sha256)
    if not file.kept:
        return Sight(file.sha256, words="Berkas ini hanya dicatat. Isinya tetap di tempat asalnya.")
    try:
        if file.type in file_kinds.PICTURES:
            return _picture(path, file)
        if file.type == PDF and file.size <= _LARGEST_PAPER:
            return Sight(file.sha256, paper=path.read_bytes())
    except OSError:
        return Sight(file.sha256, words="Isi berkas ini tidak ada di ruang kerja. Catatannya tetap aman.")
    return Sight(file.sha256, words="Jenis berkas ini dibuka dengan program lain (Ctrl+O).")


def _picture(path: Path, file: EvidenceFile) -> Sight:
    """Return a picture as another process made it small: a hostile one harms only that."""
    if not path.is_file():
        raise FileNotFoundError(path.name)
    found = made_small([path], _SIDE).get(path, b"")
    words = "" if found else "Gambar ini rusak atau terlalu besar untuk ditampilkan. Buka dengan program lain (Ctrl+O)."
    return Sight(file.sha256, picture=found, words=words)
