"""What follows when a proposal leaves a competition before its result. Art. 10(7), 3(1)i.

A choice that has not begun goes on among the others. One that has begun goes on only where no vote
can have gone to the proposal that left; else it falls away and the office calls another.
"""

from flask_babel import force_locale, gettext

from pactregistry.config import settings
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.actions_choice import fall_away
from pactregistry.proposals.competing.facts import has_begun
from pactregistry.proposals.competing.models_choice import Choice, ChoiceOption
from pactregistry.proposals.models import Proposal


def left(proposal: Proposal) -> None:
    """Tell the others, and end a choice that has lost its sense; the caller's action commits."""
    found = reading.competition_of(proposal)
    remaining = reading.still_competing(found) if found else []
    if found is None or not remaining:
        return
    choice = reading.choice_under_way(found)
    if choice is not None:
        _settle(reading.locked_choice(choice.id), proposal, len(remaining))
    alone = not reading.others_open(found, remaining[0])
    context = {"gone": proposal, "competition": found, "alone": alone}
    for other in remaining:
        write(author_of(other), "rival_left", proposal=other, **context)
    write(desk(), "rival_left_desk", proposal=remaining[0], **context)


def _settle(choice: Choice, proposal: Proposal, remaining: int) -> None:
    option = next((o for o in choice.options if o.proposal_id == proposal.id), None)
    if option is None:
        return
    if remaining > 1 and not _may_have_votes(choice, option):
        option.left_on = settings().today()
        return
    with force_locale(settings().city.language):
        why = gettext("Proposal %(number)s no longer competes.", number=proposal.number)
    fall_away(choice, str(why))


def _may_have_votes(choice: Choice, option: ChoiceOption) -> bool:
    today = settings().today()
    if not has_begun(choice, today):
        return False
    # What an assembly voted is known only when its minutes are entered.
    assembly_met = choice.has_assembly and (choice.assembly_on or today) <= today
    return assembly_met or option.id in reading.papers_in(choice)
