"""The managing officer decides a call: all scores are published, each entry learns. 11(2), 16(3).

One act, so that no entry is left between: the decision on the call and the award on each entry.
"""

from collections.abc import Sequence
from typing import Any

from pactregistry.commons.calls.models import Call
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.answering import queries
from pactregistry.proposals.answering.facts import entry_facts, ranking_of
from pactregistry.proposals.answering.models import Score
from pactregistry.proposals.answering.ranking import Ranked, Ranking
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import CALL, PROPOSAL
from pactregistry.workflow.states import CallState, ProposalState


def decide(
    call: Call, actor: Actor, seen: int, chosen: Sequence[str] = (), reason: str = ""
) -> Entry:
    """Take the entries that the scores put first; among level ones who is `chosen`, with a reason.

    Raises:
        Unlawful: an entry is not scored or not public yet, or a tie on the last place is open.
    """
    expect(call, CALL.name, seen)
    entries = queries.compared(queries.entries_of(call))
    ranking = ranking_of(call, entries)
    taken = ranking.taken_with(chosen)
    ordered = not ranking.level or (taken is not None and bool(reason.strip()))
    facts = entry_facts(call, actor, ties_open=() if ordered else ranking.level)
    step = CALL.take("decide", CallState(call.state), actor.role, facts)
    table = _table(entries, ranking, queries.scores_of(call), taken or ())
    told = {"entries": table, "order_reason": reason.strip() if ranking.level else ""}
    call.decided_on = settings().today()
    entry = record(call, step, act(actor, today(), reason=str(told["order_reason"]), facts=told))
    for proposal, line in zip(entries, table, strict=True):
        _award(call, proposal, actor, line)
    write(desk(), "call_decided", call=call)
    db.session.commit()
    return entry


def _award(call: Call, proposal: Proposal, actor: Actor, line: dict[str, Any]) -> None:
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor, award_published=call.state == CallState.DECIDED)
    outcome = ProposalState.INQUIRY if line["taken"] else ProposalState.NOT_CHOSEN
    step = PROPOSAL.take("award", ProposalState(proposal.state), actor.role, facts, to=outcome)
    told = {
        "call": call.number,
        "total": line["total"],
        "rank": line["rank"],
        "reasons": [] if line["taken"] else [row["sentence"] for row in line["scores"]],
        "remedies": {} if line["taken"] else dict(settings().city.remedies),
    }
    entry = record(proposal, step, act(actor, today(), facts=told))
    template = "entry_taken" if line["taken"] else "entry_not_chosen"
    write(author_of(proposal), template, call=call, proposal=proposal, entry=entry)


def _table(
    entries: Sequence[Proposal], ranking: Ranking, scores: Sequence[Score], taken: Sequence[str]
) -> list[dict[str, Any]]:
    """What is published of each entry; numbers as text, so that nothing is rounded."""
    places = {one.number: one for one in ranking.order}
    return [
        _line(entry, places.get(entry.number or ""), scores, taken=entry.number in taken)
        for entry in entries
    ]


def _line(
    entry: Proposal, place: Ranked | None, scores: Sequence[Score], *, taken: bool
) -> dict[str, Any]:
    return {
        "number": entry.number,
        "total": str(place.total) if place else None,
        "rank": place.rank if place else None,
        "level": place.is_level if place else False,
        "taken": taken,
        "scores": [
            {"criterion": s.criterion, "points": str(s.points), "sentence": s.sentence}
            for s in scores
            if s.proposal_id == entry.id
        ],
    }
