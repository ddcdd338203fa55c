"""The published data contract of what a pact states beside its sections. Art. 5(3), 13-17."""

from marshmallow import Schema, fields


class Cite(Schema):
    """A citation; `article` is a number for the statute, else a key."""

    source = fields.String()
    article = fields.Raw()
    paragraph = fields.Integer(allow_none=True)
    letter = fields.String(allow_none=True)


class ConditionLine(Schema):
    """One line of what a pact states beside its sections, in the binding language."""

    label = fields.String()
    text = fields.String()


class OwnersShare(Schema):
    """Properties or shops that stand together; `percent` is a decimal string for reading."""

    basis = fields.String()
    total = fields.Integer()
    represented = fields.Integer()
    percent = fields.String()
    reaches_aim = fields.Boolean()
    opens_preemption = fields.Boolean()


class Condition(Schema):
    """One group of conditions; `share` only where owners or shops were counted."""

    key = fields.String()
    title = fields.String()
    cites = fields.List(fields.Nested(Cite))
    lines = fields.List(fields.Nested(ConditionLine))
    share = fields.Nested(OwnersShare, allow_none=True)


class Heritage(Schema):
    """The heritage authority's approval of works; `outcome` is approved or denied."""

    asked_on = fields.Date(allow_none=True)
    answered_on = fields.Date(allow_none=True)
    outcome = fields.String(allow_none=True)
    act = fields.String(allow_none=True)


class OwnerConsent(Schema):
    """The consent of another owner, without a name; `act` is the City's in its place."""

    owner_changed_on = fields.Date(allow_none=True)
    given_on = fields.Date(allow_none=True)
    act = fields.String(allow_none=True)
    awaited = fields.Boolean()
