"""States, roles and the kinds that the regulation defines. Art. 2, 4, 6, 11."""

from enum import StrEnum


class Role(StrEnum):
    """Who acts; `CLOCK` is time itself."""

    VISITOR = "visitor"
    CITIZEN = "citizen"
    LEAD = "lead"
    DESK = "desk"
    REVIEWER = "reviewer"
    DISTRICT = "district"
    MANAGER = "manager"
    EXECUTIVE = "executive"
    SECRETARY = "secretary"
    CONCILIATOR = "conciliator"
    ADMIN = "admin"
    CLOCK = "clock"


class ProposalState(StrEnum):
    """Where a proposal stands. Art. 10-11."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    INQUIRY = "inquiry"
    COMPETING = "competing"
    BEFORE_EXECUTIVE = "before_executive"
    WARNED = "warned"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    NOT_CHOSEN = "not_chosen"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class VersionState(StrEnum):
    """Where one version of a pact's text stands. Art. 5, 11(10)."""

    CODESIGN = "codesign"
    READY = "ready"
    SIGNED = "signed"
    ABANDONED = "abandoned"


class PactState(StrEnum):
    """Where a pact stands. Art. 5, 11(10), 11(11), 30(8)."""

    FORMING = "forming"
    SIGNED = "signed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNKNOWN = "unknown"


class ReportState(StrEnum):
    """Where a report stands. Art. 30."""

    DUE = "due"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    UNEXAMINED = "unexamined"


class CommonsState(StrEnum):
    """Where an entry of the inventory stands. Art. 2(1)a, 10(6), 16."""

    PROPOSED = "proposed"
    LISTED = "listed"
    UNDER_PACT = "under_pact"
    WITHDRAWN = "withdrawn"


class CallState(StrEnum):
    """Where a public call stands. Art. 11(1)a, 11(2)."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class ModuleState(StrEnum):
    """Where one version of a predefined module stands. Art. 11(3), 29(1)."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    RETIRED = "retired"


class ActivityState(StrEnum):
    """Where an activity under a predefined module stands. Art. 10(4), 12."""

    ANNOUNCED = "announced"
    AUTHORISED = "authorised"
    DONE = "done"
    CANCELLED = "cancelled"


class ChoiceState(StrEnum):
    """Where a participatory choice between competing proposals stands. Art. 10(7)."""

    CALLED = "called"
    OPEN = "open"
    COUNTED = "counted"
    CANCELLED = "cancelled"


class ChoiceKind(StrEnum):
    """How a participatory choice is made. Art. 10(7)."""

    ASSEMBLY = "assembly"
    BALLOT = "ballot"
    BOTH = "both"


class LoanState(StrEnum):
    """Where a free loan of things stands; whether it is overdue is computed. Art. 22."""

    AGREED = "agreed"
    LENT = "lent"
    RETURNED = "returned"
    LOST = "lost"
    CALLED_OFF = "called_off"


class BookingState(StrEnum):
    """The states of the use of a municipal space. Art. 21."""

    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"
    CALLED_OFF = "called_off"
    LAPSED = "lapsed"


class SessionState(StrEnum):
    """The states of a training session. Art. 18."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"


class Intensity(StrEnum):
    """The four levels of Art. 6(1)."""

    OCCASIONAL = "occasional"
    CONTINUOUS = "continuous"
    SHARED_MANAGEMENT = "shared_management"
    REGENERATION = "regeneration"


class CommonsKind(StrEnum):
    """The goods of Art. 2(1)a; space and building part ways in Art. 12-17."""

    PUBLIC_SPACE = "public_space"
    PRIVATE_SPACE = "private_space"
    BUILDING = "building"
    INTANGIBLE = "intangible"
    DIGITAL = "digital"


class OwnerKind(StrEnum):
    """Who owns a good; all but the City must consent to a pact. Art. 14(1), 16(4)."""

    CITY = "city"
    PUBLIC_BODY = "public_body"
    PRIVATE = "private"
    UNKNOWN = "unknown"


class Reserved(StrEnum):
    """For whom a share of the listed places is kept. Art. 7(4), 8(2)."""

    SOCIAL_INNOVATION = "social_innovation"
    CREATIVITY = "creativity"


class ProposerKind(StrEnum):
    """Who proposes: single, associated or gathered, even businesses. Art. 2(1)c, 4(2), 4(7), 19."""

    PERSON = "person"
    INFORMAL_GROUP = "informal_group"
    ASSOCIATION = "association"
    SCHOOL = "school"
    BUSINESS = "business"
    UNKNOWN = "unknown"  # imported only, until a person has confirmed the file


class Track(StrEnum):
    """The three ways of Art. 11(1)."""

    CALL = "a"
    MODULE = "b"
    SPONTANEOUS = "c"


class Verdict(StrEnum):
    """What an opinion says. Art. 11(6)."""

    FAVOURABLE = "favourable"
    CONDITIONS = "conditions"
    UNFAVOURABLE = "unfavourable"
    NOT_COMPETENT = "not_competent"


class SignatureKind(StrEnum):
    """How a signature was given. Art. 11(10)."""

    HERE = "here"
    UPLOAD = "upload"
    PAPER = "paper"


class Pace(StrEnum):
    """How much form a case needs: paperwork in proportion. Art. 3(1)f-h."""

    LIGHT = "light"
    FULL = "full"


def pace_of(intensity: Intensity, *, works: bool, money: bool, risk: bool) -> Pace:
    """Light for care without works, money or risk, else full. Art. 3(1)f-h, 6(1)."""
    care = intensity in {Intensity.OCCASIONAL, Intensity.CONTINUOUS}
    return Pace.LIGHT if care and not (works or money or risk) else Pace.FULL
