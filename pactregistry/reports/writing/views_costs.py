"""Costs of a report: one at a time, each with its receipt. Art. 24(3)-(7), 30(4)d."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.documents.views import send
from pactregistry.languages import in_language
from pactregistry.people.acting import Actor
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.reports.access import report_here
from pactregistry.reports.blueprint import reports
from pactregistry.reports.facts import FEES
from pactregistry.reports.labels import OTHER, category_label, pack_of, purpose_label
from pactregistry.reports.models import Cost, PaidBy, Report
from pactregistry.reports.queries import ceiling_of, cost_in, money_agreed
from pactregistry.reports.writing import actions_costs as actions
from pactregistry.reports.writing import pages
from pactregistry.reports.writing.actions import Overtaken
from pactregistry.reports.writing.actions_costs import Spent
from pactregistry.reports.writing.costs import notes_on, over_ceiling, totals
from pactregistry.reports.writing.forms import CostForm
from pactregistry.reports.writing.pieces import COSTS, revision_of
from pactregistry.reports.writing.views_photographs import FLOOD
from pactregistry.workflow.words import PAID_BY

BOTH = ["GET", "POST"]
COLUMNS = (
    "description",
    "amount",
    "spent_on",
    "category",
    "fee_purpose",
    "paid_by",
    "own_work",
)


@reports.get("/reports/<number>/write/costs")
def write_costs(number: str) -> ResponseReturnValue:
    """The costs that are there, each with what to know of it."""
    report, actor = pages.open_report(number)
    pack = pack_of(report)
    return pages.piece_page(
        "costs",
        report,
        actor,
        COSTS,
        notes={cost.id: notes_on(report, cost) for cost in report.costs},
        kinds={cost.id: _kind(cost, pack) for cost in report.costs},
        sums={kind: total for kind, total in totals(report).items() if total},
        over=over_ceiling(report),
        ceiling=ceiling_of(report.pact),
    )


@reports.route("/reports/<number>/write/costs/new", methods=BOTH)
def add_cost(number: str) -> ResponseReturnValue:
    """A cost to add."""
    report, actor = pages.open_report(number)
    form = _offered(CostForm(), report)
    if not form.is_submitted():
        form.paid_by.data = next(iter(form.paid_by.choices)).value
        return _page(report, actor, form)
    spent = _typed(form)
    if spent is None:
        return _page(report, actor, form)
    try:
        actions.add(report, actor, spent)
    except UploadFlood:
        return _flooded(report, actor, form)
    return _saved(report)


@reports.route("/reports/<number>/write/costs/<int:cost_id>", methods=BOTH)
def write_cost(number: str, cost_id: int) -> ResponseReturnValue:
    """One cost, to be mended."""
    report, actor = pages.open_report(number)
    cost = next((each for each in report.costs if each.id == cost_id), None)
    if cost is None:
        return _gone(report, actor)
    form = _offered(CostForm(data={name: getattr(cost, name) for name in COLUMNS}), report)
    piece = (actions.piece_of(cost),)
    if not form.is_submitted():
        form.open_on(revision_of(report, piece))
        return _page(report, actor, form, cost=cost)
    spent = _typed(form)
    if spent is None:
        return _page(report, actor, form, cost=cost)
    try:
        actions.change(report, cost, actor, form.seen, spent)
    except Overtaken:
        moved = pages.differences(form, {name: getattr(cost, name) for name in COLUMNS})
        form.open_on(revision_of(report, piece))
        return _page(report, actor, form, cost=cost, moved=moved)
    except UploadFlood:
        return _flooded(report, actor, form, cost=cost)
    return _saved(report)


@reports.post("/reports/<number>/write/costs/<int:cost_id>/removal")
def remove_cost(number: str, cost_id: int) -> ResponseReturnValue:
    """Take a cost out, with its receipt."""
    report, actor = pages.open_report(number)
    actions.remove(report, cost_in(report, cost_id), actor)
    flash(_("The cost is out of the report."), "success")
    return redirect(url_for("reports.write_costs", number=number))


@reports.get("/reports/<number>/receipts/<int:cost_id>")
def receipt(number: str, cost_id: int) -> ResponseReturnValue:
    """A receipt: for the two sides of the pact only."""
    report, _seat = report_here(number)
    kept = cost_in(report, cost_id).receipt
    if kept is None:
        raise NoResultFound
    return send(kept)


def _offered(form: CostForm, report: Report) -> CostForm:
    pack = pack_of(report)
    form.latest = settings().today()
    form.category.choices = [
        SelectChoice("", _("Choose")),
        *(SelectChoice(c.key, in_language(c.label)) for c in pack.expense_categories),
        SelectChoice(OTHER, _("something else, which is not reimbursed")),
    ]
    form.fee_purpose.choices = [
        SelectChoice("", _("for none of these")),
        *(SelectChoice(c.key, in_language(c.label)) for c in pack.fee_purposes),
    ]
    kinds = [kind for kind in PaidBy if kind is not PaidBy.ASKED_BACK or money_agreed(report.pact)]
    form.paid_by.choices = [SelectChoice(kind.value, _(PAID_BY[kind])) for kind in kinds]
    return form


def _typed(form: CostForm) -> Spent | None:
    good = form.validate()
    if not good and pages.sent_along(form.receipt):
        form.receipt.errors = [_("Choose the file again: a browser does not keep it.")]
    paper = pages.one_file(form.receipt) if good else None
    if form.errors:
        return None
    category = form.category.data
    return Spent(
        category=category,
        fee_purpose=form.fee_purpose.data or "" if category == FEES else "",
        description=pages.lines(form.description.data),
        amount=form.amount.data,
        spent_on=form.spent_on.data,
        paid_by=PaidBy(form.paid_by.data),
        own_work=form.own_work.data,
        receipt=paper,
    )


def _page(report: Report, actor: Actor, form: CostForm, **more: Any) -> ResponseReturnValue:
    asked = money_agreed(report.pact)
    return pages.piece_page("cost", report, actor, COSTS, form=form, money=asked, **more)


def _gone(report: Report, actor: Actor) -> ResponseReturnValue:
    """Somebody else removed the cost: what was typed of it is offered as a new one."""
    form = _offered(CostForm(), report)
    if not form.is_submitted():
        raise NoResultFound
    page, _status = pages.piece_page("cost", report, actor, COSTS, form=form, gone=True)
    return page, HTTPStatus.CONFLICT


def _flooded(report: Report, actor: Actor, form: CostForm, **more: Any) -> ResponseReturnValue:
    form.receipt.errors = [str(FLOOD)]
    return _page(report, actor, form, **more)


def _saved(report: Report) -> ResponseReturnValue:
    flash(_("Saved. Below is what to know of your costs."), "success")
    return redirect(url_for("reports.write_costs", number=report.number))


def _kind(cost: Cost, pack: Any) -> str:
    kind = category_label(cost.category, pack)
    purpose = purpose_label(cost, pack)
    return f"{kind}: {purpose}" if purpose else kind
