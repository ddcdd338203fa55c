"""A call as the data contract tells it: what is asked, how it was decided. Art. 9(2), 11(2), 16(3).

Until it closes the entries are a number alone; scores stand here once they were published.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields

from pactregistry.civicnetwork.schemas import Event, PageLink
from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.queries import all_calls
from pactregistry.config import settings
from pactregistry.journal import Entry, histories
from pactregistry.pacts.record import history_record
from pactregistry.proposals.answering.public_call import Placed, PublicCall, public_of
from pactregistry.proposals.answering.queries import entries_by_call
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import CALL

COLUMNS = (
    "number",
    "title",
    "summary",
    "state",
    "emergency",
    "theme",
    "district",
    "act",
    "opens_at",
    "closes_at",
    "places_offered",
    "least_total",
    "criteria",
    "commons",
    "entries",
    "taken",
    "decided_on",
    "url",
)


class QuestionSchema(Schema):
    """One question of the call's own."""

    key = fields.String()
    label = fields.String()
    required = fields.Boolean()


class CriterionSchema(Schema):
    """One criterion with its highest score."""

    key = fields.String()
    label = fields.String()
    highest = fields.Integer()


class TermSchema(Schema):
    """A term in days that the call sets for its entries."""

    key = fields.String()
    days = fields.Integer()


class ScoreSchema(Schema):
    """The points by one criterion, a decimal string, with their sentence."""

    criterion = fields.String()
    points = fields.String()
    sentence = fields.String()


class ResultSchema(Schema):
    """One entry in the decision; `rank` is shared where totals are equal."""

    proposal = fields.String()
    total = fields.String(allow_none=True)
    rank = fields.Integer(allow_none=True)
    taken = fields.Boolean()
    scores = fields.List(fields.Nested(ScoreSchema))


class CallSchema(Schema):
    """A call; `result` is empty until it is decided."""

    number = fields.String()
    title = fields.String()
    summary = fields.String()
    text = fields.String()
    state = fields.String()
    emergency = fields.Boolean()
    emergency_grounds = fields.String(allow_none=True)
    theme = fields.String()
    district = fields.String()
    act = fields.String(allow_none=True)
    opens_at = fields.AwareDateTime(format="iso", allow_none=True)
    closes_at = fields.AwareDateTime(format="iso", allow_none=True)
    questions = fields.List(fields.Nested(QuestionSchema))
    criteria = fields.List(fields.Nested(CriterionSchema))
    places_offered = fields.Integer(allow_none=True)
    least_total = fields.Integer(allow_none=True)
    terms = fields.List(fields.Nested(TermSchema))
    commons = fields.List(fields.String())
    entries = fields.Integer()
    result = fields.List(fields.Nested(ResultSchema))
    order_reason = fields.String(allow_none=True)
    decided_on = fields.Date(allow_none=True)
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(PageLink)


class CallPage(Schema):
    """A page of calls; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(CallSchema))
    next = fields.Integer(allow_none=True)


def call_records(calls: Sequence[Call]) -> list[dict[str, Any]]:
    """Calls as the contract tells them, their histories and entries read in one query each."""
    told = histories(CALL.name, [call.id for call in calls])
    sent = entries_by_call(calls)
    return [_record(call, told[call.id], sent[call.id]) for call in calls]


def dump_calls(calls: Sequence[Call] | None = None) -> list[dict[str, Any]]:
    """Calls as plain JSON values; all of them unless some are named."""
    records = call_records(all_calls() if calls is None else calls)
    return [dict(record) for record in CallSchema(many=True).dump(records)]


def call_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `calls.csv` from a call's dumped record."""
    return {
        **record,
        "criteria": "; ".join(f"{c['label']}={c['highest']}" for c in record["criteria"]),
        "commons": " ".join(record["commons"]),
        "taken": " ".join(line["proposal"] for line in record["result"] if line["taken"]),
        "url": record["links"]["html"],
    }


def _record(call: Call, entries: Sequence[Entry], sent: Sequence[Proposal]) -> dict[str, Any]:
    shown = public_of(call, entries, sent)
    plain = {name: getattr(shown, name) for name in COLUMNS if hasattr(shown, name)}
    return {
        **plain,
        "text": shown.text,
        "act": shown.act or None,
        "emergency_grounds": shown.emergency_grounds or None,
        "questions": shown.questions,
        "criteria": shown.criteria,
        "terms": [{"key": t.term.key, "days": t.term.value} for t in shown.terms if t.is_own],
        "commons": [one.number for one in shown.commons if one.number],
        "entries": shown.entry_count,
        "result": [_placed(one, shown) for one in shown.result],
        "order_reason": shown.order_reason or None,
        "history": [history_record(entry) for entry in shown.history],
        "links": {"html": f"{settings().base_url}/calls/{shown.number}"},
    }


def _placed(one: Placed, shown: PublicCall) -> dict[str, Any]:
    keys = {criterion["label"]: criterion["key"] for criterion in shown.criteria}
    return {
        "proposal": one.entry.number,
        "total": None if one.total is None else str(one.total),
        "rank": one.rank,
        "taken": one.taken,
        "scores": [
            {
                "criterion": keys.get(score.criterion, score.criterion),
                "points": str(score.points),
                "sentence": score.sentence,
            }
            for score in one.scores
        ],
    }
