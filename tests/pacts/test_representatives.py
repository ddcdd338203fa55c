"""Who represents a group, and who stood on the proposing side. Art. 4(3), 4(4), 11(10)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.facts import Signing, signing_facts, version_facts
from pactregistry.people.actions_groups import hand_over
from pactregistry.people.models import Account, Group, Membership, members_on
from pactregistry.workflow.states import SignatureKind
from tests.pacts.cases import Cast


@pytest.mark.article("4(3)", "4(4)")
def test_a_new_representative_needs_minutes_of_its_own(
    mandate: Cast, clock: object, person: Callable[..., Account]
) -> None:
    assert version_facts(mandate.text).mandate
    group = db.session.get_one(Group, mandate.proposal.group_id)
    clock.go(settings().today() + timedelta(days=7))  # type: ignore[attr-defined]
    other = Membership(group_id=group.id, account_id=person("Nora Nuova").id, name="Nora Nuova")
    other.since = settings().today()
    db.session.add(other)
    db.session.commit()
    hand_over(group, other, settings().today())
    db.session.commit()
    assert not version_facts(mandate.text).mandate


@pytest.mark.article("4(3)")
def test_who_represents_a_group_already_goes_on_doing_so(accepted: Cast) -> None:
    today = settings().today()
    group = db.session.get_one(Group, accepted.proposal.group_id)
    before = [(m.id, m.is_lead) for m in members_on(group.id, today)]
    hand_over(group, members_on(group.id, today)[0], today)
    assert [(m.id, m.is_lead) for m in members_on(group.id, today)] == before


@pytest.mark.article("11(10)")
def test_who_left_the_group_proposed_all_the_same(accepted: Cast) -> None:
    left = Membership(
        group_id=accepted.proposal.group_id,
        account_id=accepted.manager.id,
        name="Mara Dirigente",
        since=date(2026, 1, 1),
        until=date(2026, 3, 10),
    )
    db.session.add(left)
    db.session.commit()
    text = accepted.text
    signing = Signing(SignatureKind.HERE, "", duties_read=True, onerous_approved=True)
    city = next(s for s in text.signatories if s.side == "city")
    assert signing_facts(text, city, accepted.manager, signing).actor_is_proposer


@pytest.mark.article("4(3)")
@pytest.mark.parametrize("gathered", [True, False])
def test_the_desk_s_file_leads_to_the_page_where_a_group_decides(
    active: Cast, enter: Callable[[Account], FlaskClient], *, gathered: bool
) -> None:
    if not gathered:
        active.proposal.group_id = None
        db.session.commit()
    page = enter(active.desk).get(f"/desk/pacts/{active.number}").text
    assert (f'href="/pacts/{active.number}/representative"' in page) is gathered
    assert "I have read the sheet on risks" not in page  # this pact has none
