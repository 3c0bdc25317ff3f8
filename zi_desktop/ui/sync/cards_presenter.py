"""The card of this laptop and those of colleagues: shown, given away, accepted after a comparison, bound by a certificate."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import NotFoundError, ZiError
from zi_desktop.services.composition import Services
from zi_desktop.services.exchange.devices import ACCEPTED, OWN, ShownCard
from zi_desktop.trust.cards import Card, card_fingerprint
from zi_desktop.ui.dates import whole_day
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup

if TYPE_CHECKING:
    from zi_desktop.services.reports.identities import IdentityCard


class CardsPresenter(QObject):
    """``accepted`` comes when a card was accepted: how many lines had waited for it and were taken, how much is to be settled now."""

    accepted = Signal(int, int)
    refused = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs

    @property
    def writable(self) -> bool:
        """Tell whether anything may be changed here."""
        return self._services.workspace.database.writable

    def own(self) -> Card:
        """Return the card of this laptop; made when it is first needed.

        Raises:
            InvalidInputError: the person has no name yet.
        """
        return self._services.devices.card()

    def cards(self) -> Sequence[ShownCard]:
        """Return the cards of others."""
        return [each for each in self._services.devices.cards() if each.accepted != OWN]

    def export(self, place: Path) -> Path:
        """Write the own card."""
        return self._services.devices.export_card(place)

    def read(self, file: Path) -> Card:
        """Read a card that somebody handed over; nothing is accepted by that."""
        return self._services.devices.read_file(file)

    def accept(self, card: Card) -> None:
        """Accept a card whose fingerprint was compared, and take in the worker what had waited for it."""

        def work(progress: Progress) -> tuple[int, int]:
            with self._services.beside() as services:
                return services.bundle_intake.accept(card, progress.tell), services.settling.open_matters()

        def refuse(reason: Exception) -> None:
            if not isinstance(reason, ZiError):
                raise reason
            self.refused.emit(str(reason))

        self._jobs.start(work, done=lambda counts: self.accepted.emit(*counts), failed=refuse)

    def has_key(self) -> bool:
        """Tell whether the person has an own key for signing."""
        return bool(self._key())

    def key_words(self) -> str:
        """Return whose the own key for signing is and until when it is valid, or that there is none."""
        key = self._key()
        return f"{key.name}, berlaku sampai {whole_day(key.valid_until)}" if key else "Belum ada kunci sendiri"

    def _key(self) -> "IdentityCard | None":
        try:
            return self._services.identities.show()
        except NotFoundError:
            return None

    def bind(self, passphrase: str, p12: Path | None) -> None:
        """Let a certificate stand behind this laptop, the own key where no file is given."""
        self._services.devices.bind(self._services.identities.open(passphrase, p12))


def card_groups(cards: Sequence[ShownCard]) -> Sequence[RowGroup]:
    """Return cards as rows: those that wait for a comparison first."""
    waiting = tuple(_row(each) for each in cards if not each.accepted)
    known = tuple(_row(each) for each in cards if each.accepted)
    groups = (RowGroup("baru", "Belum diterima", waiting), RowGroup("dikenal", "Diterima", known))
    return [group for group in groups if group.rows]


def _row(each: ShownCard) -> ListRow:
    card = each.card
    icon, ink = ("check-circle", "ok") if each.accepted else ("circle", "text2")
    how = f"{ACCEPTED[each.accepted]} {whole_day(each.at[:10])}" if each.accepted else ACCEPTED[""]
    return ListRow(card.device, f"{card.name} · {how}", card_fingerprint(card), icon, ink)
