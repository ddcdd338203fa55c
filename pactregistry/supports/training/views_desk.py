"""Training at the desk: planning, changing, the list, attendance, calling off. Art. 18."""

from datetime import datetime

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people.officers import officer
from pactregistry.people.step_page import StepPage
from pactregistry.supports.training import actions, reading
from pactregistry.supports.training.blueprint import training
from pactregistry.supports.training.forms import (
    AttendanceForm,
    CallOffForm,
    CounterForm,
    SessionForm,
)
from pactregistry.supports.training.models import Audience, Session
from pactregistry.workflow.facts_supports import SessionFacts
from pactregistry.workflow.lifecycle import SESSION
from pactregistry.workflow.states import Role, SessionState

BOTH = ["GET", "POST"]
DESK = (Role.DESK,)


@training.route("/desk/training/new", methods=BOTH)
def plan() -> ResponseReturnValue:
    """Plan a session."""
    form = _form()
    if form.validate_on_submit():
        session = actions.plan(officer(DESK), _described(form))
        flash(_("The session is planned and public."), "success")
        return redirect(url_for("training.show", number=session.number))
    return render_template("training/plan.html", form=form), 422 if form.is_submitted() else 200


@training.route("/desk/training/<number>/change", methods=BOTH)
def change(number: str) -> ResponseReturnValue:
    """Change a session; who signed up is told."""
    session = reading.session(number)
    form = _form(session)
    page = _page("change", session)
    return page.answer(
        form, lambda: actions.change(session, page.actor, form.seen, _described(form))
    )


@training.route("/desk/training/<number>/attendance", methods=BOTH)
def record_attendance(number: str) -> ResponseReturnValue:
    """Record who came; the list with names is here alone."""
    session = reading.session(number)
    form = AttendanceForm()
    form.came.choices = [
        SelectChoice(p.id, p.account.name if p.account else f"{p.name} ({p.contact})")
        for p in session.listed
    ]
    if not form.is_submitted():
        form.came.data = [p.id for p in session.listed if p.attended]
    page = _page("record_attendance", session)
    return page.answer(
        form,
        lambda: actions.record_attendance(
            session, page.actor, form.seen, frozenset(form.came.data or ())
        ),
    )


@training.route("/desk/training/<number>/counter", methods=BOTH)
def sign_up_other(number: str) -> ResponseReturnValue:
    """Put somebody without an account on the list."""
    session = reading.session(number)
    form = CounterForm()
    page = _page("sign_up", session)

    def take() -> None:
        person = actions.Person(
            is_staff=True, name=form.name.data.strip(), contact=(form.contact.data or "").strip()
        )
        actions.sign_up(session, page.actor, person)

    return page.answer(form, take)


@training.route("/desk/training/<number>/calling-off", methods=BOTH)
def call_off(number: str) -> ResponseReturnValue:
    """Call a session off, with the reason."""
    session = reading.session(number)
    form = CallOffForm()
    page = _page("call_off", session)
    return page.answer(
        form, lambda: actions.call_off(session, page.actor, form.seen, form.reason.data or "")
    )


def _page(step: str, session: Session) -> StepPage[SessionState, SessionFacts]:
    return StepPage(
        machine=SESSION,
        step=step,
        subject=session,
        actor=officer(DESK),
        facts=actions.facts_on(session),
        name=f"{session.number} · {session.title}",
        back=url_for("training.show", number=session.number),
    )


def _form(session: Session | None = None) -> SessionForm:
    pack = settings().packs[session.pack_id] if session else settings().pack
    form = SessionForm(obj=session)
    if session is not None and not form.is_submitted():
        zone = settings().city.zone
        starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
        form.day.data, form.begins.data, form.ends.data = starts.date(), starts.time(), ends.time()
    form.topics.choices = [SelectChoice(t.key, in_language(t.label)) for t in pack.topics]
    form.staff_topics = [t.key for t in pack.topics if reading.for_staff(t)]
    return form


def _described(form: SessionForm) -> actions.Described:
    zone = settings().city.zone
    return actions.Described(
        title=form.title.data.strip(),
        topics=list(form.topics.data),
        audience=Audience(form.audience.data),
        place=form.place.data.strip(),
        who_teaches=(form.who_teaches.data or "").strip(),
        seats=form.seats.data,
        starts_at=datetime.combine(form.day.data, form.begins.data, zone),
        ends_at=datetime.combine(form.day.data, form.ends.data, zone),
    )
