"""A sign-in that ended is worth nothing, whoever kept a copy of its cookie."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.people.models_sign_in import SignIn
from pactregistry.people.sessions import IDLE


def test_a_copied_cookie_is_worth_nothing_after_sign_out(
    app: Flask,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    sign_in(client, person("Ada Riva"))
    with client.session_transaction() as session:
        kept = dict(session)
    client.post("/sign-out")
    thief = app.test_client()
    with thief.session_transaction() as session:
        session.update(kept)
    assert thief.get("/me").status_code == 302
    assert db.session.scalars(select(SignIn)).all() == []


def test_an_idle_sign_in_is_closed_for_good(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> None:
    sign_in(client, person("Ada Riva"))
    standing = db.session.scalars(select(SignIn)).one()
    standing.seen_at -= IDLE
    assert client.get("/me").status_code == 302
    db.session.expire_all()
    assert db.session.scalars(select(SignIn)).all() == []
