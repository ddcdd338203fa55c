"""A small case in a real browser, with and without JavaScript: screens and clicks are counted."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from tests.journeys.walking import fits

LEAST_SCREENS = 4  # the questions, the one screen, the check, the receipt
MOST_CLICKS = 4


@pytest.fixture
def enter(
    app: Flask, client: FlaskClient, sign_in: Callable[..., None], address: str
) -> Callable[[BrowserContext, Account], None]:
    """Sign a real browser in: `enter(context, account)`."""

    def hand_over(context: BrowserContext, account: Account) -> None:
        sign_in(client, account)
        name = app.config["SESSION_COOKIE_NAME"]
        cookie = client.get_cookie(name)
        assert cookie is not None
        context.add_cookies([{"name": name, "value": cookie.value, "url": address}])

    return hand_over


class Counted:
    """A page on which every click and every new screen is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        self.screens: list[str] = []

    def arrive(self) -> None:
        self.page.wait_for_load_state()
        self.screens.append(self.page.url)

    def click(self, selector: str) -> None:
        self.page.click(selector)
        self.clicks += 1


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.usefixtures("clock")
def test_a_small_case_from_the_first_page_to_the_receipt(
    browser: Browser,
    address: str,
    axe: Callable[[Page], list[str]],
    vnu: Callable[[list[str]], list[str]],
    person: Callable[..., Account],
    enter: Callable[[BrowserContext, Account], None],
    *,
    script: bool,
) -> None:
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": 360, "height": 740}, locale="en"
    )
    enter(context, person("Rita Residente"))
    walk = Counted(context.new_page())
    page = walk.page
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if said.type == "error" else None)
    texts: list[str] = []

    def look() -> None:
        walk.arrive()
        texts.append(context.request.get(page.url).text())
        if script:
            assert axe(page) == []
            assert fits(page)

    page.goto(f"{address}/proposals/new")
    look()
    walk.click("input[name=intensity][value=continuous]")
    walk.click("main form button[type=submit]")
    look()
    page.fill("[name=title]", "Twelve flowerbeds")
    page.fill("[name=description]", "Watering and weeding with the neighbours.")
    page.select_option("[name=place]", "Via Lunga")
    walk.click("button[value=check]")
    look()
    walk.click("main form button[type=submit]")
    look()
    print(f"\nsmall case, resident: {len(walk.screens)} screens, {walk.clicks} clicks")  # noqa: T201 - the count is asked for
    assert walk.screens[-1].endswith("/proposals/2026-P-0001/receipt")
    assert len(walk.screens) == LEAST_SCREENS
    assert walk.clicks <= MOST_CLICKS
    db.session.expire_all()
    sent = db.session.scalars(select(Proposal)).one()
    assert (sent.title, sent.district) == ("Twelve flowerbeds", "centro")
    assert sent.submitted_on == date(2026, 3, 2)
    page.goto(f"{address}/me/proposals/2026-P-0001")
    look()
    assert blocked == []
    assert vnu(texts) == []
    context.close()


@pytest.mark.usefixtures("clock")
def test_a_place_is_picked_by_keyboard_and_what_is_typed_saves_itself(
    browser: Browser,
    address: str,
    axe: Callable[[Page], list[str]],
    vnu: Callable[[list[str]], list[str]],
    person: Callable[..., Account],
    enter: Callable[[BrowserContext, Account], None],
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en")
    enter(context, person("Rita Residente"))
    page = context.new_page()
    page.goto(f"{address}/proposals/new")
    page.check("input[name=intensity][value=regeneration]")
    page.click("main form button[type=submit]")
    texts = []
    for step in ("who", "what", "where", "how", "papers", "check"):
        expect(page).to_have_url(re.compile(f"/{step}$"))
        assert axe(page) == [], step
        assert fits(page), step
        texts.append(context.request.get(page.url).text())
        if step == "where":
            page.focus("svg.pr-picker")
            page.keyboard.press("ArrowUp")
            expect(page.locator("[data-autosave-status]")).not_to_be_empty()
            page.reload()
            assert page.input_value("[name=latitude]") != ""
        page.click("text=Go on to the check" if step == "papers" else "main form button >> nth=0")
    expect(page).to_have_url(re.compile("/receipt$"))
    sent = db.session.scalars(select(Proposal)).one()
    assert sent.latitude is not None
    assert sent.latitude > 44.62
    assert vnu(texts) == []
    context.close()
