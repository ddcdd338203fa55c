"""Takes older pacts, whole or not at all; confirms them one by one; shows and hides their papers.

No mail is written, nothing becomes public and no term runs before a person has confirmed. Art. 36.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Act
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.importing.actions import UNMODELLED, change, with_changes
from pactregistry.pacts.importing.application import Taken
from pactregistry.pacts.importing.older import queries
from pactregistry.pacts.importing.older.plan import FORM, OlderPlan, refuse_second_time
from pactregistry.pacts.importing.older.understanding import Understood
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import PAPER, OlderPact
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import Pace, PactState, Role, Track


@dataclass(frozen=True)
class Confirmed:
    """What a person settled about an older pact; the keys are columns.

    `shown` are the papers that the public reads; `paper` comes beside them, shown or not.
    """

    state: PactState
    values: Mapping[str, Any]
    older_values: Mapping[str, Any]
    shown: Collection[int] = ()
    paper: Upload | None = None
    paper_shown: bool = False


def take(found: OlderPlan) -> list[Taken]:
    """Write all rows in one transaction.

    Raises:
        Malformed: somebody took them while they were being read.
    """
    refuse_second_time(found.source, [one.row for one in found.rows])
    taken = [_take(one, found) for one in found.rows]
    db.session.commit()
    return taken


def confirm(pact: Pact, actor: Actor, seen: int, settled: Confirmed) -> None:
    """Correct and confirm one older pact: from now on it is public, and its last day counts."""
    journal.expect(pact, PACT.name, seen)
    facts = PactFacts(import_pending=not pact.import_confirmed)
    step = PACT.take("confirm_import", PactState(pact.state), actor.role, facts, to=settled.state)
    changed = change(pact, settled.values) | change(_older(pact), settled.older_values)
    made = act(actor, today())
    if settled.paper is not None:
        _add(pact, settled.paper, made, shown=settled.paper_shown)
    for paper in queries.papers_of(pact):
        paper.public = paper.public or paper.id in settled.shown
    db.session.flush()
    pact.import_confirmed = True
    pact.published_at = made.recorded_at
    journal.record(pact, step, _with_papers(with_changes(made, changed), pact))
    db.session.commit()


def show_papers(
    pact: Pact, actor: Actor, seen: int, reason: str, shown: Collection[int], paper: Upload | None
) -> None:
    """Settle anew which papers the public reads, with one more among them if it was sent."""
    journal.expect(pact, PACT.name, seen)
    given = reason.strip()
    step = PACT.take("correct", PactState(pact.state), actor.role, pact_facts(pact, None, (given,)))
    made = act(actor, today(), reason=given)
    for standing in queries.papers_of(pact):
        standing.public = standing.id in shown
    if paper is not None:
        _add(pact, paper, made, shown=True)
    db.session.flush()
    journal.record(pact, step, _with_papers(made, pact))
    db.session.commit()


def _older(pact: Pact) -> OlderPact:
    if pact.older is None:
        pact.older = OlderPact()
    return pact.older


def _add(pact: Pact, paper: Upload, made: Act, *, shown: bool) -> Attachment:
    added = attach(
        paper,
        (PACT.name, pact.id),
        PAPER,
        added_at=made.recorded_at,
        added_by_id=made.actor_id,
        public=shown,
    )
    added.public = added.public or shown  # the same file may stand there already
    return added


def _with_papers(made: Act, pact: Pact) -> Act:
    shown = [paper.sha256 for paper in queries.papers_of(pact) if paper.public]
    return Act(
        actor_id=made.actor_id,
        occurred_on=made.occurred_on,
        recorded_at=made.recorded_at,
        office=made.office,
        reason=made.reason,
        facts={**made.facts, "papers_shown": shown},
        private=made.private,
    )


def _take(one: Understood, found: OlderPlan) -> Taken:
    here = settings()
    row = one.row
    pact = Pact(
        number=journal.next_number("", here.today().year),
        state="",
        track=Track.SPONTANEOUS,  # a column that cannot be empty; the record says "not known"
        pace=Pace.FULL,
        created_at=here.now(),
        imported_from=f"{found.source.name}: {row.source_id}",
        import_confirmed=False,
        pack_id=UNMODELLED,
        pack_version="",
        title=row.title,
        summary=row.summary,
        place_name=row.place,
        district=one.district,
        longitude=row.longitude,
        latitude=row.latitude,
        intensity=one.intensity,
        commons_kind=one.commons_kind,
        theme=row.theme,
        signed_on=row.signed_on,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )
    pact.older = OlderPact(
        registry_number=row.registry_number,
        act_number=row.act_number,
        act_date=row.act_date,
        proposal_number=row.proposal_number,
        proposal_date=row.proposal_date,
        ended_on=row.ended_on,
        how_ended=one.how_ended,
        parties=list(one.parties),
        persons=list(one.persons),
    )
    made = _import_act(one, found)
    step = PACT.take("import", None, Role.DESK, PactFacts(), to=one.state)
    journal.record(pact, step, made)
    for paper in one.papers:
        attach(paper, (PACT.name, pact.id), PAPER, added_at=made.recorded_at, added_by_id=None)
    return Taken(row, pact.number)


def _import_act(one: Understood, found: OlderPlan) -> Act:
    here = settings()
    row = one.row
    return Act(
        actor_id=None,
        occurred_on=here.today(),
        recorded_at=here.now(),
        office=here.city.desk.key,
        facts={
            "source": found.source.name,
            "sha256": found.source.sha256,
            "format": FORM,
            "row": row.source_id,
            "line": row.line,
            "original_date": _iso(row.signed_on),
            "original_act": row.act_number,
            "original_act_date": _iso(row.act_date),
        },
        private={
            "number": row.registry_number,
            "title": row.title,
            "note": row.note,
            "original": dict(row.original),
            "questions": [question.as_json() for question in one.questions],
        },
    )


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
