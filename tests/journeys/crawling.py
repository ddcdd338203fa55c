"""Everything that a person can reach by links from the first page."""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from urllib.parse import urldefrag, urljoin

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext
from werkzeug.exceptions import HTTPException

from tests.demo_city import once_in_a_run

HERE = "http://localhost"
LINKS = re.compile(r'<a [^>]*href="([^"]+)"')
LEFT_OUT = re.compile(r"^/(static|regulation|sign-|reset|confirm)|/report$")
"""Pages that tell nothing of a file: style sheets, the regulation, the doors of sign-in."""
EACH_KIND = 4  # pages of the same kind that a crawl opens
AGAIN = 1  # the same, of a kind that somebody else was shown
HUBS = frozenset(
    {
        "answering.desk_call",
        "competing.competition",
        "competing.desk_competition",
        "conciliation.show",
        "inventory.desk_entry",
        "modules.activity",
        "modules.desk_module",
        "pacts.codesign",
        "pacts.desk_file",
        "pacts.people_list",
        "pacts.show",
        "pacts.support",
        "proposals.desk_file",
        "proposals.own",
        "proposals.sheet",
        "reports.show",
        "reports.write",
        "reports.write_costs",
    }
)
"""Pages whose doors depend on how things stand: a crawl opens many of each."""
MANY = 60
TRIES = 16  # addresses at which a page is looked for that no link leads to
HTML = "text/html"


@dataclass(frozen=True)
class Found:
    """What a link led to; `text` is empty where it is no page."""

    path: str
    endpoint: str
    status: int
    origin: str
    text: str

    def __str__(self) -> str:
        return f"{self.path} answers {self.status}, linked from {self.origin}"


def reachable(
    context: BrowserContext, address: str, starts: tuple[str, ...] = ("/",)
) -> dict[str, bytes]:
    """Path and content of all that links lead to, files included."""
    found: dict[str, bytes] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = context.request.get(address + path, max_redirects=5)
        found[path] = answer.body()
        if HTML in answer.headers.get("content-type", ""):
            links = links_in(answer.text(), address, path)
            waiting += [link for link in links if not LEFT_OUT.search(link)]
    return found


def crawled_once(
    factory: pytest.TempPathFactory, crawling: Callable[[], dict[str, list[Found]]]
) -> dict[str, list[Found]]:
    """What a crawl found, each part by its name; of several processes one crawls."""
    with once_in_a_run(factory, "crawled.json") as (path, is_there):
        if not is_there:
            found = {name: [asdict(page) for page in pages] for name, pages in crawling().items()}
            path.write_text(json.dumps(found), "utf-8")
        told = json.loads(path.read_text("utf-8"))
    return {name: [Found(**page) for page in pages] for name, pages in told.items()}


def crawl(app: Flask, client: FlaskClient, known: Collection[str] = ()) -> list[Found]:
    """Follow all links from the first page, some pages of each kind; fewer of known kinds."""
    found: list[Found] = []
    seen = {"/"}
    count: Counter[str] = Counter()
    waiting = [("/", "")]
    while waiting:
        path, origin = waiting.pop(0)
        endpoint = endpoint_of(app, path)
        count[endpoint] += 1
        most = MANY if endpoint in HUBS else AGAIN if endpoint in known else EACH_KIND
        if endpoint == "static" or count[endpoint] > most:
            continue
        page, onward = _open(client, path, endpoint, origin)
        found.append(page)
        links = links_in(page.text, HERE, path)
        if onward:
            links.append(urldefrag(urljoin(HERE + path, onward)).url.removeprefix(HERE))
        for link in links:
            if link not in seen:
                seen.add(link)
                waiting.append((link, path))
    return found


def beside(app: Flask, client: FlaskClient, opened: Iterable[Found]) -> list[Found]:
    """One page of each kind to which no link leads now, at an address made of those opened."""
    done = {page.endpoint for page in opened}
    places = _places(app, (page.path for page in opened))
    found: list[Found] = []
    for rule in app.url_map.iter_rules():
        head, end, tail = rule.rule.rpartition(">")
        if rule.endpoint in done or not end or "GET" not in (rule.methods or ()):
            continue
        for place in places.get(head + end, ())[:TRIES]:
            page, _onward = _open(client, place + tail, rule.endpoint, "beside")
            if page.text:
                done.add(rule.endpoint)
                found.append(page)
                break
    return found


def _places(app: Flask, paths: Iterable[str]) -> dict[str, list[str]]:
    """By the beginning of a rule, up to one of its arguments: how opened addresses fill it."""
    here = app.url_map.bind("localhost")
    found: dict[str, dict[str, None]] = {}
    for path in paths:
        try:
            rule, _arguments = here.match(path.partition("?")[0], return_rule=True)
        except HTTPException:
            continue
        pieces, filled = rule.rule.split("/"), path.partition("?")[0].split("/")
        for place, piece in enumerate(pieces, start=1):
            if piece.endswith(">") and len(pieces) == len(filled):
                beginning = "/".join(pieces[:place])
                found.setdefault(beginning, {})["/".join(filled[:place])] = None
    return {beginning: list(filled) for beginning, filled in found.items()}


def _open(client: FlaskClient, path: str, endpoint: str, origin: str) -> tuple[Found, str]:
    answer = client.get(path)
    text = answer.text if answer.mimetype == HTML and answer.status_code == 200 else ""
    return Found(path, endpoint, answer.status_code, origin, text), answer.location or ""


def links_in(text: str, address: str, path: str) -> list[str]:
    """The paths on this site to which a page leads."""
    links = [
        urldefrag(urljoin(address + path, href.replace("&amp;", "&"))).url
        for href in LINKS.findall(text)
    ]
    return [link.removeprefix(address) for link in links if link.startswith(address + "/")]


def endpoint_of(app: Flask, path: str) -> str:
    """The kind of page at a path."""
    try:
        endpoint, _arguments = app.url_map.bind("localhost").match(path.partition("?")[0])
    except HTTPException:
        return "nothing"
    return str(endpoint)
