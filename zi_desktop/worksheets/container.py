"""A file that claims to be a workbook, opened without trusting it: what it is, its digest, its parts within limits."""

import hashlib
import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, NoReturn
from xml.parsers import expat

from zi_desktop.domain.errors import FileReadError
from zi_desktop.worksheets.reading import WorksheetError

_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file; pictures in a worksheet may take some."""
_MOST_READ: Final = 24 * 1024 * 1024
"""Bytes that are unpacked in all; pictures, styles and printer settings never are."""
_MOST_ELEMENTS: Final = 1_000_000
_MOST_PARTS: Final = 20_000
_CHUNK: Final = 1024 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AGAIN: Final = "simpan sebagai .xlsx, lalu ulangi"

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class Container:
    """The parts of a workbook. Every failure is a ``WorksheetError`` with the file's name."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            data = _whole(path, self.name)
        except OSError as error:
            raise FileReadError(str(path), "tidak ditemukan atau tidak boleh dibuka") from error
        self.digest = hashlib.sha256(data).hexdigest()
        _check_kind(data, self.name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self.damaged() from error
        if len(self._archive.filelist) > _MOST_PARTS:
            raise self.too_large()
        self._names = {name.casefold(): name for name in self._archive.namelist()}
        self._left = _MOST_READ
        self._elements = 0

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._names

    def damaged(self) -> WorksheetError:
        """Return the failure of a file that is cut off or was tampered with."""
        return WorksheetError(self.name, "rusak atau terpotong", "buka dan simpan ulang di Excel, lalu ulangi")

    def too_large(self) -> WorksheetError:
        """Return the failure of a file that holds far more than a worksheet."""
        return WorksheetError(
            self.name, "memuat jauh lebih banyak daripada sebuah lembar kerja", "periksa asal berkasnya, lalu ulangi"
        )

    def parse(self, part: str, start: Start, end: End, text: Callable[[str], None]) -> None:
        """Read one XML part; names come without namespace prefix.

        Raises:
            WorksheetError: the part is missing, damaged, too large, or declares entities.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_entities

        def begin(name: str, attributes: dict[str, str]) -> None:
            self._elements += 1
            if self._elements > _MOST_ELEMENTS:
                raise self.too_large()
            start(name.rpartition(":")[2] if ":" in name else name, attributes)

        def finish(name: str) -> None:
            end(name.rpartition(":")[2] if ":" in name else name)

        parser.StartElementHandler = begin
        parser.EndElementHandler = finish
        parser.CharacterDataHandler = text
        try:
            info = self._archive.getinfo(self._names[part.casefold()])
            with self._archive.open(info) as file:
                whole = self._feed(parser, file) == info.file_size
        except (
            KeyError, OSError, EOFError, RuntimeError, ValueError, NotImplementedError, zlib.error, zipfile.BadZipFile,
            expat.ExpatError,
        ) as error:  # fmt: skip
            raise self.damaged() from error
        if not whole:
            raise self.damaged()

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id → (last word of the type, target); a target outside is not made absolute."""
        folder, _, name = part.rpartition("/")
        relations = f"{folder}/_rels/{name}.rels"
        found: dict[str, tuple[str, str]] = {}
        if relations not in self:
            return found

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                target = attributes.get("Target", "")
                if attributes.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target

        self.parse(relations, start, _nothing, _nothing)
        return found

    def _feed(self, parser: expat.XMLParserType, file: IO[bytes]) -> int:
        """Parse what is unpacked, never more than the limit; return how many bytes it was."""
        read = 0
        while chunk := file.read(_CHUNK):
            read += len(chunk)
            self._left -= len(chunk)
            if self._left < 0:
                raise self.too_large()
            parser.Parse(chunk, False)  # noqa: FBT003 (expat takes it by position)
        parser.Parse(b"", True)  # noqa: FBT003 (expat names no argument)
        return read

    def _refuse_entities(self, *_: object) -> NoReturn:
        raise WorksheetError(
            self.name, "memuat definisi yang tidak ada di buku kerja biasa", "periksa asal berkasnya, lalu ulangi"
        )


def _nothing(_: str) -> None:
    """Leave what is not asked for."""


def _whole(path: Path, name: str) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise WorksheetError(name, "terlalu besar untuk sebuah lembar kerja", "keluarkan gambarnya, lalu ulangi")
    return data


def _check_kind(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise WorksheetError(name, "terkunci dengan kata sandi", "simpan salinan tanpa kata sandi, lalu ulangi")
        raise WorksheetError(name, "memakai format Excel lama (.xls)", _SAVE_AGAIN)
    if not data.startswith(b"PK"):
        raise WorksheetError(name, "bukan buku kerja Excel", "pilih berkas .xlsx atau .xlsm")
