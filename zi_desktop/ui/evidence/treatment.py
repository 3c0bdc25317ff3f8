"""What is done with files that are added, as it was chosen last in this workspace."""

from typing import Final

from zi_desktop.services.preferences import Preferences
from zi_desktop.storage.evidence_files import Treatment

_NOTE_ONLY: Final = "evidence.note_only"
_SMALLER: Final = "evidence.smaller"
_KEEP_PLACE: Final = "evidence.keep_place"


def kept_treatment(preferences: Preferences) -> Treatment:
    """Return the choice; files are copied as they are, without their place, until somebody chooses."""
    get = preferences.get
    keep, place = not get(_NOTE_ONLY, False), bool(get(_KEEP_PLACE, False))
    return Treatment(keep=keep, downscale=bool(get(_SMALLER, False)), keep_place=place)


def keep_treatment(preferences: Preferences, treatment: Treatment) -> None:
    """Remember a choice."""
    preferences.put(_NOTE_ONLY, not treatment.keep)
    preferences.put(_SMALLER, treatment.downscale)
    preferences.put(_KEEP_PLACE, treatment.keep_place)
