"""Care without works, money or risk: one screen, one agreement, two pages, to the signature."""

import io
from datetime import date

import pikepdf
import pytest

from tests.journeys import light
from tests.journeys.conftest import NARROW
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker

EMAIL = "rita@people.example"
NUMBER = "2026-P-0001"
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
    light.accepts(desk)
    light.all_sign(stage, resident, EMAIL, desk)
    answer = resident.context.request.get(f"{stage.address}/pacts/{light.PACT}.pdf")
    with pikepdf.open(io.BytesIO(answer.body())) as pdf:
        assert len(pdf.pages) == TWO
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _proposes(stage: Stage, resident: Walker) -> None:
    before = stage.tally.screens["resident"], stage.tally.clicks["resident"]
    what = "Taglio leggero due volte all'anno."
    light.proposes(resident, "La siepe dei Tigli", what, "Giardino dei Tigli")
    assert resident.sees(NUMBER)
    after = stage.tally.screens["resident"], stage.tally.clicks["resident"]
    # Choosing the place from the list is the one click more.
    assert (after[0] - before[0], after[1] - before[1] - 1) == TO_PROPOSE
