"""The last checks as lines, and the list that shows them."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester

from zi_desktop.services.evaluations.preflight import Check, Preflight
from zi_desktop.ui.signing.checks import Act, ChecksShown, checks_shown
from zi_desktop.ui.signing.checks_model import ChecksModel
from zi_desktop.ui.signing.checks_view import ChecksView
from zi_desktop.ui.widgets.two_levels import ENTRY_ROLE

ITEM = "A.I.5.i.b"
MUST = (Check(f"unanswered:{ITEM}", ITEM, f"Butir {ITEM} belum terisi."), Check("team", "", "Tim belum ditetapkan."))
OPEN = Check("letter", "", "Nomor atau tanggal surat tugas belum dicatat.")
ACCEPTED = Check(f"marked:{ITEM}", ITEM, f"Butir {ITEM} masih ditandai untuk dibahas.", "Dibahas saat panel.")
BEYOND = Check("oversight:abc", ITEM, "Menimpa rekan pada butir itu; ketua tim perlu menutupnya.")
WEAK = "pillar-A.I.4"
FOUND = Preflight(MUST, (OPEN, ACCEPTED), ("Tidak ada beda penilaian",))


def lines_of(found, scored, *, lead=False, read_only=False):
    shown = checks_shown(found, scored.state, lead=lead, read_only=read_only)
    return shown, [line for group in shown.groups for line in group.lines]


def test_each_finding_is_named_placed_and_leads_somewhere(scored):
    shown, (team, empty, letter, marked, passed) = lines_of(FOUND, scored)
    assert (shown.must, shown.warnings, shown.accepted, shown.passed) == (2, 1, 1, 1)
    assert (empty.title, empty.acts) == ("Butir belum terisi", (Act.FILL,))
    assert empty.detail == f"{ITEM} · {scored.state.instrument.questions[ITEM].text.removesuffix('.')}"
    assert team.acts == (Act.PLAN,)
    assert letter.acts == (Act.PLAN, Act.ACCEPT)
    assert (marked.acts, marked.detail) == ((Act.OPEN, Act.CHANGE), f"{ITEM}: “Dibahas saat panel.”")
    assert (passed.acts, passed.title) == ((), "Tidak ada beda penilaian")


def test_a_half_typed_entry_names_its_item_first(scored):
    half = Check("draft:answer/tpi/x", ITEM, f"Butir {ITEM}: isian terakhir belum sah dan belum dihitung.")
    dialog = Check(f"draft:typed/reason/{ITEM}/x/kurang", ITEM, "Alasan penilaian data dukung belum tersimpan.")
    free = Check("draft:remark/", "", "Catatan & rekomendasi baru belum tersimpan.")
    assert [line.detail for line in lines_of(Preflight((half, dialog, free), (), ()), scored)[1]] == [
        "Catatan & rekomendasi baru belum tersimpan.",
        f"{ITEM} · isian terakhir belum sah dan belum dihitung.",
        f"{ITEM} · alasan penilaian data dukung belum tersimpan.",
    ]


def test_an_empty_item_in_which_something_waits_is_one_matter(scored):
    half = Check(f"draft:answer/tpi/{ITEM}", ITEM, f"Butir {ITEM}: isian terakhir belum sah dan belum dihitung.")
    note = Check(f"draft:note/tpi/{ITEM}", ITEM, f"Butir {ITEM}: catatan belum tersimpan.")
    shown, lines = lines_of(Preflight((*MUST, half), (), ()), scored)
    assert (shown.must, [line.id for line in lines]) == (2, ["team", half.id])
    assert lines_of(Preflight((*MUST, note), (), ()), scored)[0].must == 3


def test_a_weak_pillar_is_named_with_the_threshold_that_it_misses(scored):
    services = scored.services
    services.evaluations.accept_warning(scored.id, WEAK, "")
    open_ = weak_line(scored)
    name = f"A.I.4 {scored.state.instrument.nodes['A.I.4'].title}"
    assert open_.title == "Di bawah WBBM 75%"
    assert open_.detail.startswith(f"{name} (")
    assert open_.detail.endswith(", di bawah ambang WBBM 75,0%")
    services.evaluations.accept_warning(scored.id, WEAK, "Sudah ditelaah.")
    accepted = weak_line(scored)
    assert accepted.title == "Di bawah WBBM 75%: diterima"
    assert accepted.detail == f"{name}: “Sudah ditelaah.”"


def weak_line(scored):
    found = scored.services.reviewing.preflight(scored.id)
    return next(line for line in lines_of(found, scored)[1] if line.id == WEAK)


def test_groups_are_titled_by_what_is_left_to_do(scored):
    assert [group.title for group in lines_of(FOUND, scored)[0].groups] == [
        "Wajib diselesaikan", "Peringatan, tidak menghalangi TTD", "Peringatan diterima", "Lolos",
    ]  # fmt: skip
    assert [group.count for group in lines_of(FOUND, scored)[0].groups] == [2, 1, 1, 1]
    settled, _ = lines_of(Preflight((), (ACCEPTED,), ()), scored)
    assert [group.title for group in settled.groups] == ["Peringatan diterima"]


def test_only_the_lead_closes_what_was_done_beyond_a_right(scored):
    found = Preflight((BEYOND,), (), ())
    assert lines_of(found, scored)[1][0].acts == (Act.OPEN,)
    assert lines_of(found, scored, lead=True)[1][0].acts == (Act.OPEN, Act.CLOSE)


def test_nothing_can_be_accepted_in_a_signed_evaluation(scored):
    _, lines = lines_of(FOUND, scored, lead=True, read_only=True)
    assert {act for line in lines for act in line.acts} == {Act.LOOK}


def test_the_model_holds_together(scored):
    model = ChecksModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_checks(lines_of(FOUND, scored)[0])
    model.show_checks(ChecksShown())
    model.show_checks(lines_of(FOUND, scored)[0])
    assert model.index_of("letter").data(ENTRY_ROLE).id == "letter"
    assert model.index_of("gone").data(ENTRY_ROLE).id == "team"
    spoken = model.index_of("letter").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Surat tugas belum lengkap, Nomor atau tanggal surat tugas belum dicatat., Lengkapi, Terima…"


@pytest.fixture
def view(qtbot, scored):
    view = ChecksView()
    qtbot.addWidget(view)
    view.resize(QSize(380, 500))
    view.show_checks(lines_of(FOUND, scored)[0])
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    return view


def test_arrows_go_from_finding_to_finding_and_enter_acts(qtbot, view):
    acted = []
    view.acted.connect(lambda act, line: acted.append((act, line.id)))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(view, key)
    assert acted == [(Act.PLAN, "team"), (Act.FILL, f"unanswered:{ITEM}"), (Act.ACCEPT, "letter")]


def many_empty(scored):
    codes = list(scored.state.instrument.questions)[:108]
    empty = tuple(Check(f"unanswered:{code}", code, f"Butir {code} belum terisi.") for code in codes)
    return codes, lines_of(Preflight((*empty, MUST[1]), (), ()), scored)[0]


def test_many_items_without_an_answer_are_one_line_that_unfolds(qtbot, view, scored):
    codes, shown = many_empty(scored)
    assert (shown.must, shown.groups[0].count) == (109, 109)
    assert [line.title for line in shown.groups[0].lines] == ["Tim belum ditetapkan", "108 butir belum terisi"]
    view.show_checks(shown)
    acted = []
    view.acted.connect(lambda act, line: acted.append((act, line.code)))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    [group] = view.model().groups()
    assert (len(group.lines), group.count) == (110, 109)
    question = scored.state.instrument.questions[codes[0]].text.removesuffix(".")
    assert (group.lines[2].title, group.lines[2].detail) == (codes[0], question)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert acted == [(Act.FILL, codes[0])]
    view.show_checks(shown)
    assert view.line().code == codes[0]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert (view.line().title, len(view.model().groups()[0].lines)) == ("108 butir belum terisi", 2)
    for acts in (110, 2):
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert len(view.model().groups()[0].lines) == acts


def test_a_click_on_a_word_acts_and_elsewhere_only_chooses(qtbot, view):
    acted = []
    view.acted.connect(lambda act, line: acted.append((act, line.id)))
    place = view.visualRect(view.model().index_of("letter"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert (acted, view.line().id) == ([], "letter")
    for spot in (place.topRight() + QPoint(-20, 10), place.bottomRight() - QPoint(20, 10)):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert acted == [(Act.PLAN, "letter"), (Act.ACCEPT, "letter")]


def test_the_chosen_finding_stays_chosen_while_it_is_there(view, scored):
    view.setCurrentIndex(view.model().index_of("letter"))
    view.show_checks(lines_of(FOUND, scored)[0])
    assert view.line().id == "letter"
    view.show_checks(lines_of(Preflight(MUST, (), ()), scored)[0])
    assert view.line().id == "team"
