"""The steps of a loan, each on a page of its own. Art. 22(2)-(4)."""

from flask import url_for
from flask.typing import ResponseReturnValue

from pactregistry.people.forms_day import ExplainForm, SeenForm
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage, day_of
from pactregistry.supports.loans import actions
from pactregistry.supports.loans.access import actor_among, loan_here
from pactregistry.supports.loans.blueprint import loans
from pactregistry.supports.loans.forms import HandOverForm, OnwardForm, ProlongForm, return_form
from pactregistry.supports.loans.models import Loan
from pactregistry.workflow.engine import Machine
from pactregistry.workflow.facts import LoanFacts
from pactregistry.workflow.lifecycle import LOAN
from pactregistry.workflow.states import LoanState

BOTH = ["GET", "POST"]
ANSWERED = ANSWERED_BY_FORM | {"condition_stated"}


@loans.route("/loans/<number>/hand-over", methods=BOTH)
def hand_over(number: str) -> ResponseReturnValue:
    """Give the things out."""
    page, loan = _open("hand_over", number)
    form = HandOverForm()
    return page.answer(
        form,
        lambda: actions.hand_over(
            loan, page.actor, form.seen, day_of(form), form.condition.data or ""
        ),
    )


@loans.route("/loans/<number>/return", methods=BOTH)
def take_back(number: str) -> ResponseReturnValue:
    """Take the things in."""
    page, loan = _open("take_back", number)
    form = return_form((line.id, line.thing.name, line.quantity) for line in loan.lines)
    return page.answer(
        form,
        lambda: actions.take_back(
            loan, page.actor, form.seen, day_of(form), form.condition.data or "", form.counts()
        ),
    )


@loans.route("/loans/<number>/loss", methods=BOTH)
def declare_lost(number: str) -> ResponseReturnValue:
    """Record that nothing comes back."""
    page, loan = _open("declare_lost", number)
    form = ExplainForm()
    return page.answer(
        form,
        lambda: actions.declare_lost(
            loan, page.actor, form.seen, day_of(form), form.reason.data or ""
        ),
    )


@loans.route("/loans/<number>/prolongation", methods=BOTH)
def prolong(number: str) -> ResponseReturnValue:
    """Leave the things out for longer."""
    page, loan = _open("prolong", number)
    form = ProlongForm()
    form.after = loan.due_on
    return page.answer(form, lambda: actions.prolong(loan, page.actor, form.seen, form.until.data))


@loans.route("/loans/<number>/sub-loan", methods=BOTH)
def lend_on(number: str) -> ResponseReturnValue:
    """Say that things were lent on."""
    loan, _roles = loan_here(number)
    page, loan = _open("lend_on", number, LoanFacts(sub_loan_allowed=loan.sub_loan_allowed))
    form = OnwardForm()
    form.latest = loan.due_on
    return page.answer(
        form,
        lambda: actions.lend_on(
            loan,
            page.actor,
            form.seen,
            actions.Onward(form.to_name.data, form.what.data or "", form.until.data),
        ),
    )


@loans.route("/loans/<number>/calling-off", methods=BOTH)
def call_off(number: str) -> ResponseReturnValue:
    """Call off what was not fetched."""
    page, loan = _open("call_off", number)
    form = SeenForm()
    return page.answer(form, lambda: actions.call_off(loan, page.actor, form.seen))


def _open(
    step: str, number: str, facts: LoanFacts | None = None
) -> tuple[StepPage[LoanState, LoanFacts], Loan]:
    loan, roles = loan_here(number)
    machine: Machine[LoanState, LoanFacts] = LOAN
    page = StepPage(
        machine=machine,
        step=step,
        subject=loan,
        actor=actor_among(roles, machine.rows[step].by),
        facts=facts or LoanFacts(condition="…"),
        name=loan.number,
        back=url_for("loans.show", number=number),
        answered=ANSWERED,
    )
    return page, loan
