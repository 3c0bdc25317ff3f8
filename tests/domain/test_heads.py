"""How people number the versions of a cell: their own first, the others in an order that arrival does not change."""

import itertools

import pytest
from event_makers import PEOPLE

from zi_desktop.domain.heads import Head, numbered

ANI, BUDI, CITRA = PEOPLE


def head(author, hour, *, copied=False):
    return Head(f"{author.removeprefix('person-')}-{hour}", "", author, f"{hour}.00", "set", None, (), copied)


VERSIONS = (head(CITRA, "07"), head(BUDI, "09"), head(BUDI, "11"), head(BUDI, "08", copied=True), head(ANI, "10"))


@pytest.mark.parametrize(
    ("own", "order"),
    [
        (ANI, "ani-10 budi-08 budi-09 budi-11 citra-07"),
        (BUDI, "budi-09 budi-11 ani-10 budi-08 citra-07"),
        ("", "ani-10 budi-08 budi-09 budi-11 citra-07"),
    ],
    ids=["first", "copier", "nobody"],
)
def test_own_versions_come_first_then_author_by_author(own, order):
    for arrived in itertools.permutations(VERSIONS):
        assert [(n, each.hash) for n, each in numbered(arrived, own)] == list(enumerate(order.split(), start=1))


def test_a_version_that_comes_later_never_takes_the_number_of_ones_own():
    before = dict(numbered(VERSIONS[:-1], BUDI))
    after = dict(numbered(VERSIONS, BUDI))
    assert (before[1], before[2]) == (after[1], after[2])
