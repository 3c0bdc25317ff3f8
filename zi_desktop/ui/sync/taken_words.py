"""What is said of a bundle that was taken."""

from typing import TYPE_CHECKING, Final

from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.exchange.bundle_intake import TakenBundle
    from zi_desktop.services.exchange.bundle_preview import BundlePreview

DISCARDED: Final = "Yang menunggu dari laptop itu dibuang; penilaian yang sudah ada tidak berubah."
STOPPED: Final = "Pengambilan paket dihentikan. Yang sudah diambil tetap ada; ambil lagi paket itu untuk melengkapinya."


def taken_words(taken: "TakenBundle", preview: "BundlePreview", beyond: int = 0) -> str:
    """Return what was taken, and what of it waits for somebody; ``beyond`` counts what came for the lead to close."""
    counts = [(taken.lines, "perubahan"), (taken.evidence, "data dukung"), (taken.reports, "laporan bertanda tangan")]
    parts = [f"{count} {words}" for count, words in counts if count]
    words = f"Paket dari {preview.bundle.card.name} diambil" + (f": {', '.join(parts)}" if parts else "")
    if preview.conflicts:
        words += f"; {len(preview.conflicts)} beda penilaian perlu diselesaikan"
    if beyond:
        words += f"; {beyond} hal tercatat untuk ketua tim"
    if preview.pending:
        words += f"; {preview.pending} perubahan menunggu bagian sebelumnya"
    if preview.quarantined:
        words += f"; {preview.quarantined} perubahan menunggu sampai kartu pengirimnya diterima"
    return f"{words}."


def let_in_words(lines: int, open_: int) -> str:
    """Return what a card let in that had waited for it; ``open_`` counts what is to be settled now."""
    taken = f"; {lines} perubahan yang menunggu telah diambil" if lines else ""
    settle = f"; {open_} hal perlu diselesaikan di beda penilaian" if lines and open_ else ""
    return f"Kartu diterima{taken}{settle}."


def needs_attention(preview: "BundlePreview") -> bool:
    """Tell whether something of a bundle waits: for a choice, for what came before it, for a card."""
    return bool(preview.conflicts or preview.pending or preview.quarantined)


def let_in_tone(open_: int) -> Tone:
    """Return how that is said: something that is to be settled is no plain good news."""
    return Tone.WARN if open_ else Tone.OK
