"""No link leads to a wall, and the navigation says where one is. Art. 10(2), 22."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.civicnetwork.navigation import navigation
from pactregistry.people.gate import may_open


@pytest.mark.parametrize(
    ("path", "entry", "how"),
    [
        ("/pacts/", "/pacts/", "page"),
        ("/pacts/2026-0001", "/pacts/", "true"),
        ("/care", "/modules/", "true"),
        ("/choices/2026-V-0001", "/proposals/", "true"),
        ("/training/", "/supports/", "true"),
        ("/", "/", "page"),
        ("/sign-in", "", ""),
    ],
)
def test_one_entry_at_most_is_the_current_one(app: Flask, path: str, entry: str, how: str) -> None:
    with app.test_request_context(path):
        marked = {item.url: item.current for item in navigation() if item.current}
    assert marked == ({entry: how} if entry else {})


def test_a_visitor_may_open_what_is_for_everyone_alone(app: Flask) -> None:
    with app.test_request_context("/"):
        assert may_open("modules.catalogue")
        assert not may_open("modules.new")
        assert not may_open("no.such_page")


def test_the_foot_of_every_page_leads_to_what_no_entry_names(client: FlaskClient) -> None:
    page = client.get("/regulation/").text
    for address in ("/choices/", "/care", "/training/", "/spaces/"):
        assert f'href="{address}"' in page
