"""The public projection of a call: the one source for page, preview and data. Art. 3(1)b, 11(2).

A frozen value without a private field. Until the call closes it knows of its entries their number
alone; scores and who is taken stand in it only once they were published with the decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.moments import has_closed
from pactregistry.commons.calls.terms import TermOfCall, terms_of
from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.proposals.answering import queries
from pactregistry.proposals.entries import last
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import OPEN
from pactregistry.workflow.states import CallState, CommonsState

ON_THE_LIST = (CommonsState.LISTED, CommonsState.UNDER_PACT)


@dataclass(frozen=True)
class GivenScore:
    """The points by one criterion, with the sentence that grounds them."""

    criterion: str
    points: Decimal
    sentence: str


@dataclass(frozen=True)
class PublicEntry:
    """One entry after the closing moment; its words only once its own sheet is public."""

    number: str
    title: str
    public_author: str
    state: str
    is_open: bool


@dataclass(frozen=True)
class Placed:
    """One entry in the published result."""

    entry: PublicEntry
    total: Decimal | None
    rank: int | None
    is_level: bool
    taken: bool
    scores: tuple[GivenScore, ...]


@dataclass(frozen=True)
class PublicCall:
    """All that the public may read of a call."""

    number: str
    title: str
    summary: str
    text: str
    state: str
    emergency: bool
    emergency_grounds: str
    theme: str
    district: str
    act: str
    opens_at: datetime | None
    closes_at: datetime | None
    takes_entries: bool
    begins_later: bool
    questions: tuple[dict[str, Any], ...]
    criteria: tuple[dict[str, Any], ...]
    places_offered: int | None
    least_total: int | None
    terms: tuple[TermOfCall, ...]
    commons: tuple[Commons, ...]
    entry_count: int
    entries: tuple[PublicEntry, ...]
    result: tuple[Placed, ...]
    order_reason: str
    decided_on: date | None
    withdrawn: Entry | None
    extended: tuple[Entry, ...]
    history: tuple[Entry, ...]


def public_of(
    call: Call, history: Sequence[Entry], sent: Sequence[Proposal] | None = None
) -> PublicCall:
    """What the public reads of a call now; of a draft, what it would read.

    `sent` are its entries where they were read already, with those of other calls.
    """
    now = settings().now()
    sent = queries.entries_of(call) if sent is None else sent
    open_now = call.state == CallState.OPEN
    closed = call.closes_at is not None and has_closed(call.closes_at, now)
    begins_later = call.opens_at is not None and call.opens_at > now
    unsealed = call.state not in (CallState.DRAFT, CallState.OPEN)
    entries = {e.number or "": _entry(e) for e in sent if e.import_confirmed} if unsealed else {}
    decision = last(history, "decide")
    return PublicCall(
        number=call.number or "",
        title=call.title,
        summary=call.summary,
        text=call.text,
        state=str(call.state),
        emergency=call.emergency,
        emergency_grounds=call.emergency_grounds if call.emergency else "",
        theme=call.theme,
        district=call.district,
        act=call.act,
        opens_at=call.opens_at,
        closes_at=call.closes_at,
        takes_entries=open_now and not closed and not begins_later,
        begins_later=begins_later and not closed,
        questions=tuple(call.questions),
        criteria=tuple(call.criteria),
        places_offered=call.places_offered,
        least_total=call.least_total,
        terms=tuple(terms_of(call)),
        commons=tuple(c for c in call.commons if c.state in ON_THE_LIST and not c.withheld),
        entry_count=len(sent),
        entries=tuple(entries.values()),
        result=() if decision is None else _result(call, decision, entries),
        order_reason="" if decision is None else str(decision.facts.get("order_reason", "")),
        decided_on=call.decided_on,
        withdrawn=last(history, "withdraw") if call.state == CallState.WITHDRAWN else None,
        extended=tuple(entry for entry in history if entry.step == "extend"),
        history=tuple(entry for entry in history if entry.step in TOLD),
    )


# Between officers stay the draft and which scores were entered when.
TOLD = frozenset({"open", "extend", "close", "decide", "withdraw", "withhold", "restore"})


def _entry(proposal: Proposal) -> PublicEntry:
    is_open = proposal.comments_from is not None and not proposal.withheld
    return PublicEntry(
        number=proposal.number or "",
        title=proposal.title if is_open else proposal.number or "",
        public_author=proposal.public_author if is_open else "",
        state=str(proposal.state),
        is_open=is_open or (proposal.state in OPEN and not proposal.withheld),
    )


def _result(call: Call, decision: Entry, entries: dict[str, PublicEntry]) -> tuple[Placed, ...]:
    labels = {criterion["key"]: criterion["label"] for criterion in call.criteria}
    placed = [
        Placed(
            entry=entries.get(line["number"]) or _gone(line["number"]),
            total=None if line["total"] is None else Decimal(line["total"]),
            rank=line["rank"],
            is_level=bool(line["level"]),
            taken=bool(line["taken"]),
            scores=tuple(
                GivenScore(
                    labels.get(row["criterion"], row["criterion"]),
                    Decimal(row["points"]),
                    row["sentence"],
                )
                for row in line["scores"]
            ),
        )
        for line in decision.facts["entries"]
    ]
    last_rank = len(placed) + 1
    return tuple(
        sorted(placed, key=lambda one: (one.rank or last_rank, not one.taken, one.entry.number))
    )


def _gone(number: str) -> PublicEntry:
    # It left the call since, and goes its own way.
    return PublicEntry(number, number, "", "", is_open=False)
