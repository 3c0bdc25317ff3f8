"""Comparing two PDFs by meaning, apart from everything else that a verification looks at."""

from io import BytesIO

import forgeries as f
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.reader import PdfFileReader

from zi_desktop.reports.object_graph import first_difference


def difference(one, other):
    return first_difference(PdfFileReader(BytesIO(one)), PdfFileReader(BytesIO(other)))


def unpacked(writer):
    content = f.page(writer)["/Contents"]
    data = content.data
    content.strip_filters()
    content._data, content._encoded_data = data, None
    writer.update_container(content)


def packed_again(writer):
    content = f.page(writer)["/Contents"]
    data = content.data
    content._data, content._encoded_data = data, None
    writer.update_container(content)


def shared_twice(writer):
    """The same values, but one object where there were two."""
    fields = writer.root["/AcroForm"]["/Fields"]
    fields[1] = fields.raw_get(0)
    writer.update_container(fields)


def copied(writer):
    """Two objects alike where there was one that is used twice."""
    files = writer.root["/AF"]
    files[0] = writer.add_object(generic.DictionaryObject(files[0]))
    writer.update_container(files)


def indirect_value(writer):
    form = writer.root["/AcroForm"]
    form["/SigFlags"] = writer.add_object(generic.NumberObject(1))
    writer.update_container(form)


def later_page_first(writer):
    kids = writer.root["/Pages"]["/Kids"]
    kids[1], kids[2] = kids.raw_get(2), kids.raw_get(1)
    writer.update_container(kids)


def turned_page(writer):
    f.page(writer)["/Rotate"] = generic.NumberObject(180)
    writer.update_container(f.page(writer))


def other_face(writer):
    fonts = f.page(writer)["/Resources"]["/Font"]
    names = sorted(fonts)
    fonts[pdf_name(names[0])], fonts[pdf_name(names[1])] = fonts.raw_get(names[1]), fonts.raw_get(names[0])
    writer.update_container(fonts)


def turned_and_shared(writer):
    turned_page(writer)
    shared_twice(writer)


def test_of_two_differences_the_same_one_is_told_in_every_process():
    """The order of a set of names is another one in each process."""
    path = difference(f.updated(f.genuine(), turned_and_shared), f.genuine())
    assert path[:2] == ("/Root", "/Pages")


def test_the_same_file_does_not_differ():
    assert difference(f.genuine(), f.genuine()) is None
    assert difference(f.updated(f.genuine(), f.leave), f.genuine()) is None


def test_packing_does_not_matter():
    pdf = f.prepared(f.record())
    assert difference(f.updated(pdf, packed_again), pdf) is None


@pytest.mark.parametrize("change", [each for each in f.CHANGES if each is not f.loose_object])
def test_every_change_that_can_be_reached_is_seen_both_ways(change):
    pdf = f.prepared(f.record())
    assert difference(f.updated(pdf, change), pdf) is not None
    assert difference(pdf, f.updated(pdf, change)) is not None


@pytest.mark.parametrize(
    "change", [unpacked, shared_twice, copied, indirect_value, later_page_first, turned_page, other_face]
)
def test_finer_changes_are_seen(change):
    pdf = f.prepared(f.record())
    assert difference(f.updated(pdf, change), pdf) is not None


def test_an_earlier_revision_is_read_as_it_was():
    reader = PdfFileReader(BytesIO(f.genuine()))
    before = PdfFileReader(BytesIO(f.prepared(f.record())))
    assert first_difference(reader.get_historical_resolver(1), before) is None
    assert first_difference(reader, before) is not None


def test_an_entry_of_the_trailer_is_seen():
    def more(writer):
        writer.set_custom_trailer_entry(pdf_name("/Lain"), generic.NumberObject(1))
        writer.update_root()

    pdf = f.prepared(f.record())
    assert difference(f.updated(pdf, more), pdf) == ("trailer",)
