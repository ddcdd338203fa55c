"""A committee sits and proposes nothing: the secretary ends the attempt. Art. 33(2), 34(1)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry import journal
from pactregistry.conciliation.models import Draft, Sitting
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState
from tests.conciliation.closing.conftest import propose
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

LAST = date(2026, 5, 15)
OVER = LAST + timedelta(days=1)
PAGE = "/no-proposal"
WHY = f"Two members say that no text will find a majority. {CANARY}-why"

pytestmark = pytest.mark.article("33(2)", "34(1)")


def told(answer: object) -> str:
    return " ".join(str(answer).split())


def test_it_ends_when_the_term_is_over_and_not_on_its_last_day(sitting: Table) -> None:
    sitting.go(LAST)
    assert f"/{sitting.number}{PAGE}" not in sitting.page(sitting.secretary).text
    refused = sitting.post(sitting.secretary, PAGE, reason=WHY)
    assert refused.status_code == 409
    assert "The term is not over." in refused.text
    assert "Art. 33(2)" in refused.text
    assert WHY in refused.text
    sitting.go(OVER)
    assert f"/{sitting.number}{PAGE}" in sitting.page(sitting.secretary).text
    sitting.takes(sitting.secretary, PAGE, reason=WHY)
    dispute = sitting.dispute
    assert (dispute.state, dispute.closed_on) == (DisputeState.UNSETTLED, OVER)
    entry = journal.history("dispute", dispute.id)[-1]
    assert (entry.step, entry.facts, entry.publishes) == (
        "close_without_proposal", {"days": 31}, "dispute_closed",
    )  # fmt: skip


def test_all_are_told_that_it_ended_and_only_the_room_why(
    sitting: Table, client: FlaskClient
) -> None:
    sitting.go(OVER)
    sitting.takes(sitting.secretary, PAGE, reason=WHY)
    for who in (sitting.lead, sitting.manager, sitting.first, sitting.second, sitting.third):
        mail = sitting.mails_to(who)[-1]
        assert "ended without a proposal" in mail.subject
        assert CANARY not in mail.text
        assert WHY in sitting.page(who).text
    assert "ended without a proposal" not in sitting.mails_to(sitting.secretary)[-1].subject
    for page in (f"/disputes/{sitting.number}", f"/pacts/{sitting.pact.number}", "/disputes/"):
        assert CANARY not in client.get(page).text
    public = told(client.get(f"/disputes/{sitting.number}").text)
    assert "No proposal was made." in public
    assert "A seat of the committee fell empty" not in public
    assert "no proposal was made · <strong>1 day late</strong>" in client.get("/disputes/").text
    assert sitting.number in client.get("/feed.atom").text


def test_without_a_reason_it_is_refused(sitting: Table) -> None:
    sitting.go(OVER)
    refused = sitting.post(sitting.secretary, PAGE, reason=" ")
    assert refused.status_code == 409
    assert "It is not said why the committee makes no proposal." in refused.text
    assert sitting.dispute.state == DisputeState.SITTING


def test_a_secretary_outside_the_file_ends_it_and_nobody_else(
    sitting: Table, person: Callable[..., Account]
) -> None:
    sitting.go(OVER)
    inside = person("Ida Interna", roles=[(Role.SECRETARY, ""), (Role.DESK, "commons")])
    for who in (sitting.lead, sitting.manager, sitting.first, sitting.desk, inside):
        assert sitting.post(who, PAGE, reason=WHY).status_code == 403
    assert sitting.post(sitting.stranger, PAGE, reason=WHY).status_code in {403, 404}
    assert sitting.dispute.state == DisputeState.SITTING
    colleague = person("Lia Collega", roles=[(Role.SECRETARY, "")])
    sitting.takes(colleague, PAGE, reason=WHY)


def test_what_is_under_way_is_told_and_stops_nothing(sitting: Table) -> None:
    dispute = sitting.dispute
    dispute.draft = Draft(text=f"The City opens the tap. {CANARY}")
    dispute.sittings.append(Sitting(held_on=OVER))
    db.session.commit()
    sitting.go(OVER)
    page = told(sitting.page(sitting.secretary, PAGE).text)
    assert "The committee is at work: a draft is being written, a sitting is called for" in page
    assert "A proposal can still be made: it is told as late" in page
    assert CANARY not in page
    sitting.takes(sitting.secretary, PAGE, reason=WHY)
    assert journal.history("dispute", dispute.id)[-1].warnings == ["nothing_under_way"]


def test_an_empty_seat_has_its_days_first(sitting: Table) -> None:
    sitting.go(LAST)
    sitting.takes(sitting.second, "/seat/leaving")
    sitting.go(LAST + timedelta(days=10))
    assert sitting.post(sitting.secretary, PAGE, reason=WHY).status_code == 409
    sitting.go(LAST + timedelta(days=11))
    sitting.takes(sitting.secretary, PAGE, reason=WHY)


def test_a_proposal_that_came_meanwhile_is_not_ended_so(sitting: Table) -> None:
    seen = sitting.dispute.version
    propose(sitting, on=OVER)
    for version in (seen, sitting.dispute.version):
        refused = sitting.post(sitting.secretary, PAGE, reason=WHY, version=version)
        assert refused.status_code == 409
        assert WHY in refused.text
    assert sitting.dispute.state == DisputeState.PROPOSED


def test_twice_the_same_form_ends_it_once(sitting: Table) -> None:
    sitting.go(OVER)
    form = {"reason": WHY, "request_id": "the-same", "version": sitting.dispute.version}
    first = sitting.takes(sitting.secretary, PAGE, **form)
    again = sitting.takes(sitting.secretary, PAGE, **form)
    assert first.location == again.location
    assert sitting.steps().count("close_without_proposal") == 1


def test_figures_count_it_as_not_settled(sitting: Table, client: FlaskClient) -> None:
    sitting.go(OVER)
    sitting.takes(sitting.secretary, PAGE, reason=WHY)
    tables = client.get("/figures.json?year=2026").json["tables"]
    (ends,) = [table["rows"] for table in tables if table["key"] == "dispute_ends"]
    found = {row["key"]: row["values"] for row in ends}
    assert (found["unsettled"], found["unformed"]) == (["1"], ["0"])
