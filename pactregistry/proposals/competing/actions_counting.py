"""The votes are counted, and the result is recorded on each proposal. Art. 10(7), 3(1)b, 3(1)d."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import force_locale, gettext

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, Day, act, check_day
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.actions_choice import is_proposing
from pactregistry.proposals.competing.counting import (
    BLANK,
    Assembly,
    Tally,
    digest_of,
    papers_table,
    tally,
)
from pactregistry.proposals.competing.facts import choice_facts
from pactregistry.proposals.competing.models_choice import Choice, ChoiceOption
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import locked
from pactregistry.workflow.lifecycle import CHOICE, PROPOSAL
from pactregistry.workflow.states import ChoiceState, ProposalState


@dataclass(frozen=True)
class Minutes:
    """How it was counted: text, a scan, or both; the scan is public only where it may be."""

    text: str
    scans: Sequence[Upload] = ()
    scan_public: bool = False


def count(
    choice: Choice, actor: Actor, seen: int, day: Day, assembly: Assembly | None, minutes: Minutes
) -> Tally:
    """Count ballot papers and the assembly's votes together, with minutes."""
    expect(choice, CHOICE.name, seen)
    result = _tally(choice, assembly)
    facts = choice_facts(
        choice,
        minutes_given=bool(minutes.text.strip() or minutes.scans),
        count_adds_up=result.adds_up,
        actor_is_proposer=is_proposing(choice, actor.account_id),
    )
    dated = (day, history(CHOICE.name, choice.id))
    check_day(CHOICE, "count", ChoiceState(choice.state), actor, facts, dated)
    step = CHOICE.take("count", ChoiceState(choice.state), actor.role, facts)
    _keep(choice, result, assembly, minutes)
    choice.counted_on = day.occurred_on
    record(choice, step, act(actor, day))
    for scan in minutes.scans:
        attach(
            scan,
            (CHOICE.name, choice.id),
            "minutes",
            added_at=settings().now(),
            added_by_id=actor.account_id,
            public=minutes.scan_public,
        )
    for option in standing(choice):
        write(author_of(option.proposal), "choice_counted", proposal=option.proposal, choice=choice)
    db.session.commit()
    return result


def record_result(
    proposal: Proposal, actor: Actor, seen: int, day: Day, remark: str = ""
) -> Sequence[Entry]:
    """Record the result on each proposal: the chosen goes on, the others end as not chosen."""
    expect(proposal, PROPOSAL.name, seen)
    found = reading.competition_of(proposal)
    choice = next(iter(reading.choices_of(found)), None) if found else None
    rivals = [locked(one.id) for one in reading.rivals_with(proposal)]
    # The chosen one is the last: until then the result waits to be recorded.
    ordered = sorted(rivals, key=lambda one: choice is not None and one.id == choice.winner_id)
    entries = [_record_one(one, choice, actor, day, remark) for one in ordered]
    db.session.commit()
    return entries


def standing(choice: Choice) -> list[ChoiceOption]:
    """The options whose proposals had not left before the first day."""
    return [option for option in choice.options if option.left_on is None]


def named_papers(choice: Choice) -> list[str]:
    """The ballot papers by the number of the proposal they name, or as blank."""
    names = {option.id: option.proposal.number or "" for option in choice.options}
    return [BLANK if paper is None else names[paper] for paper in reading.papers_in(choice)]


def _tally(choice: Choice, assembly: Assembly | None) -> Tally:
    return tally(
        [option.id for option in standing(choice)],
        reading.papers_in(choice),
        reading.votes_cast(choice),
        assembly if choice.has_assembly else None,
    )


def _keep(choice: Choice, result: Tally, assembly: Assembly | None, minutes: Minutes) -> None:
    options = {option.id: option for option in choice.options}
    for line in result.lines:
        options[line.option].assembly_votes = line.assembly if choice.has_assembly else None
        options[line.option].ballot_votes = line.ballot if choice.has_ballot else None
    if choice.has_ballot:
        choice.ballots, choice.ballot_blank = result.ballots, result.ballot_blank
        choice.papers_sha256 = digest_of(papers_table(named_papers(choice)))
    if choice.has_assembly and assembly is not None:
        choice.present = assembly.present
        choice.assembly_blank, choice.assembly_invalid = assembly.blank, assembly.invalid
    choice.minutes = minutes.text.strip()
    choice.winner_id = None if result.winner is None else options[result.winner].proposal_id


def _record_one(
    proposal: Proposal, choice: Choice | None, actor: Actor, day: Day, remark: str
) -> Entry:
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor)
    refuse_wrong_day("record_choice", proposal, actor, facts, day, entries)
    chosen = choice is not None and proposal.id == choice.winner_id
    outcome = ProposalState.INQUIRY if chosen else ProposalState.NOT_CHOSEN
    state = ProposalState(proposal.state)
    step = PROPOSAL.take("record_choice", state, actor.role, facts, to=outcome)
    told: dict[str, object] = {"choice": choice.number if choice else ""}
    reasons = _reasons(choice, remark) if choice else []
    if not chosen:
        told |= {"reasons": reasons, "remedies": dict(settings().city.remedies)}
    entry = record(proposal, step, act(actor, day, reason="\n\n".join(reasons), facts=told))
    template = "chosen" if chosen else "not_chosen"
    context = {"proposal": proposal, "choice": choice, "entry": entry}
    write(author_of(proposal), template, **context)
    if chosen:
        write(desk(), "chosen_desk", **context)
    return entry


def _reasons(choice: Choice, remark: str) -> list[str]:
    """Why, as a sentence of the binding language, and what the office adds."""
    lines = ", ".join(f"{option.proposal.number}: {option.votes}" for option in standing(choice))
    with force_locale(settings().city.language):
        counted = gettext(
            "Participatory choice %(number)s (Art. 10(7)), votes: %(lines)s.",
            number=choice.number,
            lines=lines,
        )
    return [str(counted), *([remark.strip()] if remark.strip() else [])]
