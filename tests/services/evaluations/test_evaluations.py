"""Evaluations: the same however often begun, planned field by field, kept as of a day, put away; their states."""

import pytest
from builders import BAGUS, CHOICE, LEAD, MEMBER, NIP_BAGUS, RINI, Clock, begin, give, open_services, write_list

from zi_desktop.domain.errors import InvalidInputError, NotFoundError, NotReadyError, SealedError
from zi_desktop.domain.instrument import Column


def test_begun_twice_it_is_the_same_evaluation(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    lines = len(fresh.workspace.folded(id_))
    assert fresh.evaluations.create("c-1", 2026, target="WBBM") == id_
    assert len(fresh.workspace.folded(id_)) == lines
    others = {fresh.evaluations.create("C-1", year, activity=activity, round_=round_)
              for year, activity, round_ in ((2027, "", 1), (2026, "pembinaan", 1), (2026, "", 2))}  # fmt: skip
    assert len({id_, *others}) == 4


def test_two_laptops_begin_the_same_evaluation(tmp_path):
    ids = []
    for laptop in ("a", "b"):
        (tmp_path / laptop).mkdir()
        with open_services(tmp_path / laptop / "ruang kerja") as services:
            ids.append(begin(services, tmp_path / laptop))
    assert ids[0] == ids[1]


def test_the_target_follows_the_predicate_unless_said(fresh, tmp_path):
    fresh.satkers.import_list(
        write_list(
            tmp_path / "s.csv", "kode,nama,predikat,tahun predikat\nA,Lapas,,\nB,Rutan,WBK,2022\nC,Bapas,WBBM,2024\n"
        )
    )
    rows = [fresh.evaluations.summary(fresh.evaluations.create(code, 2026)) for code in "ABC"]
    assert [(row["target"], row["activity"]) for row in rows] == [
        ("WBK", "evaluasi"),
        ("WBBM", "evaluasi"),
        ("WBBM", "pemantauan"),
    ]
    said = fresh.evaluations.summary(
        fresh.evaluations.create("B", 2026, target="wbk", activity="pembinaan", track="tpn")
    )
    assert (said["target"], said["activity"], said["track"]) == ("WBK", "pembinaan", "tpn")


@pytest.mark.parametrize(
    ("year", "more", "named"),
    [
        (2020, {}, "Tahun 2020"), (2100, {}, "Tahun 2100"), (2026, {"round_": 0}, "putaran 0"), (2026, {"target": "WBX"}, "Target WBX"),
        (2026, {"activity": "audit"}, "Kegiatan audit"), (2026, {"track": "lain"}, "Jalur lain"),
        (2026, {"target": "WBBM", "track": "mandiri"}, "WBBM ditetapkan melalui Tim Penilai Nasional"),
    ],
)  # fmt: skip
def test_a_value_outside_its_range_begins_nothing(fresh, tmp_path, year, more, named):
    begin(fresh, tmp_path)
    with pytest.raises(InvalidInputError, match=named):
        fresh.evaluations.create("C-1", year, **more)
    assert len(fresh.evaluations.list()) == 1


def test_the_beginning_of_an_id_is_enough(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    other = fresh.evaluations.create("C-1", 2027)
    assert fresh.evaluations.open(id_[:8].upper()).id == id_
    assert [row["id"] for row in fresh.evaluations.list()] == [other, id_]
    with pytest.raises(NotFoundError, match="tidak ada di ruang kerja"):
        fresh.evaluations.open("zz")
    with pytest.raises(NotFoundError):
        fresh.evaluations.open("")
    while other[0] != id_[0]:
        other = fresh.evaluations.create("C-1", 2026, round_=len(fresh.evaluations.list()) + 1)
    with pytest.raises(NotFoundError, match="sebut id-nya lebih panjang"):
        fresh.evaluations.open(id_[0])


PLAN = {
    "place": "Contohrejo", "report_number": "CTH-1", "letter": {"number": "CTH-2", "date": "2026-10-28"},
    "first_day": "2026-11-03", "last_day": "2026-11-05", "target": "WBBM", "track": "tpn", "team": [LEAD, MEMBER],
}  # fmt: skip


def test_the_track_follows_another_target(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    for given, target, track in (
        ({}, "WBK", "mandiri"), ({"target": "WBBM"}, "WBBM", "tpn"), ({"target": "WBK"}, "WBK", "tpn"),
        ({"track": "mandiri"}, "WBK", "mandiri"),
    ):  # fmt: skip
        fresh.evaluations.plan(id_, given)
        plan = fresh.evaluations.open(id_).state.plan
        assert (plan.target, plan.track) == (target, track)


def test_a_plan_is_kept_field_by_field(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    fresh.evaluations.plan(id_, PLAN)
    fresh.evaluations.plan(id_, {"place": "Misalan"})
    plan = fresh.evaluations.open(id_).state.plan
    assert (plan.place, plan.letter_number, plan.letter_date, plan.target, plan.track) == (
        "Misalan",
        "CTH-2",
        "2026-10-28",
        "WBBM",
        "tpn",
    )
    assert [(member.role, member.areas, member.signs) for member in plan.team] == [
        ("ketua_tim", (), True),
        ("anggota", ("1", "2"), False),
    ]
    fresh.evaluations.plan(id_, {"team": []})
    assert fresh.evaluations.open(id_).state.plan.team == ()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"lokasi": "x"}, "lokasi tidak dikenal"),
        ({"place": 7}, "place bukan teks"),
        ({"first_day": "3 November"}, "first_day 3 November bukan tanggal"),
        ({"first_day": "2026-11-06", "last_day": "2026-11-05"}, "last_day mendahului first_day"),
        ({"last_day": "2026-11-01"}, "last_day mendahului first_day"),
        ({"letter": "CTH"}, "letter bukan objek"),
        ({"letter": {"date": "kemarin"}}, r"letter\.date kemarin bukan tanggal"),
        ({"target": "WBX"}, "target bukan salah satu dari WBK, WBBM"),
        ({"track": "x"}, "track bukan salah satu"),
        ({"target": "WBBM", "track": "mandiri"}, "track bukan salah satu dari tpn"),
        ({"team": {}}, "team bukan daftar"),
        ({"team": ["Rini"]}, r"team\[0\] bukan objek"),
        ({"team": [LEAD, {"name": " ", "role": "anggota"}]}, r"team\[1\]\.name kosong"),
        ({"team": [{"role": "anggota"}]}, r"team\[0\]\.name bukan teks"),
        ({"team": [{"name": BAGUS, "role": "asesor"}]}, r"team\[0\]\.role bukan salah satu"),
        ({"team": [LEAD | {"areas": "1"}]}, r"team\[0\]\.areas bukan daftar"),
        ({"team": [LEAD | {"areas": ["7"]}]}, r"team\[0\]\.areas bukan daftar"),
        ({"team": [LEAD | {"areas": [{}]}]}, r"team\[0\]\.areas bukan daftar"),
        ({"team": [LEAD | {"signs": "ya"}]}, r"team\[0\]\.signs bukan true atau false"),
        ({"team": [LEAD, MEMBER, LEAD]}, r"team\[2\] memuat orang yang sudah ada"),
        ({"team": [LEAD, {"name": RINI.upper(), "role": "anggota"}]}, r"team\[1\] memuat orang yang sudah ada"),
    ],
)  # fmt: skip
def test_a_wrong_plan_names_its_field_and_changes_nothing(fresh, tmp_path, given, named):
    id_ = begin(fresh, tmp_path)
    fresh.evaluations.plan(id_, {"first_day": "2026-11-03"})
    before, people = fresh.evaluations.open(id_).state.folded.head, len(fresh.settings.people())
    with pytest.raises(InvalidInputError, match=named):
        fresh.evaluations.plan(id_, given)
    assert fresh.evaluations.open(id_).state.folded.head == before
    assert len(fresh.settings.people()) == people


def test_a_person_of_the_plan_is_matched_by_nip_or_name(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    fresh.settings.put("person.name", RINI)
    fresh.evaluations.plan(id_, {"team": [LEAD, MEMBER]})
    fresh.evaluations.plan(
        id_, {"team": [LEAD, MEMBER | {"name": "Bagus C.", "nip": f"{NIP_BAGUS[:8]} {NIP_BAGUS[8:]}"}]}
    )
    state = fresh.evaluations.open(id_).state
    assert state.plan.leads == {fresh.settings.person().id}
    assert len(fresh.settings.people()) == 2


def test_preconditions_are_checked_off_by_hand(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    key = fresh.evaluations.open(id_).state.instrument.preconditions[0].id
    fresh.evaluations.check_precondition(id_, key, met=True, note="Dilihat.")
    assert fresh.evaluations.open(id_).state.preconditions == {key: (True, "Dilihat.")}
    fresh.evaluations.check_precondition(id_, key, met=None)
    assert fresh.evaluations.open(id_).state.preconditions == {}
    with pytest.raises(InvalidInputError, match="tidak dikenal"):
        fresh.evaluations.check_precondition(id_, "lain", met=True)


def test_the_panel_decides_with_a_reason(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    fresh.evaluations.decide(id_, "diusulkan", "Seluruh ambang terpenuhi.")
    assert fresh.evaluations.open(id_).state.panel == {"decision": "diusulkan", "reason": "Seluruh ambang terpenuhi."}
    for decision, reason in (("lulus", "x"), ("diusulkan", " ")):
        with pytest.raises(InvalidInputError, match="diusulkan, belum_diusulkan, pembinaan"):
            fresh.evaluations.decide(id_, decision, reason)


def test_a_snapshot_shows_the_day_it_was_taken(tmp_path):
    clock = Clock()
    with open_services(tmp_path / "w", clock) as services:
        id_ = begin(services, tmp_path)
        give(services, id_, CHOICE, "Tidak")
        services.evaluations.snapshot(id_, " Desk ")
        give(services, id_, CHOICE, "Ya")
        clock.add(days=-365)
        assert services.evaluations.at(id_, "Desk").card().question_scores[CHOICE] == 0
        services.evaluations.snapshot(id_, "Desk")
        assert services.evaluations.at(id_, "Desk").card().question_scores[CHOICE] == 1
        for name in ("", "a/b"):
            with pytest.raises(InvalidInputError):
                services.evaluations.snapshot(id_, name)
        with pytest.raises(InvalidInputError, match="Panel tidak ada"):
            services.evaluations.at(id_, "Panel")


def test_a_warning_is_accepted_with_a_reason_and_taken_back(scored):
    preflight = scored.services.reviewing.preflight(scored.id)
    assert preflight.warn
    assert preflight.accepted == preflight.warn
    check = preflight.warn[0]
    scored.services.evaluations.accept_warning(scored.id, check.id, "")
    assert check.id not in {item.id for item in scored.services.reviewing.preflight(scored.id).accepted}
    with pytest.raises(InvalidInputError, match="tidak ada"):
        scored.services.evaluations.accept_warning(scored.id, "unanswered:A.I.1.i.a", "alasan")


def test_states_from_the_first_answer_to_the_archive(scored):
    evaluations = scored.services.evaluations
    assert scored.state.status == "siap_ditinjau"
    evaluations.review(scored.id, "returned", "Butir 3 perlu dilihat lagi.")
    assert scored.state.status == "berjalan"
    evaluations.review(scored.id, "requested")
    evaluations.review(scored.id, "withdrawn")
    assert scored.state.status == "berjalan"
    for step in ("withdrawn", "returned", "selesai"):
        with pytest.raises(InvalidInputError, match="Langkah tinjauan"):
            evaluations.review(scored.id, step)
    evaluations.archive(scored.id)
    assert scored.state.status == "diarsipkan"
    with pytest.raises(SealedError, match="diarsipkan"):
        give(scored.services, scored.id, CHOICE, "Tidak")
    evaluations.archive(scored.id, archived=False)
    give(scored.services, scored.id, CHOICE, "Tidak")
    assert evaluations.summary(scored.id)["status"] == "berjalan"


def test_a_new_evaluation_has_not_begun_and_no_column_is_copied(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    assert fresh.evaluations.summary(id_)["status"] == "belum_mulai"
    with pytest.raises(NotReadyError, match="113 butir"):
        fresh.evaluations.review(id_, "requested")
    give(fresh, id_, CHOICE, "Ya", column=Column.MANDIRI)
    state = fresh.evaluations.open(id_).state
    assert [list(state.answers(column)) for column in Column] == [[CHOICE], [], []]
    assert state.status == "belum_mulai"
    assert fresh.evaluations.summary(id_)["answered"] == 0
    assert fresh.evaluations.summary(id_)["mandiri_total"] != "0"
