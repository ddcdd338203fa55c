"""Loans: the desk's list, the loan itself, one's own. Art. 22, 10(2)."""

from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.people.current import signed_in
from pactregistry.people.officers import officer
from pactregistry.supports.loans import actions, reading
from pactregistry.supports.loans.access import loan_here
from pactregistry.supports.loans.blueprint import loans
from pactregistry.supports.loans.forms import CounterLoanForm, counter_loan_form
from pactregistry.supports.loans.reading import Shelf
from pactregistry.supports.loans.stock import Period, free_today
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import LOAN
from pactregistry.workflow.states import LoanState, Role

UNPROCESSABLE, CONFLICT = 422, 409


@loans.get("/desk/loans/")
def listed() -> str:
    """The loans of the desk: overdue, to hand over, out, ended."""
    wanted = request.args.get("shelf", "")
    known = next((shelf for shelf in Shelf if shelf == wanted), None)
    shelf = known or reading.first_filled_shelf()
    page = reading.on_shelf(shelf, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template("loans/list.html", page=page, shelf=shelf, shelves=Shelf)


@loans.get("/loans/<number>")
def show(number: str) -> str:
    """One loan, for its borrower and the desk."""
    loan, roles = loan_here(number)
    rows = {row.step: row for role in roles for row in LOAN.open_to(LoanState(loan.state), role)}
    return render_template(
        "loans/show.html",
        loan=loan,
        roles=roles,
        borrower=reading.borrower(loan),
        steps=list(rows),
        entries=history(LOAN.name, loan.id),
        late=loan.late_days(settings().today()),
    )


@loans.get("/me/loans")
def mine() -> str:
    """What one has borrowed, with the day on which it comes back."""
    return render_template("loans/mine.html", loans=reading.loans_of(signed_in().id))


@loans.route("/desk/loans/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """A loan agreed at the counter, for no activity and no pact."""
    offered = reading.stock(offered_only=True)
    free = free_today(offered)
    form = counter_loan_form(
        (t.id, _("%(thing)s (%(free)s free today)", thing=t.name, free=free[t.id])) for t in offered
    )
    if not form.is_submitted():
        form.since.data = settings().today()
        return render_template("loans/new.html", form=form)
    if not form.validate() or not _fits(form):
        return render_template("loans/new.html", form=form), UNPROCESSABLE
    borrower = actions.Borrower(
        name=form.borrower_name.data.strip(), contact=form.borrower_contact.data.strip()
    )
    try:
        loan = actions.lend(
            borrower,
            officer((Role.DESK,)),
            form.wanted(),
            Period(form.since.data, form.until.data),
            actions.Purpose(text=form.purpose.data.strip()),
        )
    except Unlawful as refusal:
        return render_template("loans/new.html", form=form, against=refusal.obstacles), CONFLICT
    flash(_("The loan is agreed: the things are kept."), "success")
    return redirect(url_for("loans.show", number=loan.number))


def _fits(form: CounterLoanForm) -> bool:
    since: date = form.since.data
    if form.until.data < since:
        form.until.errors = [_("The end lies before the beginning.")]
    if not form.wanted():
        form.purpose.errors = [_("Enter a number for one of the things below.")]
    return not (form.until.errors or form.purpose.errors)
