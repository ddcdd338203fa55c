"""A place and its pacts: taken up, freed, another owner, taken off the list. Art. 10(6), 14, 16."""

from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from pactregistry import journal
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import owner_changed_on
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts.places import sweep
from tests.pacts.cases import Cast, code_of, sign_as
from tests.pacts.life.scene import Scene

LONG = "The field becomes a school yard, by resolution 12/2026 of the City executive."


def listed(cast: Cast, enter: Any) -> Commons:
    """An entry of the list for the place of the pact."""
    typed = {
        "name": "Via Lunga",
        "kind": "public_space",
        "aims": "Flowers.",
        "owner_kind": "city",
        "place": "Via Lunga",
        "occurred_on": settings().today().isoformat(),
    }
    assert enter(cast.desk).post("/desk/commons/new", data=typed).status_code == 302
    return found()


def found() -> Commons:
    db.session.expire_all()
    commons: Commons = db.session.scalars(db.select(Commons)).one()
    return commons


def link(cast: Cast, enter: Any, commons_id: object) -> None:
    data = {"version": str(cast.pact.version), "commons_id": commons_id}
    answer = enter(cast.desk).post(f"/desk/pacts/{cast.number}/place", data=data)
    assert answer.status_code == 302, answer.text


def step(cast: Cast, enter: Any, act: str, **typed: object) -> Any:
    data = {"version": found().version, "occurred_on": settings().today().isoformat(), **typed}
    return enter(cast.desk).post(f"/desk/commons/{found().id}/{act}", data=data)


def steps(commons: Commons) -> list[str]:
    return [entry.step for entry in journal.history("commons", commons.id)]


def due() -> None:
    db.session.commit()
    for _ in range(2):
        sweep.run(settings().now())


@pytest.mark.article("10(6)", "11(10)")
def test_the_last_signature_takes_the_place_up(
    frozen: Cast, enter: Any, clock: Any, client: FlaskClient
) -> None:
    commons = listed(frozen, enter)
    link(frozen, enter, commons.id)
    clock.go(date(2026, 4, 10))
    assert found().state == "listed"
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    assert found().state == "listed"
    answer = sign_as(enter(frozen.manager), frozen, code=code_of(frozen.manager))
    assert answer.status_code == 302
    commons = found()
    assert commons.state == "under_pact"
    entry = journal.history("commons", commons.id)[-1]
    assert (entry.step, entry.facts, entry.by_role) == ("take_up", {"pact": "2026-0001"}, "clock")
    page = client.get("/commons/2026-B-0001").text
    assert "/pacts/2026-0001" in page
    assert "ask to join" in page
    assert client.get("/commons/2026-B-0001.json").json["pacts"] == ["2026-0001"]
    (place,) = client.get("/pacts/2026-0001.json").json["commons"]
    assert place["number"] == "2026-B-0001"


def test_a_pact_linked_later_takes_its_place_up_and_unlinked_frees_it(scene: Scene) -> None:
    commons = listed(scene.cast, scene.enter)
    link(scene.cast, scene.enter, commons.id)
    assert found().state == "under_pact"
    link(scene.cast, scene.enter, "")
    assert found().state == "listed"
    assert steps(found()) == ["list", "take_up", "free"]


@pytest.mark.article("10(6)", "5(2)b")
def test_the_end_of_the_last_pact_frees_the_place_once(scene: Scene) -> None:
    link(scene.cast, scene.enter, listed(scene.cast, scene.enter).id)
    due()
    assert found().state == "under_pact"
    scene.go(date(2028, 4, 14))
    due()
    assert found().state == "under_pact"
    scene.go(date(2028, 4, 15))
    due()
    assert found().state == "listed"
    assert steps(found()) == ["list", "take_up", "free"]


def test_a_pact_that_comes_back_takes_its_place_up_again(scene: Scene) -> None:
    link(scene.cast, scene.enter, listed(scene.cast, scene.enter).id)
    reasons = {"texts-0": LONG * 2, "cause": ""}
    scene.takes(scene.cast.manager, "termination", **reasons)
    due()
    assert found().state == "listed"
    scene.takes(scene.cast.manager, "reinstatement", reason="Act 7/2026", act="7/2026")
    due()
    assert found().state == "under_pact"


@pytest.mark.article("14(1)", "16(4)")
def test_a_new_owner_is_told_to_the_desk_and_to_the_parties(
    scene: Scene, client: FlaskClient
) -> None:
    link(scene.cast, scene.enter, listed(scene.cast, scene.enter).id)
    silent = step(scene.cast, scene.enter, "owner", owner_kind="private", owner="Canary Rossi")
    assert silent.status_code == 409
    assert "The reason is missing." in silent.text
    assert "Canary Rossi" in silent.text
    scene.clock.go(date(2026, 6, 3))
    typed = {"owner_kind": "private", "owner": "Canary Rossi", "occurred_on": "2026-06-01"}
    done = step(scene.cast, scene.enter, "owner", reason="Deed of 1 June 2026.", **typed)
    assert done.status_code == 302, done.text
    assert owner_changed_on(found().id) == date(2026, 6, 1)
    assert scene.pact.owner_changed_on == date(2026, 6, 1)
    assert scene.last().step == "record_owner"
    told = db.session.scalars(db.select(Mail).where(Mail.subject.contains("another owner")))
    assert {mail.to_address for mail in told} == {scene.cast.lead.email, scene.cast.desk.email}
    page = client.get("/commons/2026-B-0001").text
    assert "Deed of 1 June 2026." in page
    assert "Canary" not in page


def test_a_place_whose_owner_never_changed_says_so(cast: Cast, enter: Any) -> None:
    assert owner_changed_on(listed(cast, enter).id) is None
    assert owner_changed_on(None) is None


@pytest.mark.article("10(6)", "3(1)b")
def test_a_place_is_taken_off_the_list_with_a_reason(
    cast: Cast, enter: Any, client: FlaskClient
) -> None:
    commons = listed(cast, enter)
    data = {"version": cast.proposal.version, "commons_id": commons.id}
    assert enter(cast.desk).post("/desk/proposals/2026-P-0001/place", data=data).status_code == 302
    page = enter(cast.desk).get(f"/desk/commons/{commons.id}/withdrawal").text
    assert "Proposals that are still open on this place: 1." in page
    assert step(cast, enter, "withdrawal", reason="").status_code == 409
    assert step(cast, enter, "withdrawal", reason=LONG).status_code == 302
    assert found().state == "withdrawn"
    assert journal.history("commons", commons.id)[-1].warnings == ["no_open_proposal"]
    assert "Via Lunga" not in client.get("/commons/").text
    assert LONG in client.get("/commons/2026-B-0001").text
    told = db.session.scalars(db.select(Mail).where(Mail.subject.contains("Taken off")))
    assert [mail.to_address for mail in told] == [cast.lead.email]
    told_of = [item["url"].rsplit("/", 1)[1] for item in client.get("/feed.json").json["items"]]
    assert told_of.count("2026-B-0001") == 2  # put on the list, taken off
    # It may come back under its own number.
    again = step(cast, enter, "listing", name="Via Lunga", kind="public_space", owner_kind="city")
    assert again.status_code == 302
    assert (found().state, found().number) == ("listed", "2026-B-0001")


def test_a_place_with_a_living_pact_stays_on_the_list(scene: Scene) -> None:
    link(scene.cast, scene.enter, listed(scene.cast, scene.enter).id)
    assert step(scene.cast, scene.enter, "withdrawal", reason=LONG).status_code == 409
    assert found().state == "under_pact"
