"""Activities: announced and authorised at once, cancelled, stopped, done. Art. 10(4), 12, 29."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pactregistry.commons.modules import queries
from pactregistry.commons.modules.cases import Announced, case_of
from pactregistry.commons.modules.conditions import Conditions, unmet
from pactregistry.commons.modules.letters import author_of, write
from pactregistry.commons.modules.models import Activity, Module
from pactregistry.commons.modules.wording import fingerprint
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Entry, expect, history, next_number, record
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.supports.loans import actions as loans
from pactregistry.supports.loans.models import Loan, return_day
from pactregistry.supports.loans.reading import loans_for
from pactregistry.supports.loans.stock import Period
from pactregistry.workflow.facts import ActivityFacts
from pactregistry.workflow.lifecycle import ACTIVITY
from pactregistry.workflow.states import ActivityState, LoanState, ModuleState, Role

SERIES = "A"
PHOTOGRAPH = "photograph"


class ActivityFlood(Exception):
    """This person announced as many activities today as one may."""


@dataclass(frozen=True)
class Report:
    """What the author tells of a done activity; a place is given only where it was another."""

    done_on: date
    items_done: int | None = None
    people_came: int | None = None
    hours: Decimal | None = None
    told: str = ""
    place: dict[str, Any] | None = None
    photograph: Upload | None = None


def authorise(module: Module, given: Announced, actor: Actor) -> Activity:
    """Announce an activity and be authorised in one act; its kit is kept at once. Art. 10(4).

    `module` is the version whose words were read. The same announced twice is given back once.

    Raises:
        Unlawful: the terms moved on, a condition excludes the case, or the kit is not there.
        ActivityFlood: this person announced too many today.
    """
    lock(module)
    author_id = None if actor.role is Role.DESK else actor.account_id
    if author_id is not None:
        same = queries.same_as(author_id, module.id, given.happens_on, given.place_name)
        if same is not None:
            return same
        if queries.announced_today(author_id) >= queries.ACTIVITIES_A_DAY:
            raise ActivityFlood
    facts = _facts(module, given)
    announce = ACTIVITY.take("announce", None, actor.role, facts)
    authorise_ = ACTIVITY.take("authorise", ActivityState.ANNOUNCED, actor.role, facts)
    wanted = _kit(module) if given.wants_kit else {}
    if wanted:
        loans.check_stock(actor, wanted, kit_period(module, given.happens_on))
    activity = _new(module, given, actor, author_id)
    record(activity, announce, act(actor, today()))
    activity.accepted_at = settings().now()
    activity.terms_sha256 = fingerprint(module)
    accepted = {"module": module.number, "terms_sha256": activity.terms_sha256}
    record(activity, authorise_, act(actor, today(), facts=accepted))
    loan = _lend(activity, module, actor, wanted) if wanted else None
    write(author_of(activity), "activity_authorised", activity, loan=loan)
    write(addressees.desk(), "activity_announced", activity, loan=loan)
    db.session.commit()
    return activity


def cancel(activity: Activity, actor: Actor, seen: int) -> Entry:
    """The author cancels; a kit that was not fetched is free again. Art. 3(1)i."""
    expect(activity, ACTIVITY.name, seen)
    step = ACTIVITY.take("cancel", ActivityState(activity.state), actor.role, ActivityFacts())
    entry = record(activity, step, act(actor, today()))
    _free_kit(activity, actor)
    write(addressees.desk(), "activity_cancelled", activity)
    db.session.commit()
    return entry


def stop(activity: Activity, actor: Actor, seen: int, day: Day, reasons: list[str]) -> Entry:
    """The City stops an authorised activity, with reasons. Art. 10(3), 3(1)b."""
    expect(activity, ACTIVITY.name, seen)
    facts = reasoned(tuple(reasons))
    entries = history(ACTIVITY.name, activity.id)
    state = ActivityState(activity.state)
    check_day(ACTIVITY, "stop", state, actor, facts, (day, entries))
    step = ACTIVITY.take("stop", state, actor.role, facts)
    entry = record(activity, step, act(actor, day, reason="\n".join(reasons)))
    _free_kit(activity, actor)
    write(author_of(activity), "activity_stopped", activity, reasons=reasons)
    db.session.commit()
    return entry


def report_done(activity: Activity, actor: Actor, seen: int, report: Report) -> Entry:
    """The author says that it was done: it goes onto the map of care. Art. 12(2)."""
    expect(activity, ACTIVITY.name, seen)
    day = Day(report.done_on)
    facts = ActivityFacts(day_reached=report.done_on <= settings().today())
    entries = history(ACTIVITY.name, activity.id)
    state = ActivityState(activity.state)
    check_day(ACTIVITY, "report_done", state, actor, facts, (day, entries))
    step = ACTIVITY.take("report_done", state, actor.role, facts)
    activity.done_on = report.done_on
    activity.items_done = report.items_done if report.items_done is not None else activity.items
    activity.people_came = report.people_came or activity.people_count
    activity.hours = report.hours
    activity.told = report.told.strip()
    corrected = _correct_place(activity, report.place or {})
    if report.photograph is not None:
        attach(
            report.photograph,
            (ACTIVITY.name, activity.id),
            PHOTOGRAPH,
            added_at=settings().now(),
            added_by_id=actor.account_id,
            public=True,
        )
    entry = record(activity, step, act(actor, day, facts={"corrected": corrected}))
    db.session.commit()
    return entry


def withhold(activity: Activity, actor: Actor, seen: int, reason: str) -> Entry:
    """Take a done activity from the public at once; the reason is not shown. Art. 3(1)b."""
    expect(activity, ACTIVITY.name, seen)
    facts = ActivityFacts(reasons=(reason,), withheld=activity.withheld)
    step = ACTIVITY.take("withhold", ActivityState(activity.state), actor.role, facts)
    entry = record(activity, step, act(actor, today(), private={"reason": reason.strip()}))
    write(author_of(activity), "activity_withheld", activity, reason=reason.strip())
    db.session.commit()
    return entry


def restore(activity: Activity, actor: Actor, seen: int, reason: str) -> Entry:
    """Show a done activity to the public again."""
    expect(activity, ACTIVITY.name, seen)
    facts = ActivityFacts(reasons=(reason,), withheld=activity.withheld)
    step = ACTIVITY.take("restore", ActivityState(activity.state), actor.role, facts)
    entry = record(activity, step, act(actor, today(), reason=reason.strip()))
    write(author_of(activity), "activity_restored", activity, reason=reason.strip())
    db.session.commit()
    return entry


def reasoned(reasons: tuple[str, ...]) -> ActivityFacts:
    """The facts of a negative act, with the city's measure for reasons."""
    city = settings().city
    return ActivityFacts(
        reasons=reasons, reason_minimum=city.reason_minimum, formulas=city.formulas
    )


def kit_period(module: Module, day: date) -> Period:
    """From the day on which the kit may be fetched to the one on which it comes back."""
    first = max(settings().today(), day - timedelta(days=module.fetch_days))
    return Period(first, return_day(day, module.loan_days))


def _facts(module: Module, given: Announced) -> ActivityFacts:
    return ActivityFacts(
        module_in_force=module.state == ModuleState.IN_FORCE,
        terms_accepted=given.accepts,
        conditions_unmet=unmet(Conditions.read(module.conditions), case_of(given)),
        risk_sheet_read=given.risk_read or not any(module.risk_sheets.values()),
    )


def _new(module: Module, given: Announced, actor: Actor, author_id: int | None) -> Activity:
    here = settings()
    return Activity(
        number=next_number(SERIES, here.today().year),
        module=module,
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        created_at=here.now(),
        author_id=author_id,
        author_name=given.author_name if author_id is None else "",
        author_contact=given.author_contact if author_id is None else "",
        entered_by_id=actor.account_id if author_id is None else None,
        group_id=given.group_id if actor.role is Role.LEAD else None,
        public_author=given.public_author.strip(),
        commons_id=given.commons.id if given.commons else None,
        commons_kind=given.commons_kind,
        place_name=given.place_name,
        district=given.district,
        longitude=given.longitude,
        latitude=given.latitude,
        happens_on=given.happens_on,
        items=given.items,
        people_count=given.people_count,
        answers=given.answers,
        owner_consent=given.owner_consent.strip(),
        note=given.note.strip(),
    )


def _kit(module: Module) -> dict[int, int]:
    return {part["thing_id"]: part["quantity"] for part in module.kit}


def _lend(activity: Activity, module: Module, actor: Actor, wanted: dict[int, int]) -> Loan:
    borrower = loans.Borrower(
        account_id=activity.author_id,
        group_id=activity.group_id,
        name=activity.author_name,
        contact=activity.author_contact,
    )
    purpose = loans.Purpose(text=f"{activity.title} ({activity.number})", activity_id=activity.id)
    return loans.agree(borrower, actor, wanted, kit_period(module, activity.happens_on), purpose)


def _free_kit(activity: Activity, actor: Actor) -> None:
    for loan in loans_for(activity_id=activity.id):
        if loan.state == LoanState.AGREED:
            loans.call_off_within(loan, actor)


def _correct_place(activity: Activity, place: dict[str, Any]) -> list[str]:
    changed = [name for name, value in place.items() if getattr(activity, name) != value]
    for name in changed:
        setattr(activity, name, place[name])
        activity.commons_id = None  # another place than the one of the list
    return changed
