"""The portfolio on the command line: of a workspace, of a consolidated store, and as a workbook."""

import json

import openpyxl
import pytest
from builders import open_services

from zi_desktop.domain.events import Subject
from zi_desktop.services.hub.consolidated import Scope, open_consolidated
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.services.hub.portfolio_file import is_trusted, opened_portfolio, read_portfolio
from zi_desktop.storage import events, hub_rows
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.portfolio_files import portfolio_fingerprint
from zi_desktop.sync.segments import sign_segments
from zi_desktop.trust.device_keys import new_device_key
from zi_desktop.trust.registry import Registry, sign_registry


@pytest.fixture
def gathered(scored, tmp_path):
    """A workspace and the consolidated store that got everything of it: (folder, address)."""
    database, key = scored.services.workspace.database, new_device_key()
    with database.reading() as connection:
        found = {each: events.load(connection, [each.id]) for each in events.subjects(connection)}
    segments = [
        segment for lines in found.values() for stream in _streams(lines) for segment in sign_segments(stream, key)
    ]
    address = str(tmp_path / "gabungan.db")
    with open_store(address, make=True) as store:
        HubIngest(store, lambda _: True).take(segments)
    scored.services.close()
    return tmp_path / "scored", address


def _streams(lines):
    streams = {}
    for line in sorted(lines, key=lambda each: each.seq):
        streams.setdefault(line.stream, []).append(line)
    return streams.values()


def test_both_places_show_the_same_rows(cli, gathered):
    folder, address = gathered
    own, hub = (
        json.loads(cli("portfolio", *more, "--json", workspace=folder).out) for more in ((), ("--into", address))
    )
    assert own == hub
    assert len(own) > 1
    (scored,) = [row for row in own if row["evaluation"]]
    assert scored["satker"]["code"] == "C-001"
    assert scored["evaluation"]["answered"] == 113


def test_a_kanwil_and_a_year_narrow_it(cli, gathered):
    folder, address = gathered
    everything = json.loads(cli("portfolio", "--json", workspace=folder).out)
    kanwil = everything[0]["satker"]["kanwil"]
    for more in ((), ("--into", address)):
        one = json.loads(cli("portfolio", *more, "--kanwil", kanwil, "--json", workspace=folder).out)
        assert one == [row for row in everything if row["satker"]["kanwil"] == kanwil]
        other = json.loads(cli("portfolio", *more, "--year", "2019", "--json", workspace=folder).out)
        assert [row["evaluation"] for row in other] == [None] * len(everything)
    assert "Tidak ada satker yang cocok" in cli("portfolio", "--kanwil", "?", workspace=folder).out


def test_the_table_says_what_stands(cli, gathered):
    folder, _ = gathered
    printed = cli("portfolio", workspace=folder).out
    assert printed.splitlines()[0].split() == [
        "Kode",
        "Satker",
        "Kanwil",
        "Predikat",
        "Target",
        "Status",
        "Terisi",
        "Nilai",
        "TPI",
        "Terhadap",
        "ambang",
    ]
    assert "113/113" in printed


def test_the_workbook_holds_the_same_rows_and_no_formula(cli, gathered, tmp_path):
    folder, address = gathered
    with open_services(folder) as services, services.workspace.writing(services.settings.author("")) as transaction:
        transaction.put(Subject("satker", services.satkers.find("C-002").id), {"name/2026-01-01": "=1+1"})
    file = tmp_path / "portofolio.xlsx"
    assert cli("portfolio", "--format", "xlsx", "-o", file, workspace=folder).status == 0
    sheet = openpyxl.load_workbook(file)["Portofolio"]
    rows = json.loads(cli("portfolio", "--json", workspace=folder).out)
    assert [cell.value for cell in sheet["A"]][1:] == [row["satker"]["code"] for row in rows]
    assert [cell.value for cell in sheet["B"]][1:] == [row["satker"]["name"] for row in rows]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    total = next(row["evaluation"]["total"] for row in rows if row["evaluation"])
    assert [cell.value for cell in sheet["H"] if isinstance(cell.value, float)] == [pytest.approx(float(total))]
    assert cli("portfolio", "--into", address, "--format", "xlsx", "-o", file, workspace=folder).status == 0


@pytest.mark.parametrize("more", [("--format", "xlsx"), ("-o", "x.xlsx")], ids=["no file", "no format"])
def test_a_workbook_needs_its_file_and_a_file_its_form(cli, gathered, more):
    refused = cli("portfolio", *more, workspace=gathered[0])
    assert refused.status == 2
    assert "Tidak ada yang ditulis" in refused.err


def test_a_store_that_is_not_there_is_a_sentence(cli, tmp_path):
    refused = cli("portfolio", "--into", tmp_path / "tidak-ada.db", workspace=tmp_path)
    assert refused.status == 2
    assert "hub init" in refused.err


@pytest.fixture
def hub(cli, gathered, tmp_path):
    """The workspace of whoever runs a hub, with its store: (folder, address, what ``hub init`` said)."""
    folder, address = gathered
    (tmp_path / "tukar").mkdir()
    made = cli(
        "hub", "init", tmp_path / "tukar", "--name", "Itwil Contoh", "--escrow", tmp_path / "brankas.kunci", "--json", workspace=folder
    )  # fmt: skip
    assert made.status == 0, made.err
    return folder, address, json.loads(made.out)


@pytest.fixture
def signed_file(cli, hub, tmp_path):
    """The signed portfolio of the first Kanwil: (file, Kanwil)."""
    folder, address, _ = hub
    kanwil = json.loads(cli("portfolio", "--json", workspace=folder).out)[0]["satker"]["kanwil"]
    file = tmp_path / "kanwil.ziport"
    done = cli("portfolio", "--into", address, "--kanwil", kanwil, "--signed", "-o", file, "--json", workspace=folder)
    assert done.status == 0, done.err
    assert json.loads(done.out)["evaluations"] == 1
    return file, kanwil


def test_a_signed_portfolio_answers_like_the_store(signed_file, hub):
    file, kanwil = signed_file
    _, address, said = hub
    found = read_portfolio(file)
    assert (found.hub, found.name, found.kanwil) == (said["hub"], "Itwil Contoh", kanwil)
    assert portfolio_fingerprint(found) == said["fingerprint"]
    with opened_portfolio(found) as own, open_consolidated(address) as store:
        scope = Scope(store.years()[0], kanwil)
        assert own.years() == store.years()
        assert [(row.satker["id"], row.evaluation) for row in own.rows(scope)] == [
            (row.satker["id"], row.evaluation) for row in store.rows(scope)
        ]
        assert own.figures(scope) == store.figures(scope)
        assert own.weakest_areas(scope) == store.weakest_areas(scope)
        assert own.distribution(scope) == store.distribution(scope)
        assert own.trend(kanwil) == store.trend(kanwil)


def test_verify_knows_a_portfolio_and_whose_it_is(cli, signed_file, hub, tmp_path):
    file, kanwil = signed_file
    stranger = cli("verify", file, "--json", workspace=tmp_path / "tidak-ada")
    shown = json.loads(stranger.out)
    assert (stranger.status, shown["verdict"], shown["kind"]) == (1, "intact-unknown-identity", "portfolio")
    assert shown["fingerprint"] == hub[2]["fingerprint"]
    known = cli("verify", file, workspace=hub[0])
    assert known.status == 0
    assert kanwil in known.out
    altered = tmp_path / "diubah.ziport"
    altered.write_bytes(file.read_bytes().replace(b"Itwil Contoh", b"Itwil Conton"))
    refused = cli("verify", altered, "--json", workspace=hub[0])
    assert (refused.status, json.loads(refused.out)["verdict"]) == (1, "altered")


def test_a_registry_of_the_hub_vouches_for_its_portfolios(cli, signed_file, hub, tmp_path):
    file, _ = signed_file
    with open_services(hub[0]) as services:
        registry = sign_registry(Registry(1, demo=False, persons=()), services.hub_keys.key())
    (tmp_path / "registri.json").write_bytes(registry)
    done = cli("verify", file, "--trust", tmp_path / "registri.json", workspace=tmp_path / "tidak-ada")
    assert (done.status, done.err) == (0, "")


def test_a_compared_fingerprint_is_remembered(signed_file, fresh):
    found = read_portfolio(signed_file[0])
    assert not is_trusted(found, fresh.hub_trust.hubs())
    fresh.hub_trust.believe(found)
    assert is_trusted(found, fresh.hub_trust.hubs())


@pytest.mark.parametrize(
    "more",
    [("--signed",), ("--signed", "-o", "x.ziport"), ("--signed", "-o", "x.ziport", "--kanwil", "K", "--year", "2026")],
    ids=["nothing", "no store", "a year"],
)
def test_a_signed_portfolio_needs_all_it_is_made_of(cli, gathered, more):
    refused = cli("portfolio", *more, workspace=gathered[0])
    assert refused.status == 2
    assert "Tidak ada yang ditulis" in refused.err


def test_only_whoever_runs_the_hub_signs_its_portfolios(cli, gathered, tmp_path):
    folder, address = gathered
    file = tmp_path / "x.ziport"
    refused = cli("portfolio", "--into", address, "--kanwil", "K", "--signed", "-o", file, workspace=folder)
    assert refused.status == 2
    assert "tidak mengelola hub" in refused.err
    assert not file.exists()


def test_a_kanwil_that_is_not_there_is_a_sentence(cli, hub, tmp_path):
    folder, address, _ = hub
    file = tmp_path / "x.ziport"
    refused = cli("portfolio", "--into", address, "--kanwil", "Bukan", "--signed", "-o", file, workspace=folder)
    assert refused.status == 2
    assert "“Bukan” tidak ada" in refused.err
    with open_store(address) as store, store.writing() as connection:
        hub_rows.put_fact(connection, hub_rows.HUB, "hub-lain")
    refused = cli("portfolio", "--into", address, "--kanwil", "Bukan", "--signed", "-o", file, workspace=folder)
    assert "milik hub lain" in refused.err
    assert not file.exists()
