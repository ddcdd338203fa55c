"""What tests in a real browser share: the browser, a served application and two referees."""

import json
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from flask import Flask
from flask_security import hash_password
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from pactregistry.database import db
from pactregistry.people.models import Account
from tests.conftest import SetClock
from tests.journeys.city import City, served
from tests.journeys.stage import Stage
from tests.people.doors import PASSWORD

NODE_MODULES = Path(__file__).parents[2] / "node_modules"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIOLATIONS = """async ([colours, only]) => {
  const rules = only.length ? {} : {"color-contrast": {enabled: colours}};
  const runOnly = only.length ? {runOnly: {type: "rule", values: only}} : {};
  const found = await axe.run({resultTypes: ["violations"], rules, ...runOnly});
  return found.violations.flatMap(
    (each) => each.nodes.map((node) => `${each.id}: ${each.help}: ${node.html}`));
}"""
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def city(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """The demo city of this module, served."""
    with served(filled, tmp_path_factory.mktemp("served") / "city") as standing:
        yield standing


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """The address at which the application of this test is served."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def stage(
    app: Flask,
    browser: Browser,
    address: str,
    clock: SetClock,
    person: Callable[..., Account],
    request: pytest.FixtureRequest,
) -> Iterator[Stage]:
    """A served city whose people sign in by password and code; the counts are printed at the end.

    The parameter says how the browsers are: what `Browser.new_context` takes.
    """
    app.config["WTF_CSRF_ENABLED"] = True
    app.extensions["security"].pwd_context.update(argon2__time_cost=1, argon2__memory_cost=1024)

    def somebody(name: str, **details: object) -> Account:
        account = person(name, **details)
        account.password = hash_password(PASSWORD)
        db.session.commit()
        return account

    standing = Stage(app, browser, address, clock, somebody, getattr(request, "param", {}))
    yield standing
    standing.close()
    request.node.user_properties.append(("counted", str(standing.tally)))


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """A referee of accessibility: `axe(page)` gives what is wrong with it, one line each.

    Colours are the same in every language: `axe(page, colours=False)` leaves them out, which is
    faster; `axe(page, only=RULES_OF_WORDS)` asks nothing else.
    """
    source = (NODE_MODULES / "axe-core/axe.min.js").read_text("utf-8")

    def judge(page: Page, *, colours: bool = True, only: Sequence[str] = ()) -> list[str]:
        # A click is over when the next page begins, which may still be without any element.
        page.wait_for_load_state()
        page.evaluate(source)
        return list(page.evaluate(VIOLATIONS, [colours, list(only)]))

    return judge


@pytest.fixture
def vnu(tmp_path: Path) -> Callable[[list[str]], list[str]]:
    """A referee of HTML: `vnu(texts)` gives the errors in whole pages, one line each."""

    def judge(texts: list[str]) -> list[str]:
        folder = tmp_path / "pages"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f"{number}.html").write_text(text, "utf-8")
        jar = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
        command = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [
            f"{each['url']}:{each.get('lastLine')}: {each['message']}: {each.get('extract')}"
            for each in json.loads(done.stderr)["messages"]
            if each["type"] == "error"
        ]

    return judge
