"""Acts about evidence put back and done again."""

import pytest
from builders import CHOICE, begin
from evidence_makers import text_file

from zi_desktop.domain.errors import SealedError
from zi_desktop.domain.evidence_steps import turns_between


@pytest.fixture
def id_(fresh, tmp_path):
    return begin(fresh, tmp_path)


@pytest.fixture
def done(fresh, id_):
    """Does something, and gives the cells that it changed."""

    def done(act):
        before = fresh.evaluations.open(id_).state.folded
        act()
        return turns_between(before, fresh.evaluations.open(id_).state.folded)

    return done


def links(fresh, id_):
    return [(link.place, link.file.name, link.judged.value) for link in fresh.evidence.of(id_).links]


def test_files_that_were_added_go_and_come_back_with_what_was_thought_of_them(fresh, id_, done, tmp_path):
    files = [text_file(tmp_path / f"SK {number}.txt") for number in (1, 2)]
    files[1].write_text("lain", encoding="utf-8")
    added = done(lambda: fresh.evidence.add(id_, files, CHOICE))
    fresh.evidence.judge(id_, fresh.evidence.links(id_, CHOICE)[0], "sesuai")
    stood = links(fresh, id_)
    for _ in range(2):
        fresh.evidence_undoing.put(id_, added, back=True)
        assert links(fresh, id_) == []
        fresh.evidence_undoing.put(id_, added, back=False)
        assert links(fresh, id_) == stood


def test_what_is_as_wanted_already_is_left_alone(fresh, id_, done, tmp_path):
    added = done(lambda: fresh.evidence.add(id_, [text_file(tmp_path / "SK.txt")], CHOICE))
    fresh.evidence.retract(id_, fresh.evidence.links(id_, CHOICE)[0])
    before = fresh.evaluations.open(id_).state.folded.head
    fresh.evidence_undoing.put(id_, added, back=True)
    assert fresh.evaluations.open(id_).state.folded.head == before


def test_a_judgement_comes_back_with_its_author(fresh, id_, done, tmp_path):
    fresh.settings.put_person("Siti Contoh")
    fresh.evidence.add(id_, [text_file(tmp_path / "SK.txt")], CHOICE)
    fresh.evidence.judge(id_, fresh.evidence.links(id_, CHOICE)[0], "kurang", "Belum sah.", "Siti Contoh")
    first = fresh.evidence.links(id_, CHOICE)[0].judged
    judged = done(lambda: fresh.evidence.judge(id_, fresh.evidence.links(id_, CHOICE)[0], "sesuai"))
    fresh.evidence_undoing.put(id_, judged, back=True)
    again = fresh.evidence.links(id_, CHOICE)[0].judged
    assert (again.value, again.reason, again.author) == ("kurang", "Belum sah.", first.author)


def test_a_closed_evaluation_keeps_what_it_has(fresh, id_, done, tmp_path):
    added = done(lambda: fresh.evidence.add(id_, [text_file(tmp_path / "SK.txt")], CHOICE))
    fresh.evaluations.archive(id_)
    with pytest.raises(SealedError):
        fresh.evidence_undoing.put(id_, added, back=True)
    assert len(links(fresh, id_)) == 1
