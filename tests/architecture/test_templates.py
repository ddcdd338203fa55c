"""Templates obey the strict content policy, and lead only where something is."""

import re
from pathlib import Path

import pytest
from flask import Flask

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Documents are printed, never sent to a browser: their style stands in the file.
PAGES = [path for path in TEMPLATES if "documents" not in path.relative_to(ROOT).parts]
each_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda path: path.relative_to(ROOT / "templates").as_posix()
)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
ENDPOINT = re.compile(r"url_for\(\s*(['\"])(?P<endpoint>[\w.]+)\1\s*[,)]")
ADDRESS = re.compile(r"(?:src|href|action)=\"(?P<address>(?:https?:)?//[^\"]*)\"")


def text_of(page: Path) -> str:
    return COMMENT.sub("", page.read_text("utf-8"))


@each_page
def test_no_script_stands_in_a_page(page: Path) -> None:
    for script in SCRIPT.finditer(text_of(page)):
        assert "src=" in script["attributes"]
        assert not script["body"].strip()


@each_page
def test_no_style_stands_in_a_page(page: Path) -> None:
    text = text_of(page)
    assert "<style" not in text
    assert not re.search(r"\sstyle\s*=", text)


@each_page
def test_no_event_handler_stands_in_a_page(page: Path) -> None:
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", text_of(page))
    assert "javascript:" not in text_of(page)


@each_page
def test_nothing_is_fetched_from_elsewhere(page: Path) -> None:
    # Links may lead out; what a page loads may not.
    for tag in re.findall(r"<(?:script|img|link|iframe|form)[^>]*>", text_of(page)):
        assert not ADDRESS.search(tag), tag


@each_page
def test_nothing_is_marked_safe_but_by_its_maker(page: Path) -> None:
    assert "|safe" not in text_of(page).replace(" ", "")
    assert "autoescape false" not in text_of(page)


def test_every_address_named_in_a_template_exists(app: Flask) -> None:
    named = {
        (path.relative_to(ROOT).as_posix(), found["endpoint"])
        for path in sorted((ROOT / "templates").rglob("*.*"))
        for found in ENDPOINT.finditer(text_of(path))
    }
    missing = {(path, name) for path, name in named if name not in app.view_functions}
    assert named
    assert missing == set()


def test_every_form_that_writes_carries_its_token() -> None:
    token = re.compile(r"csrf_token|hidden_tag|hidden\(|form\.csrf|buttons?\(|whole_form\(")
    for page in TEMPLATES:
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text_of(page), re.S | re.I):
            if "people.choose_language" in form:
                continue  # it changes no more than the language of this visit
            assert token.search(form), f"{page.relative_to(ROOT)}: {form[:80]}"
