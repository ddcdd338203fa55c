"""The office's pages on rivals: declared, compared, met, released. Art. 10(7), 3(1)b."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from pactregistry.config import settings
from pactregistry.people.abstaining import abstained
from pactregistry.people.acting import Day
from pactregistry.people.current import signed_in
from pactregistry.people.step_page import day_of
from pactregistry.proposals.competing import actions_rivals as actions
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.actions_joining import CONSENT
from pactregistry.proposals.competing.actions_rivals import MEETING, Held
from pactregistry.proposals.competing.blueprint import competing
from pactregistry.proposals.competing.doors import desk_here
from pactregistry.proposals.competing.facts import consents_missing
from pactregistry.proposals.competing.finding import candidates
from pactregistry.proposals.competing.forms import DeclarationForm, MeetingForm, ReleaseForm
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.competing.public_view import public_competition
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.opening import open_step
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.states import ProposalState

BOTH = ["GET", "POST"]
# One that is still to be opened, or waits for papers, has no public sheet to compare.
COMPARABLE = (ProposalState.INQUIRY, ProposalState.COMPETING)


@competing.route("/desk/proposals/<number>/competition", methods=BOTH)
def declare_competing(number: str) -> ResponseReturnValue:
    """Declare proposals competing, all in one act."""
    page = open_step("declare_competing", number)
    found = candidates(page.proposal)
    ready = {c.proposal.number: c.proposal for c in found if _may_compare(c.proposal)}
    form = DeclarationForm()
    form.others.choices = [
        SelectChoice(number, f"{number} · {proposal.title}") for number, proposal in ready.items()
    ]
    page.shown.update(candidates=found, ready=ready)

    def take() -> None:
        others = [ready[chosen] for chosen in form.others.data or ()]
        comparison = form.comparison.data or ""
        actions.declare(page.proposal, page.actor, form.seen, day_of(form), others, comparison)

    return page.answer(form, take, "proposals/competing/declare.html")


@competing.get("/desk/competitions/<number>")
def desk_competition(number: str) -> str:
    """Everything on a competition, with what comes next."""
    found = reading.competition(number)
    desk_here(found)
    text = reading.joint_text_of(found)
    consents = {consent.proposal_id: consent for consent in text.consents} if text else {}
    meetings = reading.meetings_of(found)
    return render_template(
        "proposals/competing/desk.html",
        found=found,
        shown=public_competition(found, for_parties=True),
        still=reading.still_competing(found),
        text=text,
        consents=consents,
        missing=consents_missing(found, reading.open_text(found)),
        scans=reading.papers_with(CONSENT, [consent.id for consent in consents.values()]),
        names=[(meeting.held_on, meeting.names) for meeting in meetings if meeting.names],
        under_way=reading.choice_under_way(found),
    )


@competing.route("/desk/competitions/<number>/meetings", methods=BOTH)
def record_meeting(number: str) -> ResponseReturnValue:
    """Keep the minutes of a meeting."""
    found = reading.competition(number)
    actor = desk_here(found)
    form = MeetingForm()
    if not form.is_submitted():
        form.held_on.data = settings().today()
        form.public.data = True
        return _meeting_page(found, form)
    if not form.validate():
        return _meeting_page(found, form), HTTPStatus.UNPROCESSABLE_ENTITY
    held = Held(
        held_on=form.held_on.data,
        place=form.place.data,
        people=form.people.data,
        roles=form.roles.data or "",
        names=form.names.data or "",
        minutes=form.minutes.data or "",
        public=form.public.data,
        source_document=form.source_document.data or "",
        scan_public=form.scan_public.data,
    )
    try:
        actions.record_meeting(found, actor, Day(held.held_on), held, form.scans)
    except Unlawful as refusal:
        return _meeting_page(found, form, refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("The meeting was recorded; the authors were told."), "success")
    return redirect(url_for("competing.desk_competition", number=number, _anchor=MEETING))


@competing.route("/desk/proposals/<number>/release", methods=BOTH)
def release(number: str) -> ResponseReturnValue:
    """Let a proposal go on whose rivals have ended."""
    page = open_step("release", number)
    form = ReleaseForm()

    def take() -> None:
        actions.release(page.proposal, page.actor, form.seen, day_of(form))

    return page.answer(form, take, "proposals/competing/release.html")


def _may_compare(proposal: Proposal) -> bool:
    """Whether it has a public sheet, and the officer did not step aside on it."""
    aside = abstained(signed_in().id, ("proposal", proposal.id))
    return proposal.state in COMPARABLE and not aside


def _meeting_page(found: Competition, form: MeetingForm, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "proposals/competing/meeting.html", found=found, form=form, against=against
    )
