"""A renewal is a new pact, linked, under the regulation then in force. Art. 30(8), 5(1)."""

from dataclasses import replace
from datetime import date

import pytest
from flask import current_app
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import seat_on
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import pact_by_number
from pactregistry.workflow.states import PactState, Role, VersionState
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene

NEW = "2026-0002"


def renewed(scene: Scene) -> Pact:
    answer = scene.post(scene.cast.desk, "renewal", reason="It went well.")
    assert answer.status_code == 302, answer.text
    assert answer.location.endswith(f"/pacts/{NEW}/codesign")
    db.session.expire_all()
    return pact_by_number(NEW)


@pytest.mark.article("30(8)")
def test_one_side_asks_and_the_other_opens_the_new_pact(scene: Scene, client: FlaskClient) -> None:
    scene.takes(scene.cast.lead, "renewal-request", reason="We would go on.")
    assert scene.mails("A renewal is asked for")
    before = scene.pact
    pact = renewed(scene)
    assert "other_side_agrees" not in scene.last().warnings
    assert scene.last().facts == {"renewed_as": NEW}
    assert (pact.predecessor_id, pact.proposal_id) == (before.id, None)
    assert (pact.state, pact.track, pact.place_name) == (PactState.FORMING, "c", "Via Lunga")
    text = pact.versions[0]
    assert (text.state, text.ordinal) == (VersionState.CODESIGN, 1)
    assert [s.text for s in text.sections] == [s.text for s in before.versions[0].sections]
    assert not any(s.citizens_agreed_id or s.city_agreed_id for s in text.sections)
    assert any("2026-0001" in premise["text"] for premise in text.premises)
    assert not any("2026-P-0001" in premise["text"] for premise in text.premises)
    assert text.suspension_causes == before.versions[0].suspension_causes
    assert (text.starts_on, text.ends_on) == (date(2028, 4, 15), date(2030, 4, 14))
    assert scene.mails("A new pact is being written")


@pytest.mark.article("30(8)", "34(1)")
def test_opening_it_before_the_other_side_asked_warns(scene: Scene) -> None:
    scene.takes(scene.cast.desk, "renewal-request")  # its own word is not the other side's
    renewed(scene)
    assert {"other_side_agrees", "report_accepted"} <= set(scene.last().warnings)


def test_going_on_is_offered_before_leaving(scene: Scene) -> None:
    page = scene.enter(scene.cast.lead).get("/pacts/2026-0001").text
    offered = page.partition('aria-label="What your side can do"')[2].partition("</nav>")[0]
    places = [offered.index(f'/{step}"') for step in ("renewal-request", "renewal", "withdrawal")]
    assert places == sorted(places)


def test_the_citizens_open_it_too(scene: Scene) -> None:
    scene.takes(scene.cast.desk, "renewal-request")
    scene.takes(scene.cast.lead, "renewal")
    assert "other_side_agrees" not in scene.last().warnings
    assert pact_by_number(NEW).versions


@pytest.mark.article("4(3)")
def test_the_citizens_side_goes_over_to_the_new_pact(scene: Scene, client: FlaskClient) -> None:
    pact = renewed(scene)
    assert Role.LEAD in seat_on(pact, scene.cast.lead).roles
    assert not seat_on(pact, scene.cast.stranger).reads
    signing = [(s.side, s.on_behalf_of, s.public_name) for s in pact.versions[0].signatories]
    assert signing[0] == ("citizens", "Via Lunga in Fiore", "Via Lunga in Fiore")
    assert signing[-1][0] == "city"
    lead = scene.enter(scene.cast.lead)
    assert lead.get(f"/pacts/{NEW}/codesign").status_code == 200
    assert NEW in lead.get("/me/proposals").text
    assert client.get(f"/pacts/{NEW}").status_code == 404
    page = client.get("/pacts/2026-0001").text
    assert NEW not in page.split('id="history"')[0]  # not public yet
    assert "2026-0001" in lead.get(f"/pacts/{NEW}").text


def test_a_pact_is_renewed_once_unless_the_renewal_is_given_up(scene: Scene) -> None:
    pact = renewed(scene)
    answer = scene.post(scene.cast.desk, "renewal")
    assert answer.status_code == 409
    assert "renewed already, as 2026-0002" in answer.text
    form = {"version": str(pact.versions[0].version), "reason": "We think again."}
    given_up = scene.enter(scene.cast.lead).post(f"/pacts/{NEW}/abandonment", data=form)
    assert given_up.status_code == 302
    assert scene.post(scene.cast.desk, "renewal").status_code == 302
    assert pact_by_number("2026-0003").predecessor_id == scene.pact.id


def test_an_ended_pact_is_renewed_without_days(scene: Scene) -> None:
    scene.go(date(2028, 4, 15))
    answer = scene.post(scene.cast.desk, "renewal")
    assert answer.status_code == 302
    text = pact_by_number("2028-0001").versions[0]
    assert (text.starts_on, text.ends_on) == (None, None)


@pytest.mark.article("30(8)")
def test_the_new_pact_stands_under_the_regulation_in_force(scene: Scene) -> None:
    here = settings()
    other = replace(here.pack, id="later", version="9")
    packs = {**here.packs, "later": other}
    city = replace(here.city, pack="later")
    current_app.config["SETTINGS"] = replace(here, city=city, packs=packs)
    assert settings().pack.id == "later"
    pact = renewed(scene)
    assert (pact.pack_id, pact.versions[0].pack_id) == ("later", "later")
    assert (scene.pact.pack_id, scene.pact.versions[0].pack_id) == (here.pack.id, here.pack.id)


def test_what_is_private_stays_private_in_the_new_pact(scene: Scene, client: FlaskClient) -> None:
    renewed(scene)
    for address in ("/pacts/2026-0001", "/pacts/2026-0001.json", f"/pacts/{NEW}.json"):
        assert CANARY not in client.get(address).text
    assert client.get("/pacts/2026-0001.json").json["renews"] is None
