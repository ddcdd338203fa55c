"""What an extension may change: the last day and what it rests on, no other word. Art. 5(2)b, m."""

from collections.abc import Iterable
from datetime import date

from pactregistry.pacts.models import PactVersion, Purpose
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.guards.pact import LASTS_LONGER
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role

# Section b speaks of the duration; these columns carry it and the acts on which it rests.
SECTIONS = frozenset("b")
TERMS = frozenset(
    {
        "ends_on",
        "long_term_grounds",
        "long_term_amount",
        "determination_number",
        "determination_date",
        "resolution",
    }
)
ONLY_DAYS = Obstacle(
    "only_days",
    cite("5(2)b", "5(2)m"),
    binds=True,
    message=N_("An extension changes the last day and nothing else."),
    remedy=N_("Give the extension up and open an amendment to change the text."),
    mender=Role.DESK,
)


def is_extension(version: PactVersion) -> bool:
    """Whether a version only lets the pact last longer."""
    return version.purpose is Purpose.EXTENSION


def writable(version: PactVersion, letter: str) -> bool:
    """Whether a section may be written in this version."""
    return not is_extension(version) or letter in SECTIONS


def refuse_beyond(version: PactVersion, touched: Iterable[str]) -> None:
    """Refuse to change in an extension what it does not extend.

    Raises:
        Unlawful: the version is an extension, and more than section b is touched.
    """
    if not all(writable(version, part) for part in touched):
        raise Unlawful(VERSION.name, "revise", (ONLY_DAYS,))


def refuse_no_extension(version: PactVersion, ends_on: date | None) -> None:
    """Refuse a last day that is not later than the one of the text in force.

    Raises:
        Unlawful: with this day the version would extend nothing.
    """
    agreed = version.pact.ends_on
    if ends_on is None or agreed is None or ends_on <= agreed:
        guard = LASTS_LONGER
        found = Obstacle(
            guard.name,
            guard.cites,
            binds=True,
            message=guard.message,
            remedy=guard.remedy,
            mender=guard.mender,
        )
        raise Unlawful(VERSION.name, "revise", (found,))
