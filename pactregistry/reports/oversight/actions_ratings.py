"""A place is rated, never people: once a month, answered by either side. Art. 30(8), 35(2)."""

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.pacts import letters
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.models import Account
from pactregistry.reports.oversight.facts import facts_on, facts_to_begin
from pactregistry.reports.oversight.models import Rating
from pactregistry.reports.oversight.opening import begin_under
from pactregistry.reports.oversight.queries_places import own_rating
from pactregistry.workflow.lifecycle import RATING
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import RatingState


def give(pact: Pact, person: Account, stars: int, text: str) -> Rating:
    """Say how a place is, from one to five, with words or without.

    Raises:
        Unlawful: the city collects no ratings, the pact is not public, or once this month already.
    """
    here = settings()
    month = here.today().replace(day=1)
    said = text.strip()
    rating = Rating(
        pact_id=pact.id,
        author_id=person.id,
        month=month,
        stars=stars,
        text=said,
        public_author=person.public_name.strip() if said else "",
        awaits_moderation=bool(said) and here.city.switches["moderate_before"],
        given_at=here.now(),
    )
    begin_under(rating, pact)
    facts = facts_to_begin(
        pact,
        # Stars alone are not signed: only words are.
        name=person.public_name if said else "-",
        text=said,
        this_month=own_rating(person.id, pact, month) is not None,
    )
    step = RATING.take("give", None, Role.CITIZEN, facts)
    journal.record(rating, step, act(Actor(person.id, Role.CITIZEN), today()))
    if rating.awaits_moderation:
        _write(addressees.desk(), "rating_to_read", rating)
    db.session.commit()
    return rating


def answer(rating: Rating, actor: Actor, seen: int, day: Day, text: str) -> None:
    """Answer for one side of the pact; who rated is told."""
    journal.expect(rating, RATING.name, seen)
    said = text.strip()
    state = RatingState(rating.state)
    facts = facts_on(rating, actor, answer=said)
    entries = journal.history(RATING.name, rating.id)
    check_day(RATING, "answer", state, actor, facts, (day, entries))
    step = RATING.take("answer", state, actor.role, facts)
    rating.answer = said
    journal.record(rating, step, act(actor, day))
    _write(addressees.of_account(rating.author_id), "rating_answered", rating)
    db.session.commit()


def withhold(rating: Rating, actor: Actor, seen: int, reason: str) -> None:
    """Take a rating from the public; it no longer counts."""
    given = reason.strip()
    _hide_or_show("withhold", rating, actor, seen, given)
    _write(addressees.of_account(rating.author_id), "rating_withheld", rating, reason=given)
    db.session.commit()


def restore(rating: Rating, actor: Actor, seen: int, reason: str) -> None:
    """Show a rating again; it counts again."""
    _hide_or_show("restore", rating, actor, seen, reason.strip())
    db.session.commit()


def show(rating: Rating) -> None:
    """Let the words of a rating appear that waited to be read."""
    lock(rating)
    rating.awaits_moderation = False
    db.session.commit()


def _hide_or_show(name: str, rating: Rating, actor: Actor, seen: int, given: str) -> None:
    journal.expect(rating, RATING.name, seen)
    facts = facts_on(rating, actor, reasons=(given,))
    step = RATING.take(name, RatingState(rating.state), actor.role, facts)
    hides = name == "withhold"
    made = act(
        actor,
        today(),
        reason="" if hides else given,
        private={"reason": given} if hides else None,
    )
    journal.record(rating, step, made)


def _write(to: list[addressees.Addressee], template: str, rating: Rating, **told: object) -> None:
    pact = rating.pact
    page = f"{settings().base_url}/pacts/{pact.number}/ratings"
    letters.write(to, template, pact, rating=rating, page=page, **told)
