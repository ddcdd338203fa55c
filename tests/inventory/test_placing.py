"""A proposal about a place of the list: chosen, filled in, contradicted, linked. Art. 10(6)."""

import pytest
from flask.testing import FlaskClient

from pactregistry.commons.inventory.models import Commons
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import CommonsKind
from tests.inventory.conftest import Inventory

FIRST = {"intensity": "continuous", "proposer_kind": "person"}


def begun(browser: FlaskClient, address: str = "/proposals/new") -> Proposal:
    answer = browser.post(address, data=FIRST)
    assert answer.status_code == 302, answer.text
    db.session.expire_all()
    return last()


def last() -> Proposal:
    found: Proposal = db.session.scalars(db.select(Proposal).order_by(Proposal.id.desc())).first()
    return found


def save(browser: FlaskClient, draft: Proposal, go: str = "stay", **typed: object) -> object:
    db.session.expire_all()
    usual = {
        "version": draft.version,
        "title": draft.title,
        "place_name": draft.place_name,
        "district": draft.district,
        "commons_id": draft.commons_id or "",
        "longitude": draft.longitude or "",
        "latitude": draft.latitude or "",
    }
    data = usual | {"go": go} | typed
    answer = browser.post(f"/drafts/{draft.id}", data=data)
    db.session.expire_all()
    return answer


@pytest.fixture
def arcade(inventory: Inventory) -> Commons:
    """A protected arcade of a private owner."""
    return inventory.list(
        name="Arcade",
        kind="private_space",
        owner_kind="private",
        owner="Somebody",
        heritage_protected="y",
    )


def filled_in(draft: Proposal) -> tuple[object, ...]:
    return (
        draft.commons_id,
        draft.place_name,
        draft.district,
        draft.commons_kind,
        draft.heritage_protected,
        draft.private_owner,
    )


ARCADE = ("Arcade", "fiume", CommonsKind.PRIVATE_SPACE, True, True)


def test_the_page_of_a_place_leads_to_a_draft_about_it(
    inventory: Inventory, arcade: Commons
) -> None:
    page = inventory.client.get("/commons/2026-B-0001").text
    assert 'href="/proposals/new?commons=2026-B-0001"' in page
    browser = inventory.as_(inventory.citizen)
    assert (
        "Your proposal will be about: Arcade"
        in browser.get("/proposals/new?commons=2026-B-0001").text
    )
    draft = begun(browser, "/proposals/new?commons=2026-B-0001")
    assert filled_in(draft) == (arcade.id, *ARCADE)
    assert draft.longitude == arcade.longitude


def test_who_signs_in_on_the_way_keeps_the_place(inventory: Inventory, arcade: Commons) -> None:
    answer = inventory.client.post("/proposals/new?commons=2026-B-0001", data=FIRST)
    assert "commons%3D2026-B-0001" in answer.location


@pytest.mark.parametrize("number", ["2026-B-0099", "", "x"])
def test_a_place_that_is_not_on_the_list_changes_nothing(inventory: Inventory, number: str) -> None:
    draft = begun(inventory.as_(inventory.citizen), f"/proposals/new?commons={number}")
    assert draft.commons_id is None


def test_a_listed_place_is_chosen_in_the_draft_and_may_be_contradicted(
    inventory: Inventory, arcade: Commons
) -> None:
    browser = inventory.as_(inventory.citizen)
    draft = begun(browser)
    form = browser.get(f"/drafts/{draft.id}").text
    assert '<optgroup label="Fiume district">' in form
    save(browser, draft, commons_id=arcade.id, place_name="typed before")
    assert filled_in(draft) == (arcade.id, *ARCADE)
    # Once filled in, what the author says counts.
    save(browser, draft, place_name="The old arcade", district="centro")
    assert filled_in(draft)[:3] == (arcade.id, "The old arcade", "centro")


def test_words_narrow_the_list_and_nothing_typed_is_lost(
    inventory: Inventory, arcade: Commons
) -> None:
    inventory.list(name="Meadow")
    browser = inventory.as_(inventory.citizen)
    draft = begun(browser)
    answer = save(browser, draft, go="find", find="meadow", title="Kept title")
    page = browser.get(answer.location).text  # type: ignore[attr-defined]
    assert "Meadow (2026-B-0002)" in page
    assert "Arcade (2026-B-0001)" not in page
    assert draft.title == "Kept title"


def test_a_withheld_place_is_not_offered(inventory: Inventory, arcade: Commons) -> None:
    inventory.step(inventory.desk, "withholding", arcade, reason="A name")
    browser = inventory.as_(inventory.citizen)
    draft = begun(browser)
    assert "Arcade" not in browser.get(f"/drafts/{draft.id}").text
    assert save(browser, draft, commons_id=arcade.id).status_code in {302, 422}  # type: ignore[attr-defined]
    assert draft.commons_id is None
    draft = begun(browser, "/proposals/new?commons=2026-B-0001")
    assert draft.commons_id is None


def sent(inventory: Inventory, **typed: object) -> Proposal:
    browser = inventory.as_(inventory.citizen)
    draft = begun(browser)
    save(browser, draft, title="Hidden title", **typed)
    db.session.expire_all()
    browser.post(f"/drafts/{draft.id}/submission", data={"version": draft.version})
    db.session.expire_all()
    assert draft.number
    return draft


def test_the_office_sees_where_author_and_list_differ(
    inventory: Inventory, arcade: Commons
) -> None:
    proposal = sent(inventory, commons_id=arcade.id)
    desk = inventory.as_(inventory.desk)
    assert "says otherwise" not in desk.get(f"/desk/proposals/{proposal.number}").text
    inventory.step(
        inventory.desk,
        "revision",
        arcade,
        **inventory.typed(name="Arcade", kind="building", district="fiume", place=""),
    )
    page = desk.get(f"/desk/proposals/{proposal.number}").text
    assert "The author says otherwise than the list." in page
    assert "the list says “a building”, the author “a private space for public use”" in page


@pytest.mark.article("10(6)", "10(7)")
def test_the_office_links_a_file_later_and_keeps_what_the_author_said(
    inventory: Inventory, arcade: Commons
) -> None:
    proposal = sent(inventory, place_name="Under the arches", commons_id="")
    desk = inventory.as_(inventory.desk)
    address = f"/desk/proposals/{proposal.number}/place"
    assert "Arcade (2026-B-0001)" in desk.get(address).text
    assert "Arcade (2026-B-0001)" not in desk.get(f"{address}?find=meadow").text
    data = {"version": proposal.version, "commons_id": arcade.id}
    assert desk.post(address, data=data).status_code == 302
    db.session.expire_all()
    assert (proposal.commons_id, proposal.place_name) == (arcade.id, "Under the arches")
    assert proposal.district == "fiume"  # the author had left it open
    entry = history("proposal", proposal.id)[-1]
    assert (entry.step, entry.facts) == ("locate", {"commons": "2026-B-0001"})
    # An older form is refused; another role may not.
    assert desk.post(address, data=data).status_code == 409
    assert inventory.as_(inventory.citizen).get(address).status_code == 403


def test_a_file_s_data_carries_the_entry(inventory: Inventory, arcade: Commons) -> None:
    proposal = sent(inventory, commons_id=arcade.id)
    (place,) = inventory.client.get(f"/proposals/{proposal.number}.json").json["commons"]
    assert place == {
        "number": "2026-B-0001",
        "name": "Arcade",
        "kind": "private_space",
        "district": "fiume",
        "geometry": {"type": "Point", "coordinates": [11.0634, 44.6275]},
    }
    page = inventory.client.get("/commons/2026-B-0001").text
    assert f"/proposals/{proposal.number}" in page
    assert "Hidden title" not in page  # its title is not public before the inquiry opens
