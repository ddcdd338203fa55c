"""Participatory choices as open data: days, votes, result, and where the papers lie. Art. 10(7)."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields

from pactregistry.config import settings
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.competing.reading import all_choices
from pactregistry.proposals.competing.result import Shown, result_of

COLUMNS = (
    "number",
    "state",
    "kind",
    "competition",
    "called_on",
    "opens_on",
    "closes_on",
    "assembly_on",
    "counted_on",
    "present",
    "ballots",
    "votes",
    "blank",
    "invalid",
    "chosen",
    "papers_sha256",
    "url",
)


class OptionSchema(Schema):
    """One proposal to choose and its votes; null until they are counted."""

    proposal = fields.String()
    assembly_votes = fields.Integer(allow_none=True)
    ballot_votes = fields.Integer(allow_none=True)
    votes = fields.Integer(allow_none=True)
    left_on = fields.Date(allow_none=True)


class ChoiceLinks(Schema):
    """Absolute addresses; `papers` is the table of the ballot papers, once they are counted."""

    html = fields.String()
    papers = fields.String(allow_none=True)


class ChoiceSchema(Schema):
    """A participatory choice; `chosen` is null before the count and in a tie."""

    number = fields.String()
    state = fields.String()
    kind = fields.String()
    competition = fields.String()
    called_on = fields.Date()
    opens_on = fields.Date(allow_none=True)
    closes_on = fields.Date(allow_none=True)
    assembly_on = fields.Date(allow_none=True)
    counted_on = fields.Date(allow_none=True)
    present = fields.Integer(allow_none=True)
    ballots = fields.Integer(allow_none=True)
    blank = fields.Integer(allow_none=True)
    invalid = fields.Integer(allow_none=True)
    options = fields.List(fields.Nested(OptionSchema))
    chosen = fields.String(allow_none=True)
    papers_sha256 = fields.String(allow_none=True)
    links = fields.Nested(ChoiceLinks)


class ChoicePage(Schema):
    """A page of choices; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(ChoiceSchema))
    next = fields.Integer(allow_none=True)


def choice_records(choices: Sequence[Choice]) -> list[dict[str, Any]]:
    """Choices as the contract tells them."""
    return [_record(choice) for choice in choices]


def dump_choices() -> list[dict[str, Any]]:
    """All choices as plain JSON values."""
    return [dict(one) for one in ChoiceSchema(many=True).dump(choice_records(all_choices()))]


def choice_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `choices.csv` from a choice's dumped record."""
    votes = [f"{one['proposal']}={one['votes']}" for one in record["options"]]
    counted = record["counted_on"] is not None
    return {
        **record,
        "votes": "; ".join(votes) if counted else "",
        "url": record["links"]["html"],
    }


def no_shape(_record: Mapping[str, Any]) -> None:
    """A choice has no place of its own: its proposals have."""


def _record(choice: Choice) -> dict[str, Any]:
    shown = result_of(choice)
    page = f"{settings().base_url}/choices/{choice.number}"
    chosen = next((option.number for option in shown.options if option.is_chosen), None)
    return {
        "number": choice.number,
        "state": shown.head.state,
        "kind": choice.kind,
        "competition": shown.competition,
        "called_on": choice.called_on,
        "opens_on": choice.opens_on,
        "closes_on": choice.closes_on,
        "assembly_on": choice.assembly_on,
        "counted_on": choice.counted_on,
        "present": shown.present,
        "ballots": shown.ballots,
        "blank": shown.blank if shown.is_counted else None,
        "invalid": shown.invalid if shown.is_counted else None,
        "options": [_option(option, counted=shown.is_counted) for option in shown.options],
        "chosen": chosen,
        "papers_sha256": choice.papers_sha256 or None,
        "links": {"html": page, "papers": f"{page}/papers.csv" if choice.papers_sha256 else None},
    }


def _option(option: Shown, *, counted: bool) -> dict[str, Any]:
    return {
        "proposal": option.number,
        "assembly_votes": option.assembly,
        "ballot_votes": option.ballot,
        "votes": option.votes if counted else None,
        "left_on": option.left_on,
    }
