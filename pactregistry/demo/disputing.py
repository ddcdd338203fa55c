"""What parties, members and secretary do in a dispute, as the pages of Art. 33 do it."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import timedelta

from pactregistry.conciliation.access import Place, place_in
from pactregistry.conciliation.asking.actions import NOBODY, Asking, Third, add_papers, request
from pactregistry.conciliation.closing import actions as answering
from pactregistry.conciliation.closing.actions import Reply
from pactregistry.conciliation.committee import actions_naming as naming
from pactregistry.conciliation.committee import actions_seat as seating
from pactregistry.conciliation.committee.actions_naming import Named, Word
from pactregistry.conciliation.deliberating import (
    actions_messages,
    actions_proposal,
    actions_sittings,
    actions_text,
    actions_vote,
)
from pactregistry.conciliation.deliberating.actions_sittings import Called, Minuted
from pactregistry.conciliation.deliberating.actions_text import Drafted
from pactregistry.conciliation.deliberating.actions_vote import Voice
from pactregistry.conciliation.deliberating.texts import before_vote, draft_of
from pactregistry.conciliation.models import Dispute, Sitting
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.stage import Moment, at
from pactregistry.documents.actions import keep
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, today
from pactregistry.people.proof import BY_ADDRESS
from pactregistry.workflow.states_disputes import Chair, Effect, Matter, Side

MEMBERS = {Chair.CITIZENS: "ada", Chair.CITY: "elio", Chair.JOINT: "mina"}


@dataclass(frozen=True)
class Quarrel:
    """What somebody brings before the committee: about what, what happened, what is asked."""

    matter: Matter
    happened: str
    asked: str


@dataclass(frozen=True)
class Table:
    """A dispute with who speaks for its parties; the third party is a player too."""

    cast: Cast
    dispute: Dispute
    citizens: Actor
    third: Player | None = None

    def voice(self, side: Side) -> Actor:
        """Who speaks for a party."""
        if side is Side.CITY:
            return self.cast["manager"].actor
        if side is Side.THIRD and self.third is not None:
            return self.third.actor
        return self.citizens

    def at_table(self, player: Player) -> tuple[Actor, Place]:
        """A member or the secretary, with the place that the room gives them."""
        place = place_in(self.dispute, player.account)
        return player.as_(next(iter(place.roles))), place


def ask(
    cast: Cast,
    pact: Pact,
    side: Side,
    quarrel: Quarrel,
    citizens: Actor,
    *,
    third: Player | None = None,
    paper: Upload | None = None,
) -> Table:
    """Ask for conciliation for one side; a third party asks itself or is named."""
    person = third.account if third else None
    named = Third(person.name, person.email, account_id=person.id) if person else NOBODY
    papers = (keep(paper),) if paper else ()
    asking = Asking(side, quarrel.matter, quarrel.happened, quarrel.asked, named, papers)
    actors = {Side.CITIZENS: citizens, Side.CITY: cast["manager"].actor}
    actor = actors.get(side) or (third or cast["desk"]).actor
    return Table(cast, request(pact, actor, asking), citizens, third)


def bring(table: Table, side: Side, paper: Upload) -> None:
    """Add a paper to the room for one party."""
    add_papers(table.dispute, table.voice(side), side, (keep(paper),))


def name(table: Table, side: Side, chair: Chair, player: Player) -> None:
    """Name somebody for a seat."""
    named = Named(chair, player.account.name, player.account.email)
    naming.designate(table.dispute, side, _word(table, side), named)


def agree(table: Table, side: Side) -> None:
    """Agree to the third member whom the other side put forward."""
    naming.agree(table.dispute, side, _word(table, side))


def object_to(table: Table, side: Side, reason: str) -> None:
    """Object to the third member whom the other side put forward."""
    naming.object_to(table.dispute, side, _word(table, side, reason))


def say_yes(table: Table, player: Player) -> None:
    """Take the seat for which a player is named."""
    actor, place = table.at_table(player)
    if place.member is not None:
        seating.take_seat(place.member, actor, player.account, table.dispute.version)


def say_no(table: Table, player: Player, reason: str) -> None:
    """Decline the seat for which a player is named."""
    actor, place = table.at_table(player)
    if place.member is not None:
        seating.leave_seat(place.member, actor, player.account, table.dispute.version, reason)


def convene(table: Table) -> None:
    """Let the secretary convene the committee."""
    secretary = table.cast["secretary"]
    dispute = table.dispute
    seating.convene(dispute, table.at_table(secretary)[0], secretary.account, dispute.version)


def formed(table: Table, day: int) -> Generator[Moment, None, None]:
    """Each side names its member, the third is agreed on or named; in three days they sit."""
    cast = table.cast
    yield at(day, 10)
    name(table, Side.CITIZENS, Chair.CITIZENS, cast[MEMBERS[Chair.CITIZENS]])
    name(table, Side.CITY, Chair.CITY, cast[MEMBERS[Chair.CITY]])
    third = Side.CITY if table.third is None else Side.THIRD
    name(table, third, Chair.JOINT, cast[MEMBERS[Chair.JOINT]])
    yield at(day + 1, 19)
    if table.third is None:
        agree(table, Side.CITIZENS)
    yield at(day + 2, 18)
    for key in MEMBERS.values():
        say_yes(table, cast[key])
    yield at(day + 3, 9)
    convene(table)


def call(table: Table, in_days: int, place: str) -> Sitting:
    """Call a sitting for six in the evening of a later day."""
    by = table.at_table(table.cast["secretary"])
    called = Called(settings().today() + timedelta(days=in_days), "18:00", place)
    return actions_sittings.call_sitting(table.dispute, by, table.dispute.version, today(), called)


def tell(
    table: Table, sitting: Sitting, text: str, heard: frozenset[Side], paper: Upload | None = None
) -> None:
    """Write the minutes of a sitting, with their signed paper where there is one."""
    by = table.at_table(table.cast["secretary"])
    minuted = Minuted(text, heard, keep(paper) if paper else None)
    actions_sittings.record_minutes(sitting, by, table.dispute.version, today(), minuted)


def say(table: Table, player: Player, text: str, *, alone: bool = False) -> None:
    """Write a message in the room, to all or to the committee alone."""
    place = place_in(table.dispute, player.account)
    actions_messages.write(table.dispute, player.account, place, text, alone=alone)


def draft(table: Table, player: Player, text: str, effect: Effect = Effect.NOTHING) -> None:
    """Write the committee's draft anew."""
    drafted = Drafted(draft_of(table.dispute).revision, text, effect)
    actions_text.save_draft(table.dispute, table.at_table(player), drafted)


def to_vote(table: Table, player: Player) -> None:
    """Put the draft to the vote."""
    dispute = table.dispute
    by, revision = table.at_table(player), draft_of(dispute).revision
    actions_text.put_to_vote(dispute, by, dispute.version, revision)


def vote(table: Table, player: Player, dissent: str = "") -> None:
    """Vote for the text, or against it with the words of a dissent."""
    dispute = table.dispute
    text = before_vote(dispute)
    digest = text.digest if text is not None else ""
    at = settings().now()
    voice = Voice(dispute.version, digest, not dissent, dissent, BY_ADDRESS, at)
    actions_vote.vote(dispute, table.at_table(player), voice)


def propose(table: Table, text: str, effect: Effect = Effect.NOTHING, dissent: str = "") -> None:
    """Write a text, vote on it and make it the proposal, all in one evening."""
    ada, elio, mina = (table.cast[key] for key in MEMBERS.values())
    draft(table, mina, text, effect)
    to_vote(table, mina)
    vote(table, ada)
    vote(table, elio, dissent)
    vote(table, mina)
    actions_proposal.propose(table.dispute, table.at_table(mina), table.dispute.version)


def end_without(table: Table, reason: str) -> None:
    """Let the secretary end an attempt whose committee proposes nothing."""
    secretary, dispute = table.cast["secretary"], table.dispute
    actor, _place = table.at_table(secretary)
    answering.close_without_proposal(dispute, actor, secretary.account, dispute.version, reason)


def answer(table: Table, side: Side, words: str, *, accepts: bool) -> None:
    """Accept or decline the proposal for one party."""
    db.session.refresh(table.dispute)
    give = answering.accept if accepts else answering.decline
    reply = Reply(side, words)
    give(table.dispute, table.voice(side), table.dispute.version, today(), reply)


def _word(table: Table, side: Side, reason: str = "") -> Word:
    return Word(table.voice(side), table.dispute.version, today(), reason)
