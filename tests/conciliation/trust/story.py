"""All that can be told in a dispute, through its pages; every private word is marked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from pactregistry.conciliation.asking.actions import Third
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.joining.models import Adherent
from pactregistry.people.models import Account, Membership
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY
from tests.people.test_permissions import OFFICES
from tests.proposals.writing import picture

ALONE = f"{CANARY}-alone"  # for the committee, as long as nothing is proposed
STAGES = ("requested", "sitting", "proposed", "closed")
PACT = "2026-0001"


@dataclass
class Story:
    """The people of a dispute, and those who have no place in it."""

    table: Table
    outside: dict[str, Account]

    def tell(self, until: str) -> None:
        """Play the dispute up to a stage, from where it stands."""
        self.tell_on(*STAGES[: STAGES.index(until) + 1])

    def tell_on(self, *stages: str) -> None:
        """Play these stages more."""
        for stage in stages:
            PLAYS[stage](self)

    def write(self, who: Account, page: str, **form: Any) -> None:
        """Send a form below the dispute, which is taken."""
        self.table.takes(who, page, **form)


def people(table: Table, person: Callable[..., Account]) -> Story:
    """The cast; whoever has nothing to do with the dispute stands outside."""
    roles = (Role.REVIEWER, Role.DISTRICT, Role.EXECUTIVE, Role.ADMIN)
    outside = {
        role.value: person(f"Ufficio {role}", roles=[(role, OFFICES[role])]) for role in roles
    }
    outside["manager of another office"] = person("Altra", roles=[(Role.MANAGER, "green")])
    outside["desk of last year"] = person("Ieri", roles=[(Role.DESK, "commons")])
    outside["desk of last year"].holdings[0].until = date(2026, 3, 1)
    outside["citizen"] = table.stranger
    outside["replaced member"] = person("Gina Andata")
    outside["adherent"] = person("Ada Aderente")
    outside["member of the group"] = person("Mino Membro")
    outside["secretary of the group"] = person("Nina Dentro", roles=[(Role.SECRETARY, "")])
    outside["member of another committee"] = person("Olga Altrove")
    since, proposal = date(2026, 1, 1), table.scene.cast.proposal
    for name in ("member of the group", "secretary of the group"):
        row = Membership(group_id=proposal.group_id, account_id=outside[name].id, since=since)
        db.session.add(row)
    joined = Adherent(pact_id=table.pact.id, account_id=outside["adherent"].id, since=since)
    db.session.add(joined)
    db.session.commit()
    return Story(table, outside)


def paper(name: str) -> tuple[BytesIO, str]:
    """A picture to add, under a name of its own."""
    return picture()[0], f"{name}.png"


def _request(story: Story) -> None:
    table = story.table
    table.request_dispute()
    there = story.outside["member of another committee"]
    _name(story, table.lead, "citizens", there)
    story.write(there, "/seat", no_part="y")
    third = Third(f"Vico {CANARY}", table.neighbour.email, f"Via {CANARY} 3")
    table.request_dispute(Side.CITIZENS, third)
    story.write(table.lead, "/papers", papers=paper(CANARY))
    gone = story.outside["replaced member"]
    _name(story, table.lead, "citizens", gone)
    story.write(gone, "/seat", no_part="y")
    story.write(table.secretary, "/seats/citizens/replacement", reason=f"{CANARY} asked for it.")
    _name(story, table.lead, "citizens", table.first)
    _name(story, table.manager, "city", table.second)
    _name(story, table.neighbour, "joint", table.third)
    story.write(table.neighbour, "/messages", text=f"{CANARY} came by twice.")


def _name(story: Story, by: Account, chair: str, whom: Account) -> None:
    person = {"name": f"{whom.name} {CANARY}", "email": whom.email}
    story.write(by, f"/seats/{chair}/naming", **person)


def _sit(story: Story) -> None:
    table = story.table
    members = (table.first, table.second, table.third)
    for member in members:
        story.write(member, "/seat", no_part="y")
    story.write(table.secretary, "/convening")
    called = {"held_on": settings().today(), "at": "18:30", "place": f"Hall of {CANARY}"}
    story.write(table.secretary, "/sittings/new", **called)
    sitting = table.dispute.sittings[-1].id
    minutes = {"heard": ["citizens", "city"], "text": f"{CANARY} spoke.", "paper": paper(CANARY)}
    story.write(table.first, f"/sittings/{sitting}/minutes", **minutes)
    story.write(table.second, "/messages", text=f"Between us: {ALONE}.", to_committee="y")
    for revision in (0, 1):
        text = f"{ALONE} opens the tap. {revision}"
        story.write(table.first, "/draft", revision=revision, text=text, effect="amend")
        story.write(table.second, "/text", revision=revision + 1)
        if not revision:
            _vote(story, table.third, "no")
            story.write(table.third, "/taking-back")
    for member, voice in zip(members, ("yes", "yes", "no"), strict=True):
        _vote(story, member, voice)


def _vote(story: Story, member: Account, voice: str) -> None:
    digest = story.table.dispute.texts[-1].digest
    words = {"digest": digest, "voice": voice, "dissent": f"Only after {ALONE}."}
    story.write(member, "/vote", **words)


def _propose(story: Story) -> None:
    story.table.go(story.table.dispute.propose_by - timedelta(days=2))
    story.write(story.table.first, "/proposal")


def _close(story: Story) -> None:
    table = story.table
    story.write(table.neighbour, "/leaving", reason=f"{CANARY} moves away.")
    story.write(table.lead, "/acceptance", words=f"Thanks to {CANARY}.")
    told = {"side": "citizens", "letter": f"P.G. 12 {CANARY}"}
    assert table.post(table.desk, "/acceptance/paper", **told).status_code == 409
    story.write(table.manager, "/refusal", words=f"Not with {CANARY}.")


PLAYS = dict(zip(STAGES, (_request, _sit, _propose, _close), strict=True))
