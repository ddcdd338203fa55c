"""Art. 35: one year of trial, followed by everyone."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import Settings
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.facts_reports import YearlyFacts
from pactregistry.workflow.lifecycle import YEARLY
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import YearlyState
from tests.packs.conftest import walk
from tests.packs.walk import Walk

__all__ = ["walk"]


@pytest.mark.article("35(1)")
def test_35_1_the_trial_lasts_one_year_and_is_a_number_of_the_pack(
    walk: Walk, client: FlaskClient
) -> None:
    trial = walk.settings.packs["bologna-2014"].terms["trial"]
    assert (trial.value, trial.unit, trial.source) == (1, "years", "statute")
    assert "trial period: 1 year (set by the text)" in client.get("/regulation/35").text


@pytest.mark.article("35(2)")
def test_35_2_anyone_can_see_how_the_regulation_is_applied(walk: Walk, client: FlaskClient) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    told = client.get(f"/proposals/{number}.json").get_json()["history"]
    assert [step["step"] for step in told] == ["submit", "open_inquiry"]
    assert all(step["cites"] and step["occurred_on"] for step in told)


@pytest.mark.article("35(1)")
@pytest.mark.parametrize(
    ("day", "on_trial"),
    [(date(2015, 5, 30), True), (date(2015, 5, 31), True), (date(2015, 6, 1), False)],
)
def test_35_1_the_trial_ends_with_its_year(settings: Settings, day: date, on_trial: bool) -> None:
    pack = settings.packs["bologna-2014"]
    trial = pack.terms["trial"]
    assert (day <= last_day(pack.in_force_from, trial.value or 0, trial.unit)) is on_trial


@pytest.mark.article("35(1)")
def test_35_1_the_figures_say_when_the_trial_ended(walk: Walk, client: FlaskClient) -> None:
    assert "on trial until 31 May 2015" in client.get("/figures").text


@pytest.mark.article("35(2)")
def test_35_2_the_figures_count_each_act_on_its_day(walk: Walk, client: FlaskClient) -> None:
    assert "Nothing to count yet" in client.get("/figures").text
    number = walk.propose()
    walk.open_inquiry(number)
    told = client.get(f"/proposals/{number}.json").get_json()["history"]
    year = told[0]["occurred_on"][:4]
    tables = client.get(f"/figures.json?year={year}").get_json()["tables"]
    states = next(table for table in tables if table["key"] == "proposal_states")["rows"]
    assert [row["key"] for row in states if row["values"] != ["0"]] == ["inquiry"]


@pytest.mark.article("35(2)")
def test_35_2_the_city_reports_on_a_year_when_it_is_over() -> None:
    running = YEARLY.obstacles("publish", YearlyState.DRAFT, Role.MANAGER, YearlyFacts())
    assert [(o.name, o.binds) for o in running] == [("year_over", True)]
    over = YearlyFacts(year_over=True, words_missing=("Spanish",))
    said = YEARLY.obstacles("publish", YearlyState.DRAFT, Role.MANAGER, over)
    assert [(o.name, o.binds) for o in said] == [("words_written", False)]
    assert YEARLY.take("publish", YearlyState.DRAFT, Role.MANAGER, over).publishes
