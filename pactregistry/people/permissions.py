"""Who may open which page: the one table of permissions. Art. 4, 10(2), 11.

An endpoint that has no row here answers 404. `VISITOR` in a row means everyone, `CITIZEN` anyone
who is signed in; the other roles are held today. What somebody may do with one file is for its
room.
"""

from collections.abc import Mapping

from pactregistry.people.permitted import (
    answers,
    civicnetwork,
    commons,
    conciliation,
    life,
    pacts,
    people,
    proposals,
    reports_charts,
    reports_evaluating,
    reports_money,
    reports_oversight,
    reports_reading,
    reports_scheduling,
    reports_writing,
    reports_yearly,
    supports,
)
from pactregistry.people.permitted.groups import STAFF
from pactregistry.workflow.states import Role

__all__ = ["PERMISSIONS", "STAFF"]

PERMISSIONS: Mapping[str, frozenset[Role]] = {
    **people.ROWS,
    **proposals.ROWS,
    **answers.ROWS,
    **pacts.ROWS,
    **life.ROWS,
    **supports.ROWS,
    **reports_reading.ROWS,
    **reports_money.ROWS,
    **reports_scheduling.ROWS,
    **reports_charts.ROWS,
    **reports_evaluating.ROWS,
    **reports_writing.ROWS,
    **commons.ROWS,
    **reports_oversight.ROWS,
    **reports_yearly.ROWS,
    **conciliation.ROWS,
    **civicnetwork.ROWS,
}
