"""The open data of the registry: every public record as plain JSON values. Art. 9(2)."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _

from pactregistry.civicnetwork.calls_record import COLUMNS as CALL_COLUMNS
from pactregistry.civicnetwork.calls_record import call_row, dump_calls
from pactregistry.civicnetwork.care_record import (
    CARE_COLUMNS,
    MODULE_COLUMNS,
    care_row,
    dump_care,
    dump_modules,
    module_row,
)
from pactregistry.civicnetwork.choices import COLUMNS, choice_row, dump_choices, no_shape
from pactregistry.civicnetwork.commons_record import COLUMNS as COMMONS_COLUMNS
from pactregistry.civicnetwork.commons_record import commons_row, dump_commons, own_shape
from pactregistry.civicnetwork.disputes_record import COLUMNS as DISPUTE_COLUMNS
from pactregistry.civicnetwork.disputes_record import (
    dispute_row,
    disputes_by_pact,
    dump_disputes,
)
from pactregistry.civicnetwork.evaluations_record import COLUMNS as EVALUATION_COLUMNS
from pactregistry.civicnetwork.evaluations_record import dump_evaluations, evaluation_row
from pactregistry.civicnetwork.funds_record import COLUMNS as FUNDS_COLUMNS
from pactregistry.civicnetwork.funds_record import dump_funds, funds_row
from pactregistry.civicnetwork.grants_record import COLUMNS as GRANT_COLUMNS
from pactregistry.civicnetwork.grants_record import dump_grants, grant_row
from pactregistry.civicnetwork.public import all_pacts, all_proposals
from pactregistry.civicnetwork.questions_record import COLUMNS as QUESTION_COLUMNS
from pactregistry.civicnetwork.questions_record import dump_questions, question_row
from pactregistry.civicnetwork.records import proposal_record
from pactregistry.civicnetwork.reports_record import COLUMNS as REPORT_COLUMNS
from pactregistry.civicnetwork.reports_record import (
    FIGURE_COLUMNS,
    dump_figures,
    dump_reports,
    figure_row,
    report_row,
)
from pactregistry.civicnetwork.schemas import PactSchema, ProposalSchema
from pactregistry.civicnetwork.supports_list import COLUMNS as SUPPORT_COLUMNS
from pactregistry.civicnetwork.supports_list import dump_supports, support_row
from pactregistry.civicnetwork.tables import (
    PACT_COLUMNS,
    PROPOSAL_COLUMNS,
    first_shape,
    pact_row,
    proposal_row,
)
from pactregistry.documents.tables import as_csv
from pactregistry.journal import histories
from pactregistry.pacts.models import Pact
from pactregistry.pacts.record import pact_record
from pactregistry.proposals.models import Proposal
from pactregistry.reports.evaluating.queries import evaluations_by_pact
from pactregistry.reports.evaluating.record import short_evaluation
from pactregistry.reports.reading.published import reports_by_pact
from pactregistry.reports.reading.record import short_record

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def pact_records(pacts: Sequence[Pact]) -> list[dict[str, Any]]:
    """Pacts as the contract tells them, their histories and reports read in few queries."""
    ids = [pact.id for pact in pacts]
    entries = histories("pact", ids)
    reports = reports_by_pact(ids)
    evaluations = evaluations_by_pact(ids)
    disputes = disputes_by_pact(ids)
    return [
        {
            **pact_record(pact, entries[pact.id]),
            "reports": [short_record(report) for report in reports[pact.id]],
            "evaluations": [short_evaluation(found) for found in evaluations[pact.id]],
            "disputes": disputes[pact.id],
        }
        for pact in pacts
    ]


def proposal_records(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """Proposals as the contract tells them, their histories read in one query."""
    entries = histories("proposal", [proposal.id for proposal in proposals])
    return [proposal_record(proposal, entries[proposal.id]) for proposal in proposals]


def dump_pacts(pacts: Sequence[Pact]) -> list[dict[str, Any]]:
    """Pacts as plain JSON values."""
    return [dict(record) for record in PactSchema(many=True).dump(pact_records(pacts))]


def dump_proposals(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """Proposals as plain JSON values."""
    return [dict(record) for record in ProposalSchema(many=True).dump(proposal_records(proposals))]


@dataclass(frozen=True)
class Dataset:
    """One kind of public record: how all are read, the lines of its table, where each one lies.

    A kind of record joins the downloads by one line of `DATASETS`.
    """

    label: Any
    dump: Callable[[], list[dict[str, Any]]]
    columns: Sequence[str]
    row: Callable[[Mapping[str, Any]], dict[str, Any]]
    shape: Callable[[Mapping[str, Any]], Any]


DATASETS: Mapping[str, Dataset] = {
    "pacts": Dataset(
        _("Published pacts"), lambda: dump_pacts(all_pacts()), PACT_COLUMNS, pact_row, first_shape
    ),
    "proposals": Dataset(
        _("Received proposals"),
        lambda: dump_proposals(all_proposals()),
        PROPOSAL_COLUMNS,
        proposal_row,
        first_shape,
    ),
    "commons": Dataset(_("List of commons"), dump_commons, COMMONS_COLUMNS, commons_row, own_shape),
    "calls": Dataset(_("Calls of the City"), dump_calls, CALL_COLUMNS, call_row, no_shape),
    "modules": Dataset(_("Modules"), dump_modules, MODULE_COLUMNS, module_row, no_shape),
    "care": Dataset(
        _("What was done without a pact"), dump_care, CARE_COLUMNS, care_row, own_shape
    ),
    "supports": Dataset(
        _("Support granted"), dump_supports, SUPPORT_COLUMNS, support_row, no_shape
    ),
    "funds": Dataset(_("Funds raised and spent"), dump_funds, FUNDS_COLUMNS, funds_row, no_shape),
    "grants": Dataset(_("Money of the City"), dump_grants, GRANT_COLUMNS, grant_row, no_shape),
    "reports": Dataset(_("Published reports"), dump_reports, REPORT_COLUMNS, report_row, no_shape),
    "indicators": Dataset(
        _("Figures of the reports"), dump_figures, FIGURE_COLUMNS, figure_row, no_shape
    ),
    "questions": Dataset(
        _("Questions to the City"), dump_questions, QUESTION_COLUMNS, question_row, no_shape
    ),
    "evaluations": Dataset(
        _("Evaluations"), dump_evaluations, EVALUATION_COLUMNS, evaluation_row, no_shape
    ),
    "disputes": Dataset(
        _("Disputes before a committee"), dump_disputes, DISPUTE_COLUMNS, dispute_row, no_shape
    ),
    "choices": Dataset(_("Participatory choices"), dump_choices, COLUMNS, choice_row, no_shape),
}
FORMS = {"csv": "text/csv", "json": "application/json", "geojson": "application/geo+json"}
FILES = tuple(f"{name}.{form}" for name in DATASETS for form in FORMS)


def data_file(name: str) -> tuple[str, str]:
    """The text and media type of one of `FILES`."""
    kind, _dot, form = name.partition(".")
    dataset = DATASETS[kind]
    records = dataset.dump()
    if form == "csv":
        return as_csv(dataset.columns, map(dataset.row, records)), FORMS[form]
    if form == "json":
        body: dict[str, Any] = {"licence": LICENCE, kind: records}
    else:
        features = [_feature(dataset, record) for record in records]
        body = {"type": "FeatureCollection", "licence": LICENCE, "features": features}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n", FORMS[form]


def _feature(dataset: Dataset, record: Mapping[str, Any]) -> dict[str, Any]:
    line = dataset.row(record)
    told = {name: line.get(name) for name in dataset.columns}
    return {"type": "Feature", "geometry": dataset.shape(record), "properties": told}
