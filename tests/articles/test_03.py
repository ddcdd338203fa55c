"""Art. 3: trust, publicity, openness, proportion, autonomy, in what the registry does."""

import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from tests.pacts.life.scene import REASON, Scene


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
