"""`pactregistry import applications FILE`: from an older register to files here. Art. 36."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask_babel import force_locale
from flask_babel import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.importing import actions, report
from pactregistry.pacts.importing.application import Malformed
from pactregistry.pacts.importing.plan import FORMATS, Plan, plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.add_argument("what", choices=["applications"], metavar="applications")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=[*FORMATS], required=True, dest="form")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, report all the same")
    parser.add_argument(
        "--report", type=Path, metavar="CSV", help="write what needs a person as a table"
    )


def run(chosen: argparse.Namespace) -> int:
    """Import a file; 0 when it was taken, 1 when nothing was."""
    with force_locale(settings().city.language):
        try:
            return _run(chosen)
        except Malformed as refused:
            for fault in refused.faults:
                sys.stderr.write(f"{fault}\n")
        except OSError as error:
            sys.stderr.write(f"{error.filename}: {error.strerror}.\n")
        db.session.rollback()
        sys.stderr.write("Nothing was taken.\n")
        return 1


def _run(chosen: argparse.Namespace) -> int:
    _refuse_overwriting(chosen.report)
    found = plan(chosen.file, chosen.form)
    if chosen.report is not None:
        chosen.report.write_text("", "utf-8")  # a report that cannot be written takes nothing
    taken = []
    if not chosen.dry_run:
        with _progress(found) as told:
            taken = actions.take(found, told)
    sys.stdout.write(report.as_text(found, taken))
    if chosen.report is not None:
        chosen.report.write_text(report.table(found, taken), "utf-8-sig", newline="")
    return 0


def _refuse_overwriting(table: Path | None) -> None:
    if table is not None and table.exists():
        message = f"{table}: it exists already; name another file for the report."
        raise Malformed((message,))


@contextmanager
def _progress(found: Plan) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal's error stream; one plain line where it is no terminal."""
    console = Console(stderr=True)
    total = len(found.applications)
    if not console.is_terminal:
        yield lambda count: None  # noqa: ARG005 - nothing to draw on
        sys.stderr.write(_("%(count)s of %(total)s rows", count=total, total=total) + "\n")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(found.source.name, total=total)
        yield lambda count: bar.update(task, completed=count)
