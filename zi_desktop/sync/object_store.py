"""An S3-compatible store as the place of exchange."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import obstore
from obstore import exceptions
from obstore.store import S3Store

from zi_desktop.domain.errors import TransportError
from zi_desktop.domain.refusals import reason
from zi_desktop.sync.patience import Heed, patiently
from zi_desktop.sync.transport import CHUNK, checked, is_key

if TYPE_CHECKING:
    from obstore import GetOptions
    from obstore.store import ClientConfig, RetryConfig, S3Config

T = TypeVar("T")
_CONNECT: Final = dt.timedelta(seconds=15)
_GLANCE: Final = dt.timedelta(seconds=3)
"""For which a store is waited for where nobody asked for it."""
_WHOLE: Final = dt.timedelta(hours=2)
"""A photo of 4 MB needs nine minutes at 64 kbit/s: an object that still moves is not given up."""
_RETRY: Final = dt.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class StorePlace:
    """Where a store is and how it is entered; an empty key pair enters as nobody.

    ``endpoint`` is empty for the provider of the region itself.
    """

    bucket: str
    prefix: str
    endpoint: str
    region: str
    access_key: str
    secret_key: str


class ObjectStoreTransport:
    """Objects in a bucket below a prefix; see ``Transport``."""

    def __init__(self, place: StorePlace, heed: Heed | None = None, *, glance: bool = False) -> None:
        """Enter a store; nothing is asked of it yet.

        Args:
            place: which one.
            heed: is called while an answer is waited for; what it raises gives it up. Without it nothing is given up.
            glance: only look whether it is there: what does not answer at once is not there.
        """
        self.where = f"s3://{place.bucket}/{place.prefix}".rstrip("/")
        self._heed = heed
        config: S3Config = {"region": place.region}
        if place.endpoint:
            config["endpoint"] = place.endpoint
        if place.access_key:
            config |= {"access_key_id": place.access_key, "secret_access_key": place.secret_key}
        else:
            config["skip_signature"] = True
        patient: ClientConfig = {
            "connect_timeout": _GLANCE if glance else _CONNECT, "timeout": _GLANCE if glance else _WHOLE,
            "allow_http": place.endpoint.startswith("http://"),
        }  # fmt: skip
        retry: RetryConfig = {"max_retries": 0 if glance else 4, "retry_timeout": _GLANCE if glance else _RETRY}
        self._store = S3Store(
            place.bucket, prefix=place.prefix or None, config=config, client_options=patient, retry_config=retry
        )

    def put_new(self, key: str, source: bytes | Path) -> bool:
        """Ask the store to make the object only where there is none of that name."""
        with self._explained():
            try:
                self._ask(lambda: obstore.put(self._store, checked(key), source, mode="create", use_multipart=False))
            except exceptions.AlreadyExistsError:
                return self._same(key, source)
        return True

    def names(self, prefix: str, after: str = "") -> Sequence[str]:
        """List objects."""
        with self._explained():
            found = self._ask(lambda: obstore.list_with_delimiter(self._store, f"{checked(prefix)}/"))["objects"]
        keys = (str(item["path"]) for item in found)
        return sorted(key for key in keys if key > after and is_key(key))

    def folders(self, prefix: str) -> Sequence[str]:
        """List what stands before the next stroke of a key."""
        with self._explained():
            found = self._ask(lambda: obstore.list_with_delimiter(self._store, f"{checked(prefix)}/"))[
                "common_prefixes"
            ]
        return sorted(key for key in (str(name).rstrip("/") for name in found) if is_key(key))

    def size(self, key: str) -> int | None:
        """Ask for the head of the object."""
        with self._explained():
            try:
                return self._ask(lambda: obstore.head(self._store, checked(key)))["size"]
            except FileNotFoundError:
                return None

    def chunks(self, key: str, start: int = 0) -> Iterator[bytes]:
        """Read the object; behind its end there is nothing."""
        size = self.size(key)
        if size is None:
            raise TransportError(self.where, "objek yang dicari tidak ada")
        if start >= size:
            return
        with self._explained():
            options: GetOptions = {"range": {"offset": start}}
            stream = iter(self._ask(lambda: obstore.get(self._store, checked(key), options=options)).stream(CHUNK))
            while (chunk := self._ask(lambda: next(stream, None))) is not None:
                yield bytes(chunk)

    def _ask(self, call: Callable[[], T]) -> T:
        return call() if self._heed is None else patiently(call, self._heed)

    def _same(self, key: str, source: bytes | Path) -> bool:
        own = source if isinstance(source, bytes) else source.read_bytes()
        return self.size(key) == len(own) and b"".join(self.chunks(key)) == own

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say what went wrong without the store's own words, which name addresses and keys."""
        try:
            yield
        except (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError) as error:
            raise TransportError(self.where, "kunci masuk ditolak") from error
        except FileNotFoundError as error:
            raise TransportError(self.where, "wadah atau objeknya tidak ada") from error
        except exceptions.BaseError as error:
            raise TransportError(self.where, "tidak ada jaringan, atau sambungan terputus") from error
        except OSError as error:
            raise TransportError(self.where, reason(error)) from error
