"""How a person walks through the pages: each screen is looked at, each screen and click counted."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Response

from tests.people.doors import PASSWORD, code_of

PATIENCE = 15_000  # milliseconds
NOT_WIDER = "document.documentElement.scrollWidth <= innerWidth"


def fits(page: Page) -> bool:
    """Whether a page, once it is here whole, is no wider than the screen."""
    page.wait_for_load_state()
    return bool(page.evaluate(NOT_WIDER))


@dataclass
class Tally:
    """Screens and clicks by the part that somebody plays."""

    screens: Counter[str] = field(default_factory=Counter)
    clicks: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        parts = [
            f"{part} {self.screens[part]} screens, {self.clicks[part]} clicks"
            for part in self.screens
        ]
        return "; ".join(parts)


class Walker:
    """One person with a browser of their own; `faults` gathers what no screen may show.

    A `referee` looks at each screen too.
    """

    def __init__(
        self, browser: Browser, address: str, part: str, tally: Tally, **context: Any
    ) -> None:
        self.context = browser.new_context(locale="en-GB", **context)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.address = address
        self.part = part
        self.tally = tally
        self.faults: list[str] = []
        self.awaited: HTTPStatus | None = None
        self.referee: Callable[[Page], list[str]] = lambda _page: []
        self.page.on("domcontentloaded", self._count)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("response", self._refused)

    def open(self, path: str) -> None:
        """Type an address, or follow the link of a mail."""
        self.awaited = None
        self.page.goto(self.address + path)
        self._look()

    def go(self, name: str, *, exact: bool = False) -> None:
        """Press the button or link of this name, which leads to a screen."""
        place = self.page.locator("main")
        button = place.get_by_role("button", name=name, exact=exact)
        found = button.or_(place.get_by_role("link", name=name, exact=exact))
        with self.page.expect_navigation(wait_until="load"):
            self._click(found.first)
        self._look()

    def is_refused(self, name: str, status: HTTPStatus = HTTPStatus.CONFLICT) -> None:
        """Press what the application must refuse on a page of its own, which is no fault then."""
        button = self.page.locator("main").get_by_role("button", name=name)
        self.awaited = status
        with self.page.expect_navigation(wait_until="load") as answered:
            button.first.click()
        self.tally.clicks[self.part] += 1
        answer = answered.value
        assert answer is not None
        assert answer.status == status, f"{name}: {answer.status}"
        self._look()

    def menu(self, name: str) -> None:
        """Take an entry of the main navigation, which a narrow screen folds away."""
        folded = self.page.locator("#navigation summary")
        if folded.is_visible():
            self._click(folded)
        link = self.page.locator("#navigation").get_by_role("link", name=name)
        with self.page.expect_navigation(wait_until="load"):
            self._click(link.and_(self.page.locator(":visible")))
        self._look()

    def tick(self, label: str, within: str = "main") -> None:
        """Tick a box or choose an option by its label."""
        self._click(self.page.locator(within).get_by_label(label).first)

    def unfold(self, name: str) -> None:
        """Unfold what stands behind a summary."""
        self._click(self.page.locator("main summary", has_text=name).first)

    def choose(self, label: str, option: str, within: str = "main") -> None:
        """Choose from a list; it counts as a click."""
        self.page.locator(within).get_by_label(label).first.select_option(label=option)
        self.tally.clicks[self.part] += 1

    def write(self, label: str, text: str, within: str = "main") -> None:
        """Type in a field; fields are told by their label."""
        self.page.locator(within).get_by_label(label).first.fill(text)

    def attach(self, label: str, path: Path) -> None:
        """Choose a file."""
        self.page.locator("main").get_by_label(label).first.set_input_files(path)
        self.tally.clicks[self.part] += 1

    def sees(self, text: str) -> bool:
        """Whether the screen shows a text."""
        return text in self.page.locator("body").inner_text()

    def sign_in(self, email: str, code_key: str = "") -> None:
        """Fill the form of sign-in; an officer gives a one-time code too."""
        self.write("E-mail", email)
        self.write("Password", PASSWORD)
        self.go("Sign in")
        if code_key:
            self.write("One-time code", code_of(code_key))
            self.go("Sign in")
        assert self.page.get_by_role("button", name="Sign out").count(), self.page.url

    def rest(self) -> None:
        """Let the session end, as it does long before another day."""
        self.context.clear_cookies()

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()

    def _click(self, found: Locator) -> None:
        self.awaited = None
        self.tally.clicks[self.part] += 1
        found.click()

    def _count(self, _page: Page) -> None:
        self.tally.screens[self.part] += 1

    def _hear(self, message: Any) -> None:
        refusal = self.awaited is not None and f"status of {self.awaited.value}" in message.text
        if message.type == "error" and not refusal:
            self.faults.append(f"{self.page.url}: {message.text}")

    def _refused(self, response: Response) -> None:
        if response.status >= 400 and response.status != self.awaited:
            self.faults.append(f"{response.url}: {response.status}")

    def _look(self) -> None:
        if not fits(self.page):
            self.faults.append(f"{self.page.url}: wider than the screen")
        self.faults += [f"{self.page.url}: {fault}" for fault in self.referee(self.page)]
