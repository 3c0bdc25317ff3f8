"""Simpanan gabungan over a small hub: six evaluations whose figures follow from the worksheet's weights by hand."""

import csv
import shutil
from fractions import Fraction

import pytest
from builders import open_services, write_list
from hub_makers import Hub
from sqlalchemy import select, update

from zi_desktop.domain.errors import HubStoreError
from zi_desktop.domain.instrument import Choice, Index
from zi_desktop.services import editions
from zi_desktop.services.hub.consolidated import Scope, Step, open_consolidated
from zi_desktop.services.hub.portfolio import Entry, texts
from zi_desktop.services.hub.worker import HubWorker
from zi_desktop.storage import hub_tables
from zi_desktop.storage.hub_store import open_store

LIST = """kode,nama,kanwil
C-1,Lapas Satu,Kanwil Barat
C-2,Lapas Dua,Kanwil Barat
C-3,Rutan Tiga,Kanwil Timur
C-4,Rutan Empat,Kanwil Timur
C-5,Bapas Lima,Kanwil Timur
"""
HIGHEST = {
    "A.II.1.i.a": "agen=4,perubahan=8", "A.II.1.i.b": "perubahan=4,terintegrasi=4",
    "A.II.3.iii.a": "tahun_sebelumnya=2,tahun_ini=0,disanksi=0", "A.II.4.i.a": "sasaran=8,tercapai=8",
    "A.II.5.ii.a": "wajib_ditindaklanjuti=3,diproses=0,selesai=3",
    "A.II.5.iii.a.a": "kepala_satker=1,pejabat_wajib=2,lainnya=3,sudah_lapor=6",
    "A.II.5.iii.b.a": "administrator=2,pengawas=6,fungsional_pelaksana=9,sudah_lapor=17",
    "A.II.6.i.b": "terdaftar=9,dipermudah=9",
}  # fmt: skip
LOWEST = {
    "A.II.1.i.a": "agen=4,perubahan=0", "A.II.1.i.b": "perubahan=4,terintegrasi=0",
    "A.II.3.iii.a": "tahun_sebelumnya=2,tahun_ini=2,disanksi=0", "A.II.4.i.a": "sasaran=8,tercapai=0",
    "A.II.5.ii.a": "wajib_ditindaklanjuti=3,diproses=3,selesai=0",
    "A.II.5.iii.a.a": "kepala_satker=1,pejabat_wajib=2,lainnya=3,sudah_lapor=0",
    "A.II.5.iii.b.a": "administrator=2,pengawas=6,fungsional_pelaksana=9,sudah_lapor=0",
    "A.II.6.i.b": "terdaftar=9,dipermudah=0",
}  # fmt: skip


def _answers(path, lacking):
    """Write a list of answers: all the highest, but the lowest below the nodes that are lacking."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("kode", "jawaban", "catatan"))
        for code, question in editions.current().questions.items():
            low = code.startswith(tuple(lacking)) if lacking else False
            if isinstance(question.answer, Choice):
                by_score = sorted(question.answer.options, key=lambda option: option.score)
                text = by_score[0 if low else -1].key
            elif isinstance(question.answer, Index):
                text = "0" if low else "4"
            else:
                text = (LOWEST if low else HIGHEST)[code]
            out.writerow((code, text, ""))
    return path


@pytest.fixture(scope="module")
def consolidated_file(tmp_path_factory):
    """A store that a hub made of a laptop's bundle: (the hub's workspace, the store, the place of exchange)."""
    folder = tmp_path_factory.mktemp("lima")
    with Hub(folder) as hub, open_services(folder / "laptop") as laptop:
        laptop.settings.put("person.name", "Rini Rekaan")
        laptop.satkers.import_list(write_list(folder / "satker.csv", LIST))
        for code, year, lacking in (
            ("C-1", 2026, ()), ("C-2", 2026, ("A.I.1", "A.II.1")), ("C-3", 2026, ("A.I.5", "A.II.5")),
            ("C-3", 2025, ("B.",)), ("C-5", 2026, ()),
        ):  # fmt: skip
            id_ = laptop.evaluations.create(code, year)
            laptop.answering.answer_list(id_, _answers(folder / "jawaban.csv", lacking))
            laptop.evaluations.review(id_, "requested")
        begun = laptop.evaluations.create("C-4", 2026)
        laptop.answering.answer_list(
            begun, write_list(folder / "sebagian.csv", "kode,jawaban,catatan\nB.I.a,4,\nA.I.1.i.a,Ya,\n")
        )
        archived = next(row["id"] for row in laptop.satkers.list() if row["code"] == "C-5")
        laptop.satkers.archive(archived)
        laptop.enrolment.enrol(hub.address, hub.fingerprint)
        hub.confirm(laptop)
    return folder / "pusat", folder / "gabungan.db", hub.address


@pytest.fixture(scope="module")
def consolidated(consolidated_file):
    """The store, open to read."""
    with open_consolidated(str(consolidated_file[1])) as opened:
        yield opened


def _means(store, scope):
    return {mean.area: mean.share for mean in store.weakest_areas(scope)}


def test_figures_of_the_ministry(consolidated):
    figures = consolidated.figures(Scope(2026))
    assert (figures.units, figures.evaluated, figures.whole) == (4, 4, 3)
    assert figures.statuses == {"siap_ditinjau": 3, "berjalan": 1}
    assert figures.met == {"WBK": 1}  # C-2 and C-3 have an area with nothing


def test_totals_are_the_weights_that_are_not_lacking(consolidated):
    rows = consolidated.recap(Scope(2026))
    assert [(row.satker["code"], row.evaluation["total"]) for row in rows] == [
        ("C-1", "100"),
        ("C-2", "92"),
        ("C-3", "85"),
    ]
    assert [row.evaluation["total"] for row in consolidated.recap(Scope(2025))] == ["60"]
    lines = {row.satker["code"]: row.evaluation["total"] for row in consolidated.rows(Scope(2026))}
    assert lines == {"C-1": "100", "C-2": "92", "C-3": "85", "C-4": "17.75"}


def test_weakest_areas_are_the_plain_means(consolidated):
    third = Fraction(2 * 10**10 // 3 + 1, 10**10)
    assert _means(consolidated, Scope(2026)) == {"1": third, "5": third, "2": 1, "3": 1, "4": 1, "6": 1}
    assert [mean.area for mean in consolidated.weakest_areas(Scope(2026))][:2] == ["1", "5"]
    assert _means(consolidated, Scope(2026, "Kanwil Timur")) == {"5": 0, "1": 1, "2": 1, "3": 1, "4": 1, "6": 1}
    assert _means(consolidated, Scope(2026, "Kanwil Barat"))["1"] == Fraction(1, 2)


def test_the_full_score_stands_in_the_highest_step(consolidated):
    assert consolidated.distribution(Scope(2026)) == [Step(85, 90, 1), Step(90, 95, 1), Step(95, 100, 1)]
    assert consolidated.distribution(Scope(2025)) == [Step(60, 65, 1)]


def test_the_trend_is_the_mean_of_each_year(consolidated):
    years = [(year.year, year.count, round(year.mean, 6), year.met) for year in consolidated.trend()]
    assert years == [(2025, 1, 60, 0), (2026, 3, round(Fraction(277, 3), 6), 1)]
    assert [(year.year, year.count, year.mean) for year in consolidated.trend("Kanwil Timur")] == [
        (2025, 1, 60), (2026, 1, 85),
    ]  # fmt: skip


def test_an_archived_satker_is_in_no_list_and_in_no_figure(consolidated):
    assert [row.satker["code"] for row in consolidated.rows(Scope(2026))] == ["C-1", "C-2", "C-3", "C-4"]
    east = consolidated.figures(Scope(2026, "Kanwil Timur"))
    assert (east.units, east.evaluated, east.whole, east.met) == (2, 2, 1, {})


def test_a_total_below_its_threshold_is_never_printed_as_if_it_reached_it():
    evaluation = {
        "status": "siap_ditinjau", "answered": 113, "questions": 113, "total": "74.998", "target": "WBK", "area_minimum": "0.6",
        "standing": {"met": False, "failed": ["total"], "gap": "0.002"},
    }  # fmt: skip
    line = texts(Entry({"code": "C-9", "name": "Lapas", "kanwil": "", "predicate": None}, evaluation))
    assert (line[7], line[8]) == ("74,998", "Kurang 0,002")


def test_what_another_version_summed_up_is_refused_until_the_hub_sums_it_up_anew(tmp_path, consolidated_file):
    hub_workspace, database, address = consolidated_file
    shutil.copy(database, copy := tmp_path / "gabungan.db")
    with open_store(str(copy)) as store, store.writing() as connection:
        first = select(hub_tables.evaluation.c.subject_id).order_by(hub_tables.evaluation.c.subject_id).limit(1)
        one = connection.scalar(first)
        for table in (hub_tables.evaluation, hub_tables.satker):
            connection.execute(update(table).values(stamp="0.0.0:x"))
        connection.execute(
            update(hub_tables.evaluation).where(hub_tables.evaluation.c.subject_id == one).values(summary="{}")
        )
    with pytest.raises(HubStoreError, match="versi lain program ini; jalankan hub ingest"):
        open_consolidated(str(copy))
    with open_services(hub_workspace) as hub, open_store(str(copy)) as store:
        told = []
        transport = hub.enrolment.transport(address)
        HubWorker(hub.workspace, hub.hub_keys, hub.devices, transport, store).run(lambda *step: told.append(step))
    assert [step for step in told if step[0].startswith("Menghitung ulang")][-1][1:] == (10, 11)
    with open_consolidated(str(database)) as before, open_consolidated(str(copy)) as after:
        assert list(before.rows(Scope(2026))) == list(after.rows(Scope(2026)))
