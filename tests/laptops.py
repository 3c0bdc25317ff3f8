"""Laptops of one team for tests: each a workspace of its own, which exchange bundles."""

from builders import AHMAD, BAGUS, CHOICE, NIP_AHMAD, NIP_BAGUS, NIP_RINI, RINI, give, open_services, write_list

from zi_desktop.domain.events import Subject
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.storage.recorder import Statement

TEAM = [
    {"name": RINI, "nip": NIP_RINI, "role": "ketua_tim", "areas": [], "signs": True},
    {"name": AHMAD, "nip": NIP_AHMAD, "role": "anggota", "areas": [], "signs": True},
    {"name": BAGUS, "nip": NIP_BAGUS, "role": "anggota", "areas": [], "signs": False},
]
WHO = {"rini": (RINI, NIP_RINI), "ahmad": (AHMAD, NIP_AHMAD), "bagus": (BAGUS, NIP_BAGUS)}


def laptop(folder, who) -> Services:
    """Open the laptop of a member; new, it only knows who works on it."""
    services = open_services(folder / who)
    name, nip = WHO[who]
    services.settings.put("person.name", name)
    services.settings.put("person.nip", nip)
    return services


def begin_visit(lead, folder):
    """Bring in the satker on the lead's laptop and plan the visit with the whole team; return the evaluation's id."""
    lead.satkers.import_list(write_list(folder / "satker.csv", "kode,nama\nC-1,Lapas Kelas IIB Contohrejo\n"))
    id_ = lead.evaluations.create("C-1", 2026)
    lead.evaluations.plan(id_, {"team": TEAM})
    return id_


def introduce(*laptops):
    """Let every laptop accept the cards of all others, as after a comparison on paper."""
    for one in laptops:
        for other in laptops:
            if other is not one:
                one.bundle_intake.accept(other.devices.card())


def send(sender, receiver, id_, folder, **how):
    """Write a bundle on one laptop and take it on another; return what was taken."""
    path = folder / f"{sender.workspace.folder.name}.zib"
    sender.bundling.export([id_], path, **how)
    return take(receiver, path)


def take(receiver, path):
    with receiver.bundle_intake.read(path) as preview:
        return receiver.bundle_intake.apply(preview)


def spelled(services, id_):
    """Return the whole state of an evaluation, its satker and the office, as bytes."""
    satker = services.evaluations.open(id_).state.identity.satker
    return [services.workspace.folded(each).spelled() for each in (id_, satker, OFFICE_ID)]


def summary(services, id_):
    return next(row for row in services.evaluations.list() if row["id"] == id_)


def settle_elsewhere(one, other, id_, folder):
    """Let a colleague's laptop judge against the owner of ``one`` in the name of somebody else, and bring it here."""
    send(one, other, id_, folder)
    member = next(person.id for person in other.settings.people().values() if person.name == BAGUS)
    with other.workspace.writing(member) as transaction:
        cell = other.evaluations.open(id_).state.answer_cell(Column.TPI, CHOICE)
        value = {**cell.value, "answer": {"choice": "Tidak"}}
        transaction.state(Subject("evaluation", id_), [Statement("set", cell.name, value, cell.displayed)])
    give(one, id_, CHOICE, "Tidak")
    give(one, id_, CHOICE, "Ya")
    send(other, one, id_, folder)
