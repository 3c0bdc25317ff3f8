"""The fields with which a remark is written, changed or confirmed."""

from collections.abc import Mapping, Sequence
from typing import Final

from zi_desktop.domain.remark_terms import FINDINGS, ORIGINS, STATES, TEXTS
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind
from zi_desktop.ui.widgets.lines_field import LinesField

_LINES: Final = 2
"""Lines of the long texts: the whole dialog stands in the smallest window."""
_NEEDED: Final = {"condition": "Kondisi belum diisi.", "recommendation": "Rekomendasi belum diisi."}
_WRAPPED: Final = ("criterion", "cause", "effect")


def new_fields(*, free: bool = False) -> Sequence[Field]:
    """Return the fields of a new remark; its origin is stated once, here. A ``free`` one may name an item."""
    hint = "Bila kosong: yang diminta butir ini"
    item = (Field("item", "Butir", hint="Kode, misalnya A.I.5.i.b; boleh kosong"),) if free else ()
    others = (
        Field("criterion", TEXTS["criterion"], hint="Bila kosong: yang diminta butirnya" if free else hint),
        *(Field(key, TEXTS[key]) for key in ("cause", "effect", "responsible")),
    )
    origin = Field("origin", "Asal", Kind.SEGMENTS, "tpi", tuple(ORIGINS.items()))
    return (*_needed({}), *item, *others, Field("due", "Tenggat", Kind.DAY), origin)


def known_fields(values: Mapping[str, str]) -> Sequence[Field]:
    """Return the fields of a remark that stands, filled in; texts that may have several lines keep them."""
    others = (Field(key, TEXTS[key], Kind.LINES, values[key]) for key in _WRAPPED)
    responsible = Field("responsible", TEXTS["responsible"], value=values["responsible"])
    return (*_needed(values), *others, responsible, Field("due", "Tenggat", Kind.DAY, values["due"]))


def state_fields(state: str, reason: str) -> Sequence[Field]:
    """Return the fields that say how far a remark is."""
    return (
        Field("state", "Keadaan", Kind.SEGMENTS, state, tuple(STATES.items())),
        Field("reason", "Alasan", Kind.LINES, reason, hint="Boleh kosong"),
    )


def finding_fields(finding: str, note: str) -> Sequence[Field]:
    """Return the fields that say what was found of a remark of an earlier evaluation; "" chooses none beforehand."""
    needed = "Hasil pemeriksaan belum dipilih."
    return (
        Field("finding", "Hasil", Kind.SEGMENTS, finding, tuple(FINDINGS.items()), needed=needed),
        Field("note", "Keterangan", Kind.LINES, note, hint="Apa yang dilihat; boleh kosong"),
    )


def stand_close(dialog: FieldsDialog) -> None:
    """Bring the fields of a dialog close enough to stand in the smallest window."""
    dialog.rows.setVerticalSpacing(Space.XS)
    for field in dialog.fields.values():
        if isinstance(field, LinesField):
            field.show_lines(_LINES)


def _needed(values: Mapping[str, str]) -> Sequence[Field]:
    return [
        Field(key, TEXTS[key], Kind.LINES, values.get(key, ""), hint="Wajib diisi", needed=sentence)
        for key, sentence in _NEEDED.items()
    ]
