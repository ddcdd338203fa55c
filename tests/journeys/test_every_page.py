"""Every page of the demo city, for each role, in each language.

Links lead somewhere, HTML is valid, axe finds nothing, the first Tab leads past the frame, and no
page is wider than a narrow screen or breaks the content policy. What no link leads to as things
stand in the demo is opened at an address made of those that were.
"""

from collections import Counter
from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from tests.journeys.city import City
from tests.journeys.conftest import NARROW
from tests.journeys.crawling import EACH_KIND, Found, beside, crawl, crawled_once
from tests.journeys.shapes import RULES_OF_WORDS, shape_of
from tests.journeys.walking import fits

ROLES = (
    *("", "desk", "manager", "lina", "pia", "ugo", "bruno", "executive", "centro", "admin"),
    *("secretary", "elio"),
)
"""A visitor, citizens who lead groups, officers, and a member of committees of conciliation."""
ASIDE = ("desk", "manager", "ugo", "pia", "secretary", "elio")
"""Who opens what no link leads to."""
DOORS = frozenset({"api", "civicnetwork", "demo", "documents", "people", "security", "static"})
"""Rooms of which some pages are files, data or a step of signing in: their own tests open them."""
NOT_IN_THE_DEMO = frozenset(
    {
        "answering.deadline",
        "calls.revise",
        "competing.record_consent",
        "competing.roll",
        "conciliation.room",
        "modules.edit",
        "pacts.answer_exclusion",
        "pacts.change_lead",
        "pacts.exclude",
        "pacts.kind",
        "pacts.leave_for",
        "pacts.sign",
        "pacts.sign_on_paper",
        "pacts.support",
        "reports.answer_rating",
        "reports.desk_file",
        "reports.rate",
        "reports.ratings_on",
        "reports.restore_rating",
        "reports.withhold_rating",
        "training.sign_up",
    }
)
"""Pages that need what stands nowhere in the demo, such as a draft, what its city switched off, the
ratings, or that only lead on; their own tests open them."""
FILES = (
    "annex_id",
    "paper",
    "paper_id>",
    "attachment",
    ".pdf",
    ".csv",
    ".json",
    ".ics",
    "photograph",
    "file",
    "receipt",
)
Shown = dict[str, list[Found]]
Judge = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def shown(city: City, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """By role, the pages that it opened in Italian, found once for all processes."""
    return crawled_once(tmp_path_factory, lambda: opened_by_roles(city))


@pytest.fixture(scope="module")
def shapes() -> set[str]:
    """The shapes of the pages that axe has judged by all rules, in whatever language came first."""
    return set()


def opened_by_roles(city: City) -> Shown:
    """What each role finds; nobody is shown much of what others were."""
    found: Shown = {}
    known: set[str] = set()
    for name in ROLES:
        found[name] = crawl(city.app, city.client(name, "it"), known)
        known |= {page.endpoint for page in found[name] if page.text}
    for name in ASIDE:
        everything = [page for pages in found.values() for page in pages]
        found[name] += beside(city.app, city.client(name, "it"), everything)
    return found


def test_every_link_leads_somewhere(shown: Shown) -> None:
    every = [(name, page) for name, pages in shown.items() for page in pages]
    fine = {*range(400), HTTPStatus.GONE}  # a withheld file says that it is
    assert [f"{name}: {page}" for name, page in every if page.status not in fine] == []


def test_every_page_is_opened(city: City, shown: Shown) -> None:
    opened = {page.endpoint for pages in shown.values() for page in pages if page.text}
    pages = {
        rule.endpoint
        for rule in city.app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and rule.endpoint.split(".")[0] not in DOORS
        and not any(part in rule.rule or part in rule.endpoint for part in FILES)
    }
    assert sorted(pages - opened - NOT_IN_THE_DEMO) == []


@pytest.mark.parametrize("language", ["it", "en", "es"])
def test_every_page(
    city: City,
    shown: Shown,
    browser: Browser,
    axe: Callable[..., list[str]],
    vnu: Callable[[list[str]], list[str]],
    shapes: set[str],
    language: str,
) -> None:
    faults: list[str] = []
    texts: list[str] = []
    looked_at: set[str] = set()
    read: Counter[str] = Counter()
    for name, pages in shown.items():
        client = city.client(name, language)
        kinds = {page.endpoint: page.path for page in pages if page.text}
        for page in pages:
            read[page.endpoint] += 1
            if page.text and read[page.endpoint] <= EACH_KIND:
                texts.append(client.get(page.path).text)
        new = [path for kind, path in kinds.items() if kind not in looked_at]
        looked_at |= kinds.keys()

        def judge(page: Page) -> list[str]:
            # Colours are judged in one language; what hangs on the shape, once for each shape.
            if language != "it" and shape_of(page) in shapes:
                return axe(page, only=RULES_OF_WORDS)
            shapes.add(shape_of(page))
            return axe(page, colours=language == "it")

        faults += [f"{name}: {fault}" for fault in look_at(city, browser, client, new, judge)]
    assert faults + vnu(texts) == []


def look_at(
    city: City,
    browser: Browser,
    client: FlaskClient,
    paths: list[str],
    axe: Judge,
) -> list[str]:
    """Open pages on a narrow screen; gives what is wrong with them."""
    faults: list[str] = []
    with browser.new_context(viewport=NARROW) as context:
        city.hand_over(client, context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
        for path in paths:
            page.goto(city.address + path)
            faults += [f"{path}: {fault}" for fault in [*axe(page), *without_a_mouse(page)]]
            if not fits(page):
                faults.append(f"{path}: wider than the screen")
    return faults


def without_a_mouse(page: Page) -> list[str]:
    """The first Tab leads to the link past the frame."""
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    return [] if first == "#content" else [f"the first Tab leads to {first}"]
