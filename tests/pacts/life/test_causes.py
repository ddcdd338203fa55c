"""What section b lists as causes: written by both sides, frozen and printed. Art. 5(2)b."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.pacts.actions_freezing import manuscript
from pactregistry.people.models import Account
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]
PAGE = "/pacts/2026-0001/codesign/causes"


@pytest.mark.article("5(2)b", "3(1)")
def test_a_light_case_begins_with_the_ready_causes(accepted: Cast) -> None:
    ready = settings().pack.section("b").suspension_causes
    assert accepted.text.suspension_causes == [text["it"] for text in ready]
    assert accepted.text.end_causes


@pytest.mark.article("5(2)b")
def test_causes_are_written_and_agreed_on_with_section_b(accepted: Cast, enter: Enter) -> None:
    lead = enter(accepted.lead)
    form = {
        "version": str(accepted.text.version),
        "suspension_causes": "Snow\r\n\r\n  Snow \r\nWorks in the street",
        "end_causes": "",
    }
    assert lead.post(PAGE, data=form).status_code == 302
    text = accepted.text
    assert text.suspension_causes == ["Snow", "Works in the street"]
    assert text.end_causes == []
    section = next(s for s in text.sections if s.letter == "b")
    assert section.citizens_agreed_id == accepted.lead.id
    assert section.city_agreed_id is None
    assert "Works in the street" in lead.get("/pacts/2026-0001/codesign").text
    assert lead.post(PAGE, data=form).status_code == 409  # opened before the change


def test_they_are_frozen_with_the_text_and_printed_in_section_b(accepted: Cast) -> None:
    text = accepted.text
    text.suspension_causes, text.end_causes = ["Snow"], []
    content = manuscript(text, settings().now())
    section = next(s for s in content["sections"] if s["letter"] == "b")
    assert section["suspension_causes"] == ["Snow"]
    assert "end_causes" not in section


def test_strangers_do_not_find_the_page(accepted: Cast, enter: Enter) -> None:
    assert enter(accepted.stranger).get(PAGE).status_code == 404
