"""A real exFAT stick: bundles and a place of exchange on it, pulled in mid-write, full, and plugged in again."""

import os

import pytest
from exfat_sticks import Stick, why_not
from hub_makers import Hub
from laptops import begin_visit, introduce, laptop, take

from zi_desktop.domain.errors import FileWriteError, TransportError
from zi_desktop.services.checking import check
from zi_desktop.sync.transports import open_transport

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())
FILES, EACH = 6, 512 * 1024


@pytest.fixture
def stick(tmp_path):
    made = Stick(tmp_path)
    try:
        made.plug_in()
        yield made
    finally:
        made.throw_away()


@pytest.fixture
def team(tmp_path):
    opened = [laptop(tmp_path, who) for who in ("rini", "bagus")]
    introduce(*opened)
    yield opened
    for services in opened:
        services.close()


@pytest.fixture
def visit(team, tmp_path):
    """An evaluation with some megabytes of evidence."""
    rini = team[0]
    id_ = begin_visit(rini, tmp_path)
    files = [tmp_path / f"bukti {number}.pdf" for number in range(FILES)]
    for file in files:
        file.write_bytes(b"%PDF-1.7\n" + os.urandom(EACH))
    rini.evidence.add(id_, files, "A.I.1.i.a")
    rini.answering.note(id_, "A.I.1.i.a", "Sudah dilihat.")
    return id_


def bundles(folder):
    return sorted(path.name for path in folder.rglob("*.zib"))


def in_the_middle(act):
    """Return what is told of progress and does something once, when a part is written."""
    done = []

    def tell(_sentence, so_far, whole):
        if not done and so_far * 4 > whole > 0:
            done.append(True)
            act()

    return tell


def test_a_stick_is_exfat_indeed(stick):
    (stick.folder / "a").write_text("a")
    with pytest.raises(OSError, match="not permitted"):
        os.link(stick.folder / "a", stick.folder / "b")
    assert (stick.folder / "A").exists(), "it does not tell a from A"


def test_a_bundle_goes_by_stick_and_is_there_after_it_was_taken_out(team, visit, stick):
    rini, bagus = team
    rini.bundling.export([visit], stick.folder / "Kiriman Rini.zib")
    stick.unmount()
    assert stick.is_sound()
    assert bundles(stick.folder) == []
    taken = take(bagus, stick.plug_in() / "Kiriman Rini.zib")
    assert taken.evidence == FILES
    assert check(bagus.workspace) == []


@pytest.mark.parametrize("how", ["pull", "unmount_later"])
def test_a_stick_that_goes_in_mid_write_leaves_no_bundle_and_the_next_attempt_succeeds(team, visit, stick, how):
    rini, bagus = team
    with pytest.raises(FileWriteError, match=r"kirim\.zib"):
        rini.bundling.export([visit], stick.folder / "kirim.zib", tell=in_the_middle(getattr(stick, how)))
    folder = stick.come_back()
    assert bundles(folder) == []
    rini.bundling.export([visit], folder / "kirim.zib")
    stick.unmount()
    taken = take(bagus, stick.plug_in() / "kirim.zib")
    assert taken.evidence == FILES
    assert check(rini.workspace) == check(bagus.workspace) == []


def test_a_full_stick_takes_nothing_by_half(team, visit, stick):
    rini, bagus = team
    ballast = stick.folder / "film.mp4"
    with ballast.open("wb") as file:
        room = os.statvfs(stick.folder)
        file.write(bytes(room.f_bavail * room.f_frsize - 2 * EACH))
    with pytest.raises(FileWriteError):
        rini.bundling.export([visit], stick.folder / "kirim.zib")
    assert sorted(path.name for path in stick.folder.iterdir()) == ["film.mp4"]
    with pytest.raises(TransportError):
        open_transport(str(stick.folder)).put_new("inbox/x/00000001", bytes(4 * EACH))
    assert not [path for path in stick.folder.rglob("*") if path.is_file() and path.name != "film.mp4"]
    ballast.unlink()
    rini.bundling.export([visit], stick.folder / "kirim.zib")
    assert take(bagus, stick.folder / "kirim.zib").evidence == FILES


@pytest.mark.usefixtures("visit")
def test_the_exchange_with_a_hub_on_a_stick_goes_on_after_it_was_pulled(team, stick, tmp_path):
    rini = team[0]
    hub = Hub(tmp_path, str(stick.folder), str(tmp_path / "gabungan.db"))
    rini.enrolment.enrol(hub.address, hub.fingerprint)
    gone = []

    def tell(_sentence, done, _whole):
        if done and not gone:
            gone.append(True)
            stick.pull()

    with pytest.raises(TransportError):
        rini.exchanging.push(hub.address, tell)
    assert gone
    assert [item.state for item in rini.exchanging.states()] != ["terkirim"]
    stick.come_back()
    rini.exchanging.push(hub.address)
    stick.unmount()
    stick.plug_in()
    hub.ingest()
    hub.accept_everybody()
    assert hub.ingest().lines > 0
    rini.exchanging.pull(hub.address)
    assert [(item.state, item.files) for item in rini.exchanging.states()] == [("terkirim", 0)]
    assert check(hub.services.workspace) == []
    hub.services.close()


def test_the_key_for_the_safe_is_made_on_a_stick(stick, tmp_path):
    other = laptop(tmp_path, "bagus")
    made = other.hub_keys.make("Inspektorat Contoh", stick.folder / "cadangan.kunci")
    stick.unmount()
    assert (stick.plug_in() / "cadangan.kunci").stat().st_size
    assert made.generation == 1
    other.close()
