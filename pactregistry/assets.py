"""Addresses of static files that carry their content's digest, so that browsers may keep them."""

from functools import lru_cache
from hashlib import sha256

from flask import Flask, Response, request, url_for

from pactregistry.config import PACKAGE

STATIC = PACKAGE / "static"
FOREVER = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Give templates `asset(name)` and let what carries its digest be kept for a year."""
    app.jinja_env.globals["asset"] = asset

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args:
            response.headers["Cache-Control"] = FOREVER
        return response


def asset(name: str) -> str:
    """The address of a static file, with the digest of its content."""
    return url_for("static", filename=name, v=_digest(name))


@lru_cache(maxsize=256)
def _digest(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]
