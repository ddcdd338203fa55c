"""The public history: what happened, by which role, under which article. Art. 3(1)b."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.languages import in_language
from pactregistry.proposals.facts import office_name, pack_of
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.citations import Citation, cite
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.engine import N_
from pactregistry.workflow.states import Role
from pactregistry.workflow.step_words import STEPS
from pactregistry.workflow.words import word_for

# The reason of a withdrawal from view tends to repeat what must not be read.
SILENT = frozenset({"withhold"})
PACK_STEPS = frozenset({"change_pack", "choose_pack"})
PRIVATE = frozenset({"draft", "import"})


@dataclass(frozen=True)
class Moment:
    """One line of the history; `recorded_on` only where it differs from the day of the fact."""

    occurred_on: date
    recorded_on: date | None
    label: str
    detail: str
    role: str
    cites: tuple[Citation, ...]
    reason: str
    why_earlier: str
    awaited_until: date | None


def timeline(proposal: Proposal, entries: Sequence[Entry]) -> tuple[Moment, ...]:
    """The steps of a file with its opinions and comment window, oldest first."""
    moments = [
        *(_step(entry) for entry in entries if entry.step not in PRIVATE),
        *(_opinion(opinion) for opinion in proposal.opinions if opinion.given_on),
        *_window(proposal),
    ]
    # Sorting is stable: two steps of one day stay in the order in which they were taken.
    return tuple(sorted(moments, key=lambda moment: moment.occurred_on))


def _step(entry: Entry) -> Moment:
    recorded = civil_day(entry.recorded_at, settings().city.zone)
    until = entry.facts.get("until")
    return Moment(
        occurred_on=entry.occurred_on,
        recorded_on=recorded if recorded != entry.occurred_on else None,
        label=word_for(STEPS, entry.step, entry.subject_kind)[1],
        detail=_pack_title(entry) if entry.step in PACK_STEPS else "",
        role=entry.by_role,
        cites=entry.citations,
        reason="" if entry.step in SILENT else entry.reason,
        why_earlier=str(entry.facts.get("why_earlier", "")),
        awaited_until=date.fromisoformat(until) if until else None,
    )


def _pack_title(entry: Entry) -> str:
    packs = settings().packs
    return in_language(packs[entry.pack_id].title) if entry.pack_id in packs else ""


def _opinion(opinion: Opinion) -> Moment:
    given = opinion.given_on or opinion.asked_on
    recorded = civil_day(opinion.recorded_at or settings().now(), settings().city.zone)
    return Moment(
        occurred_on=given,
        recorded_on=recorded if recorded != given else None,
        label=N_("An opinion was given"),
        detail=office_name(opinion),
        role=Role.DISTRICT if opinion.is_district else Role.REVIEWER,
        cites=cite("11(6)"),
        reason="",
        why_earlier="",
        awaited_until=None,
    )


def _window(proposal: Proposal) -> list[Moment]:
    until = proposal.comments_until
    if until is None or until >= settings().today():
        return []
    cites = tuple(pack_of(proposal).terms["comments"].cites)
    closed = N_("The comment window closed")
    return [Moment(until, None, closed, "", Role.CLOCK, cites, "", "", None)]
