"""Why the signature cannot be put yet, in one sentence, or what it will do."""

from dataclasses import dataclass

from zi_desktop.ui.evaluation_words import ONLY_READS
from zi_desktop.ui.signing.state import SigningShown
from zi_desktop.ui.widgets.pills import Tone


@dataclass(frozen=True, slots=True)
class Entry:
    """What the person gave so far: ``key`` is own, file or "" for none; ``paper`` tells whether it is in sight."""

    key: str = ""
    passphrase: bool = False
    read: bool = False
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence above the button; ``allowed`` tells whether the button may be pressed."""

    text: str
    tone: Tone = Tone.NEUTRAL
    allowed: bool = False


def notice(shown: SigningShown, entry: Entry) -> Notice:
    """Return what stands above the button."""
    return _of_evaluation(shown) or _of_entry(shown, entry) or _consequence(shown)


def anothers_turn(shown: SigningShown, key: str) -> str:
    """Return whose key is needed, in one sentence, where the chosen one (as in ``Entry``) is not theirs; else ""."""
    turn = shown.turn
    if key == "file" or turn is None or turn.own:
        return ""
    return f"Giliran {turn.name} menandatangani: pilih berkas kunci\u00a0.p12 miliknya, atau lanjutkan di laptopnya."


def _of_evaluation(shown: SigningShown) -> Notice | None:
    if shown.complete:
        return Notice("Semua tanda tangan lengkap. Laporan ini selesai.", Tone.OK)
    if not shown.writable:
        return Notice(ONLY_READS, Tone.WARN)
    if shown.closed and not shown.sealed:
        return Notice(shown.closed, Tone.WARN)
    if shown.checks.must and not shown.sealed:
        return Notice(f"Belum dapat ditandatangani. Selesaikan {shown.checks.must} hal wajib lebih dahulu.", Tone.BAD)
    if shown.sealed and shown.file is None:
        return Notice("Berkas laporan tersegel tidak ada di ruang kerja ini. Minta berkasnya kepada tim.", Tone.WARN)
    return None


def _of_entry(shown: SigningShown, entry: Entry) -> Notice | None:
    anothers = anothers_turn(shown, entry.key)
    missing = (
        (bool(anothers), anothers),
        (not entry.key, "Buat kunci sendiri atau pilih berkas kunci\u00a0.p12."),
        (not entry.paper, "Pratinjau dokumen belum tampil."),
        (not entry.passphrase, "Baca dokumennya, lalu isi passphrase kunci."),
        (not entry.read, "Nyatakan bahwa dokumen telah dibaca seluruhnya."),
    )
    return next((Notice(words) for applies, words in missing if applies), None)


def _consequence(shown: SigningShown) -> Notice:
    words = (
        "Waktu tanda tangan diambil dari jam komputer ini."
        if shown.sealed
        else "Setelah ini penilaian hanya dapat dibaca. Waktunya dari jam komputer ini."
    )
    return Notice(words, allowed=True)
