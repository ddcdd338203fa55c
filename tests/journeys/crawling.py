"""Everything that a person can reach by links from the first page."""

import re
from urllib.parse import urldefrag, urljoin

from playwright.sync_api import BrowserContext

ADDRESSES = re.compile(rb'(?:href|src|url)"?[=:] ?"([^"]+)"')
LEFT_OUT = re.compile(r"^/(static|regulation|sign-|reset|confirm)|/report$")
"""Pages that tell nothing of a file: style sheets, the regulation, the doors of sign-in."""


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
        if "text/html" in answer.headers.get("content-type", ""):
            waiting += _links(found[path], address, path)
    return found


def _links(content: bytes, address: str, path: str) -> list[str]:
    links = [
        urldefrag(urljoin(address + path, href.decode().replace("&amp;", "&"))).url
        for href in ADDRESSES.findall(content)
    ]
    here = [link.removeprefix(address) for link in links if link.startswith(address + "/")]
    return [each for each in here if not LEFT_OUT.search(each)]
