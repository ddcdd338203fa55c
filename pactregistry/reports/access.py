"""Who reads a report that is not public, and who writes it. Art. 4(3), 30(4)."""

from flask import abort
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts.access import CITY_SIDE, Seat, seat_on
from pactregistry.people.acting import Actor
from pactregistry.people.current import account
from pactregistry.reports.models import Report
from pactregistry.reports.queries import is_public, report_by_number
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import Role


def report_for_reader(number: str) -> tuple[Report, Seat]:
    """A report that the person at the page may read: public, or from a seat at the pact's table."""
    report = report_by_number(number)
    seat = seat_on(report.pact, account())
    if not (seat.reads or is_public(report)):
        raise NoResultFound
    return report, seat


def report_here(number: str) -> tuple[Report, Seat]:
    """A report for who sits at the pact's table; for all others the page is not there."""
    report, seat = report_for_reader(number)
    if not seat.reads:
        raise NoResultFound
    return report, seat


def report_for(step: str, number: str) -> tuple[Report, Actor]:
    """A report for a step, with the person who takes it; who only reads may not be here."""
    report, seat = report_here(number)
    return report, actor_for(seat, REPORT.rows[step].by)


def report_to_write(number: str) -> tuple[Report, Actor]:
    """A report for who writes at it: the citizens' side, its members too, or the desk for them."""
    report, seat = report_here(number)
    return report, writer(seat)


def writer(seat: Seat) -> Actor:
    """Who writes a report: the group's members and who has joined help to write. Art. 30(4)."""
    if may_write(seat) and not seat.roles & {Role.CITIZEN, Role.LEAD} and seat.takes_part:
        return _actor(Role.CITIZEN)
    return actor_for(seat, REPORT.rows["draft"].by)


def may_write(seat: Seat) -> bool:
    """Whether a seat writes at a report."""
    return seat.takes_part or seat.role_among(REPORT.rows["draft"].by) is not None


def actor_for(seat: Seat, roles: tuple[Role, ...]) -> Actor:
    """The person at the page in the first of these roles; who only reads may not act."""
    role = seat.role_among(roles)
    if role is None:
        abort(403)
    return _actor(role)


def _actor(role: Role) -> Actor:
    person = account()
    if person is None:
        abort(403)
    return Actor(person.id, role, settings().city.desk.key if role in CITY_SIDE else "")
