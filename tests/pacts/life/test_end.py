"""The City ends, announces a breach, revokes, reinstates. Art. 5(2)b, i, l, 11(8), 3(1)b."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Membership
from pactregistry.workflow.states import PactState
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import REASON, Scene

PAGE = "/pacts/2026-0001"


def minimum() -> int:
    return settings().city.reason_minimum


@pytest.mark.article("5(2)b", "11(8)")
def test_the_city_ends_a_pact_with_reasons_and_remedies(scene: Scene, client: FlaskClient) -> None:
    manager = scene.cast.manager
    cause = "The street is rebuilt"
    for short in ("", "x" * (minimum() - 1), "for technical reasons"):
        answer = scene.post(manager, "termination", **{"texts-0": short, "cause": cause})
        assert answer.status_code == 409, short
    scene.takes(manager, "termination", **{"texts-0": REASON[: minimum()], "cause": cause})
    assert scene.pact.state == PactState.ENDED
    assert "cause_listed" not in scene.last().warnings
    page = client.get(PAGE).text
    assert "Ended on 15 April 2026" in page
    assert REASON[: minimum()] in page
    assert settings().city.remedies["en"] in page
    ended = client.get(f"{PAGE}.json").json["ended"]
    assert ended == {"on": "2026-04-15", "how": "terminate", "reason": REASON[: minimum()]}
    assert scene.mails("Ended in the public interest")


@pytest.mark.article("5(2)i", "5(2)l")
def test_a_breach_is_announced_answered_and_revoked(scene: Scene, client: FlaskClient) -> None:
    manager, lead = scene.cast.manager, scene.cast.lead
    assert scene.post(manager, "breach", text="").status_code == 409
    scene.takes(manager, "breach", text=f"The beds are dry. {CANARY}")
    assert scene.pact.answer_until == date(2026, 4, 30)
    assert scene.mails("Please answer")
    page = scene.enter(lead).get(f"{PAGE}/breach-answer").text
    assert "The beds are dry." in page
    assert scene.post(lead, "breach-answer", text="").status_code == 422
    scene.takes(lead, "breach-answer", text="The pump broke; it is mended.")
    assert scene.pact.answer_until is None
    assert scene.mails("The citizens answered")
    page = scene.enter(manager).get(f"{PAGE}/revocation").text
    assert "The pump broke; it is mended." in page
    assert "may do so until" not in page
    scene.takes(manager, "revocation", **{"texts-0": REASON})
    assert scene.pact.state == PactState.ENDED
    assert not {"breach_announced", "answer_awaited"} & set(scene.last().warnings)
    page = client.get(PAGE).text
    assert REASON in page
    assert "A breach was announced" in page  # the step and its day, never its words
    assert CANARY not in page
    assert "The pump broke" not in page


@pytest.mark.article("5(2)i")
@pytest.mark.parametrize(
    ("day", "awaited"),
    [(date(2026, 4, 29), True), (date(2026, 4, 30), True), (date(2026, 5, 1), False)],
)
def test_revoking_before_the_answer_or_its_term_warns(
    scene: Scene, day: date, awaited: bool
) -> None:
    scene.takes(scene.cast.manager, "breach", text="The beds are dry.")
    scene.clock.go(day)
    page = scene.enter(scene.cast.manager).get(f"{PAGE}/revocation").text
    assert ("may do so until 30 April 2026" in page) is awaited
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    assert ("answer_awaited" in scene.last().warnings) is awaited


@pytest.mark.article("5(2)i", "34(1)")
def test_revoking_without_a_notice_of_breach_warns(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    assert "breach_announced" in scene.last().warnings


def test_the_citizens_are_reminded_of_the_answer_once(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "breach", text="The beds are dry.")
    assert scene.go(date(2026, 4, 26)) == 0
    assert [scene.go(date(2026, 4, 27)), scene.go(date(2026, 4, 28))] == [1, 0]
    assert len(scene.mails("Your answer is awaited by 30 April 2026")) == 1


def test_a_breach_is_between_the_parties_until_a_revocation(
    scene: Scene, client: FlaskClient
) -> None:
    scene.takes(scene.cast.manager, "breach", text=f"Dry beds {CANARY}")
    for address in (
        PAGE,
        f"{PAGE}.json",
        "/feed.json",
        "/data/pacts.json",
        "/api/v1/pacts/2026-0001",
    ):
        told = client.get(address).text
        assert CANARY not in told, address
        assert "reach" not in told.replace("reach us", ""), address
    assert "Dry beds" in scene.enter(scene.cast.lead).get(PAGE).text
    assert "Dry beds" not in scene.enter(scene.cast.stranger).get(PAGE).text
    scene.takes(scene.cast.manager, "breach-settlement", text="The beds are wet again.")
    assert scene.mails("Settled")
    assert scene.post(scene.cast.lead, "breach-answer", text="Thank you").status_code == 409
    scene.takes(scene.cast.manager, "termination", **{"texts-0": REASON, "cause": ""})
    steps = [step["step"] for step in client.get(f"{PAGE}.json").json["history"]]
    assert not {"warn_breach", "settle_breach"} & set(steps)


@pytest.mark.article("5(2)i", "3(1)b")
def test_what_the_city_ended_it_may_reinstate(scene: Scene, client: FlaskClient) -> None:
    manager = scene.cast.manager
    scene.takes(manager, "revocation", **{"texts-0": REASON})
    why = "The owner cares for the place again."
    assert scene.post(manager, "reinstatement", reason="").status_code == 409
    act = {"act_number": "12/2026", "act_date": "2026-04-15"}
    scene.takes(manager, "reinstatement", reason=why, **act)
    assert (scene.pact.state, scene.pact.ends_on) == (PactState.ACTIVE, date(2028, 4, 14))
    assert scene.last().warnings == []
    assert scene.last().facts == {"act": "12/2026", "act_date": "2026-04-15"}
    page = client.get(PAGE).text
    assert "Ended on" not in page
    assert why in page
    assert REASON in page  # nothing is overwritten
    assert scene.go(date(2026, 4, 20)) == 0
    assert scene.pact.state == PactState.ACTIVE


def test_reinstating_without_its_act_warns(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    scene.takes(scene.cast.manager, "reinstatement", reason="An error.", act_number="12/2026")
    assert scene.last().warnings == ["act_cited"]


def test_what_the_citizens_or_time_ended_is_not_reinstated(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "withdrawal")
    scene.go(date(2026, 5, 16))
    answer = scene.post(scene.cast.manager, "reinstatement", reason="We would rather not.")
    assert answer.status_code == 409
    assert "It was not the City that ended this pact." in answer.text


@pytest.mark.parametrize(("day", "taken"), [(date(2028, 4, 14), 302), (date(2028, 4, 15), 409)])
def test_a_pact_whose_last_day_has_passed_does_not_come_back(
    scene: Scene, day: date, taken: int
) -> None:
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    scene.clock.go(day)
    answer = scene.post(scene.cast.manager, "reinstatement", reason="An error.")
    assert answer.status_code == taken


@pytest.mark.article("11(8)", "11(10)")
@pytest.mark.parametrize("page", ["termination", "revocation", "suspension", "breach"])
def test_who_proposed_does_not_decide_for_the_city(scene: Scene, page: str) -> None:
    group_id = scene.cast.proposal.group_id
    member = Membership(
        group_id=group_id, account_id=scene.cast.manager.id, name="", since=date(2026, 1, 1)
    )
    db.session.add(member)
    db.session.commit()
    form = {"texts-0": REASON, "reason": REASON, "text": REASON, "cause": ""}
    answer = scene.post(scene.cast.manager, page, **form)
    assert answer.status_code == 409
    assert "cannot decide on it for the City" in answer.text
    assert scene.pact.state == PactState.ACTIVE


def test_only_the_manager_ends_a_pact(scene: Scene) -> None:
    for page in ("termination", "revocation", "breach", "breach-settlement", "reinstatement"):
        for who in (scene.cast.desk, scene.cast.lead, scene.cast.stranger):
            assert scene.enter(who).get(f"{PAGE}/{page}").status_code == 403
