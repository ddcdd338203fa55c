"""The frame of every page, in a browser: with a keyboard, on a narrow screen, without scripts."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.walking import fits

PATHS = ["/regulation/", "/regulation/11", "/pacts/", "/proposals/", "/data/", "/sign-in"]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("path", [*PATHS, "/no-such-page"])
def test_page_is_accessible_and_obeys_the_policy(
    browser: Browser,
    address: str,
    axe: Callable[[Page], list[str]],
    path: str,
    size: dict[str, int],
) -> None:
    with browser.new_context(viewport=size) as context:
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(address + path, wait_until="networkidle")
        assert fits(page)
        assert [each for each in refused if "Policy" in each] == []
        assert axe(page) == []


def test_axe_finds_what_is_wrong(browser: Browser, axe: Callable[[Page], list[str]]) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<html lang=en><title>t</title><main><h1>t</h1><input></main></html>")
        assert any(finding.startswith("label:") for finding in axe(page))


def test_pages_are_valid_html(client: FlaskClient, vnu: Callable[[list[str]], list[str]]) -> None:
    pages = [client.get(path).text for path in [*PATHS, "/no-such-page"]]
    assert vnu(pages) == []


def test_vnu_finds_what_is_wrong(vnu: Callable[[list[str]], list[str]]) -> None:
    assert vnu(["<!doctype html><html lang=en><title>t</title><p><div></p></html>"]) != []


def test_menu_unfolds_on_a_narrow_screen_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(viewport=NARROW, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/regulation/")
        link = page.locator("#navigation a:visible", has_text="Open data")
        expect(link).to_have_count(0)
        page.locator("#navigation summary").click()
        link.click()
        expect(page).to_have_url(f"{address}/data/")


def test_first_tab_leads_past_the_frame(browser: Browser, address: str) -> None:
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{address}/regulation/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#content")).to_be_focused()


def test_language_is_chosen_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, locale="it-IT") as context:
        page = context.new_page()
        page.goto(f"{address}/regulation/11")
        expect(page.locator("html")).to_have_attribute("lang", "it")
        page.locator("button[value=es]").click()
        expect(page).to_have_url(f"{address}/regulation/11")
        expect(page.locator("html")).to_have_attribute("lang", "es")
