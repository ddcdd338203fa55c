"""Pages on which the desk confirms imported files, one by one. Art. 36, 3(1)b."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.documents.models import attachments_of
from pactregistry.documents.uploads import UploadRefused, accept
from pactregistry.documents.views import send
from pactregistry.languages import in_language
from pactregistry.pacts import doors
from pactregistry.pacts.importing import actions, queries
from pactregistry.pacts.importing.blueprint import imports
from pactregistry.pacts.importing.forms import PACT_FIELDS, PROPOSAL_FIELDS, ConfirmationForm
from pactregistry.pacts.importing.older.queries import waiting_pacts
from pactregistry.pacts.importing.report import sentence
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import PAPER
from pactregistry.people.current import account
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PUBLIC, PUBLISHED
from pactregistry.workflow.states import PactState, ProposalState, ProposerKind
from pactregistry.workflow.words import PROPOSER_KINDS, STATES

PACT_PREFIX = "pact_"


@imports.get("/desk/imports")
def waiting() -> ResponseReturnValue:
    """The imported files that wait for a person, with the reasons."""
    return render_template(
        "pacts/imports/list.html",
        files=queries.waiting_files(),
        pacts=waiting_pacts(),
        sentence=sentence,
    )


@imports.route("/desk/imports/<number>", methods=["GET", "POST"])
def confirm(number: str) -> ResponseReturnValue:
    """One imported file: the source's words, the questions, and what becomes public."""
    found = queries.waiting_file(number)
    pact = queries.pact_of(found.proposal)
    form = ConfirmationForm(data=_shown(found.proposal, pact))
    _offer(form, pact)
    if form.validate_on_submit() and _take_paper(form):
        person = account() or abort(401)
        actions.confirm(found.proposal, person.id, form.seen, _settled(form))
        flash(_("%(number)s is confirmed and public.", number=number), "success")
        return redirect(url_for("imports.waiting"))
    page = render_template(
        "pacts/imports/confirm.html", form=form, found=found, pact=pact, sentence=sentence
    )
    return page, 422 if form.errors else 200


@imports.get("/pacts/<number>/older-paper/<int:paper_id>")
def paper(number: str, paper_id: int) -> ResponseReturnValue:
    """A paper of an older pact: for office and parties, and for everyone where it is public."""
    pact, seat = doors.pact_for_reader(number)
    for found in attachments_of("pact", pact.id):
        if found.id == paper_id and found.label == PAPER and (seat.reads or found.public):
            return send(found)
    raise NoResultFound


def _take_paper(form: ConfirmationForm) -> bool:
    """Check the paper that was sent, if any, and keep it on the form for the action."""
    form.taken = None
    if not form.paper.data:
        return True
    if not form.standing.data.startswith(PACT_PREFIX):
        form.paper.errors = [_("Only a pact has such a paper: choose where the pact stands.")]
        return False
    try:
        form.taken = accept(form.paper.data.filename or "", form.paper.data.read())
    except UploadRefused as refusal:
        form.paper.errors = [refusal.message]
    return form.taken is not None


def _shown(proposal: Proposal, pact: Pact | None) -> dict[str, Any]:
    unknown = proposal.proposer_kind is ProposerKind.UNKNOWN
    return {
        **{name: getattr(proposal, name) for name in PROPOSAL_FIELDS},
        **({name: getattr(pact, name) for name in PACT_FIELDS} if pact else {}),
        "proposer_kind": "" if unknown else proposal.proposer_kind,
        "standing": f"{PACT_PREFIX}{pact.state}" if pact else proposal.state,
        "version": proposal.version,
    }


def _offer(form: ConfirmationForm, pact: Pact | None) -> None:
    # A pact that came with the row cannot be unsaid: only where it stands is open.
    states = [] if pact else [(str(s), _(STATES[s])) for s in PUBLIC if s != "accepted"]
    states += [(f"{PACT_PREFIX}{s}", _("a pact: %(state)s", state=_(STATES[s]))) for s in PUBLISHED]
    form.standing.choices = states
    form.proposer_kind.choices = [
        ("", _("Choose")),
        *((str(k), _(PROPOSER_KINDS[k])) for k in ProposerKind if k is not ProposerKind.UNKNOWN),
    ]
    form.district.choices = [
        ("", _("outside every district, or not known")),
        *((d.key, in_language(d.name)) for d in settings().city.districts.values()),
    ]


def _settled(form: ConfirmationForm) -> actions.Confirmation:
    standing: str = form.standing.data
    is_pact = standing.startswith(PACT_PREFIX)
    values: dict[str, Any] = {name: form[name].data for name in PROPOSAL_FIELDS}
    for name in ("longitude", "latitude"):
        values[name] = None if values[name] is None else float(values[name])
    values = {
        name: "" if value is None and _is_text(name) else value for name, value in values.items()
    }
    values["proposer_kind"] = ProposerKind(values["proposer_kind"])
    return actions.Confirmation(
        state=ProposalState.ACCEPTED if is_pact else ProposalState(standing),
        pact_state=PactState(standing.removeprefix(PACT_PREFIX)) if is_pact else None,
        values=values,
        pact_values={name: form[name].data for name in PACT_FIELDS},
        paper=form.taken,
    )


def _is_text(name: str) -> bool:
    return name not in {"longitude", "latitude", "submitted_on"}
