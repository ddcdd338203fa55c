"""The demo city's report on this year, from its beginning to files in three languages. Art. 35."""

import io
import json
from collections.abc import Callable
from datetime import date

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.reports.yearly.document import year_pdf
from pactregistry.reports.yearly.queries import report_on
from tests.conftest import SetClock
from tests.journeys.city import City
from tests.journeys.conftest import WIDE
from tests.journeys.reports.drawn import charts_on
from tests.journeys.walking import Tally, Walker
from tests.pacts.test_documents import faults, text_of

PRINTING = 60_000  # milliseconds in which three files are surely made
WORDS = {
    "it": ("Italian", "Un anno di panchine, orti e lavatoi."),
    "en": ("English", "A year of benches, gardens and washhouses."),
    "es": ("Spanish", "Un año de bancos, huertos y lavaderos."),
}


@pytest.mark.article("35(2)", "30(5)")
def test_the_report_on_a_year(
    city: City, browser: Browser, axe: Callable[[Page], list[str]]
) -> None:
    year = settings().today().year
    SetClock(city.app).go(date(year + 1, 1, 2))
    _writes(_walker(city, browser, "desk"), year)
    manager = _walker(city, browser, "manager")
    manager.page.set_default_timeout(PRINTING)
    manager.open("/desk/years/")
    manager.go(str(year))
    manager.go("Publish the report on the year")
    manager.go("Publish the report on the year")
    assert manager.faults == []
    manager.leave()

    visitor = _walker(city, browser, "")
    visitor.referee = axe
    visitor.open("/figures")
    visitor.go(str(year))
    assert visitor.faults == []
    visitor.leave()
    for code in WORDS:
        told = _drawn_as_told(_walker(city, browser, "", code), year)
        _the_file_says_the_same(city, year, code, told)


def _writes(desk: Walker, year: int) -> None:
    desk.open("/desk/years/")
    desk.go(f"Begin the report on {year}")
    desk.go("Write the introduction")
    for language, words in WORDS.values():
        desk.write(f"Introduction: {language}", words)
    desk.go("Write the introduction")
    assert all(desk.sees(words) for _language, words in WORDS.values())
    assert desk.faults == []
    desk.leave()


def _drawn_as_told(visitor: Walker, year: int) -> set[str]:
    """All numbers of the page in the reader's language, each drawn as its table tells it."""
    visitor.open(f"/figures/{year}")
    charts = charts_on(visitor.page)
    assert [fault for chart in charts for fault in chart.faults] + visitor.faults == []
    assert len([chart for chart in charts if chart.drawn]) > 10
    visitor.leave()
    return {number for chart in charts for number in chart.told}


def _the_file_says_the_same(city: City, year: int, code: str, told: set[str]) -> None:
    """It lasts, is read aloud, holds the data, and is byte for byte the same when made again."""
    visitor = city.client("", code)
    file = visitor.get(f"/figures/{year}.pdf?lang={code}").data
    assert faults(file) == []
    words = text_of(file).split()
    assert WORDS[code][1] in " ".join(words)
    assert told - set(words) == set()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert str(pdf.Root.Lang).startswith(code)
        data = pdf.attachments[f"figures-{year}.json"].get_file().read_bytes()
    assert json.loads(data) == visitor.get(f"/figures/{year}.json").json
    kept = report_on(year).content
    db.session.remove()
    assert year_pdf(json.loads(json.dumps(kept)), code) == file


def _walker(city: City, browser: Browser, name: str, language: str = "en") -> Walker:
    walker = Walker(browser, city.address, name, Tally(), viewport=WIDE)
    city.hand_over(city.client(name, language), walker.context)
    return walker
