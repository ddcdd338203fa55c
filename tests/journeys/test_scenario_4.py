"""Scenario 4 at the table, in a browser: shops and properties, counted. Art. 13(4), 13(5)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.journeys import at_length, table
from tests.journeys.conftest import NARROW
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker

EMAIL = "furio@people.example"
NUMBER = "2026-P-0001"
GROUP = "Consorzio Via del Forno"
TITLE = "Owners or shops that stand together"
SAID = {"d": "La strada resta di tutti, senza posti riservati."}
PREEMPTION = "They ask for pre-emption"
MOST = {"resident": (30, 34), "desk officer": (51, 49), "managing officer": (5, 4)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.parametrize(
    "stage", [{"viewport": NARROW, "java_script_enabled": False}], indirect=True
)
def test_a_shopping_street_and_its_two_thirds(stage: Stage, tmp_path: Path) -> None:
    stage.staff("desk", "manager", "centro")
    stage.neighbour("Furio Fornai", EMAIL)
    lead = _proposes(stage, tmp_path)
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", NUMBER))
    at_length.opens_inquiry(desk, "45")
    stage.go(date(2026, 4, 3))
    desk.open(f"/desk/proposals/{NUMBER}")
    desk.go("Accept")
    desk.go("Accept")

    _needs_a_basis(desk)
    _counts(desk, ["properties"], "19", "30")
    assert desk.sees("19 of 30 properties = 63.33 %")
    assert desk.sees("Pre-emption on urban green is not open")
    _counts(desk, ["shops", PREEMPTION], "40", "62")
    assert desk.sees("40 of 62 shops = 64.52 %")
    desk.open(f"/pacts/{table.PACT}/freezing")
    assert desk.page.get_by_role("button", name="Freeze the text").is_disabled()
    _counts(desk, ["shops"], "41", "62", "Aiuola del Forno")
    assert desk.sees("41 of 62 shops = 66.13 %")
    assert desk.sees("may be asked for")

    opening = {"When and how": "La strada resta aperta a tutti."}
    ticked = ["to add to the upkeep", "Nothing is done against everyone's use"]
    table.states(desk, "Purpose and collective use", opening, ticked=ticked)
    table.states(desk, "Insurance", {}, ticked=["no insurance is needed"])
    table.fills_sections(desk, SAID)
    table.all_agree(lead)
    table.freezes(desk)
    table.both_sign(stage, lead)
    _is_public(stage)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _proposes(stage: Stage, folder: Path) -> Walker:
    lead = stage.visitor("resident")
    lead.open("/sign-in")
    lead.sign_in(EMAIL)
    table.opens_group(lead, GROUP, ["Libera Librai"], folder)
    at_length.proposes(
        lead,
        "running a place together",
        needs=["There is some danger"],
        group=GROUP,
        who={"Name that the public reads": GROUP},
        what={
            "Title": "Via del Forno, una strada di tutti",
            "What you want to do": "Panche, fioriere e vetrine curate insieme.",
        },
        about="a public space",
        place="Via del Forno",
        how={"You would begin on": "2026-05-01", "You would end on": "2029-04-30"},
    )
    assert lead.sees(NUMBER)
    return lead


def _needs_a_basis(desk: Walker) -> None:
    """Shops and properties differ: without a word on which, nothing is saved, nothing lost."""
    desk.open(f"/pacts/{table.PACT}/codesign/conditions/representation")
    desk.write("How many face the space", "30")
    desk.write("How many of them are represented", "19")
    desk.go("Save")
    assert desk.sees("Say whether properties or shops are counted (Art. 13(4)).")
    assert desk.page.get_by_label("How many of them").input_value() == "19"


def _counts(desk: Walker, ticked: Sequence[str], part: str, total: str, area: str = "") -> None:
    shares = {"How many face the space": total, "How many of them are represented": part}
    typed = shares | ({"Which area": area} if area else {})
    table.states(desk, TITLE, typed, ticked=[*ticked, "a consortium"])


def _is_public(stage: Stage) -> None:
    visitor = stage.visitor("visitor")
    visitor.open(f"/pacts/{table.PACT}")
    assert visitor.sees("41 of 62 shops = 66.13 %")
    assert visitor.sees("Aiuola del Forno")
    assert not visitor.sees("Librai"), "members stay unnamed"
