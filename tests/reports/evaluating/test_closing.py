"""A file is closed without a report, with a reason that the public reads. Art. 30(3), 34."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.pacts.life.scene import Scene
from tests.reports.evaluating.judging import NUMBER, reported

WHY = "The association was dissolved; its members could not be reached."
STEP = "closing-without-report"


@pytest.mark.article("30(3)", "34(1)")
def test_a_file_is_closed_once_and_the_public_reads_why(scene: Scene, client: FlaskClient) -> None:
    reported(scene, accepted=False)
    scene.go(date(2028, 6, 14))
    file = scene.enter(scene.cast.manager).get(f"/desk/pacts/{NUMBER}").text
    assert f"/pacts/{NUMBER}/{STEP}" in file
    assert scene.post(scene.cast.manager, STEP, reason=" ").status_code == 409
    scene.takes(scene.cast.manager, STEP, reason=WHY)
    assert "report_term_over" not in scene.last().warnings
    assert reported(scene, accepted=False).unreported_on == date(2028, 6, 14)
    page = client.get(f"/pacts/{NUMBER}").text
    assert "Closed without a report on 14 June 2028" in page
    assert WHY in page
    assert scene.mails("The file was closed without a report")
    again = scene.post(scene.cast.manager, STEP, reason=WHY)
    assert again.status_code == 409
    assert "closed without a report already" in again.text
    assert STEP not in scene.enter(scene.cast.manager).get(f"/desk/pacts/{NUMBER}").text
    reported(scene)  # it comes all the same
    assert "Closed without a report on" not in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("30(3)")
@pytest.mark.parametrize(("day", "warned"), [(13, True), (14, False)])
def test_closing_before_the_citizens_term_is_over_warns(
    scene: Scene, day: int, warned: bool
) -> None:
    reported(scene, accepted=False, due=date(2028, 6, 13))
    scene.go(date(2028, 6, day))
    scene.takes(scene.cast.manager, STEP, reason=WHY)
    assert ("report_term_over" in scene.last().warnings) is warned


@pytest.mark.article("30(3)")
def test_a_report_that_came_is_examined_and_not_passed_over(scene: Scene) -> None:
    scene.go(date(2028, 6, 14))
    reported(scene)
    answer = scene.post(scene.cast.manager, STEP, reason=WHY)
    assert answer.status_code == 409
    assert "The final report is there" in answer.text


def test_only_the_managing_officer_closes_and_only_what_has_ended(scene: Scene) -> None:
    assert scene.post(scene.cast.manager, STEP, reason=WHY).status_code == 409
    scene.go(date(2028, 4, 15))
    for other in (scene.cast.desk, scene.cast.lead):
        assert scene.post(other, STEP, reason=WHY).status_code == 403
