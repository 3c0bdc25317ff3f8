"""Expected failures: each carries the sentence that a person reads (what happened, what is safe, what to do)."""

from typing import Self


class ZiError(Exception):
    """Base of every expected failure; ``str(error)`` is its sentence in Bahasa Indonesia.

    ``field`` is the key under which the value was given that it is about, "" where it is about no single one.
    """

    field = ""

    def at(self, field: str) -> Self:
        """Say which value it is about, so that a dialog leads there."""
        self.field = field
        return self


class InstrumentError(ZiError):
    """A worksheet edition that cannot be used; names the node."""

    def __init__(self, code: str, problem: str) -> None:
        super().__init__(
            f"Instrumen tidak dapat dipakai: simpul {code} {problem}. Pasang ulang program atau pilih edisi lain."
        )
        self.code = code
        self.problem = problem


class AnswerError(ZiError):
    """An answer that the item does not take; nothing was written."""


class LineError(ZiError):
    """A line of the event log that is not canonical or breaks a limit of the format."""


class FileHeldError(ZiError):
    """A file could not be put in its place because another program holds it."""

    def __init__(self, file: str, kept: str) -> None:
        super().__init__(
            f"Berkas {file} sedang dipakai program lain. Tidak ada yang hilang: hasilnya tersimpan sebagai {kept}."
        )


class FileWriteError(ZiError):
    """A file could not be written."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"Berkas {file} tidak dapat ditulis: {reason}. Tidak ada yang hilang; pilih nama atau folder lain."
        )


class FileReadError(ZiError):
    """A file could not be read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"Berkas {file} tidak dapat dibaca: {reason}. Tidak ada yang diubah; periksa berkasnya, lalu ulangi."
        )


class PrintError(ZiError):
    """A printer that takes nothing."""

    def __init__(self, printer: str) -> None:
        super().__init__(
            f"Pencetak {printer} tidak menerima dokumen ini. Tidak ada yang berubah; periksa pencetaknya, lalu cetak lagi."
        )


class StaleViewError(ZiError):
    """What the caller displayed is not what stands any more."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Isian {what} sudah berubah sejak ditampilkan. Belum ada yang ditimpa; lihat isian terbaru, lalu putuskan."
        )


class NotFoundError(ZiError):
    """Something named by the caller does not exist."""


class SealedError(ZiError):
    """The evaluation is closed for answers."""


class NotReadyError(ZiError):
    """The evaluation cannot be signed yet."""


class InvalidInputError(ZiError):
    """A value that a service does not take; nothing was written."""


class ListError(ZiError):
    """A list in which rows are wrong; nothing of it was taken."""


class CredentialError(ZiError):
    """A key file or certificate with which nothing can be signed; nothing was written."""


class RegistryError(ZiError):
    """A trust file that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"Daftar penanda tangan tidak dapat dipakai: berkasnya {problem}. "
            "Tidak ada yang diubah; minta daftar terbaru dari Inspektorat."
        )


class UnreadableReportError(ZiError):
    """A file that is no report of this program."""


class AlteredReportError(ZiError):
    """A file that carries the marks of a report of this program but is not as it was made."""


class SigningRefusedError(ZiError):
    """A signature that may not be made; nothing was written."""


class ReportError(ZiError):
    """A report that cannot be set on paper; ``what`` opens the sentence."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}, sehingga kertas kerja tidak dapat dibuat. Isi penilaian tidak berubah; perbaiki data itu, lalu ulangi."
        )


class EvidenceError(ZiError):
    """A file that cannot be taken as evidence; ``reason`` says why."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"{file} tidak ditambahkan: {reason}. Berkas lain dan semua isian tetap aman; periksa berkas itu, lalu ulangi."
        )


class PictureError(ZiError):
    """A picture that cannot be shown or made smaller."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Gambar tidak dapat ditampilkan: {reason}. Berkasnya tidak berubah; buka dengan program lain."
        )


class TransportError(ZiError):
    """A place of exchange that cannot be reached or does not take what is put there; ``reason`` follows the colon."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"Pertukaran dengan {where} berhenti: {reason}. Tidak ada yang hilang; yang belum terkirim dapat dikirim lagi."
        )
        self.where, self.reason = where, reason


class HubStoreError(ZiError):
    """A consolidated store that cannot be opened or written."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"Simpanan gabungan {where} tidak dapat dipakai: {reason}. Tidak ada yang hilang: paket tetap di tempatnya; ulangi setelah itu dibereskan."
        )


class BundleRejected(ZiError):  # noqa: N818 (the name that the law of synchronisation gives it)
    """A bundle, or a part of one, that is broken, altered or hostile; ``reason`` follows the colon."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Paket ditolak: {reason}. Tidak ada yang diambil darinya dan tidak ada yang berubah; minta paket baru dari pengirimnya."
        )
        self.reason = reason


class CardError(ZiError):
    """An identity card, of a person or of a hub, that cannot be used; ``problem`` follows "berkasnya"."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"Kartu tidak dapat dipakai: berkasnya {problem}. Tidak ada yang diubah; minta kartu baru dari pemiliknya."
        )


class PortfolioFileError(ZiError):
    """A portfolio file of a hub that cannot be shown or made; ``problem`` follows "berkasnya"."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"Berkas portofolio tidak dapat dipakai: berkasnya {problem}. Tidak ada yang ditampilkan darinya; minta berkas baru dari Inspektorat."
        )
