from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import psutil
import pytest

from zi_desktop.domain.workspace_errors import WorkspaceLocationError
from zi_desktop.storage.location import check_location, file_system


@pytest.fixture
def disks(monkeypatch):
    """A double of the system's table of disks: no test machine has all of them."""

    def put(*rows):
        table = [SimpleNamespace(mountpoint=mount, fstype=kind, opts=options) for mount, kind, options in rows]
        monkeypatch.setattr(psutil, "disk_partitions", lambda **_: table)

    return put


class WindowsFolder(PureWindowsPath):
    """A folder as pathlib shows it on Windows."""

    def resolve(self):
        return self


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "apfs", "NTFS", "overlay", ""])
def test_a_local_disk_is_taken(disks, tmp_path, kind):
    disks(("/", kind, "rw"))
    check_location(tmp_path)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "afpfs"])
def test_a_network_share_is_refused(disks, tmp_path, kind):
    disks(("/", "ext4", "rw"), (str(tmp_path), kind, "rw"))
    with pytest.raises(WorkspaceLocationError, match=r"berada di jaringan\. Tidak ada yang ditulis"):
        check_location(tmp_path / "ruang" / "kerja")


@pytest.mark.parametrize("kind", ["exfat", "exFAT", "vfat", "FAT32", "msdos"])
def test_the_file_system_of_a_stick_is_refused(disks, tmp_path, kind):
    disks(("/", "ext4", "rw"), (str(tmp_path), kind, "rw"))
    with pytest.raises(WorkspaceLocationError, match="tidak aman untuk basis data"):
        check_location(tmp_path)


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - Kementerian Contoh", "Dropbox", "Google Drive", "iCloud Drive"]
)
def test_a_folder_that_is_synchronised_is_refused(tmp_path, name):
    with pytest.raises(WorkspaceLocationError, match="disinkronkan ke awan"):
        check_location(tmp_path / name / "ruang kerja")


def test_a_link_into_such_a_folder_is_refused(tmp_path):
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "kerja").symlink_to(tmp_path / "OneDrive")
    with pytest.raises(WorkspaceLocationError):
        check_location(tmp_path / "kerja")


def test_windows_network_folders_are_refused(disks):
    disks(("C:\\", "NTFS", "rw,fixed"), ("Z:\\", "NTFS", "rw,remote"), ("E:\\", "exFAT", "rw,removable"))
    for folder in (r"\\server\bagian\zi", r"Z:\zi", r"E:\zi", r"C:\Users\contoh\OneDrive\zi"):
        with pytest.raises(WorkspaceLocationError):
            check_location(WindowsFolder(folder))
    check_location(WindowsFolder(r"C:\Users\contoh\AppData\Local\ZI Desktop"))


def test_the_innermost_disk_counts(disks):
    disks(("/", "ext4", "rw"), ("/data", "nfs", "rw"), ("/data/lokal", "xfs", "rw"))
    kinds = {place: file_system(Path(place)) for place in ("/media", "/data/zi", "/data/lokal/zi", "/data-lain")}
    assert kinds == {"/media": "ext4", "/data/zi": "nfs", "/data/lokal/zi": "xfs", "/data-lain": "ext4"}


def test_the_disk_of_this_machine_is_found(tmp_path):
    assert file_system(tmp_path.resolve())
