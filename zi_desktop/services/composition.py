"""All services over one open workspace; those that load the PDF libraries do so when they are first asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from zi_desktop.services.answering import Answering
from zi_desktop.services.evaluations import Evaluations
from zi_desktop.services.preferences import Preferences
from zi_desktop.services.reviewing import Reviewing
from zi_desktop.services.satkers import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.services.identities import Identities
    from zi_desktop.services.reporting import Reporting
    from zi_desktop.services.signing import Signing


class Services:
    """What both front ends hold; closed with ``close`` or as a context manager."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settings = Settings(workspace)
        self.preferences = Preferences(workspace)
        self.satkers = Satkers(workspace, self.settings)
        self.evaluations = Evaluations(workspace, self.settings, self.satkers)
        self.answering = Answering(workspace, self.settings)
        self.reviewing = Reviewing(workspace, self.answering)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the workspace."""
        self.workspace.close()

    @cached_property
    def identities(self) -> "Identities":
        """Return the service of own keys."""
        from zi_desktop.services.identities import Identities  # noqa: PLC0415 (cryptography loads only here)

        return Identities(self.workspace, self.settings)

    @cached_property
    def reporting(self) -> "Reporting":
        """Return the service of reports."""
        from zi_desktop.services.reporting import Reporting  # noqa: PLC0415 (reportlab loads only here)

        return Reporting(self.workspace, self.settings, self.satkers, self.reviewing)

    @cached_property
    def signing(self) -> "Signing":
        """Return the service of signatures."""
        from zi_desktop.services.signing import Signing  # noqa: PLC0415 (pyHanko loads only here)

        return Signing(self.workspace, self.settings, self.reporting)


def open_services(folder: Path, *, write: bool) -> Services:
    """Open a workspace with all its services; a writer makes it where there is none.

    Raises:
        WorkspaceError: says why it cannot be opened.
    """
    return Services(Workspace(folder, write=write))
