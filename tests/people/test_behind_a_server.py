"""Limits count who asks, not the server that stands in front of this one."""

from dataclasses import replace

import pytest
from flask import request

from pactregistry import create_app
from pactregistry.config import Settings


@pytest.mark.parametrize(
    ("address", "asking"),
    [("https://patti.example", "203.0.113.9"), ("http://127.0.0.1:5000", "127.0.0.1")],
)
def test_who_asks(settings: Settings, address: str, asking: str) -> None:
    app = create_app(replace(settings, base_url=address))
    heard = []
    app.before_request_funcs[None] = [lambda: heard.append(request.remote_addr)]
    app.test_client().get("/static/none", headers={"X-Forwarded-For": "10.0.0.1, 203.0.113.9"})
    assert heard == [asking]
