"""The tokens of the interface: every colour, type size, distance and height that a screen may use."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each as ``#RRGGBB``; what each is for stands in the comment of its row."""

    name: str
    window: str  # page background
    surface: str  # panels, tables, fields
    raised: str  # headers, group rows, drop areas
    hover: str
    border: str  # hairlines, panel edges
    control: str  # edges of fields, buttons, key caps, scroll handles; at least 3:1
    text: str
    text2: str  # secondary
    text3: str  # placeholders, disabled; never on a selected row
    accent: str  # primary button, focus ring, selection bar
    accent_hover: str
    accent_text: str  # links, active tab
    accent_soft: str  # selected row, chosen option
    accent_line: str  # edge of the selected segment
    on_accent: str
    fill: str  # value of a bar
    track: str  # bed of a bar
    mark: str  # tick of a threshold
    ok: str  # condition met
    ok_soft: str
    ok_line: str
    warn: str  # needs attention
    warn_soft: str
    warn_line: str
    bad: str  # failed, blocking, invalid
    bad_soft: str
    bad_line: str


LIGHT: Final = Tokens(
    name="light",
    window="#F3F5F7", surface="#FFFFFF", raised="#F8F9FB", hover="#EEF2F6", border="#D6DCE2", control="#7B8794",
    text="#1A2129", text2="#4A5561", text3="#5E6975",
    accent="#1B5A94", accent_hover="#154A7B", accent_text="#174F83", accent_soft="#E4EEF8", accent_line="#9DBFDF",
    on_accent="#FFFFFF",
    fill="#527696", track="#DFE5EA", mark="#2C3641",
    ok="#1C6B3C", ok_soft="#E5F3EA", ok_line="#A9D3B7",
    warn="#855000", warn_soft="#FCF1DD", warn_line="#E3C48C",
    bad="#AE241C", bad_soft="#FCEAE8", bad_line="#E9B3AE",
)  # fmt: skip
DARK: Final = Tokens(
    name="dark",
    window="#14181D", surface="#1B2026", raised="#21272E", hover="#28303A", border="#353F4A", control="#75818E",
    text="#E7EBEF", text2="#B3BDC7", text3="#97A2AE",
    accent="#6FAFEA", accent_hover="#8CC0F0", accent_text="#A3CDF4", accent_soft="#1C3247", accent_line="#3A6188",
    on_accent="#0A1A29",
    fill="#7DA3C6", track="#343E48", mark="#E7EBEF",
    ok="#7FCF9B", ok_soft="#18301F", ok_line="#2F5C3F",
    warn="#EBBB6C", warn_soft="#352912", warn_line="#6A5223",
    bad="#F59E96", bad_soft="#3D2120", bad_line="#7A3B37",
)  # fmt: skip


class Type:
    """Sizes of type in pixels at normal text size; one above the drawn ones, as this face runs smaller."""

    RAIL: Final = 12  # labels of the rail, whose width is the narrowest of all
    SMALL: Final = 13  # secondary lines, headers, key caps: the minimum elsewhere
    BODY: Final = 14
    LETTER: Final = 15  # letter of an option
    TITLE: Final = 16  # window and panel titles
    QUESTION: Final = 18
    FIGURE: Final = 22
    SCORE: Final = 34  # main score


class Weight:
    """Weights of type: text; names, labels and figures that decide something; the main score."""

    TEXT: Final = 400
    STRONG: Final = 600
    SCORE: Final = 700


class Space:
    """Distances in logical pixels."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12  # gap between panels, page margin above and below
    L: Final = 16  # page margin at the sides, padding of a panel
    XL: Final = 24


class Height:
    """Heights in logical pixels."""

    TOP_BAR: Final = 56
    STATUS_BAR: Final = 28
    CONTROL: Final = 32  # buttons and fields
    SMALL_BUTTON: Final = 24
    SEGMENT: Final = 28
    ROW: Final = 28
    TALL_ROW: Final = 48
    TABLE_HEADER: Final = 32
    OPTION: Final = 52
    ACTION_BAR: Final = 49


class Radius:
    """Corner radii in logical pixels."""

    CONTROL: Final = 4
    CAP: Final = 3
    BAR: Final = 2


class IconSize:
    """Sizes at which icons are drawn."""

    CELL: Final = 14
    BUTTON: Final = 16
    RAIL: Final = 20


RAIL_WIDTH: Final = 72
LARGE_TEXT: Final = 1.15
"""Factor of all type sizes when the person chose large text."""
