"""What stood in older registers: three files that wait, two pacts with their paper. Art. 36."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from pactregistry.database import db
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import OLDER_PACTS, REGISTER
from pactregistry.documents import actions as documents
from pactregistry.pacts.importing import actions
from pactregistry.pacts.importing.older import actions as older
from pactregistry.pacts.importing.older import queries
from pactregistry.pacts.importing.older.plan import plan as older_plan
from pactregistry.pacts.importing.plan import plan
from pactregistry.pacts.models import Pact
from pactregistry.workflow.states import PactState


def register() -> Iterator[Moment]:
    """Three files of an older register wait for a person."""
    yield at(-5, 8)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registro-precedente.csv"
        path.write_text(REGISTER, "utf-8")
        actions.take(plan(path, "palermo"), lambda count: None)  # noqa: ARG005 - nobody watches


def pacts(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Two pacts signed before this registry was used: one confirmed and public, one waiting."""
    yield at(-8, 8)
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder) / "patti"
        papers.mkdir()
        (papers / "patto-orologio.pdf").write_bytes(minutes)
        path = Path(folder) / "patti-precedenti.csv"
        path.write_text(OLDER_PACTS, "utf-8")
        found = older_plan(path, papers, documents.keep, lambda done, total: None)  # noqa: ARG005 - nobody watches
        taken = older.take(found)
    yield at(-4, 10)
    pact = db.session.scalars(select(Pact).where(Pact.number == taken[0].number)).one()
    shown = [paper.id for paper in queries.papers_of(pact)]
    settled = older.Confirmed(PactState.ACTIVE, {}, {}, shown=shown)
    older.confirm(pact, cast["desk"].actor, pact.version, settled)
