"""``bundle``, ``identity card`` and ``verify`` of a bundle: what they print, and with which status they end."""

import pytest
from builders import AHMAD, BAGUS, CHOICE, NIP_AHMAD, NIP_RINI, RINI, SECRET, give, open_services, write_list
from laptops import begin_visit, introduce, laptop, settle_elsewhere

IMPORTED = [
    "from", "device", "kind", "made", "bundle", "accepted", "events", "had", "evidence", "reports", "conflicts",
    "conflict_cells", "pending", "quarantined", "strangers", "missing", "forks", "newer", "applied",
]  # fmt: skip
CARD = ["device", "person", "name", "nip", "made", "fingerprint", "bound", "accepted"]


@pytest.fixture
def pair(tmp_path):
    """Two laptops that do not know each other yet, closed, and the evaluation of the first."""
    with laptop(tmp_path, "rini") as rini, laptop(tmp_path, "ahmad") as ahmad:
        id_ = begin_visit(rini, tmp_path)
        give(rini, id_, CHOICE, "Ya")
        ahmad.devices.key()
    return tmp_path / "rini", tmp_path / "ahmad", id_


def export_card(cli, workspace, path):
    printed = cli("identity", "card", "export", "-o", path, "--json", workspace=workspace)
    assert printed.status == 0
    return printed.json


def test_a_bundle_goes_from_one_laptop_to_another(cli, pair, tmp_path):
    rini, ahmad, id_ = pair
    path = tmp_path / "kiriman.zib"
    assert cli("bundle", "export", id_, "-o", path, workspace=rini).status == 2
    card = export_card(cli, ahmad, tmp_path / "ahmad.kartu")
    asked = cli("identity", "card", "accept", tmp_path / "ahmad.kartu", workspace=rini)
    assert (asked.status, card["fingerprint"] in asked.err) == (2, True), "nobody accepts what was not compared"
    assert [row["name"] for row in cli("identity", "card", "list", "--json", workspace=rini).json] == [RINI]
    accepted = cli("identity", "card", "accept", tmp_path / "ahmad.kartu", "--yes", "--json", workspace=rini).json
    assert list(accepted) == [*CARD, "events"]
    assert accepted["fingerprint"] == card["fingerprint"]

    written = cli("bundle", "export", id_[:8], "-o", path, "--json", workspace=rini).json
    assert (written["file"], written["readers"], written["left_out"]) == (str(path), [AHMAD], [BAGUS])
    assert {"events", "evidence", "conflicts", "quarantined", "missing", "sha256"} <= written.keys()

    looked = cli("bundle", "import", path, "--json", workspace=ahmad)
    assert (looked.status, list(looked.json)) == (0, IMPORTED)
    assert (looked.json["events"], looked.json["quarantined"]) == (0, written["events"])
    [stranger] = looked.json["strangers"]
    assert (stranger["name"], len(stranger["fingerprint"].split())) == (RINI, 16)
    assert "dikarantina" in cli("bundle", "import", path, "--apply", workspace=ahmad).out

    fingerprint = stranger["fingerprint"].lower().replace(" ", "")
    assert cli("identity", "card", "accept", NIP_RINI, "--fingerprint", "0" * 64, workspace=ahmad).status == 2
    taken = cli("identity", "card", "accept", NIP_RINI, "--fingerprint", fingerprint, "--json", workspace=ahmad)
    assert taken.json["events"] == written["events"]
    assert [row["id"] for row in cli("evaluation", "list", "--json", workspace=ahmad).json] == [id_]
    again = cli("bundle", "import", path, "--apply", "--json", workspace=ahmad).json
    assert (again["events"], again["quarantined"], again["applied"]) == (0, 0, True)
    assert cli("bundle", "show", path, "--json", workspace=ahmad).json["had"] == written["events"]
    assert [row["accepted"] for row in cli("identity", "card", "list", "--json", workspace=ahmad).json] == [
        "own",
        "paper",
    ]
    listed = cli("identity", "card", "list", workspace=ahmad).out
    assert RINI in listed
    assert stranger["fingerprint"] in listed


def test_a_bundle_may_be_written_to_a_card_or_plain_never_both(cli, pair, tmp_path):
    rini, ahmad, id_ = pair
    card = tmp_path / "ahmad.kartu"
    export_card(cli, ahmad, card)
    path = tmp_path / "x.zib"
    assert cli("bundle", "export", id_, "-o", path, "--encrypt-to", card, "--plain", workspace=rini).status == 2
    assert cli("bundle", "export", id_, "-o", path, "--encrypt-to", card, "--answers-only", workspace=rini).status == 0
    assert cli("bundle", "import", path, workspace=ahmad).status == 0
    assert path.read_bytes().startswith(b"age-encryption.org")
    assert cli("bundle", "export", id_, "-o", path, "--plain", workspace=rini).status == 0
    assert path.read_bytes().startswith(b"PK")
    shown = cli("bundle", "show", path, "--json", workspace=tmp_path / "tidak ada").json
    assert (shown["from"], shown["evidence"]) == (RINI, 0)


def test_verify_says_what_a_bundle_is_worth(cli, pair, tmp_path):
    rini, ahmad, id_ = pair
    path, nowhere = tmp_path / "x.zib", tmp_path / "tidak ada"
    cli("bundle", "export", id_, "-o", path, "--plain", workspace=rini)
    unknown = cli("verify", path, "--json", workspace=nowhere)
    assert (unknown.status, unknown.json["kind"], unknown.json["verdict"]) == (1, "bundle", "intact-unknown-identity")
    assert cli("verify", path, workspace=rini).status == 0
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    broken = cli("verify", path, "--json", workspace=rini)
    assert (broken.status, broken.json["verdict"], broken.json["signatures"]) == (1, "altered", [])
    assert cli("bundle", "import", path, "--apply", workspace=ahmad).status == 2
    path.write_bytes(b"bukan paket")
    assert cli("verify", path, workspace=rini).err.startswith("Paket ditolak: berkas ini bukan paket ZI Desktop.")

    export_card(cli, ahmad, tmp_path / "ahmad.kartu")
    cli("bundle", "export", id_, "-o", path, "--encrypt-to", tmp_path / "ahmad.kartu", workspace=rini)
    assert cli("verify", path, workspace=nowhere).status == 2
    assert cli("verify", path, "--json", workspace=ahmad).json["verdict"] == "intact-unknown-identity"


def test_the_demo_leaves_a_bundle_that_its_registry_vouches_for(cli, signed_original, tmp_path):
    verified = cli(
        "verify", signed_original.bundle, "--trust", signed_original.trust, "--json", workspace=tmp_path / "x"
    )
    assert (verified.status, verified.json["verdict"]) == (0, "trusted")
    assert verified.json["evidence"]["present"] == verified.json["evidence"]["listed"] > 0


def test_a_certificate_behind_a_laptop_is_shown_on_its_card(cli, pair, tmp_path):
    rini, _, _ = pair
    secret = write_list(tmp_path / "sandi.txt", f"{SECRET}\n")
    cli("identity", "new", "--passphrase-file", secret, workspace=rini)
    assert cli("identity", "card", "bind", "--passphrase-file", secret, "--json", workspace=rini).json["bound"]
    assert export_card(cli, rini, tmp_path / "rini.kartu")["bound"]


def test_an_unproven_author_is_named_so(cli, pair, tmp_path):
    rini, ahmad, id_ = pair
    with open_services(rini) as one, open_services(ahmad) as other:
        introduce(one, other)
        settle_elsewhere(one, other, id_, tmp_path)
    printed = cli("conflicts", id_, workspace=rini)
    assert printed.status == 1
    assert "(penulis belum dibuktikan)" in printed.out
    assert printed.out.count("belum dibuktikan") == 1


def test_a_card_that_is_none_is_refused(cli, pair, tmp_path):
    rini, _, _ = pair
    assert cli("identity", "card", "accept", write_list(tmp_path / "x.kartu", "{}"), workspace=rini).status == 2
    assert cli("identity", "card", "accept", NIP_AHMAD, "--yes", workspace=rini).status == 2


@pytest.mark.parametrize(("same", "status"), [(True, 0), (False, 2)])
def test_a_fingerprint_is_compared_before_a_card_is_accepted(cli, pair, tmp_path, monkeypatch, same, status):
    rini, ahmad, _ = pair
    card = export_card(cli, ahmad, tmp_path / "ahmad.kartu")
    monkeypatch.setattr("zi_desktop.cli.identity.sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.confirm", lambda *_, **__: same)
    printed = cli("identity", "card", "accept", tmp_path / "ahmad.kartu", workspace=rini)
    assert printed.status == status
    assert card["fingerprint"] in printed.err
    known = [row["accepted"] for row in cli("identity", "card", "list", "--json", workspace=rini).json]
    assert known == (["paper"] if same else [])
