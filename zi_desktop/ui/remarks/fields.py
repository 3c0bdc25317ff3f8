"""The dialog in which a remark is written or changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from zi_desktop.domain.remark_terms import ORIGINS, TEXTS
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind
from zi_desktop.ui.widgets.lines_field import LinesField

_LINES: Final = 2
"""Lines of the long texts: the whole dialog stands in the smallest window."""
_NEEDED: Final = {"condition": "Kondisi belum diisi.", "recommendation": "Rekomendasi belum diisi."}
_WRAPPED: Final = ("criterion", "cause", "effect")


def new_fields() -> Sequence[Field]:
    """Return the fields of a new remark; its origin is stated once, here."""
    others = (
        Field("criterion", TEXTS["criterion"], hint="Bila kosong: yang diminta butir ini"),
        *(Field(key, TEXTS[key]) for key in ("cause", "effect", "responsible")),
    )
    origin = Field("origin", "Asal", Kind.SEGMENTS, "tpi", tuple(ORIGINS.items()))
    return (*_needed({}), *others, Field("due", "Tenggat", Kind.DAY), origin)


def known_fields(values: Mapping[str, str]) -> Sequence[Field]:
    """Return the fields of a remark that stands, filled in; texts that may have several lines keep them."""
    others = (Field(key, TEXTS[key], Kind.LINES, values[key]) for key in _WRAPPED)
    responsible = Field("responsible", TEXTS["responsible"], value=values["responsible"])
    return (*_needed(values), *others, responsible, Field("due", "Tenggat", Kind.DAY, values["due"]))


def remark_dialog(
    title: str, fields: Sequence[Field], keep: Callable[[Mapping[str, str]], object], parent: QWidget
) -> FieldsDialog:
    """Return the dialog, close enough to stand in the smallest window."""
    dialog = FieldsDialog(title, fields, keep, parent)
    dialog.rows.setVerticalSpacing(Space.XS)
    for field in dialog.fields.values():
        if isinstance(field, LinesField):
            field.show_lines(_LINES)
    return dialog


def _needed(values: Mapping[str, str]) -> Sequence[Field]:
    return [
        Field(key, TEXTS[key], Kind.LINES, values.get(key, ""), hint="Wajib diisi", needed=sentence)
        for key, sentence in _NEEDED.items()
    ]
