"""Each party accepts or declines; with the last answer the attempt ends. Art. 33(2)."""

from datetime import date

import pytest

from pactregistry.pacts.models import Purpose
from pactregistry.pacts.queries import open_version
from pactregistry.pacts.versions.actions import amend
from pactregistry.pacts.versions.models import standing_request
from pactregistry.people.acting import Actor
from pactregistry.workflow.states import PactState, Role
from pactregistry.workflow.states_disputes import DisputeState, Effect, Side
from tests.conciliation.closing.conftest import propose
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

WHY = f"The evenings are too many for the guard. {CANARY}"


@pytest.mark.article("33(2)")
def test_the_last_yes_settles_it_and_opens_the_amendment(sitting: Table) -> None:
    table = propose(sitting, Effect.AMEND)
    table.takes(table.lead, "/acceptance")
    assert table.dispute.state == DisputeState.PROPOSED
    assert open_version(table.pact) is None
    table.takes(table.manager, "/acceptance", words=f"Gladly. {CANARY}")
    dispute = table.dispute
    assert (dispute.state, dispute.closed_on) == (DisputeState.SETTLED, date(2026, 5, 13))
    assert table.steps()[-3:] == ["accept", "accept", "settle"]
    version = open_version(table.pact)
    assert version is not None
    assert (version.ordinal, version.purpose) == (2, Purpose.AMENDMENT)
    assert dispute.number in version.opened_because
    assert CANARY not in version.opened_because
    last = table.scene.last()
    assert (last.step, last.by_role, last.actor_id) == ("amend_by_settlement", Role.CLOCK, None)
    assert "version 2" in table.mails_to(table.lead)[-1].text
    page = table.page(table.lead).text
    assert "A change of the pact was opened as version 2" in page
    assert "Gladly." in page


@pytest.mark.article("33(2)")
def test_who_declines_says_why_and_the_others_are_still_heard(proposed: Table) -> None:
    proposed.takes(proposed.lead, "/refusal", words=WHY)
    assert proposed.dispute.state == DisputeState.PROPOSED
    assert WHY in proposed.page(proposed.manager).text
    proposed.takes(proposed.manager, "/acceptance")
    assert proposed.dispute.state == DisputeState.UNSETTLED
    assert proposed.steps()[-1] == "close_unsettled"
    mail = proposed.mails_to(proposed.first)[-1]
    assert "not settled" in mail.subject
    assert CANARY not in mail.text
    assert "not all accepted" not in proposed.page(proposed.stranger).text
    assert "Not all parties accepted" in proposed.page(proposed.stranger).text


@pytest.mark.article("33(2)")
def test_a_party_answers_once(proposed: Table) -> None:
    proposed.takes(proposed.lead, "/acceptance")
    again = proposed.post(proposed.lead, "/refusal", words=WHY)
    assert again.status_code == 409
    assert "Your side has answered already." in again.text
    assert WHY in again.text
    assert "33(2)" in again.text


@pytest.mark.article("33(2)")
@pytest.mark.parametrize("page", ["/acceptance", "/refusal"])
def test_an_answer_after_the_withdrawal_is_refused_and_nothing_typed_is_lost(
    proposed: Table, page: str
) -> None:
    proposed.takes(proposed.lead, "/withdrawal")
    refused = proposed.post(proposed.manager, page, words=WHY)
    assert refused.status_code == 409
    assert WHY in refused.text
    assert "33(2)" in refused.text
    assert not proposed.dispute.answers


@pytest.mark.article("33(2)", "10(2)")
def test_the_desk_records_answers_on_paper_never_the_city_s_own(proposed: Table) -> None:
    proposed.go(date(2026, 5, 20))
    assert proposed.post(proposed.desk, "/acceptance").status_code == 403
    refused = proposed.post(proposed.desk, "/acceptance/paper", side=Side.CITY)
    assert refused.status_code == 422
    proposed.takes(
        proposed.desk,
        "/acceptance/paper",
        side=Side.CITIZENS,
        occurred_on="2026-05-18",
        letter="Letter no. 88",
    )
    (answer,) = proposed.dispute.answers
    assert (answer.side, answer.accepted) == (Side.CITIZENS, True)
    assert answer.answered_on == date(2026, 5, 18)
    early = proposed.post(
        proposed.desk, "/refusal/paper", side=Side.CITIZENS, occurred_on="2026-06-01"
    )
    assert early.status_code == 409


@pytest.mark.article("33(1)", "33(2)")
def test_nobody_else_answers(proposed: Table) -> None:
    for who, status in (
        (proposed.stranger, 404),
        (proposed.neighbour, 404),
        (proposed.first, 403),
        (proposed.secretary, 403),
    ):
        for page in ("/acceptance", "/refusal"):
            assert proposed.post(who, page).status_code == status
    assert proposed.post(proposed.manager, "/acceptance/paper", side="city").status_code == 403


@pytest.mark.article("33(1)", "33(2)")
def test_a_third_party_is_waited_for_until_it_leaves(with_neighbour: Table) -> None:
    table = with_neighbour
    table.takes(table.lead, "/acceptance")
    table.takes(table.manager, "/acceptance")
    assert table.dispute.state == DisputeState.PROPOSED
    table.takes(table.neighbour, "/acceptance")
    assert table.dispute.state == DisputeState.SETTLED


@pytest.mark.article("33(2)", "5(2)b")
def test_a_pact_that_all_want_to_end_waits_for_the_act_of_the_city(sitting: Table) -> None:
    table = propose(sitting, Effect.END)
    for who in (table.manager, table.lead):
        table.takes(who, "/acceptance")
    assert table.pact.state == PactState.ACTIVE
    assert table.scene.last().step == "agree_to_end"
    assert "the act of the City is awaited" in table.mails_to(table.manager)[-1].subject
    public = table.page(table.stranger).text
    assert "The act of the City is awaited." in public
    assert table.page(table.lead, "/ending").status_code == 403
    assert table.number in table.page(table.manager, "/ending").text
    table.go(date(2026, 5, 14))
    told = {"version": str(table.pact.version), "reason": "By agreement in dispute 1."}
    nothing = table.post(table.manager, "/ending", **{**told, "reason": " "})
    assert nothing.status_code == 409
    table.takes(table.manager, "/ending", **told)
    assert (table.scene.last().step, table.scene.last().facts) == (
        "end_as_agreed",
        {"dispute": table.number},
    )
    assert "Ended by agreement" in table.mails_to(table.lead)[-1].subject
    page = table.enter(table.stranger).get("/pacts/2026-0001").text
    assert "Both sides ended it by agreement" in page
    assert table.pact.state == PactState.ENDED
    assert table.page(table.manager, "/ending").status_code == 404
    assert "The act of the City is awaited." not in table.page(table.stranger).text


@pytest.mark.article("33(2)", "5(2)m")
def test_what_stands_against_the_change_does_not_stop_the_settlement(sitting: Table) -> None:
    table = propose(sitting, Effect.AMEND)
    pact = table.pact
    amend(pact, Actor(table.desk.id, Role.DESK), pact.version, "The hours of the guard.")
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    assert table.dispute.state == DisputeState.SETTLED
    assert len(table.pact.versions) == 2
    assert "No change could be opened with the settlement" in table.page(table.lead).text
    assert "no change could be opened now" in table.mails_to(table.lead)[-1].text


@pytest.mark.article("33(2)", "5(2)m")
def test_the_change_that_one_side_had_asked_for_is_answered_by_the_settlement(
    sitting: Table,
) -> None:
    table = propose(sitting, Effect.AMEND)
    asked = table.scene.post(table.lead, "amendment", reason="The hours of the guard.")
    assert asked.status_code == 302
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    assert len(table.pact.versions) == 2
    assert standing_request(table.pact, Purpose.AMENDMENT) is None


@pytest.mark.article("33(2)")
def test_of_two_forms_on_one_state_the_second_is_told_and_kept(proposed: Table) -> None:
    seen = str(proposed.dispute.version)
    proposed.takes(proposed.lead, "/acceptance")
    stale = proposed.post(proposed.manager, "/acceptance", version=seen, words=WHY)
    assert stale.status_code == 409
    assert WHY in stale.text
    assert len(proposed.dispute.answers) == 1
