"""Entries of the list through the office's pages. Art. 2(1)a, 10(6), 16."""

from datetime import date

import pytest

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.workflow.states import CommonsKind
from tests.inventory.conftest import Inventory
from tests.people.doors import bare

LONG = "The ground below is a gas main: nobody may stay there while the network is not moved. " * 2


@pytest.mark.article("10(6)")
def test_an_entry_is_put_on_the_list_under_a_number(inventory: Inventory) -> None:
    commons = inventory.list()
    assert commons.number == "2026-B-0001"
    assert commons.state == "listed"
    assert commons.listed_on == commons.reviewed_on == date(2026, 3, 2)
    # The city's own list of places filled in where it is.
    assert (commons.district, commons.longitude) == ("fiume", 11.0634)
    assert commons.geometry == {"type": "Point", "coordinates": [11.0634, 44.6275]}
    page = inventory.client.get("/commons/2026-B-0001").text
    assert "Play, sport and neighbours" in page


def test_all_that_is_missing_is_only_pointed_at(inventory: Inventory) -> None:
    commons = inventory.list(
        name="Torre", kind="building", aims=None, place=None, district=None, temporary_use="y"
    )
    (entry,) = history("commons", commons.id)
    assert set(entry.warnings) == {"aims_stated", "source_act_cited", "temporary_use_ends"}


def test_only_a_name_and_a_kind_are_asked(inventory: Inventory) -> None:
    answer = inventory.as_(inventory.desk).post(
        "/desk/commons/new", data=inventory.typed(name="", kind="", aims="kept as typed")
    )
    assert answer.status_code == 422
    assert "kept as typed" in answer.text
    assert "Give it a name." in answer.text


@pytest.mark.article("16(2)")
def test_a_citizen_proposes_and_follows_a_place(inventory: Inventory) -> None:
    commons = inventory.suggest(aims="A place to wash and talk.")
    assert commons.state == "proposed"
    assert commons.number is None
    own = inventory.as_(inventory.citizen).get(f"/me/commons/{commons.id}")
    assert "The office looks at it" in own.text
    # Nothing of it is public yet, and no other citizen finds it.
    assert "old washhouse" not in inventory.client.get("/commons/").text
    desk = inventory.as_(inventory.desk)
    stranger, missing = desk.get(f"/me/commons/{commons.id}"), desk.get("/me/commons/999")
    assert stranger.status_code == missing.status_code == 404
    assert bare(stranger.text, f"commons/{commons.id}") == bare(missing.text, "commons/999")
    told = [m.to_address for m in db.session.scalars(db.select(Mail))]
    assert told == [inventory.desk.email]


def test_a_proposed_place_is_put_on_the_list_and_its_proposer_is_told(
    inventory: Inventory,
) -> None:
    commons = inventory.suggest()
    typed = inventory.typed(name="Lavatoio vecchio", kind="building", place="Lavatoio vecchio")
    answer = inventory.step(inventory.desk, "listing", commons, **typed)
    assert answer.status_code == 302, answer.text
    commons = inventory.last()
    assert (commons.number, commons.name) == ("2026-B-0001", "Lavatoio vecchio")
    mail = db.session.scalars(db.select(Mail).order_by(Mail.id.desc())).first()
    assert mail.to_address == inventory.citizen.email
    assert "2026-B-0001" in mail.text
    # What the citizen said at first stays in the file.
    assert history("commons", commons.id)[0].private["said"]["name"] == "The old washhouse"


@pytest.mark.article("16(3)")
def test_a_place_is_declined_with_reasons_that_its_proposer_reads(inventory: Inventory) -> None:
    commons = inventory.suggest()
    short = inventory.step(inventory.desk, "refusal", commons, **{"texts-0": "per motivi tecnici"})
    assert short.status_code == 409
    assert "per motivi tecnici" in short.text
    done = inventory.step(inventory.desk, "refusal", commons, **{"texts-0": LONG})
    assert done.status_code == 302
    own = inventory.as_(inventory.citizen).get(f"/me/commons/{commons.id}").text
    assert "gas main" in own
    assert "administrative court" in own
    for address in ("/commons/", "/feed.json", "/data/commons.json", "/api/v1/commons"):
        assert "washhouse" not in inventory.client.get(address).text


@pytest.mark.parametrize("minimum", [79, 80])
def test_a_reason_is_as_long_as_the_city_asks(inventory: Inventory, minimum: int) -> None:
    commons = inventory.suggest()
    answer = inventory.step(
        inventory.desk,
        "refusal",
        commons,
        **{"texts-0": LONG.strip()[:minimum].ljust(minimum, ".")},
    )
    assert answer.status_code == (302 if minimum == 80 else 409)


@pytest.mark.article("16(3)")
def test_who_proposed_a_place_does_not_decide_on_it(inventory: Inventory) -> None:
    typed = {"name": "My own corner", "kind": "public_space"}
    inventory.as_(inventory.desk).post("/commons/new", data=typed)
    commons = inventory.last()
    for step in ("listing", "refusal"):
        answer = inventory.step(inventory.desk, step, commons, **inventory.typed())
        assert answer.status_code == 409
        assert "Who proposed a place for the list cannot decide on it." in answer.text


def test_a_flood_of_places_waits_for_tomorrow(inventory: Inventory) -> None:
    for n in range(5):
        inventory.suggest(name=f"Place {n}")
    answer = inventory.as_(inventory.citizen).post(
        "/commons/new", data={"name": "Place 6", "kind": "building"}
    )
    assert answer.status_code == 429
    assert "Place 6" in answer.text


def test_a_revision_keeps_what_stood_before(inventory: Inventory, clock: object) -> None:
    commons = inventory.list()
    clock.go(date(2026, 5, 1))  # type: ignore[attr-defined]
    typed = inventory.typed(aims="Only play.", place="", place_name="Via del Campo", longitude="")
    form = inventory.as_(inventory.desk).get(f"/desk/commons/{commons.id}/revision").text
    assert 'name="owner_kind"' not in form
    answer = inventory.step(inventory.desk, "revision", commons, **typed)
    assert answer.status_code == 302, answer.text
    commons = inventory.last()
    assert (commons.aims, commons.address) == ("Only play.", "Via del Campo")
    assert commons.reviewed_on == date(2026, 5, 1)
    entry = history("commons", commons.id)[-1]
    assert entry.private["aims"] == ["Play, sport and neighbours' feasts.", "Only play."]
    assert "aims" in entry.facts["fields"]


def test_an_older_form_is_refused_with_what_was_typed(inventory: Inventory) -> None:
    commons = inventory.list()
    data = inventory.typed(aims="typed on an old form") | {"version": commons.version - 1}
    answer = inventory.as_(inventory.desk).post(f"/desk/commons/{commons.id}/revision", data=data)
    assert answer.status_code == 409
    assert "typed on an old form" in answer.text


@pytest.mark.article("10(6)")
def test_entries_are_confirmed_together_or_not_at_all(inventory: Inventory, clock: object) -> None:
    first, second = inventory.list(name="One"), inventory.list(name="Two")
    seen = {f"seen-{c.id}": c.version for c in (first, second)}
    clock.go(date(2026, 6, 1))  # type: ignore[attr-defined]
    browser = inventory.as_(inventory.desk)
    stale = seen | {f"seen-{second.id}": 0}
    assert browser.post("/desk/commons/review", data=stale).status_code == 409
    db.session.expire_all()
    assert first.reviewed_on == second.reviewed_on == date(2026, 3, 2)
    assert browser.post("/desk/commons/review", data=seen).status_code == 302
    db.session.expire_all()
    assert first.reviewed_on == second.reviewed_on == date(2026, 6, 1)
    assert "List of 1 June 2026" in inventory.client.get("/commons/").text


def test_what_is_withheld_leaves_every_public_place(inventory: Inventory) -> None:
    commons = inventory.list(name="Nobody should read this")
    inventory.step(inventory.desk, "withholding", commons, reason="A person's name")
    page = inventory.client.get("/commons/2026-B-0001")
    assert page.status_code == 410
    addresses = ("/commons/", "/feed.json", "/feed.atom", "/data/commons.csv", "/api/v1/commons")
    for address in addresses:
        assert "Nobody should" not in inventory.client.get(address).text
    assert inventory.client.get("/commons/2026-B-0001.json").status_code == 404
    (tombstone,) = inventory.client.get("/feed.json").json["items"]
    assert "2026-B-0001" in tombstone["title"]
    # Only the managing officer shows it again.
    assert inventory.step(inventory.desk, "restoration", commons, reason="x").status_code == 403
    assert inventory.step(inventory.manager, "restoration", commons, reason="x").status_code == 302
    assert inventory.client.get("/commons/2026-B-0001").status_code == 200


def test_an_owner_s_name_is_public_only_where_it_is_no_persons(inventory: Inventory) -> None:
    inventory.list(name="Arcade", owner_kind="private", owner="Canary Rossi")
    inventory.list(name="Hall", owner_kind="public_body", owner="Region Canary", owner_public="y")
    arcade = inventory.client.get("/commons/2026-B-0001")
    assert "a private owner" in arcade.text
    assert "Canary" not in arcade.text
    assert "Region Canary" in inventory.client.get("/commons/2026-B-0002").text
    first, second = inventory.client.get("/api/v1/commons").json["items"]
    assert first["owner"] == {"kind": "private", "name": None}
    assert second["owner"] == {"kind": "public_body", "name": "Region Canary"}
    assert "Rossi" not in inventory.client.get("/data/commons.csv").text


@pytest.mark.article("9(1)")
def test_a_digital_good_has_an_address_and_a_licence_and_no_position(inventory: Inventory) -> None:
    digital = {"kind": "digital", "place": None, "district": None}
    commons = inventory.list(url="https://data.example", licence="CC BY 4.0", **digital)
    assert commons.kind is CommonsKind.DIGITAL
    assert commons.geometry is None
    typed = inventory.typed(
        longitude="11.05", latitude="44.62", url="javascript:alert(1)", **digital
    )
    answer = inventory.as_(inventory.desk).post("/desk/commons/new", data=typed)
    assert answer.status_code == 422
    assert "has no position" in answer.text
    assert "begins with https://" in answer.text
