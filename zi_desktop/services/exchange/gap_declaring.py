"""Declaring: a named person says that a missing part is gone for good, and what waited behind it counts from then on."""

from collections.abc import Mapping

from sqlalchemy import Connection

from zi_desktop.domain.border import clean_text
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.gaps import KIND, act_value, cell_of, gap_of
from zi_desktop.domain.redactions import leads
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange.bundle_intake import BundleIntake
from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.exchange.gap_finding import FoundGap, gaps_of, named
from zi_desktop.services.gaps import declarations
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events, exchange
from zi_desktop.storage.recorder import Statement
from zi_desktop.sync.segments import Segment, events_of, read_segment


class GapDeclaring:
    """Shows the gaps of a laptop, and lets whoever answers for the lines behind one call the missing part gone."""

    def __init__(self, workspace: Workspace, settings: Settings, devices: DeviceKeeping, intake: BundleIntake) -> None:
        self._workspace = workspace
        self._settings = settings
        self._devices = devices
        self._intake = intake

    def all(self) -> tuple[FoundGap, ...]:
        """Return every gap by subject, stream and place; those that closed after somebody spoke of them come last of each."""
        with self._workspace.database.reading() as connection:
            acts, waiting = declarations(connection), _waiting(connection)
            spoken = {gap_of(act).subject for act in acts}
            subjects = {*waiting, *events.interrupted(connection), *spoken}
            return tuple(
                found
                for subject in sorted(subjects, key=lambda each: (each.kind, each.id))
                for found in gaps_of(_lines(connection, subject), waiting.get(subject, ()), acts)
            )

    def declare(self, name: str, reason: str, tell: Tell = untold) -> tuple[FoundGap, int]:
        """Say that what is missing never comes; return the gap and how many lines this let in. For a worker.

        Should it come all the same, it is taken like any other line, and the gap closes.

        Args:
            name: the beginning of the hash of the missing line, as the list shows it.
            reason: why; it travels with the statements of the office to every laptop.
            tell: gets what is being done.

        Raises:
            NotFoundError: no such gap.
            InvalidInputError: no reason, said already, no name, or somebody who may not.
        """
        found = named(self.all(), name)
        if not self._may(found):
            raise InvalidInputError(
                "Bagian yang hilang hanya dapat dinyatakan hilang oleh penulisnya, ketua tim, atau pengelola hub. "
                "Tidak ada yang berubah; minta salah seorang dari mereka."
            )
        state(self._workspace, self._settings, self._devices, found, reason)
        return found, self._intake.take_freed(tell)

    def _may(self, found: FoundGap) -> bool:
        """Tell whether the person here wrote what stands behind a gap or leads the team; of what all share, anybody may."""
        subject, aliases = found.gap.subject, self._workspace.joined().aliases
        with self._workspace.database.reading() as connection:
            waits = [line for each in _waiting(connection).get(subject, ()) for line in events_of(each)]
            led = leads([*_lines(connection, subject).values(), *waits])
        entitled = {aliases.standing(each) for each in found.authors | led}
        return subject.kind != "evaluation" or aliases.standing(self._settings.person().id) in entitled


def state(workspace: Workspace, settings: Settings, devices: DeviceKeeping, found: FoundGap, reason: str) -> None:
    """State in the name of the person at this computer that what is missing never comes.

    Raises:
        InvalidInputError: no reason, said already, or no name.
    """
    why = clean_text(reason).strip()
    if not why:
        raise InvalidInputError("Pernyataan hilang memerlukan alasan. Tidak ada yang berubah.")
    if found.acts:
        raise InvalidInputError("Bagian itu sudah dinyatakan hilang. Tidak ada yang berubah.")
    devices.card()  # somebody with a name, whom others can prove
    with workspace.writing(settings.author("")) as transaction:
        transaction.state(OFFICE, [Statement(KIND, cell_of(found.gap), act_value(found.gap, why))])


def _lines(connection: Connection, subject: Subject) -> Mapping[str, Event]:
    return {line.hash: line for line in events.load(connection, [subject.id])}


def _waiting(connection: Connection) -> Mapping[Subject, list[Segment]]:
    found: dict[Subject, list[Segment]] = {}
    for each in exchange.waiting(connection):
        if each.why == "gap":
            found.setdefault(each.subject, []).append(read_segment(each.data))
    return found
