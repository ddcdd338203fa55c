"""Steps and acts as if their guards had been asked, for files made straight through the journal."""

from pactregistry.config import settings
from pactregistry.journal import Act
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import PACT, PROPOSAL, VERSION
from pactregistry.workflow.states import Role

CANARY = "canary-7f3a"


def lawful(machine: str, name: str, source: str | None, to: str, by: Role) -> Step:
    """A step as if its guards had been asked."""
    table = {"proposal": PROPOSAL, "pact": PACT, "version": VERSION}[machine]
    row = table.rows[name]
    return Step(machine, name, source, to, by, row.cites, row.publishes, row.withholds, ())


def act(reason: str = "", **private: object) -> Act:
    here = settings()
    return Act(None, here.today(), here.now(), reason=reason, private=private)
