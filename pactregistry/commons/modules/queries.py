"""What the pages and actions of modules and activities read. Art. 10(4), 12, 29."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.commons.modules.models import Activity, Module
from pactregistry.config import settings
from pactregistry.database import db, folded, locked_row
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry
from pactregistry.paging import Page, paged
from pactregistry.people.models import represented_by
from pactregistry.workflow.lifecycle import ACTIVITY
from pactregistry.workflow.states import ActivityState, ModuleState, Role

ACTIVITIES_A_DAY = 10  # protects the office from a flood; not a rule of the regulation
PUBLIC_MODULE = Module.in_force_from.is_not(None)
PUBLIC_ACTIVITY = Activity.state == ActivityState.DONE
WITH_MODULE = (selectinload(Activity.module), selectinload(Activity.commons))


class Shelf(StrEnum):
    """The parts of the desk's list of activities."""

    COMING = "coming"
    UNREPORTED = "unreported"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Filter:
    """Which done activities are looked at: by days, module family and district; empty is all."""

    since: date | None = None
    until: date | None = None
    module: str = ""
    district: str = ""


def offered(words: str = "", *, emergency: bool = False) -> Sequence[Module]:
    """The modules in force, those for emergencies first."""
    query = select(Module).where(Module.state == ModuleState.IN_FORCE)
    for word in folded(words).split():
        query = query.where(Module.search_text.contains(word, autoescape=True))
    if emergency:
        query = query.where(Module.emergency.is_(True))
    return db.session.scalars(query.order_by(Module.emergency.desc(), Module.key)).all()


def current(key: str) -> Module | None:
    """The version of a family that is in force, None where it is no longer offered."""
    query = select(Module).where(Module.key == key, Module.state == ModuleState.IN_FORCE)
    return db.session.scalars(query).one_or_none()


def latest_public(key: str) -> Module:
    """The version in force, or the last one that was; raises NoResultFound."""
    query = select(Module).where(Module.key == key, PUBLIC_MODULE)
    return db.session.scalars(query.order_by(Module.ordinal.desc()).limit(1)).one()


def public_version(key: str, ordinal: int) -> Module:
    """One version that is or was in force; raises NoResultFound."""
    query = select(Module).where(Module.key == key, Module.ordinal == ordinal, PUBLIC_MODULE)
    return db.session.scalars(query).one()


def version(key: str, ordinal: int) -> Module:
    """One version whatever its state, for the office; raises NoResultFound."""
    return db.session.scalars(
        select(Module).where(Module.key == key, Module.ordinal == ordinal)
    ).one()


def versions(key: str, *, public: bool = True) -> Sequence[Module]:
    """All versions of a family, the latest first."""
    query = select(Module).where(Module.key == key)
    if public:
        query = query.where(PUBLIC_MODULE)
    return db.session.scalars(query.order_by(Module.ordinal.desc())).all()


def for_desk() -> Sequence[Module]:
    """Every version, by family, the latest first."""
    return db.session.scalars(select(Module).order_by(Module.key, Module.ordinal.desc())).all()


def families() -> Sequence[Module]:
    """The latest public version of each family, for the choice of a filter."""
    query = select(Module).where(PUBLIC_MODULE)
    found = db.session.scalars(query.order_by(Module.key, Module.ordinal)).all()
    return list({module.key: module for module in found}.values())


def activity(number: str) -> Activity:
    """One activity; raises NoResultFound."""
    query = select(Activity).where(Activity.number == number).options(*WITH_MODULE)
    return db.session.scalars(query).one()


def public_activity(number: str) -> Activity:
    """A done activity that everyone may read; raises NoResultFound."""
    query = select(Activity).where(
        Activity.number == number, PUBLIC_ACTIVITY, Activity.withheld.is_(False)
    )
    return db.session.scalars(query.options(*WITH_MODULE)).one()


def locked(activity_id: int) -> Activity:
    """One activity as it stands now, kept from other writers until the transaction ends."""
    return locked_row(Activity, activity_id)


def same_as(author_id: int, module_id: int, day: date, place_name: str) -> Activity | None:
    """The same thing announced already by the same person, such as by a second click."""
    query = select(Activity).where(
        Activity.author_id == author_id,
        Activity.module_id == module_id,
        Activity.happens_on == day,
        Activity.place_name == place_name,
        Activity.state == ActivityState.AUTHORISED,
    )
    return db.session.scalars(query.limit(1)).one_or_none()


def announced_today(account_id: int) -> int:
    """How many activities a person announced of their own since the city's midnight."""
    here = settings()
    midnight = datetime.combine(here.today(), time(), here.city.zone).astimezone(UTC)
    query = select(func.count()).where(
        Entry.subject_kind == ACTIVITY.name,
        Entry.step == "announce",
        Entry.actor_id == account_id,
        Entry.by_role != Role.DESK,
        Entry.recorded_at >= midnight,
    )
    return db.session.scalar(query) or 0


def activities_of(account_id: int) -> Sequence[Activity]:
    """The activities of a person or of a group that the person represents, the latest first."""
    led = represented_by(account_id, settings().today())
    own = and_(Activity.author_id == account_id, Activity.group_id.is_(None))
    query = select(Activity).where(or_(own, Activity.group_id.in_(led))).options(*WITH_MODULE)
    return db.session.scalars(query.order_by(Activity.happens_on.desc(), Activity.id.desc())).all()


def on_shelf(shelf: Shelf, page: int, district: str = "") -> Page:
    """One page of the desk's list of activities."""
    today = settings().today()
    waiting = Activity.state == ActivityState.AUTHORISED
    conditions: dict[Shelf, ColumnElement[bool]] = {
        Shelf.COMING: and_(waiting, Activity.happens_on >= today),
        Shelf.UNREPORTED: and_(waiting, Activity.happens_on < today),
        Shelf.DONE: Activity.state == ActivityState.DONE,
        Shelf.CANCELLED: Activity.state == ActivityState.CANCELLED,
    }
    query = select(Activity).where(conditions[shelf]).options(*WITH_MODULE)
    if district:
        query = query.where(Activity.district == district)
    soonest = shelf in {Shelf.COMING, Shelf.UNREPORTED}
    order = Activity.happens_on if soonest else Activity.happens_on.desc()
    return paged(query.order_by(order, Activity.id), page)


def unreported_ids(before: date) -> Sequence[int]:
    """The authorised activities whose day lies before another, the oldest first."""
    query = select(Activity.id).where(
        Activity.state == ActivityState.AUTHORISED, Activity.happens_on < before
    )
    return db.session.scalars(query.order_by(Activity.id)).all()


def done(chosen: Filter) -> Sequence[Activity]:
    """The done activities that are public, the latest first. Art. 12(2)."""
    query = _matching(select(Activity).join(Activity.module), chosen).options(*WITH_MODULE)
    return db.session.scalars(query.order_by(Activity.done_on.desc(), Activity.id.desc())).all()


def all_done(after: int = 0, limit: int | None = None) -> Sequence[Activity]:
    """Done activities by id, for downloads and the API."""
    query = _matching(select(Activity).join(Activity.module), Filter()).options(*WITH_MODULE)
    return db.session.scalars(
        query.where(Activity.id > after).order_by(Activity.id).limit(limit)
    ).all()


def all_modules(after: int = 0, limit: int | None = None) -> Sequence[Module]:
    """Versions that are or were in force by id, for downloads and the API."""
    query = select(Module).where(PUBLIC_MODULE, Module.id > after)
    return db.session.scalars(query.order_by(Module.id).limit(limit)).all()


def photograph(activity: Activity) -> Attachment | None:
    """The public photograph of a done activity, None where there is none."""
    query = select(Attachment).filter_by(
        subject_kind=ACTIVITY.name, subject_id=activity.id, public=True
    )
    return db.session.scalars(query.order_by(Attachment.id).limit(1)).one_or_none()


def days_back(days: int) -> date:
    """The day so many days before today."""
    return settings().today() - timedelta(days=days)


def _matching(query: Select[Activity], chosen: Filter) -> Select[Activity]:
    query = query.where(PUBLIC_ACTIVITY, Activity.withheld.is_(False))
    if chosen.since:
        query = query.where(Activity.done_on >= chosen.since)
    if chosen.until:
        query = query.where(Activity.done_on <= chosen.until)
    if chosen.module:
        query = query.where(Module.key == chosen.module)
    if chosen.district:
        query = query.where(Activity.district == chosen.district)
    return query
