"""All services over one open workspace; those that load the PDF libraries do so when they are first asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from zi_desktop.services.answering import Answering
from zi_desktop.services.edition_moving import EditionMoving
from zi_desktop.services.evaluations import Evaluations
from zi_desktop.services.last_year import LastYear
from zi_desktop.services.preferences import Preferences
from zi_desktop.services.remark_list import RemarkList
from zi_desktop.services.remarks import RemarkKeeping
from zi_desktop.services.reviewing import Reviewing
from zi_desktop.services.satkers import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.services.edition_taking import EditionTaking
    from zi_desktop.services.evidence import EvidenceKeeping
    from zi_desktop.services.exporting import Exporting
    from zi_desktop.services.funnel import FunnelKeeping
    from zi_desktop.services.identities import Identities
    from zi_desktop.services.importing import Importing
    from zi_desktop.services.importing_folder import FolderImporting
    from zi_desktop.services.reporting import Reporting
    from zi_desktop.services.satker_profiles import SatkerProfiles
    from zi_desktop.services.signing import Signing
    from zi_desktop.services.visit_papers import VisitPapers
    from zi_desktop.services.visits import VisitKeeping


class Services:
    """What both front ends hold; closed with ``close`` or as a context manager."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settings = Settings(workspace)
        self.preferences = Preferences(workspace)
        self.satkers = Satkers(workspace, self.settings)
        self.evaluations = Evaluations(workspace, self.settings, self.satkers)
        self.answering = Answering(workspace, self.settings)
        self.remarks = RemarkKeeping(workspace, self.settings)
        self.remark_list = RemarkList(workspace)
        self.last_year = LastYear(workspace)
        self.reviewing = Reviewing(workspace, self.answering)
        self.edition_moving = EditionMoving(workspace, self.settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the workspace."""
        self.workspace.close()

    @cached_property
    def evidence(self) -> "EvidenceKeeping":
        """Return the service of evidence."""
        from zi_desktop.services.evidence import EvidenceKeeping  # noqa: PLC0415 (not needed by the first screen)

        return EvidenceKeeping(self.workspace, self.settings)

    @cached_property
    def edition_taking(self) -> "EditionTaking":
        """Return the service that takes official wordings and editions."""
        from zi_desktop.services.edition_taking import EditionTaking  # noqa: PLC0415 (loads only where it is asked for)

        return EditionTaking(self.workspace, self.settings)

    @cached_property
    def exporting(self) -> "Exporting":
        """Return the service of worksheets that leave the program."""
        from zi_desktop.services.exporting import Exporting  # noqa: PLC0415 (the writer of workbooks loads only here)

        return Exporting(self.workspace, self.settings, self.satkers)

    @cached_property
    def identities(self) -> "Identities":
        """Return the service of own keys."""
        from zi_desktop.services.identities import Identities  # noqa: PLC0415 (cryptography loads only here)

        return Identities(self.workspace, self.settings)

    @cached_property
    def importing(self) -> "Importing":
        """Return the service that takes columns of worksheets."""
        from zi_desktop.services.importing import Importing  # noqa: PLC0415 (the readers load only here)

        return Importing(self.workspace, self.settings, self.satkers)

    @cached_property
    def folder_importing(self) -> "FolderImporting":
        """Return the service that takes folders of worksheets."""
        from zi_desktop.services.importing_folder import FolderImporting  # noqa: PLC0415 (the readers load only here)

        return FolderImporting(self.workspace, self.satkers, self.evaluations, self.importing)

    @cached_property
    def reporting(self) -> "Reporting":
        """Return the service of reports."""
        from zi_desktop.services.reporting import Reporting  # noqa: PLC0415 (reportlab loads only here)

        return Reporting(self.workspace, self.settings, self.satkers, self.reviewing, self.remark_list)

    @cached_property
    def visits(self) -> "VisitKeeping":
        """Return the service of what a team writes down during the day."""
        from zi_desktop.services.visits import VisitKeeping  # noqa: PLC0415 (not needed by the first screen)

        return VisitKeeping(self.workspace, self.settings)

    @cached_property
    def visit_papers(self) -> "VisitPapers":
        """Return the service of agenda and berita acara."""
        from zi_desktop.services.visit_papers import VisitPapers  # noqa: PLC0415 (reportlab loads only here)

        return VisitPapers(self.workspace, self.settings, self.satkers)

    @cached_property
    def funnel(self) -> "FunnelKeeping":
        """Return the service of the stages of a proposal."""
        from zi_desktop.services.funnel import FunnelKeeping  # noqa: PLC0415 (not needed by the first screen)

        return FunnelKeeping(self.workspace, self.settings)

    @cached_property
    def satker_profiles(self) -> "SatkerProfiles":
        """Return the service of what is noted of a satker."""
        from zi_desktop.services.satker_profiles import SatkerProfiles  # noqa: PLC0415 (not needed by the first screen)

        return SatkerProfiles(self.workspace, self.settings)

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
