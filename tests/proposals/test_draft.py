"""Writing a proposal without JavaScript: light on one screen, else steps; saved, private."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.people.models import Account, Group, Membership
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Intensity, ProposalState, ProposerKind

LIGHT = {"intensity": "continuous", "proposer_kind": "person"}
FULL = {**LIGHT, "money": "y"}


def only() -> Proposal:
    """The one proposal there is, as it stands in the database."""
    db.session.expire_all()
    return db.session.scalars(select(Proposal)).one()


@pytest.fixture
def resident(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    clock: object,
) -> Account:
    """A resident, signed in."""
    account = person("Rita Residente")
    sign_in(client, account)
    return account


def begin(client: FlaskClient, answers: dict[str, str]) -> Proposal:
    """Answer the first questions and be led to the first screen."""
    answer = client.post("/proposals/new", data=answers)
    assert answer.status_code == 302
    return only()


def save(client: FlaskClient, draft: Proposal, path: str = "", **typed: Any) -> Any:
    """Save a screen of the draft as opened now."""
    data = {"version": only().version, "proposer_kind": "person", "go": "check", **typed}
    return client.post(f"/drafts/{draft.id}{path}", data=data)


def test_the_first_page_is_for_everyone(client: FlaskClient) -> None:
    page = client.get("/proposals/new")
    assert page.status_code == 200
    assert "45" in page.text


def test_signing_in_keeps_the_answers(client: FlaskClient) -> None:
    answer = client.post("/proposals/new", data=FULL)
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in?next=")
    assert db.session.scalars(select(Proposal)).all() == []
    again = client.get("/proposals/new?intensity=regeneration&proposer_kind=school&works=y")
    assert re.search(r'checked[^>]*value="regeneration"', again.text)
    assert re.search(r'checked[^>]*value="school"', again.text)
    assert re.search(r'<input[^>]*checked[^>]*name="works"', again.text)


@pytest.mark.usefixtures("resident")
def test_a_light_case_takes_four_screens(client: FlaskClient) -> None:
    draft = begin(client, LIGHT)
    screens = ["/proposals/new", f"/drafts/{draft.id}"]
    answer = save(client, draft, title="Aiuole", description="Annaffiare", place="Via Lunga")
    screens.append(answer.location)
    assert client.get(answer.location).status_code == 200
    answer = client.post(f"/drafts/{draft.id}/submission", data={"version": only().version})
    screens.append(answer.location)
    assert screens[2:] == [f"/drafts/{draft.id}/check", "/proposals/2026-P-0001/receipt"]
    assert len(screens) == 4
    assert only().state == ProposalState.SUBMITTED


@pytest.mark.usefixtures("resident")
def test_a_case_with_money_goes_step_by_step(client: FlaskClient) -> None:
    answer = client.post("/proposals/new", data=FULL)
    draft = only()
    walked = [answer.location]
    for path in ("/who", "/what", "/where", "/how"):
        assert client.get(walked[-1]).status_code == 200
        typed = {"go": "next", "intensity": "continuous", "title": "Aiuole", "money": "y"}
        walked.append(save(client, draft, path, **typed).location)
    assert [path.rsplit("/", 1)[1] for path in walked] == ["who", "what", "where", "how", "papers"]
    assert client.get(walked[-1]).status_code == 200
    assert client.get(f"/drafts/{draft.id}/check").status_code == 200
    assert only().money


@pytest.mark.usefixtures("resident")
def test_a_draft_is_resumed_where_it_was_left(client: FlaskClient) -> None:
    draft = begin(client, FULL)
    resumed = client.get(f"/drafts/{draft.id}").location
    assert resumed.endswith("/who")
    save(client, draft, "/what", title="Aiuole", intensity="continuous")
    assert client.get(f"/drafts/{draft.id}").location.endswith("/where")
    assert "Aiuole" in client.get("/me/proposals").text


@pytest.mark.usefixtures("resident")
def test_a_place_of_the_list_fills_in_where_it_lies(client: FlaskClient) -> None:
    draft = begin(client, LIGHT)
    save(client, draft, place="Campo Stella", district="", longitude="", latitude="")
    saved = only()
    assert (saved.place_name, saved.district) == ("Campo Stella", "fiume")
    assert (saved.longitude, saved.latitude) == (11.0634, 44.6275)
    save(client, draft, place="Via Lunga", place_name="Via Lunga 12-20")
    assert (only().place_name, only().district) == ("Via Lunga 12-20", "centro")
    save(client, draft, place_name="Altrove", longitude="11,5", latitude="44.5", district="collina")
    assert (only().place_name, only().longitude, only().district) == ("Altrove", 11.5, "collina")


@pytest.mark.usefixtures("resident")
def test_a_slip_keeps_what_was_typed(client: FlaskClient) -> None:
    draft = begin(client, LIGHT)
    answer = save(
        client, draft, title="Aiuole & fiori", wished_from="2026-05-02", wished_until="2026-05-01"
    )
    assert answer.status_code == 422
    assert "Aiuole &amp; fiori" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert only().title == ""


@pytest.mark.usefixtures("resident")
def test_a_stale_form_shows_the_difference_and_can_be_saved(client: FlaskClient) -> None:
    draft = begin(client, LIGHT)
    seen = only().version
    save(client, draft, title="From the first window")
    answer = save(client, draft, title="From the second window", version=seen)
    assert answer.status_code == 409
    assert "From the first window" in answer.text
    assert 'value="From the second window"' in answer.text
    assert only().title == "From the first window"
    fresh = re.search(r'name="version"[^>]*value="(\d+)"', answer.text)
    assert fresh
    save(client, draft, title="From the second window", version=fresh[1])
    assert only().title == "From the second window"


@pytest.mark.usefixtures("resident")
def test_a_script_saves_by_the_same_request(client: FlaskClient) -> None:
    draft = begin(client, LIGHT)
    data = {"version": only().version, "proposer_kind": "person", "title": "As typed"}
    answer = client.post(f"/drafts/{draft.id}", data=data, headers={"X-Saved-As-Typed": "1"})
    assert answer.json is not None
    assert answer.json["version"] == only().version
    assert only().title == "As typed"


@pytest.mark.usefixtures("resident")
def test_only_listed_columns_change(client: FlaskClient) -> None:
    draft = begin(client, LIGHT)
    before = {c.key: getattr(only(), c.key) for c in Proposal.__table__.columns}
    every = {column.key: "1" for column in Proposal.__table__.columns}
    dates = {name: "2026-05-01" for name in every if name.endswith(("_from", "_until", "_on"))}
    typed = {
        **every,
        **dates,
        "state": "accepted",
        "number": "2026-P-9999",
        "district": "centro",
        "proposer_kind": "school",
        "version": str(before["version"]),
    }
    assert client.post(f"/drafts/{draft.id}", data=typed).status_code == 302
    changed = {key for key, value in before.items() if getattr(only(), key) != value}
    assert changed == {
        "title", "description", "theme", "place_name", "district", "longitude", "latitude",
        "support_asked", "people_count", "wished_from", "wished_until", "public_author",
        "search_text", "version",
    }  # fmt: skip


@pytest.mark.usefixtures("resident")
def test_another_s_draft_is_not_there(
    app: Flask,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    draft = begin(client, LIGHT)
    stranger = app.test_client()
    sign_in(stranger, person("Nino Vicino"))
    address = f"/drafts/{draft.id}"
    paths = ["", "/who", "/check", "/papers", "/papers/1", "/deletion"]
    posts = ["", "/what", "/papers", "/submission", "/deletion", "/papers/1/removal"]
    kept = [(p, "GET") for p in paths] + [(p, "POST") for p in posts]
    typed = {"version": "1", "title": "Mine now"}
    others = [stranger.open(address + p, method=m, data=typed) for p, m in kept]
    client.post(address + "/deletion", data={"version": only().version})
    assert db.session.scalars(select(Proposal)).all() == []
    missing = [stranger.open(address + p, method=m, data=typed) for p, m in kept]
    for theirs, none, (path, method) in zip(others, missing, kept, strict=True):
        assert theirs.status_code == none.status_code == 404, (path, method)
        assert bare(theirs.text) == bare(none.text), (path, method)


def bare(page: str) -> str:
    """A page without the token that differs at each request."""
    return re.sub(r'name="csrf_token"[^>]*value="[^"]*"', "", page)


@pytest.mark.usefixtures("resident")
def test_a_deleted_draft_leaves_its_history_to_nobody(client: FlaskClient) -> None:
    first = begin(client, LIGHT).id
    client.post(f"/drafts/{first}/deletion", data={"version": only().version})
    assert begin(client, LIGHT).id > first


def test_a_group_that_one_represents_is_offered(client: FlaskClient, resident: Account) -> None:
    group = Group(
        name="Via Lunga in Fiore",
        kind=ProposerKind.INFORMAL_GROUP,
        created_at=resident.create_datetime,
    )
    other = Group(
        name="Another group", kind=ProposerKind.ASSOCIATION, created_at=resident.create_datetime
    )
    lead = Membership(account_id=resident.id, is_lead=True, since=date(2026, 1, 1))
    group.members = [lead]
    db.session.add_all([group, other])
    db.session.commit()
    draft = begin(client, FULL)
    page = client.get(f"/drafts/{draft.id}/who").text
    assert "Via Lunga in Fiore" in page
    assert "Another group" not in page
    assert save(client, draft, "/who", group_id=str(other.id)).status_code == 422
    save(client, draft, "/who", group_id=str(group.id))
    saved = only()
    assert (saved.group_id, saved.proposer_kind) == (group.id, ProposerKind.INFORMAL_GROUP)
    assert saved.public_author == "Via Lunga in Fiore"
    assert saved.intensity is Intensity.CONTINUOUS
