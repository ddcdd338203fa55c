"""Scenario 7 in a browser: lateness in public, reasons or no refusal, an answer. Art. 11(4)-(8)."""

from datetime import date

import pytest

from tests.journeys import at_length
from tests.journeys.conftest import NARROW
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.people.doors import mails_to

EMAIL = "rita@people.example"
NUMBER = "2026-P-0001"
PIPE = (
    "Sotto il prato passa la condotta del gas: nessun palco fisso può stare entro cinque metri "
    "dalla sua traccia, e il progetto ne dista due."
)
NO_REASONS = ("Non si può.", "for technical reasons")
MOVABLE = "Un palco smontabile di dodici metri quadrati, lontano dalla condotta."
MOST = {"resident": (13, 13), "desk officer": (8, 7), "managing officer": (9, 7)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.parametrize(
    "stage", [{"viewport": NARROW, "java_script_enabled": False}], indirect=True
)
def test_a_stage_in_the_park(stage: Stage) -> None:
    stage.staff("desk", "manager", "gas", "fiume")
    stage.neighbour("Rita Residenti", EMAIL)
    resident = _proposes(stage)
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", NUMBER))
    at_length.opens_inquiry(desk, "45", "Gas network office")
    stage.go(date(2026, 3, 20))
    favourable = ("favourable", "Il parco ne ha bisogno.")
    at_length.gives_opinion(stage, "fiume", NUMBER, *favourable)

    stage.go(date(2026, 4, 28))
    visitor = stage.visitor("visitor")
    visitor.open(f"/proposals/{NUMBER}")
    assert visitor.sees("Late by 12 days")
    assert visitor.sees("Gas network office")
    assert not visitor.sees("Retini")
    at_length.gives_opinion(stage, "gas", NUMBER, "unfavourable", PIPE)

    manager = stage.officer("managing officer", "manager", f"/desk/proposals/{NUMBER}")
    _cannot_refuse_without_reasons(manager)
    manager.open(f"/desk/proposals/{NUMBER}")
    manager.go("Announce obstacles")
    manager.write("Obstacle 1", PIPE)
    manager.go("Announce obstacles")
    _answers(stage, resident)
    visitor.open(f"/proposals/{NUMBER}")
    assert visitor.sees(MOVABLE)
    desk.open(f"/desk/proposals/{NUMBER}")
    desk.go("Accept")
    desk.go("Accept")
    assert desk.sees("2026-0001")
    told = {who: len(mails_to(who)) for who in (EMAIL, "gas@city.example", "fiume@city.example")}
    assert all(number > 1 for number in told.values()), told
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _proposes(stage: Stage) -> Walker:
    resident = stage.visitor("resident")
    resident.open("/sign-in")
    resident.sign_in(EMAIL)
    what = "Un palco fisso di quaranta metri quadrati per letture e musica."
    at_length.proposes(
        resident,
        "running a place together",
        needs=["Building works are needed"],
        what={"Title": "Un palco di legno nel parco", "What you want to do": what},
        place="Parco del Mulino",
        how={"How many people take part": "1"},
    )
    assert resident.sees(NUMBER)
    return resident


def _cannot_refuse_without_reasons(manager: Walker) -> None:
    manager.go("Refuse with reasons")
    for empty in NO_REASONS:
        manager.write("Reason 1", empty)
        manager.is_refused("Refuse with reasons")
        assert manager.page.get_by_label("Reason 1").input_value() == empty


def _answers(stage: Stage, resident: Walker) -> None:
    stage.go(date(2026, 5, 8))
    resident.rest()
    resident.open(stage.mailed(EMAIL, "obstacles"))
    resident.sign_in(EMAIL)
    assert resident.sees("8 May 2026")
    resident.write("Your answer to the obstacles", "Ne basta uno piccolo.")
    resident.write("Title", "Un palco mobile")
    resident.write("What you want to do", MOVABLE)
    resident.go("Answer")
