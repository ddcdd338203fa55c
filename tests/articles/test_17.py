"""Art. 17: buildings managed together, free of charge, for a purpose that binds."""

from datetime import date

import pytest

from pactregistry.pacts.conditions.facts import condition_facts
from pactregistry.workflow.states import CommonsKind
from tests.scenarios.table import Table


@pytest.fixture
def building(table: Table) -> Table:
    """A City building."""
    table.is_now(commons_kind=CommonsKind.BUILDING)
    return table


@pytest.mark.article("17(1)")
def test_1_it_is_free_of_charge_and_bound_to_its_purpose(building: Table) -> None:
    assert "lasting purpose" in building.freezing_page()
    form = building.enter(building.cast.desk).get("/pacts/2026-0001/codesign/conditions/building")
    assert 'name="fee"' not in form.text  # there is no fee to type
    building.state("building", purpose="A house for reading aloud.")
    assert "lasting purpose" not in building.freezing_page()
    assert "none: the building is given free of charge" in building.conditions_page()


@pytest.mark.article("17(2)")
def test_2_it_is_open_to_all_and_says_when(building: Table) -> None:
    building.state("use", aim="open", kept_open="y")
    assert condition_facts(building.text)["collective_use_kept"] is False  # hours are missing
    building.state("use", aim="open", kept_open="y", opening="Every day from 8 to 20.")
    assert condition_facts(building.text)["collective_use_kept"] is True


@pytest.mark.article("17(3)")
@pytest.mark.parametrize(
    ("starts", "ends", "warned"),
    [
        (date(2026, 4, 15), date(2035, 4, 14), False),  # a day less
        (date(2026, 4, 15), date(2035, 4, 15), False),  # nine years to the day
        (date(2026, 4, 15), date(2035, 4, 16), True),  # a day more
        (date(2028, 2, 29), date(2037, 2, 28), False),  # from a leap day
        (date(2028, 2, 29), date(2037, 3, 1), True),
        (None, date(2035, 4, 3), False),  # from the last signature, today at the earliest
        (None, date(2035, 4, 4), True),
    ],
)
def test_3_longer_than_nine_years_needs_reason_and_amount(
    building: Table, starts: date | None, ends: date, *, warned: bool
) -> None:
    building.terms(starts_on=starts or "", ends_on=ends)
    warning = "lasts longer than the normal limit"
    assert (warning in building.freezing_page()) is warned
    building.terms(starts_on=starts or "", ends_on=ends, long_term_grounds="The roof.")
    assert (warning in building.freezing_page()) is warned  # the amount is missing
    both = {"long_term_grounds": "The roof.", "long_term_amount": "180000"}
    building.terms(starts_on=starts or "", ends_on=ends, **both)
    assert warning not in building.freezing_page()


@pytest.mark.article("17(3)", "34(1)")
def test_3_a_space_has_no_such_limit_and_the_warning_stops_nobody(building: Table) -> None:
    building.terms(starts_on="2026-04-15", ends_on="2046-04-15")
    assert building.freeze().status_code == 302
    building.is_now(commons_kind=CommonsKind.PUBLIC_SPACE)
    assert "lasts longer" not in building.freezing_page()


@pytest.mark.article("17(4)")
def test_4_additions_cost_the_city_nothing_and_stay(building: Table) -> None:
    building.state("building", purpose="A house.", additions="An oven", works="The roof")
    assert condition_facts(building.text)["additions_kept"] is False
    kept = {"additions": "An oven", "works": "The roof", "additions_kept": "y"}
    building.state("building", purpose="A house.", upkeep="Citizens sweep", **kept)
    assert condition_facts(building.text)["additions_kept"] is True
    assert "they cost the City nothing and stay with it" in building.conditions_page()
