"""A second browser with JavaScript that judges what a first one shows without it."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, Route

from tests.journeys.conftest import NARROW

Referee = Callable[[Page], list[str]]


def judged_by_twin(browser: Browser, axe: Callable[[Page], list[str]]) -> tuple[Referee, Page]:
    """A referee that shows each screen once more where axe can run; close the twin's context."""
    twin = browser.new_context(viewport=NARROW, locale="en-GB").new_page()
    judged: set[tuple[str, str]] = set()

    def judge(page: Page) -> list[str]:
        shown = page.content()
        # The same page with the same kind of messages is judged once.
        kind = (page.url, ",".join(re.findall(r'class="[^"]*(?:alert|refusal)[^"]*"', shown)))
        if kind in judged:
            return []
        judged.add(kind)

        def show(route: Route) -> None:
            route.fulfill(body=shown, content_type="text/html; charset=utf-8")

        address = page.url.partition("#")[0]
        twin.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # read and given alike
        twin.route(address, show)
        twin.goto(address)
        found = axe(twin)
        twin.unroute(address)
        return found

    return judge, twin
