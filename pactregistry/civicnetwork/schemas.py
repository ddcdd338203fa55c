"""The published data contract of pacts and proposals, as marshmallow schemas."""

from marshmallow import Schema, fields

from pactregistry.civicnetwork.schemas_conditions import Cite, Condition, Heritage, OwnerConsent
from pactregistry.civicnetwork.schemas_disputes import DisputeLine
from pactregistry.civicnetwork.schemas_evaluations import EvaluationLine


class Pack(Schema):
    """The regulation under which a file was made."""

    id = fields.String()
    version = fields.String()


class Place(Schema):
    """A place, by its entry of the list where it has one; `geometry` is GeoJSON or null."""

    number = fields.String(allow_none=True)
    name = fields.String()
    kind = fields.String(allow_none=True)
    district = fields.String()
    geometry = fields.Dict(allow_none=True)


class Event(Schema):
    """One step of a history."""

    step = fields.String()
    occurred_on = fields.Date()
    recorded_at = fields.AwareDateTime(format="iso")
    by_role = fields.String()
    cites = fields.List(fields.Nested(Cite))


class Party(Schema):
    """A party by its public name."""

    side = fields.String()
    kind = fields.String()
    name = fields.String()
    role = fields.String()


class ApprovingAct(Schema):
    """The act by which the City approved an older pact."""

    number = fields.String(allow_none=True)
    date = fields.Date(allow_none=True)


class ProposalLink(Schema):
    """The proposal from which a pact came; no number where it was never in this registry."""

    number = fields.String(allow_none=True)
    submitted_on = fields.Date(allow_none=True)
    registry_number = fields.String(allow_none=True)


class Ended(Schema):
    """When and how a pact ended; of an imported one both may be unknown."""

    on = fields.Date(allow_none=True)
    how = fields.String()
    reason = fields.String(allow_none=True)


class Section(Schema):
    """One lettered section of a pact."""

    letter = fields.String()
    title = fields.String()
    text = fields.String()
    not_applicable = fields.Boolean()
    reason = fields.String(allow_none=True)


class SupportLine(Schema):
    """One line of what a support states, in the City's language."""

    label = fields.String()
    text = fields.String()


class Support(Schema):
    """One form of support; the ceiling is a decimal string."""

    kind = fields.String()
    description = fields.String()
    amount_ceiling = fields.Decimal(as_string=True, allow_none=True)
    currency = fields.String(allow_none=True)
    details = fields.List(fields.Nested(SupportLine))


class Document(Schema):
    """The public rendition of a version."""

    url = fields.String()
    sha256 = fields.String(allow_none=True)
    media_type = fields.String()


class Version(Schema):
    """One signed version; `purpose` says whether it is the first, an amendment or an extension.

    `signed_sha256` is the digest of the signed original.
    """

    version = fields.Integer()
    purpose = fields.String()
    signed_on = fields.Date(allow_none=True)
    document = fields.Nested(Document)
    signed_sha256 = fields.String(allow_none=True)


class Links(Schema):
    """Absolute addresses."""

    html = fields.String()
    json = fields.String()
    pdf = fields.String(allow_none=True)
    feed_entry = fields.String()


class Joined(Schema):
    """Who has joined since the signature: how many single persons, and which groups."""

    people = fields.Integer()
    groups = fields.List(fields.String())


class Period(Schema):
    """The first and the last day of a period."""

    # `from` is a word of the language, so the field is named apart from its key.
    begins = fields.Date(data_key="from", attribute="from")
    ends = fields.Date(data_key="to", attribute="to")


class Indicator(Schema):
    """One figure of a report; the value is a decimal string."""

    code = fields.String()
    value = fields.String()
    unit = fields.String()


class ReportLine(Schema):
    """A published report of a pact; the report's own record tells the rest."""

    number = fields.String()
    kind = fields.String()
    period = fields.Nested(Period)
    state = fields.String()
    published_at = fields.AwareDateTime(format="iso", allow_none=True)
    indicators = fields.List(fields.Nested(Indicator))


class PactSchema(Schema):
    """A published pact."""

    number = fields.String()
    title = fields.String()
    summary = fields.String()
    state = fields.String()
    pack = fields.Nested(Pack)
    track = fields.String(allow_none=True)
    intensity = fields.String(allow_none=True)
    kind = fields.String(allow_none=True)
    pact_kind = fields.String(allow_none=True)
    commons = fields.List(fields.Nested(Place))
    parties = fields.List(fields.Nested(Party))
    adherents = fields.Nested(Joined)
    proposal = fields.Nested(ProposalLink, allow_none=True)
    renews = fields.String(allow_none=True)
    registry_number = fields.String(allow_none=True)
    act = fields.Nested(ApprovingAct, allow_none=True)
    imported = fields.Boolean()
    signed_on = fields.Date(allow_none=True)
    published_at = fields.AwareDateTime(format="iso", allow_none=True)
    starts_on = fields.Date(allow_none=True)
    ends_on = fields.Date(allow_none=True)
    ended = fields.Nested(Ended, allow_none=True)
    sections = fields.List(fields.Nested(Section))
    conditions = fields.List(fields.Nested(Condition))
    heritage = fields.Nested(Heritage, allow_none=True)
    owner_consent = fields.Nested(OwnerConsent, allow_none=True)
    supports = fields.List(fields.Nested(Support))
    reports = fields.List(fields.Nested(ReportLine))
    evaluations = fields.List(fields.Nested(EvaluationLine))
    disputes = fields.List(fields.Nested(DisputeLine))
    versions = fields.List(fields.Nested(Version))
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(Links)


class Proposer(Schema):
    """Who proposes: the kind always, a name only where the author made it public."""

    kind = fields.String()
    name = fields.String(allow_none=True)


class Window(Schema):
    """The comment window; null before it is set."""

    # `from` is a word of the language, so the field is named apart from its key.
    begins = fields.Date(data_key="from", attribute="from", allow_none=True)
    until = fields.Date(allow_none=True)


class ClockSchema(Schema):
    """The inquiry's clock as it stands today; `due` is null until a term is announced."""

    state = fields.String()
    term_days = fields.Integer(allow_none=True)
    elapsed_days = fields.Integer()
    due = fields.Date(allow_none=True)
    late_days = fields.Integer()


class PageLink(Schema):
    """The page of a file."""

    html = fields.String()


class ProposalSchema(Schema):
    """A received proposal; title, summary and name are null until its sheet is public."""

    number = fields.String()
    title = fields.String(allow_none=True)
    summary = fields.String(allow_none=True)
    state = fields.String()
    pack = fields.Nested(Pack)
    track = fields.String()
    intensity = fields.String(allow_none=True)
    kind = fields.String(allow_none=True)
    pact_kind = fields.String(allow_none=True)
    commons = fields.List(fields.Nested(Place))
    proposer = fields.Nested(Proposer)
    submitted_on = fields.Date(allow_none=True)
    registry_number = fields.String(allow_none=True)
    comments = fields.Nested(Window)
    clock = fields.Nested(ClockSchema, allow_none=True)
    imported = fields.Boolean()
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(PageLink)
