"""What the players do, in few words: each calls the action that a page would call."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import on_list
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.cast import Player
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.models import Pact
from pactregistry.people import actions_groups
from pactregistry.people.acting import Actor, today
from pactregistry.people.models import Group
from pactregistry.proposals import (
    actions_comments,
    actions_draft,
    actions_inquiry,
    actions_opinions,
    actions_submit,
)
from pactregistry.proposals.models import Comment, Opinion, Proposal
from pactregistry.proposals.sheet_text import text_digest
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import CommonsKind, Intensity, ProposerKind, Role, Verdict

OPINION_DAYS = 20  # announced with each request, as an officer would type it


def found_group(lead: Player, name: str, kind: ProposerKind, members: Sequence[str]) -> Group:
    """A group with its members, by name only."""
    group = actions_groups.open_group(lead.account, name=name, kind=kind, purpose="")
    for member in members:
        actions_groups.add_member(group, name=member, email="")
    return group


def author(player: Player, group: Group | None) -> Actor:
    """A player as author, alone or for a group."""
    return player.as_(Role.LEAD if group else Role.CITIZEN)


def place(name: str) -> dict[str, Any]:
    """A place of the city's list, as the form takes it."""
    found = next(place for place in settings().city.places if place.name == name)
    return {
        "place_name": found.name,
        "district": found.district,
        "longitude": found.longitude,
        "latitude": found.latitude,
    }


def listed(name: str) -> Commons:
    """An entry of the list of commons, by its name."""
    return next(commons for commons in on_list() if commons.name == name)


def pact_called(title: object) -> Pact:
    """A pact by its title; of one that was renewed under the same title, the first."""
    query = select(Pact).where(Pact.title == title).order_by(Pact.id).limit(1)
    return db.session.scalars(query).one()


def for_years(years: int, *, in_days: int) -> dict[str, Any]:
    """The time for which a pact is wished, counted from the day of the story."""
    first = last_day(settings().today(), in_days)
    return {"wished_from": first, "wished_until": last_day(first, years, Unit.YEARS)}


def begin(
    player: Player,
    values: Mapping[str, Any],
    *,
    group: Group | None = None,
    intensity: Intensity = Intensity.CONTINUOUS,
    burdens: frozenset[str] = frozenset(),
) -> Proposal:
    """A draft with what was typed; burdens are works, money and risk."""
    start = actions_draft.Start(
        intensity=intensity,
        proposer_kind=group.kind if group else ProposerKind.PERSON,
        works="works" in burdens,
        money="money" in burdens,
        risk="risk" in burdens,
    )
    draft = actions_draft.begin(author(player, group), start)
    typed = {"commons_kind": CommonsKind.PUBLIC_SPACE, **values}
    if group is not None:
        typed["group_id"] = group.id
    else:
        typed.setdefault("public_author", player.account.public_name)
    actions_draft.save(draft, draft.version, typed)
    return draft


def send(draft: Proposal, actor: Actor, registry_number: str = "") -> Proposal:
    """Send a draft."""
    actions_submit.submit(draft, actor, draft.version, registry_number)
    return draft


def open_inquiry(
    proposal: Proposal, desk: Player, offices: Sequence[str], *, substantial: bool = False
) -> None:
    """Open the inquiry with the city's own terms, the preview read."""
    city = settings().city
    inquiry = actions_inquiry.Inquiry(
        days=city.terms["inquiry"],
        offices=tuple(offices),
        district=True,
        opinion_days=OPINION_DAYS,
        comments_from=settings().today(),
        comment_days=city.terms["comments"],
        substantial_change=substantial,
        digest_read=text_digest(proposal),
    )
    actions_inquiry.open_inquiry(proposal, desk.actor, proposal.version, today(), inquiry)


def opine(proposal: Proposal, player: Player, verdict: Verdict, text: str) -> None:
    """Give the opinion that was asked of a player's office or district."""
    db.session.refresh(proposal)
    given = actions_opinions.Given(verdict, text)
    actions_opinions.give(_opinion_of(proposal, player.part.office), player.actor, given)


def comment(
    proposal: Proposal, player: Player, kind: str, text: str, parent: Comment | None = None
) -> Comment:
    """Write a comment or a reply."""
    words = actions_comments.Words(kind, text)
    return actions_comments.write_comment(proposal, player.account, words, parent)


def paper(name: str, content: bytes) -> Upload:
    """A PDF as it would have been taken in."""
    return Upload(name, "application/pdf", content, 1)


def _opinion_of(proposal: Proposal, office: str) -> Opinion:
    return next(o for o in proposal.opinions if o.office == office and o.given_on is None)
