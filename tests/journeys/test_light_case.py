"""Care without works, money or risk: one screen, one agreement, two pages, to the signature."""

import io
from datetime import date

import pikepdf
import pytest

from tests.journeys.conftest import NARROW
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.people.doors import code_of

EMAIL = "rita@people.example"
NUMBER = "2026-P-0001"
PACT = "2026-0001"
TWO = 2
TO_PROPOSE = (4, 4)  # the questions, the one screen, the check, the receipt
MOST = {"resident": (12, 11), "desk officer": (14, 11), "managing officer": (5, 4)}
"""Screens and clicks in all, with every sign-in: lower them when the way gets shorter."""


@pytest.mark.parametrize("stage", [{"viewport": NARROW}], indirect=True)
def test_a_hedge_from_the_one_screen_to_the_civic_network(stage: Stage) -> None:
    stage.staff()
    stage.neighbour("Rita Residenti", EMAIL)
    resident = stage.visitor("resident")
    resident.open("/sign-in")
    resident.sign_in(EMAIL)
    _proposes(stage, resident)
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", NUMBER))
    desk.go("Open the inquiry")
    desk.go("I have read it")
    desk.leave()
    stage.clock.go(date(2026, 3, 18))
    desk = stage.officer("desk officer", "desk", f"/desk/proposals/{NUMBER}")
    desk.go("Accept")
    desk.go("Accept")
    desk.go("We agree with the whole text")
    resident.rest()
    resident.open(stage.mailed(EMAIL, "Accepted"))
    resident.sign_in(EMAIL)
    resident.go("We agree with the whole text")
    desk.open(f"/pacts/{PACT}/codesign")
    desk.go("Freeze the text for signature")
    desk.go("Freeze the text for signature")
    resident.open(stage.mailed(EMAIL, "To sign"))
    resident.go("I have read this")
    resident.tick("I approve these clauses specifically")
    resident.go("Sign", exact=True)
    path = stage.mailed("manager@city.example", "To sign")
    manager = stage.officer("managing officer", "manager", path)
    manager.go("I have read this")
    manager.write("One-time code", code_of(stage.keys["manager"], later=30))
    manager.go("Sign", exact=True)
    answer = manager.context.request.get(f"{stage.address}/pacts/{PACT}.pdf")
    with pikepdf.open(io.BytesIO(answer.body())) as pdf:
        assert len(pdf.pages) == TWO
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _proposes(stage: Stage, resident: Walker) -> None:
    before = stage.tally.screens["resident"], stage.tally.clicks["resident"]
    resident.open("/proposals/new")
    resident.tick("continuous care")
    resident.go("Begin")
    resident.write("Title", "La siepe dei Tigli")
    resident.write("What you want to do", "Taglio leggero due volte all'anno.")
    resident.choose("A known place of the city", "Giardino dei Tigli")
    resident.go("Save and check")
    resident.go("Send the proposal")
    assert resident.sees(NUMBER)
    after = stage.tally.screens["resident"], stage.tally.clicks["resident"]
    # Choosing the place from the list is the one click more.
    assert (after[0] - before[0], after[1] - before[1] - 1) == TO_PROPOSE
