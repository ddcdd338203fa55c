"""A pact that rests because of its dispute, when the dispute ends. Art. 5(2)b, 33(2)."""

from datetime import date, timedelta

import pytest

from pactregistry.conciliation.asking.actions import Asking, request
from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.people.acting import Actor, Day
from pactregistry.people.models import Account
from pactregistry.workflow.states import PactState, Role
from pactregistry.workflow.states_disputes import Matter, Side
from tests.conciliation.scene import ASKED, HAPPENED, Table
from tests.pacts.cases import CANARY

STILL = "The pact is still suspended"
CAUSE = "Una controversia sul patto davanti al comitato di conciliazione"


def suspend(table: Table) -> None:
    """The managing officer suspends the pact by the cause that section b lists for a dispute."""
    table.pact.versions[-1].suspension_causes = [CAUSE]
    db.session.commit()
    table.scene.takes(table.manager, "suspension", cause=CAUSE, reason="Until there is a proposal.")
    assert table.pact.state == PactState.SUSPENDED


@pytest.mark.article("5(2)b", "33(2)")
def test_when_the_dispute_ends_both_sides_read_that_the_pact_still_rests(proposed: Table) -> None:
    suspend(proposed)
    assert CAUSE in proposed.enter(proposed.stranger).get("/pacts/2026-0001").text
    assert STILL not in proposed.page(proposed.stranger).text
    proposed.takes(proposed.lead, "/refusal", words=CANARY)
    proposed.takes(proposed.manager, "/acceptance")
    for who in (proposed.lead, proposed.manager, proposed.first):
        assert STILL in proposed.mails_to(who)[-1].text
    assert STILL in proposed.page(proposed.stranger).text
    proposed.scene.takes(proposed.desk, "resumption")
    assert STILL not in proposed.page(proposed.stranger).text


@pytest.mark.article("5(2)b", "33(1)")
def test_a_request_that_is_withdrawn_says_so_too(requested: Table) -> None:
    suspend(requested)
    requested.takes(requested.lead, "/withdrawal")
    mail = requested.mails_to(requested.manager)[-1]
    assert STILL in mail.text
    assert "\n\n\n" not in mail.text


@pytest.mark.article("33(2)")
def test_a_pact_in_force_is_told_nothing_of_it(proposed: Table) -> None:
    for who in (proposed.lead, proposed.manager):
        proposed.takes(who, "/acceptance")
    text = proposed.mails_to(proposed.manager)[-1].text
    assert STILL not in text
    assert "\n\n\n" not in text


def swept(table: Table, day: date) -> None:
    """Let it be a day, and time do what is due, twice."""
    table.go(day)
    for _ in range(2):
        sweep.run(settings().now())


def reminders(table: Table, who: Account) -> list[Mail]:
    """The mails that remind somebody to lift the suspension."""
    page = "/pacts/2026-0001/resumption"
    return [mail for mail in table.mails_to(who) if page in mail.text]


@pytest.mark.article("5(2)b", "33(2)")
def test_who_may_lift_it_is_reminded_every_week_until_it_is_lifted(requested: Table) -> None:
    suspend(requested)
    requested.takes(requested.lead, "/withdrawal")
    ended = requested.dispute.closed_on
    assert ended is not None
    for days in (1, 6, 7, 8, 13, 14):
        swept(requested, ended + timedelta(days=days))
    for who in (requested.manager, requested.desk):
        assert len(reminders(requested, who)) == 2
    assert not reminders(requested, requested.lead)
    text = reminders(requested, requested.manager)[-1].text
    assert "Dispute 2026-D-0001 about pact 2026-0001" in text
    assert CANARY not in text
    requested.scene.takes(requested.desk, "resumption")
    swept(requested, ended + timedelta(days=21))
    # Suspended anew, for whatever it is: this dispute is over since long.
    suspend(requested)
    swept(requested, ended + timedelta(days=28))
    assert len(reminders(requested, requested.desk)) == 2


@pytest.mark.article("5(2)b", "33(2)")
def test_nobody_is_reminded_of_a_pact_that_rested_before_the_dispute(table: Table) -> None:
    suspend(table)
    table.go(date(2026, 4, 16))
    table.request_dispute()
    table.takes(table.lead, "/withdrawal")
    swept(table, date(2026, 5, 16))
    assert not reminders(table, table.manager)


@pytest.mark.article("5(2)b", "33(2)")
def test_while_another_dispute_is_open_it_may_rest_for_that_one(requested: Table) -> None:
    suspend(requested)
    requested.takes(requested.lead, "/withdrawal")
    requested.request_dispute()
    swept(requested, date(2026, 4, 30))
    assert not reminders(requested, requested.manager)
    requested.takes(requested.lead, "/withdrawal")
    swept(requested, date(2026, 5, 8))
    told = reminders(requested, requested.manager)
    # One mail, and of the dispute that ended last and was open when it was suspended.
    assert len(told) == 1
    assert "2026-D-0001" in told[0].text


@pytest.mark.article("5(2)b", "33(2)")
def test_a_suspension_between_a_paper_and_its_recording_counts_too(table: Table) -> None:
    received = settings().today()
    table.go(received + timedelta(days=2))
    suspend(table)
    table.go(received + timedelta(days=4))
    asking = Asking(Side.CITIZENS, Matter.PACT, HAPPENED, ASKED)
    table.number = request(
        table.pact, Actor(table.desk.id, Role.DESK), asking, Day(received)
    ).number
    table.takes(table.lead, "/withdrawal")
    swept(table, received + timedelta(days=11))
    assert len(reminders(table, table.manager)) == 1
