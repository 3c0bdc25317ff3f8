"""Two satker that are one, from the command line: a look, the act, the list, and the way back."""

import pytest
from builders import open_services, write_list


@pytest.fixture
def doubled(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        services.settings.put("person.name", "Rini Umpamasari")
        services.satkers.import_list(write_list(tmp_path / "a.csv", "kode,nama\nC-1,Lapas Contoh\n99.1,LAPAS CONTOH\n"))
        services.evaluations.create("C-1", 2026)
        services.evaluations.create("99.1", 2026)
        services.evaluations.create("99.1", 2025)
        services.settings.put_person("Bagus Contoh")
        services.settings.put_person("B. Contoh")
    return tmp_path / "ruang"


def test_look_join_list_and_part(cli, doubled):
    looked = cli("alias", "satker", "C-1", "99.1", workspace=doubled)
    assert "ikut pindah" in looked.out
    assert "menyatu dengan yang sudah ada; 0 beda" in looked.out
    assert len(cli("satker", "list", "--json", workspace=doubled).json) == 2
    assert cli("alias", "satker", "C-1", "99.1", "--apply", workspace=doubled).status == 2
    done = cli("alias", "satker", "C-1", "99.1", "--reason", "kode lama", "--apply", "--json", workspace=doubled)
    assert done.json["applied"]
    assert [row["code"] for row in cli("satker", "list", "--json", workspace=doubled).json] == ["C-1"]
    assert len(cli("evaluation", "list", "--json", workspace=doubled).json) == 2
    (alias,) = cli("alias", "list", "--json", workspace=doubled).json
    assert "kode lama" in cli("alias", "list", workspace=doubled).out
    assert cli("alias", "part", alias["id"][:8], workspace=doubled).status == 0
    assert len(cli("satker", "list", "--json", workspace=doubled).json) == 2
    assert len(cli("evaluation", "list", "--json", workspace=doubled).json) == 3
    assert cli("alias", "part", alias["id"][:8], workspace=doubled).status == 2
    assert "Tidak ada" in cli("alias", "list", workspace=doubled).out


def test_two_entries_of_a_person(cli, doubled):
    done = cli("alias", "person", "Bagus Contoh", "B. Contoh", "--reason", "ganda", "--json", workspace=doubled)
    (alias,) = cli("alias", "list", "--json", workspace=doubled).json
    assert (alias["about"], alias["id"], alias["same"]) == ("person", done.json["other"], done.json["kept"])
    assert "Bagus Contoh" in cli("alias", "list", workspace=doubled).out
    assert cli("alias", "part", alias["id"], workspace=doubled).status == 0
