"""Annexes and files of a pact, handed out to who may read them. Art. 5(2), 11(11)."""

from flask import Response as FileResponse
from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.documents.models import Attachment, attachment, attachments_of
from pactregistry.documents.uploads import UploadRefused, accept
from pactregistry.documents.views import pdf_file, pdf_response, send
from pactregistry.languages import in_language
from pactregistry.pacts import actions_details, doors
from pactregistry.pacts.access import is_public
from pactregistry.pacts.actions_freezing import draft_pdf
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.forms_papers import AnnexForm
from pactregistry.pacts.models import PactVersion
from pactregistry.pacts.older import public_paper
from pactregistry.pacts.queries import pact_by_number, signed_version, version_of

OTHER = "other"


@pacts.route("/pacts/<number>/codesign/annexes", methods=["GET", "POST"])
def annexes(number: str) -> str | Response:
    """The papers that belong to the text."""
    version, actor = doors.text_to_write(number)
    form = AnnexForm()
    pack = settings().packs[version.pack_id]
    form.private_kinds = frozenset(paper.key for paper in pack.papers if paper.private)
    form.label.choices = [
        *(SelectChoice(p.key, in_language(p.label)) for p in pack.papers),
        SelectChoice(OTHER, _("another paper")),
    ]
    if form.validate_on_submit() and form.file.data:
        label = (form.other.data or _("paper")) if form.label.data == OTHER else form.label.data
        try:
            upload = accept(form.file.data.filename or "", form.file.data.read())
        except UploadRefused as refusal:
            form.file.errors = [refusal.message]
        else:
            actions_details.add_annex(version, actor, upload, label, public=form.public.data)
            return redirect(url_for("pacts.annexes", number=number))
    return render_template(
        "pacts/annexes.html",
        pact=version.pact,
        text=version,
        form=form,
        annexes=attachments_of("pact_version", version.id),
        labels={p.key: in_language(p.label) for p in pack.papers},
    )


@pacts.post("/pacts/<number>/codesign/annexes/<int:annex_id>/removal")
def remove_annex(number: str, annex_id: int) -> Response:
    """Take a paper away from the text."""
    version, actor = doors.text_to_write(number)
    actions_details.remove_annex(version, actor, _paper(version, annex_id))
    flash(_("The paper is no longer an annex."), "success")
    return redirect(url_for("pacts.annexes", number=number))


@pacts.get("/pacts/<number>/annexes/<int:annex_id>")
def annex(number: str, annex_id: int) -> FileResponse:
    """One annex: for who sits at the table, and for everyone where it is public and signed."""
    pact, seat = doors.pact_for_reader(number)
    for version in pact.versions:
        for paper in attachments_of("pact_version", version.id):
            if paper.id == annex_id and (seat.reads or (paper.public and version.public_sha256)):
                return send(paper)
    raise NoResultFound


@pacts.get("/pacts/<number>.pdf")
def public_file(number: str) -> FileResponse:
    """The public rendition of the text in force; of an older pact the file that was published."""
    pact = pact_by_number(number)
    version = signed_version(pact)
    if is_public(pact) and version is None and (paper := public_paper(pact)) is not None:
        return send(paper)
    if not is_public(pact) or version is None or version.public_sha256 is None:
        raise NoResultFound
    return pdf_file(version.public_sha256, f"{pact.number}.pdf")


@pacts.get("/pacts/<number>/versions/<int:ordinal>/original.pdf")
def original(number: str, ordinal: int) -> FileResponse:
    """The frozen original, for who sits at the table only."""
    pact, _seat = doors.pact_at_table(number)
    version = version_of(pact, ordinal)
    if version.original_sha256 is None:
        raise NoResultFound
    return pdf_file(version.original_sha256, f"{pact.number}-v{ordinal}-original.pdf")


@pacts.get("/pacts/<number>/codesign/draft.pdf")
def draft(number: str) -> FileResponse:
    """The original as it would be frozen now, for reading."""
    version, _seat = doors.text_at_table(number)
    return pdf_response(draft_pdf(version), f"{number}-draft.pdf")


@pacts.get("/pacts/<number>/signatures/<int:paper_id>")
def signed_file(number: str, paper_id: int) -> FileResponse:
    """A file signed elsewhere or the scan of a paper, for who sits at the table only."""
    pact, _seat = doors.pact_at_table(number)
    of_pact = {s.attachment_id for v in pact.versions for g in v.signatories for s in g.signatures}
    found = attachment(paper_id)
    if found is None or found.id not in of_pact:
        raise NoResultFound
    return send(found)


def _paper(version: PactVersion, annex_id: int) -> Attachment:
    found = attachment(annex_id)
    if found is None or (found.subject_kind, found.subject_id) != ("pact_version", version.id):
        raise NoResultFound
    return found
