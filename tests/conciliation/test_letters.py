"""Mails of a dispute say what happened, what is awaited of whom, until when. Art. 33."""

from datetime import date

import pytest

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.workflow.states_disputes import DisputeState, Side
from tests.conciliation.closing.conftest import propose
from tests.conciliation.deliberating.conftest import convene
from tests.conciliation.scene import Table

LATE = date(2026, 5, 17)


def complete(table: Table) -> None:
    """Each side names its member, and all three say yes."""
    seats = (
        (table.lead, "citizens", table.first),
        (table.manager, "city", table.second),
        (table.neighbour, "joint", table.third),
    )
    for namer, chair, member in seats:
        table.takes(namer, f"/seats/{chair}/naming", name=member.name, email=member.email)
        table.takes(member, "/seat", no_part="y")


@pytest.mark.article("33(1)")
def test_each_side_is_asked_to_name_somebody_and_told_what_happens_else(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    for who, what in (
        (table.lead, "name a member"),
        (table.manager, "name a member"),
        (table.neighbour, "name the third member"),
    ):
        (mail,) = table.mails_to(who)[-1:]
        assert f"Awaited from you{'r side' if 'third' not in what else ''}" in mail.text
        assert what in mail.text
        assert "15 May 2026; if one of the three is still missing" in mail.text


@pytest.mark.article("33(1)")
def test_without_a_secretary_the_office_is_told_that_the_role_is_to_be_given(table: Table) -> None:
    (held,) = table.secretary.holdings
    held.until = date(2026, 4, 14)
    db.session.commit()
    table.request_dispute()
    told = table.mails_to(settings().city.profile.email)[-1].text
    assert "/staff/" in told
    assert not table.mails_to(table.secretary)


@pytest.mark.article("33(1)")
def test_with_a_secretary_nothing_is_said_of_roles(requested: Table) -> None:
    told = requested.mails_to(requested.secretary)[-1].text
    assert "/staff/" not in told
    assert "due by 15 May 2026" in told


@pytest.mark.article("33(1)", "33(2)")
def test_who_is_to_convene_is_told_that_the_term_is_over(table: Table) -> None:
    table.request_dispute(Side.THIRD)
    complete(table)
    table.go(LATE)
    sweep.run(settings().now())
    assert table.dispute.state == DisputeState.REQUESTED
    told = table.mails_to(table.secretary)[-1].text
    assert "They cannot begin before they are convened." in told
    assert "was due on 15 May 2026" in told


@pytest.mark.article("33(1)", "33(2)")
def test_who_goes_on_after_a_third_party_left_is_told_what_is_awaited_now(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    propose(convene(table))
    table.takes(table.neighbour, "/leaving")
    told = table.mails_to(table.lead)[-1].text
    assert "accepts or declines it by 28 May 2026" in told
    assert "due by" not in told


@pytest.mark.article("33(1)")
def test_whom_a_third_party_named_is_told_once_that_it_left(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    member = {"name": table.third.name, "email": table.third.email}
    table.takes(table.neighbour, "/seats/joint/naming", **member)
    before = len(table.mails_to(table.third))
    table.takes(table.neighbour, "/leaving")
    (told,) = table.mails_to(table.third)[before:]
    assert told.subject.startswith("You are no longer named")
    assert table.number not in told.text
