"""`make bench`: ratios measured in one run, printed as a table."""

import os
import tempfile
from functools import partial

from flask import Flask
from rich.console import Console
from rich.table import Table

from benchmarks.bare import create_bare_app
from benchmarks.filling import fill
from benchmarks.pages import Cost, cost, served
from benchmarks.printing import printing_ratio
from benchmarks.queries import queries
from benchmarks.saving import saving_ratio
from pactregistry import create_app
from pactregistry.database import db
from pactregistry.pacts.models import Pact

FEW, MANY = 100, 10_000
PAGES = ("/", "/pacts/", "/proposals/", "/reports/", "/figures", "/feed.atom", "/api/v1/pacts")


def main() -> None:
    """Measure and print."""
    console = Console()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PACTREGISTRY_DATA_DIR"] = folder
        app = create_app()
        with app.app_context():
            db.create_all()
            fill(FEW)
            number = db.session.query(Pact.number).order_by(Pact.id).limit(1).scalar()
            pages = (*PAGES, f"/pacts/{number}")
            few = {page: queries(app, page) for page in pages}
            fill(MANY)
            many = {page: queries(app, page) for page in pages}
            saving = saving_ratio()
        console.print(_query_table(few, many))
        console.print(_page_table(app, pages))
        console.print(f"Saving a piece of a report beside a bare row and commit: {saving:.1f}")
        console.print(
            f"PDF beside a bare WeasyPrint render of the same HTML: {printing_ratio():.2f}"
        )


def _query_table(few: dict[str, int], many: dict[str, int]) -> Table:
    table = Table("page", f"queries at {FEW} pacts", f"at {MANY}", title="Queries a page")
    for page, count in few.items():
        table.add_row(page, str(count), str(many[page]))
    return table


def _page_table(app: Flask, pages: tuple[str, ...]) -> Table:
    table = Table(
        "page",
        "processor ms",
        "ratio to bare",
        "wall ms",
        "ratio to bare",
        title=f"A request with {MANY} pacts, one worker, the same server",
    )
    with served(create_bare_app) as (address, pid):
        bare = cost(f"{address}/", pid)
    table.add_row("bare Flask page", f"{bare.processor:.2f}", "1", f"{bare.wall:.2f}", "1")
    with served(partial(create_app, app.config["SETTINGS"])) as (address, pid):
        for page in pages:
            table.add_row(page, *_row(cost(f"{address}{page}", pid), bare))
    return table


def _row(measured: Cost, bare: Cost) -> tuple[str, str, str, str]:
    return (
        f"{measured.processor:.2f}",
        f"{measured.processor / bare.processor:.1f}",
        f"{measured.wall:.2f}",
        f"{measured.wall / bare.wall:.1f}",
    )


if __name__ == "__main__":
    main()
