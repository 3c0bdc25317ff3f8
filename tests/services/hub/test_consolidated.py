"""Questions to the consolidated store, answered by SQLite and by a real PostgreSQL, held against plain counting."""

import random
import uuid
from collections import Counter
from fractions import Fraction

import pytest

from zi_desktop.domain.figures import machine
from zi_desktop.services.hub.consolidated import Consolidated, open_consolidated
from zi_desktop.services.summarising import VERSIONS
from zi_desktop.storage import hub_rows, hub_store
from zi_desktop.storage.hub_queries import WHOLE, Scope
from zi_desktop.storage.hub_store import open_store
from zi_desktop.storage.summaries import Summary

_STAMP = f"{VERSIONS}:x"
_STATUSES = ("belum_mulai", "berjalan", *WHOLE)


def _world():
    """Return satker and evaluations as lists of summaries with their area shares, the same in every process."""
    chance = random.Random(3)
    units, evaluations = [], []
    for n in range(230):
        id_ = str(uuid.UUID(int=chance.getrandbits(128)))
        kanwil = f"Kanwil {n % 7}" if n % 11 else ""
        units.append(
            {"id": id_, "code": f"K-{n // 2:03d}", "name": f"Satker {n}", "kanwil": kanwil, "archived": n % 23 == 0}
        )
        for year in chance.sample((2024, 2025, 2026), chance.randint(0, 3)):
            for activity, round_ in chance.choice(
                (
                    [("evaluasi", 1)],
                    [("evaluasi", 1), ("evaluasi", 2)],
                    [("pembinaan", 1)],
                    [("pembinaan", 3), ("evaluasi", 1)],
                )
            ):
                evaluations.append(_evaluation(chance, id_, year, activity, round_))
    return units, evaluations


def _evaluation(chance, satker, year, activity, round_):
    total = Fraction(chance.randint(0, 10**12), 10**10)
    content = {
        "id": str(uuid.UUID(int=chance.getrandbits(128))), "satker": satker, "year": year, "activity": activity, "round": round_,
        "status": chance.choice(_STATUSES), "target": chance.choice(("WBK", "WBBM")), "stage": chance.choice(("", "tpi", "panel")),
        "standing": {"met": chance.random() < 0.4, "failed": [], "gap": "0"}, "answered": chance.randint(0, 113), "total": machine(total),
        "remarks_waiting": {"r1": "2026-12-01"}, "remarks_found": {},
    }  # fmt: skip
    return content, {str(n): machine(Fraction(chance.randint(0, 10**6), 10**6)) for n in range(1, 7)}


UNITS, EVALUATIONS = _world()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def consolidated(request, tmp_path_factory):
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("hub") / "gabungan.db")
    else:
        address = request.getfixturevalue("postgresql").url(f"zi_{uuid.uuid4().hex}")
    with open_store(address, make=True) as store, store.writing() as connection:
        for content in UNITS:
            hub_rows.put_satker(connection, Summary(content["id"], content, _STAMP))
        for content, shares in EVALUATIONS:
            hub_rows.put_evaluation(connection, Summary(content["id"], content, _STAMP), shares)
    with open_consolidated(address) as opened:
        yield opened


SCOPES = [Scope(2026), Scope(2025, "Kanwil 3"), Scope(2024, "Kanwil tidak ada"), Scope(1999)]
in_scopes = pytest.mark.parametrize("scope", SCOPES, ids=["all", "one", "unknown", "empty"])


def _units(scope):
    found = [u for u in UNITS if not u["archived"] and scope.kanwil in ("", u["kanwil"])]
    return sorted(found, key=lambda unit: (unit["code"], unit["id"]))


def _counted(scope, *, whole=False):
    kanwil = {unit["id"]: unit["kanwil"] for unit in UNITS if not unit["archived"]}
    last = {}
    for content, shares in EVALUATIONS:
        key = content["satker"], content["year"]
        if content["activity"] == "evaluasi" and (key not in last or content["round"] > last[key][0]["round"]):
            last[key] = content, shares
    return [
        (content, shares)
        for content, shares in last.values()
        if content["satker"] in kanwil
        and scope.year in (0, content["year"])
        and scope.kanwil in ("", kanwil[content["satker"]])
        and (not whole or content["status"] in WHOLE)
    ]


@in_scopes
def test_pages_by_key_show_every_satker_once(consolidated, scope):
    rows = list(consolidated.rows(scope))
    assert [row.satker for row in rows] == _units(scope)
    small, after = [], None
    while found := consolidated.page(scope, after, 7):
        small += found
        after = found[-1].key
    assert small == rows
    for row in rows:
        own = [c for c, _ in EVALUATIONS if (c["satker"], c["year"]) == (row.satker["id"], scope.year)]
        best = max(own, key=lambda c: (c["activity"] == "evaluasi", c["round"], c["activity"]), default=None)
        assert (row.evaluation or {}).get("id") == (best or {}).get("id")


@pytest.mark.parametrize("words", ["satker 1", "k-00", "KANWIL 3 k-1", "_", "tidak ada"])
def test_words_find_satker_by_name_code_or_kanwil(consolidated, words):
    parts = words.casefold().split()
    found = [
        unit for unit in _units(Scope(2026))
        if all(any(part in unit[key].casefold() for key in ("name", "code", "kanwil")) for part in parts)
    ]  # fmt: skip
    assert [row.satker for row in consolidated.page(Scope(2026), size=300, words=words)] == found
    first = consolidated.page(Scope(2026), size=3, words=words)
    behind = consolidated.page(Scope(2026), first[-1].key, 300, words) if first else []
    assert [row.satker for row in (*first, *behind)] == found


@in_scopes
def test_figures_count_the_last_round_of_each_satker(consolidated, scope):
    counted, figures = _counted(scope), consolidated.figures(scope)
    assert figures.units == len(_units(scope))
    assert figures.evaluated == len(counted)
    assert figures.statuses == Counter(content["status"] for content, _ in counted)
    assert figures.stages == Counter(content["stage"] for content, _ in counted)
    whole = _counted(scope, whole=True)
    assert figures.whole == len(whole)
    assert figures.met == Counter(content["target"] for content, _ in whole if content["standing"]["met"])


@in_scopes
def test_areas_come_with_the_weakest_first(consolidated, scope):
    whole = _counted(scope, whole=True)
    means = consolidated.weakest_areas(scope)
    assert [mean.share for mean in means] == sorted(mean.share for mean in means)
    assert len(means) == (6 if whole else 0)
    for mean in means:
        exact = sum(Fraction(shares[mean.area]) for _, shares in whole) / len(whole)
        assert mean.evaluations == len(whole)
        assert abs(mean.share - exact) <= Fraction(1, 10**10)


@in_scopes
def test_the_distribution_holds_every_whole_total_once(consolidated, scope):
    whole = _counted(scope, whole=True)
    steps = consolidated.distribution(scope)
    assert sum(step.count for step in steps) == len(whole)
    assert [step.low for step in steps] == list(range(steps[0].low, steps[-1].low + 5, 5) if steps else [])
    for step in steps:
        assert step.count == sum(step.low <= Fraction(content["total"]) < step.high for content, _ in whole)


@pytest.mark.parametrize("kanwil", ["", "Kanwil 3", "Kanwil tidak ada"])
def test_the_trend_goes_over_the_years(consolidated, kanwil):
    whole = _counted(Scope(0, kanwil), whole=True)
    trend = consolidated.trend(kanwil)
    assert [year.year for year in trend] == sorted({content["year"] for content, _ in whole})
    for year in trend:
        own = [content for content, _ in whole if content["year"] == year.year]
        assert (year.count, year.met) == (len(own), sum(content["standing"]["met"] for content in own))
        assert abs(year.mean - sum(Fraction(content["total"]) for content in own) / len(own)) <= Fraction(1, 10**9)


def test_the_recap_begins_with_the_highest_total(consolidated):
    rows = consolidated.recap(Scope(2026))
    totals = [Fraction(row.evaluation["total"]) for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert len(rows) == len(_counted(Scope(2026), whole=True))
    assert len(consolidated.recap(Scope(2026), 5)) == 5


def test_filters_are_offered_by_what_there_is(consolidated):
    assert consolidated.years() == [2026, 2025, 2024]
    assert consolidated.kanwils() == sorted({unit["kanwil"] for unit in UNITS} - {""})
    assert consolidated.counts()["evaluations"] == len(EVALUATIONS)
    assert isinstance(consolidated, Consolidated)
    assert consolidated.where


def test_an_empty_store_has_no_figures(tmp_path):
    address = str(tmp_path / "kosong.db")
    open_store(address, make=True).close()
    with open_consolidated(address) as empty:
        assert list(empty.rows(Scope(2026))) == []
        assert empty.distribution(Scope(2026)) == []
        assert empty.trend() == []
        assert empty.figures(Scope(2026)).units == 0
    assert hub_store.SCHEMA == 1
