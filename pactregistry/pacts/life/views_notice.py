"""Pages on which citizens withdraw, take their notice back, answer a breach. Art. 5(2)b, 5(2)i.

The desk types what comes by letter, with the day on which it came.
"""

from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life import actions_end, actions_notice
from pactregistry.pacts.life.forms import (
    AnswerForm,
    LetterAnswerForm,
    LetterForm,
    OwnWordForm,
    WordForm,
)
from pactregistry.pacts.life.speaking import TEMPLATE, open_step
from pactregistry.pacts.life.story import breach_of
from pactregistry.pacts.life.terms import day_after, notice_until
from pactregistry.people.step_page import day_of
from pactregistry.workflow.lifecycle import PACT

BOTH = ["GET", "POST"]


@pacts.route("/pacts/<number>/withdrawal", methods=BOTH)
def withdraw_from(number: str) -> ResponseReturnValue:
    """Give notice; the last day is shown before it is confirmed."""
    page = open_step("withdraw_from", number)
    last = notice_until(page.pact, settings().today())
    page.shown.update(last=last, free_on=day_after(last), days=(last - settings().today()).days)
    form = LetterForm() if page.by_desk else OwnWordForm()

    def take() -> None:
        document = form.document.data or "" if isinstance(form, LetterForm) else ""
        reason = form.reason.data or ""
        actions_notice.withdraw_from(
            page.pact, page.actor, form.seen, day_of(form), reason, document
        )

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/withdrawal-recall", methods=BOTH)
def take_back_notice(number: str) -> ResponseReturnValue:
    """Take a running notice back."""
    page = open_step("take_back_notice", number)
    form = WordForm() if page.by_desk else OwnWordForm()

    def take() -> None:
        reason = form.reason.data or ""
        actions_notice.take_back(page.pact, page.actor, form.seen, day_of(form), reason)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/breach-answer", methods=BOTH)
def answer_breach(number: str) -> ResponseReturnValue:
    """Answer an announced breach."""
    page = open_step("answer_breach", number)
    page.shown["breach"] = breach_of(history(PACT.name, page.pact.id))
    form = LetterAnswerForm() if page.by_desk else AnswerForm()

    def take() -> None:
        text = form.text.data or ""
        actions_end.answer_breach(page.pact, page.actor, form.seen, day_of(form), text)

    return page.answer(form, take, TEMPLATE)
