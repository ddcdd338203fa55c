"""Finishes a PDF/A-3a file so that it is PDF/UA-1 too, and says each attachment once."""

import re
from typing import Any

import pydyf

# The extension schema that PDF/A asks for, because it does not know PDF/UA's property itself.
UNIVERSAL_ACCESS = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
# A glyph that is only a part of a letter stands for no text of its own: the text beside it tells
# (`structure`). But the table of glyphs may not be silent: the part stands for an invisible joiner.
NO_TEXT, JOINER = re.compile(rb"^(<[0-9a-f]{4}>) <>$"), rb"\1 <034f>"
END_OF_METADATA = b"</rdf:RDF>"


def finish(document: Any, pdf: Any) -> None:  # noqa: ARG001 - WeasyPrint's hook, untyped
    """Mark the file as PDF/UA-1, list associated files once, let no glyph stand for nothing."""
    metadata = _object(pdf, pdf.catalog["Metadata"])
    metadata.stream[0] = metadata.stream[0].replace(
        END_OF_METADATA, UNIVERSAL_ACCESS + END_OF_METADATA
    )
    metadata.compress = False  # so that a reader without a PDF library finds it
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for each in pdf.objects:
        if isinstance(each, dict) and "ToUnicode" in each:
            table = _object(pdf, each["ToUnicode"])
            table.stream = [NO_TEXT.sub(JOINER, line) for line in table.stream]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
