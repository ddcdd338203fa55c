"""Signing up, in and out, and a new password, through the pages and the mails of the outbox."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from pactregistry.database import db
from pactregistry.people.models import Account, account_by_email
from pactregistry.people.models_sign_in import SignIn
from tests.people.doors import PASSWORD, bare, enter, link_in, mails_to

ADA = "ada@people.example"


def sign_up(client: FlaskClient, email: str = ADA, password: str = PASSWORD, **more: str) -> str:
    data = {"email": email, "name": "Ada Riva", "password": password, "password_confirm": password}
    answer = client.post("/sign-up", data=data | more)
    return answer.text if answer.status_code == 200 else f"-> {answer.location}"


def test_from_sign_up_to_sign_out(client: FlaskClient) -> None:
    assert sign_up(client) == "-> /sign-in"
    assert "You were signed" not in client.get("/sign-in").text
    assert enter(client, ADA).status_code == 200, "the address is not confirmed yet"
    assert client.get(link_in(mails_to(ADA)[0])).status_code == 302
    assert enter(client, ADA).location == "/me/start"
    page = client.get("/me")
    assert page.status_code == 200
    assert "Ada Riva" in page.text
    assert client.post("/sign-out").status_code == 302
    assert client.get("/me").location.startswith("/sign-in?")


def test_a_password_is_kept_as_argon2id_only(client: FlaskClient) -> None:
    sign_up(client)
    account = account_by_email(ADA)
    assert account is not None
    assert (account.password or "").startswith("$argon2id$")


def test_a_known_address_gets_the_same_answer_and_another_mail(client: FlaskClient) -> None:
    first, again = sign_up(client), sign_up(client.application.test_client())
    assert first == again
    confirm, known = mails_to(ADA)
    assert "already" in known.text
    assert "already" not in confirm.text


def test_an_unknown_address_resets_with_the_same_answer(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    known = client.post("/reset", data={"email": ADA}).text
    other = client.application.test_client()
    unknown = other.post("/reset", data={"email": "bob@people.example"}).text
    assert bare(known, ADA) == bare(unknown, "bob@people.example")
    assert len(mails_to(ADA)) == 1
    assert mails_to("bob@people.example") == []


def test_a_wrong_password_and_an_unknown_address_read_alike(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    wrong = enter(client, ADA, "not the one it is").text
    unknown = enter(client, "bob@people.example", "not the one it is").text
    assert bare(wrong, ADA) == bare(unknown, "bob@people.example")


def test_a_reset_sets_a_new_password_once_and_ends_other_sessions(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    elsewhere = client.application.test_client()
    enter(elsewhere, ADA)
    assert elsewhere.get("/me").status_code == 200
    client.post("/reset", data={"email": ADA})
    link = link_in(mails_to(ADA)[0])
    fresh = "nine quiet herons fishing"
    data = {"password": fresh, "password_confirm": fresh}
    assert client.post(link, data=data).location == "/sign-in"
    assert client.post(link, data=data).location == "/reset", "the link is spent"
    assert elsewhere.get("/me").status_code == 302
    assert enter(client, ADA).status_code == 200
    assert enter(client, ADA, fresh).location == "/me/start"
    assert "changed" in mails_to(ADA)[1].text


@pytest.mark.parametrize(
    "password",
    ["short one", "aaaaaaaaaaaaaaaa", "password1234", "qwertyuiop12", "ada@people.example1"],
)
def test_a_password_that_is_short_or_guessed_is_refused_and_the_rest_kept(
    client: FlaskClient, password: str
) -> None:
    page = sign_up(client, password=password)
    assert "Ada Riva" in page
    assert ADA in page
    assert account_by_email(ADA) is None
    assert f'value="{password}"' not in page


def test_signing_up_sets_only_what_its_form_asks(client: FlaskClient) -> None:
    columns = [column.key for column in Account.__table__.columns]
    sign_up(client, **{name: "1" for name in columns if name not in {"email", "name", "password"}})
    account = account_by_email(ADA)
    assert account is not None
    assert account.confirmed_at is None
    assert account.tf_totp_secret is None
    assert account.phone == ""
    assert account.fs_uniquifier != "1"


def test_a_session_planted_before_is_not_the_one_after(
    app: Flask, client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    somebody("Eve Lupi", email="eve@people.example")
    enter(client, "eve@people.example")
    with client.session_transaction() as session:
        planted = dict(session)
    client.post("/sign-out")
    victim = app.test_client()
    with victim.session_transaction() as session:
        session.update({key: value for key, value in planted.items() if key != "_user_id"})
    enter(victim, ADA)
    with victim.session_transaction() as session:
        assert session["sign_in"] != planted["sign_in"]
    thief = app.test_client()
    with thief.session_transaction() as session:
        session.update(planted)
    assert thief.get("/me").status_code == 302, "the cookie counts no more after sign-out"


@pytest.mark.parametrize(
    ("column", "past", "stays"),
    [
        ("seen_at", timedelta(minutes=29), True),
        ("seen_at", timedelta(minutes=31), False),
        ("began_at", timedelta(hours=11), True),
        ("began_at", timedelta(hours=13), False),
    ],
)
def test_a_session_ends_by_idleness_and_by_age(
    client: FlaskClient,
    somebody: Callable[..., Account],
    column: str,
    past: timedelta,
    stays: bool,
) -> None:
    somebody("Ada Riva", email=ADA)
    enter(client, ADA)
    here = db.session.scalars(select(SignIn)).one()
    db.session.execute(update(SignIn).values({column: getattr(here, column) - past}))
    assert (client.get("/me").status_code == 200) is stays


def test_staff_sessions_are_shorter(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> None:
    from pactregistry.workflow.states import Role

    officer = person("Mara Officer", roles=[(Role.DESK, "commons")])
    sign_in(client, officer)
    began = db.session.scalars(select(SignIn)).one().began_at
    db.session.execute(update(SignIn).values(began_at=began - timedelta(hours=9)))
    assert client.get("/me").status_code == 302


def test_ten_failures_close_the_door_for_that_address(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    answers = [enter(client, ADA, "not the one it is").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    assert enter(client, ADA).status_code == 429, "the right password too"


def test_the_way_back_leads_to_the_page_that_was_asked_for(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    asked = client.get("/me?from=mail").location
    answer = client.post(asked, data={"email": ADA, "password": PASSWORD})
    assert answer.location == "/me?from=mail"


def test_the_way_back_never_leads_elsewhere(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    for target in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        answer = enter(client, ADA, way_back=target)
        parts = urlsplit(answer.location or "")
        assert (parts.scheme, parts.netloc) == ("", ""), target
        assert not parts.path.startswith(("//", "/\\")), target
        client.post("/sign-out")


def test_the_library_speaks_the_readers_language(client: FlaskClient) -> None:
    client.post("/language", data={"language": "it"})
    wrong = client.post("/sign-up", data={"email": "nobody"}).text
    client.post("/language", data={"language": "es"})
    mal = client.post("/sign-up", data={"email": "nobody"}).text
    assert "Indirizzo email non valido" in wrong or "non valido" in wrong
    assert "no válid" in mal or "inválid" in mal


def test_changing_the_password_keeps_this_session_only(
    client: FlaskClient, somebody: Callable[..., Account]
) -> None:
    somebody("Ada Riva", email=ADA)
    elsewhere = client.application.test_client()
    enter(elsewhere, ADA)
    enter(client, ADA)
    fresh = "nine quiet herons fishing"
    data = {"password": PASSWORD, "new_password": fresh, "new_password_confirm": fresh}
    assert client.post("/me/password", data=data).location == "/me"
    assert client.get("/me").status_code == 200
    assert elsewhere.get("/me").status_code == 302
