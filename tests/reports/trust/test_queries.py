"""What a page costs the database does not grow with what it shows. Art. 30(7)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, insert, select

from pactregistry.database import Base, db
from tests.reports.reading.sent import NUMBER as REPORT
from tests.reports.trust.story import PACT, Story

MORE = 8
EVERYONES = (
    "/reports/",
    f"/reports/{REPORT}",
    f"/reports/{REPORT}.json",
    f"/pacts/{PACT}",
    f"/pacts/{PACT}/figures",
    f"/pacts/{PACT}/money",
    f"/pacts/{PACT}/questions",
    f"/pacts/{PACT}/ratings",
    "/questions/",
    "/figures",
    "/figures.json",
    "/feed.atom",
    "/api/v1/reports",
    "/data/reports.csv",
    "/data/questions.csv",
)
OF_THE_DESK = (
    "/desk/",
    "/desk/reports?what=accepted",
    "/desk/questions",
    "/desk/questions?shelf=answered",
    "/desk/problems?closed=1",
    f"/pacts/{PACT}/problems",
    f"/desk/pacts/{PACT}",
    f"/reports/{REPORT}",
)


def queries(browser: FlaskClient, page: str) -> int:
    """How many statements a page sends to the database."""
    told: list[str] = []

    def note(*args: Any) -> None:
        if args[2].lstrip().upper().startswith("SELECT"):
            told.append(args[2])

    event.listen(db.engine, "before_cursor_execute", note)
    answer = browser.get(page)
    event.remove(db.engine, "before_cursor_execute", note)
    assert answer.status_code == 200, page
    return len(told)


def again(name: str, change: Callable[[Mapping[str, Any], int], dict[str, Any]]) -> None:
    """Put a table's last row in some more times, each with what must differ."""
    table = Base.metadata.tables[name]
    last = db.session.execute(select(table).order_by(table.c.id.desc())).mappings().first()
    assert last is not None, name
    for number in range(1, MORE + 1):
        row = {key: value for key, value in last.items() if key != "id"}
        db.session.execute(insert(table).values(**row | change(last, number)))


def multiply() -> None:
    """More of everything that these pages list."""
    days = "period_to"
    again("report", lambda r, n: {"number": f"2026-R-1{n:03}", days: r[days] + timedelta(days=n)})
    for name in ("report_photograph", "report_cost", "question", "problem", "evaluation"):
        again(name, lambda _row, _number: {})
    again("report_figure", lambda _row, n: {"code": f"own.more_{n}", "label": f"More {n}"})
    again("money_grant", lambda _row, _number: {"report_id": None, "kind": "ADVANCE", "amount": 1})
    again("rating", lambda r, n: {"month": r["month"] - timedelta(days=31 * n)})
    db.session.commit()


@pytest.mark.article("30(7)")
def test_no_page_asks_the_database_more_for_many(
    story: Story, app: Flask, client: FlaskClient
) -> None:
    desk = story.scene.enter(story.scene.cast.desk)
    pages = [*((client, page) for page in EVERYONES), *((desk, page) for page in OF_THE_DESK)]
    again("report_figure", lambda _row, n: {"code": f"own.first_{n}", "label": f"First {n}"})
    db.session.commit()
    for browser, page in pages:
        browser.get(page)  # what is read once is read now
    few = {page: queries(browser, page) for browser, page in pages}
    multiply()
    many = {page: queries(browser, page) for browser, page in pages}
    grown = {page: (few[page], many[page]) for page in few if many[page] > few[page]}
    assert grown == {}
