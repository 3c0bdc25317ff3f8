"""What is written on a medium that may be pulled out at any moment: its name is made durable too."""

import os
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """Make a new name in a folder durable where the system can (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
