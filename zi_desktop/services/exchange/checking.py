"""What came from other laptops, checked: signatures over lines, segments that wait, cards, imports that were cut off."""

from collections.abc import Iterable

from sqlalchemy import Connection

from zi_desktop.domain.errors import BundleRejected, CardError
from zi_desktop.domain.events import Event
from zi_desktop.services.exchange.outgoing import passed_on
from zi_desktop.storage import exchange
from zi_desktop.storage.attestations import attestations
from zi_desktop.storage.exchange import BEGUN
from zi_desktop.sync.segments import Segment, events_of, read_segment, segment_bytes
from zi_desktop.trust.cards import read_card


def check_vouched(connection: Connection, subject_id: str, lines: Iterable[Event]) -> Iterable[str]:
    """Yield what is wrong with the signatures over lines of a subject that came from elsewhere."""
    signed = attestations(connection, [subject_id])
    found = passed_on({line.hash: line for line in lines}, signed)
    whole = {(each.device, each.first, each.last_hash) for each in found if _holds(segment_bytes(each))}
    for each in signed:
        if (each.device, each.first, each.last_hash) not in whole:
            yield f"Tanda tangan perangkat {each.device[:8]} atas catatan {each.stream[:8]} tidak cocok dengan barisnya."


def check_exchange(connection: Connection) -> Iterable[str]:
    """Yield what is wrong with segments that wait and with cards, and which imports were cut off."""
    for waiting in exchange.waiting(connection):
        if not _holds(waiting.data):
            yield f"Catatan {waiting.stream[:8]} yang menunggu rusak; minta lagi paketnya."
    for card in exchange.cards(connection).values():
        try:
            read_card(card.data)
        except CardError:
            yield f"Kartu perangkat {card.device[:8]} rusak; minta lagi kartunya."
    for each in exchange.exchanges(connection):
        if each.state == BEGUN:
            yield f"Pengambilan paket {each.name} terputus; ambil lagi paket itu."


def _holds(data: bytes) -> bool:
    try:
        segment: Segment = read_segment(data)
        events_of(segment)
    except BundleRejected:
        return False
    return True
