"""The command line: each command is a short function of its room; errors are one sentence."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from alembic import command
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from flask import Flask, current_app
from sqlalchemy.exc import SQLAlchemyError

from pactregistry import create_app
from pactregistry.config import SettingsFault, settings
from pactregistry.database import db
from pactregistry.scheduler import run_due
from pactregistry.serving import serve

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[argparse.ArgumentParser]
    Run = Callable[[argparse.Namespace], int]

NOT_READY = "The database is not ready: run `pactregistry init` first."


class Refused(Exception):
    """A command that cannot do what was asked; its text is one sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; `{self.prog} --help` tells more.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives back 0, 1 when it could not, 2 when it was not understood."""
    chosen = _parser().parse_args(arguments)
    try:
        with create_app().app_context():
            return int(chosen.run(chosen))
    except (SettingsFault, Refused, CommandError) as error:
        return _fail(str(error))
    except SQLAlchemyError as error:
        return _fail(f"The database refused: {_first_line(error)}.")
    except KeyboardInterrupt:
        return _fail("Stopped.")
    except Exception as error:  # an operator reads a sentence, never a traceback
        return _fail(f"This failed and nothing else was done: {_first_line(error)}.")


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="pactregistry", description="The registry of collaboration pacts."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add_to in COMMANDS:
        add_to(commands)
    return parser


def add_init(commands: "Commands") -> None:
    """`init`: create or migrate the database; packs and city.toml were checked at the start."""
    parser = commands.add_parser("init", help="create or migrate the database, check the city")
    parser.set_defaults(run=_init)


def _init(chosen: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes its arguments
    here = settings()
    here.data_dir.mkdir(parents=True, exist_ok=True)
    command.upgrade(current_app.extensions["migrate"].migrate.get_config(), "head")
    _say(f"The database is ready for {here.city.profile.name}, under {here.pack.id}.")
    return 0


def add_serve(commands: "Commands") -> None:
    """`serve`: the production server and the scheduler."""
    parser = commands.add_parser("serve", help="serve the pages, with the scheduler beside")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--workers", type=int, default=2)
    parser.set_defaults(run=_serve)


def _serve(chosen: argparse.Namespace) -> int:
    _expect_migrated()
    _say(f"Serving on http://{chosen.host}:{chosen.port}")
    serve(_app(), chosen.host, chosen.port, chosen.workers)
    return 0


def add_run_due(commands: "Commands") -> None:
    """`run-due`: what is due, once; safe to repeat."""
    parser = commands.add_parser("run-due", help="do what is due once, for cron")
    parser.add_argument("--at", metavar="TIME", type=_instant, help="as if it were this time")
    parser.set_defaults(run=_run_due)


def _run_due(chosen: argparse.Namespace) -> int:
    _expect_migrated()
    at = chosen.at
    if at is not None and at.tzinfo is None:
        at = at.replace(tzinfo=settings().city.zone)
    _say(f"Mails sent: {run_due(_app(), at)}.")
    return 0


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is not a time such as 2026-03-02T12:00"
        raise argparse.ArgumentTypeError(message) from error


def _expect_migrated() -> None:
    config = current_app.extensions["migrate"].migrate.get_config()
    expected = set(ScriptDirectory.from_config(config).get_heads())
    try:
        with db.engine.connect() as connection:
            found = set(MigrationContext.configure(connection).get_current_heads())
    finally:
        db.engine.dispose()  # the server forks: no connection may go with it
    if not found or found != expected:
        raise Refused(NOT_READY)


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001 - Flask's documented way to the object behind the proxy


def _first_line(error: Exception) -> str:
    first = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first}".rstrip(".: ")


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def _fail(sentence: str) -> int:
    sys.stderr.write(f"pactregistry: {sentence}\n")
    return 1


COMMANDS: tuple[Callable[["Commands"], None], ...] = (add_init, add_serve, add_run_due)

if __name__ == "__main__":
    sys.exit(main())
