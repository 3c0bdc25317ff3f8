"""Rough going: hostile text in every field, paths that try the system, a clock that was set back."""

import json

import pikepdf
import pytest
from builders import CHOICE, INDEX, SECRET, Clock, begin, credential, give, open_services, p12, write_list
from processes import program

from zi_desktop import paths
from zi_desktop.domain.border import clean_line
from zi_desktop.domain.survey import RESPONDENTS, SCALE
from zi_desktop.reports.verification import Verdict
from zi_desktop.services.checking import check
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.services.reports.verifying import verify_file

HOSTILE = "<img src=/etc/passwd> </para><b>&amp; \u202etabil\u202c \U0001f600 \x00\x1b[31m\ud800 %s {0} \\ ' \""
LONG = "kata panjang " * 4000
FIGURES = {RESPONDENTS: "214", SCALE: "0–4"}


def finish(services, folder, name="Lapas Misalan", text="biasa"):
    """Take one evaluation to its signature, with a text in every field that people write."""
    id_ = begin(services, folder, name=f'"{clean_line(name).replace(chr(34), "")}"')
    for key in ("agency.name", "agency.letterhead", "agency.word", "person.name", "person.position"):
        services.settings.put(key, "Rini <b>&amp;</b> Umpama" if key == "person.name" else text)
    person = services.settings.person()
    fields = {"place": text, "report_number": text, "letter": {"number": text, "date": "2026-10-28"}}
    services.evaluations.plan(id_, {**fields, "team": [{"name": person.name, "position": text, "role": "ketua_tim"}]})
    services.answering.answer_list(id_, paths.resources() / "sample" / "answers.csv")
    give(services, id_, CHOICE, "Ya", notes=Notes(text, text))
    for detail in services.evaluations.open(id_).state.instrument.questions[INDEX].details:
        services.answering.detail(id_, INDEX, detail.key, FIGURES.get(detail.key, text))
    key = services.evaluations.open(id_).state.instrument.preconditions[0].id
    services.evaluations.check_precondition(id_, key, met=True, note=text)
    services.evaluations.decide(id_, "diusulkan", text)
    services.evaluations.accept_warning(id_, services.reviewing.preflight(id_).warn[0].id, text)
    services.evaluations.review(id_, "requested", text)
    services.evaluations.snapshot(id_, text.replace("/", "") or "x")
    now = services.workspace.now()
    return id_, services.signing.sign(id_, credential(person.name, "", now))


@pytest.mark.parametrize("text", [HOSTILE, LONG], ids=["hostile", "long"])
def test_text_of_any_kind_is_shown_plainly_in_a_report_that_verifies(tmp_path, text):
    with open_services(tmp_path / "w") as services:
        id_, done = finish(services, tmp_path, name=text[:200], text=text)
        assert verify_file(done.file).verdict is Verdict.UNKNOWN
        assert check(services.workspace) == []
        note = services.evaluations.open(id_).state.notes("tpi", CHOICE)[0].value["text"]
    assert "\x00" not in note
    assert "\x1b" not in note
    with pikepdf.open(done.file) as pdf:
        assert not [
            each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]


def test_hostile_text_on_the_command_line(cli, tmp_path):
    def call(*arguments):
        return cli(*arguments, workspace=tmp_path / "w")

    call("satker", "import", write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas\n"))
    id_ = call("evaluation", "new", "--satker", "C-1", "--year", 2026, "--json").json["id"]
    hostile = HOSTILE.replace("\x00", "")  # no system passes it as an argument
    assert call("answer", id_, CHOICE, "Ya", "--note", hostile, "--internal", hostile).status == 0
    assert call("settings", "set", "agency.name", hostile).status == 0
    assert call("evaluation", "snapshot", id_, hostile.replace("/", "")).status == 0
    for arguments in (
        ["evaluation", "show", id_],
        ["satker", "list", hostile],
        ["settings", "get"],
        ["evaluation", "show", hostile],
    ):
        shown = call(*arguments)
        assert "\x1b" not in shown.out + shown.err
    too_long = call("answer", id_, CHOICE, "Ya", "--note", "x" * 100_001)
    assert (too_long.status, too_long.err[:43]) == (2, "Teks terlalu panjang: 100.001 karakter, pal")


def test_paths_with_spaces_letters_and_great_length(cli, tmp_path):
    deep = tmp_path / "Ruang kerja é – Ñusa" / ("x" * 100) / ("y" * 100)
    deep.mkdir(parents=True)

    def call(*arguments):
        printed = cli(*arguments, "--json", workspace=deep / "kerja")
        assert printed.err == ""
        return printed.json

    call("satker", "import", write_list(deep / "daftar satker – contoh.csv", "kode,nama\nC-1,Lapas Contoh\n"))
    id_ = call("evaluation", "new", "--satker", "C-1", "--year", 2026)["id"]
    answers = (paths.resources() / "sample" / "answers.csv").read_text(encoding="utf-8")
    call("settings", "set", "person.name", "Rini Umpamasari")
    call("answer", id_, "--from", write_list(deep / "jawaban é.csv", answers))
    team = [{"name": "Rini Umpamasari", "role": "ketua_tim"}]
    call("evaluation", "plan", id_, write_list(deep / "rencana é.json", json.dumps({"team": team})))
    report = deep / f"{'laporan ' * 12}.pdf"
    assert len(str(report)) > 260
    call("report", id_, "-o", report)
    key = deep / "kunci saya.p12"
    key.write_bytes(p12("Rini Umpamasari", ""))
    secret = write_list(deep / "kata rahasia", SECRET)
    assert call("sign", report, "--p12", key, "--passphrase-file", secret)["complete"]
    assert program("verify", report, "--json", status=1)["verdict"] == "intact-unknown-identity"
    assert [path.name for path in deep.rglob("*.part")] == []


def test_a_path_longer_than_any_system_takes_is_a_sentence(cli, tmp_path):
    name = "n" * 300
    for arguments in (["evaluation", "list"], ["settings", "set", "agency.name", "x"], ["check"]):
        printed = cli(*arguments, workspace=tmp_path / name)
        assert printed.status == 2
        assert printed.err.count("\n") == 1
    assert cli("demo", tmp_path / name).status == 2
    assert cli("verify", tmp_path / f"{name}.pdf").status == 2


def test_a_file_where_a_folder_should_be_is_a_sentence(cli, tmp_path):
    occupied = write_list(tmp_path / "berkas", "isi")
    for arguments in (["evaluation", "list"], ["settings", "set", "agency.name", "x"], ["demo", occupied]):
        printed = cli(*arguments, workspace=occupied)
        assert (printed.status, printed.err.count("\n")) == (2, 1)
    assert occupied.read_text() == "isi"


def test_a_clock_set_back_a_year_stops_nothing(tmp_path):
    clock = Clock("2026-11-03T09:15:00+07:00")
    with open_services(tmp_path / "w", clock) as services:
        id_ = begin(services, tmp_path)
        give(services, id_, CHOICE, "Tidak")
    clock.add(days=-365)
    with open_services(tmp_path / "w", clock) as services:
        give(services, id_, CHOICE, "Ya")
        finished, done = finish(services, tmp_path)
        assert finished == id_
        assert done.complete
        assert services.evaluations.open(id_).card().question_scores[CHOICE] == 1
        assert verify_file(done.file).verdict is Verdict.UNKNOWN
        assert check(services.workspace) == []


@pytest.mark.parametrize("name", ["CON", "nul.txt", "akhir. "])
def test_names_that_windows_reserves_do_not_reach_a_file_name(tmp_path, name):
    with open_services(tmp_path / "w") as services:
        _, done = finish(services, tmp_path, name=name)
    assert done.file.stem.startswith("Kertas kerja ")
    assert done.file.stem == done.file.stem.strip(" .")
