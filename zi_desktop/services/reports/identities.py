"""The assessor's own key: made here, kept in the workspace as a .p12, its fingerprint written on paper."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, files
from zi_desktop.storage.directory import Person
from zi_desktop.trust.certificates import Credential, certificate_digest, fingerprint, load_credential, subject_name
from zi_desktop.trust.keys import new_identity

KEY_FILE: Final = "identitas.p12"
CARD_FILE: Final = "identitas.pem"
OLD_KEY: Final = "identitas-lama-{digest}.p12"
OLD_CARD: Final = "identitas-lama-{digest}.pem"
"""Of a key that another one replaced, by the first digits of its fingerprint."""
_LARGEST_P12: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What others may know of an own key: whose it is and its fingerprint (SHA-256, grouped for paper)."""

    person: str
    name: str
    nip: str
    sha256: str
    fingerprint: str
    valid_until: str
    pem: str
    file: Path


class Identities:
    """The own key of a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def new(self, passphrase: str) -> IdentityCard:
        """Make an own key for the person at this laptop.

        Raises:
            InvalidInputError: there is a key already, or the person has no name yet.
            CredentialError: no passphrase.
        """
        self._named()
        if self._key.exists():
            raise InvalidInputError("Ruang kerja ini sudah memiliki kunci. Tidak ada yang ditimpa; pakai kunci itu.")
        return self._keep(*self._made(passphrase))

    def replace(self, passphrase: str) -> IdentityCard:
        """Make another own key, where the passphrase of the one that is there was forgotten.

        The old key stays in the workspace under another name, and what it signed stays valid.

        Raises:
            NotFoundError: there is no own key yet.
            InvalidInputError: the person has no name.
            CredentialError: no passphrase.
        """
        old = self.show()
        made = self._made(passphrase)
        for kept, file in ((OLD_CARD, self._card), (OLD_KEY, self._key)):
            data = files.read_whole(file, _LARGEST_P12)
            files.write_whole(self._workspace.folder / kept.format(digest=old.sha256[:8]), data)
        # Only now: a power cut leaves the old key where it was, or none here and both files of it under the other name.
        self._key.unlink()
        return self._keep(*made)

    def _named(self) -> Person:
        person = self._settings.person()
        if not person.name:
            raise InvalidInputError(
                "Nama penilai belum diatur. Belum ada kunci yang dibuat; isi pengaturan person.name dahulu."
            )
        return person

    def _made(self, passphrase: str) -> tuple[bytes, Credential, str]:
        """Return a key that is nowhere yet: its .p12, what it opens to, and whose it is."""
        person = self._named()
        p12 = new_identity(person.name, person.nip, passphrase, self._workspace.now())
        return p12, load_credential(p12, passphrase, self._workspace.now()), person.id

    def _keep(self, p12: bytes, credential: Credential, person: str) -> IdentityCard:
        # The card first: a power cut in between leaves no key, and the next try makes both.
        files.write_whole(self._card, credential.certificate.public_bytes(Encoding.PEM))
        files.write_whole(self._key, p12)
        self.remember(credential.certificate, person)
        return self.show()

    def show(self) -> IdentityCard:
        """Return the card of the own key.

        Raises:
            NotFoundError: there is no own key yet.
        """
        if not self._key.exists() or not self._card.exists():
            raise NotFoundError(
                "Ruang kerja ini belum memiliki kunci sendiri. Tidak ada yang berubah; buat dengan perintah identity new."
            )
        pem = files.read_whole(self._card, _LARGEST_P12)
        certificate = x509.load_pem_x509_certificate(pem)
        person = self._settings.person()
        return IdentityCard(
            person.id, subject_name(certificate), person.nip, certificate_digest(certificate), fingerprint(certificate),
            certificate.not_valid_after_utc.date().isoformat(), pem.decode(), self._key,
        )  # fmt: skip

    def export(self, path: Path) -> Path:
        """Write the certificate of the own key, without the key; return where it stands.

        Raises:
            NotFoundError: there is no own key yet.
            FileWriteError: the file cannot be written.
        """
        return files.write_whole(path, self.show().pem.encode())

    def open(self, passphrase: str, p12: Path | None = None) -> Credential:
        """Open the own key, or the .p12 that was named, for one signature.

        Raises:
            CredentialError: a sentence for each thing that can be wrong with a .p12.
            NotFoundError: no key was named and there is no own one.
        """
        if p12 is None and not self._key.exists():
            self.show()
        return load_credential(files.read_whole(p12 or self._key, _LARGEST_P12), passphrase, self._workspace.now())

    def remember(self, certificate: x509.Certificate, person: str) -> None:
        """Keep whose certificate it is, so that nobody signs in somebody else's place."""
        with self._workspace.database.writing() as connection:
            known = directory.settings(connection).get("certificates", {})
            directory.put_setting(connection, "certificates", {**known, certificate_digest(certificate): person})

    @property
    def _key(self) -> Path:
        return self._workspace.folder / KEY_FILE

    @property
    def _card(self) -> Path:
        return self._workspace.folder / CARD_FILE
