"""Scenario 5 from its first page to the beginning of the works. Art. 11(9), 15(2), 15(6), 17."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys import at_length, table, washhouse
from tests.journeys.conftest import WIDE
from tests.journeys.stage import Stage
from tests.journeys.washhouse import NUMBER
from tests.pacts.test_documents import faults, text_of

MOST = {"resident": (36, 40), "desk officer": (75, 72), "managing officer": (5, 4)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.parametrize("stage", [{"viewport": WIDE}], indirect=True)
def test_a_washhouse_for_twelve_years(stage: Stage, tmp_path: Path) -> None:
    stage.staff("desk", "manager", "works", "executive", "collina")
    stage.neighbour("Elma Lavandai", washhouse.EMAIL)
    lead = washhouse.proposes(stage, tmp_path)
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", NUMBER))
    at_length.opens_inquiry(desk, "90", "Public works office")
    at_length.gives_opinion(stage, "works", NUMBER, "favourable", "La struttura regge.")
    washhouse.asks_for_papers(desk)
    washhouse.brings_one_paper(stage, lead, tmp_path)
    washhouse.refers(stage, desk)
    stage.go(date(2026, 4, 20))
    desk.open(f"/desk/proposals/{NUMBER}")
    desk.go("Accept")
    desk.go("Accept")

    washhouse.writes_the_text(desk)
    table.all_agree(lead)
    table.freezes(desk)
    washhouse.cannot_sign_yet(lead)
    washhouse.adds_the_papers(desk, tmp_path)
    table.all_agree(lead)
    table.freezes(desk)
    desk.leave()
    table.both_sign(stage, lead)
    _shows_the_long_term(stage)

    stage.go(date(2026, 6, 1))
    visitor = stage.visitor("visitor")
    visitor.open(f"/pacts/{table.PACT}")
    assert visitor.sees("works do not begin before it approves")
    stage.go(date(2026, 6, 20))
    washhouse.heritage_approves(stage)
    stage.go(date(2026, 6, 21))
    visitor.open(f"/pacts/{table.PACT}")
    assert visitor.sees(washhouse.HERITAGE_ACT)
    assert visitor.sees("active")
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _shows_the_long_term(stage: Stage) -> None:
    """The public PDF holds what the law asks a long term on a listed building to state."""
    visitor = stage.visitor("visitor")
    visitor.open(f"/pacts/{table.PACT}")
    answer = visitor.context.request.get(f"{visitor.address}/pacts/{table.PACT}.pdf")
    assert faults(answer.body()) == []
    words = " ".join(text_of(answer.body()).split())
    for said in ("Laboratorio aperto, sempre.", "180.000", "150.000", washhouse.RESOLUTION):
        assert said in words, said
    assert "1 giugno 2038" in words
