"""What time does in a dispute: it reminds, closes, never twice. Art. 33(2), 34(1)."""

from datetime import date, timedelta

import pytest

from pactregistry import journal
from pactregistry.conciliation.closing import sweep
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states_disputes import Chair, DisputeState, Effect, Side
from tests.conciliation.closing.conftest import propose
from tests.conciliation.deliberating.conftest import seat
from tests.conciliation.reckoned import next_reminder
from tests.conciliation.scene import Table

LAST = date(2026, 5, 15)  # thirty days after 15 April
ANSWERS = date(2026, 5, 28)  # fifteen days after 13 May


def swept(table: Table, day: date) -> int:
    """Let it be a day, and time do what is due."""
    table.go(day)
    return sweep.run(settings().now())


def subjects(table: Table, who: Account) -> list[str]:
    return [mail.subject for mail in table.mails_to(who)]


@pytest.mark.article("33(2)", "34(1)")
def test_without_a_committee_it_ends_after_the_last_day_and_not_on_it(requested: Table) -> None:
    seat(requested, Chair.CITIZENS, requested.first, Side.CITIZENS)
    swept(requested, LAST)
    assert requested.dispute.state == DisputeState.REQUESTED
    assert swept(requested, LAST + timedelta(days=1)) == 1
    dispute = requested.dispute
    assert (dispute.state, dispute.closed_on) == (DisputeState.UNSETTLED, LAST)
    assert swept(requested, LAST + timedelta(days=9)) == 0
    assert requested.steps() == ["request", "close_unformed"]
    for who in (requested.lead, requested.manager, requested.first):
        assert "without a complete committee" in subjects(requested, who)[-1]
    # Who had not named anybody is recorded, for the room alone.
    entry = journal.history("dispute", dispute.id)[-1]
    assert ["name", "city", ""] in entry.private["awaited"]
    assert "the City: name a member" in requested.page(requested.lead).text
    assert "awaited" not in entry.facts


@pytest.mark.article("33(1)", "34(1)")
def test_a_complete_committee_is_not_sent_home_because_nobody_convened_it(
    requested: Table,
) -> None:
    seat(requested, Chair.CITIZENS, requested.first, Side.CITIZENS)
    seat(requested, Chair.CITY, requested.second, Side.CITY)
    seat(requested, Chair.JOINT, requested.third, Side.CITY)
    swept(requested, LAST + timedelta(days=1))
    assert requested.dispute.state == DisputeState.REQUESTED
    assert "is late" in subjects(requested, requested.secretary)[-1]


@pytest.mark.article("33(2)")
def test_the_committee_is_reminded_before_the_last_day_then_every_week(sitting: Table) -> None:
    for day in (date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 10), LAST):
        swept(sitting, day)
    told = [s for s in subjects(sitting, sitting.first) if "by 15 May" in s]
    assert len(told) == 2  # fifteen and five days before
    for days in (1, 2, 7, 8, 15):
        swept(sitting, LAST + timedelta(days=days))
        swept(sitting, LAST + timedelta(days=days))
    late = [s for s in subjects(sitting, sitting.first) if "is late" in s]
    assert len(late) == 3
    assert len([s for s in subjects(sitting, sitting.secretary) if "is late" in s]) == 3
    assert sitting.dispute.state == DisputeState.SITTING


@pytest.mark.article("33(2)")
def test_silence_settles_nothing(proposed: Table) -> None:
    proposed.takes(proposed.lead, "/acceptance")
    swept(proposed, ANSWERS - timedelta(days=7))
    assert "by 28 May" in subjects(proposed, proposed.manager)[-1]
    assert "by 28 May" not in subjects(proposed, proposed.lead)[-1]
    swept(proposed, ANSWERS)
    assert proposed.dispute.state == DisputeState.PROPOSED
    swept(proposed, ANSWERS + timedelta(days=1))
    dispute = proposed.dispute
    assert (dispute.state, dispute.closed_on) == (DisputeState.UNSETTLED, ANSWERS)
    assert "no answer" in proposed.page(proposed.lead).text
    refused = proposed.post(proposed.manager, "/acceptance")
    assert refused.status_code == 409


@pytest.mark.article("33(2)")
def test_an_open_dispute_always_has_a_next_day(sitting: Table) -> None:
    dispute = sitting.dispute
    day = date(2026, 4, 20)
    while day < LAST + timedelta(days=40):
        ahead = next_reminder(dispute, day)
        assert ahead is not None
        assert day < ahead <= max(LAST + timedelta(days=1), day + timedelta(days=7))
        day = ahead
    propose(sitting)
    assert next_reminder(sitting.dispute, ANSWERS) == ANSWERS + timedelta(days=1)
    swept(sitting, ANSWERS + timedelta(days=1))
    assert next_reminder(sitting.dispute, ANSWERS) is None


@pytest.mark.article("33(2)", "5(2)b")
def test_the_managing_officer_is_reminded_of_an_agreed_end_until_it_is_done(
    sitting: Table,
) -> None:
    table = propose(sitting, Effect.END)
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    asked = "the act of the City is awaited"
    for days in (1, 7, 8, 14):
        swept(table, date(2026, 5, 13) + timedelta(days=days))
    assert len([s for s in subjects(table, table.manager) if asked in s]) == 3
    assert db.session.scalars(db.select(Dispute)).one().state == DisputeState.SETTLED
