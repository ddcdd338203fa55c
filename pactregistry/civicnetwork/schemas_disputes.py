"""The published data contract of disputes: days and outcome, never the content. Art. 9(2), 33."""

from marshmallow import Schema, fields


class DisputeLine(Schema):
    """One dispute whose committee sat.

    `effect` is what a settlement means for the pact: nothing, amend or end; null while it is not
    settled. `days_late` counts those past the thirty: of the proposal, or of the wait for it.
    """

    number = fields.String()
    state = fields.String()
    requested_on = fields.Date()
    convened_on = fields.Date()
    propose_by = fields.Date()
    proposed_on = fields.Date(allow_none=True)
    answer_by = fields.Date(allow_none=True)
    closed_on = fields.Date(allow_none=True)
    days_to_proposal = fields.Integer(allow_none=True)
    days_to_end = fields.Integer(allow_none=True)
    days_late = fields.Integer()
    effect = fields.String(allow_none=True)
