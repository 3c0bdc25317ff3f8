"""The shape of a signable report: all its signature fields in one revision, and one signature written into one."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigAppearanceSetup, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.stamp.base import BaseStampStyle
from pyhanko.stamp.static import StaticContentStamp, StaticStampStyle

from zi_desktop.domain.errors import AlteredReportError
from zi_desktop.domain.zones import zone_name
from zi_desktop.reports.stamp import stamp
from zi_desktop.reports.wording import ROLES, day

if TYPE_CHECKING:
    from zi_desktop.reports.pdf import BuiltReport

MAX_SIGNERS: Final = 8
STAMP_TITLE: Final = "Ditandatangani secara elektronik"
_ROLE: Final = re.compile(r"[a-z_]{1,40}")
_NO_MARGINS: Final = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MIN, margins=Margins())


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the order of signing: ``index`` counts from 0 up to ``count`` - 1."""

    index: int
    count: int
    role: str

    @property
    def field(self) -> str:
        """Return the name of the signature field, such as ``ttd_1_ketua_tim``."""
        return f"ttd_{self.index + 1}_{self.role}"

    @property
    def certifies(self) -> bool:
        """Tell whether this signature certifies the document (the first does)."""
        return self.index == 0

    @property
    def locks(self) -> bool:
        """Tell whether nothing may be filled in after this signature (the last one)."""
        return self.index == self.count - 1

    @property
    def permission(self) -> MDPPerm | None:
        """Return what this signature allows from now on, or nothing where it says nothing about it."""
        if self.locks:
            return MDPPerm.NO_CHANGES
        return MDPPerm.FILL_FORMS if self.certifies else None


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """What a signature shows and states beside its cryptography: everything the bytes around it depend on."""

    name: str
    at: datetime
    reason: str = ""
    location: str = ""


def slots(signers: Sequence[Mapping[str, Any]]) -> tuple[Slot, ...]:
    """Return the places of the record's signers, in the order of signing.

    Raises:
        AlteredReportError: no signers, too many, or a role that is no role.
    """
    roles = [signer["role"] for signer in signers]
    if not 1 <= len(roles) <= MAX_SIGNERS or not all(isinstance(role, str) and _ROLE.fullmatch(role) for role in roles):
        raise AlteredReportError(
            "Daftar penanda tangan di dalam laporan tidak sah. Minta laporan asli dari pembuatnya."
        )
    return tuple(Slot(index, len(roles), role) for index, role in enumerate(roles))


def prepare(built: "BuiltReport", signers: Sequence[Mapping[str, Any]]) -> bytes:
    """Add the signature fields of all signers in one revision; the same input gives the same bytes.

    Args:
        built: the report with one box for each signer, in points from the bottom left of its page (0-based).
        signers: the record's signers, in the order of signing.

    Raises:
        AlteredReportError: the signers are not such as a report may have.
    """
    writer = _StillWriter(BytesIO(built.pdf))
    for slot, signer, box in zip(slots(signers), signers, built.boxes, strict=True):
        field = SigFieldSpec(
            sig_field_name=slot.field,
            on_page=box.page,
            box=(box.x1, box.y1, box.x2, box.y2),  # type: ignore[arg-type]  # declared int, written as any number
            field_mdp_spec=_lock(slot),
            doc_mdp_update_value=MDPPerm.NO_CHANGES if slot.locks else None,
            readable_field_name=f"Tanda tangan {ROLES.get(slot.role, slot.role).lower()}: {signer['name']}",
        )
        append_signature_field(writer, field)
    writer.register_extension(ESIC_EXTENSION_1)
    output = BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]  # pyHanko types only a part of itself
    return output.getvalue()


def write_signature(
    pdf: bytes, slot: Slot, facts: SignatureFacts, reserved: int, make: Callable[[bytes], bytes]
) -> bytes:
    """Write a signature into its field; everything but the CMS itself is a function of the arguments.

    Args:
        pdf: the report as prepared, with the signatures before this one.
        slot: the place to sign in.
        facts: what the stamp and the signature dictionary state.
        reserved: bytes of room for the CMS.
        make: gets the SHA-256 of the signed bytes, returns the CMS (DER).
    """
    writer = _StillWriter(BytesIO(pdf))
    steps = PdfCMSEmbedder().write_cms(field_name=slot.field, writer=writer, existing_fields_only=True)
    next(steps)
    steps.send(
        SigObjSetup(
            sig_placeholder=SignatureObject(
                timestamp=facts.at,
                subfilter=SigSeedSubFilter.PADES,
                reason=facts.reason or None,
                location=facts.location or None,
                bytes_reserved=2 * reserved,
            ),
            mdp_setup=SigMDPSetup(
                md_algorithm="sha256",
                certify=slot.certifies,
                field_lock=_lock(slot),
                docmdp_perms=slot.permission,
            ),
            appearance_setup=SigAppearanceSetup(
                style=_Seal(lines=(STAMP_TITLE, facts.name, clock(facts.at))), timestamp=facts.at, name=facts.name
            ),
        )
    )
    prepared, output = steps.send(SigIOSetup(md_algorithm="sha256"))
    steps.send(make(prepared.document_digest))
    signed: bytes = output.getvalue()
    return signed


def clock(at: datetime) -> str:
    """Return a moment as it is stamped: ``"6 November 2026 10.42 WIB"``, or with its offset outside Indonesia."""
    return f"{day(at.date().isoformat())} {at:%H.%M} {zone_name(at.utcoffset() or timedelta(0))}"


def _lock(slot: Slot) -> FieldMDPSpec | None:
    return FieldMDPSpec(FieldMDPAction.ALL) if slot.locks else None


class _StillWriter(IncrementalPdfFileWriter):
    """An incremental writer without clock and chance, so that a report can be rebuilt to the byte."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        # pyHanko draws the second half of the file identifier at random; here it counts the revisions.
        first = prev.trailer["/ID"][0].original_bytes
        second = hashlib.sha256(first + bytes([prev.total_revisions])).digest()[: len(first)]
        return generic.ArrayObject([generic.ByteStringObject(first), generic.ByteStringObject(second)])

    def _update_meta(self) -> None:
        """Leave title, producer and dates as the report states them; pyHanko would put in the present moment."""


@dataclass(frozen=True)
class _Seal(BaseStampStyle):
    """The stamp of a signature: our own page, with our own embedded face, instead of pyHanko's default font."""

    lines: tuple[str, ...] = ()

    def create_stamp(
        self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, str]
    ) -> StaticContentStamp:
        del text_params  # our lines are complete
        page = _DrawnPage(stamp(float(box.width), float(box.height), self.lines), box)
        style = StaticStampStyle(background=page, background_layout=_NO_MARGINS, border_width=0)
        return StaticContentStamp(writer=writer, style=style, box=box)


class _DrawnPage(PdfContent):
    """A one-page PDF as content; pyHanko's own import reads a named file and gives it a random name."""

    def __init__(self, pdf: bytes, box: BoxConstraints) -> None:
        super().__init__(box=box)
        self.pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self.pdf)))
        self.resources.xobject["/Stempel"] = page
        return b"/Stempel Do"
