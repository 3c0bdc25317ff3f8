"""Every screen of the window in its states, how somebody comes there, and where Bantuan lists its keys."""

from collections.abc import Callable
from dataclasses import dataclass

from builders import CHOICE, INDEX, RATIO

from zi_desktop.ui.navigation import (
    CONSOLIDATED,
    EVALUATION,
    FOLDER,
    HELP,
    HOME,
    IMPORT,
    REMARKS,
    REMARKS_TAB,
    SETTINGS,
    SETTLE,
    SIGNING,
    SYNC,
    VISIT,
)
from zi_desktop.ui.worksheets.import_reading import Wish

OPTIONS = "A.I.5.i.b"
ANYWHERE = "Di mana saja"
"""The keys that every screen has, in Bantuan."""
GROUPS = {
    HOME: ("Beranda", "Data dukung"),
    EVALUATION: (
        "Penilaian", "Data dukung", "Catatan & rekomendasi", "Tahun lalu, dari Penilaian", "Beda penilaian", "Impor LKE",
        "Tinjau & tanda tangan",
    ),
    VISIT: ("Kunjungan",),
    REMARKS_TAB: ("Catatan & rekomendasi",),
    REMARKS: ("Catatan & rekomendasi",),
    SIGNING: ("Tinjau & tanda tangan",),
    SETTLE: ("Beda penilaian",),
    IMPORT: ("Impor LKE",),
    FOLDER: ("Impor LKE", "Beranda"),
    CONSOLIDATED: ("Simpanan gabungan",),
    SYNC: ("Sinkronisasi", "Beda penilaian"),
    SETTINGS: ("Pengaturan", "Pengaturan, edisi lembar kerja", "Data dukung"),
    HELP: (),
}  # fmt: skip
"""Where Bantuan lists the keys of a screen, beside those of everywhere."""


@dataclass(frozen=True)
class State:
    """A screen in a workspace (the name of its fixture); ``come`` gets the window, the workspace, any other fixture."""

    place: str
    world: str
    come: Callable


def _rail(key):
    return lambda desktop, _world, _fixture: desktop.navigation.show(key)


def _item(code):
    return lambda desktop, world, _fixture: desktop.navigation.open_evaluation(world.id, code)


def _tab(key):
    def come(desktop, world, _fixture):
        desktop.navigation.open_evaluation(world.id)
        desktop.navigation.show_tab(key, world.id)

    return come


def _settle(desktop, world, _fixture):
    desktop.navigation.open_settling(world.id, CHOICE)


def _exchange(desktop, world, _fixture):
    desktop.navigation.show(SYNC)
    desktop.window.page().disputed.emit(world.id)


def _sheet(desktop, _world, fixture):
    desktop.window.screen_of(IMPORT).read(Wish(fixture("sheet")))


def _folder(desktop, _world, fixture):
    desktop.window.screen_of(FOLDER).read(fixture("sheet").parent)


def _store(desktop, _world, fixture):
    desktop.window.screen_of(CONSOLIDATED).open(str(fixture("ministry")))
    desktop.navigation.show(CONSOLIDATED)


def _portfolio(desktop, _world, fixture):
    desktop.navigation.open_portfolio(fixture("portfolio_file"))


def _unreachable(desktop, _world, fixture):
    desktop.window.screen_of(CONSOLIDATED).open(str(fixture("tmp_path") / "tidak ada.db"))
    desktop.navigation.show(CONSOLIDATED)


STATES = {
    "beranda": State(HOME, "busy", _rail(HOME)),
    "beranda kosong": State(HOME, "empty", _rail(HOME)),
    "beranda hanya baca": State(HOME, "only_read", _rail(HOME)),
    "terakhir dibuka": State(EVALUATION, "busy", _rail(EVALUATION)),
    "belum ada yang dibuka": State(EVALUATION, "listed", _rail(EVALUATION)),
    "butir pilihan": State(EVALUATION, "busy", _item(OPTIONS)),
    "butir ya tidak": State(EVALUATION, "busy", _item(CHOICE)),
    "butir jumlah": State(EVALUATION, "busy", _item(RATIO)),
    "butir indeks": State(EVALUATION, "busy", _item(INDEX)),
    "butir belum terisi": State(EVALUATION, "listed", _item(OPTIONS)),
    "butir berbeda": State(EVALUATION, "disputed", _item(CHOICE)),
    "butir terkunci": State(EVALUATION, "sealed", _item(OPTIONS)),
    "butir hanya baca": State(EVALUATION, "only_read", _item(RATIO)),
    "kunjungan": State(VISIT, "busy", _tab(VISIT)),
    "kunjungan kosong": State(VISIT, "listed", _tab(VISIT)),
    "kunjungan terkunci": State(VISIT, "sealed", _tab(VISIT)),
    "kunjungan hanya baca": State(VISIT, "only_read", _tab(VISIT)),
    "catatan evaluasi": State(REMARKS_TAB, "busy", _tab(REMARKS_TAB)),
    "catatan evaluasi kosong": State(REMARKS_TAB, "listed", _tab(REMARKS_TAB)),
    "catatan evaluasi sebelumnya": State(REMARKS_TAB, "later", _tab(REMARKS_TAB)),
    "catatan evaluasi terkunci": State(REMARKS_TAB, "sealed", _tab(REMARKS_TAB)),
    "catatan evaluasi hanya baca": State(REMARKS_TAB, "only_read", _tab(REMARKS_TAB)),
    "tanda tangan": State(SIGNING, "busy", _tab(SIGNING)),
    "tanda tangan belum siap": State(SIGNING, "listed", _tab(SIGNING)),
    "tanda tangan selesai": State(SIGNING, "sealed", _tab(SIGNING)),
    "tanda tangan hanya baca": State(SIGNING, "only_read", _tab(SIGNING)),
    "beda penilaian": State(SETTLE, "disputed", _settle),
    "tidak ada beda": State(SETTLE, "busy", _settle),
    "beda penilaian hanya baca": State(SETTLE, "only_read", _settle),
    "impor": State(IMPORT, "listed", _sheet),
    "impor folder": State(FOLDER, "listed", _folder),
    "simpanan gabungan": State(CONSOLIDATED, "empty", _store),
    "portofolio tak dikenal": State(CONSOLIDATED, "empty", _portfolio),
    "simpanan tak terbuka": State(CONSOLIDATED, "empty", _unreachable),
    "catatan": State(REMARKS, "busy", _rail(REMARKS)),
    "catatan kosong": State(REMARKS, "empty", _rail(REMARKS)),
    "catatan hanya baca": State(REMARKS, "only_read", _rail(REMARKS)),
    "sinkron": State(SYNC, "busy", _rail(SYNC)),
    "sinkron kosong": State(SYNC, "empty", _rail(SYNC)),
    "sinkron berbeda": State(SYNC, "disputed", _exchange),
    "sinkron hanya baca": State(SYNC, "only_read", _rail(SYNC)),
    "pengaturan": State(SETTINGS, "busy", _rail(SETTINGS)),
    "pengaturan hanya baca": State(SETTINGS, "only_read", _rail(SETTINGS)),
    "bantuan": State(HELP, "empty", _rail(HELP)),
}
