"""The commands of the installation itself: init, serve, run-due, check."""

import argparse
import sys
from datetime import datetime

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app

from pactregistry.config import PACKAGE, settings
from pactregistry.database import db
from pactregistry.scheduler import run_due as run_due_steps
from pactregistry.serving import serve as serve_pages
from pactregistry.workflow.atlas import faults_of, stale_pages, write_pages
from pactregistry.workflow.numbering import digest_of

MODEL = "bologna-2014"  # the text whose articles the lifecycle cites, and whose keys it asks for


class NotReady(Exception):
    """The database is missing or older than the program."""

    def __init__(self) -> None:
        super().__init__("The database is not ready: run `pactregistry init` first.")


def init(chosen: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes its arguments
    """Create or migrate the database; packs and city.toml were checked when settings were read."""
    here = settings()
    here.data_dir.mkdir(parents=True, exist_ok=True)
    command.upgrade(_migrations(), "head")
    _say(f"The database is ready for {here.city.profile.name}, under {here.pack.id}.")
    return 0


def serve_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `serve`."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--workers", type=int, default=2)


def serve(chosen: argparse.Namespace) -> int:
    """Serve the pages, with the scheduler beside."""
    _say(f"Serving on http://{chosen.host}:{chosen.port}")
    serve_pages(_app(), chosen.host, chosen.port, chosen.workers)
    return 0


def run_due_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `run-due`."""
    parser.add_argument("--at", metavar="TIME", type=_instant, help="as if it were this time")


def run_due(chosen: argparse.Namespace) -> int:
    """Do what is due once; safe to repeat."""
    at = chosen.at
    if at is not None and at.tzinfo is None:
        at = at.replace(tzinfo=settings().city.zone)
    _say(f"Mails sent: {run_due_steps(_app(), at)}.")
    return 0


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument("what", choices=["regulation"], metavar="regulation")
    parser.add_argument("--write", action="store_true", help="write the generated pages anew")


def check(chosen: argparse.Namespace) -> int:
    """Check that the lifecycle and the packs fit; one line for each fault."""
    here = settings()
    root = PACKAGE.parent
    model = here.packs.get(MODEL)
    faults = [fault for pack in here.packs.values() for fault in faults_of(pack, model)]
    told = model or here.pack  # the pages tell of the model text, whatever is in force here
    if chosen.write:
        write_pages(root, told)
    faults += [f"{page} is not what the program says now" for page in stale_pages(root, told)]
    for fault in faults:
        sys.stderr.write(fault + "\n")
    for pack in here.packs.values():
        _say(f"{pack.id}, version {pack.version}: its numbers are {digest_of(pack)}.")
    if not faults:
        _say(f"Packs, lifecycle and generated pages fit together: {', '.join(here.packs)}.")
    return 1 if faults else 0


def _migrations() -> Config:
    config: Config = current_app.extensions["migrate"].migrate.get_config()
    return config


def expect_migrated() -> None:
    """Refuse to work on a database that is not the program's.

    Raises:
        NotReady: it has no tables yet, or older ones.
    """
    expected = set(ScriptDirectory.from_config(_migrations()).get_heads())
    try:
        with db.engine.connect() as connection:
            found = set(MigrationContext.configure(connection).get_current_heads())
    finally:
        db.engine.dispose()  # the server forks: no connection may go with it
    if not found or found != expected:
        raise NotReady


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is not a time such as 2026-03-02T12:00"
        raise argparse.ArgumentTypeError(message) from error


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001 - Flask's documented way to the object behind the proxy


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
