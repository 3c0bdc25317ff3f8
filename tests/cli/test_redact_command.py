"""Taking content away from the command line: a list, a look, and only then the act."""

import json

from builders import CHOICE

SECRET = "NIK 3301-rahasia-sekali"


def test_list_look_and_take_away(cli, scored):
    scored.services.answering.note(scored.id, CHOICE, SECRET)
    scored.services.close()
    here = scored.folder
    found = [each for each in cli("redact", scored.id[:8], "--json", workspace=here).json if SECRET in each["text"]]
    (line,) = found
    assert (line["stands"], line["allowed"]) == (True, True)
    assert line["line"][:8] in cli("redact", scored.id, workspace=here).out
    looked = cli("redact", scored.id, line["line"][:8], "--json", workspace=here)
    assert looked.json["after"] == {line["cell"]: []}
    assert "Belum ada yang berubah" in cli("redact", scored.id, line["line"][:8], workspace=here).out
    assert cli("redact", scored.id, line["line"][:8], "--apply", workspace=here).status == 2
    assert cli("redact", scored.id, "--apply", workspace=here).status == 2
    done = cli("redact", scored.id, line["line"][:8], "--reason", "data pribadi", "--apply", workspace=here)
    assert done.status == 0
    assert "untuk selamanya" in done.out
    assert SECRET not in cli("redact", scored.id, workspace=here).out
    assert json.loads(cli("check", "--json", workspace=here).out)["ok"]


def test_a_satker_is_named_by_its_code(cli, scored):
    services = scored.services
    satker = services.evaluations.open(scored.id).state.identity.satker
    services.satker_profiles.put_contact(satker, "Tono Umpama", phone="0812")
    code = services.satkers.get(satker).code
    services.close()
    (line,) = cli("redact", code, "--json", workspace=scored.folder).json
    done = cli("redact", code, line["line"], "--reason", "diminta", "--apply", "--json", workspace=scored.folder)
    assert done.json["redacted"][0]["line"] == line["line"]
    assert cli("redact", code, "--json", workspace=scored.folder).json == []
    assert "Tidak ada tulisan" in cli("redact", code, workspace=scored.folder).out
