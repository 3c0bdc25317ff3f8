"""Where a workspace may lie: a write-ahead log needs a local disk that keeps its promises."""

from pathlib import Path, PurePath
from typing import Final

from zi_desktop.domain.workspace_errors import WorkspaceLocationError

_NETWORK: Final = frozenset({
    "nfs", "nfs4", "cifs", "smbfs", "smb3", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone",
    "fuse.gvfsd-fuse", "ncpfs",
})  # fmt: skip
_PORTABLE: Final = frozenset({"exfat", "fuse.exfat", "vfat", "msdos", "fat", "fat32"})
_SYNCHRONISED: Final = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")


def check_location(folder: Path) -> None:
    """Refuse a place that loses writes or tears the database from its log.

    Raises:
        WorkspaceLocationError: a network share, a synchronised folder, or a stick's file system.
    """
    place = folder.resolve()
    if any(part.casefold().startswith(_SYNCHRONISED) for part in place.parts):
        raise WorkspaceLocationError(str(folder), "folder itu disinkronkan ke awan")
    system = file_system(place).casefold()
    if place.drive.startswith("\\\\") or system in _NETWORK:
        raise WorkspaceLocationError(str(folder), "folder itu berada di jaringan")
    if system in _PORTABLE:
        raise WorkspaceLocationError(str(folder), f"cakram berformat {system} tidak aman untuk basis data")


def file_system(place: Path) -> str:
    """Return the name of the file system under an absolute path (which need not exist yet), or ""."""
    import psutil  # noqa: PLC0415 (35 ms that readers do not need)

    best, name = -1, ""
    for partition in psutil.disk_partitions(all=True):
        mount = PurePath(partition.mountpoint)
        if place.is_relative_to(mount) and len(mount.parts) > best:
            best = len(mount.parts)
            # Windows names the file system of the server: that a drive is a share stands in its options.
            name = "smbfs" if "remote" in partition.opts.split(",") else partition.fstype
    return name
