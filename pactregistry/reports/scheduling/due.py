"""Which reports on a pact have fallen due and are not yet asked for. Art. 5(2)h, 30(3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pactregistry.journal import Entry
from pactregistry.pacts.conditions.reporting import agreed_in
from pactregistry.pacts.life.story import end_of
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling.periods import (
    DAY,
    Period,
    Rhythm,
    final_period,
    interim_periods,
)
from pactregistry.workflow.states import VersionState
from pactregistry.workflow.states_reports import ReportKind


@dataclass(frozen=True)
class Awaited:
    """A report that falls due: what for, on which days, and the day on which it is asked for."""

    kind: ReportKind
    period: Period

    @property
    def day(self) -> date:
        """The day after its period."""
        return self.period.last + timedelta(days=1)


def fallen_due(
    pact: Pact, entries: Sequence[Entry], known: Sequence[Report], today: date
) -> list[Awaited]:
    """What is to be asked for on a day, the oldest first; nothing before the pact has begun.

    A period that overlaps one already asked for begins after it: a corrected first day does not
    ask twice for the same days.
    """
    began = next((e.occurred_on for e in entries if e.step == "start"), None)
    if began is None:
        return []
    end = end_of(entries)
    over = min(today - DAY, end.on) if end else today - DAY
    final = final_period(began, end.on) if end and end.on < today else None
    told = max((r.period_to for r in known if r.kind is ReportKind.INTERIM), default=date.min)
    found = [
        Awaited(ReportKind.INTERIM, Period(max(period.first, _next(told)), period.last))
        for period in interim_periods(began, over, rhythms_of(pact, began))
        if period.last > told and period != final
    ]
    finals = {r.period_to for r in known if r.kind is ReportKind.FINAL}
    if final is not None and final.last not in finals:
        found.append(Awaited(ReportKind.FINAL, final))
    return found


def rhythms_of(pact: Pact, began: date) -> list[Rhythm]:
    """How often the signed texts ask for a report, each from its day; what changes nothing goes."""
    found: list[Rhythm] = []
    for version in pact.versions:
        if version.state != VersionState.SIGNED:
            continue
        months = agreed_in(version).every_months
        if not found or found[-1].every_months != months:
            signed = version.signed_on or began
            found.append(Rhythm(max(signed, began) if found else began, months))
    return found


def _next(day: date) -> date:
    return day if day == date.min else day + DAY
