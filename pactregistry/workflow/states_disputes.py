"""States, sides and chairs of a dispute before its committee. Art. 33."""

from enum import StrEnum


class DisputeState(StrEnum):
    """Where an attempt at conciliation stands. Art. 33."""

    REQUESTED = "requested"
    SITTING = "sitting"
    PROPOSED = "proposed"
    SETTLED = "settled"
    UNSETTLED = "unsettled"
    WITHDRAWN = "withdrawn"


class Side(StrEnum):
    """A party to a dispute: the two sides of the pact, or somebody whom it touches. Art. 33(1)."""

    CITIZENS = "citizens"
    CITY = "city"
    THIRD = "third"


class Chair(StrEnum):
    """A seat in the committee: each side's, and the joint or third party's one. Art. 33(1)."""

    CITIZENS = "citizens"
    CITY = "city"
    JOINT = "joint"


class Matter(StrEnum):
    """What a dispute is about. Art. 33(1)."""

    PACT = "pact"
    DECISION = "decision"
    DAMAGE = "damage"


class Effect(StrEnum):
    """What a settlement does to the pact. Art. 5(2)m, 33(2)."""

    NOTHING = "nothing"
    AMEND = "amend"
    END = "end"
