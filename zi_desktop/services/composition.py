"""All services over one open workspace; those that load the PDF libraries do so when they are first asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from zi_desktop.services.evaluations.answering import Answering
from zi_desktop.services.evaluations.keeping import Evaluations
from zi_desktop.services.evaluations.last_year import LastYear
from zi_desktop.services.evaluations.reviewing import Reviewing
from zi_desktop.services.people import People
from zi_desktop.services.preferences import Preferences
from zi_desktop.services.remarks.keeping import RemarkKeeping
from zi_desktop.services.remarks.listing import RemarkList
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.typed_drafts import TypedDrafts
from zi_desktop.services.worksheets.edition_moving import EditionMoving
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.services.evaluations.trend_paper import TrendPaper
    from zi_desktop.services.evidence.keeping import EvidenceKeeping
    from zi_desktop.services.evidence.undoing import EvidenceUndoing
    from zi_desktop.services.exchange.bundle_intake import BundleIntake
    from zi_desktop.services.exchange.bundling import Bundling
    from zi_desktop.services.exchange.devices import DeviceKeeping
    from zi_desktop.services.exchange.enrolment import Enrolment
    from zi_desktop.services.exchange.exchanging import Exchanging
    from zi_desktop.services.exchange.gap_declaring import GapDeclaring
    from zi_desktop.services.exchange.office_disputes import OfficeDisputes
    from zi_desktop.services.exchange.overview import ExchangeOverviews
    from zi_desktop.services.hub.keys import HubKeys
    from zi_desktop.services.hub.portfolio_verifying import HubTrust
    from zi_desktop.services.hub.publishing import HubPublishing
    from zi_desktop.services.joining import Joining
    from zi_desktop.services.redacting import Redacting
    from zi_desktop.services.reports.identities import Identities
    from zi_desktop.services.reports.reporting import Reporting
    from zi_desktop.services.reports.signing import Signing
    from zi_desktop.services.satkers.funnel import FunnelKeeping
    from zi_desktop.services.satkers.preconditions import OwnPreconditions
    from zi_desktop.services.satkers.profiles import SatkerProfiles
    from zi_desktop.services.settling.closing import Settling
    from zi_desktop.services.visits.keeping import VisitKeeping
    from zi_desktop.services.visits.papers import VisitPapers
    from zi_desktop.services.worksheets.edition_taking import EditionTaking
    from zi_desktop.services.worksheets.exporting import Exporting
    from zi_desktop.services.worksheets.folder import FolderImporting
    from zi_desktop.services.worksheets.importing import Importing


class Services:
    """What both front ends hold; closed with ``close`` or as a context manager."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settings = Settings(workspace)
        self.preferences = Preferences(workspace)
        self.people = People(workspace, self.settings)
        self.satkers = Satkers(workspace, self.settings)
        self.remark_list = RemarkList(workspace)
        self.evaluations = Evaluations(workspace, self.settings, self.satkers, self.remark_list)
        self.answering = Answering(workspace, self.settings)
        self.remarks = RemarkKeeping(workspace, self.settings)
        self.typed_drafts = TypedDrafts(workspace, self.settings)
        self.last_year = LastYear(workspace)
        self.reviewing = Reviewing(workspace, self.settings, self.answering, self.remark_list)
        self.edition_moving = EditionMoving(workspace, self.settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the workspace."""
        self.workspace.close()

    def beside(self) -> "Services":
        """Return services for another thread over the same open workspace; they are closed by themselves."""
        return Services(self.workspace.beside())

    @cached_property
    def office_disputes(self) -> "OfficeDisputes":
        """Return the service that closes what laptops say differently of the office."""
        from zi_desktop.services.exchange.office_disputes import OfficeDisputes  # noqa: PLC0415 (not needed by the first screen)

        return OfficeDisputes(self.workspace, self.settings)

    @cached_property
    def bundling(self) -> "Bundling":
        """Return the service that writes bundles."""
        from zi_desktop.services.exchange.bundling import Bundling  # noqa: PLC0415 (encryption loads only here)

        return Bundling(self.workspace, self.settings, self.devices)

    @cached_property
    def bundle_intake(self) -> "BundleIntake":
        """Return the service that takes bundles in."""
        from zi_desktop.services.exchange.bundle_intake import BundleIntake  # noqa: PLC0415 (encryption loads only here)

        return BundleIntake(self.workspace, self.people, self.devices)

    @cached_property
    def devices(self) -> "DeviceKeeping":
        """Return the service of this laptop's key and of cards."""
        from zi_desktop.services.exchange.devices import DeviceKeeping  # noqa: PLC0415 (cryptography loads only here)
        from zi_desktop.services.exchange.registries import RegistryKeeping  # noqa: PLC0415 (see above)

        return DeviceKeeping(self.workspace, self.settings, self.people, RegistryKeeping(self.workspace))

    @cached_property
    def evidence(self) -> "EvidenceKeeping":
        """Return the service of evidence."""
        from zi_desktop.services.evidence.keeping import EvidenceKeeping  # noqa: PLC0415 (not needed by the first screen)

        return EvidenceKeeping(self.workspace, self.settings)

    @cached_property
    def evidence_undoing(self) -> "EvidenceUndoing":
        """Return the service that puts acts about evidence back."""
        from zi_desktop.services.evidence.undoing import EvidenceUndoing  # noqa: PLC0415 (as above)

        return EvidenceUndoing(self.workspace, self.settings)

    @cached_property
    def edition_taking(self) -> "EditionTaking":
        """Return the service that takes official wordings and editions."""
        from zi_desktop.services.worksheets.edition_taking import EditionTaking  # noqa: PLC0415 (loads only where it is asked for)

        return EditionTaking(self.workspace, self.settings)

    @cached_property
    def enrolment(self) -> "Enrolment":
        """Return the service that knows the hub of this laptop."""
        from zi_desktop.services.exchange.enrolment import Enrolment  # noqa: PLC0415 (not needed by the first screen)

        return Enrolment(self.workspace)

    @cached_property
    def exchanging(self) -> "Exchanging":
        """Return the service that sends to the hub and reads what it answers."""
        from zi_desktop.services.exchange.exchanging import Exchanging  # noqa: PLC0415 (encryption loads only here)

        return Exchanging(self.workspace, self.bundling, self.bundle_intake, self.enrolment)

    @cached_property
    def gap_declaring(self) -> "GapDeclaring":
        """Return the service of missing parts that a named person calls gone."""
        from zi_desktop.services.exchange.gap_declaring import GapDeclaring  # noqa: PLC0415 (encryption loads only here)

        return GapDeclaring(self.workspace, self.settings, self.devices, self.bundle_intake)

    @cached_property
    def exchange_overviews(self) -> "ExchangeOverviews":
        """Return the service that reads how the exchange stands."""
        from zi_desktop.services.exchange.overview import ExchangeOverviews  # noqa: PLC0415 (encryption loads only here)

        return ExchangeOverviews(self.workspace, self.bundling, self.devices)

    @cached_property
    def hub_keys(self) -> "HubKeys":
        """Return the service of the keys of a hub that this workspace runs."""
        from zi_desktop.services.hub.keys import HubKeys  # noqa: PLC0415 (cryptography loads only here)

        return HubKeys(self.workspace)

    @cached_property
    def hub_trust(self) -> "HubTrust":
        """Return the service that knows which hubs this laptop believes."""
        from zi_desktop.services.hub.portfolio_verifying import HubTrust  # noqa: PLC0415 (cryptography loads only here)

        return HubTrust(self.hub_keys, self.enrolment, self.preferences)

    @cached_property
    def hub_publishing(self) -> "HubPublishing":
        """Return the service that gives registry and reference data to every laptop."""
        from zi_desktop.services.hub.publishing import HubPublishing  # noqa: PLC0415 (encryption loads only here)

        return HubPublishing(self.workspace, self.hub_keys, self.devices, self.bundling)

    @cached_property
    def exporting(self) -> "Exporting":
        """Return the service of worksheets that leave the program."""
        from zi_desktop.services.worksheets.exporting import Exporting  # noqa: PLC0415 (the writer of workbooks loads only here)

        return Exporting(self.workspace, self.settings, self.satkers)

    @cached_property
    def identities(self) -> "Identities":
        """Return the service of own keys."""
        from zi_desktop.services.reports.identities import Identities  # noqa: PLC0415 (cryptography loads only here)

        return Identities(self.workspace, self.settings)

    @cached_property
    def importing(self) -> "Importing":
        """Return the service that takes columns of worksheets."""
        from zi_desktop.services.worksheets.importing import Importing  # noqa: PLC0415 (the readers load only here)

        return Importing(self.workspace, self.settings, self.satkers)

    @cached_property
    def folder_importing(self) -> "FolderImporting":
        """Return the service that takes folders of worksheets."""
        from zi_desktop.services.worksheets.folder import FolderImporting  # noqa: PLC0415 (the readers load only here)

        return FolderImporting(self.workspace, self.satkers, self.evaluations, self.importing)

    @cached_property
    def joining(self) -> "Joining":
        """Return the service that states which ids are one."""
        from zi_desktop.services.joining import Joining  # noqa: PLC0415 (not needed by the first screen)

        return Joining(self.workspace, self.settings)

    @cached_property
    def reporting(self) -> "Reporting":
        """Return the service of reports."""
        from zi_desktop.services.reports.reporting import Reporting  # noqa: PLC0415 (reportlab loads only here)

        return Reporting(self.workspace, self.settings, self.satkers, self.reviewing, self.remark_list)

    @cached_property
    def visits(self) -> "VisitKeeping":
        """Return the service of what a team writes down during the day."""
        from zi_desktop.services.visits.keeping import VisitKeeping  # noqa: PLC0415 (not needed by the first screen)

        return VisitKeeping(self.workspace, self.settings)

    @cached_property
    def visit_papers(self) -> "VisitPapers":
        """Return the service of agenda and berita acara."""
        from zi_desktop.services.visits.papers import VisitPapers  # noqa: PLC0415 (reportlab loads only here)

        return VisitPapers(self.workspace, self.settings, self.satkers)

    @cached_property
    def trend_paper(self) -> "TrendPaper":
        """Return the service of the trend as a paper."""
        from zi_desktop.services.evaluations.trend_paper import TrendPaper  # noqa: PLC0415 (as above)

        return TrendPaper(self.workspace, self.settings)

    @cached_property
    def funnel(self) -> "FunnelKeeping":
        """Return the service of the stages of a proposal."""
        from zi_desktop.services.satkers.funnel import FunnelKeeping  # noqa: PLC0415 (not needed by the first screen)

        return FunnelKeeping(self.workspace, self.settings)

    @cached_property
    def own_preconditions(self) -> "OwnPreconditions":
        """Return the service of the conditions that the office asks for itself."""
        from zi_desktop.services.satkers.preconditions import OwnPreconditions  # noqa: PLC0415 (not needed by the first screen)

        return OwnPreconditions(self.workspace, self.settings)

    @cached_property
    def satker_profiles(self) -> "SatkerProfiles":
        """Return the service of what is noted of a satker."""
        from zi_desktop.services.satkers.profiles import SatkerProfiles  # noqa: PLC0415 (not needed by the first screen)

        return SatkerProfiles(self.workspace, self.settings)

    @cached_property
    def redacting(self) -> "Redacting":
        """Return the service that takes the content of lines away."""
        from zi_desktop.services.redacting import Redacting  # noqa: PLC0415 (not needed by the first screen)

        return Redacting(self.workspace, self.settings)

    @cached_property
    def settling(self) -> "Settling":
        """Return the service that closes what two laptops say differently."""
        from zi_desktop.services.settling.closing import Settling  # noqa: PLC0415 (not needed by the first screen)

        return Settling(self.workspace, self.settings, self.answering, self.evaluations)

    @cached_property
    def signing(self) -> "Signing":
        """Return the service of signatures."""
        from zi_desktop.services.reports.signing import Signing  # noqa: PLC0415 (pyHanko loads only here)

        return Signing(self.workspace, self.settings, self.reporting)


def open_services(folder: Path, *, write: bool) -> Services:
    """Open a workspace with all its services; a writer makes it where there is none.

    Raises:
        WorkspaceError: says why it cannot be opened.
    """
    return Services(Workspace(folder, write=write))
