"""``answer``: one answer, or a list of them."""

from dataclasses import dataclass
from pathlib import Path

import click

from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.domain.answers import read_answer
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.figures import machine, points
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluations.answering import Notes


@command(
    "answer",
    "Mengisi jawaban satu butir: Ya, B, 3,42, atau isian=angka,… untuk butir rasio. Dengan --from mengisi dari daftar.",
)
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="[KODE]", default="")
@click.argument("value", metavar="[JAWABAN]", default="")
@click.option(
    "--column",
    type=click.Choice([column.value for column in Column]),
    default="tpi",
    help="Kolom penilaian; bawaan: tpi.",
)
@click.option("--note", default=None, metavar="TEKS", help="Catatan TPI (tercetak).")
@click.option("--internal", default=None, metavar="TEKS", help="Catatan internal tim (tidak pernah keluar).")
@click.option(
    "--as", "author", default="", metavar="ORANG", help="Nama, NIP, atau id penilai; bawaan: penilai di laptop ini."
)
@click.option("--not-applicable", is_flag=True, help="Menyatakan butir rasio tidak berlaku; memerlukan --note.")
@click.option(
    "--from",
    "source",
    type=file_path(),
    default=None,
    metavar="BERKAS",
    help="Daftar csv atau xlsx: kode, jawaban, catatan.",
)
def COMMAND(  # noqa: N802 (what every command module is asked for)
    session: Session,
    id_: str,
    code: str,
    value: str,
    column: str,
    note: str | None,
    internal: str | None,
    author: str,
    source: Path | None,
    *,
    not_applicable: bool,
) -> None:
    """Answer one item, or take a list in one transaction."""
    given = Given(code, value, Column(column), Notes(note, internal), author, not_applicable=not_applicable)
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        if source is None:
            _answer_one(session, services, whole, given)
        else:
            _answer_list(session, services, whole, given, source)


@dataclass(frozen=True, slots=True)
class Given:
    """What stood on the command line."""

    code: str
    value: str
    column: Column
    notes: Notes
    author: str
    not_applicable: bool


def _answer_one(session: Session, services: Services, id_: str, given: Given) -> None:
    if not given.code:
        raise InvalidInputError("Butir belum disebut. Tidak ada yang tersimpan; sebut kode butir atau --from.")
    state = services.evaluations.open(id_).state
    question = state.instrument.questions.get(given.code)
    if question is None:
        raise NotFoundError(
            f"Butir {given.code[:40]} tidak ada di lembar kerja. Tidak ada yang tersimpan; periksa kodenya."
        )
    answer = read_answer(question, given.value, not_applicable=given.not_applicable)
    displayed = state.answer_cell(given.column, given.code).displayed
    view = services.answering.answer(
        id_, given.code, answer, column=given.column, displayed=displayed, notes=given.notes, author=given.author
    )
    card = view.card(given.column)
    score = card.question_scores[given.code]
    session.show(
        {"code": given.code, "score": machine(score), "total": machine(card.total)},
        f"{given.code}: skor {points(score)}. Nilai {points(card.total)}.",
    )


def _answer_list(session: Session, services: Services, id_: str, given: Given, source: Path) -> None:
    if given.code or given.not_applicable or given.notes != Notes():
        raise InvalidInputError(
            "--from mengambil butir, jawaban, dan catatan dari daftar. Tidak ada yang tersimpan; hapus isian lainnya."
        )
    count = services.answering.answer_list(id_, source, column=given.column, author=given.author)
    total = services.evaluations.open(id_).card(given.column).total
    session.show({"answered": count, "total": machine(total)}, f"{count} jawaban tersimpan. Nilai {points(total)}.")
