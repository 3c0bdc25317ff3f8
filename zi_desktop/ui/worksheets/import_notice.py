"""The sentence over a preview: what speaks against the file, or what was taken before it."""

from typing import Final

from zi_desktop.services.worksheets.versions import is_older, version_sentence
from zi_desktop.ui import dates
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.worksheets.import_shown import ImportShown

_NAMELESS: Final = "Lembar dan nama berkasnya tidak menyebut satker. Pastikan evaluasi di atas memang miliknya."
_OWNERLESS: Final = "Lembar ini tidak menyebut jawaban siapa; pastikan kolomnya benar."


def notice_of(shown: ImportShown) -> tuple[str, Tone]:
    """Return the weightiest sentence about a file, "" where there is nothing to say."""
    preview = shown.preview
    if shown.target and not shown.target.evaluation:
        return f"Satker ini belum mempunyai evaluasi {shown.target.year}.", Tone.WARN
    if preview is None:
        return "", Tone.NEUTRAL
    sheet = shown.worksheet
    unsaid = _OWNERLESS if sheet.owner is None and None in sheet.columns else ""
    told = f"{unsaid} {version_sentence(preview, dates.whole_day)}".strip()
    if preview.warnings:
        return " ".join((*preview.warnings, told)), Tone.WARN
    if shown.found.assumed and shown.target == shown.found.target:
        return f"{_NAMELESS} {told}", Tone.WARN
    if preview.previous and not preview.taken:
        told += " Yang tampak adalah perbedaannya."
    return told, Tone.WARN if is_older(preview) else Tone.NEUTRAL
