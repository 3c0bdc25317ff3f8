"""Photos: smaller, without their place, shown small; broken and hostile ones end in a sentence."""

from io import BytesIO

import pytest
from evidence_makers import exif_of, huge_picture, photo, size_of
from PIL import Image

from zi_desktop.domain.errors import PictureError
from zi_desktop.storage.pictures import LONGEST_SIDE, describe, smaller, thumbnail, without_place


def pixels(data):
    with Image.open(BytesIO(data)) as image:
        return image.tobytes()


def test_time_and_place_are_read(tmp_path):
    with photo(tmp_path / "a.jpg").open("rb") as file:
        found = describe(file)
    assert (found.taken, found.placed) == ("2026-05-01T10:20:30+07:00", True)
    with photo(tmp_path / "b.jpg", place=False).open("rb") as file:
        assert not describe(file).placed


def test_the_place_goes_and_everything_else_stays(tmp_path):
    data = photo(tmp_path / "a.jpg", xmp=True).read_bytes()
    assert b"GPSLatitude" in data
    kept = without_place(data)
    assert exif_of(kept) == ("Kamera Contoh", "2026:05:01 10:20:30", False)
    assert pixels(kept) == pixels(data)
    assert b"GPSLatitude" not in kept


@pytest.mark.parametrize("keep_place", [True, False])
def test_a_large_photo_becomes_smaller_and_keeps_its_time(tmp_path, keep_place):
    data = photo(tmp_path / "a.jpg", side=3000, turned=True, xmp=True).read_bytes()
    made = smaller(data, keep_place=keep_place)
    assert size_of(made) == (LONGEST_SIDE // 2, LONGEST_SIDE), "and stands upright"
    assert exif_of(made) == ("Kamera Contoh", "2026:05:01 10:20:30", keep_place)
    assert len(made) < len(data)
    assert keep_place or b"GPSLatitude" not in made


def test_a_small_photo_stays_as_it_is(tmp_path):
    data = photo(tmp_path / "a.jpg").read_bytes()
    assert smaller(data, keep_place=False) is data


def test_a_thumbnail_is_a_png_of_the_size_asked_for(tmp_path):
    assert size_of(thumbnail(photo(tmp_path / "a.jpg", side=800), 96)) == (96, 48)
    assert size_of(thumbnail(photo(tmp_path / "b.jpg", side=800, turned=True), 96)) == (48, 96)


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_pictures_of_any_colours_are_shown(tmp_path, mode):
    path = tmp_path / "a.tif"
    Image.new(mode, (40, 20)).save(path)
    assert size_of(thumbnail(path, 20)) == (20, 10)


def test_a_picture_larger_than_memory_has_a_sentence(tmp_path):
    path = huge_picture(tmp_path / "besar.png")
    with pytest.raises(PictureError, match="100 juta titik"):
        thumbnail(path, 96)
    with path.open("rb") as file:
        assert describe(file).taken == ""


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\x00\x01x", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"GIF89a", b"%PDF-1.7"],
    ids=str,
)
def test_what_is_no_picture_has_a_sentence(tmp_path, data):
    path = tmp_path / "x"
    path.write_bytes(data)
    for act in (lambda: thumbnail(path, 96), lambda: smaller(data, keep_place=False), lambda: without_place(data)):
        with pytest.raises(PictureError, match="rusak atau bukan gambar"):
            act()
    with path.open("rb") as file:
        assert describe(file).taken == ""


def test_every_damaged_photo_ends_in_a_picture_or_a_sentence(tmp_path):
    data = photo(tmp_path / "a.jpg", side=40).read_bytes()
    for place in range(0, min(len(data), 700), 3):
        broken = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        for act in (lambda b=broken: without_place(b), lambda b=broken: describe(BytesIO(b))):
            try:
                act()
            except PictureError:
                continue


def test_a_missing_picture_has_a_sentence(tmp_path):
    with pytest.raises(PictureError, match="tidak dapat dibaca"):
        thumbnail(tmp_path / "x", 96)
