"""Builders that tests of services, command line and journeys share: workspaces, lists, keys, another laptop."""

import datetime as dt
import json
from dataclasses import dataclass

from zi_desktop.domain.answers import answer_to_json, read_answer
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.services.composition import Services
from zi_desktop.services.workspace import Workspace, local_now
from zi_desktop.storage.database import Database
from zi_desktop.storage.recorder import Recorder, Statement
from zi_desktop.trust.certificates import load_credential
from zi_desktop.trust.keys import new_identity

RINI, NIP_RINI = "Rini Umpamasari, S.H., M.H.", "198304172006042001"
AHMAD, NIP_AHMAD = "Ahmad Andaikan, S.Sos., M.Si.", "197609051999031004"
BAGUS, NIP_BAGUS = "Bagus Contohardjo, S.H.", "199003122015031002"
SECRET = "kata-rahasia contoh"
LEAD = {"name": RINI, "nip": NIP_RINI, "role": "ketua_tim"}
MEMBER = {"name": BAGUS, "nip": NIP_BAGUS, "role": "anggota", "areas": ["1", "2"], "signs": False}
CHOICE, RATIO, INDEX = "A.I.1.i.a", "A.II.5.ii.a", "B.I.a"
REPORTS = "A.II.5.iii.a.a"


@dataclass(frozen=True)
class Answered:
    """Open services with one evaluation."""

    services: Services
    id: str

    @property
    def state(self):
        return self.services.evaluations.open(self.id).state

    @property
    def folder(self):
        return self.services.workspace.folder


@dataclass(frozen=True)
class Printed:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Clock:
    """A computer's clock that the test sets."""

    def __init__(self, moment="2026-11-03T09:15:00+07:00"):
        self.moment = dt.datetime.fromisoformat(moment)

    def __call__(self):
        return self.moment

    def add(self, **amount):
        self.moment += dt.timedelta(**amount)


def open_services(folder, now=local_now):
    return Services(Workspace(folder, write=True, now=now))


def write_list(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def begin(services, folder, *, name="Lapas Kelas IIB Contohrejo", year=2026):
    """Bring in one satker and begin its evaluation; return the evaluation's id."""
    services.satkers.import_list(write_list(folder / "satker.csv", f"kode,nama\nC-1,{name}\n"))
    return services.evaluations.create("C-1", year)


def give(services, id_, code, text, *, column=Column.TPI, author="", **more):
    """Answer an item in sight of what stands."""
    state = services.evaluations.open(id_).state
    answer = read_answer(state.instrument.questions[code], text, not_applicable=more.pop("not_applicable", False))
    displayed = state.answer_cell(column, code).displayed
    return services.answering.answer(id_, code, answer, column=column, displayed=displayed, author=author, **more)


def statement(code, text, edges=(), *, column=Column.TPI, kind="set"):
    """Return what another laptop states about an item."""
    question = editions.current().questions[code]
    value = {"answer": answer_to_json(read_answer(question, text)), "item": question.digest}
    return Statement(kind, f"answer/{column}/{code}", value, tuple(edges))


def from_another_laptop(folder, id_, author, *statements):
    """Put lines into a closed workspace that were written elsewhere, unseen by anybody here."""
    database = Database(folder, write=True)
    with database.writing() as connection:
        Recorder(local_now).record(connection, Subject("evaluation", id_), author, statements)
    database.close()


def twice_resumed(folder, id_, author, statements):
    """Write each statement as the next line of one and the same stream, as a machine image resumed twice does."""
    database, recorder = Database(folder, write=True), Recorder(local_now)
    with database.writing() as connection:
        for each in statements:
            recorder.record(connection, Subject("evaluation", id_), author, [each])
    database.close()


def p12(name=RINI, nip=NIP_RINI, secret=SECRET, now=None):
    return new_identity(name, nip, secret, now or local_now())


def credential(name=RINI, nip=NIP_RINI, now=None):
    now = now or local_now()
    return load_credential(p12(name, nip, SECRET, now), SECRET, now)


def files_in(folder):
    """Return every file below a folder, but for those of the database itself."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and "zi.db" not in path.name
    )
