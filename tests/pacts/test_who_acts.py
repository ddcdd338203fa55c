"""Who acts has read the sheet on risks; an officer with an interest steps aside. Art. 10, 31."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.pacts.conditions.risk_sheet import who_read
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.pacts.cases import CANARY, Cast

Enter = Callable[[Account], FlaskClient]
SHEET = "/pacts/2026-0001/risks"


@pytest.mark.article("31(1)", "31(2)")
def test_who_acts_reads_the_sheet_and_the_parties_see_who_did(accepted: Cast, enter: Enter) -> None:
    lead, desk = enter(accepted.lead), enter(accepted.desk)
    form = {"version": str(accepted.pact.version)}
    assert lead.post(SHEET, data=form).status_code == HTTPStatus.CONFLICT  # there is none yet
    version = accepted.text
    version.conditions = {"risks": {"risks": ["hand_tools"], "others": "", "equipment": ""}}
    db.session.commit()
    assert "Hand tools" in lead.get(SHEET).text
    for _ in range(2):  # twice is the same as once
        form = {"version": str(accepted.pact.version)}
        assert lead.post(SHEET, data=form).status_code == HTTPStatus.FOUND
    assert who_read(accepted.pact) == [accepted.lead.id]
    assert "You have confirmed it already." in lead.get(SHEET).text
    assert accepted.lead.name in desk.get(SHEET).text
    assert "1 person confirmed" in desk.get("/pacts/2026-0001").text
    assert enter(accepted.stranger).get(SHEET).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.article("10(1)", "11(7)")
def test_an_officer_with_an_interest_steps_aside(
    accepted: Cast, enter: Enter, person: Callable[..., Account]
) -> None:
    other = person("Olga Sportello", roles=[(Role.DESK, "commons")])
    desk = enter(accepted.desk)
    page = "/pacts/2026-0001/abstention"
    form = {"version": str(accepted.pact.version), "reason": "  "}
    assert desk.post(page, data=form).status_code == HTTPStatus.CONFLICT
    form["reason"] = f"{CANARY}: my brother lives there."
    assert desk.post(page, data=form).status_code == HTTPStatus.FOUND
    assert desk.get("/pacts/2026-0001/codesign").status_code == HTTPStatus.NOT_FOUND
    assert enter(other).get("/pacts/2026-0001/codesign").status_code == HTTPStatus.OK
    entry = history("pact", accepted.pact.id)[-1]
    assert entry.step == "abstain"
    assert CANARY not in entry.reason + str(entry.facts)
    assert CANARY not in enter(accepted.lead).get("/pacts/2026-0001").text.replace(
        accepted.lead.name, ""
    ).replace(f"Socia {CANARY}", "")


@pytest.mark.article("10(1)", "11(8)")
def test_who_stepped_aside_does_not_decide(cast: Cast, enter: Enter) -> None:
    manager = enter(cast.manager)
    form = {"version": str(cast.proposal.version), "reason": "I own the shop beside it."}
    done = manager.post("/desk/proposals/2026-P-0001/abstention", data=form)
    assert done.status_code == HTTPStatus.FOUND
    assert done.location.endswith("/desk/")
    refusal = manager.get("/desk/proposals/2026-P-0001/refusal")
    assert refusal.status_code == HTTPStatus.NOT_FOUND
