"""What the screen of the exchange shows, as rows and words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain import figures
from zi_desktop.services.exchange.lost_files import LOST_WAY
from zi_desktop.services.exchange.overview import ExchangeOverview, OutboxItem
from zi_desktop.services.exchange.past import REFUSED, PastBundle, WaitingSender
from zi_desktop.services.receipts import LOCAL, SENT, STORED, TAKEN_BACK
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.ui.dates import moment
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup

FILE, PART, PAST, SENDER = "berkas:", "terputus:", "riwayat:", "perangkat:"
"""What the ids of the rows of what came in begin with: a file that waits, a cut off import, the past, who waits."""
_KINDS: Final = {BundleKind.REFERENCE: "Daftar satker dan registri", BundleKind.PORTFOLIO: "Portofolio"}
_NAMED: Final = 3
_FOLDED: Final = 2
"""So many rows that need nothing more become one."""
_FROM_HUB: Final = "semua-"
"""How the name of a bundle begins that the hub gives everybody."""


@dataclass(frozen=True, slots=True)
class SyncShown:
    """How the exchange stands: ``hub`` is the name of the Inspectorate's hub or "", ``address`` where it is met."""

    overview: ExchangeOverview
    hub: str
    address: str
    now: dt.datetime
    writable: bool

    @property
    def waiting(self) -> Sequence[OutboxItem]:
        """Return what no receipt confirmed as it stands."""
        return [item for item in self.overview.outbox if item.state != SENT or item.files]

    @property
    def lost(self) -> Sequence[OutboxItem]:
        """Return the evaluations with files that are neither here nor at the hub."""
        return [item for item in self.overview.outbox if item.lost]

    @property
    def taken_back(self) -> Sequence[OutboxItem]:
        """Return what the hub no longer has although a receipt had confirmed it."""
        return [item for item in self.overview.outbox if item.taken_back]


def subtitle(shown: SyncShown) -> str:
    """Return which hub this laptop sends to, and when they last met."""
    if not shown.hub:
        met = shown.overview.met
        return "Belum terhubung ke Inspektorat" + (
            f" · terakhir bertukar {_moment(met, shown)} lewat flashdisk" if met else ""
        )
    met = f"terakhir bertukar {_moment(shown.overview.contact, shown)}" if shown.overview.contact else "belum bertukar"
    return f"{shown.hub} · {met}"


def outbox_count(shown: SyncShown) -> str:
    """Return how much waits, in words."""
    waiting = shown.waiting
    if not waiting:
        return ""
    size = sum(item.size for item in waiting)
    return f"{len(waiting)} evaluasi" + (f" · {figures.size(size)}" if size else "")


def outbox_groups(shown: SyncShown) -> Sequence[RowGroup]:
    """Return the evaluations by where they stand."""
    parts: Sequence[tuple[str, str, Iterable[OutboxItem]]] = (
        ("hilang", "Berkasnya tidak ada di sini maupun di Inspektorat", shown.lost),
        (
            "ditarik",
            "Tidak ada lagi di Inspektorat, perlu dikirim lagi",
            [item for item in shown.taken_back if not item.lost],
        ),
        ("lokal", "Belum terkirim", _of(shown, LOCAL)),
        ("menunggu", "Menunggu tanda terima", _of(shown, STORED)),
    )
    groups = [RowGroup(key, title, tuple(_outbox_row(item, shown) for item in items)) for key, title, items in parts]
    groups = [group for group in groups if group.rows]
    sent = _sent_rows(_of(shown, SENT), shown, fold=bool(groups))
    return [*groups, RowGroup("terkirim", "Terkirim", sent)] if sent else groups


def inbox_groups(shown: SyncShown) -> Sequence[RowGroup]:
    """Return what waits to be looked at, what was cut off, and what came and went before."""
    overview = shown.overview
    parts = (
        ("menunggu", "Dari Inspektorat, belum dilihat", tuple(_arrived_row(file, shown) for file in overview.arrived)),
        ("terputus", "Terputus, perlu diambil lagi", tuple(_cut_row(item, shown) for item in overview.interrupted)),
        ("kartu", "Menunggu", tuple(_waiting_row(each) for each in overview.waiting)),
        ("riwayat", "Riwayat", tuple(_past_row(item, shown) for item in overview.past)),
    )
    return [RowGroup(key, title, rows) for key, title, rows in parts if rows]


def taken_back_words(shown: SyncShown) -> str:
    """Return what has to be said as long as the hub no longer has what it had confirmed, or ""."""
    back = shown.taken_back
    rest = "Selain berkas yang hilang, isinya" if any(item.lost for item in back) else "Semuanya"
    return (
        f"Inspektorat tidak lagi memiliki {_names(back)}. {rest} masih ada di laptop ini; kirim lagi." if back else ""
    )


def lost_words(shown: SyncShown) -> str:
    """Return what has to be said as long as files are neither here nor at the hub, or ""."""
    lost = shown.lost
    if not lost:
        return ""
    count = sum(item.lost for item in lost)
    return f"{count} berkas {_names(lost)} tidak ada lagi di laptop ini maupun di Inspektorat. {LOST_WAY}."


def _names(items: Sequence[OutboxItem]) -> str:
    named = items[:_NAMED]
    return "; ".join(f"{item.satker} {item.year}" for item in named) + (" …" if len(items) > len(named) else "")


def _of(shown: SyncShown, state: str) -> Sequence[OutboxItem]:
    return [item for item in shown.overview.outbox if item.state == state and not item.taken_back and not item.lost]


def _sent_rows(items: Sequence[OutboxItem], shown: SyncShown, *, fold: bool) -> tuple[ListRow, ...]:
    """Return what was sent; in one row what is wholly done, where something else has to be done first."""
    done = [item for item in items if not item.files] if fold else []
    if len(done) < _FOLDED:
        return tuple(_outbox_row(item, shown) for item in items)
    last = _moment(max(item.since for item in done), shown)
    row = ListRow("", f"{len(done)} evaluasi", f"Tanda terima terakhir {last}", "check-circle", "ok", "Terkirim", "ok")
    return (*(_outbox_row(item, shown) for item in items if item.files), row)


def _outbox_row(item: OutboxItem, shown: SyncShown) -> ListRow:
    parts = [f"{item.lines} perubahan"] if item.lines else []
    if item.files:
        parts.append(f"{item.files} berkas, {figures.size(item.size)}")
    if item.signatures:
        given, needed = item.signatures
        parts.append(f"laporan {given} dari {needed} tanda tangan")
    if item.lost:
        parts.insert(0, f"{item.lost} berkas perlu diambil lagi")
    more, icon, ink, end = _standing(item, shown)
    detail = " · ".join([*parts, more] if more else parts)
    return ListRow(item.evaluation, f"{item.satker} {item.year}", detail, icon, ink, end, ink)


def _standing(item: OutboxItem, shown: SyncShown) -> tuple[str, str, str, str]:
    """Return how an evaluation stands: words below it, drawing, ink and the word at its end."""
    if item.lost or item.taken_back:
        return "", "warning", "bad", "Berkas hilang" if item.lost else "Kirim lagi"
    if item.state == SENT:
        received = f"Tanda terima {_moment(item.since, shown)}", "check-circle", "ok", "Terkirim"
        return ("", "package", "warn", "Berkas menunggu") if item.files else received
    if item.state == STORED:
        return f"ditaruh {_moment(item.since, shown)}", "clock", "text2", "Disimpan ke media"
    if item.saved:
        return f"di flashdisk {_moment(item.saved, shown)}", "usb", "text2", "Disimpan ke media"
    return "", "package", "warn", "Lokal"


def _arrived_row(file: Path, shown: SyncShown) -> ListRow:
    what = _KINDS[BundleKind.REFERENCE] if file.name.startswith(_FROM_HUB) else "Kiriman untuk laptop ini"
    what = f"{what}, dari {shown.hub or 'Inspektorat'}"
    return ListRow(f"{FILE}{file}", what, "Enter melihat isinya", "package", "warn")


def _waiting_row(each: WaitingSender) -> ListRow:
    parts = [f"{each.lines} perubahan"] + ([f"{each.files} berkas, {figures.size(each.size)}"] if each.files else [])
    if each.why == "gap":
        parts.append("minta paket lengkap; bila hilang: hub gap")
    else:
        parts.append("Enter mencocokkan kartunya" if each.name else "minta kartu dari pemiliknya")
    name = each.name or f"Perangkat {each.device[:8]}"
    why = "bagian kurang" if each.why == "gap" else "kartu belum diterima"
    return ListRow(f"{SENDER}{each.device}", f"{name}: {why}", " · ".join(parts), "warning", "warn")


def _cut_row(item: PastBundle, shown: SyncShown) -> ListRow:
    detail = f"{_sender(item)} · pilih lagi berkas ini"
    return ListRow(f"{PART}{item.id}", _title(item), detail, "warning", "warn", _moment(item.at, shown))


def _past_row(item: PastBundle, shown: SyncShown) -> ListRow:
    end = _moment(item.at, shown)
    if item.state == REFUSED:
        return ListRow(f"{PAST}{item.id}", item.name, f"Ditolak: {item.problem}", "cross-circle", "bad", end)
    if not item.came:
        return _went_row(item, end)
    brought = [f"{item.lines} digabung"] if item.lines > 0 else []
    if item.conflicts:
        brought.append(f"{item.conflicts} beda penilaian")
    if item.waiting:
        brought.append(f"{item.waiting} menunggu")
    icon, ink = ("difference", "bad") if item.conflicts else ("check-circle", "ok")
    if not item.verified or item.waiting:
        icon, ink = "warning", "warn"
    detail = f"{_sender(item)} · {', '.join(brought) or 'sudah ada semua'}"
    return ListRow(f"{PAST}{item.id}", _title(item), detail, icon, ink, end)


def _went_row(item: PastBundle, end: str) -> ListRow:
    """Return a bundle that was written for the team, or put for the hub."""
    size = figures.size(item.size)
    if item.kind == BundleKind.TEAM:
        readers = f"untuk {item.peer}" if item.peer else "tanpa enkripsi"
        return ListRow(f"{PAST}{item.id}", item.name, f"{size} · ditulis {readers}", "usb", "text2", end)
    what = item.title or "Data dukung"
    if item.state == SENT:
        return ListRow(
            f"{PAST}{item.id}",
            f"{what}, ke Inspektorat",
            f"Terkirim, ada tanda terima · {size}",
            "check-circle",
            "ok",
            end,
        )
    words = "Tidak ada lagi di Inspektorat" if item.state == TAKEN_BACK else "Ditaruh, menunggu tanda terima"
    icon, ink = ("warning", "bad") if item.state == TAKEN_BACK else ("cloud", "text2")
    return ListRow(f"{PAST}{item.id}", f"{what}, ke Inspektorat", f"{words} · {size}", icon, ink, end)


def _title(item: PastBundle) -> str:
    what = next((words for kind, words in _KINDS.items() if kind == item.kind), Path(item.name).stem)
    return f"{what}, dari {item.peer}"


def _sender(item: PastBundle) -> str:
    return "Pengirim terverifikasi" if item.verified else "Pengirim belum dikenal"


def _moment(at: str, shown: SyncShown) -> str:
    return moment(dt.datetime.fromisoformat(at), shown.now) if at else ""
