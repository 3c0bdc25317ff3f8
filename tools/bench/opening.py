"""Opening an evaluation: its lines read from disk, checked and folded."""

from typing import Final

from tools.bench.answering import next_answers
from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import Place
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.storage import events

_EVENTS: Final = 400


def rows(place: Place) -> list[Row]:
    """Measure loading and folding an evaluation in which answers were changed again and again."""
    with place.scored_evaluation("pembukaan") as (services, id_):
        give = next_answers(services, id_)
        while len(services.evaluations.open(id_).state.folded) < _EVENTS:
            next(give)()

        def load_and_fold() -> Folded:
            with services.workspace.database.reading() as connection:
                return fold(events.load(connection, [id_]))

        [times] = in_turn(100, 10, lambda: milliseconds(load_and_fold))
    return [Row(f"memuat dan melipat {_EVENTS} catatan", times, 10)]
