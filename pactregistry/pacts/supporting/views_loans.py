"""The loans of a pact: agreed by the desk, seen by its people. Art. 22."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.models import Pact
from pactregistry.pacts.supporting import actions_granted as actions
from pactregistry.people.current import signed_in
from pactregistry.supports.loans import reading
from pactregistry.supports.loans.access import roles_on
from pactregistry.supports.loans.actions import Borrower
from pactregistry.supports.loans.forms import counter_loan_form
from pactregistry.supports.loans.stock import Period, free_today
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import LOAN
from pactregistry.workflow.states import Role


@pacts.get("/pacts/<number>/loans")
def loans(number: str) -> str:
    """What is lent for a pact, with the day on which it comes back, for its people."""
    pact, seat = doors.pact_at_table(number)
    found = reading.loans_for(pact_id=pact.id)
    own = {loan.id for loan in found if roles_on(loan, signed_in())}
    return render_template(
        "pacts/supporting/loans.html", pact=pact, seat=seat, loans=found, own=own
    )


@pacts.route("/desk/pacts/<number>/loans/new", methods=["GET", "POST"])
def lend(number: str) -> ResponseReturnValue:
    """Agree on a loan for a pact: it comes back on the pact's last day or earlier."""
    pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, (Role.DESK,))
    form = _loan_form(pact)
    if not form.is_submitted():
        form.since.data = settings().today()
        form.until.data = pact.ends_on
        return _page(pact, form)
    if not form.validate() or not _fits(form):
        return _page(pact, form), HTTPStatus.UNPROCESSABLE_ENTITY
    period = Period(form.since.data, form.until.data)
    try:
        loan = actions.lend(pact, actor, form.wanted(), period, _borrower(pact, form))
    except Unlawful as refusal:
        return _page(pact, form, refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("The loan is agreed: the things are kept."), "success")
    return redirect(url_for("loans.show", number=loan.number))


def _loan_form(pact: Pact) -> Any:
    offered = reading.stock(offered_only=True)
    free = free_today(offered)
    form = counter_loan_form(
        (t.id, _("%(thing)s (%(free)s free today)", thing=t.name, free=free[t.id])) for t in offered
    )
    del form.purpose
    if pact.origin is not None:  # its citizens' side borrows; without one somebody is named
        del form.borrower_name
        del form.borrower_contact
    return form


def _borrower(pact: Pact, form: Any) -> Borrower:
    if pact.origin is None:
        return Borrower(
            name=form.borrower_name.data.strip(), contact=form.borrower_contact.data.strip()
        )
    if pact.origin.group_id is not None:
        return Borrower(group_id=pact.origin.group_id)
    if pact.origin.author_id is not None:
        return Borrower(account_id=pact.origin.author_id)
    return Borrower(name=pact.origin.author_name, contact=pact.origin.author_contact)


def _fits(form: Any) -> bool:
    if form.until.data < form.since.data:
        form.until.errors = [_("The end lies before the beginning.")]
    if not form.wanted():
        form.since.errors = [_("Enter a number for one of the things below.")]
    return not (form.until.errors or form.since.errors)


def _page(pact: Pact, form: Any, against: tuple[object, ...] = ()) -> str:
    row = LOAN.rows["agree"]
    return render_template(
        "pacts/supporting/lend.html", pact=pact, form=form, against=against, row=row
    )
