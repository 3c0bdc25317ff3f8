"""How a written worksheet looks: cell formats put together from a few named traits."""

from collections.abc import Mapping
from typing import Any, Final

_FONT: Final = "Arial"
DEFAULT_FONT: Final[Mapping[str, Any]] = {"font_name": _FONT, "font_size": 10}
"""Widths of columns are counted in its digits; nothing is written in it."""
_INK: Final = "#1B2733"
_LINE: Final = "#9AA5B1"
_OPEN: Final = "#FFFBEA"
"""Behind the cells that a person fills; it prints as nearly white."""
_DOUBT: Final = "#9A3412"

_TRAITS: Final[Mapping[str, Mapping[str, Any]]] = {
    "cell": {"font_name": _FONT, "font_size": 9, "font_color": _INK, "valign": "top", "border": 1, "border_color": _LINE},
    "plain": {"font_name": _FONT, "font_size": 9, "font_color": _INK, "valign": "top"},
    "wrap": {"text_wrap": True},
    "center": {"align": "center"},
    "middle": {"valign": "vcenter"},
    "indent": {"indent": 1},
    "strong": {"bold": True},
    "heading": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DCE3EC", "text_wrap": True},
    "title": {"bold": True, "font_size": 12, "valign": "vcenter", "text_wrap": True},
    "section": {"bold": True, "valign": "vcenter", "font_size": 10, "bg_color": "#CBD5E1"},
    "component": {"bold": True, "valign": "vcenter", "bg_color": "#DCE3EC"},
    "area": {"bold": True, "valign": "vcenter", "bg_color": "#EDF1F5"},
    "subcomponent": {"bold": True, "valign": "vcenter"},
    "total": {"bold": True, "valign": "vcenter", "font_size": 10, "bg_color": "#CBD5E1"},
    "open": {"locked": False, "bg_color": _OPEN},
    "unlocked": {"locked": False},
    "weight": {"num_format": "0.00", "align": "center"},
    "points": {"num_format": "0.00", "align": "center"},
    "share": {"num_format": "0.00%", "align": "center"},
    "count": {"num_format": "#,##0", "align": "center"},
    "index": {"num_format": "0.00########", "align": "center"},
    "whole": {"num_format": "0", "align": "center"},
    "doubt": {"font_color": _DOUBT, "italic": True},
    "prefixed": {"quote_prefix": True},
}  # fmt: skip


class Styles:
    """The formats of one workbook; the same traits are the same format."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[str, ...], Any] = {}

    def of(self, *traits: str) -> Any:
        """Return the format with these traits; a later one wins over an earlier one. Empty names are passed over."""
        key = tuple(trait for trait in traits if trait)
        if key not in self._formats:
            merged: dict[str, Any] = {}
            for trait in key:
                merged |= _TRAITS[trait]
            self._formats[key] = self._workbook.add_format(merged)
        return self._formats[key]
