"""Examines the costs of a report and settles what is due on it. Art. 24(3)-(7)."""

from collections.abc import Mapping

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.journal import Stale
from pactregistry.pacts import letters
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.reports.models import Report
from pactregistry.reports.money.book import Reckoning, book_of, reckon
from pactregistry.reports.money.facts import examination_facts, settlement_facts, to_examine
from pactregistry.reports.money.models import Grant, GrantKind
from pactregistry.reports.reading.manuscript import rendition
from pactregistry.reports.reading.printing import printed
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.states_reports import CostVerdict


def examine_costs(
    report: Report, actor: Actor, seen: int, verdicts: Mapping[int, tuple[CostVerdict, str]]
) -> None:
    """Say of each cost that is asked back whether it is reimbursed, and why not. Art. 24(6)."""
    journal.expect(report, REPORT.name, seen)
    facts = examination_facts(report, actor, verdicts)
    step = REPORT.take("examine_costs", ReportState(report.state), actor.role, facts)
    for cost in to_examine(report):
        if cost.id in verdicts:
            cost.verdict, reason = verdicts[cost.id]
            cost.verdict_reason = reason.strip() if cost.verdict is CostVerdict.REJECTED else ""
    judged = [cost.verdict for cost in to_examine(report)]
    told = {str(verdict): judged.count(verdict) for verdict in CostVerdict}
    kept = {str(c.id): [str(c.verdict), c.verdict_reason] for c in to_examine(report)}
    journal.record(report, step, act(actor, today(), facts=told, private={"costs": kept}))
    db.session.commit()


def settle(report: Report, actor: Actor, seen: int) -> Grant:
    """Settle what is due on an accepted report; the sum is computed, and its file printed anew.

    What is due is reckoned before the printing, and again after it.

    Raises:
        Stale: the report, or the money of its pact, has moved on meanwhile.
    """
    journal.expect(report, REPORT.name, seen)
    step, found = _take(report, actor)
    made_at = settings().now().replace(microsecond=0)
    values = rendition(report, report.state, made_at, found.account.lines)
    with printed(report, seen, values) as (kept, digest):
        lock(report.pact)  # the account goes over the whole pact: one amount is granted at a time
        step, again = _take(report, actor)
        if again.account.lines != found.account.lines:
            raise Stale(REPORT.name, report, seen)
    report.public_content, report.public_sha256 = kept, digest
    grant = Grant(
        pact_id=report.pact_id,
        kind=GrantKind.SETTLEMENT,
        report_id=report.id,
        amount=again.account.balance,
        granted_on=settings().today(),
        account={**again.account.as_json(), "reports": [each.number for each in again.reports]},
    )
    db.session.add(grant)
    told = {"amount": str(grant.amount), "public_sha256": digest}
    journal.record(report, step, act(actor, today(), facts=told))
    to = [*letters.citizens_of(report.pact), *addressees.desk()]
    letters.write(to, "money_settled", report.pact, grant=grant, report=report)
    db.session.commit()
    return grant


def _take(report: Report, actor: Actor) -> tuple[Step, Reckoning]:
    book = book_of(report.pact)
    found = reckon(report, book)
    facts = settlement_facts(report, actor, book, found)
    return REPORT.take("settle", ReportState(report.state), actor.role, facts), found
