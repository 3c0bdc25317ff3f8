"""Settings: the agency on every paper, and who the person at this laptop is."""

import base64
import struct
import zlib

import pytest
from builders import BAGUS, CHOICE, LEAD, MEMBER, NIP_BAGUS, NIP_RINI, RINI, begin, give

from zi_desktop.domain.errors import FileReadError, InvalidInputError, NotFoundError
from zi_desktop.domain.identity import person_id
from zi_desktop.services.settings import KEYS
from zi_desktop.storage import directory
from zi_desktop.storage.directory import Person


def png(side=8, filler=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x80" * side * 3 for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + filler
        + chunk(b"IEND", b"")
    )


def test_every_key_has_a_value_from_the_start(fresh):
    assert tuple(fresh.settings.values()) == KEYS
    assert fresh.settings.agency.word == "satuan kerja"


def test_a_letterhead_has_lines(fresh):
    fresh.settings.put("agency.letterhead", "KEMENTERIAN CONTOH | INSPEKTORAT\nJENDERAL||")
    assert fresh.settings.agency.letterhead == ("KEMENTERIAN CONTOH", "INSPEKTORAT", "JENDERAL")


def test_a_logo_is_kept_in_the_log(fresh, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(png())
    fresh.settings.put("agency.logo", str(logo))
    assert base64.b64decode(fresh.settings.agency.logo) == png()
    fresh.settings.put("agency.logo", "")
    assert fresh.settings.values()["agency.logo"] is False


def test_a_logo_that_no_paper_can_show_is_refused(fresh, tmp_path):
    for name, data, sentence in (
        ("bukan.png", b"GIF89a", r"bukan\.png bukan gambar PNG .* Logo tidak diganti"),
        ("rusak.png", png()[:50], r"rusak\.png bukan gambar PNG yang utuh"),
        ("besar.png", png(filler=struct.pack(">I", 80_000) + b"zzZz" + bytes(80_004)), "lebih besar dari 72 KB"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InvalidInputError, match=sentence):
            fresh.settings.put("agency.logo", str(tmp_path / name))
    with pytest.raises(FileReadError, match="tidak ditemukan"):
        fresh.settings.put("agency.logo", str(tmp_path / "tidak ada.png"))
    assert fresh.settings.agency.logo == ""


def test_an_unknown_key_is_refused_with_the_known_ones(fresh):
    with pytest.raises(InvalidInputError, match=r"agency\.name, agency\.letterhead"):
        fresh.settings.put("agency.nama", "x")


def test_a_corrected_name_keeps_the_person(fresh):
    fresh.settings.put("person.name", "Rini Umpama")
    before = fresh.settings.person()
    fresh.settings.put("person.name", RINI)
    assert fresh.settings.person().id == before.id
    fresh.settings.put("person.nip", "19830417 200604 2 001")
    fresh.settings.put("person.position", "Auditor Ahli Muda")
    after = fresh.settings.person()
    assert (after.id, after.name, after.nip) == (person_id(NIP_RINI, RINI), RINI, NIP_RINI)
    assert len(fresh.settings.people()) == 1


def test_who_has_judged_keeps_the_id_under_which_it_was_done(fresh, tmp_path):
    fresh.settings.put("person.name", RINI)
    before = fresh.settings.person()
    give(fresh, begin(fresh, tmp_path), CHOICE, "Ya")
    fresh.settings.put("person.nip", NIP_RINI)
    assert fresh.settings.person().id == before.id
    other = person_id(NIP_RINI, "")
    with fresh.workspace.database.writing() as connection:
        directory.put_person(connection, Person(other, "Rini U.", NIP_RINI))
    assert not fresh.people.adopt([other])
    assert fresh.settings.person().id == before.id


def test_who_has_judged_nothing_takes_the_id_that_the_team_knows(fresh):
    fresh.settings.put("person.name", BAGUS)
    known = person_id(NIP_BAGUS, BAGUS)
    with fresh.workspace.database.writing() as connection:
        directory.put_person(connection, Person(known, BAGUS, NIP_BAGUS, "Auditor"))
    assert fresh.people.adopt([known])
    assert fresh.settings.person() == Person(known, BAGUS, NIP_BAGUS, "Auditor")
    assert list(fresh.settings.people()) == [known]


def test_a_person_is_found_by_id_nip_or_name(fresh):
    id_ = fresh.settings.put_person(BAGUS, NIP_BAGUS)
    assert {fresh.settings.author(name) for name in (id_, NIP_BAGUS, "19900312 201503 1 002", BAGUS.upper())} == {id_}
    for nobody in ("Siti Misalwati", "  "):
        with pytest.raises(NotFoundError, match="belum ada di daftar orang"):
            fresh.settings.author(nobody)
    fresh.settings.put_person(BAGUS, "199003122015031999")
    with pytest.raises(NotFoundError, match="beberapa orang"):
        fresh.settings.author(BAGUS)


def test_a_person_named_again_is_completed_never_emptied(fresh):
    first = fresh.settings.put_person(BAGUS, position="Auditor")
    assert fresh.settings.put_person(BAGUS.upper(), NIP_BAGUS) == first
    assert fresh.settings.put_person("Bagus C.", NIP_BAGUS) == first
    person = fresh.settings.people()[first]
    assert (person.name, person.nip, person.position) == ("Bagus C.", NIP_BAGUS, "Auditor")
    with pytest.raises(InvalidInputError):
        fresh.settings.put_person(" ")


@pytest.mark.parametrize("order", [["person.name"], ["person.nip"], ["person.name", "person.nip"]])
def test_who_wrote_before_being_named_is_the_member_of_the_team(fresh, tmp_path, order):
    id_ = begin(fresh, tmp_path)
    give(fresh, id_, CHOICE, "Ya")
    fresh.evaluations.plan(id_, {"team": [LEAD, MEMBER]})
    assert [check.id for check in fresh.reviewing.preflight(id_).must if check.id == "unnamed"] == ["unnamed"]
    for key in order:
        fresh.settings.put(key, {"person.name": RINI, "person.nip": NIP_RINI}[key])
    state = fresh.evaluations.open(id_).state
    assert state.plan.leads == {fresh.settings.person().id}
    assert state.oversight == ()
    assert state.plan.team[1].areas == ("1", "2")


def test_a_laptop_that_goes_over_to_a_colleague_renames_nobody(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    fresh.settings.put("person.name", RINI)
    fresh.settings.put("person.nip", NIP_RINI)
    fresh.evaluations.plan(id_, {"team": [LEAD, MEMBER]})
    rini = fresh.settings.person().id
    fresh.settings.put("person.name", BAGUS)
    assert fresh.settings.person().nip == NIP_BAGUS
    assert fresh.settings.people()[rini].name == RINI
    assert fresh.settings.author() == fresh.settings.person().id != rini


def test_sample_data_is_declared_once(fresh):
    assert not fresh.settings.is_sample
    fresh.settings.declare_sample()
    assert fresh.settings.is_sample
