"""What the pages cost the database, and what both sides see beside the public. Art. 30."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.reports.models import Report
from tests.pacts.cases import CANARY
from tests.reports.reading.sent import NUMBER, ReportScene

PAGE = f"/reports/{NUMBER}"


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    told: list[str] = []

    def note(*args: object) -> None:
        told.append(str(args[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    yield told
    event.remove(db.engine, "before_cursor_execute", note)


def more_reports(report: Report, number: int) -> None:
    """Published reports on later periods of the same pact."""
    for each in range(number):
        db.session.add(
            Report(
                state="accepted",
                pack_id=report.pack_id,
                pack_version=report.pack_version,
                number=f"2027-R-{each:04d}",
                pact_id=report.pact_id,
                kind=report.kind,
                period_from=date(2027, 1, 1),
                period_to=date(2027, 1, each + 1),
                created_at=settings().now(),
                published_at=settings().now(),
            )
        )
    db.session.commit()


@pytest.mark.article("30(7)")
def test_many_reports_ask_the_database_no_more_than_one(
    sent: ReportScene, client: FlaskClient
) -> None:
    sent.takes(sent.scene.cast.desk, "acceptance")
    pages = ("/reports/", "/data/reports.json", "/api/v1/reports", "/feed.atom", "/pacts/2026-0001")
    few, many = {}, {}
    for page in pages:
        with counted() as told:
            assert client.get(page).status_code == 200
        few[page] = len(told)
    more_reports(sent.report, 9)
    for page in pages:
        with counted() as told:
            assert client.get(page).status_code == 200
        many[page] = len(told)
    assert many == few


@pytest.mark.article("30(3)", "10(2)")
def test_both_sides_read_what_the_public_does_not(sent: ReportScene) -> None:
    desk = sent.enter(sent.scene.cast.desk).get(PAGE).text
    assert f"Invoice of {CANARY}" in desk
    assert "Accept the report" in desk
    assert "Return with remarks" in desk
    lead = sent.enter(sent.scene.cast.lead).get(PAGE).text
    assert f"Invoice of {CANARY}" in lead
    assert "Accept the report" not in lead
    manager = sent.enter(sent.scene.cast.manager)
    assert manager.get(f"{PAGE}/acceptance").status_code == 403


@pytest.mark.article("3(1)b", "34(1)")
def test_two_officers_at_once_are_told_and_publish_once(sent: ReportScene) -> None:
    desk = sent.scene.cast.desk
    seen = str(sent.report.version)
    sent.takes(desk, "return", reason="Say how the hours were counted.")
    assert sent.post(desk, "acceptance", version=seen).status_code == 409
    assert sent.report.published_at is None


@pytest.mark.article("3(1)b")
def test_a_day_that_has_not_come_is_refused(sent: ReportScene) -> None:
    answer = sent.post(sent.scene.cast.desk, "acceptance", occurred_on="2030-01-01")
    assert answer.status_code == 409
    assert sent.report.state == "submitted"
