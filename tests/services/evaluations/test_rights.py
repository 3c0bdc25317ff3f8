"""Rights of the surat tugas: nothing is voided, what went beyond is listed, the lead alone closes it."""

import pytest
from builders import (
    AHMAD,
    BAGUS,
    CHOICE,
    LEAD,
    MEMBER,
    RINI,
    begin,
    from_another_laptop,
    give,
    open_services,
    statement,
)

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.instrument import Column

INSIDE, OUTSIDE = CHOICE, "A.I.5.i.a"


@pytest.fixture
def planned(fresh, tmp_path):
    fresh.settings.put("person.name", RINI)
    id_ = begin(fresh, tmp_path)
    fresh.evaluations.plan(id_, {"team": [LEAD, MEMBER, {"name": AHMAD, "role": "anggota", "areas": ["1"]}]})
    return fresh, id_


def kinds(services, id_):
    return sorted(item.kind for item in services.evaluations.open(id_).state.oversight)


def test_within_their_areas_nobody_is_listed(planned):
    services, id_ = planned
    give(services, id_, INSIDE, "Ya", author=BAGUS)
    give(services, id_, OUTSIDE, "A", author=RINI)
    give(services, id_, INSIDE, "Tidak", author=RINI)
    assert kinds(services, id_) == []


def test_outside_their_areas_and_over_a_colleague_is_listed_and_counts(planned):
    services, id_ = planned
    give(services, id_, OUTSIDE, "A", author=BAGUS)
    give(services, id_, INSIDE, "Ya", author=BAGUS)
    view = give(services, id_, INSIDE, "Tidak", author=AHMAD)
    assert kinds(services, id_) == ["di_luar_pembagian", "menimpa_rekan"]
    assert view.state.answers(Column.TPI) == {INSIDE: Chosen("Tidak"), OUTSIDE: Chosen("A")}
    messages = [check.message for check in services.reviewing.preflight(id_).must if check.id.startswith("oversight:")]
    assert messages == [
        f"Menimpa rekan pada butir {INSIDE}; ketua tim perlu menutupnya.",
        f"Di luar pembagian pada butir {OUTSIDE}; ketua tim perlu menutupnya.",
    ]


def test_only_the_lead_closes_what_is_listed(planned):
    services, id_ = planned
    give(services, id_, OUTSIDE, "A", author=BAGUS)
    acts = {item.act for item in services.evaluations.open(id_).state.oversight}
    for acts_, author in ((acts, BAGUS), ({"0" * 64}, RINI)):
        with pytest.raises(InvalidInputError, match="Hanya ketua tim"):
            services.evaluations.acknowledge(id_, acts_, author)
    services.evaluations.acknowledge(id_, acts, RINI)
    assert kinds(services, id_) == []
    give(services, id_, OUTSIDE, "B", author=BAGUS)
    assert kinds(services, id_) == ["di_luar_pembagian"]


def test_a_settlement_by_a_member_is_listed(planned):
    services, id_ = planned
    give(services, id_, INSIDE, "Ya", author=BAGUS)
    folder, ahmad = services.workspace.folder, services.settings.author(AHMAD)
    services.close()
    from_another_laptop(folder, id_, ahmad, statement(INSIDE, "Tidak"))
    with open_services(folder) as here:
        displayed = here.evaluations.open(id_).state.answer_cell(Column.TPI, INSIDE).displayed
        here.answering.settle(id_, INSIDE, Chosen("Ya"), "Dilihat bersama.", displayed=displayed, author=BAGUS)
        assert "tanpa_wewenang" in kinds(here, id_)
