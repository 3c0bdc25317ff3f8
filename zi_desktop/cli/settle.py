"""``settle``: a disagreement is closed by a person: one of the versions, or another answer, with a reason."""

import click

from zi_desktop.cli.session import Session, command
from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer, read_answer
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.figures import points
from zi_desktop.domain.instrument import Column
from zi_desktop.services.settling.matters import Matter, MatterKind

_AS = click.option(
    "--as", "author", default="", metavar="ORANG", help="Nama, NIP, atau id penilai; bawaan: penilai di laptop ini."
)


@command("settle", "Menyelesaikan satu beda penilaian, dengan alasan.")
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="KODE|NAMA")
@click.option("--column", type=click.Choice([*Column]), default=Column.TPI, help="Kolom penilaian; bawaan: tpi.")
@click.option("--take", type=int, default=None, metavar="NOMOR", help="Versi yang dipakai, seperti disebut conflicts.")
@click.option("--value", default=None, metavar="JAWABAN", help="Jawaban lain.")
@click.option("--reason", default="", metavar="TEKS", help="Alasan; untuk beda penilaian wajib.")
@_AS
def COMMAND(  # noqa: N802 (what every command module is asked for)
    session: Session, id_: str, code: str, column: str, take: int | None, value: str | None, reason: str, author: str
) -> None:
    """Close a disagreement."""
    if (take is None) == (value is None):
        raise InvalidInputError("Sebut --take atau --value, salah satu. Tidak ada yang berubah.")
    with session.services(write=True) as services:
        view = services.evaluations.open(id_)
        matters = services.settling.matters(view.id)
        other = matters.find(code)
        if other is not None and other.kind in (MatterKind.PRINTED, MatterKind.FORK):
            if take is None or reason:
                raise InvalidInputError(
                    f"{code}: pilih versinya dengan --take, tanpa --reason. Tidak ada yang berubah."
                )
            services.settling.take(view.id, other, take, author)
            session.show(services.reviewing.conflicts(view.id), f"{other.title}: ditetapkan.")
            return
        question = view.state.instrument.questions.get(code)
        if question is None:
            raise NotFoundError(
                f"Butir {code[:40]} tidak ada di lembar kerja. Tidak ada yang berubah; periksa kodenya."
            )
        answer = (
            read_answer(question, value)
            if value is not None
            else _taken(matters.find(cells.answer(Column(column), code)), take or 0)
        )
        displayed = view.state.answer_cell(Column(column), code).displayed
        view = services.answering.settle(
            view.id, code, answer, reason, column=Column(column), displayed=displayed, author=author
        )
        left = services.reviewing.conflicts(view.id)
    total = view.card(Column(column)).total
    session.show(left, f"{code}: selesai. Nilai {points(total)}; masih ada {len(left)} beda penilaian.")


def _taken(matter: Matter | None, number: int) -> Answer | None:
    version = matter.version(number) if matter else None
    if version is None:
        numbers = [str(each.number) for each in matter.versions if each.takeable] if matter else []
        words = f"yang dapat dipakai: {', '.join(numbers)}" if numbers else "butir ini tidak berbeda penilaian"
        raise InvalidInputError(f"Versi {number} tidak ada; {words}. Tidak ada yang berubah.")
    return version.answer
