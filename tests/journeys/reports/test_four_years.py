"""Four years, eight half-yearly reports, three missing, beside two other pacts. Art. 30(3)b."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.reports.drawn import charts_on
from tests.journeys.walking import fits
from tests.reports.charts.conftest import half

HOURS = ["120", "150", "180", "210", "98.5"]


@pytest.mark.article("30(3)", "30(5)")
@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_four_years_beside_two_other_pacts(
    four_years: Pact,
    make_pact: Callable[..., Pact],
    reported: Callable[..., Report],
    browser: Browser,
    address: str,
    axe: Callable[[Page], list[str]],
    screen: dict[str, int],
) -> None:
    for name, hours in {"Garden of limes": 45, "Garden of elms": 75}.items():
        reported(make_pact(name), half(2025, 2), hours_volunteer=hours)
    path = f"/pacts/{four_years.number}"
    db.session.remove()
    with browser.new_context(viewport=screen, locale="en-GB") as context:
        page = context.new_page()
        page.goto(address + path)
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("link", name="Figures over time and beside similar pacts").click()
        over_time, beside = charts_on(page)
        text = page.locator("main").inner_text()
        assert axe(page) == []
        assert fits(page)
        for name in ("Garden of limes", "Garden of elms"):
            assert page.locator(f"#{beside.key} svg text", has_text=name).count() == 1
    assert over_time.faults + beside.faults == []
    assert (over_time.drawn, over_time.told) == (HOURS, HOURS)
    assert over_time.absent == ["no report"] * 3
    assert beside.told == ["180", "45", "75"]
    assert "758.5 hours, the sum of 5 reports" in text
    assert "For 3 periods that are over there is no report to read" in text
    assert "too few for a median" in text
