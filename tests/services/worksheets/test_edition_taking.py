"""Official files: their wording on screen and paper, other years' editions, and what never changes by either."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from builders import CHOICE, Clock, begin, credential, give, open_services
from master_lists import branch, drop, encoded, master_list, new_soal, soal

from zi_desktop.domain.errors import FileReadError, InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument_changes import Change
from zi_desktop.domain.instrument_master import MasterError
from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.reports.verification import Verdict
from zi_desktop.services import editions
from zi_desktop.services.backups import restore
from zi_desktop.services.checking import check
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.services.settings import OFFICE
from zi_desktop.storage.recorder import Statement
from zi_desktop.worksheets.reading import Fault, Worksheet, WorksheetError

OFFICIAL = Path(__file__).parents[4] / "shared" / "lke"
SHIPPED = editions.current()
STRUCTURE = SHIPPED.structure_digest
WORDS = "Tim ZI telah dibentuk dengan surat keputusan pimpinan."


def written(folder, master, name="daftar.json"):
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(encoded(master))
    return folder / name


def reworded(year=2026, text=WORDS):
    master = master_list(year)
    soal(master, 1)["teks_pertanyaan"] = text
    return master


def next_year(year=2027):
    """Return a list with one item less, one more, and other weights."""
    master = reworded(year)
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1, teks_pertanyaan="Pemantauan terjadwal."))
    branch(master, 4)["bobot_maksimal"], branch(master, 5)["bobot_maksimal"] = 0.75, 0.75
    return master


def taken(services, file, **how):
    return services.edition_taking.take(services.edition_taking.read(file), **how)


def sheet(wording, name="lembar.xlsx"):
    return Worksheet(
        layout="lampiran3", sheet="LKE ZI", digest="b" * 64, name=name, unit="", year=2026, columns={}, scored=None,
        faults=(), wording=wording, totals={}, model=None,
    )  # fmt: skip


def every_word(text="Kata resmi"):
    return {code: ItemWording(f"{text} {code}", "", {}) for code in SHIPPED.questions}


def shown(services, code=CHOICE):
    return services.workspace.editions.edition(STRUCTURE).questions[code].text


def test_a_list_of_the_same_structure_brings_only_its_words(fresh, tmp_path):
    found = fresh.edition_taking.read(written(tmp_path, reworded()))
    assert (found.edition, found.changes, found.base.structure_digest, found.year) == (None, None, STRUCTURE, 2026)
    assert len(found.missing) == 8  # a list words the counts of a ratio, not the ratio
    assert fresh.edition_taking.take(found).wording_source.name == "daftar.json"
    assert shown(fresh) == WORDS
    assert shown(fresh, "A.II.5.ii.a") == SHIPPED.questions["A.II.5.ii.a"].text
    assert editions.current().questions[CHOICE].text == SHIPPED.questions[CHOICE].text


def test_an_open_evaluation_is_shown_in_the_words_chosen(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    give(fresh, id_, CHOICE, "Ya")
    before = fresh.evaluations.open(id_)
    taken(fresh, written(tmp_path, reworded()))
    after = fresh.evaluations.open(id_)
    assert after.state.instrument.questions[CHOICE].text == WORDS
    assert (after.card().total, after.state.answers("tpi")) == (before.card().total, before.state.answers("tpi"))
    assert WORDS in fresh.reviewing.explain(id_, CHOICE).text
    fresh.edition_taking.choose(STRUCTURE, editions.BUILT_IN)
    assert fresh.evaluations.open(id_).state.instrument.wording_digest == SHIPPED.wording_digest
    assert fresh.evaluations.open(id_) is fresh.evaluations.open(id_)


def test_words_are_made_once_not_with_each_look(fresh, tmp_path):
    taken(fresh, written(tmp_path, reworded()))
    known = fresh.workspace.editions
    assert known.edition(STRUCTURE) is known.edition(STRUCTURE)
    fresh.settings.put("agency.name", "Inspektorat Contoh")
    first = known.edition(STRUCTURE)
    fresh.settings.put("agency.name", "Inspektorat Lain")
    assert known.edition(STRUCTURE) is first


def test_each_wording_that_was_taken_can_be_chosen(fresh, tmp_path):
    taken(fresh, written(tmp_path, reworded()))
    taken(fresh, written(tmp_path, reworded(text="Tim ZI ada."), "lain.json"))
    assert shown(fresh) == "Tim ZI ada."
    wordings = {each.source.name: each.digest for each in fresh.workspace.editions.wordings(STRUCTURE)}
    fresh.edition_taking.choose(STRUCTURE, wordings["daftar.json"][:10])
    assert shown(fresh) == WORDS
    for wrong in ("x", wordings["daftar.json"] + "0"):
        with pytest.raises(NotFoundError, match="Tidak ada yang berubah"):
            fresh.edition_taking.choose(STRUCTURE, wrong)
    with pytest.raises(NotFoundError):
        fresh.edition_taking.choose("0" * 64, editions.BUILT_IN)


def test_the_same_file_twice_is_one_wording(fresh, tmp_path):
    file = written(tmp_path, reworded())
    taken(fresh, file)
    head = fresh.workspace.folded(OFFICE.id).head
    taken(fresh, file)
    assert fresh.workspace.folded(OFFICE.id).head == head


def test_words_stay_after_a_restart(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        taken(services, written(tmp_path, reworded()))
    with open_services(tmp_path / "ruang") as services:
        assert shown(services) == WORDS


def test_a_sheet_of_other_weights_says_that_only_its_words_can_be_taken(fresh):
    worded = sheet(every_word())
    fault = Fault("weight:H7", "H7", "Bobot H7 tertulis 0,75, seharusnya 0,5.", Fraction(3, 4), Fraction(1, 2))
    plain = fresh.edition_taking.of_worksheet(worded, STRUCTURE)
    found = fresh.edition_taking.of_worksheet(replace(worded, faults=(fault,)), STRUCTURE)
    assert (plain.other_weights, plain.notes, found.other_weights) == (False, (), True)
    assert found.notes[0] == fault.problem
    assert "daftar soal (JSON)" in found.notes[-1]


def test_the_words_of_a_sheet_are_offered_until_the_office_decides(fresh):
    worksheet = sheet(every_word())
    offer = fresh.edition_taking.offer(worksheet, STRUCTURE)
    assert (offer.name, offer.digest, offer.missing) == ("lembar.xlsx", "b" * 64, ())
    fresh.edition_taking.choose(STRUCTURE, editions.BUILT_IN)
    assert fresh.edition_taking.offer(worksheet, STRUCTURE) is None


def test_an_extract_is_not_offered_but_can_be_taken(fresh):
    part = sheet({CHOICE: ItemWording("  Tim\u0007 ada ", "", {}), "X": ItemWording("x", "", {})})
    assert fresh.edition_taking.offer(part, STRUCTURE) is None
    found = fresh.edition_taking.of_worksheet(part, STRUCTURE)
    assert len(found.missing) == 112
    fresh.edition_taking.take(found)
    assert shown(fresh) == "Tim ada"
    with pytest.raises(InvalidInputError, match="tidak memuat kata-kata"):
        fresh.edition_taking.of_worksheet(sheet({}), STRUCTURE)


def test_a_list_of_another_structure_is_a_new_edition_with_its_difference(fresh, tmp_path):
    taken(fresh, written(tmp_path, master_list(2026)))
    found = fresh.edition_taking.read(written(tmp_path, next_year(), "2027.json"))
    changes = found.changes
    assert [item.code for item in changes.of(Change.NEW)] == ["A.I.1.iii.d-2027"]
    assert [item.code for item in changes.of(Change.DROPPED)] == ["A.I.1.ii.c"]
    assert [item.code for item in changes.of(Change.REWORDED)] == [CHOICE]
    assert changes.words_compared
    edition = fresh.edition_taking.take(found)
    assert (edition.edition, edition.questions[CHOICE].text) == ("2027", WORDS)
    known = fresh.workspace.editions
    assert [each.edition for each in known.all()] == ["2026.1", "2027"]
    assert (known.year(edition.structure_digest), known.year(STRUCTURE)) == (2027, None)
    assert known.origin(STRUCTURE) is None
    assert known.origin(edition.structure_digest)["base"] == STRUCTURE
    assert shown(fresh) == SHIPPED.questions[CHOICE].text  # the words of the old edition stay


def test_what_a_list_does_not_tell_is_said(fresh, tmp_path):
    found = fresh.edition_taking.read(written(tmp_path, next_year()))
    assert any("Ambang nilai" in note for note in found.notes)
    assert any("perubahan kata tidak diperiksa" in note for note in found.notes)


def test_evaluations_begin_with_the_edition_of_their_year_and_keep_it(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    edition = taken(fresh, written(tmp_path, next_year()))
    assert fresh.evaluations.open(id_).state.instrument.structure_digest == STRUCTURE
    earlier = fresh.evaluations.create("C-1", 2025)
    later = fresh.evaluations.create("C-1", 2028)
    assert fresh.evaluations.open(earlier).state.instrument.structure_digest == STRUCTURE
    assert fresh.evaluations.open(later).state.instrument.structure_digest == edition.structure_digest
    assert fresh.evaluations.create("C-1", 2026) == id_


def test_an_edition_set_aside_stays_with_what_began_with_it(fresh, tmp_path):
    begin(fresh, tmp_path)
    file = written(tmp_path, next_year())
    structure = taken(fresh, file).structure_digest
    id_ = fresh.evaluations.create("C-1", 2027)
    fresh.edition_taking.retire(structure)
    later = fresh.evaluations.create("C-1", 2028)
    assert fresh.evaluations.open(id_).state.instrument.structure_digest == structure
    assert fresh.evaluations.open(later).state.instrument.structure_digest == STRUCTURE
    taken(fresh, file)  # whoever takes it again means to use it
    assert fresh.workspace.editions.for_year(2028).structure_digest == structure
    with pytest.raises(InvalidInputError, match="bawaan"):
        fresh.edition_taking.retire(STRUCTURE)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["one-way", "other-way"])
def test_of_two_editions_of_a_year_the_one_taken_last_counts(tmp_path, order):
    masters, clock = (next_year(), next_year()), Clock()
    branch(masters[1], 4)["bobot_maksimal"], branch(masters[1], 5)["bobot_maksimal"] = 1, 0.5
    with open_services(tmp_path / "ruang", clock) as services:
        for place in order:
            edition = taken(services, written(tmp_path, masters[place]))
            clock.add(days=1)
        assert services.workspace.editions.for_year(2027).structure_digest == edition.structure_digest


def test_only_the_words_of_another_year_can_be_taken(fresh, tmp_path):
    master = next_year()
    changed = soal(master, 2)
    changed["jenis_jawaban"], changed["skema_penilaian"] = "AB", changed["skema_penilaian"][:2]
    changed["teks_pertanyaan"] = "Anggota tim dipilih."
    edition = taken(fresh, written(tmp_path, master), wording_only=True)
    assert edition.structure_digest == STRUCTURE
    assert shown(fresh) == WORDS
    assert shown(fresh, "A.I.1.i.b") == SHIPPED.questions["A.I.1.i.b"].text  # it takes another answer there
    assert len(fresh.workspace.editions.all()) == 1


def test_the_list_of_an_edition_that_was_added_brings_its_words(fresh, tmp_path):
    taken(fresh, written(tmp_path, next_year()))
    again = next_year()
    soal(again, 3)["teks_pertanyaan"] = "Rencana kerja ditetapkan."
    found = fresh.edition_taking.read(written(tmp_path, again, "perbaikan.json"))
    assert (found.edition, found.base.edition) == (None, "2027")
    assert fresh.edition_taking.take(found).questions["A.I.1.ii.a"].text == "Rencana kerja ditetapkan."


def test_editions_are_found_by_name_or_digest(fresh, tmp_path):
    edition = taken(fresh, written(tmp_path, next_year()))
    assert fresh.edition_taking.find("2027") == fresh.edition_taking.find(edition.structure_digest[:9])
    for wrong in ("", "2031", "tidak ada"):
        with pytest.raises(NotFoundError, match=r"pilihannya 2026\.1"):
            fresh.edition_taking.find(wrong)


def _wrong_weights(master):
    branch(master, 4)["bobot_maksimal"] = 3


def _lost_requirement(master):
    branch(master, 61)["id"] = 999


@pytest.mark.parametrize("spoil", [_wrong_weights, _lost_requirement], ids=lambda spoil: spoil.__name__)
def test_a_tree_that_does_not_hold_is_refused(fresh, tmp_path, spoil):
    master = master_list()
    spoil(master)
    with pytest.raises(MasterError, match="Tidak ada yang diambil"):
        fresh.edition_taking.read(written(tmp_path, master))
    assert len(fresh.workspace.editions.all()) == 1


def test_what_is_no_official_file_is_refused(fresh, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"{")
    with pytest.raises(MasterError, match="tidak terbaca"):
        fresh.edition_taking.read(tmp_path / "x.xlsx")
    (tmp_path / "x.json").write_bytes(b"PK")
    with pytest.raises(WorksheetError):
        fresh.edition_taking.read(tmp_path / "x.json")
    with pytest.raises(FileReadError):
        fresh.edition_taking.read(tmp_path / "tidak ada.json")


def _parts(text):
    return [text[start : start + 50_000] for start in range(0, len(text), 50_000)]


def test_an_edition_that_is_not_what_its_name_says_is_not_believed(fresh):
    source = {"name": "x", "digest": "x", "taken": "2026-11-03"}
    document = _parts(editions.documents()[STRUCTURE].decode())
    for digest, parts in (("1" * 64, document), ("2" * 64, ["{"])):
        value = {"document": parts, "year": 2026, "base": STRUCTURE, "notes": [], "source": source}
        with fresh.workspace.writing(fresh.settings.author()) as transaction:
            transaction.state(Subject("office", OFFICE.id), [Statement("set", f"worksheet/{digest}", value)])
    known = fresh.workspace.editions
    assert (known.known("1" * 64), known.known("2" * 64)) == (None, None)
    assert known.for_year(2026).structure_digest == STRUCTURE
    assert len(known.all()) == 1
    with pytest.raises(NotFoundError, match="belum dikenal"):
        known.edition("1" * 64)
    with pytest.raises(NotFoundError, match="belum dikenal"):
        known.document("2" * 64)


def test_a_restored_workspace_knows_its_editions(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        begin(services, tmp_path)
        edition = taken(services, written(tmp_path, next_year()))
        id_ = services.evaluations.create("C-1", 2027)
        give(services, id_, "A.I.1.iii.d-2027", "Ya")
    restore(tmp_path / "ruang")
    with open_services(tmp_path / "ruang") as services:
        assert services.evaluations.open(id_).state.instrument.structure_digest == edition.structure_digest
        assert services.evaluations.summary(id_)["answered"] == 1
        assert check(services.workspace) == []


def test_a_signed_report_says_whose_words_it_uses_and_is_intact_where_they_are_unknown(scored, tmp_path):
    services = scored.services
    taken(services, written(tmp_path, reworded()))
    record = services.reporting.record(scored.id)
    assert record["texts"][CHOICE] == WORDS
    assert record["instrument"]["wording_source"]["name"] == "daftar.json"
    assert record["instrument"]["wording"] != SHIPPED.wording_digest
    report = services.signing.sign(scored.id, credential())
    elsewhere = verify_file(report.file)  # knows the shipped edition in its own words only
    assert (elsewhere.verdict, elsewhere.rebuilt, elsewhere.rescored.matches) == (Verdict.INCOMPLETE, True, True)
    services.edition_taking.choose(STRUCTURE, editions.BUILT_IN)
    assert verify_file(report.file, instruments=services.workspace.editions.known) == elsewhere
    assert services.reviewing.score(scored.id) == record["score"]


def test_a_report_of_an_added_edition_is_intact_where_that_is_known(fresh, tmp_path):
    begin(fresh, tmp_path)
    taken(fresh, written(tmp_path, next_year()))
    id_ = fresh.evaluations.create("C-1", 2027)
    record = fresh.reporting.record(id_)
    assert "A.I.1.iii.d-2027" not in record["rows"]
    written_ = fresh.reporting.write(id_, tmp_path / "draf.pdf", draft=True)
    assert written_.pages > 3


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not part of the project")
@pytest.mark.parametrize("name", ["portalrb-master-2026.json", "lampiran-iii-blank.xlsx"])
def test_the_official_files_word_the_shipped_edition(fresh, name):
    found = fresh.edition_taking.read(OFFICIAL / name)
    assert (found.edition, found.base.structure_digest) == (None, STRUCTURE)
    assert len(found.missing) == (8 if name.endswith("json") else 0)
    edition = fresh.edition_taking.take(found)
    assert edition.structure_digest == STRUCTURE
    changed = [code for code, question in edition.questions.items() if question.text != SHIPPED.questions[code].text]
    assert len(changed) >= 100
