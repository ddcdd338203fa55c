"""Reports, money, evaluation, oversight and the year in the demo city, each at its stage."""

from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.marker import Mark
from pactregistry.journal import history
from pactregistry.pacts.life.facts import successor_of
from pactregistry.pacts.models import Pact
from pactregistry.reports.charts.history import history_of
from pactregistry.reports.charts.queries import reports_of_similar, reports_over_time
from pactregistry.reports.charts.similar import compared
from pactregistry.reports.evaluating.models import Evaluation
from pactregistry.reports.models import Report
from pactregistry.reports.money.account import Key, kept_lines
from pactregistry.reports.money.models import Grant, GrantKind
from pactregistry.reports.oversight.models import Problem, Question
from pactregistry.reports.oversight.waiting import asked
from pactregistry.reports.queries import reports_of
from pactregistry.reports.scheduling.queries import overdue_figures
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.workflow.states_reports import CostVerdict, Outcome, ReportKind
from tests.demo.test_scenarios import pact_of

City = tuple[Flask, Mark]


def interim(title: str) -> list[Report]:
    found = reports_of(pact_of(title))
    return [report for report in found if report.kind is ReportKind.INTERIM]


@pytest.mark.article("5(2)h", "30(3)c")
def test_of_eight_half_years_three_are_missing(city: City) -> None:
    reports = interim("Sponda viva al Mulino")
    missing = [number for number, r in enumerate(reports, start=1) if r.state == "due"]
    assert (len(reports), missing) == (8, [3, 5, 7])
    assert {r.state for r in reports} == {"accepted", "due"}
    told = [r for r in reports if r.state == "accepted"]
    hours = [next(f.value for f in r.figures if f.code == "hours_volunteer") for r in told]
    assert hours == sorted(hours)
    assert all(r.photographs for r in told)
    overdue = overdue_figures()
    assert overdue.by_kind[ReportKind.INTERIM] == 3
    assert overdue.total == 3


@pytest.mark.article("30(3)b")
def test_its_figures_stand_beside_three_similar_pacts_and_two(city: City) -> None:
    pact = pact_of("Sponda viva al Mulino")
    similar = reports_of_similar(pact)
    found = {}
    for line in history_of(reports_over_time(pact), settings().today()).lines:
        beside = compared(line, similar)
        if beside is not None:
            found[line.code] = beside
    assert len(found["hours_volunteer"].others) == 3
    assert found["hours_volunteer"].median == Decimal(178)
    assert len(found["plants"].others) == 2
    assert found["plants"].median is None


@pytest.mark.article("30(1)", "30(4)", "30(6)", "34(1)")
def test_reports_stand_at_every_stage(city: City) -> None:
    short = interim("La siepe dei Tigli")[0]
    assert (short.short, short.state, len(short.photographs)) == (True, "accepted", 1)
    assert interim("Il cortile della Rondine dopo le lezioni")[0].state == "unexamined"
    waiting = interim("Via del Forno, bottega per bottega")[0]
    assert waiting.state == "submitted"
    assert waiting.examine_by is not None
    assert waiting.examine_by > settings().today()
    returned = interim("Panchine e bacheca del Ponte")[0]
    steps = [entry.step for entry in history("report", returned.id)]
    assert steps == ["schedule", "draft", "submit", "return"]
    assert returned.remarks
    assert "riverniciato" in returned.parts["actions"]
    assert returned.parts["results"] == "Bene."


@pytest.mark.article("24(3)", "24(4)", "24(5)", "24(7)")
def test_scenario_6_is_settled_to_the_cent(city: City) -> None:
    pact = pact_of("Officina dei ragazzi")
    advance, final = db.session.scalars(
        select(Grant).where(Grant.pact_id == pact.id).order_by(Grant.id)
    ).all()
    assert (advance.kind, advance.amount) == (GrantKind.ADVANCE, Decimal(1000))
    assert (final.kind, final.amount) == (GrantKind.SETTLEMENT, Decimal(2200))
    assert advance.paid_on is not None
    assert final.paid_on is not None
    assert advance.accounted_in is not None
    assert advance.accounted_in.state == "accepted"
    sums = {line.key: line.amount for line in kept_lines(final.account) if line.is_sum}
    assert sums == {
        Key.REIMBURSABLE: Decimal(3400),
        Key.PAYABLE: Decimal(3200),
        Key.BALANCE: Decimal(2200),
    }
    assert final.report is not None
    pay = next(cost for cost in final.report.costs if cost.own_work)
    assert pay.verdict is CostVerdict.REJECTED
    assert pay.verdict_reason
    assert all(cost.receipt for cost in final.report.costs if not cost.own_work)


@pytest.mark.article("24(5)")
def test_an_advance_is_granted_and_not_paid_yet(city: City) -> None:
    pact = pact_of("Via del Forno, bottega per bottega")
    grant = db.session.scalars(select(Grant).where(Grant.pact_id == pact.id)).one()
    assert grant.is_open
    assert grant.amount == Decimal(400)


@pytest.mark.article("30(8)")
def test_one_pact_is_confirmed_and_renewed_another_is_to_change(city: City) -> None:
    found = db.session.scalars(select(Evaluation).order_by(Evaluation.id)).all()
    assert {e.pact.title: e.outcome for e in found} == {
        "Sponda viva al Mulino": Outcome.CONFIRM,
        "Officina dei ragazzi": Outcome.MODIFY,
    }
    assert all(e.externalities and e.taking_part for e in found)
    renewal = successor_of(pact_of("Sponda viva al Mulino"))
    assert renewal is not None
    assert renewal.state == "forming"
    before = pact_of("Sponda viva al Mulino").versions[0].conditions["reporting"]
    assert renewal.versions[0].conditions["reporting"] == before


@pytest.mark.article("3(1)b", "10(2)")
def test_the_public_asks_and_reports(city: City) -> None:
    questions = db.session.scalars(select(Question).order_by(Question.id)).all()
    assert [question.state for question in questions] == ["asked", "answered"]
    assert [asked(question).late > 0 for question in questions] == [True, False]
    problems = db.session.scalars(select(Problem.state).order_by(Problem.id)).all()
    assert problems == ["solved", "reported"]
    assert not settings().city.oversight.ratings


@pytest.mark.article("35(2)")
def test_the_report_on_last_year_is_published_in_three_languages(city: City) -> None:
    app, _ = city
    published, draft = db.session.scalars(
        select(YearlyReport).order_by(YearlyReport.year.desc())
    ).all()
    assert (published.state, draft.state) == ("published", "draft")
    assert set(published.sha256) == {"it", "en", "es"}
    browser = app.test_client()
    for code in published.sha256:
        assert browser.get(f"/figures/{published.year}/{code}.pdf").data.startswith(b"%PDF")
    assert browser.get(f"/figures/{draft.year}").status_code == 404


def test_the_money_of_the_workshop_is_public_line_by_line(city: City) -> None:
    app, _ = city
    number = db.session.scalars(
        select(Pact.number).where(Pact.title == "Officina dei ragazzi")
    ).one()
    page = app.test_client().get(f"/pacts/{number}/money", headers={"Accept-Language": "it"}).text
    for told in ("4.000,00", "1.600,00", "3.200,00", "2.200,00"):
        assert told in page, told
