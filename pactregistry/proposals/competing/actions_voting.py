"""One vote: a name on the roll and, apart from it, a paper under a random key. Art. 10(7), 4(1).

The journal tells that a vote was cast, never by whom: see docs/decisions/0011-secret-ballot.md.
"""

from secrets import token_hex

from sqlalchemy.exc import IntegrityError

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, record
from pactregistry.people.models import Account
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.actions_choice import open_due
from pactregistry.proposals.competing.facts import voter_facts
from pactregistry.proposals.competing.models_choice import BallotPaper, Choice, Roll
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import CHOICE
from pactregistry.workflow.states import ChoiceState, Role

# A paper for a proposal that is gone could never be counted.
LEFT = Obstacle(
    "option_left",
    cite("10(7)"),
    binds=True,
    message=N_("This proposal left the choice while you were voting."),
    remedy=N_("Open the page again and choose among those that remain: you have not voted yet."),
    mender=Role.CITIZEN,
)


def vote(choice: Choice, voter: Account, option_id: int | None) -> None:
    """Take a person's one vote; no option is a blank vote.

    Raises:
        Unlawful: voting is not open, this person has voted, or the proposal left meanwhile.
    """
    choice = reading.locked_choice(choice.id)
    open_due(choice)  # on its day, also where the clock has not been looked at yet
    if option_id is not None and not reading.may_be_chosen(choice, option_id):
        raise Unlawful(CHOICE.name, "vote", (LEFT,))
    facts = voter_facts(choice, voter)
    step = CHOICE.take("vote", ChoiceState(choice.state), Role.CITIZEN, facts)
    here = settings()
    record(choice, step, Act(None, here.today(), here.now()))
    db.session.add(Roll(choice_id=choice.id, account_id=voter.id))
    db.session.add(BallotPaper(choice_id=choice.id, key=token_hex(), option_id=option_id))
    number, account_id = choice.id, voter.id
    try:
        db.session.commit()
    except IntegrityError:
        # Two at the same instant, where the database did not make the second wait.
        db.session.rollback()
        choice = reading.locked_choice(number)
        again = voter_facts(choice, db.session.get_one(Account, account_id))
        state = ChoiceState(choice.state)
        obstacles = CHOICE.obstacles("vote", state, Role.CITIZEN, again)
        if not obstacles:
            raise
        raise Unlawful(CHOICE.name, "vote", obstacles) from None
