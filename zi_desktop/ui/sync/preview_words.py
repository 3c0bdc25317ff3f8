"""What taking a bundle would do, in words: from whom, what is new, what waits and why, what to be careful about."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.services.bundle_preview import EVALUATION, BundlePreview, Stranger
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
        meaning += " Isinya disimpan dan menunggu; belum ada penilaian yang berubah."
    facts = [
        ("Dari", f"{card.name} · {card.nip}" if card.nip else card.name),
        ("Dibuat", recorded(dt.datetime.fromisoformat(manifest.made))),
        *_evaluations(preview, names),
        ("Perubahan", f"{preview.new} baru, {preview.had} sudah ada"),
        ("Data dukung", _evidence(preview)),
    ]
    if preview.bundle.reports:
        facts.append(("Laporan", f"{len(preview.bundle.reports)} bertanda tangan"))
    tone = Tone.OK if preview.accepted else Tone.WARN
    known = tuple(each for each in preview.strangers if each.card)
    return PreviewShown(
        f"Paket dari {card.name}", meaning, tone, tuple(facts), tuple(_notices(preview, names)), known, takeable
    )


def _evaluations(preview: BundlePreview, names: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    found = [
        f"{names.get(each.subject.id, 'Evaluasi yang belum ada di laptop ini')}: {len(each.incoming.new)} baru"
        for each in preview.changes
        if each.subject.kind == EVALUATION
    ]
    return [("Evaluasi", "\n".join(found[:6] + ["…"] * (len(found) > len(found[:6]))))] if found else []


def _evidence(preview: BundlePreview) -> str:
    included, missing = len(preview.evidence_included), len(preview.evidence_missing)
    words = f"{included} berkas baru" if included else "tidak ada berkas baru"
    return f"{words}, {missing} masih kurang" if missing else words


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
        where = ", ".join(f"{names.get(id_, 'evaluasi baru')} ({count})" for id_, count in counted.items())
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
