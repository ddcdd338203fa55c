"""What was settled stands above the text that takes it up, for its two sides. Art. 33(2), 5(2)m."""

from datetime import date, timedelta

import pytest

from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.journal import history
from pactregistry.pacts.actions_life import abandon
from pactregistry.pacts.models import Purpose
from pactregistry.pacts.queries import open_version
from pactregistry.pacts.versions.actions import Longer, amend, extend
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


def swept(table: Table) -> None:
    """Let it be the next day, and time do what is due, twice."""
    table.go(settings().today() + timedelta(days=1))
    for _ in range(2):
        sweep.run(settings().now())
    db.session.expire_all()


def give_up(table: Table) -> None:
    """The City gives up the version that is open."""
    text = open_version(table.pact)
    assert text is not None
    abandon(text, Actor(table.manager.id, Role.MANAGER), text.version, "Not now.")


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
    swept(sitting)  # what was signed has taken it up
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


def test_behind_an_extension_the_change_opens_once_that_one_is_decided(sitting: Table) -> None:
    propose(sitting, Effect.AMEND)
    longer = Longer(date(2029, 4, 14), "The beds go on.")
    extend(sitting.pact, Actor(sitting.manager.id, Role.MANAGER), sitting.pact.version, longer)
    settle(sitting)
    assert "the change opens by itself" in sitting.mails_to(sitting.lead)[-1].text
    for who in (sitting.lead, sitting.stranger):
        told = "otherwise the change opens by itself once the open version is signed"
        assert told in sitting.page(who).text
    swept(sitting)
    standing = open_version(sitting.pact)
    assert standing is not None
    assert standing.purpose is Purpose.EXTENSION
    give_up(sitting)
    count = len(sitting.mails_to(sitting.manager))
    swept(sitting)
    opened = open_version(sitting.pact)
    assert opened is not None
    assert opened.purpose is Purpose.AMENDMENT
    entry = history("pact", sitting.pact.id)[-1]
    assert (entry.step, entry.facts["dispute"]) == ("amend_by_settlement", sitting.number)
    assert len(sitting.mails_to(sitting.manager)) == count + 1
    assert PROPOSAL in text_page(sitting, sitting.lead)
    # What both give up afterwards nobody opens again.
    give_up(sitting)
    swept(sitting)
    assert open_version(sitting.pact) is None


def test_an_amendment_that_was_open_and_is_given_up_leaves_the_change_to_open(
    sitting: Table,
) -> None:
    propose(sitting, Effect.AMEND)
    amend(sitting.pact, Actor(sitting.desk.id, Role.DESK), sitting.pact.version, WHY)
    settle(sitting)
    give_up(sitting)
    swept(sitting)
    opened = open_version(sitting.pact)
    assert opened is not None
    assert sitting.number in opened.opened_because


def test_what_opened_with_its_settlement_and_is_given_up_stays_so(sitting: Table) -> None:
    settle(propose(sitting, Effect.AMEND))
    give_up(sitting)
    swept(sitting)
    assert open_version(sitting.pact) is None


def test_a_change_that_opened_with_its_settlement_and_is_given_up_stays_so(sitting: Table) -> None:
    settle(propose(sitting, Effect.AMEND))
    give_up(sitting)
    swept(sitting)
    assert open_version(sitting.pact) is None
