"""A short visit for tests of faults: a workspace with one evaluation, answers that can be told apart, and its lines."""

from pathlib import Path

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Choice, Column
from zi_desktop.services import editions
from zi_desktop.services.checking import check
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.storage import events
from zi_desktop.worksheets.satker_list import SatkerEntry

ROOT = Path(__file__).parents[2]
ANSWERS = 30
"""How many the workspace of the fixture holds."""
CHOICES = [question for question in editions.current().questions.values() if isinstance(question.answer, Choice)]


def begin(folder: Path) -> str:
    """Make a workspace with one evaluation; return its id."""
    with open_services(folder, write=True) as services:
        services.settings.put("person.name", "Umpama Contoh")
        services.settings.put("agency.name", "Kementerian Contoh")
        satker = services.satkers.add(SatkerEntry(code="C-001", name="Lapas Contoh"))
        return services.evaluations.create(satker.id, 2026)


def state(services: Services, id_: str, number: int, padding: str = "") -> None:
    """Answer one item; its note carries the number, so that a reader can tell which answers are there."""
    question = CHOICES[number % len(CHOICES)]
    options = question.answer.options
    cell = services.evaluations.open(id_).state.answer_cell(Column.TPI, question.code)
    answer, notes = Chosen(options[number % len(options)].key), Notes(official=f"{number} {padding}")
    services.answering.answer(id_, question.code, answer, displayed=cell.displayed, notes=notes)


def stated(services: Services, id_: str) -> set[int]:
    """Return the numbers of all answers whose note is in the log."""
    with services.workspace.database.reading() as connection:
        lines = events.load(connection, [id_])
    return {int(line.value["text"].split()[0]) for line in lines if line.cell.startswith("note/")}


def problems(folder: Path) -> list[str]:
    """Return what ``check`` says of a workspace."""
    with open_services(folder, write=False) as services:
        return list(check(services.workspace))
