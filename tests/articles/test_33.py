"""Art. 33: disputes may go to a committee of three, which proposes within thirty days."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.config import Settings
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import MACHINES
from tests.pacts.life.scene import Scene


@pytest.mark.article("33(1)")
def test_1_a_committee_has_three_members(
    scene: Scene, settings: Settings, client: FlaskClient
) -> None:
    committee = settings.packs["bologna-2014"].thresholds["committee_size"]
    assert (committee.value, committee.unit) == (3, "people")
    told = client.get("/regulation/33").text
    assert "members of the conciliation committee: 3" in " ".join(told.split())
    sections = client.get(f"/pacts/{scene.cast.number}.json").json["sections"]
    (disputes,) = [section for section in sections if section["letter"] == "i"]
    assert "comitato di conciliazione" in disputes["text"]


@pytest.mark.article("33(1)")
def test_1_it_is_a_way_that_is_open_and_never_a_condition() -> None:
    guards = [
        guard
        for machine in MACHINES
        for row in machine.rows.values()
        for guard in (*row.binds, *row.warns)
    ]
    assert not [g.name for g in guards if any(c.article == 33 for c in g.cites)]


@pytest.mark.article("33(2)")
@pytest.mark.parametrize(("days", "in_time"), [(29, True), (30, True), (31, False)])
def test_2_thirty_days_are_the_text_s_and_no_city_s(
    settings: Settings, days: int, in_time: bool
) -> None:
    pack = settings.packs["bologna-2014"]
    term = settings.city.term(pack, "conciliation")
    assert (term.value, term.source) == (30, "statute")
    asked = date(2026, 3, 2)
    last = last_day(asked, term.value, term.unit)
    assert (asked + timedelta(days=days) <= last) is in_time
