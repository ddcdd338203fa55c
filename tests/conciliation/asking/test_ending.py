"""Who asked withdraws; a third party leaves. Art. 33(1)."""

from datetime import date

import pytest

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.models import Answer, Member
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY


def name_third_member(table: Table) -> None:
    today = settings().today()
    db.session.add(
        Member(
            dispute_id=table.dispute.id,
            chair=Chair.JOINT,
            named_by=Side.THIRD,
            name=table.third.name,
            email=table.third.email,
            account_id=table.third.id,
            named_on=today,
            agreed_on=today,
        )
    )
    db.session.commit()


@pytest.mark.article("33(1)")
def test_who_asked_withdraws_and_all_are_told_but_not_why(requested: Table) -> None:
    why = f"We have talked. {CANARY}"
    requested.go(date(2026, 4, 20))
    requested.takes(requested.lead, "/withdrawal", reason=why)
    dispute = requested.dispute
    assert (dispute.state, dispute.closed_on) == (DisputeState.WITHDRAWN, date(2026, 4, 20))
    for who in (requested.manager, requested.secretary):
        mail = requested.mails_to(who)[-1]
        assert "was withdrawn" in mail.subject
        assert CANARY not in mail.text
    assert why in requested.page(requested.manager).text
    assert requested.page(requested.manager).status_code == 200
    assert requested.post(requested.lead, "/withdrawal").status_code == 409


@pytest.mark.article("33(1)")
def test_the_other_side_cannot_withdraw_it(requested: Table) -> None:
    refused = requested.post(requested.manager, "/withdrawal", reason="Enough of it.")
    assert refused.status_code == 409
    assert "Your side did not ask for this conciliation." in refused.text
    assert "Enough of it." in refused.text
    assert requested.post(requested.secretary, "/withdrawal").status_code == 403
    assert requested.post(requested.stranger, "/withdrawal").status_code == 404


@pytest.mark.article("33(1)")
def test_third_party_leaves_and_its_member_is_free_to_be_named_by_both(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    name_third_member(table)
    assert table.page(table.third).status_code == 200
    left = table.takes(table.neighbour, "/leaving")
    assert left.location == "/me/disputes"
    assert table.page(table.neighbour).status_code == 404
    assert table.page(table.third).status_code == 404
    assert table.number not in table.enter(table.neighbour).get("/me/disputes").text
    assert table.dispute.state == DisputeState.REQUESTED
    assert "both sides name its member together" in table.mails_to(table.lead)[-1].text


@pytest.mark.article("33(1)")
def test_who_asked_as_third_party_withdraws_instead_of_leaving(table: Table) -> None:
    table.request_dispute(Side.THIRD)
    refused = table.post(table.neighbour, "/leaving")
    assert refused.status_code == 409
    assert "You asked for this conciliation yourself." in refused.text
    table.takes(table.neighbour, "/withdrawal")
    assert table.dispute.state == DisputeState.WITHDRAWN


@pytest.mark.article("33(1)")
def test_desk_records_on_paper_that_the_third_party_leaves(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    assert table.post(table.lead, "/leaving").status_code == 403
    table.takes(table.desk, "/leaving", reason="Letter of 15 April.")
    assert table.dispute.third_left_on == date(2026, 4, 15)
    assert table.steps() == ["request", "leave"]


def test_a_form_that_the_file_has_overtaken_is_refused(requested: Table) -> None:
    stale = requested.post(requested.lead, "/withdrawal", version="0")
    assert stale.status_code == 409
    assert requested.dispute.state == DisputeState.REQUESTED


def test_lists_show_days_and_never_what_is_asked(requested: Table) -> None:
    for who, page in (
        (requested.lead, "/me/disputes"),
        (requested.desk, "/desk/disputes"),
        (requested.manager, "/desk/disputes"),
    ):
        shown = requested.enter(who).get(page).text
        assert requested.number in shown
        assert CANARY not in shown
    assert requested.enter(requested.lead).get("/desk/disputes").status_code == 403
    for who in (requested.stranger, requested.third):
        assert requested.number not in requested.enter(who).get("/me/disputes").text


@pytest.mark.article("33(2)")
def test_who_leaves_is_waited_for_no_more(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    dispute, today = table.dispute, settings().today()
    dispute.state, dispute.convened_on, dispute.proposed_on = "proposed", today, today
    dispute.answer_by = date(2026, 4, 30)
    for side in (Side.CITIZENS, Side.CITY):
        dispute.answers.append(Answer(side=side, accepted=True, answered_on=today))
    db.session.commit()
    table.takes(table.neighbour, "/leaving")
    assert table.dispute.state == DisputeState.SETTLED
    assert table.steps() == ["request", "leave", "settle"]
