"""A second browser with JavaScript that judges what a first one shows without it."""

import re
from collections.abc import Callable, Sequence

from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests.journeys.conftest import NARROW
from tests.journeys.walking import fits

Referee = Callable[[Page], list[str]]


def messages_on(shown: str) -> str:
    """What kinds of messages a page has."""
    return ",".join(re.findall(r'class="[^"]*(?:alert|refusal)[^"]*"', shown))


def pieces_of(shown: str) -> str:
    """Of which kinds of pieces a page is made, whatever they say."""
    return " ".join(sorted(set(re.findall(r'<\w+(?: class="[^"]*")?', shown))))


def judged_by_twin(
    browser: Browser,
    axe: Callable[..., list[str]],
    *,
    screens: Sequence[ViewportSize] = ({"width": 360, "height": 740},),
    kind_of: Callable[[str], str] = messages_on,
) -> tuple[Referee, Page]:
    """A referee that shows each screen once more where axe can run; close the twin's context.

    The same address with a page of the same kind is judged once, on each of the screens; its
    colours, which are the same on all, on the first.
    """
    twin = browser.new_context(viewport=NARROW, locale="en-GB").new_page()
    judged: set[tuple[str, str]] = set()

    def judge(page: Page) -> list[str]:
        shown = page.content()
        kind = (page.url, kind_of(shown))
        if kind in judged:
            return []
        judged.add(kind)

        def show(route: Route) -> None:
            route.fulfill(body=shown, content_type="text/html; charset=utf-8")

        address = page.url.partition("#")[0]
        twin.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # read and given alike
        twin.route(address, show)
        twin.goto(address)
        found = []
        for screen in screens:
            twin.set_viewport_size(screen)
            found += axe(twin, colours=screen == screens[0])
            if not fits(twin):
                found.append(f"wider than {screen['width']} px")
        twin.unroute(address)
        return found

    return judge, twin
