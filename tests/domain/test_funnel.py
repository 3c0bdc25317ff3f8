"""The way of a proposal, and what is known of a satker beside its name."""

import pytest
from event_makers import PEOPLE, Stream

from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.domain.funnel import funnel_of
from zi_desktop.domain.satker_history import DatedValue, history_of
from zi_desktop.domain.satker_profile import Left, profile_of

SATKER = Subject("satker", "5f0c3a52-0000-5000-8000-000000000002")
ONE, OTHER = "1" * 32, "2" * 32


def stages(*entered):
    stream = Stream()
    return funnel_of(
        fold(
            [
                stream.write("set", f"stage/{key}", {"day": day, "result": result, "note": ""})
                for key, day, result in entered
            ]
        )
    )


def test_stages_stand_in_their_order_however_they_were_entered():
    funnel = stages(("tpi", "2026-05-01", "lanjut"), ("kanwil", "2026-03-01", "lanjut"))
    assert [mark.stage for mark in funnel.marks] == ["kanwil", "tpi"]
    assert (funnel.last.stage, funnel.last.day, funnel.last.author) == ("tpi", "2026-05-01", PEOPLE[0])


@pytest.mark.parametrize(
    ("entered", "passed", "proposed"),
    [
        ((), False, False),
        ((("tpi", "2026-05-01", ""),), False, False),
        ((("tpi", "2026-05-01", "gagal"),), False, False),
        ((("tpi", "2026-05-01", "lanjut"),), True, False),
        ((("pengusulan", "2026-06-01", ""),), True, True),
        ((("panel", "2026-09-01", "gagal"),), True, True),
    ],
    ids=["nothing", "at TPI", "failed at TPI", "passed TPI", "proposed", "failed later"],
)
def test_what_a_kanwil_asks_first(entered, passed, proposed):
    funnel = stages(*entered)
    assert (funnel.passed_internal, funnel.proposed) == (passed, proposed)


def test_a_stage_without_a_day_was_not_entered():
    assert stages(("kanwil", "", "")).last is None


def test_contacts_stand_by_name_and_the_track_record_newest_first():
    stream = Stream(subject=SATKER)
    person = {"position": "", "phone": "0800", "email": ""}
    case = {"kind": "disiplin", "text": "Teguran", "source": "SK"}
    lines = [
        stream.write("set", f"contact/{ONE}", {"name": "tuti contoh", **person}),
        stream.write("set", f"contact/{OTHER}", {"name": "Agus Contoh", **person}),
        stream.write("set", f"record/{ONE}", {"day": "2024-01-05", **case}),
        stream.write("set", f"record/{OTHER}", {"day": "2025-02-01", **case}),
    ]
    profile = profile_of(fold(lines))
    assert [contact.name for contact in profile.contacts] == ["Agus Contoh", "tuti contoh"]
    assert [(record.day, record.kind, record.author) for record in profile.records] == [
        ("2025-02-01", "disiplin", PEOPLE[0]), ("2024-01-05", "disiplin", PEOPLE[0]),
    ]  # fmt: skip
    lines.append(stream.write("set", f"contact/{ONE}", None, [lines[0].hash]))
    assert [contact.id for contact in profile_of(fold(lines)).contacts] == [OTHER]


def test_a_satker_can_leave_and_come_back():
    stream = Stream(subject=SATKER)
    lines = [stream.write("set", "left", {"day": "2026-01-01", "to": "Kejaksaan Contoh"})]
    assert profile_of(fold(lines)).left == Left("2026-01-01", "Kejaksaan Contoh")
    lines.append(stream.write("set", "left", {"day": "", "to": ""}, [lines[0].hash]))
    assert profile_of(fold(lines)).left is None
    assert profile_of(fold([])).left is None


def test_names_codes_and_predicates_are_told_newest_first():
    stream = Stream(subject=SATKER)
    told = history_of(
        fold(
            [
                stream.write("set", "name/2024-01-01", "Lapas Lama"),
                stream.write("set", "name/2026-02-01", "Lapas Baru"),
                stream.write("set", "predicate/2023", "WBK"),
                stream.write("set", "code/2024-01-01", ""),
                stream.write(
                    "set", "parent/2024-01-01", {"agency": "Kemenkum", "eselon1": "", "kanwil": "Kanwil Contoh"}
                ),
                stream.write("set", "parent/2023-01-01", {"agency": "", "eselon1": "", "kanwil": ""}),
            ]
        )
    )
    assert told == (
        DatedValue("name", "Lapas Baru", "2026-02-01"),
        DatedValue("name", "Lapas Lama", "2024-01-01"),
        DatedValue("parent", "Kanwil Contoh · Kemenkum", "2024-01-01"),
        DatedValue("predicate", "WBK", "2023"),
    )
