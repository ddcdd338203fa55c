"""Static files: an address that carries the content's digest, compressed, kept for a year."""

import gzip
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

from pactregistry.config import PACKAGE

STATIC = PACKAGE / "static"
FOREVER = "public, max-age=31536000, immutable"
TEXTS = frozenset({".css", ".js", ".svg"})
# A style sheet names its fonts without a digest; a font's file does not change under its name.
FONTS = ".woff2"


def init_app(app: Flask) -> None:
    """Give templates `asset(name)` and serve static files the cheap way."""
    app.jinja_env.globals["asset"] = asset
    app.view_functions["static"] = _send


def asset(name: str) -> str:
    """The address of a static file, with the digest of its content."""
    return url_for("static", filename=name, v=_digest(name))


def _send(filename: str) -> Response:
    response = current_app.send_static_file(filename)
    suffix = Path(filename).suffix
    if "v" in request.args or suffix == FONTS:
        response.headers["Cache-Control"] = FOREVER
    if suffix in TEXTS:
        _compress(response, filename)
    return response


def _compress(response: Response, filename: str) -> None:
    response.vary.add("Accept-Encoding")
    # One tag stands for both forms, so it must be a weak one.
    response.set_etag(response.get_etag()[0] or _digest(filename), weak=True)
    if response.status_code == HTTPStatus.OK and request.accept_encodings.quality("gzip") > 0:
        response.close()
        response.set_data(_compressed(filename))
        response.headers["Content-Encoding"] = "gzip"


@lru_cache(maxsize=256)
def _digest(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@lru_cache(maxsize=16)
def _compressed(name: str) -> bytes:
    return gzip.compress((STATIC / name).read_bytes(), mtime=0)
