"""Evidence of the sample visit: plainly invented papers and photos in a folder tree, as a satker hands it over."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zi_desktop.services.composition import Services

if TYPE_CHECKING:
    from PIL.Image import Image

_PAPERS: Final = (
    ("1 Manajemen Perubahan/i Tim Kerja/a/SK Tim Kerja ZI (contoh).pdf", "Contoh: surat keputusan tim kerja"),
    ("1 Manajemen Perubahan/i Tim Kerja/b/Tata cara pemilihan (contoh).pdf", "Contoh: tata cara pemilihan"),
    ("5/i/b Unit pengendali gratifikasi/Foto papan imbauan (contoh).jpg", "Contoh: papan imbauan"),
    ("Reform/1/i/a/Foto agen perubahan (contoh).jpg", "Contoh: agen perubahan"),
    ("Foto ruang layanan (contoh).jpg", "Contoh: ruang layanan"),
)
_LIST: Final = "A.II.5.iii.a LHKPN/Rekap wajib lapor (contoh).txt"
_JUDGED: Final = {
    "A.I.1.i.a": ("sesuai", ""),
    "A.I.1.i.b": ("kurang", "Contoh alasan: belum ditandatangani."),
    "A.II.1.i.a": ("sesuai", ""),
}
_SIDES: Final = (1200, 800)


def add_sample_evidence(services: Services, id_: str) -> None:
    """Take a satker's folder tree, as its preview maps it, and judge some of it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "Data dukung (contoh)"
        _write(folder)
        services.evidence.add_folder(id_, services.evidence.map_folder(id_, folder))
    for code, (state, reason) in _JUDGED.items():
        for link in services.evidence.links(id_, code):
            services.evidence.judge(id_, link, state, reason)
    for code, level in (("A.I.1.i.a", "cukup"), ("A.I.1.i.b", "sebagian")):
        services.evidence.judge_sufficiency(id_, code, level, services.evidence.of(id_).sufficiency(code))


def _write(folder: Path) -> None:
    for relative, words in _PAPERS:
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        _drawn(words).save(path)
    path = folder / _LIST
    path.parent.mkdir(parents=True)
    path.write_text("Contoh: 12 wajib lapor, 12 sudah menyampaikan.\n", encoding="utf-8")


def _drawn(words: str) -> "Image":
    """Return a page that says what it would be, so that nobody takes it for real."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 (Pillow loads only here)

    image = Image.new("RGB", _SIDES, "#e9edf0")
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 40, _SIDES[0] - 40, _SIDES[1] - 40), outline="#5b6b75", width=4)
    pen.text((_SIDES[0] / 2, _SIDES[1] / 2), words, fill="#26333b", anchor="mm", font=ImageFont.load_default(size=48))
    return image
