"""What comes due on proposals by itself: reminders, once each, and the lapse. Art. 11(4), 11(6).

Safe to run at any time, late, twice or in two places: an effect and its mark share a transaction.
"""

from collections.abc import Sequence
from datetime import date, datetime

from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.journal import Entry, history
from pactregistry.notices.models import reminded_before
from pactregistry.notices.reminding import falls_due
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.actions_lapse import lapse
from pactregistry.proposals.actions_succession import take_over
from pactregistry.proposals.addressees import author_of, giver_of
from pactregistry.proposals.entries import Awaiting, supplement_request
from pactregistry.proposals.facts import awaited_opinions, term_of
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.proposals.reading import locked, open_ids
from pactregistry.proposals.sheet import clock_of, due_of
from pactregistry.proposals.waiting import awaited
from pactregistry.workflow.clocks import ClockState, civil_day
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState


def run(now: datetime) -> None:
    """Do what is due at an instant, each file in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    for proposal_id in open_ids():
        with apart(f"the sweep of proposal {proposal_id}"):
            proposal = locked(proposal_id)
            if proposal.import_confirmed:
                entries = history(PROPOSAL.name, proposal_id)
                take_over(proposal, entries)
                _sweep(proposal, entries, today)


def _sweep(proposal: Proposal, entries: Sequence[Entry], today: date) -> None:
    asked = supplement_request(entries)
    if proposal.state == ProposalState.INCOMPLETE and asked is not None:
        _sweep_supplement(proposal, asked, today)
        return
    for opinion in awaited_opinions(proposal):
        _remind_opinion(opinion, today)
    clock = clock_of(proposal, entries)
    if clock is not None and clock.state is ClockState.RUNNING and clock.due is not None:
        key = f"inquiry:{proposal.id}:{clock.due}"
        if falls_due(key, clock.due, term_of(proposal, "inquiry").reminders, today):
            turn = awaited(proposal, entries)
            write(desk(), "inquiry_reminder", proposal=proposal, until=clock.due, turn=turn)


def _sweep_supplement(proposal: Proposal, asked: Awaiting, today: date) -> None:
    key = f"supplement:{proposal.id}:{asked.until}"
    if today > asked.until and reminded_before(key, today):
        lapse(proposal, asked, today)
        return
    # Nobody lapses unreminded: where no sweep ran in time, the reminder comes first, late.
    if falls_due(key, asked.until, term_of(proposal, "supplement").reminders, today):
        write(
            author_of(proposal),
            "supplement_reminder",
            proposal=proposal,
            items=asked.items,
            until=asked.until,
        )


def _remind_opinion(opinion: Opinion, today: date) -> None:
    due = due_of(opinion)
    reminders = term_of(opinion.proposal, "opinion").reminders
    if falls_due(f"opinion:{opinion.id}:{due}", due, reminders, today):
        context = {"opinion": opinion, "proposal": opinion.proposal, "until": due}
        write(giver_of(opinion), "opinion_reminder", **context)
