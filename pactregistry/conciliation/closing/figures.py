"""Disputes in figures: asked for, how long a proposal took, how they ended. Art. 33, 35(2).

All count, those that never came before a committee too: how many, never which.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any, Final

from sqlalchemy import and_, case, exists, func, select, true

from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import OPEN
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.reports.figures.counting import states_on, tally
from pactregistry.reports.figures.scope import Condition, Scope, on_pact
from pactregistry.reports.figures.table import Counted, Measure, Table, counted
from pactregistry.workflow.lifecycle import DISPUTE

SECTION: Final = "disputes"
ENDS: Final = ("settled", "unsettled", "unformed", "withdrawn")


def dispute_tables(scope: Scope) -> Sequence[Table]:
    """All tables on disputes."""
    here = on_pact(Dispute, scope.all_pacts)
    return [_course(scope, here), _days(scope, here), _ends(scope, here), _open(scope, here)]


def _course(scope: Scope, here: Condition) -> Table:
    late = Dispute.proposed_on > Dispute.propose_by
    days: dict[str, tuple[Any, Condition]] = {
        "asked_for": (Dispute.requested_on, true()),
        "convened": (Dispute.convened_on, true()),
        "proposed_in_time": (Dispute.proposed_on, ~late),
        "proposed_late": (Dispute.proposed_on, late),
    }
    asked = [func.sum(case((and_(scope.on(day), of), 1), else_=0)) for day, of in days.values()]
    found = db.session.execute(select(*asked).select_from(Dispute).where(here)).one()
    numbers = dict(zip(days, (number or 0 for number in found), strict=True))
    return counted("disputes", SECTION, "said", days, {"number": numbers})


def _days(scope: Scope, here: Condition) -> Table:
    taken = {
        "to_proposal": _taken(Dispute.proposed_on, scope, here),
        "to_end": _taken(Dispute.closed_on, scope, here),
    }
    columns: dict[str, Counted] = {
        "median": {
            name: median(map(Decimal, days)) if days else None for name, days in taken.items()
        },
        "shortest": {name: min(days, default=None) for name, days in taken.items()},
        "longest": {name: max(days, default=None) for name, days in taken.items()},
    }
    return counted("dispute_days", SECTION, "said", taken, columns, Measure.DAYS)


def _taken(until: Any, scope: Scope, here: Condition) -> list[int]:
    query = select(Dispute.requested_on, until).where(here, scope.on(until))
    rows: Sequence[tuple[date, date]] = [tuple(row) for row in db.session.execute(query)]
    return [(end - start).days for start, end in rows]


def _ends(scope: Scope, here: Condition) -> Table:
    unformed = exists().where(
        Entry.subject_kind == DISPUTE.name,
        Entry.subject_id == Dispute.id,
        Entry.step == "close_unformed",
    )
    how = case((unformed, "unformed"), else_=Dispute.state).label("how")
    query = select(how, func.count()).where(here, scope.on(Dispute.closed_on)).group_by("how")
    return counted("dispute_ends", SECTION, "said", ENDS, {"disputes": tally(query)})


def _open(scope: Scope, here: Condition) -> Table:
    found = states_on(DISPUTE.name, Dispute, here, scope)
    return counted("dispute_states", SECTION, "dispute", OPEN, {"disputes": found})
