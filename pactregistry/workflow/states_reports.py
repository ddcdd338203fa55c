"""States of what follows the signature: oversight, evaluation, years. Art. 24(5), 30, 35."""

from enum import StrEnum


class ReportKind(StrEnum):
    """What a report tells of: a period, the whole pact, an advance. Art. 24(5), 30(3)."""

    INTERIM = "interim"
    FINAL = "final"
    ADVANCE = "advance"


class CostVerdict(StrEnum):
    """What the office says of a cost that is asked back. Art. 24(6)."""

    OPEN = "open"
    ADMITTED = "admitted"
    REJECTED = "rejected"


class QuestionState(StrEnum):
    """Where a question of the public on a pact stands. Art. 3(1)b, 30(3)."""

    ASKED = "asked"
    ANSWERED = "answered"


class ProblemState(StrEnum):
    """Where a problem at a place under pact stands. Art. 3(1)b, 10(2)."""

    REPORTED = "reported"
    TAKEN_UP = "taken_up"
    SOLVED = "solved"
    SET_ASIDE = "set_aside"


class RatingState(StrEnum):
    """Where a rating of a place stands. Art. 30(8)."""

    GIVEN = "given"
    ANSWERED = "answered"


class YearlyState(StrEnum):
    """Where the City's report on a year stands. Art. 35."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Outcome(StrEnum):
    """What an evaluation comes to. Art. 30(8)."""

    CONFIRM = "confirm"
    MODIFY = "modify"
    END = "end"


class Sign(StrEnum):
    """Whether an effect of a collaboration is for the better. Art. 30(8)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Reach(StrEnum):
    """Whether an effect comes straight from what was done. Art. 30(8)."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Nature(StrEnum):
    """Whether an effect is a thing, or something like trust. Art. 30(8)."""

    TANGIBLE = "tangible"
    INTANGIBLE = "intangible"
