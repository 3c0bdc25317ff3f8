"""A line that breaks after N bytes, and one of 64 kbit/s: nothing half is ever there, and a rerun completes it."""

import os
import uuid
from contextlib import suppress

import pytest
from broken_line import line_to

from zi_desktop.domain.errors import TransportError
from zi_desktop.sync.transport import fetch
from zi_desktop.sync.transports import open_transport

_KEY = "inbox/a1/00000001.zib"


@pytest.fixture
def line(s3):
    with line_to(s3.endpoint) as opened:
        yield opened


@pytest.fixture
def places(s3, line):
    """The same place twice: over the line, and directly."""
    prefix = uuid.uuid4().hex
    over = open_transport(f"s3://zi-hub/{prefix}?endpoint=http://127.0.0.1:{line.port}", s3.keys)
    return over, open_transport(s3.address(prefix), s3.keys)


@pytest.mark.parametrize("after", [0, 300, 5_000, 60_000])
def test_what_breaks_on_its_way_out_is_not_there_and_goes_later(places, line, after):
    over, directly = places
    content = os.urandom(200_000)
    line.breaks_after = after
    with pytest.raises(TransportError, match="Tidak ada yang hilang"):
        over.put_new(_KEY, content)
    assert directly.size(_KEY) in (None, len(content))
    line.breaks_after = None
    assert over.put_new(_KEY, content)
    assert b"".join(directly.chunks(_KEY)) == content


@pytest.mark.parametrize("after", [1_500, 20_000])
def test_what_breaks_on_its_way_in_goes_on_behind_what_came(places, line, tmp_path, after):
    over, directly = places
    content = os.urandom(200_000)
    directly.put_new(_KEY, content)
    into = tmp_path / "unduhan.part"
    line.breaks_after = after
    with pytest.raises(TransportError):
        fetch(over, _KEY, into)
    for _ in range(2):
        came = into.read_bytes()
        assert content.startswith(came)
        with suppress(TransportError):
            fetch(over, _KEY, into)
        assert into.read_bytes().startswith(came)
    line.breaks_after = None
    assert fetch(over, _KEY, into).read_bytes() == content


def test_a_line_of_64_kbit_is_slow_and_enough(places, line):
    over, directly = places
    content = os.urandom(24_000)
    line.rate = 8_000
    assert over.put_new(_KEY, content)
    assert b"".join(directly.chunks(_KEY)) == content
