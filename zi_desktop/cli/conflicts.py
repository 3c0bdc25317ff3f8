"""``conflicts``: where people judged differently without seeing each other; only a person closes it (``settle``)."""

from collections.abc import Mapping
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command
from zi_desktop.cli.worksheet_words import said
from zi_desktop.domain.answers import answer_from_json
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.provenance import Provenance
from zi_desktop.storage.directory import Person


@command("conflicts", "Menampilkan beda penilaian sebuah evaluasi.")
@click.argument("id_", metavar="ID")
def COMMAND(session: Session, id_: str) -> None:  # noqa: N802 (what every command module is asked for)
    """List the disagreements; exit status 1 where there is any."""
    with session.services(write=False) as services:
        view = services.evaluations.open(id_)
        people = services.settings.people()
        found = services.reviewing.conflicts(view.id)
        origin = services.workspace.provenance(view.id)
    rows = [
        [each["code"], each["column"].upper(), str(head["n"]), _words(view, each["code"], head["value"]),
         _author(view, each, head, people, origin), head["at"][:16].replace("T", " ")]
        for each in found for head in each["heads"]
    ]  # fmt: skip
    text = tables.table(["Butir", "Kolom", "Versi", "Jawaban", "Oleh", "Saat"], rows)
    session.show(found, text if found else "Tidak ada beda penilaian.")
    if found:
        raise click.exceptions.Exit(1)


def _words(view: EvaluationView, code: str, value: Any) -> str:
    question = view.state.instrument.questions[code]
    return said(None if value is None else answer_from_json(question, value))


def _author(view: EvaluationView, found: Json, head: Json, people: Mapping[str, Person], origin: Provenance) -> str:
    """Return who judged; what came from a device that is not bound to that person is not proven to be theirs."""
    name = people[head["author"]].name if head["author"] in people else head["author"][:8]
    line = view.state.answer_cell(Column(found["column"]), found["code"]).heads[head["n"] - 1].hash
    return name if origin.proven(line, head["author"]) else f"{name} (penulis belum dibuktikan)"
