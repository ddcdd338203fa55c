"""Pacts in figures: how they stand and ended, by intensity, commons, kind, district. Art. 5, 6."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import and_, func, select

from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import PROPOSAL_IS_PUBLIC
from pactregistry.reports.figures.counting import STOOD, acts, known_first, number_of, tally
from pactregistry.reports.figures.groups import Group, pacts, summed
from pactregistry.reports.figures.scope import Scope
from pactregistry.reports.figures.table import Table, counted
from pactregistry.workflow.lifecycle import IN_FORCE, PACT
from pactregistry.workflow.states import CommonsKind, PactState

SECTION: Final = "pacts"
ENDS: Final = tuple(name for name, row in PACT.rows.items() if row.to is PactState.ENDED)


def pact_tables(scope: Scope) -> list[Table]:
    """All tables on pacts."""
    here = settings()
    # The keys of a pack's lists are the same in all packs that count together.
    intensities = [choice.key for pack in here.packs.values() for choice in pack.intensities]
    groups = pacts(scope)
    tables = [
        _states(groups),
        _ends(scope),
        _by("pacts_by_intensity", "intensity", Pact.intensity, intensities, groups),
        _by("pacts_by_commons", "kind", Pact.commons_kind, CommonsKind, groups),
        _by("pacts_by_district", "district", Pact.district, here.city.districts, groups),
    ]
    of_kinds = _by("pacts_by_kind", "pact_kind", Pact.pact_kind, here.pack.kinds, groups)
    if any(of_kinds.rows):
        tables.append(of_kinds)
    return [*tables, _imported(scope)]


def _states(groups: Sequence[Group]) -> Table:
    rows = (*IN_FORCE, PactState.ENDED)
    found = summed(groups, STOOD)
    return counted("pact_states", SECTION, "pact", rows, {"files": found})


def _ends(scope: Scope) -> Table:
    ended = and_(
        acts(PACT.name, scope),
        Entry.to_state == PactState.ENDED,
        Entry.from_state != PactState.ENDED,
        Entry.step.in_(ENDS),
    )
    query = select(Entry.step, func.count()).join(Pact, Pact.id == Entry.subject_id)
    found = tally(query.where(ended, scope.pacts).group_by(Entry.step))
    return counted("pact_ends", SECTION, "end", ENDS, {"acts": found})


def _by(key: str, of: str, column: Any, known: Iterable[str], groups: Sequence[Group]) -> Table:
    """Signed in what is counted, and in force on its last day, by the values of a column."""
    signed = summed((group for group in groups if group.newly), column.key)
    in_force = summed((group for group in groups if group.stood in IN_FORCE), column.key)
    rows = known_first(tuple(dict.fromkeys(known)), signed, in_force)
    return counted(key, SECTION, of, rows, {"signed": signed, "in_force": in_force})


def _imported(scope: Scope) -> Table:
    """Files of older registers: their acts were not taken here, so they count apart. Art. 36."""
    proposals = select(func.count()).select_from(Proposal)
    proposals = proposals.where(
        PROPOSAL_IS_PUBLIC, Proposal.imported_from != "", scope.here(Proposal)
    )
    taken_over = select(func.count()).select_from(Pact)
    taken_over = taken_over.where(scope.all_pacts, Pact.imported_from != "")
    numbers = {
        "imported_proposals": number_of(_received(proposals, scope)),
        "imported_pacts": number_of(_signed(taken_over, scope)),
        "imported_pacts_in_force": number_of(
            _signed(taken_over, scope).where(Pact.state.in_(IN_FORCE))
        ),
    }
    return counted("imported", SECTION, "said", numbers, {"number": numbers})


def _received(query: Any, scope: Scope) -> Any:
    return query if scope.year is None else query.where(scope.on(Proposal.submitted_on))


def _signed(query: Any, scope: Scope) -> Any:
    return query if scope.year is None else query.where(scope.on(Pact.signed_on))
