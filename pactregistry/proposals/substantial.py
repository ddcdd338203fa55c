"""What suggests that places or their use change substantially: hints alone. Art. 11(9).

Whether a change is substantial is for the office to judge; these facts make it look.
"""

from collections.abc import Sequence

from flask_babel import gettext as _

from pactregistry.journal import Entry
from pactregistry.proposals.entries import resolution_of
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import CommonsKind, Intensity, ProposalState

JUDGED = frozenset({ProposalState.SUBMITTED, ProposalState.INQUIRY})


def signs_of_change(proposal: Proposal, entries: Sequence[Entry]) -> list[str]:
    """The facts that speak for asking the executive, in plain words; none once it was asked."""
    asked = proposal.substantial_change or resolution_of(entries)
    if asked or proposal.state not in JUDGED:
        return []
    building = proposal.commons_kind is CommonsKind.BUILDING
    signs = {
        _("works are planned on a building"): building and proposal.works,
        _("a building is to be managed for a purpose of its own"): building,
        _("works are planned on a protected place"): proposal.heritage_protected and proposal.works,
        _("a place is transformed by regeneration"): (
            proposal.intensity is Intensity.REGENERATION and not building
        ),
    }
    return [sign for sign, holds in signs.items() if holds]
