"""Reports in hand stand where one looks: own files, the office's list. Art. 10(2), 30(3)."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from tests.pacts.life.scene import Scene
from tests.reports.scheduling.asking import agree, asked, go

DESK = "/desk/reports"


@pytest.fixture
def three(scene: Scene) -> Scene:
    """Three half-years: one sent, one late, one in time; today is 1 November 2027."""
    agree(scene, 6)
    for day in (date(2026, 10, 15), date(2027, 4, 15), date(2027, 10, 15)):
        go(scene, day)
    scene.clock.go(date(2027, 11, 1))
    first = asked()[0]
    step = REPORT.take("submit", ReportState.DUE, Role.LEAD, ReportFacts())
    first.examine_by = date(2027, 11, 20)
    journal.record(first, step, Act(None, date(2027, 10, 21), settings().now()))
    db.session.commit()
    return scene


def numbers(page: str) -> list[str]:
    """The numbers of reports on a page, in their order."""
    return list(dict.fromkeys(re.findall(r"\d{4}-R-\d{4}", page)))


@pytest.mark.article("30(3)", "3(1)i")
def test_what_is_to_be_written_stands_with_one_s_own_files(three: Scene) -> None:
    page = three.enter(three.cast.lead).get("/me/proposals").text
    assert numbers(page) == ["2027-R-0001", "2027-R-0002", "2026-R-0001"]
    assert "/reports/2027-R-0001/write" in page
    assert "Late by 171 days" in page
    assert "to be sent by 13 November 2027" in page
    assert "Sent: the office reads it until 20 November 2027" in " ".join(page.split())
    assert "-R-" not in three.enter(three.cast.stranger).get("/me/proposals").text


@pytest.mark.article("10(2)", "30(3)")
def test_the_office_sees_its_own_turn_first(three: Scene) -> None:
    desk = three.enter(three.cast.desk)
    page = desk.get(DESK).text
    assert numbers(page) == ["2026-R-0001", "2027-R-0001", "2027-R-0002"]
    assert "To examine by 20 November 2027" in page
    assert "19 days left" in page
    assert "1 report is late, the oldest by 171 days." in page
    assert f'href="{DESK}"' in desk.get("/desk/").text


@pytest.mark.article("10(2)")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("what=to_examine", ["2026-R-0001"]),
        ("what=overdue", ["2027-R-0001"]),
        ("what=awaited", ["2027-R-0002"]),
        ("what=accepted", []),
        ("what=given_up", []),
        ("kind=final", []),
        ("district=collina", []),
        ("q=2027-r-0002", ["2027-R-0002"]),
        ("q=aiuole+lunga&what=overdue", ["2027-R-0001"]),
        ("q=nothing+like+it", []),
        ("what=everything&kind=none&district=x", ["2026-R-0001", "2027-R-0001", "2027-R-0002"]),
    ],
)
def test_the_office_s_list_is_searched(three: Scene, query: str, found: list[str]) -> None:
    page = three.enter(three.cast.desk).get(f"{DESK}?{query}").text
    listed = numbers(page.split('role="status"')[1])
    assert listed == found


@pytest.mark.article("10(2)")
def test_the_list_is_the_office_s_alone(
    three: Scene, client: FlaskClient, person: Callable[..., object]
) -> None:
    assert client.get(DESK).status_code in {302, 404}
    assert three.enter(three.cast.lead).get(DESK).status_code in {403, 404}
    assert three.enter(three.cast.desk).get(f"{DESK}?page=2").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_list(three: Scene) -> None:
    pages = [(three.cast.desk, DESK), (three.cast.lead, "/me/proposals")]
    browsers = [(three.enter(who), page) for who, page in pages]
    few = [_queries(browser, page) for browser, page in browsers]
    agree(three, 1)
    go(three, date(2028, 4, 14))
    assert len(asked()) > 6
    assert [_queries(browser, page) for browser, page in browsers] == few


def _queries(browser: FlaskClient, page: str) -> int:
    browser.get(page)
    counted: list[str] = []

    def count(*args: object) -> None:
        counted.append(str(args[2]))

    event.listen(db.engine, "before_cursor_execute", count)
    assert browser.get(page).status_code == 200
    event.remove(db.engine, "before_cursor_execute", count)
    return len(counted)
