"""One answer: durable and scored, against the least that durability costs on this disk."""

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Final

from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import Place
from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Choice, Column
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluation_view import EvaluationView

_ROUNDS: Final = 200
_LINE: Final = b"x" * 500
"""As long as the line of an answer."""


def rows(place: Place) -> list[Row]:
    """Measure ``answer`` with its score card, and scoring alone."""
    scored: list[float] = []
    with place.scored_evaluation("jawaban") as (services, id_), _bare_commits(services) as commit:
        give = next_answers(services, id_)

        def answer() -> float:
            earlier = services.evaluations.open(id_)
            act = next(give)
            spent = milliseconds(lambda: act().card())
            folded = services.evaluations.open(id_).state.folded
            scored.append(
                milliseconds(lambda: EvaluationView(id_, folded, services.workspace.editions, earlier).card())
            )
            return spent

        answers, commits = in_turn(_ROUNDS, 20, answer, lambda: milliseconds(commit))
    return [
        Row("menjawab satu butir, tahan putus daya, dengan kartu nilai baru", answers, 10,
            yardstick="satu commit FULL SQLite polos", yardsticks=commits),
        Row("menghitung ulang nilai setelah satu jawaban", scored[-_ROUNDS:], 1),
    ]  # fmt: skip


def next_answers(services: Services, id_: str) -> Iterator[Callable[[], EvaluationView]]:
    """Yield calls of the service, each of which gives an item of choice another option than it has."""
    questions = services.evaluations.open(id_).state.instrument.questions.values()
    choices = [(q.code, [option.key for option in q.answer.options]) for q in questions if isinstance(q.answer, Choice)]
    for code, options in itertools.cycle(choices):
        state = services.evaluations.open(id_).state
        given = state.answers(Column.TPI)[code]
        at = options.index(given.key) if isinstance(given, Chosen) else 0
        answer, seen = Chosen(options[(at + 1) % len(options)]), state.answer_cell(Column.TPI, code).displayed

        def act(code: str = code, answer: Chosen = answer, seen: tuple[str, ...] = seen) -> EvaluationView:
            return services.answering.answer(id_, code, answer, displayed=seen)

        yield act


@contextmanager
def _bare_commits(services: Services) -> Iterator[Callable[[], None]]:
    """Give what inserts and commits one row beside the workspace, by nothing but sqlite3."""
    with closing(sqlite3.connect(services.workspace.folder / "pembanding.db", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE event (line BLOB)")

        def commit() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO event VALUES (?)", (_LINE,))
            bare.execute("COMMIT")

        yield commit
