"""Art. 29: cases known beforehand, emergencies, manuals."""

import pytest
from flask.testing import FlaskClient

from tests.calls.conftest import Stage


@pytest.mark.article("29(1)")
def test_1_in_an_emergency_a_call_may_run_for_hours_and_is_answered_on_one_screen(
    calls: Stage, client: FlaskClient
) -> None:
    calls.open(title="An ordinary call")
    urgent = calls.open(
        title="After the flood",
        emergency="y",
        emergency_grounds="Mayor's order 7 of 1 March",
        closes_on="2026-03-02",
        closes_hour="18:00",
    )
    first_page = client.get("/").text
    assert first_page.index("After the flood") < first_page.index("An ordinary call")
    resident = calls.cast.residents[0]
    draft = calls.draft(resident, urgent, intensity="regeneration", works="y")
    assert "this one screen is enough" in calls.as_(resident).get(f"/drafts/{draft.id}").text
    assert calls.send(resident, draft).status_code == 302
