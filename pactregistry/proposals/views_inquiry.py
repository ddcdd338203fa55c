"""Pages of the inquiry for the office: opening, missing papers, the executive. Art. 11(4)-(9)."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people.forms_day import MOST_TEXTS
from pactregistry.people.step_page import day_of
from pactregistry.proposals import actions_inquiry as actions
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.facts import approval_by_kind, days_of, pack_of
from pactregistry.proposals.forms_inquiry import (
    InquiryForm,
    ReferralForm,
    RegistryNumberForm,
    ResolutionForm,
    SupplementRequestForm,
)
from pactregistry.proposals.kinds import set_by_text
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import actor_for
from pactregistry.proposals.opening import open_step
from pactregistry.proposals.papers import lacking
from pactregistry.proposals.reading import received
from pactregistry.proposals.sheet_text import sheet_text, text_digest
from pactregistry.workflow.states import ProposalState, Role

BOTH = ["GET", "POST"]


@proposals.route("/desk/proposals/<number>/inquiry", methods=BOTH)
def open_inquiry(number: str) -> ResponseReturnValue:
    """Announce time and offices, read what becomes public, open the window: one screen."""
    page = open_step("open_inquiry", number)
    proposal = page.proposal
    form = InquiryForm(data=_usual(proposal))
    form.offices.choices = [
        SelectChoice(office.key, in_language(office.name))
        for office in settings().city.offices_of("technical", "service")
    ]
    _as_the_text_sets(form, proposal)
    page.shown.update(
        text=sheet_text(proposal), digest=text_digest(proposal), pack=pack_of(proposal)
    )

    def take() -> None:
        inquiry = actions.Inquiry(
            days=form.days.data if form.days else None,
            offices=tuple(form.offices.data or ()),
            district=form.district.data,
            opinion_days=form.opinion_days.data,
            comments_from=form.comments_from.data,
            comment_days=form.comment_days.data if form.comment_days else 0,
            substantial_change=form.substantial_change.data,
            digest_read=form.digest_read.data or "",
            pact_kind=form.pact_kind.data if form.pact_kind else "",
            weighty=bool(form.weighty and form.weighty.data),
        )
        actions.open_inquiry(proposal, page.actor, form.seen, day_of(form), inquiry)

    return page.answer(form, take, "proposals/office/open_inquiry.html")


@proposals.route("/desk/proposals/<number>/supplement-request", methods=BOTH)
def request_supplement(number: str) -> ResponseReturnValue:
    """List what is missing; the clock stops."""
    page = open_step("request_supplement", number)
    days = days_of(page.proposal, "supplement")
    page.shown.update(days=days)
    # It begins with what the regulation asks for and is not there yet.
    form = SupplementRequestForm(data={"texts": lacking(page.proposal)[:MOST_TEXTS]})
    form.name_entries(_("Missing"))

    def take() -> None:
        actions.request_supplement(page.proposal, page.actor, form.seen, day_of(form), form.given())

    return page.answer(form, take, "proposals/office/request_supplement.html")


@proposals.route("/desk/proposals/<number>/referral", methods=BOTH)
def refer(number: str) -> ResponseReturnValue:
    """Send a substantial change to the executive."""
    page = open_step("refer", number)
    by_kind = approval_by_kind(pack_of(page.proposal), page.proposal.pact_kind)
    page.shown.update(by_kind=by_kind)
    substantial = page.proposal.substantial_change or not by_kind
    form = ReferralForm(data={"substantial_change": substantial})

    def take() -> None:
        actions.refer(
            page.proposal,
            page.actor,
            form.seen,
            day_of(form),
            why=form.why.data or "",
            substantial_change=form.substantial_change.data,
        )

    return page.answer(form, take, "proposals/office/step.html")


@proposals.route("/desk/proposals/<number>/resolution", methods=BOTH)
def resolve(number: str) -> ResponseReturnValue:
    """Record the executive's resolution."""
    page = open_step("resolve", number)
    form = ResolutionForm()

    def take() -> None:
        actions.resolve(
            page.proposal,
            page.actor,
            form.seen,
            day_of(form),
            outcome=ProposalState(form.outcome.data),
            resolution=form.resolution.data or "",
            reasons=[form.reason.data or ""],
        )

    return page.answer(form, take, "proposals/office/step.html")


@proposals.post("/desk/proposals/<number>/registry-number")
def note_registry_number(number: str) -> ResponseReturnValue:
    """Add the City's registry number."""
    proposal = received(number)
    actor_for(proposal, (Role.DESK,))
    form = RegistryNumberForm()
    if form.validate():
        actions.note_registry_number(proposal, form.seen, form.registry_number.data)
        flash(_("The registry number was added."), "success")
    else:
        flash(_("The registry number is missing or too long: at most 60 characters."), "error")
    return redirect(url_for("proposals.desk_file", number=number))


def _as_the_text_sets(form: InquiryForm, proposal: Proposal) -> None:
    """Leave out what the file's regulation sets itself, and what it does not know."""
    pack = pack_of(proposal)
    if pack.kinds:
        form.pact_kind.choices = [
            SelectChoice(k.key, f"{in_language(k.label)}. {in_language(k.hint)}")
            for k in pack.kinds.values()
        ]
    left_out = {
        "pact_kind": not pack.kinds,
        "days": set_by_text(pack, "inquiry") is not None,
        "comment_days": set_by_text(pack, "comments") is not None,
        "weighty": not pack.procedure.weighty_comments,
    }
    for name in (name for name, out in left_out.items() if out):
        delattr(form, name)


def _usual(proposal: Proposal) -> dict[str, object]:
    """What the city's settings propose; the officer changes what the case needs. Art. 11(4)."""
    return {
        "days": days_of(proposal, "inquiry"),
        "offices": [],
        "district": proposal.district in settings().city.districts,
        "opinion_days": days_of(proposal, "opinion"),
        "comments_from": settings().today(),
        "comment_days": days_of(proposal, "comments"),
        "substantial_change": proposal.substantial_change,
    }
