"""Scenario 3 from its first page to its last: two proposals for one court, and a choice. 10(7)."""

from datetime import date

import pytest

from tests.journeys import court, light
from tests.journeys.conftest import NARROW
from tests.journeys.stage import Stage

MOST = {
    "desk officer": (39, 29),
    "voters": (21, 18),
    "club": (15, 13),
    "committee": (12, 11),
    "managing officer": (5, 4),
}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.parametrize("stage", [{"viewport": NARROW}], indirect=True)
def test_two_proposals_for_one_court(stage: Stage) -> None:
    stage.staff("desk", "manager", "fiume")
    stage.neighbour("Polo Basketti", court.CLUB)
    stage.neighbour("Stella Quieti", court.COMMITTEE)
    for name in court.VOTERS:
        stage.neighbour(f"{name} Votanti", f"{name.lower()}@people.example")
    club, committee = court.both_propose(stage)
    stage.go(date(2026, 3, 5))
    desk = stage.officer("desk officer", "desk", "/desk/")
    for number in court.TEXTS:
        desk.open(f"/desk/proposals/{number}")
        light.opens_inquiry(desk)
    court.declares(desk)
    court.cannot_be_accepted(desk)

    stage.go(date(2026, 3, 18))
    nobody = "nessuno rinuncia ai pomeriggi."
    court.records_meetings(desk, {f"2026-03-{day}": f"Il {day} {nobody}" for day in (10, 17)})
    court.calls_the_choice(desk)
    stage.go(date(2026, 3, 26))
    for name, title in court.VOTERS.items():
        court.votes(stage, name, title)
    stage.go(date(2026, 4, 10))
    court.counts(desk)
    court.reads_the_result(stage)

    desk.open(f"/desk/proposals/{next(iter(court.TEXTS))}")
    light.accepts(desk)
    light.all_sign(stage, club, court.CLUB, desk)
    desk.leave()
    stage.go(date(2026, 5, 4))
    court.joins(stage, committee)
    court.both_sides_admit(stage, club)
    visitor = stage.visitor("visitor")
    visitor.open(f"/pacts/{light.PACT}")
    assert visitor.sees("1 person has joined since the signature.")
    assert not visitor.sees("Quieti")
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part
