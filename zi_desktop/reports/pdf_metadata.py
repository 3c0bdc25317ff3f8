"""What a PDF says about itself: attached record, XMP equal to Info, output intent. Knows ReportLab's object layer."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from zi_desktop.reports.icc import NAME, srgb_profile

ATTACHMENT = "zi-report.json"
CREATOR = "ZI Desktop"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The entries of Info, repeated in XMP. ``identity`` is the file's id, 64 hexadecimal digits."""

    title: str
    author: str
    subject: str
    producer: str
    created: datetime
    identity: str


def describe(canvas: Any, metadata: Metadata) -> None:
    """Write Info, XMP, file id and the output intent of a canvas."""
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(metadata.producer)
    moment = _pdf_date(metadata.created)
    canvas.setDateFormatter(lambda *_fields: moment)
    document = canvas._doc  # noqa: SLF001 (ReportLab has no public way below the canvas)
    # ReportLab would mix an environment variable into the id; ours names the record.
    document._ID = f"[<{metadata.identity[:32]}><{metadata.identity[:32]}>]".encode()  # noqa: SLF001 (ReportLab draws a new identity otherwise)
    catalog = document.Catalog
    # The catalog writes only the keys that it knows; these two came with PDF 1.4 and PDF 2.0.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF", "OutputIntents"]
    catalog.Metadata = XMP(creator=lambda _document: _xmp(metadata))
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(NAME),
        "Info": PDFString(NAME),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def attach(canvas: Any, data: bytes, modified: datetime) -> None:
    """Attach the record as associated file of the document, the source of what is printed."""
    document = canvas._doc  # noqa: SLF001 (ReportLab has no public way below the canvas)
    checksum = md5(data, usedforsecurity=False).hexdigest()
    parameters = {"Size": len(data), "ModDate": PDFString(_pdf_date(modified)), "CheckSum": f"<{checksum}>"}
    # PDFName leaves a slash inside a name as it is, which would end the name.
    header = {"Type": PDFName("EmbeddedFile"), "Subtype": "/application#2Fjson", "Params": PDFDictionary(parameters)}
    stream = document.Reference(PDFStream(PDFDictionary(header), data, [PDFZCompress]))
    specification = document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(ATTACHMENT),
                "UF": PDFString(ATTACHMENT),
                "Desc": PDFString("Data kertas kerja"),
                "AFRelationship": PDFName("Source"),
                "EF": PDFDictionary({"F": stream, "UF": stream}),
            }
        )
    )
    names = PDFDictionary({"Names": PDFArray([PDFString(ATTACHMENT), specification])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    document.Catalog.AF = PDFArray([specification])


def _pdf_date(moment: datetime) -> str:
    offset = f"{moment:%z}"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:]}'"


def _xmp(metadata: Metadata) -> bytes:
    created = metadata.created.isoformat()
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(metadata.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(metadata.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(metadata.subject)}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{escape(metadata.producer)}</pdf:Producer>
<pdf:Keywords></pdf:Keywords>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
    return text.encode()
