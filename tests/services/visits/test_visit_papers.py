"""Papers of a visit, read by another program: agenda sheets of what is open, a berita acara of one or two pages."""

import subprocess

import pytest
from builders import CHOICE, NIP_RINI, RINI, begin

from zi_desktop.domain.visit import BY_PERSON, BY_PLACE
from zi_desktop.reports.minutes import MOST_PROMISES, MOST_REMARKS
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.visits.keeping import EntryText


@pytest.fixture
def read(tmp_path):
    """Let poppler read a paper: (pages, size in points, text)."""

    def look(built):
        file = tmp_path / "kertas.pdf"
        file.write_bytes(built.pdf)
        told = dict(line.split(":", 1) for line in run("pdfinfo", file).splitlines())
        return int(told["Pages"]), told["Page size"].strip(), " ".join(run("pdftotext", file, "-").split())

    def run(*command):
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return look


def test_the_agenda_has_one_sheet_a_person_or_place_and_only_open_items(scored, read):
    services, id_ = scored.services, scored.id
    assert services.visit_papers.agenda(id_) is None
    services.evaluations.review(id_, "withdrawn")
    services.answering.mark(id_, CHOICE, marked=True)
    question = scored.state.instrument.questions[CHOICE]
    for by, keys in ((BY_PERSON, question.who), (BY_PLACE, question.where)):
        pages, size, text = read(services.visit_papers.agenda(id_, by))
        assert (pages, size) == (len(keys), "595.276 x 841.89 pts (A4)")
        assert text.count(CHOICE) == len(keys)
        assert question.ask in text
        assert services.visit_papers.agenda(id_, by, "tidak-ada") is None
    assert read(services.visit_papers.agenda(id_, BY_PERSON, question.who[0]))[0] == 1


def test_what_is_still_awaited_has_a_sheet_of_its_own(scored, read):
    scored.services.visits.add(scored.id, EntryText("janji", "Laporan UPG", who="Kasubag TU", due="2026-11-20"))
    pages, _, text = read(scored.services.visit_papers.agenda(scored.id))
    assert pages == 1
    assert "Laporan UPG" in text
    assert "Kasubag TU, paling lambat 20 November 2026" in text


def test_the_minutes_print_no_score_unless_said(scored, read):
    services, id_ = scored.services, scored.id
    services.visits.set_minutes(id_, {"day": "2026-11-05", "head_name": "Drs. Umpama Contoh", "head_nip": NIP_RINI})
    pages, size, text = read(services.visit_papers.minutes(id_))
    assert (pages, size) == (1, "595.276 x 841.89 pts (A4)")
    assert "Kamis tanggal 5 November 2026" in text
    assert RINI in text
    assert "Drs. Umpama Contoh" in text
    assert "83,33" not in text
    services.visits.set_minutes(id_, {"scores": True, "paper": "f4"})
    _, size, text = read(services.visit_papers.minutes(id_))
    assert size == "609.449 x 935.433 pts"
    assert "83,33" in text


def test_minutes_never_print_what_is_internal(scored, read):
    services, id_ = scored.services, scored.id
    services.answering.internal_note(id_, CHOICE, "RAHASIA-1")
    for kind in ("wawancara", "presentasi", "pertanyaan"):
        services.visits.add(id_, EntryText(kind, f"RAHASIA-{kind}"))
    services.visits.meet(id_, "awal", {"day": "2026-11-03", "notes": "RAHASIA-2"})
    assert "RAHASIA" not in read(services.visit_papers.minutes(id_))[2]
    assert "RAHASIA" not in read(services.reporting.draft(id_))[2]


def test_much_still_fits_two_pages_and_the_rest_is_counted(scored, read):
    services, id_ = scored.services, scored.id
    services.evaluations.review(id_, "withdrawn")
    for number in range(MOST_REMARKS + 20):
        services.remarks.add(
            id_,
            RemarkEntry(
                "x", f"Rekomendasi {number} " + "panjang sekali " * 40, item=CHOICE, responsible="Kepala subbagian " * 4
            ),
        )
    for number in range(MOST_PROMISES + 3):
        services.visits.add(
            id_, EntryText("janji", f"Dokumen {number} " + "panjang sekali " * 40, who="Kepala subbagian tata usaha")
        )
    services.visits.set_minutes(id_, {"scores": True, "notes": "Hal lain " * 60})
    pages, _, text = read(services.visit_papers.minutes(id_))
    assert pages <= 2
    assert f"Masih ada {len(services.remarks.of(id_).open) - MOST_REMARKS} catatan lain" in text
    assert "Masih ada 3 dokumen lain" in text


def test_what_is_missing_is_left_to_the_pen(fresh, tmp_path, read):
    _, _, text = read(fresh.visit_papers.minutes(begin(fresh, tmp_path)))
    assert "Nomor: …" in text
    assert "…………" in text
    assert "Kepala Lapas Kelas IIB Contohrejo" in text


def test_the_same_content_is_the_same_file(scored):
    services, moment = scored.services, scored.services.workspace.now()
    services.workspace.now = lambda: moment
    assert services.visit_papers.minutes(scored.id) == services.visit_papers.minutes(scored.id)
