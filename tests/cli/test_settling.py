"""``conflicts`` and ``settle``: software shows the versions, a person closes the disagreement."""

import pytest
from builders import CHOICE, begin, from_another_laptop, give, open_services, statement

from zi_desktop.storage.recorder import Statement


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ruang kerja"


@pytest.fixture
def id_(tmp_path, folder):
    with open_services(folder) as services:
        made = begin(services, tmp_path)
        give(services, made, CHOICE, "Ya")
    from_another_laptop(folder, made, "orang-lain", statement(CHOICE, "Tidak"))
    return made


def test_both_versions_are_shown_and_none_is_chosen(cli, folder, id_):
    printed = cli("conflicts", id_, "--json", workspace=folder)
    assert printed.status == 1
    [found] = printed.json
    assert list(found) == ["code", "column", "heads"]
    assert (found["code"], found["column"], [head["n"] for head in found["heads"]]) == (CHOICE, "tpi", [1, 2])
    assert {head["value"]["choice"] for head in found["heads"]} == {"Ya", "Tidak"}
    assert cli("evaluation", "score", id_, "--json", workspace=folder).json["conflicts"] == [found]
    assert "Tidak" in cli("conflicts", id_, workspace=folder).out


@pytest.mark.parametrize("by", ["take", "value"])
def test_a_person_settles_it_with_a_reason(cli, folder, id_, by):
    [found] = cli("conflicts", id_, "--json", workspace=folder).json
    number = next(head["n"] for head in found["heads"] if head["value"]["choice"] == "Tidak")
    chosen = ["--take", number] if by == "take" else ["--value", "Tidak"]
    printed = cli("settle", id_, CHOICE, *chosen, "--reason", "Dilihat bersama", "--json", workspace=folder)
    assert (printed.status, printed.json) == (0, [])
    assert cli("conflicts", id_, "--json", workspace=folder).status == 0
    with open_services(folder) as services:
        [head] = services.evaluations.open(id_).state.folded.cell(f"answer/tpi/{CHOICE}").heads
    assert (head.kind, head.value["answer"]["choice"], head.value["reason"]) == ("settle", "Tidak", "Dilihat bersama")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([CHOICE, "--reason", "x"], "--take atau --value"),
        ([CHOICE, "--take", "1", "--value", "Ya", "--reason", "x"], "--take atau --value"),
        ([CHOICE, "--take", "3", "--reason", "x"], "Versi 3 tidak ada"),
        ([CHOICE, "--take", "1", "--reason", " "], "alasannya kosong"),
        (["A.X", "--take", "1", "--reason", "x"], "tidak ada di lembar kerja"),
        (["A.I.1.i.b", "--value", "A", "--reason", "x"], "tidak ada beda penilaian"),
    ],
    ids=["nothing", "both", "number", "reason", "item", "no conflict"],
)
def test_what_settles_nothing_changes_nothing(cli, folder, id_, arguments, words):
    printed = cli("settle", id_, *arguments, workspace=folder)
    assert printed.status == 2
    assert words in printed.err
    assert cli("conflicts", id_, workspace=folder).status == 1


def test_what_prints_is_listed_by_its_name_and_one_version_is_taken(cli, folder, id_):
    with open_services(folder) as services:
        services.evaluations.plan(id_, {"place": "Contohrejo"})
    from_another_laptop(folder, id_, "orang-lain", Statement("set", "plan/place", "Umpamajaya"))
    printed = cli("conflicts", id_, workspace=folder).out
    assert "plan/place" in printed
    number = next(line.split()[1] for line in printed.splitlines() if "Umpamajaya" in line)
    refused = cli("settle", id_, "plan/place", "--value", "Lain", workspace=folder)
    assert "--take" in refused.err
    done = cli("settle", id_, "plan/place", "--take", number, workspace=folder)
    assert (done.status, "Tempat: ditetapkan." in done.out) == (0, True)
    with open_services(folder) as services:
        assert services.evaluations.open(id_).state.plan.place == "Umpamajaya"
    assert "plan/place" not in cli("conflicts", id_, workspace=folder).out


def test_an_answer_about_another_item_is_listed_and_not_taken(cli, folder, id_):
    foreign = statement(CHOICE, "Ya")
    from_another_laptop(
        folder, id_, "orang-ketiga", Statement("set", foreign.cell, {**foreign.value, "item": "f" * 64}, ())
    )
    printed = cli("conflicts", id_, workspace=folder)
    assert (printed.status, "Dinilai pada butir edisi lain" in printed.out) == (1, True)
