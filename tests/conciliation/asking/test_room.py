"""The room of a dispute opens to its own, and is not there for all others. Art. 33(1)."""

import pytest

from pactregistry.conciliation.asking.actions import Third
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Holding
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY


@pytest.mark.article("33(1)")
def test_room_opens_to_both_sides_and_the_secretary(requested: Table) -> None:
    assert requested.number == "2026-D-0001"
    for who in (requested.lead, requested.manager, requested.desk, requested.secretary):
        assert requested.page(who).status_code == 200
    for who in (requested.stranger, requested.neighbour, requested.first):
        assert requested.page(who).status_code == 404


@pytest.mark.article("33(1)")
def test_room_opens_to_the_third_party_that_asked(table: Table) -> None:
    table.request_dispute(Side.THIRD)
    assert table.page(table.neighbour).status_code == 200
    assert table.page(table.stranger).status_code == 404


@pytest.mark.article("33(1)")
def test_all_are_told_and_no_mail_says_what_is_asked(requested: Table) -> None:
    for who in (requested.lead, requested.manager, requested.secretary):
        (mail,) = [m for m in requested.mails_to(who) if requested.number in m.text + m.subject]
        assert "15 May 2026" in mail.text  # thirty days after 15 April
        assert CANARY not in mail.text + mail.subject


@pytest.mark.article("33(1)")
def test_a_third_party_that_left_does_not_come_back_as_secretary(table: Table) -> None:
    table.request_dispute(third=Third("Vico Vicino", table.neighbour.email))
    table.takes(table.neighbour, "/leaving")
    held = Holding(account_id=table.neighbour.id, role=Role.SECRETARY, since=settings().today())
    db.session.add(held)
    db.session.commit()
    assert table.page(table.neighbour).status_code == 404
    assert table.number not in table.enter(table.neighbour).get("/desk/committees").text
    assert table.page(table.secretary).status_code == 200
