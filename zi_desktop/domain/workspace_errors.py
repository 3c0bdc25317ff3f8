"""Expected failures of the workspace: its place, its database, the disk below it."""

from zi_desktop.domain.errors import ZiError


class WorkspaceError(ZiError):
    """The workspace cannot be opened or written as asked."""


class WorkspaceBusyError(WorkspaceError):
    """Another window or command holds the workspace."""

    def __init__(self) -> None:
        super().__init__(
            "Ruang kerja sudah terbuka di jendela lain. Tidak ada yang berubah; tutup jendela itu, lalu ulangi."
        )


class WorkspaceMissingError(WorkspaceError):
    """There is no workspace where one was named."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"Belum ada ruang kerja di {folder}. Periksa foldernya, atau mulai dengan mengimpor daftar satker."
        )


class WorkspaceLocationError(WorkspaceError):
    """A place on which a database cannot be kept safe."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(
            f"Ruang kerja tidak dapat disimpan di {folder}: {reason}. Tidak ada yang ditulis; pilih folder pada cakram lokal."
        )


class NewerWorkspaceError(WorkspaceError):
    """The workspace was made by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            "Ruang kerja ini dibuat oleh versi program yang lebih baru. Tidak ada yang diubah; perbarui program, lalu buka lagi."
        )


class ForeignDatabaseError(WorkspaceError):
    """A SQLite file that is not ours."""

    def __init__(self, file: str) -> None:
        super().__init__(f"Berkas {file} bukan ruang kerja ZI Desktop. Tidak ada yang diubah; pilih folder lain.")


class DamagedDatabaseError(WorkspaceError):
    """The database file is damaged; it is never written again, only read and set aside."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ruang kerja rusak. Berkasnya tidak diubah, dan bagian yang utuh masih dapat diambil. "
            "Pulihkan dengan perintah restore: dari cadangan terakhir bila ada, atau tanpa cadangan dari berkas itu sendiri."
        )


class NothingToRestoreError(WorkspaceError):
    """Neither the database nor the backup holds anything that can be read."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada catatan yang masih dapat dibaca. Tidak ada yang diubah; sebut berkas cadangan lain, "
            "atau kirim berkas zi.db ke Inspektorat."
        )


class DiskFullError(WorkspaceError):
    """There is no room for the transaction."""

    def __init__(self) -> None:
        super().__init__(
            "Ruang penyimpanan penuh. Isian terakhir belum tersimpan, semua yang sebelumnya aman; kosongkan ruang, lalu ulangi."
        )


class ReadOnlyWorkspaceError(WorkspaceError):
    """The file or its folder may not be written."""

    def __init__(self) -> None:
        super().__init__(
            "Ruang kerja hanya dapat dibaca. Isian terakhir belum tersimpan, semua yang sebelumnya aman; "
            "izinkan penulisan pada foldernya atau salin ruang kerja ke cakram lokal."
        )


class LockedDatabaseError(WorkspaceError):
    """Another program holds the database file for too long."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data sedang dipakai program lain. Isian terakhir belum tersimpan, semua yang sebelumnya aman; "
            "tutup program itu (misalnya antivirus atau pencadangan), lalu ulangi."
        )


class DiskFaultError(WorkspaceError):
    """Reading or writing failed below the database."""

    def __init__(self) -> None:
        super().__init__(
            "Media penyimpanan gagal membaca atau menulis. Isian terakhir belum tersimpan, semua yang sebelumnya aman; "
            "periksa cakram atau sambungannya, lalu buka kembali program."
        )
