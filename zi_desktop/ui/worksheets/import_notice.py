"""The sentence over a preview: what speaks against the file, or what was taken before it."""

from zi_desktop.ui import dates
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.worksheets.import_presenter import ImportShown


def notice_of(shown: ImportShown) -> tuple[str, Tone]:
    """Return the weightiest sentence about a file, "" where there is nothing to say."""
    preview = shown.preview
    if shown.target and not shown.target.evaluation:
        return f"Satker ini belum mempunyai evaluasi {shown.target.year}.", Tone.WARN
    if preview is None:
        return "", Tone.NEUTRAL
    if preview.warnings:
        return " ".join(preview.warnings), Tone.WARN
    if preview.taken:
        return f"Berkas ini sudah pernah diambil, diterima {dates.whole_day(preview.taken.received)}.", Tone.NEUTRAL
    if preview.previous:
        received = dates.whole_day(preview.previous.received)
        words = f"Versi sebelumnya: {preview.previous.name}, diterima {received}. Yang tampak adalah perbedaannya."
        return words, Tone.NEUTRAL
    return "", Tone.NEUTRAL
