"""Three laptops and a stick, in real processes: parts of one evaluation meet, a disagreement is settled, two people sign."""

import json

import pytest
from builders import AHMAD, BAGUS, CHOICE, NIP_AHMAD, NIP_BAGUS, NIP_RINI, RINI, SECRET, write_list
from processes import program

from zi_desktop import paths

WHO = {"rini": (RINI, NIP_RINI), "ahmad": (AHMAD, NIP_AHMAD), "bagus": (BAGUS, NIP_BAGUS)}
TEAM = [
    {"name": RINI, "nip": NIP_RINI, "role": "ketua_tim"},
    {"name": AHMAD, "nip": NIP_AHMAD, "role": "pengendali_teknis"},
    {"name": BAGUS, "nip": NIP_BAGUS, "role": "anggota", "signs": False},
]


class Stick:
    """Carries bundles between laptops."""

    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def carry(self, sender, receiver, id_):
        """Write on one laptop, take on the other; return what the receiver said."""
        self.count += 1
        path = self.folder / f"{self.count}.zib"
        written = program("bundle", "export", id_, "-o", path, "--json", workspace=sender)
        taken = program("bundle", "import", path, "--apply", "--json", workspace=receiver)
        assert taken["applied"]
        assert written["events"] >= taken["events"]
        return taken


@pytest.fixture
def here(cli):
    """Run a command in this process, as the tests of commands do: for steps that other tests look at in processes."""

    def call(*arguments, workspace):
        printed = cli(*arguments, workspace=workspace)
        assert printed.status == 0, printed.err
        return printed.json if "--json" in arguments else printed.out

    return call


@pytest.fixture
def laptops(tmp_path, here):
    """Everybody's workspace, in which everybody has accepted everybody's card."""
    (tmp_path / "stik").mkdir()
    for who, (name, nip) in WHO.items():
        here("settings", "set", "person.name", name, workspace=tmp_path / who)
        here("settings", "set", "person.nip", nip, workspace=tmp_path / who)
        here("identity", "card", "export", "-o", tmp_path / "stik" / f"{who}.kartu", workspace=tmp_path / who)
    for who in WHO:
        for other in WHO.keys() - {who}:
            here("identity", "card", "accept", tmp_path / "stik" / f"{other}.kartu", "--yes", workspace=tmp_path / who)
    return [tmp_path / who for who in WHO]


def test_a_team_meets_over_a_stick_settles_and_signs(laptops, here, tmp_path):
    rini, ahmad, bagus = laptops
    stick = Stick(tmp_path / "stik")
    satkers = write_list(tmp_path / "satker.csv", "kode,nama\nC-1,Lapas Kelas IIB Contohrejo\n")
    here("satker", "import", satkers, workspace=rini)
    id_ = here("evaluation", "new", "--satker", "C-1", "--year", "2026", "--json", workspace=rini)["id"]
    plan = write_list(tmp_path / "rencana.json", json.dumps({"team": TEAM}))
    here("evaluation", "plan", id_, plan, workspace=rini)
    for other in (ahmad, bagus):
        assert stick.carry(rini, other, id_)["events"] > 0

    # Everybody fills a part; one item is judged twice.
    rows = (paths.resources() / "sample" / "answers.csv").read_text(encoding="utf-8").splitlines()
    heading, given = rows[0], [row for row in rows[1:] if not row.startswith(f"{CHOICE},")]
    for number, workspace in enumerate(laptops):
        part = write_list(tmp_path / f"jawaban-{number}.csv", "\n".join([heading, *given[number::3]]) + "\n")
        here("answer", id_, "--from", part, workspace=workspace)
    here("answer", id_, CHOICE, "Ya", workspace=ahmad)
    here("answer", id_, CHOICE, "Tidak", workspace=bagus)
    foto = tmp_path / "notulen.txt"
    foto.write_text("Notulen rapat contoh.", encoding="utf-8")
    here("evidence", "add", id_, CHOICE, foto, workspace=ahmad)

    assert stick.carry(bagus, ahmad, id_)["conflicts"] == 1
    taken = stick.carry(ahmad, rini, id_)  # ahmad passes on what bagus vouched for
    assert (taken["conflicts"], taken["evidence"], taken["quarantined"], taken["missing"]) == (1, 1, 0, 0)
    stick.carry(rini, bagus, id_)

    # The lead settles it; nothing else is in the way of signing.
    [conflict] = program("conflicts", id_, "--json", workspace=rini, status=1)
    assert (conflict["code"], len(conflict["heads"])) == (CHOICE, 2)
    must = program("evaluation", "preflight", id_, "--json", workspace=rini, status=1)["must"]
    assert [each["id"] for each in must if each["id"].startswith("disputed:")] == [f"disputed:{CHOICE}"]
    take = next(head["n"] for head in conflict["heads"] if head["value"]["choice"] == "Ya")
    program("settle", id_, CHOICE, "--take", take, "--reason", "Dilihat bersama.", workspace=rini)
    here("evaluation", "acknowledge", id_, workspace=rini)

    # Two people sign, each on the own laptop.
    secret = write_list(tmp_path / "sandi.txt", f"{SECRET}\n")
    for workspace in (rini, ahmad):
        here("identity", "new", "--passphrase-file", secret, workspace=workspace)
    signed = program("sign", id_, "--passphrase-file", secret, "--json", workspace=rini)
    assert (signed["signatures"], signed["complete"]) == (1, False)
    assert stick.carry(rini, ahmad, id_)["reports"] == 1
    signed = program("sign", id_, "--passphrase-file", secret, "--json", workspace=ahmad)
    assert (signed["signatures"], signed["complete"]) == (2, True)
    for receiver in (rini, bagus):
        assert stick.carry(ahmad, receiver, id_)["reports"] == 1

    scores = [here("evaluation", "score", id_, "--json", workspace=each) for each in laptops]
    assert scores[0] == scores[1] == scores[2]
    for each in laptops:
        assert program("check", "--json", workspace=each) == {"ok": True, "problems": []}
        assert here("evaluation", "show", id_, "--json", workspace=each)["status"] == "selesai"
    last = tmp_path / "stik" / f"{stick.count}.zib"
    assert program("verify", last, "--json", workspace=bagus)["verdict"] == "trusted"
    program("verify", last, status=2)  # without a workspace nobody opens what was encrypted to the team
    assert program("verify", signed["file"], "--json", status=1)["verdict"] == "intact-unknown-identity"
