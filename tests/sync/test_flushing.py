"""On a medium that may be pulled out the contents are made durable first, and then the name under which they stand."""

import os

import pytest
from bundle_makers import contents, stream

from zi_desktop.sync.bundle_writing import write_bundle
from zi_desktop.sync.folder import FolderTransport
from zi_desktop.sync.segments import sign_segment
from zi_desktop.trust.device_keys import new_device_key


@pytest.fixture
def flushed(monkeypatch):
    """What was made durable, in order: inodes."""
    order, flush = [], os.fsync

    def note(descriptor):
        order.append(os.fstat(descriptor).st_ino)
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    return order


def inodes(*paths):
    return [path.stat().st_ino for path in paths]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes names durable by itself")
def test_contents_then_name(tmp_path, flushed):
    FolderTransport(tmp_path).put_new("inbox/00000001", b"isi")
    assert flushed[-2:] == inodes(tmp_path / "inbox" / "00000001", tmp_path / "inbox")
    key = new_device_key()
    write_bundle(tmp_path / "a.zib", contents(key, segments=[sign_segment(stream(2), key)]), key, recipients=[])
    assert flushed[-2:] == inodes(tmp_path / "a.zib", tmp_path)
