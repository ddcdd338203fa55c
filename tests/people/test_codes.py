"""The one-time code of staff: set up at the first sign-in, asked at each, with recovery."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.people.actions_staff import give_code_secret
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.people.doors import code_of, enter, mails_to

MARA = "mara@city.example"


@pytest.fixture
def officer(somebody: Callable[..., Account]) -> Account:
    return somebody("Mara Officer", email=MARA, roles=[(Role.ADMIN, "")])


def set_up(client: FlaskClient) -> str:
    page = client.post("/me/one-time-code", data={"setup": "authenticator"}).text
    found = re.search(r"<code>([A-Z2-7-]+)</code>", page)
    assert found is not None, page
    return found[1]


@pytest.mark.usefixtures("officer")
def test_staff_set_the_code_up_at_the_first_sign_in(client: FlaskClient) -> None:
    assert enter(client, MARA).location == "/me/one-time-code"
    assert client.get("/staff/").status_code == 302, "not signed in before the code"
    key = set_up(client)
    wrong = client.post("/sign-in/code", data={"code": "000000"})
    assert wrong.status_code == 200
    assert client.post("/sign-in/code", data={"code": code_of(key)}).status_code == 302
    assert client.get("/staff/").status_code == 200


def test_staff_give_a_code_at_each_sign_in_and_each_code_works_once(
    client: FlaskClient, officer: Account
) -> None:
    key = give_code_secret(officer)
    assert enter(client, MARA).location.startswith("/sign-in/code")
    assert client.get("/me").status_code == 302
    code = code_of(key)
    assert client.post("/sign-in/code", data={"code": code}).status_code == 302
    assert client.get("/staff/").status_code == 200
    other = client.application.test_client()
    enter(other, MARA)
    assert other.post("/sign-in/code", data={"code": code}).status_code == 200, "used already"
    assert other.get("/me").status_code == 302
    assert other.post("/sign-in/code", data={"code": code_of(key, later=30)}).status_code == 302


def test_a_recovery_code_opens_once(client: FlaskClient, officer: Account) -> None:
    key = give_code_secret(officer)
    enter(client, MARA)
    client.post("/sign-in/code", data={"code": code_of(key)})
    page = client.post("/me/recovery-codes", data={"generate_new_codes": "1"}).text
    codes = re.findall(r"<li><code>([^<]+)</code></li>", page)
    assert len(codes) == 8
    client.post("/sign-out")
    enter(client, MARA)
    assert client.get("/sign-in/recovery").status_code == 200
    assert client.post("/sign-in/recovery", data={"code": codes[0]}).status_code == 302
    assert client.get("/staff/").status_code == 200, "the role counts"
    client.post("/sign-out")
    enter(client, MARA)
    assert client.post("/sign-in/recovery", data={"code": codes[0]}).status_code == 200
    db.session.refresh(officer)
    assert codes[1] not in str(officer.mf_recovery_codes), "kept encrypted"


def test_who_lost_both_asks_the_office(client: FlaskClient, officer: Account) -> None:
    give_code_secret(officer)
    enter(client, MARA)
    page = client.post("/sign-in/code/help", data={"help_setup": "help"})
    assert "will call you" in page.text
    (mail,) = mails_to("benicomuni@comune.valfiorita.example")
    assert MARA in mail.text


def test_an_administrator_takes_a_lost_code_away(
    client: FlaskClient,
    officer: Account,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    lost = person("Lia Desk", email="lia@city.example", roles=[(Role.DESK, "commons")])
    give_code_secret(lost)
    db.session.commit()
    number = lost.holdings[0].id
    own = officer.holdings[0].id
    sign_in(client, officer)
    client.post(f"/staff/{number}/code")
    client.post(f"/staff/{own}/code")
    db.session.refresh(lost)
    assert lost.tf_totp_secret is None


def test_a_citizen_may_set_a_code_up_and_give_it_up(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    ada = somebody("Ada Riva")
    enter(client, ada.email)
    page = client.post("/me/one-time-code", data={"setup": "authenticator"}).text
    key = re.search(r"<code>([A-Z2-7-]+)</code>", page)
    action = re.search(r'action="(/me/one-time-code/[^"]+)"', page)
    assert key is not None
    assert action is not None
    done = client.post(action[1], data={"code": code_of(key[1])})
    assert done.location == "/me/recovery-codes"
    client.post("/sign-out")
    assert enter(client, ada.email).location.startswith("/sign-in/code")
    client.post("/sign-in/code", data={"code": code_of(key[1], later=30)})
    client.post("/me/one-time-code", data={"setup": "disable"})
    client.post("/sign-out")
    assert enter(client, ada.email).location == "/me/start"


def test_staff_cannot_give_the_code_up(
    client: FlaskClient, officer: Account, sign_in: Callable[..., None]
) -> None:
    give_code_secret(officer)
    sign_in(client, officer)
    page = client.get("/me/one-time-code").text
    assert 'value="disable"' not in page
    client.post("/me/one-time-code", data={"setup": "disable"})
    db.session.refresh(officer)
    assert officer.tf_totp_secret is not None
