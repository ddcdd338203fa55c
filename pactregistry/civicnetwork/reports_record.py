"""Published reports as open data: period, figures, sums, words. Art. 9(2), 30(3), 30(7)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from marshmallow import Schema, fields

from pactregistry.civicnetwork.schemas import Event, Indicator, Pack, Period
from pactregistry.journal import histories
from pactregistry.reports.models import Report
from pactregistry.reports.reading.published import all_reports
from pactregistry.reports.reading.record import report_record
from pactregistry.workflow.lifecycle import REPORT

COLUMNS = (
    "number",
    "pact",
    "title",
    "kind",
    "district",
    "period_from",
    "period_to",
    "state",
    "due_on",
    "submitted_on",
    "published_at",
    "measured",
    "spent",
    "photographs",
    "url",
)
FIGURE_COLUMNS = (
    "report",
    "pact",
    "kind",
    "district",
    "period_from",
    "period_to",
    "state",
    "code",
    "label",
    "value",
    "unit",
    "explanation",
    "url",
)


class Explained(Indicator):
    """A figure with what it counts and what it says."""

    label = fields.String()
    definition = fields.String()
    explanation = fields.String()


class Written(Schema):
    """One part of the text."""

    key = fields.String()
    title = fields.String()
    text = fields.String()


class CostSum(Schema):
    """What was spent on one kind of cost from one source; the amount is a decimal string."""

    category = fields.String()
    label = fields.String()
    paid_by = fields.String()
    amount = fields.Decimal(as_string=True)


class Picture(Schema):
    """A photograph that may be shown."""

    caption = fields.String()
    url = fields.String()


class ReportLinks(Schema):
    """Absolute addresses."""

    html = fields.String()
    json = fields.String()
    pdf = fields.String()


class ReportSchema(Schema):
    """A published report; `unexamined` is one that the City did not examine in its term."""

    number = fields.String()
    pact = fields.String()
    title = fields.String()
    kind = fields.String()
    district = fields.String()
    pack = fields.Nested(Pack)
    period = fields.Nested(Period)
    state = fields.String()
    due_on = fields.Date(allow_none=True)
    submitted_on = fields.Date(allow_none=True)
    published_at = fields.AwareDateTime(format="iso", allow_none=True)
    parts = fields.List(fields.Nested(Written))
    indicators = fields.List(fields.Nested(Explained))
    costs = fields.List(fields.Nested(CostSum))
    photographs = fields.List(fields.Nested(Picture))
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(ReportLinks)


class ReportPage(Schema):
    """A page of reports; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(ReportSchema))
    next = fields.Integer(allow_none=True)


def report_records(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Reports as the contract tells them, their histories read in one query."""
    entries = histories(REPORT.name, [report.id for report in reports])
    return [report_record(report, entries[report.id]) for report in reports]


def dump_reports(reports: Sequence[Report] | None = None) -> list[dict[str, Any]]:
    """Reports as plain JSON values, all of them unless some are named."""
    found = all_reports() if reports is None else reports
    return [dict(record) for record in ReportSchema(many=True).dump(report_records(found))]


def dump_figures() -> list[dict[str, Any]]:
    """The figures of all reports one by one, as plain JSON values, to be compared."""
    found = []
    for record in dump_reports():
        told = {name: record[name] for name in ("pact", "kind", "district", "period", "state")}
        about = {"report": record["number"], **told, "links": {"html": record["links"]["html"]}}
        found += [{**about, **figure} for figure in record["indicators"]]
    return found


def report_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `reports.csv` from a dumped record."""
    figures = [f"{one['code']}={one['value']} {one['unit']}" for one in record["indicators"]]
    spent = sum((Decimal(cost["amount"]) for cost in record["costs"]), Decimal(0))
    return {
        **figure_row(record),
        "measured": "; ".join(figures),
        "spent": str(spent),
        "photographs": len(record["photographs"]),
    }


def figure_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `indicators.csv` from a dumped figure."""
    period = record["period"]
    told = {"period_from": period["from"], "period_to": period["to"]}
    return {**record, **told, "url": record["links"]["html"]}
