"""The Inspectorate's registry on this laptop: whose root was compared on paper once, and whose number only rises."""

from typing import Final

from zi_desktop.domain.errors import RegistryError
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files
from zi_desktop.trust.registry import MAX_BYTES, SignedRegistry, read_signed_registry, refuse_older

REGISTRY_FILE: Final = "registri-inspektorat.json"


class RegistryKeeping:
    """Keeps the signed registry that was taken last."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.folder / REGISTRY_FILE
        self._read: SignedRegistry | None = None
        self._read_at = 0

    def current(self) -> SignedRegistry | None:
        """Return the registry in use, or None where none was taken yet.

        Raises:
            RegistryError: its file was altered.
        """
        try:
            changed = self._path.stat().st_mtime_ns
        except FileNotFoundError:
            return None
        if changed != self._read_at:  # somebody beside may have taken a newer one
            self._read, self._read_at = read_signed_registry(files.read_whole(self._path, MAX_BYTES)), changed
        return self._read

    def take(self, data: bytes, root: str = "") -> SignedRegistry:
        """Take a registry: the first one binds this laptop to its root, later ones must be of it and newer.

        Args:
            data: the signed registry.
            root: the fingerprint on the Inspectorate's sheet (its beginning, spaces do not count); "" = compared by eye.

        Raises:
            RegistryError: altered, older, of another root, or not the one on the sheet.
        """
        found, known = read_signed_registry(data), self.current()
        if not found.root.startswith("".join(root.split()).lower()):
            raise RegistryError("tidak ditandatangani kunci yang tercetak pada lembar Inspektorat")
        if known:
            refuse_older(known, found)
        if found != known:
            files.write_whole(self._path, data)
        return found
