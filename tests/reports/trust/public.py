"""Everything that everyone can open, found by following links from the first page on."""

import io
import re
from collections.abc import Iterator, Mapping

import pikepdf
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.people.permissions import PERMISSIONS
from pactregistry.workflow.states import Role

LINK = re.compile(
    r"(?:href|src|action|url)[\"']?[=:]\s*[\"'](?:http://127\.0\.0\.1:5000)?(/[^\"'#?]*)"
)
MOST = 600
HEALTH = "/healthz"  # no scheduler runs in a test
READABLE = {"text/html", "application/json", "application/atom+xml", "application/feed+json"}


def open_to_all(app: Flask) -> list[str]:
    """The pages without arguments that the table lets everyone open."""
    return [
        rule.rule
        for rule in app.url_map.iter_rules()
        if not rule.arguments and "GET" in (rule.methods or ())
        if PERMISSIONS[rule.endpoint] == {Role.VISITOR}
    ]


def crawl(client: FlaskClient, seeds: list[str]) -> Mapping[str, bytes]:
    """What each page, file and download answers, with its headers before it."""
    found: dict[str, bytes] = {}
    waiting = list(seeds)
    while waiting and len(found) < MOST:
        path = waiting.pop()
        if path in found or path.startswith("/static/"):
            continue
        answer = client.get(path)
        assert answer.status_code < 500 or path == HEALTH, path
        found[path] = str(answer.headers).encode() + b"\n\n" + answer.data
        if answer.status_code == 200 and answer.mimetype in READABLE:
            waiting += LINK.findall(answer.text)
    assert len(found) < MOST, "the crawl has no end"
    return found


def inside(content: bytes) -> Iterator[bytes]:
    """The bytes as they came; of a PDF also what its streams and its title page hold."""
    yield content
    _headers, _gap, body = content.partition(b"\n\n")
    if not body.startswith(b"%PDF"):
        return
    with pikepdf.open(io.BytesIO(body)) as pdf:
        yield str(pdf.docinfo).encode()
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                raw = each.get("/Filter") == "/DCTDecode"
                yield each.read_raw_bytes() if raw else each.read_bytes()
