"""What a caller names: an item by its code, something written down by the beginning of its id."""

from collections.abc import Iterable

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.instrument import Instrument, Question


def question_of(instrument: Instrument, code: str) -> Question:
    """Return the item of a code.

    Raises:
        NotFoundError: the worksheet has none; its field is ``item``.
    """
    question = instrument.questions.get(code)
    if question is None:
        raise NotFoundError(
            f"Butir {clean_line(code)[:40]} tidak ada di lembar kerja. Tidak ada yang tersimpan; periksa kodenya."
        ).at("item")
    return question


def whole_id(known: Iterable[str], named: str) -> str:
    """Return the one of the known ids that begins with what was named.

    Raises:
        NotFoundError: it names none, or several.
    """
    wanted = clean_line(named).casefold()
    found = [each for each in known if wanted and each.startswith(wanted)]
    if len(found) != 1:
        raise NotFoundError(
            f"Catatan {wanted[:40]} tidak ada atau tidak tunggal. Tidak ada yang berubah; lihat daftarnya."
        )
    return found[0]
