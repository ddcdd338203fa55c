"""What is counted, in which year it counts, and that page, table and data say the same."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import record
from pactregistry.pacts.models import Pact
from pactregistry.pacts.supporting.models import RaisedFunds
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.reports.evaluating.models import Evaluation
from pactregistry.reports.money.models import Grant, GrantKind
from pactregistry.reports.oversight.models import About, Question
from pactregistry.workflow.states import ReportState, Role, Verdict
from pactregistry.workflow.states_reports import Outcome, QuestionState, ReportKind
from tests.civicnetwork.made import act, lawful
from tests.conftest import SetClock
from tests.reports.figures.counted import collected, end, received, report, row, table

Propose = Callable[..., Proposal]
Sign = Callable[..., Pact]


def test_an_empty_city_says_so_kindly(client: FlaskClient, clock: SetClock) -> None:
    page = client.get("/figures").text
    assert "Nothing to count yet" in page
    assert client.get("/figures.csv").status_code == 200
    tables = client.get("/figures.json").json["tables"]
    values = [v for t in tables for r in t["rows"] for v in r["values"] if v is not None]
    assert set(map(Decimal, values)) == {Decimal(0)}


@pytest.mark.article("35(2)")
def test_an_act_counts_in_the_year_of_its_day(make_proposal: Propose, clock: SetClock) -> None:
    old = received(make_proposal("Old"), date(2025, 12, 31))
    received(make_proposal("New"), date(2026, 1, 1))
    clock.go(date(2026, 5, 1))
    end(old, "refuse", "refused", date(2026, 1, 1), reason="No water there", by=Role.MANAGER)
    assert row("over_time", "2026-01", year=2026) == [1, 1, 0]
    assert row("over_time", "2025-12", year=2025) == [1, 0, 0]
    assert row("over_time", "2025") == [1, 0, 0]
    assert row("over_time", "2026") == [1, 1, 0]
    assert row("proposal_ends", "refused", year=2025) == [0]
    assert row("proposal_ends", "refused", year=2026) == [1]


def test_states_are_those_of_the_years_last_day(make_proposal: Propose, clock: SetClock) -> None:
    clock.go(date(2025, 11, 3))
    proposal = make_proposal("Kept over the year")
    clock.go(date(2026, 2, 1))
    end(proposal, "accept", "accepted", date(2026, 1, 10))
    assert row("proposal_states", "inquiry", year=2025) == [1]
    assert row("proposal_states", "accepted", year=2025) == [0]
    assert row("proposal_states", "accepted", year=2026) == [1]


@pytest.mark.article("11(8)")
def test_a_refusal_is_told_with_whether_it_has_reasons(
    make_proposal: Propose, clock: SetClock
) -> None:
    end(make_proposal(), "refuse", "refused", date(2026, 3, 2), reason="Too narrow")
    end(make_proposal(), "refuse", "refused", date(2026, 3, 2))
    assert row("negative", "refused") == [1, 1]


@pytest.mark.article("11(4)")
def test_the_median_is_the_one_in_the_middle(make_proposal: Propose, clock: SetClock) -> None:
    clock.go(date(2026, 7, 1))
    for days in (10, 30, 31):
        proposal = received(make_proposal(), date(2026, 4, 1))
        end(proposal, "accept", "accepted", date.fromordinal(date(2026, 4, 1).toordinal() + days))
    assert row("days_median", "acceptance") == [30, 10, 31]
    proposal = received(make_proposal(), date(2026, 4, 1))
    end(proposal, "accept", "accepted", date(2026, 5, 3))
    assert row("days_median", "acceptance") == [Decimal("30.5"), 10, 32]
    assert row("days_spans", "0-30") == [2, 0]
    assert row("days_spans", "31-60") == [2, 0]
    assert row("days_median", "signature") == [None, None, None]


@pytest.mark.article("11(4)")
def test_an_answer_is_late_from_the_day_after_the_announced_one(
    make_proposal: Propose, clock: SetClock
) -> None:
    first, second, third = (received(make_proposal(), date(2026, 3, 2), days=30) for _n in range(3))
    clock.go(date(2026, 4, 2))
    end(first, "accept", "accepted", date(2026, 4, 1))
    end(second, "accept", "accepted", date(2026, 4, 2))
    assert third.state == "inquiry"
    assert row("in_time", "inquiries") == [1, 1, 1]


@pytest.mark.article("11(4)")
def test_what_was_awaited_on_the_last_day_of_a_year_was_overdue_then(
    make_proposal: Propose, clock: SetClock
) -> None:
    clock.go(date(2025, 10, 1))
    proposal = received(make_proposal(), date(2025, 10, 1), days=30)
    clock.go(date(2026, 2, 2))
    end(proposal, "accept", "accepted", date(2026, 2, 2))
    assert row("in_time", "inquiries", year=2025) == [0, 0, 1]
    assert row("in_time", "inquiries", year=2026) == [0, 1, 0]


@pytest.mark.article("11(6)")
def test_opinions_late_and_not_given(make_proposal: Propose, clock: SetClock) -> None:
    proposal = make_proposal()
    for given in (date(2026, 3, 12), date(2026, 3, 13), None):
        db.session.add(
            Opinion(
                proposal_id=proposal.id,
                office="green",
                asked_on=date(2026, 3, 2),
                term_days=10,
                given_on=given,
                verdict=Verdict.FAVOURABLE if given else None,
            )
        )
    clock.go(date(2026, 3, 20))
    assert row("in_time", "opinions") == [1, 1, 1]
    clock.go(date(2027, 1, 4))
    assert row("in_time", "opinions", year=2027) == [0, 0, 1]
    end(proposal, "accept", "accepted", date(2027, 1, 4))
    assert row("in_time", "opinions") == [1, 1, 0]  # an ended file awaits none


def test_only_public_files_count(make_pact: Sign, make_proposal: Propose) -> None:
    proposal, pact = make_proposal(), make_pact()
    assert row("pacts_by_district", "centro") == [1, 1]
    record(proposal, lawful("proposal", "withhold", "inquiry", "inquiry", Role.DESK), act("x"))
    record(pact, lawful("pact", "withhold", "signed", "signed", Role.DESK), act("x"))
    db.session.commit()
    assert row("pacts_by_district", "centro") == [0, 0]
    assert row("proposal_states", "inquiry") == [1]  # the pact's own proposal is still public


def test_files_of_older_registers_count_apart(make_pact: Sign, make_proposal: Propose) -> None:
    make_proposal("Older", imported_from="palermo")
    make_pact("Older too", imported_from="legacy")
    assert row("proposal_states", "inquiry") == [1]  # of the second pact's proposal
    assert row("pact_states", "signed") == [0]
    assert table("imported").values == ((1,), (1,), (1,))
    assert table("imported", year=2025).values == ((0,), (0,), (0,))


@pytest.mark.article("30(3)")
def test_figures_of_several_periods_go_together_by_their_own_rule(
    make_pact: Sign, clock: SetClock
) -> None:
    clock.go(date(2027, 6, 1))
    pact = make_pact()
    report(pact, date(2026, 1, 1), date(2026, 6, 30), people_active="10", hours_volunteer="100.5")
    report(pact, date(2026, 7, 1), date(2026, 12, 31), people_active="7", hours_volunteer="50")
    report(pact, date(2026, 7, 1), date(2026, 12, 30), ReportKind.ADVANCE, hours_volunteer="50")
    unread = ReportState.SUBMITTED
    report(pact, date(2027, 1, 1), date(2027, 3, 31), state=unread, hours_volunteer="999")
    assert row("people", "people_active") == [7]
    assert row("hours", "hours_volunteer") == [Decimal("150.5")]
    report(pact, date(2026, 1, 1), date(2027, 5, 31), ReportKind.FINAL, hours_volunteer="180.5")
    assert row("hours", "hours_volunteer") == [Decimal("180.5")]
    assert row("hours", "hours_volunteer", year=2026) == [Decimal("150.5")]
    assert row("hours", "hours_volunteer", year=2027) == [30]
    assert row("people", "people_active", year=2027) == [0]


@pytest.mark.article("24(4)", "25(1)")
def test_resources_of_both_sides_to_the_cent(make_pact: Sign, clock: SetClock) -> None:
    pact = make_pact()
    clock.go(date(2026, 12, 31))
    paid = date(2026, 6, 1)
    for amount, on in (("1000.10", paid), ("0.25", paid), ("500", None)):
        db.session.add(
            Grant(
                pact_id=pact.id,
                kind=GrantKind.ADVANCE,
                amount=Decimal(amount),
                granted_on=paid,
                paid_on=on,
            )
        )
    db.session.add(
        RaisedFunds(pact_id=pact.id, held_on=paid, occasion="Fair", amount=Decimal("33.33"))
    )
    db.session.commit()
    report(pact, date(2026, 1, 1), date(2026, 6, 30), city_inkind="12.50", own_money="0.01")
    found = table("resources", year=2026)
    told = {name: str(values[0]) for name, values in zip(found.rows, found.values, strict=True)}
    assert told == {
        "city_paid": "1000.35",
        "city_inkind": "12.50",
        "own_money": "0.01",
        "raised": "33.33",
        "donated": "0.00",
    }


@pytest.mark.article("30(3)", "30(8)")
def test_reports_evaluations_and_questions(make_pact: Sign, clock: SetClock) -> None:
    pact = make_pact()
    here = settings()
    clock.go(date(2026, 7, 1))
    report(pact, date(2026, 3, 1), date(2026, 6, 30), state=ReportState.DUE)
    report(pact, date(2026, 3, 1), date(2026, 6, 29))
    db.session.add(
        Evaluation(
            pact_id=pact.id,
            outcome=Outcome.MODIFY,
            occurred_on=date(2026, 6, 30),
            recorded_at=here.now(),
            reasons="More shade",
        )
    )
    for due, answered in (
        (date(2026, 6, 10), date(2026, 6, 10)),
        (date(2026, 6, 10), date(2026, 6, 11)),
        (date(2026, 7, 1), None),
        (date(2026, 6, 30), None),
    ):
        db.session.add(
            Question(
                pack_id=pact.pack_id,
                pack_version=pact.pack_version,
                pact_id=pact.id,
                about=About.PACT,
                text="?",
                asked_on=date(2026, 6, 1),
                asked_at=here.now(),
                answer_by=due,
                answered_on=answered,
                state=QuestionState.ANSWERED if answered else QuestionState.ASKED,
            )
        )
    db.session.commit()
    assert row("reports", "overdue") == [1]
    assert row("reports", "accepted") == [1]
    assert row("evaluations", "modify") == [1]
    assert [value for (value,) in table("questions").values] == [1, 1, 1, 1]


def test_the_page_begins_with_a_few_figures(
    client: FlaskClient, make_pact: Sign, make_proposal: Propose, clock: SetClock
) -> None:
    clock.go(date(2026, 8, 1))
    end(received(make_proposal(), date(2026, 7, 1)), "accept", "accepted", date(2026, 7, 11))
    report(make_pact(), date(2026, 1, 1), date(2026, 6, 30), hours_volunteer="1234.5")
    told = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", client.get("/figures").text)
    assert told[2] == ("days to acceptance, in the middle", "10")
    assert {("proposals accepted", "1"), ("hours of volunteers", "1,234.5")} <= {*told}
    assert ("euro paid by the City", "0.00") in told


def test_kinds_of_pact_are_told_where_there_are_some(make_pact: Sign) -> None:
    pact = make_pact()
    assert "pacts_by_kind" not in [each.key for each in collected().tables]
    pact.pact_kind = "b"
    db.session.commit()
    assert row("pacts_by_kind", "b") == [1, 1]


def test_filters_narrow_and_unknown_ones_are_not_there(
    client: FlaskClient, make_pact: Sign
) -> None:
    make_pact("Here")
    other = next(key for key in settings().city.districts if key != "centro")
    make_pact("There", district=other, commons_kind="BUILDING")
    assert row("pact_states", "signed") == [2]
    assert row("pact_states", "signed", district="centro") == [1]
    page = client.get(f"/figures?year=2026&district={other}&kind=building")
    assert page.status_code == 200
    assert 'href="/figures.csv?year=2026&amp;district' in page.text
    for wrong in ("year=1999", "year=two", "district=nowhere", "kind=castle"):
        assert client.get(f"/figures?{wrong}").status_code == 404


def test_page_table_and_data_have_the_same_numbers(
    client: FlaskClient, make_pact: Sign, clock: SetClock
) -> None:
    clock.go(date(2026, 8, 1))
    pact = make_pact()
    report(pact, date(2026, 1, 1), date(2026, 6, 30), hours_volunteer="1234.5", waste_kg="17")
    page = client.get("/figures?year=2026").text
    data = client.get("/figures.json?year=2026").json
    lines = list(csv.DictReader(io.StringIO(client.get("/figures.csv?year=2026").text)))
    by_place = {(line["table"], line["row"], line["column"]): line["value"] for line in lines}
    for told in data["tables"]:
        of_page = page.split(f'id="chart-{told["key"].replace("_", "-")}"', 1)[1]
        drawn = re.findall(r'<data value="([^"]*)"', of_page.split("</figure>", 1)[0])
        values = [value for line in told["rows"] for value in line["values"]]
        assert drawn == [value for value in values if value is not None]
        for line in told["rows"]:
            for column, value in zip(told["columns"], line["values"], strict=True):
                assert by_place[told["key"], line["key"], column] == (value or "")
    assert ("hours", "hours_volunteer", "total") in by_place
    assert by_place["hours", "hours_volunteer", "total"] == "1234.5"


def test_queries_do_not_grow_with_the_files(client: FlaskClient, make_pact: Sign) -> None:
    make_pact()
    few = _queries(client)
    for n in range(8):
        report(make_pact(f"Pact {n}"), date(2026, 1, 1), date(2026, 2, 1), people_active="3")
    assert _queries(client) == few


@pytest.mark.article("35(1)")
def test_the_page_says_when_the_trial_ended(client: FlaskClient, clock: SetClock) -> None:
    pack = settings().pack
    last = pack.in_force_from.replace(year=pack.in_force_from.year + 1)
    assert f"until {last.day} {last:%B} {last.year}" in client.get("/figures").text


def _queries(client: FlaskClient) -> int:
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    db.session.remove()
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert client.get("/figures").status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)
