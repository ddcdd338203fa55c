"""Makes the file of a proposal: for the parties and the members alone. Art. 33(2)."""

from datetime import datetime

from flask import render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.conciliation.deliberating.manuscript import Content
from pactregistry.documents.paper import Paper
from pactregistry.documents.rendering import render_pdf


def proposal_pdf(content: Content) -> bytes:
    """The file; the same values give the same bytes."""
    with force_locale(content["language"]):
        paper = Paper(
            kind=_("Conciliation proposal"),
            title=content["title"],
            number=content["number"],
            language=content["language"],
            issuer=content["issuer"],
            office=content["office"],
            made_at=datetime.fromisoformat(content["made_at"]),
            contacts=tuple(content["contacts"]),
            digest=content["text_sha256"],
        )
        html = render_template("documents/conciliation.html", paper=paper, content=content)
        return render_pdf(html)
