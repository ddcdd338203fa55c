"""A member's vote, given like a signature; then the proposal and its file. Art. 33(1), 33(2)."""

from flask import Response, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.deliberating import actions_proposal, actions_vote, texts
from pactregistry.conciliation.deliberating.actions_vote import Voice
from pactregistry.conciliation.deliberating.facts import excluded_now
from pactregistry.conciliation.deliberating.forms import VoteForm
from pactregistry.conciliation.deliberating.steps import BOTH, page_of
from pactregistry.documents.views import pdf_file
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.proof import BY_ADDRESS, password_at
from pactregistry.people.security import ask_again, is_fresh


@conciliation.route("/disputes/<number>/vote", methods=BOTH)
def vote(number: str) -> ResponseReturnValue:
    """Vote on the text that is shown, by name, with a password that was entered just now."""
    dispute, place = room_of(number)
    text = texts.before_vote(dispute)
    known = {"excluded_as": excluded_now(place)}
    page, dispute, by = page_of("vote", dispute, place, known, text=text)
    form = VoteForm()
    form.fresh = is_fresh()
    if not form.is_submitted():
        if not (form.fresh or page.standing()):
            return ask_again(url_for("conciliation.vote", number=number))
        form.digest.data = text.digest if text is not None else ""

    def take() -> None:
        digest, said = form.digest.data or "", form.dissent.data or ""
        in_favour = form.voice.data == "yes"
        voice = Voice(form.seen, digest, in_favour, said, BY_ADDRESS, password_at())
        actions_vote.vote(dispute, by, voice)

    return page.answer(form, take, "conciliation/deliberating/vote.html")


@conciliation.route("/disputes/<number>/proposal", methods=BOTH)
def propose(number: str) -> ResponseReturnValue:
    """Make the text that has the majority the committee's proposal."""
    dispute, place = room_of(number)
    text = texts.before_vote(dispute)
    votes = [(member, texts.vote_of(text, member)) for member in texts.seated(dispute)]
    page, dispute, by = page_of("propose", dispute, place, text=text, votes=votes)
    form = SeenForm()
    return page.answer(
        form,
        lambda: actions_proposal.propose(dispute, by, form.seen),
        "conciliation/deliberating/propose.html",
    )


@conciliation.get("/disputes/<number>/proposal.pdf")
def proposal_file(number: str) -> Response:
    """The committee's proposal, for its parties and members alone."""
    dispute, _place = room_of(number)
    text = texts.proposal_of(dispute)
    if text is None:
        raise NoResultFound
    return pdf_file(text.sha256, f"{dispute.number}.pdf")
