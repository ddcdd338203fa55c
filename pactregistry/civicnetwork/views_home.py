"""The first page: what this is, what is new, how to start. Art. 28."""

from flask import render_template

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.public import (
    Search,
    figures,
    find_pacts,
    find_proposals,
    pacts_in_force,
    proposals_in_course,
)
from pactregistry.civicnetwork.published import is_open, public_title
from pactregistry.civicnetwork.spots import pact_spot, proposal_spot
from pactregistry.commons.calls.queries import open_calls
from pactregistry.commons.picture import picture_of
from pactregistry.proposals.competing.reading import open_choices
from pactregistry.proposals.competing.result import result_of
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import OPEN

NEWEST = 3
ON_PICTURE = 60


@site.get("/")
def home() -> str:
    """Say what this is, what one may answer or vote on now, what is new, and the figures."""
    everything = Search("", {})
    counts = figures()
    ballots = [result_of(choice) for choice in open_choices(NEWEST)]
    cared_for, in_course = pacts_in_force(ON_PICTURE), proposals_in_course(ON_PICTURE)
    return render_template(
        "civicnetwork/home.html",
        pacts=find_pacts(everything, 1).items[:NEWEST],
        proposals=[_line(p) for p in find_proposals(everything, 1).items[:NEWEST]],
        picture=picture_of([*map(pact_spot, cared_for), *map(proposal_spot, in_course)]),
        calls=open_calls(NEWEST),
        choices=[ballot for ballot in ballots if ballot.may_vote_now],
        in_force=sum(n for state, n in counts["pacts"].items() if state != "ended"),
        all_pacts=sum(counts["pacts"].values()),
        open_proposals=sum(n for state, n in counts["proposals"].items() if state in OPEN),
        all_proposals=sum(counts["proposals"].values()),
    )


def _line(proposal: Proposal) -> tuple[Proposal, str, bool]:
    return proposal, public_title(proposal), is_open(proposal)
