"""`pactregistry import applications|pacts FILE`: from older registers to files here. Art. 36."""

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
from pactregistry.documents import actions as documents
from pactregistry.pacts.importing import actions, report
from pactregistry.pacts.importing.application import Malformed, Taken
from pactregistry.pacts.importing.older import actions as older_actions
from pactregistry.pacts.importing.older.papers import weigh
from pactregistry.pacts.importing.older.plan import plan as older_plan
from pactregistry.pacts.importing.plan import FORMATS, plan

KINDS = ("applications", "pacts")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.add_argument("what", choices=KINDS, metavar="|".join(KINDS))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=[*FORMATS], dest="form", help="of applications")
    parser.add_argument(
        "--documents", type=Path, metavar="DIR", help="the papers that the rows of pacts name"
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing, report all the same")
    parser.add_argument(
        "--report", type=Path, metavar="CSV", help="write what needs a person as a table"
    )


def run(chosen: argparse.Namespace) -> int:
    """Import a file; 0 when it was taken, 1 when nothing was, 2 when it was not understood."""
    misused = _misused(chosen)
    if misused:
        sys.stderr.write(f"{misused}\n")
        return 2
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


def _misused(chosen: argparse.Namespace) -> str:
    if chosen.what == "applications" and chosen.form is None:
        return f"Say in which form the applications come: --format {'|'.join(FORMATS)}."
    if chosen.what == "applications" and chosen.documents is not None:
        return "--documents goes with `import pacts`."
    if chosen.what == "pacts" and chosen.form is not None:
        return "--format goes with `import applications`."
    return ""


def _run(chosen: argparse.Namespace) -> int:
    _refuse_overwriting(chosen.report)
    take = _take_pacts if chosen.what == "pacts" else _take_applications
    found, taken = take(chosen)
    sys.stdout.write(report.as_text(found, taken))
    if chosen.report is not None:
        chosen.report.write_text(report.table(found, taken), "utf-8-sig", newline="")
    return 0


def _take_applications(chosen: argparse.Namespace) -> tuple[report.Found, list[Taken]]:
    found = plan(chosen.file, chosen.form)
    _begin_report(chosen)
    if chosen.dry_run:
        return found, []
    with _progress(found.source.name) as told:
        return found, actions.take(found, lambda count: told(count, len(found.applications)))


def _take_pacts(chosen: argparse.Namespace) -> tuple[report.Found, list[Taken]]:
    keep = weigh if chosen.dry_run else documents.keep
    with _progress(chosen.file.name) as told:
        found = older_plan(chosen.file, chosen.documents, keep, told)
    _begin_report(chosen)
    return found, [] if chosen.dry_run else older_actions.take(found)


def _begin_report(chosen: argparse.Namespace) -> None:
    if chosen.report is not None:
        chosen.report.write_text("", "utf-8")  # a report that cannot be written takes nothing


def _refuse_overwriting(table: Path | None) -> None:
    if table is not None and table.exists():
        message = f"{table}: it exists already; name another file for the report."
        raise Malformed((message,))


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal's error stream; one plain line where it is no terminal."""
    console = Console(stderr=True)
    reached = [0, 0]
    if not console.is_terminal:

        def note(count: int, total: int) -> None:
            reached[:] = count, total

        yield note
        count, total = reached
        sys.stderr.write(_("%(count)s of %(total)s rows", count=count, total=total) + "\n")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(name, total=None)
        yield lambda count, total: bar.update(task, completed=count, total=total)
