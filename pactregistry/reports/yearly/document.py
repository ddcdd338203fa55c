"""Makes the file of a year's report: the same values give the same bytes. Art. 35(2)."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.documents.paper import Paper
from pactregistry.documents.pictures import qr_code
from pactregistry.documents.rendering import Embedded, render_pdf
from pactregistry.reports.figures.told import Section
from pactregistry.reports.reading.charts import from_values


def parts_of(printed: Mapping[str, Any]) -> list[Section]:
    """The parts as they were kept."""
    return [
        Section(each["key"], each["title"], tuple(map(from_values, each["charts"])))
        for each in printed["sections"]
    ]


def year_pdf(content: Mapping[str, Any], language: str) -> bytes:
    """The file in a language, with the year's data inside."""
    printed = content["printed"][language]
    made_at = datetime.fromisoformat(content["made_at"])
    with force_locale(language):
        data = Embedded(
            name=f"figures-{content['year']}.json",
            media_type="application/json",
            content=json.dumps(content["record"], ensure_ascii=False, indent=2).encode(),
            description=_("The figures of the year"),
            modified=made_at,
        )
        paper = Paper(
            kind=printed["kind"],
            title=printed["title"],
            number=str(content["year"]),
            language=language,
            issuer=printed["issuer"],
            office=printed["office"],
            made_at=made_at,
            contacts=tuple(printed["contacts"]),
            digest=printed["text_sha256"],
            summary=printed["summary"],
        )
        html = render_template(
            "documents/year.html",
            paper=paper,
            content=printed,
            parts=parts_of(printed),
            qr=qr_code(printed["address"]),
        )
        return render_pdf(html, attachments=[data])
