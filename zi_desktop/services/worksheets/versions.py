"""Where a file stands among the worksheets that were taken into a column before it, as one sentence."""

from collections.abc import Callable, Sequence

from zi_desktop.domain.imports import Imported
from zi_desktop.services.worksheets.preview import ImportPreview


def is_older(preview: ImportPreview) -> bool:
    """Tell whether this very file was taken before and another one since."""
    return bool(preview.later)


def version_sentence(preview: ImportPreview, day: Callable[[str], str]) -> str:
    """Return when this file was taken and what came after it, else which one it follows, else "".

    Args:
        preview: of the file.
        day: how a day (ISO) is written.
    """
    if preview.taken is None:
        return f"Versi sebelumnya: {_named(preview.previous, day)}." if preview.previous else ""
    taken = f"Berkas ini sudah diambil pada {day(preview.taken.wall[:10])}"
    if not is_older(preview):
        return f"{taken}; sesudah itu belum ada lembar lain yang diambil."
    return f"{taken}; sesudah itu {_after(preview.later, day)}. Jadi, berkas ini versi lama."


def _after(later: Sequence[Imported], day: Callable[[str], str]) -> str:
    before = f"{len(later) - 1} lembar lain dan terakhir " if len(later) > 1 else ""
    return f"{before}{_named(later[-1], day)}"


def _named(item: Imported, day: Callable[[str], str]) -> str:
    return f"{item.name} (diterima {day(item.received)})" if item.received else item.name
