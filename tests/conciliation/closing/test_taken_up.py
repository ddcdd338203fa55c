"""What was settled stands above the text that takes it up, for its two sides. Art. 33(2), 5(2)m."""

import pytest

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.pacts.queries import open_version
from pactregistry.pacts.versions.actions import amend
from pactregistry.people.acting import Actor
from pactregistry.people.actions_groups import MANDATE
from pactregistry.people.models import Account, Membership
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState, Effect
from tests.conciliation.closing.conftest import PROPOSAL, propose
from tests.conciliation.scene import Table
from tests.pacts.cases import agree_and_sign

pytestmark = pytest.mark.article("33(2)", "5(2)")
HEADING = "Settled in dispute 2026-D-0001: to be written into this text"
WHY = "The hours of the guard."


def settle(table: Table) -> None:
    """Both sides accept."""
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    assert table.dispute.state == DisputeState.SETTLED


def keep_mandate(table: Table) -> None:
    """The minutes by which the group chose who represents it, in the rows alone."""
    paper = Attachment(
        subject_kind="group",
        subject_id=table.pact.origin.group_id,
        label=MANDATE,
        name="minutes.pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        added_at=settings().now(),
    )
    db.session.add(paper)
    db.session.commit()


def text_page(table: Table, who: Account) -> str:
    """The page on which both sides write."""
    return table.enter(who).get("/pacts/2026-0001/codesign").text


def test_both_sides_read_what_they_settled_above_the_text_that_it_opened(sitting: Table) -> None:
    settle(propose(sitting, Effect.AMEND))
    for who in (sitting.lead, sitting.manager, sitting.desk):
        page = text_page(sitting, who)
        assert HEADING in page
        assert PROPOSAL in page


def test_a_member_of_the_group_who_does_not_speak_for_it_reads_no_word_of_it(
    sitting: Table,
) -> None:
    settle(propose(sitting, Effect.AMEND))
    group_id = sitting.pact.origin.group_id
    assert group_id is not None
    member = sitting.neighbour
    row = Membership(group_id=group_id, account_id=member.id, since=settings().today())
    db.session.add(row)
    db.session.commit()
    page = text_page(sitting, member)
    assert HEADING in page
    assert PROPOSAL not in page


def test_a_text_that_was_open_already_is_told_to_take_it_up(sitting: Table) -> None:
    propose(sitting, Effect.AMEND)
    desk = Actor(sitting.desk.id, Role.DESK)
    amend(sitting.pact, desk, sitting.pact.version, WHY)
    assert HEADING not in text_page(sitting, sitting.lead)
    settle(sitting)
    assert PROPOSAL in text_page(sitting, sitting.lead)
    # Nobody else would open the next text.
    assert "no change could be opened now" in sitting.mails_to(sitting.desk)[-1].text
    keep_mandate(sitting)
    agree_and_sign(sitting.scene.cast, sitting.enter)
    assert open_version(sitting.pact) is None
    amend(sitting.pact, desk, sitting.pact.version, WHY)
    assert HEADING not in text_page(sitting, sitting.lead)


@pytest.mark.parametrize("effect", [Effect.NOTHING, Effect.END])
def test_what_changes_nothing_in_the_text_does_not_stand_above_it(
    sitting: Table, effect: Effect
) -> None:
    settle(propose(sitting, effect))
    amend(sitting.pact, Actor(sitting.desk.id, Role.DESK), sitting.pact.version, WHY)
    assert HEADING not in text_page(sitting, sitting.lead)
