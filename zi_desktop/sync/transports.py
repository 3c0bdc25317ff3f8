"""An address becomes a place of exchange: a folder, or ``s3://bucket/prefix?endpoint=…&region=…``."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.sync.folder import FolderTransport

if TYPE_CHECKING:
    from zi_desktop.sync.patience import Heed
    from zi_desktop.sync.transport import Transport

STORE: Final = "s3"
_REGION: Final = "us-east-1"
_ASKED: Final = {"endpoint", "region"}


@dataclass(frozen=True, slots=True)
class Keys:
    """How a store is entered; both empty where it asks for nothing."""

    access: str = ""
    secret: str = ""


def open_transport(
    address: str, keys: Keys = Keys(), heed: "Heed | None" = None, *, glance: bool = False
) -> "Transport":
    """Return the place of exchange at an address; nothing is asked of it yet.

    Args:
        address: a folder, or a store.
        keys: enter a store.
        heed: is called while a store is waited for; what it raises gives it up.
        glance: what does not answer at once is not there.

    Raises:
        InvalidInputError: no address that this program knows.
    """
    if "://" not in address:
        if not address.strip():
            raise _unknown(address)
        return FolderTransport(Path(address))
    from zi_desktop.sync.object_store import ObjectStoreTransport, StorePlace  # noqa: PLC0415 (loads only where used)

    parts = urlsplit(address)
    asked = parse_qs(parts.query)
    if parts.scheme != STORE or not parts.netloc or "@" in parts.netloc or not asked.keys() <= _ASKED:
        raise _unknown(address)
    return ObjectStoreTransport(
        StorePlace(
            parts.netloc, parts.path.strip("/"), asked.get("endpoint", [""])[-1], asked.get("region", [_REGION])[-1],
            keys.access, keys.secret,
        ),
        heed, glance=glance,
    )  # fmt: skip


def _unknown(address: str) -> InvalidInputError:
    shown = address.rsplit("@", maxsplit=1)[-1][:80]
    return InvalidInputError(
        f"Alamat {shown or 'kosong'} tidak dikenal. Tidak ada yang dikirim; sebut sebuah folder atau s3://wadah/awalan."
    )
