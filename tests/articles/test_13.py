"""Art. 13: public spaces managed together, open to all, by many."""

from datetime import date

import pytest

from pactregistry.pacts.conditions.facts import condition_facts
from pactregistry.workflow.shares import Share
from pactregistry.workflow.states import Intensity, Pace
from tests.pacts.life.scene import Scene
from tests.scenarios.table import Table


@pytest.mark.article("13(1)")
def test_1_shared_management_of_a_public_space_is_agreed_in_a_pact(table: Table) -> None:
    assert (table.pact.intensity, table.pact.commons_kind) == (
        Intensity.SHARED_MANAGEMENT,
        "public_space",
    )
    assert table.pact.pace is Pace.FULL  # section by section


@pytest.mark.article("13(2)")
def test_2_it_lasts_for_a_predefined_time(scene: Scene) -> None:
    scene.go(date(2028, 4, 14))
    assert scene.pact.state == "active"
    scene.go(date(2028, 4, 15))
    assert scene.pact.state == "ended"


@pytest.mark.article("13(3)")
def test_3_nothing_is_done_against_everyones_use(table: Table) -> None:
    assert "stays open to everyone" in table.freezing_page()
    table.state("use", aim="integrate")
    assert "stays open to everyone" in table.freezing_page()
    table.state("use", aim="integrate", kept_open="y")
    assert "stays open to everyone" not in table.freezing_page()


@pytest.mark.article("13(4)", "34(1)")
@pytest.mark.parametrize(
    ("part", "total", "reached"),
    [
        (41, 62, True),  # 66.13 %
        (40, 62, False),  # 64.5 %
        (66, 100, True),  # at the limit
        (65, 100, False),
        (33, 50, True),  # 66 % exactly
        (65_999, 100_000, False),  # just under
        (66_001, 100_000, True),  # just over
        (19, 30, False),  # 63.3 % of the properties, where shops would reach it
    ],
)
def test_4_two_thirds_are_an_aim_and_never_a_condition(
    table: Table, part: int, total: int, *, reached: bool
) -> None:
    table.state("representation", **table.shops(part, total))
    assert Share(part, total).reaches(66) is reached
    assert table.freeze().status_code == 302  # the text goes on to signature either way
    assert table.text.state == "ready"


@pytest.mark.article("13(4)")
def test_4_the_basis_of_the_count_is_stated(table: Table) -> None:
    answer = table.post("conditions/representation", total=62, represented=41)
    assert "Art. 13(4)" in answer.text
    assert "representation" not in table.text.conditions


@pytest.mark.article("13(5)")
@pytest.mark.parametrize(
    ("part", "form", "is_open"),
    [
        (41, "association", True),
        (41, "consortium", True),
        (41, "cooperative", True),
        (41, "none", False),  # enough of them, not gathered
        (40, "consortium", False),  # gathered, not enough
    ],
)
def test_5_pre_emption_on_urban_green_needs_share_and_form(
    table: Table, part: int, form: str, *, is_open: bool
) -> None:
    asked = {"gathered_as": form, "preemption": "y", "green_area": "A bed of green"}
    table.state("representation", **table.shops(part, 62, **asked))
    assert condition_facts(table.text)["preemption_open"] is is_open
    answer = table.freeze()
    assert (answer.status_code == 302) is is_open
    if not is_open:
        assert "/regulation/13" in answer.text
