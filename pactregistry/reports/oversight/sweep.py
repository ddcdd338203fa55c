"""Questions that wait: the desk is reminded before the term is over, once after. Art. 3(1)b, 34."""

from datetime import date, datetime

from pactregistry.config import settings
from pactregistry.database import apart, locked_row
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts.life.terms import pack_of
from pactregistry.reports.oversight.actions_questions import remind
from pactregistry.reports.oversight.models import Question
from pactregistry.reports.oversight.queries_questions import unanswered
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.states_reports import QuestionState


def run(now: datetime) -> int:
    """Remind of what waits, each question in a transaction of its own; gives how many mails."""
    today = civil_day(now, settings().city.zone)
    sent = 0
    for question_id in unanswered():
        with apart(f"the sweep of question {question_id}"):
            sent += _remind(question_id, today)
    return sent


def _remind(question_id: int, today: date) -> bool:
    question = locked_row(Question, question_id)
    if question.state != QuestionState.ASKED or question.answer_by is None:
        return False
    until = question.answer_by
    if until < today:
        due = once(f"question:{question.id}:late", today)
    else:
        pact = question.pact
        term = settings().city.term(pack_of(pact), "question_answer", pact.pact_kind)
        due = falls_due(f"question:{question.id}:{until}", until, term.reminders, today)
    if due:
        remind(question, until, late=until < today)
    return due
