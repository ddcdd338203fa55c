"""Pages on which parties accept or decline the proposal of a committee. Art. 33(2).

The desk types what comes on paper, with the day on which it came.
"""

from collections.abc import Callable

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing import actions
from pactregistry.conciliation.closing.forms import (
    AcceptForm,
    AnswerForm,
    DeclineForm,
    PaperAcceptForm,
    PaperDeclineForm,
)
from pactregistry.conciliation.closing.steps import TEMPLATE, own_answer, paper_answer
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import DisputePage
from pactregistry.conciliation.words import SIDES
from pactregistry.people.acting import Actor, Day
from pactregistry.people.step_page import day_of
from pactregistry.workflow.states_disputes import Side

BOTH = ["GET", "POST"]

Answering = Callable[[Dispute, Actor, int, Day, actions.Reply], None]


@conciliation.route("/disputes/<number>/acceptance", methods=BOTH)
def accept(number: str) -> ResponseReturnValue:
    """Accept the proposal for one's own party."""
    page, dispute, side = own_answer("accept", number)
    return _answered(page, dispute, AcceptForm(), side, actions.accept)


@conciliation.route("/disputes/<number>/refusal", methods=BOTH)
def decline(number: str) -> ResponseReturnValue:
    """Decline the proposal for one's own party."""
    page, dispute, side = own_answer("decline", number)
    return _answered(page, dispute, DeclineForm(), side, actions.decline)


@conciliation.route("/disputes/<number>/acceptance/paper", methods=BOTH)
def accept_for(number: str) -> ResponseReturnValue:
    """Record that somebody accepted on paper."""
    page, dispute, sides = paper_answer("accept", number)
    form = _offered(PaperAcceptForm(), sides)
    return _answered(page, dispute, form, None, actions.accept)


@conciliation.route("/disputes/<number>/refusal/paper", methods=BOTH)
def decline_for(number: str) -> ResponseReturnValue:
    """Record that somebody declined on paper."""
    page, dispute, sides = paper_answer("decline", number)
    form = _offered(PaperDeclineForm(), sides)
    return _answered(page, dispute, form, None, actions.decline)


def _answered(
    page: DisputePage, dispute: Dispute, form: AnswerForm, side: Side | None, answer: Answering
) -> ResponseReturnValue:
    def take() -> None:
        paper = isinstance(form, PaperAcceptForm)
        reply = actions.Reply(
            side or Side(form.side.data if paper else ""),
            form.words.data or "",
            (form.letter.data or "") if paper else "",
        )
        answer(dispute, page.actor, form.seen, day_of(form), reply)

    return page.answer(form, take, TEMPLATE)


def _offered(form: PaperAcceptForm, sides: list[Side]) -> PaperAcceptForm:
    # Nothing is chosen beforehand: an answer of the wrong party cannot be taken back.
    form.side.choices = [SelectChoice(side.value, _(SIDES[side])) for side in sides]
    return form
