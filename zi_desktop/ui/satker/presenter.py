"""Profil satker without widgets: reads what is known of a satker and keeps what is changed."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.aliases import SATKER
from zi_desktop.services.composition import Services
from zi_desktop.services.joining import JoinPreview
from zi_desktop.ui.satker.shown import ProfileShown, Proposal, SameSatker


class ProfilePresenter(QObject):
    """Shows one satker; ``shown_changed`` comes after each change, ``list_changed`` says what became of the list of satker."""

    shown_changed = Signal(ProfileShown)
    list_changed = Signal(str)

    def __init__(self, services: Services, satker: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._satker = satker

    @property
    def writable(self) -> bool:
        """Tell whether anything may be kept."""
        return self._services.workspace.database.writable

    def shown(self) -> ProfileShown:
        """Return what is known now."""
        services = self._services
        evaluations = [row for row in services.evaluations.summaries() if row["satker"] == self._satker]
        return ProfileShown(
            services.satkers.get(self._satker).name,
            services.satker_profiles.of(self._satker),
            services.satker_profiles.history(self._satker),
            tuple(Proposal(row, services.funnel.of(row["id"])) for row in evaluations),
            tuple(
                SameSatker(alias.id, f"{other.code} {other.name}", alias.wall[:10], alias.reason)
                for alias, other in services.joining.of(self._satker)
            ),
        )

    def keep_contact(self, ident: str, values: Mapping[str, str]) -> None:
        """Add a contact (``ident`` empty) or change one."""
        self._services.satker_profiles.put_contact(self._satker, **values, ident=ident)
        self._tell()

    def keep_record(self, ident: str, values: Mapping[str, str]) -> None:
        """Add to the track record (``ident`` empty) or change an entry."""
        self._services.satker_profiles.put_record(self._satker, **values, ident=ident)
        self._tell()

    def remove(self, ident: str) -> None:
        """Take a contact or an entry of the track record away."""
        self._services.satker_profiles.remove(self._satker, ident)
        self._tell()

    def enter_stage(self, evaluation: str, stage: str, values: Mapping[str, str]) -> None:
        """State when a stage was entered and how it ended; an empty day takes it back."""
        self._services.funnel.enter(evaluation, stage, values["day"], result=values["result"], note=values["note"])
        self._tell()

    def leave(self, values: Mapping[str, str]) -> None:
        """State that the satker left, and for where."""
        self._services.satker_profiles.leave(self._satker, values["day"], values["to"])
        self._tell()

    def come_back(self) -> None:
        """Take back that it left."""
        self._services.satker_profiles.leave(self._satker, "")
        self._tell()

    def look(self, named: str) -> JoinPreview:
        """Tell what would become one with the satker of that code or id."""
        return self._services.joining.preview(self._satker, self._services.satkers.find(named).id)

    def join(self, other: str, values: Mapping[str, str]) -> None:
        """State that another satker (id) is this one."""
        self._services.joining.join(SATKER, self._satker, other, values["reason"])
        self._tell()
        here = self._services.satkers.get(self._satker).code
        self.list_changed.emit(self.tr("{code} disatukan dengan {here}").format(code=self._joined(other), here=here))

    def part(self, other: str) -> None:
        """Take that back."""
        code = self._joined(other)
        self._services.joining.part(SATKER, other)
        self._tell()
        self.list_changed.emit(self.tr("{code} dipisahkan lagi").format(code=code))

    def _joined(self, other: str) -> str:
        """Return the code that another satker has of its own: by its id the one is found that it became."""
        return next(known.code for alias, known in self._services.joining.of(self._satker) if alias.id == other)

    def _tell(self) -> None:
        self.shown_changed.emit(self.shown())
