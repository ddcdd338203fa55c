"""Pages of money: what a pact had, an advance, a payment, costs examined, the balance. Art. 24."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts import doors
from pactregistry.pacts.life import speaking
from pactregistry.pacts.life.terms import pack_of as pack_of_pact
from pactregistry.pacts.supporting.granted import granted_to
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.step_page import ANSWERED_BY_FORM, day_of
from pactregistry.reports.blueprint import reports
from pactregistry.reports.labels import pack_of
from pactregistry.reports.money import actions, actions_report
from pactregistry.reports.money.advance_report import due
from pactregistry.reports.money.book import book_of, grant_in, open_grants, reckon
from pactregistry.reports.money.facts import (
    advance_facts,
    examination_facts,
    payment_facts,
    settlement_facts,
    to_examine,
)
from pactregistry.reports.money.forms import AdvanceForm, PaymentForm, examination_form
from pactregistry.reports.money.pages import answer_ready, money_of, to_read
from pactregistry.reports.money.wording import told
from pactregistry.reports.reading.steps import open_step
from pactregistry.workflow.lifecycle import PACT

BOTH = ["GET", "POST"]
BY_VERDICT = frozenset({"no_pay", "costs_listed", "rejections_explained"})


@reports.get("/pacts/<number>/money")
def money(number: str) -> str:
    """What the City grants and pays under a pact, what it raised and what it went to."""
    pact, seat = doors.pact_for_reader(number)
    shown = money_of(pact)
    support = granted_to(pact)
    if not (shown or support.raised or support.spent or support.matched):
        raise NoResultFound
    return render_template(
        "reports/money/show.html",
        pact=pact,
        seat=seat,
        shown=shown,
        support=support,
        pays=seat.role_among(PACT.rows["record_payment"].by) is not None,
        pack=pack_of_pact(pact),
    )


@reports.route("/pacts/<number>/advance", methods=BOTH)
def grant_advance(number: str) -> ResponseReturnValue:
    """Grant a share in advance."""
    page = speaking.open_step("grant_advance", number)
    book = book_of(page.pact)
    page = page.knowing(**advance_facts(book, page.actor))
    page.shown.update(book=book, report_due=due(page.pact, settings().today()))
    form = AdvanceForm()

    def take() -> None:
        wanted = actions.Advance(form.amount.data, form.act.data or "")
        actions.grant_advance(page.pact, page.actor, form.seen, day_of(form), wanted)

    return page.answer(form, take, "reports/money/advance.html")


@reports.get("/pacts/<number>/payments")
@reports.route("/pacts/<number>/payments/<int:grant_id>", methods=BOTH)
def record_payment(number: str, grant_id: int | None = None) -> ResponseReturnValue:
    """Record that an amount was paid; without its number the oldest that is open."""
    page = speaking.open_step("record_payment", number)
    if grant_id is None:
        first = next(iter(open_grants(page.pact)), None)
        if first is None:
            return redirect(url_for("reports.money", number=number))
        return redirect(url_for("reports.record_payment", number=number, grant_id=first.id))
    grant = grant_in(page.pact, grant_id)
    back = url_for("reports.money", number=number)
    page = page.knowing(back, **payment_facts(grant, page.actor))
    page.shown.update(grant=grant, report_due=due(page.pact, settings().today()))
    form = PaymentForm()

    def take() -> None:
        order = form.order.data or ""
        actions.record_payment(grant, page.actor, form.seen, day_of(form), order)

    return page.answer(form, take, "reports/money/payment.html")


@reports.route("/reports/<number>/costs/examination", methods=BOTH)
def examine_costs(number: str) -> ResponseReturnValue:
    """Say of each cost whether it is reimbursed."""
    page = open_step("examine_costs", number)
    facts = examination_facts(page.report, page.actor)
    page = page.knowing(facts, ANSWERED_BY_FORM | BY_VERDICT)
    costs = to_examine(page.report)
    form = examination_form({cost.id: answer_ready(page.report, cost) for cost in costs})
    page.shown.update(costs=to_read(page.report, costs))

    def take() -> None:
        actions_report.examine_costs(page.report, page.actor, form.seen, form.verdicts())

    return page.answer(form, take, "reports/money/examination.html")


@reports.route("/reports/<number>/settlement", methods=BOTH)
def settle(number: str) -> ResponseReturnValue:
    """Settle what is due on a report, after reading the account line by line."""
    page = open_step("settle", number)
    book = book_of(page.report.pact)
    found = reckon(page.report, book)
    page = page.knowing(settlement_facts(page.report, page.actor, book, found))
    page.shown.update(lines=told(found.account.lines, pack_of(page.report)), found=found)
    form = SeenForm()
    return page.answer(
        form,
        lambda: actions_report.settle(page.report, page.actor, form.seen),
        "reports/money/settlement.html",
    )
