import json

import pytest
from visits import CHOICES

from zi_desktop.domain import canonical
from zi_desktop.domain.border import TextTooLongError
from zi_desktop.domain.events import accept_line
from zi_desktop.services.composition import open_services
from zi_desktop.services.settings import OFFICE
from zi_desktop.storage import events

HOSTILE = {
    "controls": ("a\x00b\x01c\x1bd\x7fe\x9ff", "abcdef"),
    "line ends": ("satu\r\ndua\rtiga\n\tempat", "satu\ndua\ntiga\n\tempat"),
    "surrogates": ("a\ud800b\udfffc", "a\ufffdb\ufffdc"),
    "right to left": ("\u202eتقرير مخالف\u202c \u05d0\u05d1", "\u202eتقرير مخالف\u202c \u05d0\u05d1"),
    "emoji": ("👩🏽‍⚖️ 🇮🇩 ✓", "👩🏽‍⚖️ 🇮🇩 ✓"),
    "markup": ("<img src=/etc/passwd> &amp; <b>x</b> %s {0} $(x)", "<img src=/etc/passwd> &amp; <b>x</b> %s {0} $(x)"),
    "not composed": ("e\u0301 n\u0303", "é ñ"),
    "quotes": ("'; DROP TABLE event; -- \" \\ \u2028", "'; DROP TABLE event; -- \" \\ \u2028"),
    "the longest": ("é" * 100_000, "é" * 100_000),
}
CODE = CHOICES[0].code


@pytest.fixture
def services(visit):
    with open_services(visit[0], write=True) as opened:
        yield opened


def lines(services, id_):
    with services.workspace.database.reading() as connection:
        return events.load(connection, [id_])


def one_line(text):
    return " ".join(text.split())


@pytest.mark.parametrize(("text", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_a_note_is_cleaned_once_and_kept_to_the_byte(services, visit, text, kept):
    folder, id_ = visit
    services.answering.note(id_, CODE, text)
    services.answering.internal_note(id_, CODE, text)
    services.answering.keep_draft(id_, f"note/tpi/{CODE}", text)
    services.close()
    with open_services(folder, write=False) as again:
        found = lines(again, id_)
        drafts = again.answering.drafts(id_)
    for cell in (f"note/tpi/{CODE}", f"internal/{CODE}"):
        assert kept in [event.value["text"] for event in found if event.cell == cell]
    for event in found:
        assert event.line == canonical.encode(json.loads(event.line))
        assert accept_line(event.line, event.previous) == event
    assert drafts == {f"note/tpi/{CODE}": kept}


def test_a_text_over_the_limit_is_refused_whole(services, visit):
    before = lines(services, visit[1])
    with pytest.raises(TextTooLongError, match=r"100\.001 karakter, paling banyak 100\.000"):
        services.answering.note(visit[1], CODE, "x" * 100_001)
    assert lines(services, visit[1]) == before


def test_a_text_is_measured_after_cleaning(services, visit):
    services.answering.note(visit[1], CODE, "x\x00" * 100_000)
    assert "x" * 100_000 in [
        event.value["text"] for event in lines(services, visit[1]) if event.cell.startswith("note/")
    ]


@pytest.mark.parametrize(("text", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_settings_take_any_text_as_one_line(services, text, kept):
    for key in ("agency.name", "agency.word"):
        services.settings.put(key, text)
    services.settings.put("person.position", text)
    assert services.settings.agency.name == services.settings.agency.word == one_line(kept)
    assert services.settings.person().position == one_line(kept)
    assert all(accept_line(event.line, event.previous) == event for event in lines(services, OFFICE.id))


@pytest.mark.parametrize("kind", ["controls", "right to left", "emoji", "markup", "not composed", "quotes"])
def test_a_list_of_satker_takes_any_name(services, tmp_path, kind):
    text, kept = HOSTILE[kind]
    quoted = text.replace('"', '""')
    (tmp_path / "satker.csv").write_text(f'kode;nama;jenis\nX-9;"{quoted}";lapas\n', "utf-8")
    services.satkers.import_list(tmp_path / "satker.csv")
    found = services.satkers.find("X-9")
    assert found.name == one_line(kept)
    assert all(accept_line(event.line, event.previous) == event for event in lines(services, found.id))


@pytest.mark.parametrize(("text", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_a_plan_takes_any_text(services, visit, text, kept):
    _, id_ = visit
    member = {"name": f"Umpama {text[:1000]}", "position": text, "nip": "1", "role": "ketua_tim"}
    services.evaluations.plan(id_, {"place": text, "letter": {"number": text, "date": "2026-11-01"}, "team": [member]})
    plan = services.evaluations.open(id_).state.plan
    assert plan.place == plan.letter_number == one_line(kept)
    assert services.settings.people()[plan.team[0].person].position == one_line(kept)
    assert all(accept_line(event.line, event.previous) == event for event in lines(services, id_))
