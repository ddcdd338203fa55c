"""Who is waited for on a file, until when, and whom to call: one answer for all pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import Entry, clock_marks
from pactregistry.languages import in_language
from pactregistry.proposals.comments_window import is_open
from pactregistry.proposals.competing.turns import Turn, turns
from pactregistry.proposals.entries import obstacles_notice, resolution_of, supplement_request
from pactregistry.proposals.facts import (
    approval_by_kind,
    awaited_opinions,
    office_name,
    pack_of,
)
from pactregistry.proposals.kinds import approval_until, clock_days
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import last_day, read_clock
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState as P
from pactregistry.workflow.states import Role


@dataclass(frozen=True)
class Awaited:
    """Whose turn it is: the role, in words, the last day where there is one, and a telephone."""

    role: Role | None
    who: str
    until: date | None
    whom_to_call: str

    @property
    def late(self) -> int:
        """Days past the last one, 0 when in time."""
        return 0 if self.until is None else max(0, (settings().today() - self.until).days)


def awaited(
    proposal: Proposal, entries: Sequence[Entry], rivals: Mapping[int, Turn] | None = None
) -> Awaited | None:
    """Who is waited for now; None when the file has ended and nobody is.

    A list reads the turns between competing proposals once for all, as `rivals`.
    """
    among = turns([proposal]) if rivals is None else rivals
    if proposal.id in among:
        asked = among[proposal.id]
        return _turn(asked.role, asked.who, asked.until)
    turn = _TURNS.get(P(proposal.state))
    return None if turn is None else turn(proposal, entries)


def _office(proposal: Proposal, entries: Sequence[Entry], role: Role = Role.DESK) -> Awaited:
    marks = clock_marks(PROPOSAL, entries)
    clock = read_clock(marks, clock_days(proposal), settings().today())
    return _turn(role, _name(role), clock.due if clock else None)


def _inquiry(proposal: Proposal, entries: Sequence[Entry]) -> Awaited:
    opinions = awaited_opinions(proposal)
    if opinions:
        due = min(last_day(o.asked_on, o.term_days) for o in opinions)
        presidents = all(o.is_district for o in opinions)
        names = ", ".join(office_name(opinion) for opinion in opinions)
        return _turn(Role.DISTRICT if presidents else Role.REVIEWER, names, due)
    if is_open(proposal):
        return _turn(Role.VISITOR, _("comments by anyone"), proposal.comments_until)
    return _approval(proposal, entries) or _office(proposal, entries)


def _author(_proposal: Proposal, entries: Sequence[Entry]) -> Awaited:
    asked = supplement_request(entries)
    return _turn(Role.CITIZEN, _("the author"), asked.until if asked else None)


def _warned(proposal: Proposal, entries: Sequence[Entry]) -> Awaited:
    notice = obstacles_notice(entries)
    if notice and notice.until < settings().today():
        return _office(proposal, entries, Role.MANAGER)
    return _turn(Role.CITIZEN, _("the author"), notice.until if notice else None)


def _executive(proposal: Proposal, entries: Sequence[Entry]) -> Awaited:
    until = approval_until(proposal)
    if until is not None:
        return _turn(Role.EXECUTIVE, _name(Role.EXECUTIVE), until)
    return _office(proposal, entries, Role.EXECUTIVE)


def _approval(proposal: Proposal, entries: Sequence[Entry]) -> Awaited | None:
    """Who approves once comments have closed, where the text sets a term for it. Art. 11(7)."""
    until = approval_until(proposal)
    if until is None:
        return None
    by_executive = approval_by_kind(pack_of(proposal), proposal.pact_kind)
    role = Role.EXECUTIVE if by_executive and not resolution_of(entries) else Role.MANAGER
    return _turn(role, _name(role), until)


def _name(role: Role) -> str:
    city = settings().city
    executives = city.offices_of("executive")
    if role is Role.EXECUTIVE and executives:
        return in_language(executives[0].name)
    if role is Role.MANAGER:
        return str(_("the managing officer"))
    return in_language(city.desk.name)


def _turn(role: Role, who: str, until: date | None) -> Awaited:
    # The proposer has a single contact, whoever is waited for. Art. 10(2)
    profile = settings().city.profile
    return Awaited(role, who, until, f"{profile.office}, {profile.phone}")


_TURNS: Mapping[P, Callable[[Proposal, Sequence[Entry]], Awaited]] = {
    P.SUBMITTED: _office,
    P.INCOMPLETE: _author,
    P.INQUIRY: _inquiry,
    P.COMPETING: _office,
    P.BEFORE_EXECUTIVE: _executive,
    P.WARNED: _warned,
}
