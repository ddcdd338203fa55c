"""What the parties settled before a conciliation committee begins in the pact. Art. 33(2), 5(2)m.

The text is then written, agreed and signed as ever; an end is the managing officer's act.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from pactregistry import journal
from pactregistry.journal import Act
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.models import Pact, PactVersion, Purpose
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.versions.actions_asking import Wish, close
from pactregistry.pacts.versions.models import AGREED, standing_request
from pactregistry.pacts.versions.opening import open_text, tell
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState, Role

AMENDING, ENDING = "amend_by_settlement", "agree_to_end"


@dataclass(frozen=True)
class Settled:
    """Where a dispute was settled and when; `reason` is public and holds nothing of its content."""

    number: str
    reason: str
    day: date
    at: datetime

    def as_act(self, **facts: object) -> Act:
        """The journal's record: nobody acts alone where all accepted."""
        told = {"dispute": self.number, **facts}
        return Act(None, self.day, self.at, reason=self.reason, facts=told)


def against(pact: Pact, step: str) -> tuple[Obstacle, ...]:
    """What stands against taking a settlement up in its pact now."""
    facts = pact_facts(pact, signed_version(pact))
    return PACT.obstacles(step, PactState(pact.state), Role.CLOCK, facts)


def open_amendment(pact: Pact, settled: Settled, told: Collection[Addressee]) -> PactVersion:
    """Open the amendment that all parties want; does not commit.

    Those in `told` read of it in the mail of the settlement.

    Raises:
        Unlawful: the pact is over, its text is not known here, or a version of it is open already.
    """
    facts = pact_facts(pact, signed_version(pact))
    step = PACT.take("amend_by_settlement", PactState(pact.state), Role.CLOCK, facts)
    version = open_text(
        pact,
        Wish(Purpose.AMENDMENT, settled.reason),
        lambda found: VERSION.take("open_by_settlement", None, Role.CLOCK, found),
        lambda opened: settled.as_act(version=opened.ordinal),
    )
    journal.record(pact, step, settled.as_act(version=version.ordinal))
    request = standing_request(pact, Purpose.AMENDMENT)
    if request is not None:
        close(request, None, AGREED, "")
    tell(pact, version, but=told)
    return version


def agree_to_end(pact: Pact, settled: Settled) -> None:
    """Note that all parties want the pact to end: the City's act follows; does not commit.

    Raises:
        Unlawful: the pact is over.
    """
    facts = pact_facts(pact, signed_version(pact))
    step = PACT.take("agree_to_end", PactState(pact.state), Role.CLOCK, facts)
    journal.record(pact, step, settled.as_act())
