"""What is dragged or copied as evidence: files and folders by their paths, or a picture."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def is_evidence(data: QMimeData) -> bool:
    """Tell whether something is dragged that can be evidence."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def paths_in(data: QMimeData) -> list[Path]:
    """Return the files and folders of what is dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def picture_in(data: QMimeData) -> QImage:
    """Return the picture that is dragged or copied; a null one where there is none."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) else QImage()


def save_picture(image: QImage, path: Path) -> None:
    """Write a picture as PNG: in the worker, as a large one takes a while."""
    image.save(str(path), "PNG")  # type: ignore[call-overload]  # the stubs want bytes for the format
