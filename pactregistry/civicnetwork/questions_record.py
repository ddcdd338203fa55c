"""Questions of the public as open data: asked, answered, late. Art. 3(1)b, 9(2), 30(3)."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from pactregistry.civicnetwork.schemas import PageLink
from pactregistry.config import settings
from pactregistry.reports.oversight.queries_questions import all_public
from pactregistry.reports.oversight.waiting import Asked, all_asked

COLUMNS = (
    "id",
    "pact",
    "title",
    "district",
    "about",
    "report",
    "author",
    "text",
    "state",
    "asked_on",
    "answer_by",
    "answered_on",
    "days",
    "days_late",
    "answer",
    "url",
)


class QuestionSchema(Schema):
    """A question to the City; `days` it waited until its answer, or waits until today."""

    id = fields.Integer()
    pact = fields.String()
    title = fields.String()
    district = fields.String()
    about = fields.String()
    report = fields.String(allow_none=True)
    author = fields.String()
    text = fields.String()
    state = fields.String()
    asked_on = fields.Date()
    answer_by = fields.Date(allow_none=True)
    answered_on = fields.Date(allow_none=True)
    days = fields.Integer()
    days_late = fields.Integer()
    answer = fields.String(allow_none=True)
    links = fields.Nested(PageLink)


def dump_questions() -> list[dict[str, Any]]:
    """All public questions as plain JSON values."""
    records = [_record(row) for row in all_asked(all_public())]
    return [dict(record) for record in QuestionSchema(many=True).dump(records)]


def question_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `questions.csv` from a dumped record."""
    return {**record, "url": record["links"]["html"]}


def _record(row: Asked) -> dict[str, Any]:
    question = row.question
    pact = question.pact
    return {
        "id": question.id,
        "pact": pact.number,
        "title": pact.title,
        "district": pact.district,
        "about": question.about,
        "report": question.report.number if question.report else None,
        "author": question.public_author,
        "text": question.text,
        "state": question.state,
        "asked_on": question.asked_on,
        "answer_by": question.answer_by,
        "answered_on": question.answered_on,
        "days": row.days,
        "days_late": row.late,
        "answer": question.answer or None,
        "links": {"html": f"{settings().base_url}/questions/{question.id}"},
    }
