"""Rows of a list in CSV or Excel, by the headings of its first row."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from zi_desktop.domain.errors import FileReadError, ListError

_LARGEST: Final = 32 * 1024 * 1024
_MOST_ROWS: Final = 50_000
_NAMED_PROBLEMS: Final = 20
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (row number as a spreadsheet shows it, heading in lower case → text) of each row that is not empty.

    Raises:
        FileReadError: the file cannot be read.
        ListError: no such headings, or far more rows than a list has.
    """
    data = _read(path)
    table = _excel(data, path.name) if data.startswith(b"PK") else _csv(data, path.name)
    headings = [" ".join(cell.casefold().split()) for cell in next(table, [])]
    _check_headings(headings, needed, path.name)
    for number, cells in enumerate(table, start=2):
        if number > _MOST_ROWS:
            raise ListError(
                f"{path.name} memuat lebih dari {_MOST_ROWS} baris. Tidak ada yang diambil; bagi daftar itu, lalu ulangi."
            )
        if any(cell.strip() for cell in cells):
            # A row may be shorter than the headings: what is not written is empty.
            pairs = zip_longest(headings, cells[: len(headings)], fillvalue="")
            yield number, {heading: cell.strip() for heading, cell in pairs if heading}


def refusal(path: Path, problems: Iterable[str]) -> ListError:
    """Return the failure that names the rows of a list that are wrong, the first twenty of them."""
    found = list(problems)
    shown = "; ".join(problem.rstrip(".") for problem in found[:_NAMED_PROBLEMS])
    more = "; …" if len(found) > _NAMED_PROBLEMS else ""
    return ListError(
        f"{len(found)} baris {path.name} tidak dapat dipakai: {shown}{more}. Tidak ada yang diambil; betulkan, lalu ulangi."
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise ListError(
                f"{path.name} terlalu besar untuk sebuah daftar. Tidak ada yang diambil; periksa berkasnya, lalu ulangi."
            )
        return path.read_bytes()
    except OSError as error:
        raise FileReadError(str(path), "tidak ditemukan atau tidak boleh dibuka") from error


def _check_headings(headings: list[str], needed: tuple[str, ...], name: str) -> None:
    missing = [heading for heading in needed if heading not in headings]
    if missing:
        raise ListError(
            f"{name} tidak memuat kolom {', '.join(missing)} pada baris pertama. Tidak ada yang diambil; betulkan, lalu ulangi."
        )


def _csv(data: bytes, name: str) -> Iterator[list[str]]:
    text = _text(data)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise _unreadable(name, "CSV") from error


def _text(data: bytes) -> str:
    if data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace")  # what Excel calls Unicode text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel on Windows writes unasked


def _excel(data: bytes, name: str) -> Iterator[list[str]]:
    import warnings  # noqa: PLC0415 (only for Excel)
    import zipfile  # noqa: PLC0415 (only for Excel)
    import zlib  # noqa: PLC0415 (only for Excel)

    import openpyxl  # noqa: PLC0415 (0.3 s that a CSV does not need)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and pictures, which a list does not need
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs state a smaller table than they wrote
            rows = [
                [_spelled(value) for value in row] for row in sheet.iter_rows(max_row=_MOST_ROWS + 1, values_only=True)
            ]
    except (
        OSError, LookupError, ValueError, TypeError, AttributeError, SyntaxError, EOFError, zlib.error, zipfile.BadZipFile,
    ) as error:  # fmt: skip
        raise _unreadable(name, "Excel") from error
    yield from rows


def _spelled(value: Any) -> str:
    """Return a cell as text; Excel keeps every number as a fraction, so a code 405123 comes as 405123.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _unreadable(name: str, kind: str) -> ListError:
    return ListError(
        f"{name} tidak terbaca sebagai {kind}. Tidak ada yang diambil; simpan ulang berkas itu, lalu ulangi."
    )
