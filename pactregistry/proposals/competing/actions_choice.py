"""A participatory choice is announced, opened on its day, or called off. Art. 10(7), 3(1)b."""

from dataclasses import asdict, dataclass
from datetime import date
from json import dumps, loads

from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.journal import Act, Entry, history, next_number, record
from pactregistry.people.acting import Actor, Day, act, check_day
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.facts import (
    choice_facts,
    days_follow,
    is_running,
    notice_short,
)
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.competing.models_choice import Choice, ChoiceOption
from pactregistry.proposals.facts import is_proposer
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.workflow.facts import ChoiceFacts
from pactregistry.workflow.lifecycle import CHOICE
from pactregistry.workflow.states import ChoiceKind, ChoiceState, Role


@dataclass(frozen=True)
class Notice:
    """What is announced: how, when, where, and which community is meant."""

    kind: ChoiceKind
    opens_on: date | None
    closes_on: date | None
    assembly_on: date | None
    assembly_place: str = ""
    community: str = ""


def call(found: Competition, actor: Actor, day: Day, notice: Notice) -> Choice:
    """Announce a choice; the texts are kept as they stand, so that all choose between the same."""
    # Who calls a second choice at the same moment waits here, and then sees the first.
    lock(found)
    competing = reading.still_competing(found)
    latest = next(iter(reading.choices_of(found)), None)
    choice = _announced(notice, day)
    facts = ChoiceFacts(
        rivals=len(competing),
        choice_running=is_running(latest),
        opens_later=days_follow(choice, day.occurred_on),
        notice_days=settings().city.competing.notice_days,
        notice_short=notice_short(choice, day.occurred_on),
        actor_is_proposer=any(is_proposer(p, actor.account_id) for p in competing),
    )
    check_day(CHOICE, "call", None, actor, facts, (day, ()))
    step = CHOICE.take("call", None, actor.role, facts)
    choice.number = next_number("V", settings().today().year)
    choice.competition = found
    choice.options = [
        # As the public read it on that day: a later correction does not change what was chosen.
        ChoiceOption(
            proposal=proposal,
            position=position,
            text=loads(dumps(asdict(sheet_text(proposal)), default=str)),
        )
        for position, proposal in enumerate(competing, start=1)
    ]
    record(choice, step, act(actor, day))
    for proposal in competing:
        write(author_of(proposal), "choice_called", proposal=proposal, choice=choice)
    db.session.commit()
    return choice


def open_due(choice: Choice) -> bool:
    """Open a choice whose day has come; does not commit. False where it is not its day."""
    if choice.state != ChoiceState.CALLED:
        return False
    facts = choice_facts(choice)
    if not facts.day_reached:
        return False
    step = CHOICE.take("open", ChoiceState.CALLED, Role.CLOCK, facts)
    # The day that was announced, however late the clock was looked at.
    first = choice.opens_on if choice.has_ballot else choice.assembly_on
    record(choice, step, Act(None, first or settings().today(), settings().now()))
    for option in choice.options:
        if option.left_on is None:
            context = {"proposal": option.proposal, "choice": choice}
            write(author_of(option.proposal), "choice_opened", **context)
    return True


def cancel(choice: Choice, actor: Actor, day: Day, reason: str) -> Entry:
    """Call a choice off, saying why; the votes given count for nothing.

    Votes that came since the form was opened do not stand against it, so none of them makes it old.
    """
    choice = reading.locked_choice(choice.id)
    facts = choice_facts(
        choice,
        reasons=(reason.strip(),),
        actor_is_proposer=is_proposing(choice, actor.account_id),
    )
    dated = (day, history(CHOICE.name, choice.id))
    check_day(CHOICE, "cancel", ChoiceState(choice.state), actor, facts, dated)
    step = CHOICE.take("cancel", ChoiceState(choice.state), actor.role, facts)
    entry = record(choice, step, act(actor, day, reason=reason.strip()))
    for option in choice.options:
        context = {"proposal": option.proposal, "choice": choice, "reason": reason.strip()}
        write(author_of(option.proposal), "choice_called_off", **context)
    db.session.commit()
    return entry


def is_proposing(choice: Choice, account_id: int) -> bool:
    """Whether an account made one of the proposals to choose from. Art. 11(7)."""
    return any(is_proposer(option.proposal, account_id) for option in choice.options)


def fall_away(choice: Choice, reason: str) -> Entry:
    """End a choice by itself because one of its proposals has left; does not commit."""
    facts = choice_facts(choice, rival_left=True)
    step = CHOICE.take("fall_away", ChoiceState(choice.state), Role.CLOCK, facts)
    here = settings()
    entry = record(choice, step, Act(None, here.today(), here.now(), reason=reason))
    for option in choice.options:
        context = {"proposal": option.proposal, "choice": choice, "reason": reason}
        write(author_of(option.proposal), "choice_called_off", **context)
    context = {"proposal": choice.options[0].proposal, "choice": choice, "reason": reason}
    write(desk(), "choice_called_off", **context)
    return entry


def _announced(notice: Notice, day: Day) -> Choice:
    here = settings()
    choice = Choice(
        state="",
        withheld=False,
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        kind=notice.kind,
        called_on=day.occurred_on,
        opens_on=None,
        closes_on=None,
        assembly_on=None,
        assembly_place="",
        community=notice.community.strip(),
        created_at=here.now(),
    )
    if choice.has_ballot:
        choice.opens_on, choice.closes_on = notice.opens_on, notice.closes_on
    if choice.has_assembly:
        choice.assembly_on = notice.assembly_on
        choice.assembly_place = notice.assembly_place.strip()
    return choice
