"""The table of permissions: every page has its row, every row its page, and the gate holds it."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.people.gate import safe_path
from pactregistry.people.models import Account
from pactregistry.people.permissions import PERMISSIONS, STAFF
from pactregistry.workflow.states import Role

OFFICES = {
    Role.DESK: "commons",
    Role.REVIEWER: "green",
    Role.DISTRICT: "centro",
    Role.MANAGER: "commons",
    Role.EXECUTIVE: "executive",
    Role.SECRETARY: "",
    Role.ADMIN: "",
}


def pages(app: Flask) -> list[tuple[str, str, str]]:
    """Endpoint, method and path of each route without arguments."""
    return [
        (rule.endpoint, method, rule.rule)
        for rule in app.url_map.iter_rules()
        if not rule.arguments
        for method in ("GET" if "GET" in (rule.methods or ()) else "POST",)
    ]


def test_every_endpoint_has_a_row_and_every_row_an_endpoint(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert endpoints - set(PERMISSIONS) == set()
    assert set(PERMISSIONS) - endpoints == set()


def test_no_row_is_empty_or_mixes_everyone_with_a_role() -> None:
    for endpoint, roles in PERMISSIONS.items():
        assert roles, endpoint
        assert roles == {Role.VISITOR} or Role.VISITOR not in roles, endpoint
        assert roles == {Role.CITIZEN} or Role.CITIZEN not in roles, endpoint


def test_each_page_signed_out(app: Flask, client: FlaskClient) -> None:
    for endpoint, method, path in pages(app):
        answer = client.open(path, method=method)
        to_sign_in = answer.status_code == 302 and answer.location.startswith("/sign-in?")
        if PERMISSIONS[endpoint] == {Role.VISITOR}:
            assert not to_sign_in, path
            assert answer.status_code != 500, path
        else:
            assert to_sign_in, path


@pytest.mark.parametrize("role", [Role.CITIZEN, *sorted(STAFF)])
def test_each_page_for_each_role(
    app: Flask,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    role: Role,
) -> None:
    roles = [(role, OFFICES[role])] if role in STAFF else []
    account = person(f"Someone {role}", roles=roles)
    for endpoint, method, path in pages(app):
        sign_in(client, account)
        answer = client.open(path, method=method)
        allowed = PERMISSIONS[endpoint] & {Role.VISITOR, Role.CITIZEN, role}
        assert (answer.status_code == 403) is not bool(allowed), (path, answer.status_code)
        assert answer.status_code != 500, path


def test_staff_without_a_code_in_this_session_are_sent_to_set_it_up(
    unserved: Flask, person: Callable[..., Account], sign_in: Callable[..., None]
) -> None:
    @unserved.get("/only-for-the-desk", endpoint="only_for_the_desk")
    def page() -> str:
        return "open"

    client = unserved.test_client()
    officer = person("Mara Officer", roles=[(Role.DESK, "commons")])
    with pytest.MonkeyPatch.context() as patch:
        rows = {**PERMISSIONS, "only_for_the_desk": frozenset({Role.DESK})}
        patch.setattr("pactregistry.people.gate.PERMISSIONS", rows)
        sign_in(client, officer, code_passed=False)
        assert client.get("/only-for-the-desk").location == "/me/one-time-code"
        sign_in(client, officer)
        assert client.get("/only-for-the-desk").text == "open"


def test_an_endpoint_without_a_row_answers_like_a_missing_page(unserved: Flask) -> None:
    @unserved.get("/forgotten", endpoint="forgotten")
    def page() -> str:
        return "never seen"

    answer = unserved.test_client().get("/forgotten")
    assert answer.status_code == 404
    assert "never seen" not in answer.text


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "javascript:alert(1)",
        "/a\nSet-Cookie: x=y",
        "elsewhere.example",
        "",
    ],
)
def test_a_way_back_leads_nowhere_else(client: FlaskClient, target: str) -> None:
    assert safe_path(target) == "/"
    assert client.post("/language", data={"next": target}).location == "/"


def test_a_way_back_keeps_its_question() -> None:
    assert safe_path("/pacts/?q=via+lunga") == "/pacts/?q=via+lunga"
