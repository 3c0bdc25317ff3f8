import errno

import pytest

from zi_desktop.domain.refusals import reason


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "no such file"), "folder atau berkasnya tidak ditemukan"),
        (PermissionError(errno.EACCES, "denied"), "tidak ada izin"),
        (OSError(errno.ENOSPC, "no space"), "ruang penyimpanan penuh"),
        (OSError(errno.EROFS, "read-only"), "cakram hanya dapat dibaca"),
        (OSError("no number at all"), "sistem menolaknya"),
    ],
    ids=["missing", "denied", "full", "read-only", "unknown"],
)
def test_a_refusal_of_the_system_is_said_in_words(error, words):
    assert reason(error) == words
