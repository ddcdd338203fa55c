"""Makes the public file of a report: to keep, and to read by everyone. Art. 30(5), 30(7)."""

import json
from datetime import datetime

from flask import render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.documents import storage
from pactregistry.documents.paper import Paper
from pactregistry.documents.pictures import picture_address, printed_small, qr_code
from pactregistry.documents.rendering import Embedded, render_pdf
from pactregistry.reports.reading.charts import from_values
from pactregistry.reports.reading.manuscript import Content


def with_small_pictures(kept: Content) -> Content:
    """The same values with photographs as small as they are printed; what cannot be read is left.

    The small ones are kept too: drawn anew by another release, they might have other bytes.
    """
    content = kept["content"]
    drawn = [(p, printed_small(storage.get(p["sha256"]))) for p in content["photographs"]]
    small = [{**p, "sha256": storage.put(picture)} for p, picture in drawn if picture]
    return {**kept, "content": {**content, "photographs": small}}


def report_pdf(kept: Content) -> bytes:
    """The file with the report's data inside; the same values give the same bytes."""
    content = kept["content"]
    made_at = datetime.fromisoformat(content["made_at"])
    with force_locale(content["language"]):
        data = Embedded(
            name=f"report-{content['number']}.json",
            media_type="application/json",
            content=json.dumps(kept["record"], ensure_ascii=False, indent=2).encode(),
            description=_("The data of this report"),
            modified=made_at,
        )
        paper = Paper(
            kind=content["kind"][:1].upper() + content["kind"][1:],
            title=content["title"],
            number=content["number"],
            language=content["language"],
            issuer=content["issuer"],
            office=content["office"],
            made_at=made_at,
            contacts=tuple(content["contacts"]),
            digest=content["text_sha256"],
        )
        html = render_template(
            "documents/report.html",
            paper=paper,
            content=content,
            charts=[from_values(told) for told in content["charts"]],
            photographs=[
                (picture_address("image/jpeg", storage.get(p["sha256"])), p["caption"])
                for p in content["photographs"]
            ],
            qr=qr_code(content["address"]),
        )
        return render_pdf(html, attachments=[data])
