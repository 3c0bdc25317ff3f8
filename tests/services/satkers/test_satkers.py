"""Satker: one identity while codes, names and parents change; lists taken whole or not at all."""

import pytest
from builders import Clock, open_services, write_list

from zi_desktop.domain.errors import InvalidInputError, ListError, NotFoundError
from zi_desktop.services.checking import check
from zi_desktop.worksheets.satker_list import SatkerEntry

HEADINGS = "kode,nama,jenis,kanwil,eselon 1,instansi,predikat,tahun predikat,kode lain,id"
ID = "5f0c3a52-0000-5000-8000-000000000001"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def services(tmp_path, clock):
    with open_services(tmp_path / "satker", clock) as services:
        yield services


def take(services, *rows, headings=HEADINGS):
    folder = services.workspace.folder
    return services.satkers.import_list(write_list(folder / "daftar.csv", "\n".join([headings, *rows])))


def test_a_list_tells_what_was_new_changed_and_the_same(services):
    first = take(services, "C-1,Lapas Contoh", "C-2,Rutan Misal")
    again = take(services, "C-1,Lapas Contoh", "C-2,Rutan Kelas I Misal", "C-3,Bapas Umpama")
    assert (first.new, first.changed, first.same) == (2, 0, 0)
    assert (again.new, again.changed, again.same) == (1, 1, 1)


def test_renaming_keeps_identity_and_history(services, clock):
    take(services, "C-1,Lapas Contoh,lapas,Kanwil Lama,,Kementerian Contoh")
    before = services.satkers.find("C-1")
    clock.add(days=30)
    take(services, "C-1,Lapas Teladan,lapas,Kanwil Baru,,Kementerian Contoh")
    after = services.satkers.find("C-1")
    assert after.id == before.id
    assert (after.name, after.parent.kanwil) == ("Lapas Teladan", "Kanwil Baru")
    assert services.satkers.get(before.id, "2026-11-20").name == "Lapas Contoh"
    assert services.satkers.get(before.id, "2026-12-03").name == "Lapas Teladan"
    assert services.satkers.get(before.id, "2020-01-01").name == "Lapas Contoh"


def test_a_former_code_still_finds_the_satker(services, clock):
    take(services, f"C-1,Lapas Contoh,,,,,,,,{ID}")
    clock.add(days=1)
    take(services, f"C-77,Lapas Contoh,,,,,,,K-5,{ID}")
    assert [services.satkers.find(name).id for name in ("C-77", "c-1", "K-5", ID)] == [ID] * 4
    assert services.satkers.list()[0]["codes"] == ["C-1", "C-77"]


def test_a_reused_code_is_asked_about_not_guessed(services, clock):
    take(services, f"C-1,Lapas Contoh,,,,,,,,{ID}")
    clock.add(days=1)
    take(services, f"C-77,Lapas Contoh,,,,,,,,{ID}")
    with pytest.raises(ListError, match=r"C-77 dan C-1 .*kolom id"):
        take(services, "C-77,Lapas Contoh", "C-1,Rutan Baru")
    assert [row["name"] for row in services.satkers.list()] == ["Lapas Contoh"]


def test_a_code_of_two_agencies_is_not_guessed(services):
    take(services, "C-1,Lapas Contoh,,,,Kementerian Contoh", "C-1,Kantor Misal,,,,Kementerian Misal")
    with pytest.raises(NotFoundError, match="beberapa satker"):
        services.satkers.find("C-1")
    with pytest.raises(NotFoundError, match="belum ada"):
        services.satkers.find("C-2")


def test_what_a_list_leaves_out_stays(services):
    take(services, "C-1,Lapas Contoh,lapas,Kanwil Misal,Ditjen Misal,,WBK,2023,K-1")
    take(services, "C-1,Lapas Contoh", headings="kode,nama")
    row = services.satkers.list()[0]
    assert [row[name] for name in ("kind", "kanwil", "eselon1", "other_code", "predicate")] == [
        "lapas", "Kanwil Misal", "Ditjen Misal", "K-1", "WBK",
    ]  # fmt: skip


def test_a_list_with_a_wrong_row_is_not_taken_at_all(services):
    with pytest.raises(ListError, match="baris 3"):
        take(services, "C-1,Lapas Contoh", "C-2,")
    assert services.satkers.list() == []


def test_the_agency_of_the_settings_is_the_agency_of_a_list_that_names_none(services):
    services.settings.put("agency.name", "Kementerian Contoh")
    take(services, "C-1,Lapas Contoh")
    assert services.satkers.find("C-1").parent.agency == "Kementerian Contoh"


@pytest.mark.parametrize(
    ("rows", "target", "activity"),
    [
        ([], "WBK", "evaluasi"),
        (["WBK,2022"], "WBBM", "evaluasi"),
        (["WBK,2022", "WBBM,2024"], "WBBM", "pemantauan"),
    ],
)
def test_the_target_follows_the_predicate(services, rows, target, activity):
    take(services, "C-1,Lapas Contoh")
    for row in rows:
        take(services, f"C-1,Lapas Contoh,,,,,{row}")
    satker = services.satkers.find("C-1")
    assert (satker.next_target, satker.next_activity) == (target, activity)
    assert len(satker.predicates) == len(rows)


def test_a_clock_that_was_set_back_hides_nothing(services, clock):
    take(services, "C-1,Lapas Contoh")
    clock.add(days=-365)
    take(services, "C-1,Lapas Teladan,,,,,WBK,2026")
    assert services.satkers.find("C-1").name == "Lapas Teladan"
    assert services.satkers.list()[0]["name"] == "Lapas Teladan"
    assert check(services.workspace) == []


def test_one_satker_by_hand(services):
    satker = services.satkers.add(SatkerEntry("C-1", "Lapas Contoh", kind="lapas"))
    assert services.satkers.add(SatkerEntry("C-1", "Lapas Teladan")).id == satker.id
    with pytest.raises(InvalidInputError, match="Tidak ada yang tersimpan"):
        services.satkers.add(SatkerEntry("C-2", ""))


def test_searching_and_putting_away(services):
    take(services, "C-1,Lapas Contoh,lapas,Kanwil Misal", "C-2,Rutan Contoh,rutan,Kanwil Misal")
    assert [row["code"] for row in services.satkers.list("misal RUTAN")] == ["C-2"]
    services.satkers.archive(services.satkers.find("C-1").id)
    assert [row["archived"] for row in services.satkers.list()] == [True, False]


def test_a_thousand_rows_are_taken_and_recognised(services):
    rows = [f"C-{n},Lapas Contoh {n},lapas,Kanwil Misal {n % 33},Ditjen Misal,Kementerian Contoh" for n in range(1000)]
    assert take(services, *rows).new == 1000
    assert take(services, *rows).same == 1000
    assert services.satkers.find("C-999").name == "Lapas Contoh 999"
