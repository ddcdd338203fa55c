"""A pact lives on while its dispute is open: its voice changes, it ends. Art. 33, 4(3)."""

from datetime import date

import pytest

from pactregistry import journal
from pactregistry.conciliation.closing import sweep
from pactregistry.conciliation.queries import disputes_on
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.pacts.models import Pact
from pactregistry.people.actions_groups import hand_over
from pactregistry.people.models import Membership, lead_on
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role
from pactregistry.workflow.states_disputes import DisputeState, Effect, Side
from tests.conciliation.closing.conftest import PROPOSAL, propose, proposed
from tests.conciliation.deliberating.conftest import sitting
from tests.conciliation.scene import Table

__all__ = ["proposed", "sitting"]
pytestmark = pytest.mark.article("33(2)")


def new_lead(table: Table) -> None:
    """The neighbour belongs to the group and represents it from today on."""
    group_id, today = table.pact.origin.group_id, settings().today()
    assert group_id is not None
    member = Membership(group_id=group_id, account_id=table.neighbour.id, name="V", since=today)
    db.session.add(member)
    db.session.flush()
    hand_over(member.group, member, today)
    db.session.commit()


def expire(pact: Pact) -> None:
    """The pact ends, in the journal alone."""
    facts = PactFacts(day_reached=True)
    taken = PACT.take("expire", PactState(pact.state), Role.CLOCK, facts)
    journal.record(pact, taken, Act(None, settings().today(), settings().now()))
    db.session.commit()


@pytest.mark.article("4(3)")
def test_who_represents_the_group_today_speaks_in_its_dispute(proposed: Table) -> None:
    proposed.go(date(2026, 5, 14))
    new_lead(proposed)
    assert proposed.page(proposed.neighbour).status_code == 200
    assert proposed.post(proposed.lead, "/acceptance").status_code == 404
    proposed.takes(proposed.neighbour, "/refusal", words="Not for us.")
    proposed.takes(proposed.manager, "/acceptance")
    assert proposed.dispute.state == DisputeState.UNSETTLED
    (asked,) = [m for m in proposed.mails_to(proposed.neighbour) if "not settled" in m.subject]
    assert asked
    assert not [m for m in proposed.mails_to(proposed.lead) if "not settled" in m.subject]


@pytest.mark.article("4(3)")
def test_a_group_that_nobody_represents_any_more_lets_the_attempt_end(proposed: Table) -> None:
    group_id = proposed.pact.origin.group_id or 0
    lead = lead_on(group_id, settings().today())
    assert lead is not None
    lead.until = settings().today()
    db.session.commit()
    proposed.go(date(2026, 5, 29))
    assert proposed.post(proposed.lead, "/acceptance").status_code == 404
    sweep.run(settings().now())
    assert proposed.dispute.state == DisputeState.UNSETTLED


@pytest.mark.parametrize("effect", list(Effect))
def test_a_pact_that_ended_meanwhile_is_settled_about_and_stays_ended(
    sitting: Table, effect: Effect
) -> None:
    propose(sitting, effect)
    expire(sitting.pact)
    for who in (sitting.lead, sitting.manager):
        sitting.takes(who, "/acceptance")
    assert sitting.dispute.state == DisputeState.SETTLED
    assert (sitting.pact.state, len(sitting.pact.versions)) == (PactState.ENDED, 1)
    told = sitting.mails_to(sitting.lead)[-1].text
    page = sitting.page(sitting.stranger).text
    if effect is Effect.AMEND:
        assert "no change could be opened now" in told
        assert "No change could be opened with the settlement" in page
    if effect is Effect.END:
        assert "it has ended already" in told
        assert "it had ended before" in page
        assert sitting.page(sitting.manager, "/ending").status_code == 404


def test_two_disputes_on_one_pact_do_not_wait_for_each_other(sitting: Table) -> None:
    first = sitting.number
    propose(sitting, Effect.AMEND)
    sitting.request_dispute(Side.CITY)
    second = sitting.number
    assert (first, second) == ("2026-D-0001", "2026-D-0002")
    sitting.number = first
    for who in (sitting.lead, sitting.manager):
        sitting.takes(who, "/acceptance")
    sitting.number = second
    assert sitting.dispute.state == DisputeState.REQUESTED
    assert [d.state for d in disputes_on(sitting.pact)] == ["settled", "requested"]
    sitting.takes(sitting.manager, "/withdrawal")
    assert sitting.enter(sitting.lead).get("/pacts/2026-0001/codesign").text.count(PROPOSAL) == 1
