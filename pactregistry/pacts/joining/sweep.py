"""What is due about joining: a late answer, a pact that ended meanwhile. Art. 3(1)d, 34."""

from datetime import datetime

from pactregistry.config import settings
from pactregistry.database import apart, db, locked_row
from pactregistry.notices.models import Reminder, reminded
from pactregistry.pacts import letters
from pactregistry.pacts.joining.actions_requests import answer_until
from pactregistry.pacts.joining.models import JoinRequest, Outcome
from pactregistry.pacts.joining.queries import requests_waiting_anywhere
from pactregistry.pacts.queries import account_of
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.states import PactState


def run(now: datetime) -> int:
    """Do what is due at an instant, each request in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    done = 0
    for request_id in [request.id for request in requests_waiting_anywhere()]:
        with apart(f"the sweep of request {request_id}"):
            request = locked_row(JoinRequest, request_id)
            if request.outcome is not Outcome.WAITING:
                continue
            if request.pact.state == PactState.ENDED:
                request.outcome, request.decided_on = Outcome.PACT_ENDED, today
                letters.write(_asker(request), "join_pact_ended", request.pact, request=request)
                done += 1
            elif answer_until(request.pact, request) < today:
                done += _remind(request, now)
    return done


def _remind(request: JoinRequest, now: datetime) -> bool:
    key = f"join:{request.id}:late"
    if reminded(key) is not None:
        return False
    db.session.add(Reminder(key=key, queued_on=civil_day(now, settings().city.zone)))
    to: list[Addressee] = []
    if request.city_yes_id is None:
        to += addressees.desk()
    if request.citizens_yes_id is None:
        to += letters.deciders_of(request.pact)
    until = answer_until(request.pact, request)
    letters.write(to, "join_late", request.pact, request=request, until=until)
    return True


def _asker(request: JoinRequest) -> list[Addressee]:
    account = account_of(request.account_id)
    return [Addressee(account.email, account.language)] if account is not None else []
