"""A member's seat, votes and draft stand among the own data, and nobody else's. Art. 33(1)."""

from typing import Any

import pytest

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states_disputes import Chair
from tests.conciliation.deliberating.test_text import AGAINST, draft, put_to_vote, text_of, vote
from tests.conciliation.scene import Table

pytestmark = pytest.mark.article("33(1)")


def own(table: Table, who: Account) -> dict[str, Any]:
    """The file that a person downloads."""
    answer = table.enter(who).get("/me/data.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.get_json()
    return found


def test_a_vote_is_there_with_the_text_it_was_for(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    assert vote(sitting, sitting.first).status_code == 302
    assert vote(sitting, sitting.second, "no", dissent=AGAINST).status_code == 302
    (given,) = own(sitting, sitting.first)["dispute_vote"]["by_member_id"]
    assert (given["dispute"], given["text"]) == (sitting.number, text_of(sitting).text)
    assert (given["in_favour"], given["dissent"]) == (True, "")
    assert given["voted_at"]
    assert given["password_at"]
    (other,) = own(sitting, sitting.second)["dispute_vote"]["by_member_id"]
    assert (other["in_favour"], other["dissent"]) == (False, AGAINST)


def test_nobody_elses_is_there(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    assert vote(sitting, sitting.second, "no", dissent=AGAINST).status_code == 302
    for who in (sitting.first, sitting.third, sitting.lead, sitting.manager, sitting.secretary):
        found = own(sitting, who)
        assert "dispute_vote" not in found
        assert AGAINST not in str(found)
    for who in (sitting.lead, sitting.manager, sitting.secretary, sitting.stranger):
        assert text_of(sitting).text not in str(own(sitting, who))


def test_the_draft_is_there_for_who_changed_it_last(sitting: Table) -> None:
    assert draft(sitting, sitting.first, "The tap at six.").status_code == 302
    (kept,) = own(sitting, sitting.first)["dispute_draft"]["by_changed_by_id"]
    assert (kept["dispute"], kept["text"]) == (sitting.number, "The tap at six.")
    assert "The tap at six." not in str(own(sitting, sitting.second))
    assert draft(sitting, sitting.second, "The tap at seven.").status_code == 302
    assert "dispute_draft" not in own(sitting, sitting.first)
    assert "The tap at seven." in str(own(sitting, sitting.second))


@pytest.mark.parametrize("linked", [True, False])
def test_a_seat_is_there_by_the_account_or_by_the_address(requested: Table, linked: bool) -> None:
    who = requested.first
    requested.takes(requested.lead, "/seats/citizens/naming", name=who.name, email=who.email)
    requested.dispute.members[0].account_id = who.id if linked else None
    db.session.commit()
    found = own(requested, who)["dispute_member"]
    (seat,) = [row for rows in found.values() for row in rows]
    assert (seat["chair"], seat["name"]) == (Chair.CITIZENS, who.name)
    assert "dispute_member" not in own(requested, requested.second)


@pytest.mark.parametrize("linked", [True, False])
def test_who_is_put_forward_reads_of_it_once_the_seat_is_offered(
    requested: Table, linked: bool
) -> None:
    who = requested.third
    requested.takes(requested.lead, "/seats/joint/naming", name=who.name, email=who.email)
    requested.dispute.members[0].account_id = who.id if linked else None
    db.session.commit()
    assert "dispute_member" not in own(requested, who)
    requested.takes(requested.manager, "/third-member/agreement")
    assert own(requested, who)["dispute_member"]


def test_who_was_objected_to_never_reads_of_it(requested: Table) -> None:
    who = requested.third
    requested.takes(requested.lead, "/seats/joint/naming", name=who.name, email=who.email)
    requested.takes(requested.manager, "/third-member/objection", reason="She lives next door.")
    found = own(requested, who)
    assert "dispute_member" not in found
    assert "She lives next door." not in str(found)
