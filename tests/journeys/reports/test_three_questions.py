"""Small care: three questions and a photograph are a whole report. Art. 3(1)f-h, 30(4), 30(6)."""

from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.journeys.conftest import NARROW
from tests.journeys.reports import writing
from tests.journeys.reports.twin import Referee
from tests.journeys.reports.writing import FRIEND, LEAD, NUMBER
from tests.journeys.stage import Stage
from tests.pacts.life.scene import Scene

DID, WENT = "Annaffiato e ripulito dodici aiuole.", "Bene: undici su dodici in fiore."
POOR_LINE = {"viewport": NARROW, "java_script_enabled": False}
MOST = {"lead": (8, 7)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.article("30(4)", "30(6)", "3(1)f")
@pytest.mark.parametrize("stage", [POOR_LINE], indirect=True)
def test_one_page_is_a_whole_report(
    agreed: Scene, stage: Stage, referee: Referee, tmp_path: Path
) -> None:
    writing.can_sign_in(agreed, stage.somebody("Rosa Passiflora", email=FRIEND))
    stage.staff("desk")
    stage.go(date(2026, 10, 15))
    lead = writing.begins(stage, LEAD)
    lead.referee = referee
    lead.go("Answer the three questions")
    lead.write("What did you do?", DID)
    lead.write("How did it go?", WENT)
    lead.write("Active citizens", "sette")
    lead.write("Hours of volunteers", "120")
    lead.is_refused("Save", HTTPStatus.UNPROCESSABLE_ENTITY)
    assert lead.page.get_by_label("What did you do?").input_value() == DID
    lead.write("Active citizens", "7")
    lead.attach("Photograph", writing.photograph(tmp_path, "green"))
    lead.write("What it shows", "Le aiuole a giugno")
    lead.go("Save")
    lead.go("Send the report")
    lead.go("Send the report")
    assert lead.sees("14 November 2026")
    assert stage.faults() == []
    assert stage.mailed("desk@city.example", f"Report {NUMBER} arrived")
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part
