"""The regulation pages: every article, and how each paragraph is applied."""

import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("number", range(1, 37))
def test_every_article_has_its_page(client: FlaskClient, number: int) -> None:
    page = client.get(f"/regulation/{number}")
    assert page.status_code == 200
    assert "%(" not in page.text


def test_there_is_no_article_37(client: FlaskClient) -> None:
    assert client.get("/regulation/37").status_code == 404


def test_a_paragraph_shows_steps_terms_and_numbers(client: FlaskClient) -> None:
    assert "45" in client.get("/regulation/11").text  # the term that the City set
    assert "66" in client.get("/regulation/13").text
    assert "30" in client.get("/regulation/33").text


@pytest.mark.parametrize("number", range(1, 37))
def test_a_step_of_several_machines_is_named_once(client: FlaskClient, number: int) -> None:
    for told in re.findall(r"<p>Steps: ([^<]*)</p>", client.get(f"/regulation/{number}").text):
        verbs = told.split(", ")
        assert len(verbs) == len(set(verbs)), verbs
