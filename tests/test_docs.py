"""What the documents name exists: commands, options, pages, settings, files and links."""

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import MapAdapter

from pactregistry import config
from pactregistry.cli import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINKED = [*DOCS, *sorted((ROOT / "regulation").glob("*.md"))]
OPERATOR = ROOT / "docs/operator.md"

FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.M | re.S)
INDENTED = re.compile(r"^ {4}(pactregistry .*)$", re.M)
INLINE = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"\bpactregistry +(?P<command>[a-z][a-z-]*)(?P<rest>.*)")
OPTION = re.compile(r"--[a-z-]+")
TARGET = re.compile(r"\bmake ([a-z]+)\b")
PAGE = re.compile(r"(?:GET |POST )?(/[^\s`]*)")
LOCAL = re.compile(r"http://127\.0\.0\.1:5000(/[^\s>)\]\"]*)")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SETTING = re.compile(r"PACTREGISTRY_([A-Z_]+)")
EXAMPLES = {"<number>": "2026-P-0001", "<token>": "a", "<key>": "a", "<version>": "1"}
PICTURE_BYTES = 200_000


def _codes(text: str) -> Iterator[str]:
    """Every line of code: of blocks, without their remarks, and between backticks."""
    for block in FENCE.findall(text):
        yield from (line.partition("#")[0] for line in block.splitlines())
    plain = FENCE.sub("", text)
    yield from INDENTED.findall(plain)
    yield from INLINE.findall(plain)


def _calls(text: str) -> Iterator[tuple[str, list[str]]]:
    """Every call of the command line that a document names, with its options."""
    for code in _codes(text):
        if found := CALL.search(code):
            yield found["command"], OPTION.findall(found["rest"])


def _pages(text: str) -> Iterator[str]:
    """Every page that a document names, without its query."""
    named = [
        found[1] for code in INLINE.findall(FENCE.sub("", text)) if (found := PAGE.fullmatch(code))
    ]
    for path in [*named, *LOCAL.findall(text)]:
        yield path.partition("?")[0]


def _exists(path: str, pages: MapAdapter) -> bool:
    """Whether a page stands at a path, or pages stand under it."""
    for placeholder, example in EXAMPLES.items():
        path = path.replace(placeholder, example)
    if any(pages.test(path, method) for method in ("GET", "POST")):
        return True
    rules = [re.sub(r"<[^>]*>", EXAMPLES["<number>"], rule.rule) for rule in pages.map.iter_rules()]
    return path.endswith("/") and any(rule.startswith(path) for rule in rules)


def _help() -> dict[str, str]:
    """The help of each command by its name."""
    told = {}
    for command in COMMANDS:
        parser = argparse.ArgumentParser()
        command.add_arguments(parser)
        told[command.name] = parser.format_help()
    return told


@pytest.fixture
def pages(app: Flask) -> MapAdapter:
    """The pages of the application."""
    return app.url_map.bind("")


def test_every_command_and_option_in_the_documents_exists() -> None:
    told = _help()
    called = [(doc.name, *call) for doc in DOCS for call in _calls(doc.read_text("utf-8"))]
    assert {name for _, name, _ in called} == set(told)
    wrong = [(d, n, o) for d, n, options in called for o in options if o not in told[n]]
    assert not wrong


def test_the_operators_table_tells_each_command_with_its_options() -> None:
    rows = re.findall(r"^\| `pactregistry ([a-z-]+)(.*)$", OPERATOR.read_text("utf-8"), re.M)
    told = _help()
    assert [name for name, _ in rows] == list(told)
    assert not [o for name, row in rows for o in OPTION.findall(row) if o not in told[name]]


def test_every_target_of_make_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = {
        target
        for doc in DOCS
        for code in _codes(doc.read_text("utf-8"))
        for target in TARGET.findall(code)
    }
    assert named
    assert named <= targets


def test_every_page_in_the_documents_exists(pages: MapAdapter) -> None:
    named = [(doc.name, path) for doc in DOCS for path in _pages(doc.read_text("utf-8"))]
    assert {"/", "/desk/", "/data/pacts.csv"} <= {path for _, path in named}
    assert not [(doc, path) for doc, path in named if not _exists(path, pages)]


@pytest.mark.parametrize("path", ["/nowhere", "/proposals/<number>/nothing", "/des/"])
def test_a_page_that_does_not_exist_is_found_out(path: str, pages: MapAdapter) -> None:
    assert list(_pages(f"Open `{path}` now.")) == [path]
    assert not _exists(path, pages)


def test_the_operators_settings_are_those_of_the_program() -> None:
    told = re.findall(r"^\| `PACTREGISTRY_([A-Z_]+)`", OPERATOR.read_text("utf-8"), re.M)
    assert sorted(told) == sorted(config.NAMES)


def test_the_operators_terms_are_those_that_a_city_sets() -> None:
    told = re.findall(
        r"^\| `([a-z_]+)` \|.*\| (\d+) \| 0\.\d \|$", OPERATOR.read_text("utf-8"), re.M
    )
    city = tomllib.loads((ROOT / "regulation/city.toml").read_text("utf-8"))
    assert dict(told) == {key: str(days) for key, days in city["terms"].items()}
    assert len(told) == len(city["terms"])


def test_the_operators_guide_tells_each_part_of_the_city_file() -> None:
    text = OPERATOR.read_text("utf-8")
    table = text[text.index("## `city.toml`") : text.index("### Terms")]
    told = set(re.findall(r"`\[?\[?([a-z]+)[\].`]", table))
    assert set(tomllib.loads((ROOT / "regulation/city.toml").read_text("utf-8"))) <= told


def test_no_document_names_an_unknown_setting() -> None:
    named = {name for doc in DOCS for name in SETTING.findall(doc.read_text("utf-8"))}
    assert named <= set(config.NAMES)


def test_every_relative_link_resolves() -> None:
    links = [
        (doc, link.partition("#")[0])
        for doc in LINKED
        for link in LINK.findall(FENCE.sub("", doc.read_text("utf-8")))
        if "://" not in link
    ]
    assert links
    assert not [(doc.name, link) for doc, link in links if not (doc.parent / link).exists()]


def test_every_module_in_the_documents_exists() -> None:
    named = [
        (doc.name, code)
        for doc in DOCS
        for code in INLINE.findall(doc.read_text("utf-8"))
        if re.fullmatch(r"[\w/]+/\w+\.py", code)
    ]
    assert named
    homes = (ROOT, ROOT / "pactregistry")
    assert not [each for each in named if not any((home / each[1]).exists() for home in homes)]


def test_every_decision_stands_in_the_index() -> None:
    folder = ROOT / "docs/decisions"
    told = LINK.findall((folder / "README.md").read_text("utf-8"))
    assert sorted(told) == sorted(path.name for path in folder.glob("0*.md"))


@pytest.mark.parametrize("name", ["citizen.md", "officer.md"])
def test_a_guide_says_the_same_in_italian(name: str) -> None:
    english, italian = ((ROOT / "docs" / part / name).read_text("utf-8") for part in ("", "it"))
    assert english.count("\n## ") == italian.count("\n## ")
    assert sorted(_pages(english)) == sorted(_pages(italian))


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    for name, told in (
        ("publiccode.yml", f'softwareVersion: "{version}"'),
        ("README.md", f"## Status: {version}\n"),
        ("docs/operator.md", f"pactregistry-{version}-py3"),
    ):
        assert told in (ROOT / name).read_text("utf-8"), name
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## ([\d.]+)", changes, re.M)[0] == version


def test_pictures_are_light() -> None:
    pictures = list((ROOT / "docs/pictures").glob("*.png"))
    assert pictures
    assert not [path.name for path in pictures if path.stat().st_size >= PICTURE_BYTES]
