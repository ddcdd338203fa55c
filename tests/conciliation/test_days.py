"""The day of a fact in a dispute: typed from a paper, never one that cannot be. Art. 33, 3(1)b."""

from datetime import date

import pytest

from pactregistry.people.own_data import own_data
from pactregistry.workflow.states_disputes import DisputeState, Side
from tests.conciliation.closing.conftest import proposed, sitting
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

__all__ = ["proposed", "sitting"]
pytestmark = pytest.mark.article("3(1)", "33(2)")
WHY = "The letter lay at the counter."


def on_paper(table: Table, day: str, **form: object) -> tuple[int, str]:
    """Record at the desk that the citizens accept, in a letter of a day."""
    typed = {"side": Side.CITIZENS, "letter": "Letter no. 12", "occurred_on": day, **form}
    answer = table.post(table.desk, "/acceptance/paper", **typed)
    return answer.status_code, answer.text


def test_nobody_answered_a_proposal_before_it_was_made(proposed: Table) -> None:
    code, page = on_paper(proposed, "2026-05-12", why_earlier=WHY)
    assert code == 409
    assert "before what it belongs to: that was on 13 May 2026" in page
    assert "33(2)" in page
    assert WHY in page
    assert not proposed.dispute.answers
    assert on_paper(proposed, "2026-05-13")[0] == 302


def test_nothing_in_a_dispute_is_older_than_the_request(requested: Table) -> None:
    requested.go(date(2026, 4, 20))
    typed = {"occurred_on": "2025-04-16", "why_earlier": WHY}
    named = {"name": "Ada Alta", "email": "ada@people.example", "letter": "Letter no. 12"}
    for page, form in (("/seats/citizens/naming", named), ("/withdrawal", {})):
        answer = requested.post(requested.desk, page, **typed, **form)
        assert answer.status_code == 409
        assert "before what it belongs to: that was on 15 April 2026" in answer.text
    dispute = requested.dispute
    assert (dispute.state, dispute.members) == (DisputeState.REQUESTED, [])
    requested.takes(requested.desk, "/withdrawal", occurred_on="2026-04-16")
    assert requested.dispute.closed_on == date(2026, 4, 16)


def test_what_the_desk_records_for_a_party_is_not_the_officer_s_own_data(proposed: Table) -> None:
    assert on_paper(proposed, "2026-05-13", words=f"We agree. {CANARY}")[0] == 302
    proposed.takes(proposed.manager, "/acceptance")
    told = {answer.side: answer.account_id for answer in proposed.dispute.answers}
    assert told == {Side.CITIZENS: None, Side.CITY: proposed.manager.id}
    assert CANARY not in str(own_data(proposed.desk))


def test_a_yes_after_the_last_day_settles_nothing_also_where_time_has_not_closed_it_yet(
    proposed: Table,
) -> None:
    proposed.takes(proposed.manager, "/acceptance")
    until = proposed.dispute.answer_by
    assert until == date(2026, 5, 28)
    proposed.go(date(2026, 5, 29))
    late = proposed.post(proposed.lead, "/acceptance", words=WHY)
    assert late.status_code == 409
    assert "The days for answers are over" in late.text
    assert WHY in late.text
    assert on_paper(proposed, "2026-05-29")[0] == 409
    assert proposed.dispute.state == DisputeState.PROPOSED
    # A letter of the last day is in time on the next morning.
    assert on_paper(proposed, "2026-05-28")[0] == 302
    assert proposed.dispute.state == DisputeState.SETTLED
