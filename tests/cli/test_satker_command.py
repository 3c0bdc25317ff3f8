"""``satker show|contact|record|leave`` and ``evaluation stage``: what is known of a satker, from the command line."""

import pytest
from builders import begin, open_services


@pytest.fixture
def id_(tmp_path):
    with open_services(tmp_path / "ruang kerja") as services:
        return begin(services, tmp_path)


@pytest.fixture
def call(cli, tmp_path):
    return lambda *arguments: cli(*arguments, workspace=tmp_path / "ruang kerja")


@pytest.fixture
def run(call):
    """Call a command, expect success, and return its JSON."""

    def expect(*arguments):
        printed = call(*arguments, "--json")
        assert (printed.status, printed.err) == (0, "")
        return printed.json

    return expect


@pytest.mark.usefixtures("id_")
def test_contacts_and_track_record_are_added_changed_and_taken_away(run):
    [contact] = run("satker", "contact", "C-1", "Siti Contoh", "--phone", "0800-000")["contacts"]
    assert list(contact) == ["id", "name", "position", "phone", "email"]
    [changed] = run("satker", "contact", "C-1", "Siti Contoh", "--position", "Kasubag", "--id", contact["id"][:8])[
        "contacts"
    ]
    assert (changed["id"], changed["position"]) == (contact["id"], "Kasubag")
    [record] = run("satker", "record", "C-1", "pengaduan", "Antrean lama", "--day", "2026-05-02")["records"]
    assert (record["kind"], record["day"], record["text"]) == ("pengaduan", "2026-05-02", "Antrean lama")
    assert run("satker", "record", "C-1", "--id", record["id"], "--remove")["records"] == []
    assert run("satker", "contact", "C-1", "--id", contact["id"], "--remove")["contacts"] == []


def test_stages_are_entered_shown_with_the_satker_and_taken_back(run, call, id_):
    [mark] = run("evaluation", "stage", id_[:8], "tpi", "--day", "2026-05-01", "--result", "lanjut")
    assert list(mark) == ["stage", "day", "result", "note", "author", "at", "disputed"]
    [row] = run("evaluation", "list")
    assert (row["stage"], row["passed_internal"], row["proposed"]) == ("tpi", True, False)
    [told] = run("satker", "show", "C-1")["stages"]
    assert told == {"evaluation": id_, "year": 2026, "stage": "tpi", "day": "2026-05-01", "result": "lanjut"}
    assert "TPI 2026: 2026-05-01, lanjut" in call("satker", "show", "C-1").out
    assert run("evaluation", "stage", id_, "tpi") == []


@pytest.mark.usefixtures("id_")
def test_a_satker_leaves_with_its_history_and_comes_back(run, call):
    gone = run("satker", "leave", "C-1", "--day", "2026-12-01", "--to", "Kementerian Misal")
    assert (gone["left"], gone["archived"]) == ({"day": "2026-12-01", "to": "Kementerian Misal"}, True)
    assert [each["text"] for each in gone["history"] if each["attribute"] == "name"] == ["Lapas Kelas IIB Contohrejo"]
    assert "Keluar sejak 2026-12-01 Kementerian Misal" in call("satker", "show", "C-1").out
    assert run("satker", "leave", "C-1", "--undo")["left"] is None


@pytest.mark.usefixtures("id_")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("leave", "C-1"), "Sebut --day"),
        (("contact", "C-1", "--remove"), "Sebut entri"),
        (("contact", "C-1", "Siti", "--id", "abc"), "tidak tunggal"),
        (("record", "C-1", "perkara", "x", "--day", "besok"), "Rekam jejak memerlukan"),
    ],
    ids=["tanpa tanggal", "tanpa id", "id asing", "bukan tanggal"],
)
def test_what_is_missing_is_said_and_nothing_changes(call, run, arguments, words):
    before = run("satker", "show", "C-1")
    printed = call("satker", *arguments)
    assert printed.status != 0
    assert words in printed.err
    assert run("satker", "show", "C-1") == before
