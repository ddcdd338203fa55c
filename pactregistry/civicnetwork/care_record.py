"""Modules and done activities as the data contract tells them; nothing personal. Art. 12(2), 29(1).

A name stands there only where its owner gave it for the public.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields

from pactregistry.civicnetwork.schemas import Event, Pack, PageLink
from pactregistry.commons.modules.models import Activity, Module
from pactregistry.commons.modules.queries import all_done, all_modules
from pactregistry.commons.modules.wording import fingerprint
from pactregistry.config import settings
from pactregistry.journal import histories
from pactregistry.pacts.record import history_record
from pactregistry.workflow.lifecycle import ACTIVITY, MODULE

MODULE_COLUMNS = (
    "number",
    "key",
    "version",
    "title",
    "state",
    "emergency",
    "act",
    "in_force_from",
    "ended_on",
    "terms_sha256",
    "url",
)
CARE_COLUMNS = (
    "number",
    "module",
    "title",
    "place",
    "district",
    "longitude",
    "latitude",
    "done_on",
    "items",
    "people",
    "hours",
    "by",
    "url",
)
# What the desk wrote before a version was in force is between the offices.
DRAFTING = frozenset({"draft", "revise"})


class ModuleSchema(Schema):
    """A version of a module that is or was in force; texts by language, `language` binds."""

    number = fields.String()
    key = fields.String()
    version = fields.Integer()
    state = fields.String()
    pack = fields.Nested(Pack)
    language = fields.String()
    titles = fields.Dict()
    scopes = fields.Dict()
    terms = fields.Dict()
    risk_sheets = fields.Dict()
    conditions = fields.Dict()
    emergency = fields.Boolean()
    act = fields.String(allow_none=True)
    in_force_from = fields.Date(allow_none=True)
    ended_on = fields.Date(allow_none=True)
    terms_sha256 = fields.String()
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(PageLink)


class ActivitySchema(Schema):
    """A done activity; `geometry` is a GeoJSON point, longitude before latitude, or null."""

    number = fields.String()
    module = fields.String()
    pack = fields.Nested(Pack)
    title = fields.String()
    place = fields.String()
    district = fields.String()
    commons = fields.String(allow_none=True)
    geometry = fields.Dict(allow_none=True)
    done_on = fields.Date()
    items = fields.Integer(allow_none=True)
    people = fields.Integer()
    hours = fields.Decimal(as_string=True, allow_none=True)
    told = fields.String()
    by = fields.String(allow_none=True)
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(PageLink)


class ModulePage(Schema):
    """A page of modules; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(ModuleSchema))
    next = fields.Integer(allow_none=True)


class CarePage(Schema):
    """A page of done activities; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(ActivitySchema))
    next = fields.Integer(allow_none=True)


def module_records(modules: Sequence[Module]) -> list[dict[str, Any]]:
    """Modules as the contract tells them, their histories read in one query."""
    told = histories(MODULE.name, [module.id for module in modules])
    texts = ("titles", "scopes", "terms", "risk_sheets", "conditions")
    plain = ("number", "key", "state", "language", "emergency", "in_force_from", "ended_on")
    return [
        {
            **{name: getattr(module, name) for name in (*texts, *plain)},
            "version": module.ordinal,
            "pack": {"id": module.pack_id, "version": module.pack_version},
            "act": module.act or None,
            "terms_sha256": fingerprint(module),
            "history": [history_record(e) for e in told[module.id] if e.step not in DRAFTING],
            "links": {"html": f"{settings().base_url}/modules/{module.number}"},
        }
        for module in modules
    ]


def care_records(activities: Sequence[Activity]) -> list[dict[str, Any]]:
    """Done activities as the contract tells them, their histories read in one query."""
    told = histories(ACTIVITY.name, [activity.id for activity in activities])
    return [
        {
            "number": activity.number,
            "module": activity.module.number,
            "pack": {"id": activity.pack_id, "version": activity.pack_version},
            "title": activity.module.title,
            "place": activity.place_name,
            "district": activity.district,
            "commons": activity.commons.number if activity.commons else None,
            "geometry": _point(activity),
            "done_on": activity.done_on,
            "items": activity.items_done,
            "people": activity.people_came or activity.people_count,
            "hours": activity.hours,
            "told": activity.told,
            "by": activity.public_author or None,
            "history": [history_record(entry) for entry in told[activity.id]],
            "links": {"html": f"{settings().base_url}/activities/{activity.number}"},
        }
        for activity in activities
    ]


def dump_modules(modules: Sequence[Module] | None = None) -> list[dict[str, Any]]:
    """Modules as plain JSON values; all unless some are named."""
    records = module_records(all_modules() if modules is None else modules)
    return [dict(record) for record in ModuleSchema(many=True).dump(records)]


def dump_care(activities: Sequence[Activity] | None = None) -> list[dict[str, Any]]:
    """Done activities as plain JSON values; all unless some are named."""
    records = care_records(all_done() if activities is None else activities)
    return [dict(record) for record in ActivitySchema(many=True).dump(records)]


def module_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `modules.csv` from a module's dumped record."""
    title = record["titles"].get(record["language"], "")
    return {**record, "title": title, "url": record["links"]["html"]}


def care_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `care.csv` from an activity's dumped record."""
    longitude, latitude = (record["geometry"] or {"coordinates": (None, None)})["coordinates"]
    url = record["links"]["html"]
    return {**record, "longitude": longitude, "latitude": latitude, "url": url}


def _point(activity: Activity) -> dict[str, Any] | None:
    if activity.longitude is None or activity.latitude is None:
        return None
    return {"type": "Point", "coordinates": [activity.longitude, activity.latitude]}
