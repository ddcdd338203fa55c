"""Every chart of the city draws the numbers of its table, as a browser shows it. Art. 30(5)."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from tests.journeys.city import City
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.reports.drawn import charts_on
from tests.journeys.walking import fits

LINKS = re.compile(r'href="(/(?:pacts|reports|figures)/[^"/.?#]+)"')
CHART = '<figure class="pr-chart"'
FEWEST = 60  # charts that the demo city has at least


def pages_with_charts(client: FlaskClient) -> Iterator[str]:
    """The figures of the city, of each year, of each pact, and each report."""
    found = {"/figures": None}
    for start in ("/figures", "/pacts/", "/pacts/?page=2", "/reports/"):
        found |= dict.fromkeys(LINKS.findall(client.get(start).text))
    pacts = [path for path in found if path.startswith("/pacts/")]
    for path in (*found, *(f"{pact}/figures" for pact in pacts)):
        answer = client.get(path)
        if answer.status_code == 200 and CHART in answer.text:
            yield path


@pytest.mark.article("30(5)", "35(2)")
@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_charts_and_tables_have_the_same_numbers(
    city: City, browser: Browser, screen: dict[str, int]
) -> None:
    faults: list[str] = []
    drawn = 0
    client = city.client("", "it")
    with browser.new_context(viewport=screen) as context:
        city.hand_over(client, context)
        page = context.new_page()
        for path in pages_with_charts(client):
            page.goto(city.address + path)
            charts = charts_on(page)
            drawn += sum(chart.drawn is not None for chart in charts)
            faults += [f"{path} {fault}" for chart in charts for fault in chart.faults]
            if not fits(page):
                faults.append(f"{path}: wider than the screen")
    assert faults == []
    assert drawn >= FEWEST
