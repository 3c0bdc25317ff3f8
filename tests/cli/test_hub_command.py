"""The hub on the command line, from its making to a receipt, with a folder as the place of exchange."""

import json

import pytest
from builders import CHOICE
from evidence_makers import photo


@pytest.fixture
def places(tmp_path):
    (tmp_path / "stik").mkdir()
    return tmp_path / "stik", tmp_path / "gabungan.db", tmp_path / "pusat"


@pytest.fixture
def hub(cli, places, tmp_path):
    stick, database, centre = places
    assert cli("settings", "set", "person.name", "Sari Percontohan", workspace=centre).status == 0
    made = cli(
        "hub",
        "init",
        stick,
        "--name",
        "Inspektorat Contoh",
        "--escrow",
        tmp_path / "brankas.kunci",
        "--json",
        workspace=centre,
    )
    assert made.status == 0
    assert cli("hub", "init", f"sqlite:///{database}", workspace=centre).status == 0
    return json.loads(made.out)


def test_from_a_laptop_to_the_store_and_back(cli, scored, hub, places):
    stick, database, centre = places
    scored.services.close()
    laptop = scored.services.workspace.folder
    refused = cli("hub", "push", stick, workspace=laptop)
    assert refused.status == 2
    assert hub["fingerprint"] in refused.err
    pushed = cli("hub", "push", stick, "--fingerprint", hub["fingerprint"], "--json", workspace=laptop)
    assert json.loads(pushed.out)["evaluations"] == 1
    first = json.loads(cli("hub", "ingest", stick, "--into", database, "--json", workspace=centre).out)
    assert (first["taken"], first["events"]) == (1, 0)
    (card,) = [
        c for c in json.loads(cli("identity", "card", "list", "--json", workspace=centre).out) if not c["accepted"]
    ]
    assert cli("identity", "card", "accept", card["device"], "--yes", workspace=centre).status == 0
    second = json.loads(cli("hub", "ingest", stick, "--into", database, "--json", workspace=centre).out)
    assert second["events"] > 113
    assert json.loads(cli("hub", "pull", stick, "--json", workspace=laptop).out)["confirmed"] == 1
    status = json.loads(cli("hub", "status", "--json", workspace=laptop).out)
    assert [item["state"] for item in status["evaluations"]] == ["terkirim"]
    assert "terkirim" in cli("hub", "status", workspace=laptop).out
    assert json.loads(cli("hub", "status", database, "--json", workspace=centre).out)["evaluations"] == 1
    (row,) = [
        r for r in json.loads(cli("portfolio", "--into", database, "--json", workspace=centre).out) if r["evaluation"]
    ]
    assert row["evaluation"]["answered"] == 113


def test_init_twice_is_the_same_hub(cli, hub, places):
    stick, _, centre = places
    again = json.loads(cli("hub", "init", stick, "--json", workspace=centre).out)
    assert again == hub
    renewed = json.loads(cli("hub", "renew", stick, "--json", workspace=centre).out)
    assert (renewed["generation"], renewed["fingerprint"]) == (2, hub["fingerprint"])


def test_the_key_for_the_safe_needs_a_place(cli, places):
    stick, _, centre = places
    refused = cli("hub", "init", stick, "--name", "Contoh", workspace=centre)
    assert refused.status == 2
    assert "brankas" in refused.err
    assert not any(stick.iterdir())


def test_publishing_and_losing_a_laptop(cli, hub, places):
    stick, _, centre = places
    assert hub["generation"] == 1
    published = json.loads(cli("hub", "publish", stick, "--json", workspace=centre).out)
    assert (published["number"], published["persons"]) == (1, 1)
    unknown = cli("hub", "lost", "abcdef0123456789", "--since", "2026-11-05", workspace=centre)
    assert unknown.status == 2


def test_a_broken_bundle_is_an_answer_of_no(cli, hub, places):
    stick, database, centre = places
    assert hub["hub"]
    box = stick / "inbox" / "5f0c3a52-0000-4000-8000-000000000001"
    box.mkdir(parents=True)
    (box / "00000001.zib").write_bytes(b"bukan paket")
    done = cli("hub", "ingest", stick, "--into", database, workspace=centre)
    assert done.status == 1
    assert "Paket ditolak" in done.out


def test_a_hub_at_a_place_that_is_not_there_leaves_no_key(cli, places, tmp_path):
    _, _, centre = places
    safe = tmp_path / "brankas.kunci"
    assert cli("settings", "set", "person.name", "Sari Percontohan", workspace=centre).status == 0
    refused = cli("hub", "init", tmp_path / "tidak-ada", "--name", "Contoh", "--escrow", safe, workspace=centre)
    assert refused.status == 2
    assert "Tidak ada yang" in refused.err
    assert not safe.exists()
    assert not (centre / "hub").exists()


def test_two_hubs_do_not_share_a_place(cli, hub, places, tmp_path):
    stick, _, _ = places
    other = tmp_path / "pusat-lain"
    refused = cli("hub", "init", stick, "--name", "Lain", "--escrow", tmp_path / "lain.kunci", workspace=other)
    assert refused.status == 2
    assert "hub lain" in refused.err
    assert not (tmp_path / "lain.kunci").exists()
    assert hub["generation"] == 1


def test_a_bundle_is_opened_with_the_key_from_the_safe(cli, scored, hub, places, tmp_path):
    stick, database, centre = places
    scored.services.close()
    laptop = scored.services.workspace.folder
    assert cli("hub", "push", stick, "--fingerprint", hub["fingerprint"], workspace=laptop).status == 0
    (bundle,) = stick.glob("inbox/*/*.zib")
    target, key = tmp_path / "terbuka.zib", tmp_path / "brankas.kunci"
    opened = json.loads(cli("hub", "escrow", bundle, "--key", key, "-o", target, "--json").out)
    assert opened["events"] > 113
    assert (
        json.loads(cli("bundle", "show", target, "--json", workspace=tmp_path / "kosong").out)["events"]
        == opened["events"]
    )
    again = cli("hub", "escrow", bundle, "--key", key, "-o", target)
    assert again.status == 2
    taken = cli("hub", "ingest", stick, "--into", database, "--escrow", key, "--json", workspace=centre)
    assert json.loads(taken.out)["taken"] == 1


def test_files_are_given_back_and_a_store_is_asked_for_gaps(cli, scored, hub, places, tmp_path):
    stick, database, centre = places
    scored.services.evidence.add(scored.id, [photo(tmp_path / "foto.jpg")], CHOICE)
    scored.services.close()
    laptop = scored.services.workspace.folder
    assert cli("hub", "push", stick, "--fingerprint", hub["fingerprint"], workspace=laptop).status == 0
    assert cli("hub", "ingest", stick, "--into", database, workspace=centre).status == 0
    (card,) = [c for c in cli("identity", "card", "list", "--json", workspace=centre).json if not c["accepted"]]
    assert cli("identity", "card", "accept", card["device"], "--yes", workspace=centre).status == 0
    assert cli("hub", "ingest", stick, "--into", database, workspace=centre).status == 0
    assert cli("hub", "gap", "--into", database, "--json", workspace=centre).json == {"gaps": [], "events": 0}
    named = "hub", "give", stick, card["device"], scored.id
    given = cli(*named, "--into", database, "--json", workspace=centre)
    assert (given.status, given.json["evidence"], given.json["missing"]) == (0, 1, 0)
    for kept in (laptop / "bukti").rglob("*"):
        if kept.is_file():
            kept.unlink()
    (file,) = cli("hub", "pull", stick, "--json", workspace=laptop).json["bundles"]
    assert cli("bundle", "import", file, "--apply", workspace=laptop).status == 0
    assert cli("evidence", "check", scored.id, workspace=laptop).status == 0
    for kept in (centre / "bukti").rglob("*"):
        if kept.is_file():
            kept.unlink()
    lacking = cli(*named, "--into", database, workspace=centre)
    assert (lacking.status, "1 berkas tidak ada di hub" in lacking.out) == (1, True)
