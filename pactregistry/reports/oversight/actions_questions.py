"""Questions are asked, answered, withheld and shown again. Art. 3(1)b, 30(3)."""

from dataclasses import dataclass
from datetime import date

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, folded, lock
from pactregistry.pacts import letters
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees, limits
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.addressees import Addressee
from pactregistry.reports.models import Report
from pactregistry.reports.oversight.facts import facts_on, facts_to_begin
from pactregistry.reports.oversight.models import About, Question
from pactregistry.reports.oversight.opening import (
    AT_ONCE,
    FLOOD_SPAN,
    Flood,
    begin_under,
    stop_a_flood,
)
from pactregistry.reports.oversight.queries_questions import asked_by_since
from pactregistry.reports.oversight.waiting import answer_by
from pactregistry.workflow.lifecycle import QUESTION
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import QuestionState


@dataclass(frozen=True)
class Asking:
    """What is asked, about what, under which public name."""

    about: About
    text: str
    public_author: str
    report: Report | None = None


def ask(pact: Pact, actor: Actor, asking: Asking, day: Day | None = None) -> Question:
    """Put a question to the office; the desk records one that came on paper or by telephone.

    Raises:
        Unlawful: the pact is not public, there is no text or no public name.
        Flood: this person asked many in a short time.
    """
    here = settings()
    by_desk = actor.role is Role.DESK
    author_id = None if by_desk else actor.account_id
    facts = facts_to_begin(pact, text=asking.text, name=asking.public_author)
    asked = day or today()
    check_day(QUESTION, "ask", None, actor, facts, (asked, ()))
    step = QUESTION.take("ask", None, actor.role, facts)
    stop_a_flood(author_id, asked_by_since)
    question = Question(
        pact_id=pact.id,
        report_id=asking.report.id if asking.report else None,
        about=asking.about,
        author_id=author_id,
        public_author=asking.public_author.strip(),
        text=asking.text.strip(),
        search_text=folded(f"{pact.number} {pact.title} {asking.text}"),
        awaits_moderation=here.city.switches["moderate_before"] and not by_desk,
        asked_on=asked.occurred_on,
        asked_at=here.now(),
        answer_by=answer_by(pact, asked.occurred_on),
    )
    begin_under(question, pact)
    journal.record(question, step, act(actor, asked))
    _write(addressees.desk(), "question_asked", question)
    db.session.commit()
    return question


def answer(question: Question, actor: Actor, seen: int, day: Day, text: str) -> None:
    """Answer in public; who asked and the citizens of the pact are told."""
    _say("answer", question, actor, seen, day, text)


def add_to_answer(question: Question, actor: Actor, seen: int, day: Day, text: str) -> None:
    """Add to what was answered; each part keeps its day."""
    _say("add_to_answer", question, actor, seen, day, text)


def withhold(question: Question, actor: Actor, seen: int, reason: str) -> None:
    """Take a question with its answers from the public; only officers and the author read why."""
    journal.expect(question, QUESTION.name, seen)
    given = reason.strip()
    facts = facts_on(question, actor, reasons=(given,))
    step = QUESTION.take("withhold", QuestionState(question.state), actor.role, facts)
    journal.record(question, step, act(actor, today(), private={"reason": given}))
    _write(author_of(question), "question_withheld", question, reason=given)
    _write(addressees.managers(), "question_withheld", question, reason=given)
    db.session.commit()


def restore(question: Question, actor: Actor, seen: int, reason: str) -> None:
    """Show a question to the public again."""
    journal.expect(question, QUESTION.name, seen)
    given = reason.strip()
    facts = facts_on(question, actor, reasons=(given,))
    step = QUESTION.take("restore", QuestionState(question.state), actor.role, facts)
    question.reports = 0
    journal.record(question, step, act(actor, today(), reason=given))
    _write(author_of(question), "question_shown", question)
    db.session.commit()


def show(question: Question) -> None:
    """Let a question appear that waited to be read; a second time nothing happens."""
    lock(question)
    if question.awaits_moderation:
        question.awaits_moderation = False
        _write(author_of(question), "question_shown", question)
    db.session.commit()


def tell_of(question: Question, teller: str, reason: str) -> None:
    """Tell the office that a question should not stand; `teller` is who, or from where.

    Raises:
        Flood: many came from there in a short time.
    """
    key = f"question told of by {teller}"
    if not limits.is_within(key, AT_ONCE, FLOOD_SPAN):
        raise Flood
    limits.note(key)
    lock(question)
    question.reports += 1
    _write(addressees.desk(), "question_reported", question, reason=reason.strip())
    db.session.commit()


def keep(question: Question) -> None:
    """Leave a question that readers told of as it stands."""
    lock(question)
    question.reports = 0
    db.session.commit()


def remind(question: Question, until: date, *, late: bool) -> None:
    """Remind the desk of a question, and the managing officer of one that is late."""
    to = addressees.desk() + (addressees.managers() if late else [])
    _write(to, "question_late" if late else "question_reminder", question, until=until)


def author_of(question: Question) -> list[Addressee]:
    """Who asked, where there is an account."""
    return addressees.of_account(question.author_id)


def _say(step: str, question: Question, actor: Actor, seen: int, day: Day, text: str) -> None:
    journal.expect(question, QUESTION.name, seen)
    entries = journal.history(QUESTION.name, question.id)
    said = text.strip()
    facts = facts_on(question, actor, answer=said)
    state = QuestionState(question.state)
    check_day(QUESTION, step, state, actor, facts, (day, entries))
    taken = QUESTION.take(step, state, actor.role, facts)
    question.answer = "\n\n".join(part for part in (question.answer, said) if part)
    question.answered_on = question.answered_on or day.occurred_on
    question.awaits_moderation = False
    pact = question.pact
    question.search_text = folded(f"{pact.number} {pact.title} {question.text} {question.answer}")
    journal.record(question, taken, act(actor, day, facts={"said": said}))
    both = [*author_of(question), *letters.citizens_of(pact)]
    _write(both, "question_answered", question, said=said)
    db.session.commit()


def _write(to: list[Addressee], template: str, question: Question, **told: object) -> None:
    pact = question.pact
    page = f"{settings().base_url}/questions/{question.id}"
    letters.write(to, template, pact, question=question, page=page, **told)
