"""Static files: compressed, kept under an address that changes with their content."""

import gzip

from flask import Flask
from flask.testing import FlaskClient

from pactregistry.assets import STATIC, asset

STYLES = "vendor/bootstrap-italia.css"


def test_style_sheet_is_sent_compressed_to_who_can_read_it(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        address = asset(STYLES)
    plain = (STATIC / STYLES).read_bytes()
    with client.get(address, headers={"Accept-Encoding": "gzip"}) as response:
        assert len(response.data) < len(plain) / 5
        assert gzip.decompress(response.data) == plain
        assert "Accept-Encoding" in response.vary
    with client.get(address) as response:
        assert response.data == plain


def test_only_an_address_with_the_digest_is_kept_for_a_year(
    app: Flask, client: FlaskClient
) -> None:
    with app.test_request_context():
        address = asset("site.css")
    with client.get(address) as response:
        assert "immutable" in response.headers["Cache-Control"]
        tag = response.headers["ETag"]
    with client.get("/static/site.css") as response:
        assert "immutable" not in response.headers["Cache-Control"]
    with client.get(address, headers={"If-None-Match": tag}) as response:
        assert response.status_code == 304


def test_vendored_styles_load_nothing_from_elsewhere() -> None:
    styles = (STATIC / STYLES).read_text("utf-8")
    assert "url(http" not in styles
    assert "url(//" not in styles
    assert "@font-face" not in styles
