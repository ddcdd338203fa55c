"""Makes the two files of a pact: the original and the public rendition. Art. 11(10), 11(11)."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from flask import render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.documents.paper import Paper
from pactregistry.documents.pictures import qr_code
from pactregistry.documents.rendering import Embedded, render_pdf
from pactregistry.pacts.manuscript import Content


def original_pdf(content: Content) -> bytes:
    """The original: the same content gives the same bytes."""
    with force_locale(content["language"]):
        return render_pdf(_html("documents/pact.html", content))


def public_pdf(content: Content, record: Mapping[str, Any]) -> bytes:
    """The public rendition with the pact's data inside; the same values give the same bytes."""
    with force_locale(content["language"]):
        data = Embedded(
            name=f"pact-{content['number']}.json",
            media_type="application/json",
            content=json.dumps(record, ensure_ascii=False, indent=2).encode(),
            description=_("The data of this pact"),
            modified=datetime.fromisoformat(content["made_at"]),
        )
        return render_pdf(_html("documents/pact_public.html", content), attachments=[data])


def as_json(record: Mapping[str, Any]) -> dict[str, Any]:
    """A pact's record in JSON's own values: ISO dates, money as a decimal string."""
    told: dict[str, Any] = json.loads(json.dumps(record, default=_plain))
    return told


def _html(template: str, content: Content) -> str:
    paper = Paper(
        kind=_("Collaboration pact"),
        title=content["title"],
        number=content["number"],
        language=content["language"],
        issuer=content["issuer"],
        office=content["office"],
        made_at=datetime.fromisoformat(content["made_at"]),
        contacts=tuple(content["contacts"]),
        references=((_("Version"), str(content["version"])),),
        digest=content["text_sha256"],
        summary=content["summary"],
    )
    return render_template(template, paper=paper, content=content, qr=qr_code(content["address"]))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    message = f"no JSON for {type(value).__name__}"
    raise TypeError(message)
