"""The published data contract of evaluations. Art. 9(2), 30(8)."""

from marshmallow import Schema, fields


class Externality(Schema):
    """One effect: positive or negative, direct or indirect, tangible or intangible.

    The value is a decimal string in a unit of the regulation's pack; both are null where nothing
    was measured.
    """

    text = fields.String()
    sign = fields.String()
    reach = fields.String()
    nature = fields.String()
    value = fields.String(allow_none=True)
    unit = fields.String(allow_none=True)


class TakingPart(Schema):
    """How the citizens took part in an evaluation, and how they see the collaboration."""

    met_on = fields.Date(allow_none=True)
    how = fields.String(allow_none=True)
    view = fields.String(allow_none=True)


class EvaluationLine(Schema):
    """One evaluation of a pact; `outcome` is confirm, modify or end."""

    on = fields.Date()
    recorded_at = fields.AwareDateTime(format="iso")
    outcome = fields.String()
    reasons = fields.String()
    what_changes = fields.String(allow_none=True)
    citizens = fields.Nested(TakingPart)
    externalities = fields.List(fields.Nested(Externality))
