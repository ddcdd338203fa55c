"""The public list of training sessions, one session, signing up and leaving. Art. 18."""

from datetime import UTC, datetime

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.people.current import account, holdings_today, holds, signed_in
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.step_page import StepPage
from pactregistry.supports.training import actions, reading
from pactregistry.supports.training.blueprint import training
from pactregistry.supports.training.models import Audience, Session
from pactregistry.workflow.facts_supports import SessionFacts
from pactregistry.workflow.lifecycle import SESSION
from pactregistry.workflow.states import Role, SessionState

BOTH = ["GET", "POST"]


@training.get("/training/")
def listed() -> str:
    """The sessions to come, or those that are over."""
    filters = reading.Filters.read(request.args)
    page = reading.find(filters, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    held, came = reading.held_figures()
    return render_template(
        "training/list.html",
        page=page,
        filters=filters,
        audiences=Audience,
        held=held,
        came=came,
        at_desk=_at_desk(),
    )


@training.get("/training/<number>")
def show(number: str) -> str:
    """One session: numbers for everyone, names for nobody."""
    session = reading.session(number)
    person = account()
    place = reading.own_place(session, person.id) if person else None
    return render_template(
        "training/show.html",
        session=session,
        begun=session.starts_at <= settings().now(),
        topics=[t for t in settings().packs[session.pack_id].topics if t.key in session.topics],
        place=place if place is not None and place.left_at is None else None,
        waits=place in session.waiting,
        at_desk=_at_desk(),
        entries=[e for e in history(SESSION.name, session.id) if e.step not in PRIVATE_STEPS],
    )


PRIVATE_STEPS = frozenset({"sign_up", "leave_list"})


@training.get("/training/<number>.ics")
def calendar(number: str) -> Response:
    """The session for a calendar program."""
    session = reading.session(number)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pactregistry//training//EN",
        "BEGIN:VEVENT",
        f"UID:{session.number}@{request.host}",
        f"DTSTAMP:{_utc(session.created_at)}",
        f"DTSTART:{_utc(session.starts_at)}",
        f"DTEND:{_utc(session.ends_at)}",
        f"SUMMARY:{_escaped(session.title)}",
        f"LOCATION:{_escaped(session.place)}",
        f"URL:{settings().base_url}/training/{session.number}",
        f"STATUS:{'CANCELLED' if session.state == SessionState.CALLED_OFF else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    answer = Response("\r\n".join(lines) + "\r\n", content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{session.number}.ics"'
    return answer


@training.route("/training/<number>/place", methods=BOTH)
def sign_up(number: str) -> ResponseReturnValue:
    """Sign up for a session."""
    session = reading.session(number)
    account_here = signed_in()
    person = actions.Person(account_here.id, is_staff=bool(holdings_today(account_here)))
    form = SeenForm()
    page = _page("sign_up", session, actions.facts_on(session, person))
    return page.answer(form, lambda: actions.sign_up(session, page.actor, person))


@training.route("/training/<number>/leaving", methods=BOTH)
def leave_list(number: str) -> ResponseReturnValue:
    """Leave the list: who waits moves up."""
    session = reading.session(number)
    place = reading.own_place(session, signed_in().id)
    if place is None or place.left_at is not None:
        flash(_("You are not on the list of this session."), "info")
        return redirect(url_for("training.show", number=number))
    page = _page("leave_list", session, actions.facts_on(session))
    return page.answer(SeenForm(), lambda: actions.leave_list(session, page.actor, place))


def _page(step: str, session: Session, facts: SessionFacts) -> StepPage[SessionState, SessionFacts]:
    return StepPage(
        machine=SESSION,
        step=step,
        subject=session,
        actor=actions.by_oneself(signed_in().id),
        facts=facts,
        name=f"{session.number} · {session.title}",
        back=url_for("training.show", number=session.number),
    )


def _at_desk() -> bool:
    person = account()
    return person is not None and holds(person, Role.DESK, settings().city.desk.key)


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    bare = " ".join(text.split())
    return bare.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
