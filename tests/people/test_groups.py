"""Groups: private to their members, represented by one of them, with a mandate. Art. 4(2)-(4)."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image

from pactregistry.database import db
from pactregistry.people import group_access
from pactregistry.people.actions_groups import (
    add_member,
    answer_membership,
    hand_over,
    open_group,
)
from pactregistry.people.current import holds
from pactregistry.people.limits import ASKED
from pactregistry.people.models import Account, Group, groups_of, lead_on, members_on
from pactregistry.workflow.states import ProposerKind, Role
from tests.conftest import TODAY, SetClock
from tests.people.doors import bare, mails_to

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def ada(person: Callable[..., Account]) -> Account:
    return person("Ada Riva")


@pytest.fixture
def group(ada: Account) -> Group:
    opened = open_group(
        ada, name="Via Lunga in Fiore", kind=ProposerKind.INFORMAL_GROUP, purpose="Flowerbeds"
    )
    add_member(opened, name="Secret Member", email="")
    return opened


def test_who_opens_a_group_represents_it(
    client: FlaskClient, ada: Account, sign_in: Callable[..., None]
) -> None:
    sign_in(client, ada)
    data = {"name": "Tigli", "kind": "association", "purpose": "A garden"}
    page = client.get(client.post("/groups/new", data=data).location)
    assert "represents the group" in page.text
    (group,) = groups_of(ada.id, TODAY)
    lead = lead_on(group.id, TODAY)
    assert lead is not None
    assert lead.account_id == ada.id
    assert holds(ada, Role.LEAD)


def test_a_group_is_missing_for_who_is_not_in_it(
    client: FlaskClient,
    group: Group,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    for stranger in (person("Bea Rossi"), person("Lia Desk", roles=[(Role.DESK, "commons")])):
        sign_in(client, stranger)
        for path in ("", "/mandate", "/papers/1"):
            there = client.get(f"/groups/{group.id}{path}")
            missing = client.get(f"/groups/99{path}")
            assert there.status_code == 404
            assert bare(there.text, f"/{group.id}{path}") == bare(missing.text, f"/99{path}")
        for act in ("members", "mandate", "members/1/end", "members/1/lead"):
            assert client.post(f"/groups/{group.id}/{act}").status_code == 404


def test_the_desk_reads_a_group_that_a_file_names(
    client: FlaskClient,
    group: Group,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(group_access, "needed_by_a_file", {lambda number: number == group.id})
    sign_in(client, person("Lia Desk", roles=[(Role.DESK, "commons")]))
    page = client.get(f"/groups/{group.id}")
    assert "Secret Member" in page.text
    assert "Add a member" not in page.text
    assert client.post(f"/groups/{group.id}/members", data={"name": "X"}).status_code == 404
    sign_in(client, person("Rita Green", roles=[(Role.REVIEWER, "green")]))
    assert client.get(f"/groups/{group.id}").status_code == 404


def test_a_member_with_an_account_is_told_and_may_leave(
    client: FlaskClient,
    group: Group,
    ada: Account,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    bea = person("Bea Rossi")
    sign_in(client, ada)
    known = client.post(f"/groups/{group.id}/members", data={"name": "Bea", "email": bea.email})
    unknown = client.post(
        f"/groups/{group.id}/members", data={"name": "Ugo", "email": "ugo@people.example"}
    )
    assert known.location == unknown.location
    assert len(mails_to(bea.email)) == 1
    asked = client.get(f"/groups/{group.id}").text
    assert asked.count("asked, no answer yet") == 2, "nobody learns who has an account"
    sign_in(client, bea)
    assert client.get(f"/groups/{group.id}").status_code == 404, "not before a yes"
    number = next(m.id for m in members_on(group.id, TODAY) if m.asked_email == bea.email)
    assert client.post("/groups/offers/99", data={"answer": "yes"}).status_code == 404
    assert client.post(f"/groups/offers/{number}", data={"answer": "yes"}).status_code == 302
    assert client.get(f"/groups/{group.id}").status_code == 200
    assert client.post(f"/groups/{group.id}/members", data={"name": "X"}).status_code == 403
    mine = next(m for m in members_on(group.id, TODAY) if m.account_id == bea.id)
    assert client.post(f"/groups/{group.id}/members/{mine.id}/end").location == "/groups/"
    assert client.get(f"/groups/{group.id}").status_code == 404


def test_another_member_represents_the_group_from_a_day_on(
    clock: SetClock, group: Group, ada: Account, person: Callable[..., Account]
) -> None:
    bea = person("Bea Rossi")
    member = add_member(group, name="Bea", email=bea.email)
    answer_membership(bea, member, accepted=True)
    later = TODAY + timedelta(days=30)
    hand_over(group, member, later)
    before, after = lead_on(group.id, later - timedelta(days=1)), lead_on(group.id, later)
    assert before is not None
    assert after is not None
    assert (before.account_id, after.account_id) == (ada.id, bea.id)
    assert {m.account_id for m in members_on(group.id, later)} == {ada.id, bea.id, None}
    assert holds(ada, Role.LEAD)
    clock.go(later)
    assert not holds(ada, Role.LEAD)
    assert holds(bea, Role.LEAD)


def test_the_mandate_is_printed_signed_and_kept(
    client: FlaskClient, group: Group, ada: Account, sign_in: Callable[..., None]
) -> None:
    sign_in(client, ada)
    assert "Secret Member" in client.get(f"/groups/{group.id}/mandate").text
    refused = client.post(
        f"/groups/{group.id}/mandate", data={"paper": (BytesIO(b"not a paper"), "minutes.pdf")}
    )
    assert "This kind of file" in refused.text
    picture = BytesIO()
    Image.new("RGB", (40, 40), "white").save(picture, "PNG")
    picture.seek(0)
    sent = client.post(f"/groups/{group.id}/mandate", data={"paper": (picture, "minutes.png")})
    assert sent.status_code == 302
    assert "minutes.png" in client.get(f"/groups/{group.id}").text
    paper = client.get(f"/groups/{group.id}/papers/1")
    assert paper.headers["Content-Disposition"].startswith("attachment")
    other = open_group(ada, name="Other", kind=ProposerKind.SCHOOL, purpose="")
    assert client.get(f"/groups/{other.id}/papers/1").status_code == 404


@pytest.mark.usefixtures("group")
def test_ones_own_data_holds_no_secret_and_nothing_of_others(
    client: FlaskClient, ada: Account, sign_in: Callable[..., None]
) -> None:
    ada.password = "a hash that stays here"
    ada.tf_totp_secret = "a key that stays here"
    db.session.commit()
    sign_in(client, ada)
    answer = client.get("/me/data.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.get_json()["account"]["email"] == ada.email
    assert answer.get_json()["membership"]["by_account_id"][0]["is_lead"] is True
    assert "stays here" not in answer.text
    assert "Secret Member" not in answer.text
    assert ada.fs_uniquifier not in answer.text


def test_my_page_keeps_what_is_wrong_and_saves_what_is_right(
    client: FlaskClient, ada: Account, sign_in: Callable[..., None]
) -> None:
    sign_in(client, ada)
    words = {"name": "Ada Riva", "public_name": "Ada", "phone": "call me", "language": "es"}
    page = client.post("/me", data=words)
    assert "call me" in page.text
    assert client.post("/me", data=words | {"phone": "+39 000 1"}).location == "/me"
    db.session.refresh(ada)
    assert (ada.public_name, ada.phone, ada.language) == ("Ada", "+39 000 1", "es")
    assert 'lang="es"' in client.get("/me").text
    client.post("/me", data=words | {"phone": "", "email": "x@x.example", "active": ""})
    db.session.refresh(ada)
    assert ada.email == "ada.riva@people.example"
    assert ada.active


def test_mailboxes_are_not_flooded(
    client: FlaskClient,
    ada: Account,
    group: Group,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    bea = person("Bea Lupi")
    sign_in(client, ada)
    asked = {"name": "Bea", "email": bea.email}
    codes = [
        client.post(f"/groups/{group.id}/members", data=asked).status_code for _ in range(ASKED + 1)
    ]
    assert codes == [302] * ASKED + [429]
    assert len(mails_to(bea.email)) == ASKED


def test_several_members_are_added_at_once(
    client: FlaskClient, group: Group, ada: Account, sign_in: Callable[..., None]
) -> None:
    sign_in(client, ada)
    path = f"/groups/{group.id}/members/several"
    wrong = client.post(path, data={"lines": "Ugo Bruni\nBea, not an address"})
    assert "Line 2" in wrong.text
    assert "Ugo Bruni" in wrong.text
    assert len(members_on(group.id, TODAY)) == 2
    lines = "Ugo Bruni\r\n\r\nBea Rossi, bea@people.example\r\n"
    assert client.post(path, data={"lines": lines}).status_code == 302
    assert [m.name for m in members_on(group.id, TODAY)][2:] == ["Ugo Bruni", "Bea Rossi"]
