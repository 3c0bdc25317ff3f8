"""``hub gap``: parts of somebody's lines that never came, and who called them gone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.composition import Services
from zi_desktop.services.exchange.gap_finding import FoundGap


@command("gap", "Menampilkan bagian catatan yang tidak pernah tiba; dengan --apply dinyatakan hilang selamanya.")
@click.argument("part", metavar="[BAGIAN]", default="")
@click.option("--into", "database", default="", metavar="DBURL", help="Simpanan gabungan; tanpa ini laptop ini.")
@click.option("--reason", default="", metavar="TEKS", help="Alasan; ikut tersimpan dan terbaca di semua laptop.")
@click.option("--apply", is_flag=True, help="Nyatakan hilang; yang menunggu di belakangnya lalu ikut dihitung.")
def gap(session: Session, part: str, database: str, reason: str, *, apply: bool) -> None:
    """List the gaps of this laptop or of a store, or call a missing part gone."""
    if apply and not part:
        raise InvalidInputError("Sebut bagian yang dinyatakan hilang. Tidak ada yang berubah; lihat daftarnya.")
    from zi_desktop.services.hub.gaps import HubGaps  # noqa: PLC0415 (the hub's parts load only here)
    from zi_desktop.storage.hub_store import open_store  # noqa: PLC0415 (see above)

    with session.services(write=apply) as services:
        if database:
            with open_store(database, reads=True) as store:
                gaps = HubGaps(services.workspace, services.settings, services.devices, services.hub_keys)
                if apply:
                    gaps.declare(store, part, reason)
                found, taken = gaps.all(store), 0
        else:
            taken = services.gap_declaring.declare(part, reason)[1] if apply else 0
            found = services.gap_declaring.all()
        shown = [each for each in found if each.gap.previous.startswith(part.strip().casefold())]
        words = [_table(services, shown)]
    if apply and database:
        words.append(
            "Dinyatakan hilang. Jalankan hub ingest agar yang menunggu masuk, lalu hub publish untuk semua laptop."
        )
    elif apply:
        words.append(
            f"Dinyatakan hilang; {taken} perubahan yang menunggu telah diambil. Kirim paket agar laptop lain tahu."
        )
    elif any(not each.closed and not each.acts for each in shown):
        words.append(
            "Minta dahulu paket lengkap dari penulisnya. Bila tidak ada lagi: hub gap BAGIAN --reason TEKS --apply."
        )
    session.show({"gaps": [_gap(each) for each in shown], "events": taken}, "\n".join(words))


def _gap(each: FoundGap) -> Mapping[str, Any]:
    return {
        "part": each.gap.previous, "subject": each.gap.subject.id, "kind": each.gap.subject.kind,
        "stream": each.gap.stream, "after": each.after, "before": each.gap.before, "waiting": each.waiting,
        "here": each.here, "authors": sorted(each.authors), "closed": each.closed,
        "gone": [{"author": act.author, "at": act.wall, "reason": act.value["reason"]} for act in each.acts],
    }  # fmt: skip


def _table(services: Services, found: Sequence[FoundGap]) -> str:
    if not found:
        return "Tidak ada bagian yang hilang."
    people = services.settings.people()
    evaluations = {row["id"]: f"{row['satker_name']} {row['year']}" for row in services.evaluations.list()}

    def named(ids: Sequence[str]) -> str:
        return ", ".join(people[id_].name if id_ in people else id_[:8] for id_ in ids) or "–"

    rows = [
        [
            each.gap.previous[:8], evaluations.get(each.gap.subject.id, each.gap.subject.id[:8]),
            named(sorted(each.authors)), _numbers(each), str(each.waiting), str(each.here),
            _standing(each, named),
        ]
        for each in found
    ]  # fmt: skip
    return tables.table(["Bagian", "Tentang", "Penulis", "Nomor", "Menunggu", "Dihitung", "Keadaan"], rows)


def _numbers(each: FoundGap) -> str:
    first, last = each.after + 1, each.gap.before - 1
    return str(first) if first == last else f"{first}–{last}"


def _standing(each: FoundGap, named: Callable[[Sequence[str]], str]) -> str:
    if each.closed:
        return "ternyata tiba"
    if not each.acts:
        return "belum tiba"
    act = each.acts[0]
    return f"dinyatakan hilang oleh {named([act.author])}, {act.wall[:10]}: {act.value['reason']}"
