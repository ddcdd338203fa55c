"""A report in ten pieces over three days on a telephone without JavaScript. Art. 30(4)-(7)."""

from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest

from pactregistry.database import db
from pactregistry.reports.queries import report_by_number
from tests.journeys.conftest import NARROW
from tests.journeys.reports import writing
from tests.journeys.reports.twin import Referee
from tests.journeys.reports.writing import CLOSE, FRIEND, LEAD, NUMBER, writes
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.pacts.life.scene import Scene

WATERED = "Annaffiato due volte la settimana."
AND_WEEDED = "Tolte le erbe ogni sabato."
OURS, THEIRS = "Undici aiuole su dodici in fiore.", "Nuove: tre famiglie della via."
POOR_LINE = {"viewport": NARROW, "java_script_enabled": False}
PAINT = {"What for": "Vernice per i bordi", "Amount, in euro": "120,50"}
MOST = {"lead": (40, 33), "desk officer": (12, 11)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.article("30(4)", "30(5)", "30(6)", "30(7)")
@pytest.mark.parametrize("stage", [POOR_LINE], indirect=True)
def test_ten_pieces_over_three_days(
    agreed: Scene, stage: Stage, referee: Referee, tmp_path: Path
) -> None:
    writing.can_sign_in(agreed, stage.somebody("Rosa Passiflora", email=FRIEND))
    stage.staff("desk")
    stage.go(date(2026, 10, 15))
    lead = writing.begins(stage, LEAD)
    lead.referee = referee
    writes(lead, "Objectives", {"Objectives": "Dodici aiuole in fiore fino all'inverno."})
    writes(lead, "Actions and services", {"Actions": WATERED})
    writes(lead, "Results", {"Results": OURS})

    lead = _next_day(stage, lead, date(2026, 10, 16))
    _two_at_one_piece(stage, lead)
    writes(
        lead, "Resources", {"Resources": "Acqua del Comune, attrezzi nostri."}, "go on: Problems"
    )
    lead.write("Problems", "Una grondaia perde sull'ultima aiuola.")
    lead.write("Ideas", "Un secondo rubinetto.")
    lead.go(CLOSE)
    figures = {"active citizens": "14", "hours of volunteers (hours)": "312,5 ore"}
    writes(lead, "Figures", figures)

    lead = _next_day(stage, lead, date(2026, 10, 17))
    lead.go("Photographs")
    writing.adds_photograph(lead, writing.photograph(tmp_path, "green"), "Le aiuole a giugno")
    writing.adds_photograph(lead, writing.photograph(tmp_path, "red"), "Noi", faces=True)
    _costs_once(lead)
    lead.open(f"/reports/{NUMBER}/write")
    lead.go("Send")
    assert lead.sees("2 figures")
    lead.go("Send")
    assert lead.sees("16 November 2026")
    _is_returned(stage, referee)
    _is_mended(stage, lead)
    _is_accepted(stage, referee)
    _is_public(stage, referee)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _next_day(stage: Stage, lead: Walker, day: date) -> Walker:
    """Nothing of the day before is lost when the session is."""
    stage.go(day)
    lead.rest()
    lead.open(f"/reports/{NUMBER}/write")
    lead.sign_in(LEAD)
    assert lead.sees("written")
    return lead


def _two_at_one_piece(stage: Stage, lead: Walker) -> None:
    """Who saves second reads both texts, puts them together, and nothing is lost."""
    address = f"/reports/{NUMBER}/write/text/results"
    friend = writing.begins(stage, FRIEND, address)
    friend.referee = lead.referee
    lead.open(address)
    friend.write("Results", f"{OURS} {THEIRS}")
    friend.go(CLOSE)
    lead.write("Results", f"{OURS} {AND_WEEDED}")
    lead.is_refused(CLOSE, HTTPStatus.CONFLICT)
    assert lead.sees(THEIRS)
    assert lead.sees("You typed")
    assert lead.page.get_by_label("Results").input_value() == f"{OURS} {AND_WEEDED}"
    lead.write("Results", f"{OURS} {THEIRS} {AND_WEEDED}")
    lead.go(CLOSE)
    assert _kept()[0] == f"{OURS} {THEIRS} {AND_WEEDED}"
    friend.leave()


def _costs_once(lead: Walker) -> None:
    """The answer is lost on the line, the form is sent again: one cost."""
    lead.open(f"/reports/{NUMBER}/write/costs")
    mend = writing.on_a_line_that_breaks(lead)
    writing.adds_cost(lead, PAINT | {"Day on the receipt": "2026-06-01"}, "consumables")
    mend()
    assert lead.sees("€120.50")
    assert _kept()[1] == 1


def _is_returned(stage: Stage, referee: Referee) -> None:
    path = stage.mailed("desk@city.example", "arrived")
    desk = stage.officer("desk officer", "desk", path)
    desk.referee = referee
    desk.go("Return with remarks")
    desk.write("Remarks", "Come avete contato le ore?")
    desk.go("Return with remarks")
    desk.leave()


def _is_mended(stage: Stage, lead: Walker) -> None:
    stage.go(date(2026, 10, 20))
    lead.rest()
    lead.open(stage.mailed(LEAD, "Returned with remarks"))
    lead.sign_in(LEAD)
    assert lead.sees("Come avete contato le ore?")
    lead.go("Figures")
    writing.explains(lead, "hours of volunteers", "Dal foglio di ogni sabato.")
    lead.go(CLOSE)
    lead.go("Send")
    lead.go("Send")
    assert lead.sees("19 November 2026")
    assert _kept()[1] == 1


def _is_accepted(stage: Stage, referee: Referee) -> None:
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", "arrived"))
    desk.referee = referee
    assert desk.sees("Vernice per i bordi")
    desk.go("Examine the costs")
    desk.tick("Admit it")
    desk.go("Examine the costs")
    desk.go("Accept the report")
    desk.go("Accept the report")
    desk.leave()


def _is_public(stage: Stage, referee: Referee) -> None:
    visitor = stage.visitor("visitor")
    visitor.referee = referee
    visitor.open(f"/reports/{NUMBER}")
    for told in (WATERED, OURS, THEIRS, AND_WEEDED, "312.5", "Dal foglio di ogni sabato."):
        assert visitor.sees(told), told
    shown = visitor.page.locator("figure:has(img)")
    assert shown.all_inner_texts() == ["Le aiuole a giugno"]
    assert not visitor.sees("Vernice per i bordi")


def _kept() -> tuple[str, int]:
    """The results and how many costs there are; the database is free again for the browser."""
    report = report_by_number(NUMBER)
    kept = report.parts["results"], len(report.costs)
    db.session.remove()
    return kept
