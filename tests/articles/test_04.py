"""Art. 4: who acts, alone or through a group, and by whose will. The law on groups in pacts."""

from datetime import date

import pytest

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Membership, lead_on
from tests.pacts.life.scene import Scene


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
