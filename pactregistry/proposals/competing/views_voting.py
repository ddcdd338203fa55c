"""Everyone's pages: a competition, a choice, one's vote, the counted papers. Art. 3(1)b, 10(7)."""

from http import HTTPStatus

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from pactregistry.documents.models import attachment, attachments_of
from pactregistry.documents.views import send
from pactregistry.people.current import account, holds, signed_in
from pactregistry.proposals.competing import actions_voting, reading
from pactregistry.proposals.competing.actions_counting import named_papers, standing
from pactregistry.proposals.competing.actions_joining import CONSENT
from pactregistry.proposals.competing.actions_rivals import MEETING
from pactregistry.proposals.competing.blueprint import competing
from pactregistry.proposals.competing.counting import papers_table
from pactregistry.proposals.competing.doors import reads_as_party
from pactregistry.proposals.competing.facts import voter_facts
from pactregistry.proposals.competing.forms_choice import BLANK, VoteForm
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.competing.public_view import public_competition
from pactregistry.proposals.competing.result import result_of
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import CHOICE
from pactregistry.workflow.states import ChoiceState, Role

BOTH = ["GET", "POST"]


@competing.get("/competitions/<number>")
def competition(number: str) -> str:
    """What competes, what was said, how it is chosen."""
    found = reading.competition(number)
    party = reads_as_party(found)
    return render_template(
        "proposals/competing/competition.html",
        shown=public_competition(found, for_parties=party),
        party=party,
        is_desk=_is_desk(),
    )


@competing.get("/competitions/<number>/papers/<int:paper_id>")
def competition_paper(number: str, paper_id: int) -> Response:
    """A scan: published ones for everyone, the others for the parties and the office."""
    found = reading.competition(number)
    paper = attachment(paper_id)
    meetings = [(MEETING, meeting.id) for meeting in reading.meetings_of(found)]
    text = reading.joint_text_of(found)
    answers = [(CONSENT, consent.id) for consent in text.consents] if text else []
    if paper is None:
        abort(HTTPStatus.NOT_FOUND)
    subject = (paper.subject_kind, paper.subject_id)
    withheld = any(rival.proposal.withheld for rival in found.rivals)
    everyone = subject in meetings and paper.public and not withheld
    party = subject in meetings and reads_as_party(found)
    if not (everyone or party or (subject in answers and _is_desk())):
        abort(HTTPStatus.NOT_FOUND)
    return send(paper)


@competing.get("/choices/")
def choices() -> str:
    """All choices, with where they stand."""
    state = request.args.get("state", "")
    district = request.args.get("district", "")
    number = max(1, request.args.get("page", 1, type=int))
    page = reading.find_choices(state, district, number)
    if page.number > page.count:
        abort(HTTPStatus.NOT_FOUND)
    chosen = {"state": state, "district": district}
    return render_template(
        "proposals/competing/choices.html",
        page=page,
        lines=[result_of(found) for found in page.items],
        states=ChoiceState,
        chosen={name: value for name, value in chosen.items() if value},
    )


@competing.get("/choices/<number>")
def choice(number: str) -> str:
    """A choice: what is chosen, when and how, and the result once it is counted."""
    found = reading.choice(number)
    person = account()
    story = reading.story_of(found)
    return render_template(
        "proposals/competing/choice.html",
        result=result_of(found, story, attachments_of(CHOICE.name, found.id)),
        entries=story,
        has_voted=person is not None and reading.has_voted(found, person.id),
        person=person,
        is_desk=_is_desk(),
        state=found.state,
    )


@competing.route("/choices/<number>/vote", methods=BOTH)
def vote(number: str) -> ResponseReturnValue:
    """One's vote: one a person, secret, and not to be changed."""
    found = reading.choice(number)
    person = signed_in()
    form = VoteForm()
    options = {str(option.id): option.id for option in standing(found)}
    form.option.choices = [
        *(SelectChoice(str(o.id), _title_of(found, o.id)) for o in standing(found)),
        SelectChoice(BLANK, _("Blank vote: I take part and choose none")),
    ]
    if not form.is_submitted():
        facts = voter_facts(found, person)
        against = CHOICE.obstacles("vote", _state(found), Role.CITIZEN, facts)
        return _vote_page(found, form, tuple(o for o in against if o.name != "state"))
    if not form.validate():
        return _vote_page(found, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        actions_voting.vote(found, person, options.get(form.option.data))
    except Unlawful as refusal:
        return _vote_page(found, VoteForm(formdata=None), refusal.obstacles), HTTPStatus.CONFLICT
    return redirect(url_for("competing.voted", number=number))


@competing.get("/choices/<number>/voted")
def voted(number: str) -> ResponseReturnValue:
    """That one's vote was taken; never what it was."""
    found = reading.choice(number)
    if not reading.has_voted(found, signed_in().id):
        flash(_("You have not voted here yet."), "info")
        return redirect(url_for("competing.choice", number=number))
    return render_template("proposals/competing/voted.html", choice=found)


@competing.get("/choices/<number>/papers.csv")
def ballot_papers(number: str) -> Response:
    """The ballot papers as counted: one line a paper, sorted, with nothing of the voter."""
    found = reading.choice(number)
    if found.state != ChoiceState.COUNTED or not found.has_ballot:
        abort(HTTPStatus.NOT_FOUND)
    response = Response(papers_table(named_papers(found)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.number}.csv"'
    return response


@competing.get("/choices/<number>/minutes/<int:paper_id>")
def choice_minutes(number: str, paper_id: int) -> Response:
    """The scan of the minutes, where it is published."""
    found = reading.choice(number)
    paper = attachment(paper_id)
    own = paper is not None and (paper.subject_kind, paper.subject_id) == (CHOICE.name, found.id)
    if paper is None or not own or not (paper.public or _is_desk()):
        abort(HTTPStatus.NOT_FOUND)
    return send(paper)


def _title_of(found: Choice, option_id: int) -> str:
    option = next(o for o in found.options if o.id == option_id)
    shown = "" if option.proposal.withheld else f" · {option.text['title']}"
    return f"{option.proposal.number}{shown}"


def _state(found: Choice) -> ChoiceState:
    # On its day a choice is open, also before the clock was looked at.
    return ChoiceState.OPEN if found.state == ChoiceState.CALLED else ChoiceState(found.state)


def _is_desk() -> bool:
    person = account()
    return person is not None and holds(person, Role.DESK)


def _vote_page(found: Choice, form: VoteForm, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "proposals/competing/vote.html",
        result=result_of(found),
        form=form,
        against=against,
    )
