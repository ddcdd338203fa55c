"""Everything that a person can reach by links from the first page."""

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext
from werkzeug.exceptions import HTTPException

HERE = "http://localhost"
LINKS = re.compile(r'<a [^>]*href="([^"]+)"')
LEFT_OUT = re.compile(r"^/(static|regulation|sign-|reset|confirm)|/report$")
"""Pages that tell nothing of a file: style sheets, the regulation, the doors of sign-in."""
EACH_KIND = 4  # pages of the same kind that a crawl opens
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


def crawl(app: Flask, client: FlaskClient) -> list[Found]:
    """Follow all links from the first page, some pages of each kind."""
    found: list[Found] = []
    seen = {"/"}
    count: Counter[str] = Counter()
    waiting = [("/", "")]
    while waiting:
        path, origin = waiting.pop(0)
        endpoint = endpoint_of(app, path)
        count[endpoint] += 1
        if endpoint == "static" or count[endpoint] > EACH_KIND:
            continue
        answer = client.get(path)
        text = answer.text if answer.mimetype == HTML and answer.status_code == 200 else ""
        found.append(Found(path, endpoint, answer.status_code, origin, text))
        links = links_in(text, HERE, path)
        if answer.location:
            links.append(urldefrag(urljoin(HERE + path, answer.location)).url.removeprefix(HERE))
        for link in links:
            if link not in seen:
                seen.add(link)
                waiting.append((link, path))
    return found


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
