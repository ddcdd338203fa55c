"""What suggests that places or their use change substantially: hints alone. Art. 11(9).

Whether a change is substantial is for the office to judge; these facts make it look.
"""

from flask_babel import gettext as _

from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import CommonsKind, Intensity, ProposalState

JUDGED = frozenset({ProposalState.SUBMITTED, ProposalState.INQUIRY})


def signs_of_change(proposal: Proposal) -> list[str]:
    """The facts of a file under judgement that speak for asking the executive, in plain words."""
    if proposal.substantial_change or proposal.state not in JUDGED:
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
