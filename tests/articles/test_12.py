"""Art. 12: occasional care needs no pact, and the City shows where it gathers."""

import pytest
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from tests.commons.modules.scene import SATURDAY, CareScene
from tests.conftest import SetClock


@pytest.mark.article("12(1)")
def test_1_occasional_care_is_done_under_a_module_with_no_pact(care: CareScene) -> None:
    care.module()
    care.announce(items=2)
    assert care.activity().state == "authorised"
    assert db.session.scalar(select(Pact)) is None
    assert db.session.scalar(select(Proposal)) is None


@pytest.mark.article("12(2)")
def test_2_the_city_shows_what_was_done_and_where_it_gathers(
    care: CareScene, clock: SetClock
) -> None:
    care.module()
    clock.go(SATURDAY)
    for place in ("Via Lunga", "Giardino dei Tigli"):
        care.announce(place=place)
        care.done()
    page = care.as_(None).get("/care").text
    assert "2 activities done" in page
    assert 'class="pr-care-number"' in page
    assert "Via Lunga" in page
    data = care.as_(None).get("/data/care.csv").text
    assert "2026-A-0001" in data
    assert "Rita" not in data


@pytest.mark.article("12(2)")
def test_2_what_is_only_announced_does_not_stand_there(care: CareScene) -> None:
    care.module()
    care.announce()
    assert "Nothing done here yet" in care.as_(None).get("/care").text
    assert "2026-A-0001" not in care.as_(None).get("/data/care.json").text
