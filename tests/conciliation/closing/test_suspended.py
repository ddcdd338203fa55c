"""A pact that rests because of its dispute, when the dispute ends. Art. 5(2)b, 33(2)."""

import pytest

from pactregistry.database import db
from pactregistry.workflow.states import PactState
from tests.conciliation.scene import Table
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
