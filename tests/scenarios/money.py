"""What both sides do about money again and again, each through the pages. Art. 24, 30."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from pactregistry import scheduler
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.reports.models import Report
from pactregistry.workflow.states_reports import ReportKind
from tests.scenarios.valfiorita import Valfiorita, paper

BLOCKS = ("objectives", "actions", "results", "resources")
OWN_WORK = "own work"
FEES = "fees"


def account_on(page: str) -> list[tuple[str, str]]:
    """The account that a page shows, line by line: what, how much."""
    table = page.split('id="account-told"')[1].split("</table>")[0]
    rows = re.findall(r"<tr[^>]*><th scope=\"row\"[^>]*>(.*?)</th><td[^>]*>(.*?)</td></tr>", table)
    return [(_bare(what), _bare(amount)) for what, amount in rows]


def _bare(marked: str) -> str:
    return unescape(re.sub(r"<small.*?</small>|<[^>]+>", "", marked)).strip()


@dataclass
class Purse:
    """The pact of a proposal, its reports and its money."""

    city: Valfiorita
    proposal: str

    @property
    def number(self) -> str:
        """The number of the pact."""
        return self.city.pact(self.proposal).number

    def go(self, day: date) -> None:
        """Let it be a day, and let all clocks of the city do what is due."""
        self.city.clock.go(day)
        db.session.commit()
        scheduler.sweep()

    def public(self, page: str) -> str:
        """What a passer-by reads."""
        answer = self.city.browser().get(page)
        assert answer.status_code == 200, page
        return answer.text

    def report(self, kind: ReportKind) -> Report:
        """The only report of a kind, as it stands now."""
        db.session.expire_all()
        return db.session.scalars(select(Report).where(Report.kind == kind)).one()

    def on_pact(self, who: Account, page: str, **typed: Any) -> TestResponse:
        """The form of a step on the pact, opened today."""
        form = {"version": self.city.pact(self.proposal).version, **typed}
        form.setdefault("occurred_on", self.city.settings.today())
        return self.city.enter(who).post(f"/pacts/{self.number}/{page}", data=form)

    def on_report(self, who: Account, kind: ReportKind, page: str, **typed: Any) -> TestResponse:
        """The form of an office's step on a report, opened today."""
        report = self.report(kind)
        form = {"version": report.version, "occurred_on": self.city.settings.today(), **typed}
        return self.city.enter(who).post(f"/reports/{report.number}/{page}", data=form)

    def write(self, kind: ReportKind, *costs: tuple[str, str]) -> None:
        """The citizens write a report in all its parts, with costs and their receipts."""
        browser, report = self.city.enter(self.city.resident), self.report(kind)
        address, period = f"/reports/{report.number}/write", report.period_from
        for block in BLOCKS:
            form = {"revision": 0, block: f"What is to be said of {block}."}
            assert browser.post(f"{address}/text/{block}", data=form).status_code == 302
        for name, amount in costs:
            self._add_cost(browser, address, period, name, amount)
        sent = {"version": self.report(kind).version}
        answer = browser.post(f"{address}/sending", data=sent)
        assert answer.status_code == 302, answer.text

    def examine(self, kind: ReportKind, *, all_admitted: bool = False) -> TestResponse:
        """The desk admits each cost but the citizens' own work, or that one too."""
        verdicts: dict[str, str] = {}
        for cost in self.report(kind).costs:
            rejected = cost.own_work and not all_admitted
            verdicts[f"verdict_{cost.id}"] = "rejected" if rejected else "admitted"
            verdicts[f"reason_{cost.id}"] = "Their own work is not paid." if rejected else ""
        return self.on_report(self.city.desk, kind, "costs/examination", **verdicts)

    def accept(self, kind: ReportKind) -> None:
        """The desk accepts a report: it is public."""
        answer = self.on_report(self.city.desk, kind, "acceptance")
        assert answer.status_code == 302, answer.text

    def settle(self, kind: ReportKind) -> TestResponse:
        """The managing officer settles."""
        return self.on_report(self.city.manager, kind, "settlement")

    def settlement(self, kind: ReportKind) -> list[tuple[str, str]]:
        """The account as the managing officer reads it before settling."""
        browser = self.city.enter(self.city.manager)
        return account_on(browser.get(f"/reports/{self.report(kind).number}/settlement").text)

    def pay_next(self, order: str) -> TestResponse:
        """The desk follows the way to the payment that is open, and records it."""
        browser = self.city.enter(self.city.desk)
        way = browser.get(f"/pacts/{self.number}/payments").location
        page = way.removeprefix(f"/pacts/{self.number}/")
        return self.on_pact(self.city.desk, page, order=order)

    def _add_cost(
        self, browser: FlaskClient, address: str, day: date, name: str, amount: str
    ) -> None:
        form: dict[str, Any] = {
            "description": f"what went to {name}",
            "amount": amount,
            "spent_on": day,
            "category": "services" if name == OWN_WORK else name,
            "fee_purpose": "design" if name == FEES else "",
            "paid_by": "asked_back",
            "receipt": paper(f"receipt of {name} {amount}"),
        }
        form |= {"own_work": "y"} if name == OWN_WORK else {}
        answer = browser.post(f"{address}/costs/new", data=form)
        assert answer.status_code == 302, answer.text
