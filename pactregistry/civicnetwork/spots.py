"""Files as spots on the picture of the city. Art. 3(1)b, 28(2)."""

from flask_babel import gettext as _

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.picture import Spot
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal


def pact_spot(pact: Pact) -> Spot:
    """A public pact."""
    url = f"/pacts/{pact.number}"
    return Spot(pact.place_name, pact.longitude, pact.latitude, url, _("Pact"), pact.title)


def proposal_spot(proposal: Proposal) -> Spot:
    """A proposal whose sheet is public."""
    url = f"/proposals/{proposal.number}"
    return Spot(
        proposal.place_name,
        proposal.longitude,
        proposal.latitude,
        url,
        _("Proposal"),
        proposal.title,
    )


def commons_spot(commons: Commons) -> Spot:
    """A listed commons: the place itself, with its shape."""
    url = f"/commons/{commons.number}"
    longitude, latitude = commons.longitude, commons.latitude
    return Spot(commons.name, longitude, latitude, url, shape=commons.geometry)
