"""Gaps on the command line: a list, the act with its reason, and that ``check`` goes on naming it."""

import pytest
from builders import CHOICE
from laptops import begin_visit, introduce, laptop, send

from zi_desktop.domain.events import Subject
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.sync.segments import events_of, sign_segment


@pytest.fixture
def torn(tmp_path):
    """The workspace of a lead, where the middle of what a member wrote is missing, and its hash."""
    rini, ahmad = laptop(tmp_path, "rini"), laptop(tmp_path, "ahmad")
    introduce(rini, ahmad)
    id_ = begin_visit(rini, tmp_path)
    send(rini, ahmad, id_, tmp_path)
    for text in ("satu", "dua", "tiga"):
        ahmad.answering.note(id_, CHOICE, text)
    subject, key = Subject("evaluation", id_), ahmad.devices.key()
    with ahmad.workspace.database.reading() as connection:
        own = [each for each in segments_of(connection, subject, key, withhold=False) if each.device == key.device]
    (lines,) = map(events_of, own)
    parts = [sign_segment(lines[:1], key), sign_segment(lines[2:], key)]
    rini.bundle_intake._take(subject, parts, rini.devices.accepted())
    rini.close()
    ahmad.close()
    return tmp_path / "rini", lines[1].hash


def test_list_declare_and_still_be_told(cli, torn):
    folder, missing = torn
    listed = cli("hub", "gap", workspace=folder)
    assert listed.status == 0
    assert missing[:8] in listed.out
    assert "belum tiba" in listed.out
    (gap,) = cli("hub", "gap", "--json", workspace=folder).json["gaps"]
    assert (gap["part"], gap["after"], gap["before"], gap["waiting"], gap["gone"]) == (missing, 1, 3, 1, [])
    assert cli("hub", "gap", "--apply", workspace=folder).status == 2
    refused = cli("hub", "gap", missing[:8], "--apply", workspace=folder)
    assert (refused.status, "alasan" in refused.err) == (2, True)
    looked = cli("hub", "gap", missing[:8], "--reason", "belum", workspace=folder)
    assert "hub gap BAGIAN" in looked.out, "without --apply nothing is stated"
    assert cli("check", "--json", workspace=folder).json == {"ok": True, "problems": []}
    done = cli("hub", "gap", missing[:8], "--reason", "laptop rusak", "--apply", "--json", workspace=folder)
    assert (done.status, done.json["events"]) == (0, 1)
    assert [act["reason"] for act in done.json["gaps"][0]["gone"]] == ["laptop rusak"]
    assert "dinyatakan hilang oleh Rini" in cli("hub", "gap", workspace=folder).out
    assert len(cli("check", "--json", workspace=folder).json["gone"]) == 1
    checked = cli("check", workspace=folder)
    assert checked.status == 0
    assert "kecuali yang dinyatakan hilang" in checked.out
    assert "laptop rusak" in checked.out


def test_where_nothing_is_missing(cli, scored):
    scored.services.close()
    assert cli("hub", "gap", workspace=scored.folder).out.strip() == "Tidak ada bagian yang hilang."
