"""Acts of owners and of the heritage authority on a pact's place. Art. 14, 15(6), 16(4)."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.pacts.facts import version_facts
from pactregistry.people.models import Account
from pactregistry.workflow.guards.pact import HERITAGE_APPROVED
from pactregistry.workflow.guards.version import OWNER_CONSENTS
from pactregistry.workflow.states import CommonsKind, OwnerKind
from tests.pacts.cases import CANARY, Cast

Enter = Callable[[Account], FlaskClient]
OWNER = f"Arturo {CANARY}"


def record(browser: FlaskClient, cast: Cast, page: str, day: str, **typed: str) -> int:
    form = {"version": str(cast.pact.version), "occurred_on": day, **typed}
    return browser.post(f"/pacts/2026-0001/{page}", data=form).status_code


@pytest.mark.article("14(1)", "16(4)")
@pytest.mark.parametrize("kind", [OwnerKind.PRIVATE, OwnerKind.PUBLIC_BODY])
def test_another_owner_consents_and_a_new_one_again(
    accepted: Cast, enter: Enter, kind: OwnerKind
) -> None:
    commons = Commons(
        state="listed",
        number="2026-B-0001",
        pack_id="bologna-2014",
        pack_version="1",
        kind=CommonsKind.PRIVATE_SPACE,
        name="Arcade",
        owner_kind=kind,
        created_at=settings().now(),
    )
    db.session.add(commons)
    db.session.flush()
    accepted.pact.commons_id = commons.id
    db.session.commit()
    desk = enter(accepted.desk)
    assert not OWNER_CONSENTS.holds(version_facts(accepted.text))
    assert record(desk, accepted, "consent", "2026-04-03", owner=OWNER) == HTTPStatus.FOUND
    assert OWNER_CONSENTS.holds(version_facts(accepted.text))

    sold = {"reason": "Sold in spring."}
    assert record(desk, accepted, "owner", "2026-04-03") == HTTPStatus.CONFLICT
    assert record(desk, accepted, "owner", "2026-04-03", **sold) == HTTPStatus.FOUND
    # A consent of the very day may be the new owner's.
    assert OWNER_CONSENTS.holds(version_facts(accepted.text))
    accepted.pact.owner_changed_on = date(2026, 4, 4)
    db.session.flush()
    assert not OWNER_CONSENTS.holds(version_facts(accepted.pact.versions[0]))


@pytest.mark.article("16(4)")
def test_an_owner_s_name_stays_private(accepted: Cast, enter: Enter, client: FlaskClient) -> None:
    desk = enter(accepted.desk)
    record(desk, accepted, "consent", "2026-04-03", owner=OWNER)
    entry = history("pact", accepted.pact.id)[-1]
    assert entry.step == "record_consent"
    assert CANARY not in str(entry.facts) + entry.reason
    assert entry.private == {"owner": OWNER}
    assert client.get("/pacts/2026-0001").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.article("15(6)")
def test_the_heritage_authority_is_asked_and_answers(accepted: Cast, enter: Enter) -> None:
    accepted.proposal.works = accepted.proposal.heritage_protected = True
    db.session.commit()
    desk = enter(accepted.desk)
    asked = record(desk, accepted, "heritage-request", "2026-04-03", protocol="88/2026")
    assert asked == HTTPStatus.FOUND
    assert accepted.pact.heritage_asked_on == date(2026, 4, 3)
    nameless = record(desk, accepted, "heritage", "2026-04-03", outcome="approved")
    assert nameless == HTTPStatus.CONFLICT
    denied = {"outcome": "denied", "act": "7/2026"}
    assert record(desk, accepted, "heritage", "2026-04-03", **denied) == HTTPStatus.FOUND
    assert accepted.pact.heritage_act == ""
    approved = {"outcome": "approved", "act": "9/2026", "conditions": "Lime plaster only."}
    assert record(desk, accepted, "heritage", "2026-04-03", **approved) == HTTPStatus.FOUND
    assert accepted.pact.heritage_act == "9/2026"
    acts = [e.facts["act"] for e in history("pact", accepted.pact.id) if "act" in e.facts]
    assert acts == ["7/2026", "9/2026"]
    assert HERITAGE_APPROVED.name == "heritage_approved"


@pytest.mark.article("10(2)", "15(6)")
def test_only_the_office_records_them(accepted: Cast, enter: Enter) -> None:
    for person in (accepted.lead, accepted.stranger):
        answer = record(enter(person), accepted, "heritage", "2026-04-03", outcome="approved")
        assert answer in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
