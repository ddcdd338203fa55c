"""An evaluation as the data contract tells it: plain values, nobody named. Art. 9(2), 30(8)."""

from typing import Any

from pactregistry.config import settings
from pactregistry.reports.evaluating.models import Evaluation


def short_evaluation(evaluation: Evaluation) -> dict[str, Any]:
    """An evaluation within the record of its pact."""
    return {
        "on": evaluation.occurred_on,
        "recorded_at": evaluation.recorded_at,
        "outcome": str(evaluation.outcome),
        "reasons": evaluation.reasons,
        "what_changes": evaluation.what_changes or None,
        "citizens": {
            "met_on": evaluation.met_on,
            "how": evaluation.taking_part or None,
            "view": evaluation.citizens_view or None,
        },
        "externalities": [
            {**effect, "value": effect["value"] or None, "unit": effect["unit"] or None}
            for effect in evaluation.externalities
        ],
    }


def evaluation_record(evaluation: Evaluation) -> dict[str, Any]:
    """An evaluation by itself; its pact should be loaded with it."""
    pact = evaluation.pact
    return {
        "id": evaluation.id,
        "pact": pact.number,
        "title": pact.title,
        **short_evaluation(evaluation),
        "links": {"html": f"{settings().base_url}/pacts/{pact.number}#evaluation"},
    }
