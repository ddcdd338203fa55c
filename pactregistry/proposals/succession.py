"""What a regulation that enters into force makes of an open proposal. Art. 36(1).

The entering pack says it: open proposals stay under theirs, move on its day, or the author may
choose within a term. Terms that were announced stay as they were announced.
"""

from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import OPEN
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.procedure import OpenProposals


@dataclass(frozen=True)
class Entering:
    """A regulation that came into force while a file was open; until when the author may choose."""

    pack: Pack
    since: date
    until: date | None

    @property
    def moves(self) -> bool:
        """Whether open proposals go over by themselves."""
        return self.pack.transition.open_proposals is OpenProposals.MOVE

    @property
    def asks(self) -> bool:
        """Whether the author may still choose today."""
        return self.until is not None and settings().today() <= self.until


def entering(proposal: Proposal) -> Entering | None:
    """The regulation in force today, where an open file was sent under another one."""
    here = settings()
    entered = [later for later in here.city.successions if later.since <= here.today()]
    if not entered or proposal.state not in OPEN or not proposal.import_confirmed:
        return None
    present, pack = entered[-1], here.packs[entered[-1].pack]
    if proposal.pack_id not in here.packs or proposal.pack_id == pack.id:
        return None
    return Entering(pack, present.since, _until(pack, present.since))


def is_offered(proposal: Proposal) -> bool:
    """Whether the file may go on under the regulation in force."""
    found = entering(proposal)
    return found is not None and (found.moves or found.asks)


def _until(pack: Pack, since: date) -> date | None:
    transition = pack.transition
    if transition.open_proposals is not OpenProposals.ASK:
        return None
    term = settings().city.term(pack, transition.term)
    return last_day(since, term.value or 0, term.unit)
