"""Evidence through the service: added, assigned, judged, retracted; bytes before lines; nothing lost when it stops."""

import hashlib
import shutil

import pytest
from builders import AHMAD, CHOICE, RATIO, begin, from_another_laptop, give, open_services
from evidence_makers import text_file

from zi_desktop.domain import cells
from zi_desktop.domain.errors import (
    InvalidInputError,
    NotFoundError,
    SealedError,
    StaleViewError,
)
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.services.checking import check
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.intake import keep_bytes
from zi_desktop.storage import evidence_files
from zi_desktop.storage.evidence_files import Treatment
from zi_desktop.storage.recorder import Statement


@pytest.fixture
def begun(fresh, tmp_path):
    return fresh, begin(fresh, tmp_path)


@pytest.fixture
def letter(tmp_path):
    return text_file(tmp_path / "SK Tim.txt")


def added(begun, source, place=CHOICE, **more):
    services, id_ = begun
    result = services.evidence.add(id_, [source], place, **more)
    assert result.failed == ()
    return next(link for link in services.evidence.links(id_, place) if link.file == result.added[0])


def names(begun, place=CHOICE):
    services, id_ = begun
    return [link.file.name for link in services.evidence.links(id_, place)]


def test_a_file_added_to_an_item_is_there_after_reopening(begun, letter):
    services, id_ = begun
    link = added(begun, letter)
    assert (link.place, link.file.name, link.file.type, link.judged.value) == (
        CHOICE,
        "SK Tim.txt",
        "text/plain",
        "belum_dicek",
    )
    assert services.evidence.path_of(link).read_bytes() == letter.read_bytes()
    folder = services.workspace.folder
    services.close()
    with open_services(folder) as again:
        assert again.evidence.links(id_, CHOICE) == (link,)
        assert list(check(again.workspace)) == []


def test_what_is_there_already_is_said_and_not_repeated(begun, letter, tmp_path):
    services, id_ = begun
    added(begun, letter)
    before = services.evaluations.open(id_).state.folded.head
    result = services.evidence.add(id_, [letter, shutil.copy(letter, tmp_path / "lain.txt")], CHOICE)
    assert (result.added, result.same) == ((), ("SK Tim.txt", "lain.txt"))
    assert services.evaluations.open(id_).state.folded.head == before


def test_a_noted_file_may_be_kept_later(begun, letter):
    services, id_ = begun
    noted = added(begun, letter, treatment=Treatment(keep=False))
    assert not noted.file.kept
    with pytest.raises(NotFoundError, match=r"SK Tim\.txt tidak ada di ruang kerja ini"):
        services.evidence.path_of(noted)
    (link,) = services.evidence.links(id_, CHOICE)
    assert [file.state for file in check_evidence(services.workspace, id_)] == ["noted"]
    services.evidence.add(id_, [letter], CHOICE)
    (link,) = services.evidence.links(id_, CHOICE)
    assert link.file.kept
    assert [file.state for file in check_evidence(services.workspace, id_)] == ["whole"]


def test_a_file_that_fails_is_named_and_the_others_are_kept(begun, letter, tmp_path):
    services, id_ = begun
    result = services.evidence.add(id_, [tmp_path / "hilang.pdf", letter, tmp_path], CHOICE)
    assert [failed.name for failed in result.failed] == ["hilang.pdf", tmp_path.name]
    assert result.failed[0].sentence.startswith("hilang.pdf tidak ditambahkan: ")
    assert names(begun) == ["SK Tim.txt"]


def test_from_the_inbox_a_file_goes_to_several_items(begun, letter):
    services, id_ = begun
    services.evidence.assign(id_, added(begun, letter, INBOX), [CHOICE, RATIO])
    assert (names(begun, INBOX), names(begun, CHOICE), names(begun, RATIO)) == ([], ["SK Tim.txt"], ["SK Tim.txt"])
    (link,) = services.evidence.links(id_, CHOICE)
    services.evidence.assign(id_, link, [RATIO])
    assert len(services.evidence.of(id_).links) == 2


def test_removing_is_a_retraction_and_the_bytes_stay(begun, letter):
    services, id_ = begun
    link = added(begun, letter)
    services.evidence.retract(id_, link, "salah satker")
    assert names(begun) == []
    assert services.evidence.path_of(link).exists()
    services.evidence.add(id_, [letter], CHOICE)
    assert names(begun) == ["SK Tim.txt"]


def test_what_was_taken_away_is_put_back_once_with_its_judgement(begun, letter):
    services, id_ = begun
    services.evidence.add(id_, [letter], CHOICE)
    (link,) = services.evidence.links(id_, CHOICE)
    services.evidence.judge(id_, link, "sesuai")
    (link,) = services.evidence.links(id_, CHOICE)
    services.evidence.retract(id_, link)
    assert services.evidence.links(id_, CHOICE) == ()
    services.evidence.put_back(id_, link)
    (back,) = services.evidence.links(id_, CHOICE)
    assert (back.file, back.judged.value) == (link.file, "sesuai")
    services.evidence.put_back(id_, link)
    assert services.evidence.links(id_, CHOICE) == (back,)


def test_a_judgement_needs_a_reason_where_it_does_not_fit(begun, letter):
    services, id_ = begun
    link = added(begun, letter)
    for state in ("kurang", "tidak_sesuai"):
        with pytest.raises(InvalidInputError, match="memerlukan alasan"):
            services.evidence.judge(id_, link, state, " ")
    with pytest.raises(InvalidInputError, match="salah satu dari sesuai, kurang, tidak_sesuai"):
        services.evidence.judge(id_, link, "baik")
    services.evidence.judge(id_, link, "kurang", "Belum ditandatangani.")
    judged = services.evidence.links(id_, CHOICE)[0].judged
    assert (judged.value, judged.reason) == ("kurang", "Belum ditandatangani.")
    with pytest.raises(StaleViewError):
        services.evidence.judge(id_, link, "sesuai")
    services.evidence.judge(id_, services.evidence.links(id_, CHOICE)[0], None)
    assert services.evidence.links(id_, CHOICE)[0].judged.value == "belum_dicek"


def test_a_disputed_judgement_blocks_signing_until_somebody_judges(begun, letter):
    services, id_ = begun
    link = added(begun, letter)
    services.evidence.judge(id_, link, "sesuai")
    folder, author = services.workspace.folder, services.settings.put_person(AHMAD, "", "")
    services.close()
    cell = cells.evidence_judgement(CHOICE, link.file.sha256)
    from_another_laptop(folder, id_, author, Statement("set", cell, {"state": "kurang", "reason": "x"}))
    with open_services(folder) as again:
        assert [
            c
            for c in again.reviewing.preflight(id_).must
            if c.message.startswith(f"Penilaian data dukung butir {CHOICE}")
        ]
        again.evidence.judge(id_, again.evidence.links(id_, CHOICE)[0], "kurang", "setuju")
        assert not [c for c in again.reviewing.preflight(id_).must if c.id.startswith("diverging")]


def test_a_period_is_two_dates_in_order(begun, letter):
    services, id_ = begun
    link = added(begun, letter)
    for first, last in (("kemarin", ""), ("2026-06-30", "2026-01-01")):
        with pytest.raises(InvalidInputError, match="dua tanggal"):
            services.evidence.set_period(id_, link, first, last)
    services.evidence.set_period(id_, link, "2026-01-01", "2026-06-30")
    assert services.evidence.links(id_, CHOICE)[0].period.last == "2026-06-30"


def test_sufficiency_and_the_score_with_fitting_evidence_only(begun, letter):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya")
    give(services, id_, "A.I.1.i.b", "A")
    keeping = services.evidence
    assert keeping.score_with_fitting_only(id_).total == 0
    keeping.judge(id_, added(begun, letter), "sesuai")
    card = keeping.score_with_fitting_only(id_)
    assert 0 < card.total < services.evaluations.open(id_).card().total
    assert card.question_scores[CHOICE] == 1
    keeping.judge_sufficiency(id_, CHOICE, "sebagian", keeping.of(id_).sufficiency(CHOICE), "SK lama")
    assert keeping.sufficiency(id_) == {"cukup": 0, "sebagian": 1, "tidak_ada": 0, "": 112}
    with pytest.raises(InvalidInputError, match="Kecukupan"):
        keeping.judge_sufficiency(id_, CHOICE, "penuh", keeping.of(id_).sufficiency(CHOICE))


def test_an_unknown_item_is_refused_before_anything_is_read(begun, letter):
    services, id_ = begun
    with pytest.raises(NotFoundError, match=r"Butir A\.9 tidak ada"):
        services.evidence.add(id_, [letter], "A.9")
    with pytest.raises(NotFoundError):
        services.evidence.assign(id_, added(begun, letter), ["../x"])


def test_a_sealed_evaluation_takes_no_evidence(signed, letter):
    folder, id_, _ = signed
    with open_services(folder) as services, pytest.raises(SealedError):
        services.evidence.add(id_, [letter], CHOICE)


def test_a_copy_to_open_has_a_name_that_harms_nobody(begun, tmp_path):
    services, _ = begun
    link = added(begun, text_file(tmp_path / "..laporan:.exe"))
    target = tmp_path / "buka"
    target.mkdir()
    copy = services.evidence.save_copy(link, target)
    assert (copy.parent, copy.name) == (target, "laporan.txt")
    assert copy.read_bytes() == services.evidence.path_of(link).read_bytes()


def test_a_folder_tree_is_shown_first_and_added_as_shown(begun, tmp_path):
    services, id_ = begun
    tree = tmp_path / "Bukti satker"
    for relative in (
        "1/i/a/SK.txt",
        "A.II.5.ii.a/rekap.txt",
        "lain/foto.txt",
        "1/Thumbs.db",
        ".git/x.txt",
        "1/~$kunci.txt",
    ):
        (tree / relative).parent.mkdir(parents=True, exist_ok=True)
        text_file(tree / relative, relative)
    (tree / "1" / "luar").symlink_to(tmp_path)
    (tree / "1" / "luar.txt").symlink_to(text_file(tmp_path / "rahasia.txt"))
    mapping = services.evidence.map_folder(id_, tree)
    assert [(e.relative, e.place) for e in mapping.entries] == [
        ("1/i/a/SK.txt", CHOICE), ("A.II.5.ii.a/rekap.txt", RATIO), ("lain/foto.txt", INBOX),
    ]  # fmt: skip
    assert [skipped.name for skipped in mapping.skipped] == ["1/luar.txt"]
    assert services.evidence.of(id_).links == ()
    assert len(services.evidence.add_folder(id_, mapping).added) == 3
    assert (names(begun, CHOICE), names(begun, RATIO), names(begun, INBOX)) == (["SK.txt"], ["rekap.txt"], ["foto.txt"])


def test_a_folder_that_is_none_and_one_that_is_a_whole_disk_have_a_sentence(begun, letter, tmp_path, monkeypatch):
    services, id_ = begun
    with pytest.raises(InvalidInputError, match="bukan folder"):
        services.evidence.map_folder(id_, letter)
    monkeypatch.setattr("zi_desktop.services.evidence.intake.MOST_FILES", 0)
    with pytest.raises(InvalidInputError, match="lebih dari 0 berkas"):
        services.evidence.map_folder(id_, tmp_path)


def test_the_workspace_itself_is_no_evidence(begun):
    services, id_ = begun
    own = services.workspace.folder
    with pytest.raises(InvalidInputError, match="ruang kerja program ini sendiri"):
        services.evidence.map_folder(id_, own)
    (own.parent / "bukti satker").mkdir()
    text_file(own.parent / "bukti satker" / "SK.txt")
    found = [entry.relative for entry in services.evidence.map_folder(id_, own.parent).entries]
    assert "bukti satker/SK.txt" in found
    assert not any(each.startswith(f"{own.name}/") for each in found)


class StopError(Exception):
    """What a person's cancelling raises."""


def test_progress_is_told_in_bytes_and_stopping_keeps_what_was_added(begun, tmp_path):
    services, id_ = begun
    files = [text_file(tmp_path / f"{n:02}.txt", f"{n}" * 1000) for n in range(30)]
    told = []

    def tell(sentence, done, whole):
        told.append((sentence, done, whole))
        if sentence.startswith("Menyimpan 20 "):
            raise StopError

    with pytest.raises(StopError):
        services.evidence.add(id_, files, CHOICE, tell=tell)
    assert told[0][0] == "Menyimpan 1 dari 30: 00.txt"
    assert {whole for _, _, whole in told} == {sum(file.stat().st_size for file in files)}
    assert set(names(begun)) >= {f"{n:02}.txt" for n in range(19)}
    assert len(names(begun)) <= 23  # those read ahead of the one told of: four at most
    # Two files are read at once: what was whole when the work was stopped is there, and no bytes are without their line.
    assert {file.state for file in check_evidence(services.workspace)} == {"whole"}
    assert list(check(services.workspace)) == []
    assert services.evidence.store.leftovers() == {}


def test_a_large_file_is_stopped_in_its_middle(begun, tmp_path, monkeypatch):
    services, id_ = begun
    monkeypatch.setattr(evidence_files, "_CHUNK", 64)
    monkeypatch.setattr("zi_desktop.services.evidence.intake._TICK", 0.001)
    big = text_file(tmp_path / "besar.txt", "x" * 20_000_000)

    def tell(_sentence, done, _whole):
        if done:
            raise StopError

    with pytest.raises(StopError):
        services.evidence.add(id_, [big], CHOICE, tell=tell)
    assert names(begun) == []
    assert list(services.evidence.store.folder.iterdir()) == []


def test_every_file_is_in_the_store_before_its_line(begun, tmp_path, monkeypatch):
    services, id_ = begun
    writing = type(services.workspace).writing
    seen = []

    def look(workspace, author):
        seen.append(len(services.evidence.store.sizes()))
        order.append("line")
        return writing(workspace, author)

    order = []
    monkeypatch.setattr(type(services.workspace), "writing", look)
    monkeypatch.setattr("zi_desktop.storage.evidence_files.flush_folder", lambda _: order.append("name"))
    files = [text_file(tmp_path / f"{n}.txt", str(n)) for n in range(20)]
    assert len(services.evidence.add(id_, files, CHOICE).added) == 20
    assert [count >= least for count, least in zip(seen, (8, 16, 20), strict=True)] == [True] * 3
    assert order == ["name", "line"] * 3


def test_bytes_kept_by_a_worker_get_their_lines_afterwards(begun, letter, tmp_path):
    services, id_ = begun
    outcomes = keep_bytes(services.workspace.folder, [letter, tmp_path / "hilang.txt"], evidence_files.AS_USUAL)
    assert services.evidence.of(id_).links == ()
    result = services.evidence.link(id_, outcomes, [CHOICE, INBOX])
    assert ([file.name for file in result.added], [file.name for file in result.failed]) == (
        ["SK Tim.txt"],
        ["hilang.txt"],
    )
    assert names(begun) == ["SK Tim.txt"]


def test_answers_are_safe_when_the_photo_does_not_fit(begun, letter, monkeypatch):
    services, id_ = begun
    monkeypatch.setattr(evidence_files, "RESERVE", 2**62)
    result = services.evidence.add(id_, [letter], CHOICE)
    assert "ruang penyimpanan hampir penuh" in result.failed[0].sentence
    give(services, id_, CHOICE, "Ya")
    assert services.evaluations.open(id_).card().question_scores[CHOICE] == 1


def test_a_digest_is_of_the_bytes(begun, letter):
    assert added(begun, letter).file.sha256 == hashlib.sha256(letter.read_bytes()).hexdigest()
