"""What is generated tells what the program says now; the migrations make what the models say."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app

from pactregistry import create_app
from pactregistry.config import Settings
from pactregistry.database import Base, db
from pactregistry.workflow.atlas import generated_pages, stale_pages
from pactregistry.workflow.citations import cite
from pactregistry.workflow.lifecycle import MACHINES
from pactregistry.workflow.loading import load_pack
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.reach import read_source, read_tests


@pytest.fixture(scope="module")
def pack(root: Path) -> Pack:
    """The 2014 pack."""
    return load_pack(root / "regulation" / "bologna-2014")


def test_the_generated_pages_are_fresh(root: Path, pack: Pack) -> None:
    assert stale_pages(root, pack) == [], "run `make docs`"


def test_a_page_that_tells_something_else_is_stale(tmp_path: Path, root: Path, pack: Pack) -> None:
    for folder in ("pactregistry", "tests"):
        (tmp_path / folder).symlink_to(root / folder)
    (tmp_path / "regulation").mkdir()
    pages = {path.relative_to(tmp_path).as_posix() for path in generated_pages(tmp_path, pack)}
    assert set(stale_pages(tmp_path, pack)) == pages
    for path, text in generated_pages(tmp_path, pack).items():
        path.write_text(text, "utf-8")
    assert stale_pages(tmp_path, pack) == []
    (tmp_path / "regulation" / "coverage.md").write_text("nothing", "utf-8")
    assert stale_pages(tmp_path, pack) == ["regulation/coverage.md"]


def test_nothing_is_generated_outside_a_checkout(tmp_path: Path, pack: Pack) -> None:
    assert stale_pages(tmp_path, pack) == []


def test_every_row_and_paragraph_stands_in_the_pages(root: Path, pack: Pack) -> None:
    lifecycle = (root / "regulation" / "lifecycle.md").read_text("utf-8")
    coverage = (root / "regulation" / "coverage.md").read_text("utf-8")
    for machine in MACHINES:
        for row in machine.rows.values():
            assert f"| `{row.step}` |" in lifecycle
            assert f"`{machine.name}.{row.step}`" in coverage
    for article in pack.articles.values():
        for paragraph in article.paragraphs.values():
            assert f"**{article.number}({paragraph.number})** {paragraph.fate}: " in coverage


def test_a_step_is_found_where_a_page_takes_it(root: Path) -> None:
    pages = read_source(root).pages
    assert "proposals.refuse" in pages["proposal", "refuse"]
    assert "clock" in pages["proposal", "lapse"]
    assert "clock" in pages["pact", "start"]
    assert "command line" in pages["proposal", "import"]
    # The helper that takes a step by name is seen through.
    assert "pacts.withhold" in pages["pact", "withhold"]


def test_every_page_that_takes_a_step_exists(app: Flask, root: Path) -> None:
    doors = {door for doors in read_source(root).pages.values() for door in doors}
    assert doors - set(app.view_functions) == {"clock", "command line"}


def test_a_marked_test_is_found_and_names_a_paragraph(root: Path, pack: Pack) -> None:
    marked = read_tests(root)
    assert any("test_lifecycle.py" in name for name in marked["11(8)"])
    for label in marked:
        (citation,) = cite(label)
        assert pack.resolves(citation), label


@pytest.fixture
def migrated(settings: Settings) -> Flask:
    """An application whose database the migrations made."""
    return create_app(settings)


def test_the_migrations_make_what_the_models_say(migrated: Flask) -> None:
    with migrated.app_context():
        migrations = current_app.extensions["migrate"].migrate.get_config()
        command.upgrade(migrations, "head")
        assert len(ScriptDirectory.from_config(migrations).get_heads()) == 1
        with db.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []
        db.engine.dispose()
