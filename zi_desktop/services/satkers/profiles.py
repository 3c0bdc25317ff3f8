"""What an Inspectorate notes of a satker: whom to call, its track record (internal), that it has left."""

import secrets

from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.satker_history import DatedValue, history_of
from zi_desktop.domain.satker_profile import SatkerProfile, profile_of
from zi_desktop.domain.satker_terms import RECORD_KINDS
from zi_desktop.domain.shapes import fits
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace


class SatkerProfiles:
    """Keeps the profiles; ``satker`` is an id. An entry that is taken away keeps its lines."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def of(self, satker: str) -> SatkerProfile:
        """Return the profile of a satker as it stands."""
        return profile_of(self._workspace.folded(satker))

    def history(self, satker: str) -> tuple[DatedValue, ...]:
        """Return names, codes and predicates with the days from which they held."""
        return history_of(self._workspace.folded(satker))

    def put_contact(
        self,
        satker: str,
        name: str,
        position: str = "",
        phone: str = "",
        email: str = "",
        *,
        ident: str = "",
        author: str = "",
    ) -> str:
        """Add a contact, or change the one of that id; return its id.

        Raises:
            InvalidInputError: no name.
        """
        value = {
            "name": clean_line(name),
            "position": clean_line(position),
            "phone": clean_line(phone),
            "email": clean_line(email),
        }
        if not value["name"]:
            raise InvalidInputError("Narahubung memerlukan nama. Tidak ada yang tersimpan.").at("name")
        return self._put(satker, "contact", ident, value, author)

    def put_record(
        self, satker: str, kind: str, day: str, text: str, source: str = "", *, ident: str = "", author: str = ""
    ) -> str:
        """Add to the track record, or change the entry of that id; return its id.

        Raises:
            InvalidInputError: an unknown kind, no text, or a date that is none.
        """
        value = {"kind": kind, "day": clean_line(day), "text": clean_text(text).strip(), "source": clean_line(source)}
        if not value["text"] or not fits(f"record/{'0' * 32}", value):
            raise InvalidInputError(
                f"Rekam jejak memerlukan jenis ({', '.join(RECORD_KINDS)}), tanggal yang benar, dan uraian. "
                "Tidak ada yang tersimpan."
            ).at("day" if value["text"] else "text")
        return self._put(satker, "record", ident, value, author)

    def remove(self, satker: str, ident: str, author: str = "") -> None:
        """Take a contact or an entry of the track record away."""
        folded = self._workspace.folded(satker)
        family = next((name for name in ("contact", "record") if folded.cell(f"{name}/{ident}").value), "")
        if family:
            self._put(satker, family, ident, None, author)

    def leave(self, satker: str, day: str, to: str = "", author: str = "") -> None:
        """State that a satker left the agency on a day (ISO) and for where; an empty day brings it back.

        Raises:
            InvalidInputError: a date that is none.
        """
        value = {"day": clean_line(day), "to": clean_line(to)}
        if not fits("left", value):
            raise InvalidInputError(f"{value['day'][:40]} bukan tanggal. Tidak ada yang tersimpan.").at("day")
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("satker", satker), {"left": value, "archived": bool(value["day"])})

    def _put(self, satker: str, family: str, ident: str, value: Json, author: str) -> str:
        ident = ident or secrets.token_hex(16)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("satker", satker), {f"{family}/{ident}": value})
        return ident
