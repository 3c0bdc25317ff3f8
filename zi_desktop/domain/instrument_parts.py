"""Reading an edition's JSON: each object knows whose node it is, and each value is checked as it is taken."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from zi_desktop.domain.errors import InstrumentError
from zi_desktop.domain.figures import parse_decimal

ROOT = "(akar)"
"""Named where a failure lies in no node."""


class Part:
    """One JSON object of an edition with the code of the node to which it belongs."""

    __slots__ = ("_fields", "code")

    def __init__(self, fields: Any, code: str) -> None:
        if not isinstance(fields, dict):
            raise InstrumentError(code, "memuat bagian yang bukan objek")
        own = fields.get("code", fields.get("id", code))
        self.code = own if isinstance(own, str) else code
        self._fields = fields

    def __contains__(self, key: str) -> bool:
        return key in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def refuse(self, problem: str) -> InstrumentError:
        """Return the failure that names this node, ready to be raised."""
        return InstrumentError(self.code, problem)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there."""
        value = self._fields.get(key, default)
        if not isinstance(value, str):
            raise self.refuse(f"tidak memuat teks {key}")
        return value

    def word(self, key: str, known: tuple[str, ...]) -> str:
        """Return a text that is one of the known words."""
        value = self.text(key)
        if value not in known:
            raise self.refuse(f"memuat {key} yang tidak dikenal: {value}")
        return value

    def decimal(self, key: str) -> Fraction:
        """Return a decimal written as text."""
        try:
            return parse_decimal(self.text(key))
        except ValueError:
            raise self.refuse(f"memuat {key} yang bukan desimal") from None

    def whole(self, key: str) -> int:
        """Return an integer, 0 where there is none."""
        value = self._fields.get(key, 0)
        if type(value) is not int:
            raise self.refuse(f"memuat {key} yang bukan bilangan bulat")
        return value

    def number(self, key: str) -> int | None:
        """Return an identifying integer or nothing."""
        return None if self._fields.get(key) is None else self.whole(key)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._fields.get(key)
        if not isinstance(value, bool):
            raise self.refuse(f"tidak menyatakan {key}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where there is none."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.refuse(f"memuat {key} yang bukan daftar teks")
        return tuple(values)

    def part(self, key: str) -> "Part":
        """Return an object inside, empty where there is none."""
        return Part(self._fields.get(key, {}), self.code)

    def parts(self, key: str) -> list["Part"]:
        """Return a list of objects, empty where there is none."""
        return [Part(value, self.code) for value in self._list(key)]

    def is_text(self, key: str) -> bool:
        """Tell whether the value is a text (a requirement names one node or several)."""
        return isinstance(self._fields.get(key), str)

    def row(self, layout: str) -> int:
        """Return the row of this node in a layout of the worksheet, 0 where it has none."""
        return self.part("cells").part(layout).whole("row")

    def _list(self, key: str) -> list[Any]:
        values = self._fields.get(key)
        if values is None:
            return []
        if not isinstance(values, list):
            raise self.refuse(f"memuat {key} yang bukan daftar")
        return values


def read_document(data: bytes) -> Part:
    """Return the outermost object of an edition.

    Raises:
        InstrumentError: not JSON, or a number with decimals stands in it (the node that holds it is named).
    """
    floats: list[str] = []

    def remember(text: str) -> float:
        floats.append(text)
        return float(text)

    try:
        document = json.loads(data, parse_float=remember, parse_constant=remember)
    except (ValueError, RecursionError) as error:
        raise InstrumentError(ROOT, "tidak terbaca sebagai JSON") from error
    if floats:
        raise InstrumentError(
            _holder(document, ROOT) or ROOT, f"memuat bilangan pecahan {floats[0]}, bukan teks desimal"
        )
    return Part(document, ROOT)


def _holder(value: Any, code: str) -> str | None:
    """Return the code of the innermost node that holds the first binary float."""
    if isinstance(value, float):
        return code
    if isinstance(value, dict):
        code = str(value.get("code", value.get("id", code)))
        value = list(value.values())
    if isinstance(value, list):
        return next((found for item in value if (found := _holder(item, code))), None)
    return None
