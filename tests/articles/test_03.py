"""Art. 3: trust, publicity, openness, proportion, autonomy, in what the registry does."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.journal import history
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from tests.pacts.life.scene import REASON, Scene
from tests.proposals.conftest import Office, People
from tests.proposals.writing import latest, send, write

Sent = Callable[..., Proposal]


def ask(scene: Scene, who: Account) -> None:
    """Somebody asks to join, for oneself."""
    form = {"version": "1", "whom": "0", "words": "I would like to water the beds."}
    answer = scene.enter(who).post(f"/pacts/{scene.cast.number}/joining", data=form)
    assert answer.status_code == 302, answer.text


@pytest.mark.article("3(1)d")
def test_1_d_anyone_joins_a_live_pact_once_both_sides_say_yes(
    scene: Scene, client: FlaskClient
) -> None:
    newcomer = scene.cast.stranger  # no title, no residence, is asked
    ask(scene, newcomer)
    scene.takes(scene.cast.desk, "joining/1")
    scene.takes(scene.cast.lead, "joining/1")
    assert scene.steps()[-2:] == ["request_join", "admit"]
    page = client.get(f"/pacts/{scene.cast.number}").text
    assert "1 person has joined" in page
    assert newcomer.name not in page


@pytest.mark.article("3(1)d", "11(8)")
def test_1_d_who_is_not_admitted_reads_why_and_the_public_reads_it_without_the_name(
    scene: Scene, client: FlaskClient
) -> None:
    ask(scene, scene.cast.stranger)
    answer = scene.post(scene.cast.desk, "joining/1/refusal", reasons="No room.")
    assert answer.status_code == 409
    scene.takes(scene.cast.desk, "joining/1/refusal", reasons=REASON)
    assert REASON in scene.enter(scene.cast.stranger).get("/pacts/2026-0001/joining").text
    page = client.get(f"/pacts/{scene.cast.number}").text
    assert REASON in page
    assert scene.cast.stranger.name not in page


@pytest.mark.article("3(1)i")
def test_1_i_nobody_is_held_in_a_pact_who_leaves_keeps_the_notice(scene: Scene) -> None:
    ask(scene, scene.cast.stranger)
    scene.takes(scene.cast.desk, "joining/1")
    scene.takes(scene.cast.lead, "joining/1")
    scene.takes(scene.cast.stranger, "leaving")
    assert scene.last().facts == {"until": "2026-05-15"}  # thirty days after 15 April


@pytest.mark.article("3(1)a")
def test_1_a_what_citizens_say_is_public_at_once_and_nobody_proves_good_faith(
    office: Office, people: People, sent: Sent, client: FlaskClient
) -> None:
    proposal = sent()  # no paper came with it
    office.open_inquiry(proposal)
    said = {"kind": "observation", "text": "The tap is broken."}
    office.as_(people.neighbour).post(f"/proposals/{proposal.number}/comments", data=said)
    assert "The tap is broken." in client.get(f"/proposals/{proposal.number}").text


@pytest.mark.article("3(1)b")
def test_1_b_what_was_received_decided_and_granted_can_be_known(
    office: Office, people: People, sent: Sent, client: FlaskClient
) -> None:
    proposal = sent()
    line = client.get("/proposals/").text
    assert proposal.number in line
    assert proposal.summary not in line, "not more than number, place, theme and day yet"
    office.open_inquiry(proposal)
    office.post(people.manager, "refusal", proposal, **{"texts-0": REASON})
    page = client.get(f"/proposals/{proposal.number}").text
    assert REASON in page
    assert "managing officer" in page, "who decided"
    assert "Art. 11(8)" in page, "under which paragraph"
    for opportunities in ("/calls/", "/commons/", "/modules/"):
        assert client.get(opportunities).status_code == 200


@pytest.mark.article("3(1)b")
def test_1_b_the_support_granted_can_be_known(scene: Scene, client: FlaskClient) -> None:
    sections = client.get(f"/pacts/{scene.cast.number}.json").json["sections"]
    (support,) = [section for section in sections if section["letter"] == "g"]
    assert support["text"] == "Acqua e attrezzi."


@pytest.mark.article("3(1)c")
@pytest.mark.parametrize(
    ("day", "late"),
    [(date(2026, 4, 15), False), (date(2026, 4, 16), False), (date(2026, 4, 17), True)],
)
def test_1_c_the_city_too_answers_for_its_part(
    office: Office, sent: Sent, clock: object, client: FlaskClient, day: date, late: bool
) -> None:
    proposal = sent()
    office.open_inquiry(proposal, days=45)
    clock.go(day)  # type: ignore[attr-defined]  # reason: the clock of the test
    page = client.get(f"/proposals/{proposal.number}").text
    assert ("it was due on 16 April 2026" in page) is late
    assert "Green spaces office" in page, "and whom one waits for"


@pytest.mark.article("3(1)e")
def test_1_e_harm_is_pointed_out_and_answered_before_a_decision(
    office: Office, people: People, sent: Sent, client: FlaskClient, clock: object
) -> None:
    proposal = sent()
    office.open_inquiry(proposal)
    said = {"kind": "harm", "text": "Hedgehogs winter there."}
    office.as_(people.neighbour).post(f"/proposals/{proposal.number}/comments", data=said)
    assert "Harmful effect" in client.get(f"/proposals/{proposal.number}").text
    clock.go(date(2026, 3, 18))  # type: ignore[attr-defined]  # reason: the clock of the test
    office.post(people.desk, "acceptance", proposal)
    assert "comments_answered" in history("proposal", proposal.id)[-1].warnings


@pytest.mark.article("3(1)f")
@pytest.mark.parametrize(
    ("intensity", "asked"),
    [("occasional", 0), ("continuous", 0), ("shared_management", 0), ("regeneration", 4)],
)
def test_1_f_papers_are_asked_in_proportion(
    office: Office, people: People, intensity: str, asked: int
) -> None:
    author = office.as_(people.resident)
    author.post("/proposals/new", data={"intensity": intensity, "proposer_kind": "person"})
    page = author.get(f"/drafts/{latest().id}/papers").text
    assert ("No paper is needed" in page) is (asked == 0)
    assert page.count("/regulation/bologna-2014/15") + page.count('"/regulation/15') == asked


@pytest.mark.article("3(1)g")
@pytest.mark.parametrize(
    ("intensity", "screens"), [("continuous", "one"), ("shared_management", "many")]
)
def test_1_g_the_form_differs_with_the_commons_and_the_care(
    office: Office, people: People, intensity: str, screens: str
) -> None:
    author = office.as_(people.resident)
    typed = {"intensity": intensity, "proposer_kind": "person"}
    begun = author.post("/proposals/new", data=typed).location
    one = f"/drafts/{latest().id}"
    assert begun == (one if screens == "one" else f"{one}/who")


@pytest.mark.article("3(1)h", "34(1)")
def test_1_h_no_formality_is_asked_to_be_heard(office: Office, people: People) -> None:
    author = office.as_(people.resident)
    draft = write(author, title="Flowers?", description="", place="")
    assert send(author, draft).status_code == 302
    assert latest().number == "2026-P-0001"
