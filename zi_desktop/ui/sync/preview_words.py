"""What taking a bundle would do, in words: from whom, what is new, what waits and why, what to be careful about."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.services.exchange.bundle_preview import EVALUATION, BundlePreview, Stranger
from zi_desktop.ui.dates import recorded
from zi_desktop.ui.widgets.pills import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence to be read before the bundle is taken."""

    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PreviewShown:
    """A preview in words; ``strangers`` are devices whose cards can be accepted after a comparison."""

    title: str
    meaning: str
    tone: Tone
    facts: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]
    strangers: tuple[Stranger, ...]
    takeable: bool
    brings: bool
    """Something is taken at once, not only kept until a card is accepted."""


def preview_shown(preview: BundlePreview, names: Mapping[str, str], *, unfinished: bool) -> PreviewShown:
    """Return a preview in words.

    Args:
        preview: what was read.
        names: of the evaluations that are here, by id.
        unfinished: taking this bundle was cut off before.
    """
    manifest, card = preview.bundle.manifest, preview.bundle.card
    takeable = preview.anything or unfinished
    verified = "Pengirim terverifikasi" if preview.accepted else "Pengirim belum dikenal"
    meaning = f"{verified}."
    if unfinished:
        meaning += " Pengambilan paket ini terputus; mengambilnya lagi melengkapinya."
    elif not takeable:
        meaning += " Semua isinya sudah ada di laptop ini."
    elif preview.new or preview.evidence_included:
        meaning += " Periksa isinya, lalu ambil."
    else:
        meaning += " Bila disimpan, isinya menunggu; belum ada penilaian yang berubah."
    facts = [
        ("Dari", f"{card.name} · {card.nip}" if card.nip else card.name),
        ("Dibuat", recorded(dt.datetime.fromisoformat(manifest.made))),
        *_evaluations(preview, names),
        ("Perubahan", _lines(preview)),
        *([("Data dukung", words)] if (words := _evidence(preview)) else []),
    ]
    if preview.bundle.reports:
        facts.append(("Laporan", f"{len(preview.bundle.reports)} bertanda tangan"))
    tone = Tone.OK if preview.accepted else Tone.WARN
    brings = bool(preview.new or preview.evidence_included or not preview.strangers)
    known = tuple(each for each in preview.strangers if each.card)
    return PreviewShown(
        f"Paket dari {card.name}", meaning, tone, tuple(facts), tuple(_notices(preview, names)), known, takeable, brings
    )


def _evaluations(preview: BundlePreview, names: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    found = [
        f"{_name(preview, names, each.subject.id)}: {each.new} perubahan baru"
        for each in preview.changes
        if each.subject.kind == EVALUATION and each.new
    ]
    return [("Evaluasi", "\n".join(found[:6] + ["…"] * (len(found) > len(found[:6]))))] if found else []


def _name(preview: BundlePreview, names: Mapping[str, str], id_: str) -> str:
    """Return how an evaluation is called: as here, else as the bundle does."""
    return names.get(id_) or f"{preview.titles.get(id_, 'Evaluasi')}, baru di laptop ini"


def _lines(preview: BundlePreview) -> str:
    waits = preview.pending + preview.quarantined
    parts = [(preview.new, "baru"), (preview.had, "sudah ada"), (waits, "menunggu")]
    return ", ".join(f"{count} {words}" for count, words in parts if count) or "tidak ada"


def _evidence(preview: BundlePreview) -> str:
    included, missing = len(preview.evidence_included), len(preview.evidence_missing)
    waiting = len(preview.files_waiting.keys() - preview.bundle.reports.keys())
    parts = [(included, "berkas baru"), (waiting, "berkas menunggu bersama perubahannya"), (missing, "masih kurang")]
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def _notices(preview: BundlePreview, names: Mapping[str, str]) -> Sequence[Notice]:
    found = []
    if preview.forks:
        found.append(
            Notice(
                f"Catatan satu laptop bercabang dua ({len(preview.forks)} kali): mungkin laptopnya disalin atau dipulihkan dari "
                "cadangan. Kedua cabang disimpan; periksa isiannya bersama pemiliknya.",
                Tone.BAD,
            )
        )
    if preview.newer:
        found.append(
            Notice("Sebagian ditulis program yang lebih baru. Setelah diambil, evaluasi itu hanya dapat dibaca sampai program diperbarui.", Tone.BAD)
        )  # fmt: skip
    if preview.conflicts:
        counted = Counter(id_ for id_, _ in preview.conflicts)
        where = ", ".join(f"{_name(preview, names, id_)} ({count})" for id_, count in counted.items())
        found.append(Notice(f"Beda penilaian yang akan muncul: {where}. Kedua versi disimpan.", Tone.WARN))
    if preview.pending:
        found.append(
            Notice(f"{preview.pending} perubahan menunggu bagian yang belum ada. Minta paket lengkap dari pengirimnya.", Tone.WARN)
        )  # fmt: skip
    found += [
        Notice(
            f"{each.lines} perubahan dari perangkat {each.device[:8]} menunggu: kartunya tidak ada dalam paket. Minta kartu dari pemiliknya.",
            Tone.WARN,
        )
        for each in preview.strangers
        if each.card is None
    ]
    if preview.evidence_missing:
        found.append(
            Notice(f"{len(preview.evidence_missing)} data dukung belum ada di laptop ini dan tidak ada di paket ini.", Tone.NEUTRAL)
        )  # fmt: skip
    return found
