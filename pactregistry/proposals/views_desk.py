"""The office's lists and the whole file of a proposal. Art. 10(2), 11(4)-(8)."""

from flask import Response, abort, render_template, request
from flask_wtf import FlaskForm

from pactregistry.config import settings
from pactregistry.documents.models import attachment, attachments_of
from pactregistry.documents.views import send
from pactregistry.journal import history
from pactregistry.people.current import roles_today
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.call_answered import is_sealed
from pactregistry.proposals.competing.finding import candidates
from pactregistry.proposals.competing.public_view import rivalry
from pactregistry.proposals.desk_list import Shelf, desk_rows, opinion_rows
from pactregistry.proposals.entries import supplement_request
from pactregistry.proposals.forms_inquiry import RegistryNumberForm
from pactregistry.proposals.lawful_steps import next_steps
from pactregistry.proposals.officers import gives, office_roles, reader_of, roles_on, signed_in
from pactregistry.proposals.reading import author, received
from pactregistry.proposals.sheet import public_sheet
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.proposals.substantial import signs_of_change
from pactregistry.proposals.waiting import awaited
from pactregistry.workflow.lifecycle import OPEN, PROPOSAL
from pactregistry.workflow.states import Role


@proposals.get("/desk/")
def desk() -> str:
    """The list of the office: mine, due, awaited."""
    here = settings()
    wanted = request.args.get("shelf", Shelf.MINE)
    shelf = next((shelf for shelf in Shelf if shelf == wanted), Shelf.MINE)
    district = request.args.get("district", "")
    district = district if district in here.city.districts else ""
    late_only = request.args.get("late") == "1"
    roles = office_roles(signed_in())
    rows = desk_rows(shelf, roles, district=district, late_only=late_only)
    return render_template(
        "desk/list.html",
        rows=rows,
        shelf=shelf,
        shelves=Shelf,
        district=district,
        late_only=late_only,
        at_counter=Role.DESK in roles,
    )


@proposals.get("/desk/opinions")
def opinions_asked() -> str:
    """The opinions asked of the reader's offices and districts."""
    held = roles_today(signed_in())
    offices = [h.office for h in held if h.role is Role.REVIEWER]
    districts = [h.office for h in held if h.role is Role.DISTRICT]
    return render_template("desk/opinions.html", rows=opinion_rows(offices, districts))


@proposals.get("/desk/proposals/<number>")
def desk_file(number: str) -> str:
    """Everything on a file, private part included, with the next lawful steps."""
    proposal = received(number)
    person = reader_of(proposal)
    entries = history(PROPOSAL.name, proposal.id)
    roles = roles_on(person, proposal)
    return render_template(
        "desk/file.html",
        proposal=proposal,
        taken=entries,
        sheet=public_sheet(proposal, entries),
        signs=signs_of_change(proposal, entries) if Role.DESK in roles else [],
        text=sheet_text(proposal),
        sealed=is_sealed(proposal),
        roles=roles,
        steps=next_steps(proposal, entries, person, roles),
        turn=awaited(proposal, entries),
        rivals=rivalry(proposal),
        nearby=candidates(proposal) if proposal.state in OPEN and roles else [],
        author=author(proposal),
        asked=supplement_request(entries),
        attachments=attachments_of(PROPOSAL.name, proposal.id),
        own_opinions={o.id for o in proposal.opinions if gives(person, o)},
        registry_form=RegistryNumberForm(version=str(proposal.version), formdata=None),
        reminder=FlaskForm(),
        is_desk=Role.DESK in roles,
    )


@proposals.get("/desk/proposals/<number>/attachments/<int:attachment_id>")
def desk_attachment(number: str, attachment_id: int) -> Response:
    """One paper of the file, to be saved."""
    proposal = received(number)
    reader_of(proposal)
    paper = attachment(attachment_id)
    own = paper is not None and (paper.subject_kind, paper.subject_id) in {
        (PROPOSAL.name, proposal.id),
        *(("opinion", opinion.id) for opinion in proposal.opinions),
    }
    if paper is None or not own:
        abort(404)
    return send(paper)
