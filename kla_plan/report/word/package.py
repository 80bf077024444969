"""A .docx file with the same bytes for the same content: fixed dates and properties."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

#: The date of every entry, the earliest a zip file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"


def stable(docx: bytes, title: str) -> bytes:
    """Return the file with fixed dates, no author, and the given title."""
    buffer = BytesIO()
    with ZipFile(BytesIO(docx)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename.endswith("thumbnail.jpeg"):
                continue
            content = source.read(entry)
            if entry.filename == _CORE:
                content = _core(title)
            elif entry.filename.endswith(".rels"):
                content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
            info = ZipInfo(entry.filename, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, content)
    return buffer.getvalue()


def _core(title: str) -> bytes:
    spaces = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
    }
    root = etree.Element(f"{{{spaces['cp']}}}coreProperties", nsmap=spaces)
    for name, text in (("title", title), ("creator", "kla-plan"), ("language", "id-ID")):
        etree.SubElement(root, f"{{{spaces['dc']}}}{name}").text = text
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
