"""Why the system refused, in words that can stand inside a sentence."""

import errno
from typing import Final

_KINDS: Final = {
    "FileNotFoundError": "folder atau berkasnya tidak ditemukan",
    "PermissionError": "tidak ada izin",
    "IsADirectoryError": "itu sebuah folder",
    "NotADirectoryError": "jalurnya melewati sebuah berkas",
    "FileExistsError": "nama itu sudah dipakai",
}
_NUMBERS: Final = {
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "kuota penyimpanan habis",
    errno.EFBIG: "berkas terlalu besar",
    errno.EROFS: "cakram hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "media penyimpanan gagal",
}


def reason(error: OSError) -> str:
    """Return why the system refused, in words."""
    kind = _KINDS.get(type(error).__name__)
    return kind or _NUMBERS.get(error.errno or 0, "sistem menolaknya")
