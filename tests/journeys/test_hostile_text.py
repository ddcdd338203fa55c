"""Hostile and foreign text in every field that somebody types: nothing runs, nothing is lost."""

import re
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

import feedparser
import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from pactregistry.people.acting import Actor, today
from pactregistry.people.models import Account
from pactregistry.proposals import actions_inquiry
from pactregistry.proposals.sheet_text import text_digest
from pactregistry.workflow.states import Role
from tests.conftest import SetClock
from tests.journeys.conftest import NARROW
from tests.journeys.walking import fits
from tests.pacts.test_documents import faults, text_of
from tests.proposals.writing import latest

POLYGLOT = "'\"></textarea></title><script>hit=1</script><svg/onload=hit=1>[x](javascript:hit=1)"
ATTACKS = f"""{POLYGLOT}
"><img src=x onerror=window.hit=1>
' onfocus=window.hit=1 autofocus x='
<svg><animate onbegin=window.hit=1 attributeName=x></svg><details open ontoggle=window.hit=1>
[press](javascript:window.hit=1) <javascript:window.hit=1> ![](x" onerror="window.hit=1)
</style><style>@import "//localhost"</style><iframe srcdoc="<script>parent.hit=1</script>">"""
MARKS = "{{7*7}} {% raw %} ${7*7} %(name)s %s ]]> &lt; &amp;nbsp; <!--#exec-->"
BUNDLES = {
    "attacks": (POLYGLOT, ATTACKS),
    "marks of templates and formats": (MARKS, f'{MARKS}\n=HYPERLINK("http://localhost")'),
    "right to left": ("\u202egnirts lortnoc\u202c حديقة", "حديقة الورد في الحي\n\u202eabc"),
    "other scripts": (
        "Клумбы 花壇 🌷 e\u0301 ﬁ",
        "Клумбы на улице\n花壇を手入れする 花坛\n🌷👩\u200d🌾",
    ),
    "control characters": ("bell \x07 vertical \x0b line", "feed \x0c escape \x1b end"),
}
"""By name: what is typed in every field of one line, and in every larger one."""
NO_GLYPH = {"other scripts": "Клумбы [U+82B1][U+58C7] [U+1F337]", "right to left": "حديقة"}
"""What stands in a PDF where our fonts lack letters, or put them in another order."""
LISTENER = """
window.hit = 0;
window.broken = [];
addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective));
"""
Look = Callable[[FlaskClient, list[str]], dict[str, str]]
NUMBER = "2026-P-0001"
LINES = ("title", "theme", "place_name", "public_author")
STEPS = {
    "who": ("public_author", "interest_declared"),
    "what": ("title", "summary", "description", "benefits", "theme"),
    "where": ("place_name",),
    "how": ("support_asked",),
}


def squeezed(text: str) -> str:
    """Text without its white space and control characters, as it is compared."""
    return re.sub(r"[\s\x00-\x1f\u202a-\u202e\u2066-\u2069]+", "", text)


@pytest.fixture
def open_pages(browser: Browser, address: str) -> Look:
    """Open pages as a client; gives the text of each, after looking that nothing ran."""

    def look(client: FlaskClient, paths: list[str]) -> dict[str, str]:
        shown: dict[str, str] = {}
        with browser.new_context(viewport=NARROW) as context:
            cookie = client.get_cookie("session")
            if cookie is not None:
                kept = {"name": "session", "value": cookie.value, "url": address}
                context.add_cookies([kept])
            context.add_init_script(LISTENER)
            page = context.new_page()
            for path in paths:
                answer = page.goto(address + path)
                assert answer is not None
                assert answer.ok, f"{path}: {answer.status}"
                assert harm_on(page) == [], path
                shown[path] = squeezed(page.evaluate(WHAT_IS_READ))
        return shown

    return look


WHAT_IS_READ = """
[document.querySelector("main").textContent,
 ...[...document.querySelectorAll("main input, main textarea")].map((item) => item.value)
].join(" ")
"""


def harm_on(page: Page) -> list[str]:
    """What hostile text did to a page."""
    found = [f"ran {page.evaluate('window.hit')}"] if page.evaluate("window.hit") else []
    found += page.evaluate("window.broken")
    return found if fits(page) else [*found, "wider than the screen"]


def type_everywhere(client: FlaskClient, line: str, text: str) -> int:
    """Type in every field of a proposal, step by step; gives the draft's id."""
    begin = {"intensity": "continuous", "proposer_kind": "person", "money": "y"}
    assert client.post("/proposals/new", data=begin).status_code == 302
    draft = latest().id
    for step, names in STEPS.items():
        typed = {name: line if name in LINES else text for name in names}
        typed |= begin | {"version": str(latest().version), "go": "next"}
        assert client.post(f"/drafts/{draft}/{step}", data=typed).status_code == 302, step
    return draft


def test_the_listener_hears_what_runs(browser: Browser) -> None:
    with browser.new_context() as context:
        context.add_init_script(LISTENER)
        page = context.new_page()
        page.set_content(ATTACKS)
        page.wait_for_function("window.hit")
        assert "ran 1" in harm_on(page)


@pytest.mark.parametrize("name", BUNDLES)
def test_nothing_runs_and_nothing_is_lost(
    client: FlaskClient,
    clock: SetClock,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    open_pages: Look,
    name: str,
) -> None:
    line, text = BUNDLES[name]
    desk = person("Dora Sportello", roles=[(Role.DESK, "commons")])
    sign_in(client, person(line, "rita@people.example"))
    draft = type_everywhere(client, line, text)
    steps = [f"/drafts/{draft}/{step}" for step in (*STEPS, "papers", "check")]
    seen = open_pages(client, steps)
    send = {"version": str(latest().version)}
    assert client.post(f"/drafts/{draft}/submission", data=send).status_code == 302
    _open_inquiry(desk)
    comment = {"kind": "observation", "text": text}
    assert client.post(f"/proposals/{NUMBER}/comments", data=comment).status_code == 302
    seen |= open_pages(client, [f"/me/proposals/{NUMBER}", f"/proposals/{NUMBER}/receipt", "/me"])
    office = client.application.test_client()
    sign_in(office, desk)
    clock.go(date(2026, 3, 20))
    seen |= open_pages(office, [f"/desk/proposals/{NUMBER}", "/desk/"])
    public = ["/", "/proposals/", f"/proposals/{NUMBER}"]
    seen |= open_pages(client.application.test_client(), public)
    typed = {squeezed(line), squeezed(text)}
    missing = [path for path, what in seen.items() if not any(each in what for each in typed)]
    assert missing == [f"/drafts/{draft}/papers"]
    larger = [f"/drafts/{draft}/what", f"/drafts/{draft}/how", *public[2:]]
    assert all(squeezed(text) in seen[path] for path in larger)
    assert not feedparser.parse(client.get("/feed.atom").data).bozo
    pdf = client.get(f"/proposals/{NUMBER}/receipt.pdf").data
    assert faults(pdf) == []
    assert squeezed(NO_GLYPH.get(name, line)) in squeezed(text_of(pdf))


def test_what_is_too_long_is_refused_and_kept(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    browser: Browser,
) -> None:
    sign_in(client, person("Rita Residente"))
    draft = type_everywhere(client, "Aiuole", "Fiori")
    typed = dict.fromkeys(STEPS["what"], "w" * 10000)
    answer = client.post(
        f"/drafts/{draft}/what",
        data=typed | {"version": str(latest().version), "intensity": "continuous", "go": "next"},
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.text.count("w" * 10_000) == len(typed)
    assert latest().title == "Aiuole"
    with browser.new_context(viewport=NARROW) as context:
        page = context.new_page()
        page.set_content(answer.text)
        assert fits(page)


def _open_inquiry(desk: Account) -> None:
    proposal = latest()
    inquiry = actions_inquiry.Inquiry(
        days=45,
        offices=(),
        district=False,
        opinion_days=20,
        comments_from=today().occurred_on,
        comment_days=15,
        substantial_change=False,
        digest_read=text_digest(proposal),
    )
    actor = Actor(desk.id, Role.DESK, "commons")
    actions_inquiry.open_inquiry(proposal, actor, proposal.version, today(), inquiry)
