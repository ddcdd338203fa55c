"""The command line: one row a command, each a short function of its room; errors are a sentence."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from pactregistry import commands, create_app
from pactregistry.config import SettingsFault
from pactregistry.demo import commands as demo
from pactregistry.pacts.importing import commands as imports
from pactregistry.people import commands as people


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    """Most commands take none."""


@dataclass(frozen=True)
class Command:
    """One command: what it is called, what it does, and the function that does it."""

    name: str
    help: str
    run: Callable[[argparse.Namespace], int]
    add_arguments: Callable[[argparse.ArgumentParser], None] = _no_arguments
    needs_database: bool = True


COMMANDS = (
    Command(
        "init",
        "create or migrate the database, check packs and city.toml",
        commands.init,
        needs_database=False,
    ),
    Command(
        "admin",
        "make the first administrator, print a one-time link",
        people.admin,
        people.add_arguments,
    ),
    Command(
        "demo",
        "fill an empty database with the demo city",
        demo.run,
        demo.add_arguments,
    ),
    Command(
        "serve",
        "serve the pages, with the scheduler beside",
        commands.serve,
        commands.serve_arguments,
    ),
    Command(
        "run-due",
        "do what is due once; safe to repeat, for cron",
        commands.run_due,
        commands.run_due_arguments,
    ),
    Command(
        "import",
        "take over the applications of an older register",
        imports.run,
        imports.add_arguments,
    ),
    Command(
        "check",
        "check the regulation against the program; a line for each fault",
        commands.check,
        commands.check_arguments,
        needs_database=False,
    ),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; `{self.prog} --help` tells more.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives back 0, 1 when it could not, 2 when it was not understood."""
    chosen = _parser().parse_args(arguments)
    try:
        with create_app().app_context():
            if chosen.needs_database:
                commands.expect_migrated()
            return int(chosen.run(chosen))
    except (SettingsFault, commands.NotReady, CommandError) as error:
        return _fail(str(error))
    except SQLAlchemyError as error:
        return _fail(f"The database refused: {_first_line(error)}.")
    except KeyboardInterrupt:
        return _fail("Stopped.")
    except Exception as error:  # an operator reads a sentence, never a traceback
        return _fail(f"This did not work: {_first_line(error)}.")


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="pactregistry", description="The registry of collaboration pacts."
    )
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        own = subparsers.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(own)
        own.set_defaults(run=command.run, needs_database=command.needs_database)
    return parser


def _first_line(error: Exception) -> str:
    first = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first}".rstrip(".: ")


def _fail(sentence: str) -> int:
    sys.stderr.write(f"pactregistry: {sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
