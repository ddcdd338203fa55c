"""Where walks through disputes begin: asked for, named, sitting, voting, proposed. Art. 33."""

from typing import Any

from tests.invariants.moves_disputes import SECRET, address
from tests.invariants.stages import (
    PACT,
    PROPOSAL,
    accept,
    agree_and_freeze,
    open_inquiry,
    send_proposal,
    sign,
)
from tests.invariants.town import Town

NUMBER = "2026-D-0001"
STAGES = (
    "in_force",
    "asked",
    "asked_by_third",
    "named",
    "sits",
    "sits",
    "votes",
    "votes",
    "proposed",
    "proposed_end",
)
ASKED = {"matter": "pact", "what_happened": f"The tap of {SECRET}", "what_is_asked": SECRET}


def play(town: Town) -> None:
    """Play these stages from an empty town and keep each."""
    town.keep("empty")
    town.begin("empty")
    send_proposal(town, "lina", group_id=town.group_id)
    open_inquiry(town, PROPOSAL)
    town.wait(30)
    accept(town, PROPOSAL)
    agree_and_freeze(town)
    for who in ("lina", "manager"):
        sign(town, who)
    town.wait(2)
    town.sweep()
    town.keep("in_force")
    town.begin("in_force")
    town.post("rita", f"/pacts/{PACT}/conciliation", **ASKED)
    town.keep("asked_by_third")
    town.begin("in_force")
    town.post("lina", f"/pacts/{PACT}/conciliation", **ASKED)
    town.keep("asked")
    town.begin("asked")
    name_all(town)
    town.keep("named")
    town.begin("named")
    convene(town)
    town.keep("sits")
    town.begin("sits")
    write(town, "end")
    propose(town)
    town.keep("proposed_end")
    town.begin("sits")
    write(town, "amend")
    town.keep("votes")
    town.begin("votes")
    propose(town)
    town.keep("proposed")


def step(town: Town, who: str, page: str, **form: Any) -> None:
    """Take a step in the dispute as it stands."""
    (dispute,) = town.snapshot()["dispute"]
    usual = {"version": dispute["version"], "occurred_on": town.today}
    town.post(who, f"/disputes/{NUMBER}/{page}", **usual | form)


def name_all(town: Town) -> None:
    """Each side names its member, both agree on the third."""
    named = (("lina", "citizens", "prima"), ("manager", "city", "secondo"))
    for who, chair, whom in (*named, ("manager", "joint", "terza")):
        person = {"name": f"{whom.title()} {SECRET}", "email": address(whom)}
        step(town, who, f"seats/{chair}/naming", **person)
    step(town, "lina", "third-member/agreement")


def convene(town: Town) -> None:
    """All three say yes and are convened."""
    for who in ("prima", "secondo", "terza"):
        step(town, who, "seat", no_part="y")
    step(town, "sira", "convening")


def write(town: Town, effect: str) -> None:
    """A text is before the vote, to change or end the pact; one member voted for it."""
    text = {"revision": 0, "text": f"{SECRET} opens the tap.", "effect": effect}
    step(town, "prima", "draft", **text)
    step(town, "secondo", "text", revision=1)
    vote(town, "prima")


def vote(town: Town, who: str) -> None:
    """Vote for the text that stands."""
    digest = town.snapshot()["dispute_text"][-1]["digest"]
    step(town, who, "vote", digest=digest, voice="yes", dissent=f"Only after {SECRET}.")


def propose(town: Town) -> None:
    """A second member votes for it, and it is proposed."""
    vote(town, "secondo")
    step(town, "terza", "proposal")
