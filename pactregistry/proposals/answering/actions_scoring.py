"""The office enters how many points an entry gets, and why. Art. 11(2), 16(3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from json import dumps

from pactregistry.commons.calls import queries as calls
from pactregistry.commons.calls.models import Call
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, Stale, record
from pactregistry.people.acting import Actor, act, today
from pactregistry.proposals.answering import queries
from pactregistry.proposals.answering.facts import criteria_of, entry_facts
from pactregistry.proposals.answering.models import Score
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import CallState


@dataclass(frozen=True)
class Points:
    """The points by one criterion with the sentence that grounds them; None: not yet."""

    points: Decimal | None
    sentence: str


def fingerprint(scores: Mapping[str, Score]) -> str:
    """What stands for one entry: two officers may score two entries at once, not one."""
    told = {key: [str(score.points), score.sentence] for key, score in scores.items()}
    return sha256(dumps(told, sort_keys=True).encode()).hexdigest()


def score(
    call: Call, proposal: Proposal, actor: Actor, seen: str, typed: Mapping[str, Points]
) -> Entry:
    """Keep the points of one entry; what is left empty stays open.

    Raises:
        Stale: somebody else scored this entry meanwhile.
    """
    call = calls.locked(call.id)
    standing = queries.scores_on(proposal)
    if fingerprint(standing) != seen:
        raise Stale(CALL.name, call, call.version)
    step = CALL.take("score", CallState(call.state), actor.role, entry_facts(call, actor))
    for key in criteria_of(call):
        given = typed.get(key, Points(None, ""))
        _keep(standing.get(key), call, proposal, actor, key, given)
    # Which scores were given is between officers until the call is decided.
    private = {
        "entry": proposal.number,
        "points": {key: str(one.points) for key, one in typed.items() if one.points is not None},
    }
    entry = record(call, step, act(actor, today(), private=private))
    db.session.commit()
    return entry


def _keep(
    standing: Score | None, call: Call, proposal: Proposal, actor: Actor, key: str, given: Points
) -> None:
    if given.points is None:
        if standing is not None:
            db.session.delete(standing)
        return
    kept = standing or Score(call_id=call.id, proposal_id=proposal.id, criterion=key)
    kept.points = given.points
    kept.sentence = given.sentence.strip()
    kept.scored_by_id = actor.account_id
    kept.scored_at = settings().now()
    db.session.add(kept)
