"""A registry that is in use goes on with a newer version: what was kept stays as it was."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from flask import Flask, current_app
from sqlalchemy import text

from pactregistry import create_app
from pactregistry.config import Settings
from pactregistry.database import db

ACCOUNT = """INSERT INTO account
    (id, email, active, fs_uniquifier, create_datetime, name, public_name, phone, language)
    VALUES (1, 'ada@people.example', 1, 'a', '2026-03-02', 'Ada Riva', 'Ada', '', 'it')"""
PROPOSAL = """INSERT INTO proposal
    (id, number, track, created_at, registry_number, author_id, author_name, author_contact,
     proposer_kind, public_author, interest_declared, description, benefits, support_asked, works,
     money, risk, private_owner, heritage_protected, substantial_change, imported_from,
     import_confirmed, state, version, withheld, pack_id, pack_version, title, summary, theme,
     place_name, district, search_text)
    VALUES (7, '2026-P-0001', 'SPONTANEOUS', '2026-03-02', '', 1, '', '', 'PERSON', 'Ada', '', '',
     '', '', 0, 0, 0, 0, 0, 0, '', 1, 'submitted', 1, 0, 'bologna-2014', '1', 'Beds', '', '', '',
     '', 'beds')"""
OPINION = """INSERT INTO opinion
    (id, proposal_id, office, is_district, asked_on, term_days, text, source_document,
     source_number)
    VALUES (1, 7, 'green', 0, '2026-03-03', 20, '', '', '')"""


@pytest.fixture
def first(settings: Settings) -> Iterator[Config]:
    """The migrations, on a database as the first release left it, with a file in it."""
    app: Flask = create_app(settings)
    with app.app_context():
        migrations: Config = current_app.extensions["migrate"].migrate.get_config()
        command.upgrade(migrations, "0001")
        for statement in (ACCOUNT, PROPOSAL, OPINION):
            db.session.execute(text(statement))
        db.session.commit()
        db.session.remove()
        yield migrations
        db.session.remove()
        db.engine.dispose()


def test_a_file_of_the_first_release_is_kept(first: Config) -> None:
    command.upgrade(first, "head")
    kept = db.session.execute(text("SELECT id, number, pact_kind, answers FROM proposal")).all()
    assert [tuple(row) for row in kept] == [(7, "2026-P-0001", "", "{}")]
    assert db.session.scalar(text("SELECT proposal_id FROM opinion")) == kept[0].id


def test_what_sqlite_forgets_in_a_table_made_anew_is_said_again(first: Config) -> None:
    command.upgrade(first, "head")
    made = str(db.session.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'proposal'")))
    assert "AUTOINCREMENT" in made
    assert "numbered_at_submission" in made
    assert "has_author" in made
    assert db.session.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_migration_goes_back(first: Config) -> None:
    command.upgrade(first, "head")
    command.downgrade(first, "0001")
    assert db.session.scalar(text("SELECT number FROM proposal")) == "2026-P-0001"
