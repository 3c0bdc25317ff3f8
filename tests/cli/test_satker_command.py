"""``satker show|contact|record|leave`` and ``evaluation stage``: what is known of a satker, from the command line."""

import pytest


@pytest.mark.usefixtures("id_")
def test_contacts_and_track_record_are_added_changed_and_taken_away(done):
    [contact] = done("satker", "contact", "C-1", "Siti Contoh", "--phone", "0800-000")["contacts"]
    assert list(contact) == ["id", "name", "position", "phone", "email"]
    [changed] = done("satker", "contact", "C-1", "Siti Contoh", "--position", "Kasubag", "--id", contact["id"][:8])[
        "contacts"
    ]
    assert (changed["id"], changed["position"]) == (contact["id"], "Kasubag")
    [record] = done("satker", "record", "C-1", "pengaduan", "Antrean lama", "--day", "2026-05-02")["records"]
    assert (record["kind"], record["day"], record["text"]) == ("pengaduan", "2026-05-02", "Antrean lama")
    assert done("satker", "record", "C-1", "--id", record["id"], "--remove")["records"] == []
    assert done("satker", "contact", "C-1", "--id", contact["id"], "--remove")["contacts"] == []


def test_stages_are_entered_shown_with_the_satker_and_taken_back(done, call, id_):
    [mark] = done("evaluation", "stage", id_[:8], "tpi", "--day", "2026-05-01", "--result", "lanjut")
    assert list(mark) == ["stage", "day", "result", "note", "author", "at", "disputed"]
    [row] = done("evaluation", "list")
    assert (row["stage"], row["passed_internal"], row["proposed"]) == ("tpi", True, False)
    [told] = done("satker", "show", "C-1")["stages"]
    assert told == {"evaluation": id_, "year": 2026, "stage": "tpi", "day": "2026-05-01", "result": "lanjut"}
    assert "TPI 2026: 2026-05-01, lanjut" in call("satker", "show", "C-1").out
    assert done("evaluation", "stage", id_, "tpi") == []


@pytest.mark.usefixtures("id_")
def test_a_satker_leaves_with_its_history_and_comes_back(done, call):
    gone = done("satker", "leave", "C-1", "--day", "2026-12-01", "--to", "Kementerian Misal")
    assert (gone["left"], gone["archived"]) == ({"day": "2026-12-01", "to": "Kementerian Misal"}, True)
    assert [each["text"] for each in gone["history"] if each["attribute"] == "name"] == ["Lapas Kelas IIB Contohrejo"]
    assert "Keluar sejak 2026-12-01 Kementerian Misal" in call("satker", "show", "C-1").out
    assert done("satker", "leave", "C-1", "--undo")["left"] is None


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
def test_what_is_missing_is_said_and_nothing_changes(call, done, arguments, words):
    before = done("satker", "show", "C-1")
    printed = call("satker", *arguments)
    assert printed.status != 0
    assert words in printed.err
    assert done("satker", "show", "C-1") == before
