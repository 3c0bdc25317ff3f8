"""Indonesian for what Qt itself says: menus of text fields, buttons of dialogs, its own file dialog."""

from typing import Final

from PySide6.QtCore import QObject, QTranslator

_WORDS: Final = {
    # menus of text fields and scroll bars
    "&Undo": "&Urungkan", "&Redo": "&Ulangi", "Cu&t": "Po&tong", "&Copy": "&Salin", "&Paste": "Tem&pel", "Delete": "Hapus",
    "Select All": "Pilih semua", "Copy &Link Location": "Salin &tautan", "Copy Link Location": "Salin tautan",
    "Clear": "Kosongkan", "Scroll here": "Gulir ke sini", "Top": "Paling atas", "Bottom": "Paling bawah",
    "Left edge": "Tepi kiri", "Right edge": "Tepi kanan", "Page up": "Satu halaman ke atas",
    "Page down": "Satu halaman ke bawah", "Page left": "Satu halaman ke kiri", "Page right": "Satu halaman ke kanan",
    "Scroll up": "Gulir ke atas", "Scroll down": "Gulir ke bawah", "Scroll left": "Gulir ke kiri",
    "Scroll right": "Gulir ke kanan", "&Step up": "&Naik", "Step &down": "&Turun", "&Select All": "&Pilih semua",
    # buttons of dialogs
    "OK": "OK", "&OK": "OK", "Save": "Simpan", "&Save": "Simpan", "Open": "Buka", "&Open": "Buka", "Cancel": "Batal",
    "&Cancel": "Batal", "Close": "Tutup", "&Close": "Tutup", "Apply": "Terapkan", "Reset": "Atur ulang",
    "Help": "Bantuan", "Discard": "Buang", "&Yes": "Ya", "&No": "Tidak", "Yes": "Ya", "No": "Tidak", "Abort": "Hentikan",
    "Retry": "Coba lagi", "Ignore": "Abaikan", "Show Details...": "Lihat rincian…", "Hide Details...": "Tutup rincian…",
    # the file dialog
    "&Look in:": "Lihat di", "Files of &type:": "Jenis berkas", "Look in:": "Lihat di", "Save in:": "Simpan di",
    "Files of type:": "Jenis berkas", "File &name:": "Nama berkas", "Directory:": "Folder", "Directories": "Folder",
    "Folder:": "Folder", "&Choose": "Pilih", "Choose": "Pilih", "Find Directory": "Cari folder",
    "Name": "Nama", "Size": "Ukuran", "Type": "Jenis", "Kind": "Jenis", "Date Modified": "Diubah", "Back": "Mundur",
    "Go back": "Mundur", "Forward": "Maju", "Go forward": "Maju", "Parent Directory": "Folder induk",
    "Go to the parent directory": "Ke folder induk", "Create New Folder": "Buat folder baru",
    "Create a New Folder": "Buat folder baru", "List View": "Daftar", "Change to list view mode": "Tampilkan daftar",
    "Detail View": "Rincian", "Change to detail view mode": "Tampilkan rincian", "Sidebar": "Tempat",
    "List of places and bookmarks": "Daftar tempat", "Files": "Berkas", "Open in New Tab": "Buka di tab baru",
    "&Rename": "&Ganti nama", "&Delete": "&Hapus", "Show &hidden files": "Tampilkan berkas &tersembunyi",
    "&New Folder": "Folder &baru", "New Folder": "Folder baru", "Computer": "Komputer", "My Computer": "Komputer",
    "Remove": "Hapus", "Recent Places": "Tempat terakhir", "Drive": "Kandar", "%1 Folder": "Folder %1",
    "%1 File": "Berkas %1", "File Folder": "Folder", "Folder": "Folder", "All Files (*)": "Semua berkas (*)",
    "All files (*)": "Semua berkas (*)", "Alias": "Alias", "Shortcut": "Pintasan", "Unknown": "Tidak dikenal",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nBerkas tidak ditemukan.\nPeriksa nama berkasnya.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nFolder tidak ditemukan.\nPeriksa nama foldernya.",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti berkas itu?",
    "%1 bytes": "%1 bita", "%L1 bytes": "%L1 bita", "%1 byte(s)": "%1 bita",
}  # fmt: skip


class QtWords(QTranslator):
    """Translates Qt's own texts; ours are Indonesian in the source."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _count: int = -1) -> str | None:
        """Return the Indonesian for a text of Qt, or None where the text stays as it is."""
        return _WORDS.get(text)

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask."""
        return False


def translated_by(parent: QObject) -> QtWords:
    """Return the words, owned by ``parent``."""
    return QtWords(parent)
