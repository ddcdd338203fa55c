"""The published data contract of disputes: days and outcome, never the content. Art. 9(2), 33."""

from typing import Any

from marshmallow import Schema, fields

from pactregistry.workflow.states_disputes import DisputeState, Effect

# Nothing is told of a dispute that waits for its committee.
STATES = [state.value for state in DisputeState if state is not DisputeState.REQUESTED]
EFFECTS = [*(effect.value for effect in Effect), None]


def _meaning(sentence: str, **more: Any) -> dict[str, Any]:
    return {"description": sentence, **more}


class DisputeLine(Schema):
    """One dispute whose committee sat; the days in it are civil days of the city."""

    number = fields.String()
    state = fields.String(metadata=_meaning("Where the attempt stands.", enum=STATES))
    requested_on = fields.Date(metadata=_meaning("From this day the term for the proposal counts."))
    convened_on = fields.Date()
    propose_by = fields.Date(metadata=_meaning("The last day of the term for the proposal."))
    proposed_on = fields.Date(
        allow_none=True, metadata=_meaning("When the committee made its proposal; null for none.")
    )
    answer_by = fields.Date(
        allow_none=True, metadata=_meaning("The last day for the parties' answers.")
    )
    closed_on = fields.Date(allow_none=True, metadata=_meaning("When it ended; null while open."))
    days_to_proposal = fields.Integer(allow_none=True)
    days_to_end = fields.Integer(allow_none=True)
    days_late = fields.Integer(
        metadata=_meaning("Days past the term: of the proposal, or of the wait for it.")
    )
    effect = fields.String(
        allow_none=True,
        metadata=_meaning(
            "What a settlement means for the pact; null unless settled.", enum=EFFECTS
        ),
    )
