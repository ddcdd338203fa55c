"""Art. 4: who acts, alone or through a group, and by whose will. The law on groups in pacts."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account, Membership, lead_on
from tests.packs.walk import Walk
from tests.pacts.cases import Cast, agree_and_sign, sign_as
from tests.pacts.life.scene import Scene
from tests.proposals.writing import latest, send, write


def member(scene: Scene, name: str) -> Membership:
    """The stranger of the case, as a member of the group with an account."""
    row = Membership(
        group_id=scene.pact.proposal.group_id,  # type: ignore[union-attr]
        account_id=scene.cast.stranger.id,
        name=name,
        since=date(2026, 1, 1),
    )
    db.session.add(row)
    db.session.commit()
    return row


@pytest.mark.article("4(3)", "4(4)")
def test_3_and_4_a_group_changes_its_representative_only_by_its_members_will(scene: Scene) -> None:
    group_id = scene.pact.proposal.group_id or 0  # type: ignore[union-attr]
    place = f"/groups/{group_id}/representative"
    chosen = member(scene, "Rino Passante")
    leaving, coming = scene.enter(scene.cast.lead), scene.enter(scene.cast.stranger)
    asked = {"member": str(chosen.id), "reason": "She moves away."}
    assert leaving.post(place, data=asked).status_code == 302
    assert coming.post(f"{place}/takeover").status_code == 409  # one of two is not more than half
    assert coming.post(f"{place}/answer", data={"agrees": "yes"}).status_code == 302
    assert coming.post(f"{place}/takeover").status_code == 302
    lead = lead_on(group_id, settings().today())
    assert lead is not None
    assert lead.account_id == scene.cast.stranger.id
    assert scene.steps()[-1] == "change_lead"
    # Who signed has signed; the pact goes on under the new voice.
    assert scene.pact.versions[0].signatories[0].account_id == scene.cast.lead.id
    assert leaving.get(f"/pacts/{scene.cast.number}/withdrawal").status_code == 403
    assert coming.get(f"/pacts/{scene.cast.number}/withdrawal").status_code == 200


@pytest.mark.article("4(1)")
def test_1_nobody_is_asked_for_residence_or_any_title(walk: Walk) -> None:
    page = walk.enter(walk.resident).get("/proposals/new").text.lower()
    assert "residence" not in page
    assert "citizenship" not in page
    assert walk.proposal(walk.propose()).state == "submitted"


@pytest.mark.article("4(2)")
@pytest.mark.parametrize("kind", ["person", "informal_group", "association", "school", "business"])
def test_2_alone_or_through_any_formation(walk: Walk, kind: str) -> None:
    browser = walk.enter(walk.resident)
    draft = write(browser, kind=kind)
    assert send(browser, draft).status_code == 302
    assert latest().proposer_kind == kind


@pytest.mark.article("4(4)")
def test_4_a_group_without_its_minutes_cannot_sign(
    accepted: Cast, enter: Callable[[Account], FlaskClient]
) -> None:
    agree_and_sign(accepted, enter, sign=False)
    refused = sign_as(enter(accepted.lead), accepted, onerous="yes")
    assert refused.status_code == 409
    assert "mandate is missing" in refused.text
    assert "/regulation/4" in refused.text


@pytest.mark.article("4(5)")
def test_5_an_interest_of_ones_own_is_declared_and_excludes_nobody(walk: Walk) -> None:
    browser = walk.enter(walk.resident)
    draft = write(browser)
    mine = {"version": latest().version, "proposer_kind": "person", "interest_declared": "My shop"}
    browser.post(f"/drafts/{draft.id}/who", data=mine)
    assert send(browser, draft).status_code == 302
    number = latest().number or ""
    assert latest().interest_declared == "My shop"
    assert "My shop" not in walk.app.test_client().get(f"/proposals/{number}").text
    assert "My shop" in walk.enter(walk.desk).get(f"/desk/proposals/{number}").text
