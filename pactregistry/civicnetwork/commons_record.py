"""An entry of the list as the data contract tells it; nothing personal. Art. 9(2), 10(6)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields
from sqlalchemy import select

from pactregistry.civicnetwork.commons_list import all_commons
from pactregistry.civicnetwork.schemas import Event, PageLink
from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import histories
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.pacts.record import history_record
from pactregistry.workflow.lifecycle import COMMONS

COLUMNS = (
    "number",
    "name",
    "kind",
    "state",
    "aims",
    "availability",
    "theme",
    "district",
    "address",
    "longitude",
    "latitude",
    "owner_kind",
    "owner",
    "heritage_protected",
    "confiscated",
    "source_act",
    "reserved_for",
    "temporary_use_until",
    "digital_address",
    "licence",
    "listed_on",
    "reviewed_on",
    "pacts",
    "url",
)
# What happened before a place stood on the list is between its proposer and the office.
PRIVATE_STEPS = frozenset({"propose", "decline"})


class Owner(Schema):
    """The owner's kind always, a name only where it is no private person's."""

    kind = fields.String()
    name = fields.String(allow_none=True)


class CommonsSchema(Schema):
    """An entry of the list of commons; `geometry` is GeoJSON, longitude before latitude."""

    number = fields.String()
    name = fields.String()
    kind = fields.String()
    state = fields.String()
    description = fields.String()
    aims = fields.String()
    availability = fields.String()
    theme = fields.String()
    district = fields.String()
    address = fields.String()
    longitude = fields.Float(allow_none=True)
    latitude = fields.Float(allow_none=True)
    geometry = fields.Dict(allow_none=True)
    owner = fields.Nested(Owner)
    heritage_protected = fields.Boolean()
    confiscated = fields.Boolean()
    source_act = fields.String(allow_none=True)
    reserved_for = fields.String(allow_none=True)
    temporary_use = fields.Boolean()
    temporary_use_until = fields.Date(allow_none=True)
    digital_address = fields.String(allow_none=True)
    licence = fields.String(allow_none=True)
    listed_on = fields.Date(allow_none=True)
    reviewed_on = fields.Date(allow_none=True)
    pacts = fields.List(fields.String())
    history = fields.List(fields.Nested(Event))
    links = fields.Nested(PageLink)


class CommonsPage(Schema):
    """A page of entries; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(CommonsSchema))
    next = fields.Integer(allow_none=True)


def commons_records(entries: Sequence[Commons]) -> list[dict[str, Any]]:
    """Entries as the contract tells them, their histories and pacts read in one query each."""
    ids = [commons.id for commons in entries]
    told = histories(COMMONS.name, ids)
    numbers = select(Pact.commons_id, Pact.number).where(PACT_IS_PUBLIC, Pact.commons_id.in_(ids))
    pacts: defaultdict[int | None, list[str]] = defaultdict(list)
    for commons_id, number in db.session.execute(numbers.order_by(Pact.number)):
        pacts[commons_id].append(number)
    return [_record(commons, told[commons.id], pacts[commons.id]) for commons in entries]


def dump_commons(entries: Sequence[Commons] | None = None) -> list[dict[str, Any]]:
    """Entries as plain JSON values; the whole list unless some are named."""
    records = commons_records(all_commons() if entries is None else entries)
    return [dict(record) for record in CommonsSchema(many=True).dump(records)]


def commons_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `commons.csv` from an entry's dumped record."""
    return {
        **record,
        "owner_kind": record["owner"]["kind"],
        "owner": record["owner"]["name"],
        "pacts": " ".join(record["pacts"]),
        "url": record["links"]["html"],
    }


def own_shape(record: Mapping[str, Any]) -> Any:
    """The geometry of an entry."""
    return record["geometry"]


def _record(commons: Commons, entries: Sequence[Any], pacts: list[str]) -> dict[str, Any]:
    plain = {name: getattr(commons, name) for name in COLUMNS if hasattr(Commons, name)}
    return {
        **plain,
        "state": str(commons.state),
        "description": commons.description,
        "geometry": commons.geometry,
        "owner": {
            "kind": commons.owner_kind,
            "name": commons.owner if commons.owner and commons.owner_public else None,
        },
        "source_act": commons.source_act or None,
        "reserved_for": commons.reserved_for or None,
        "temporary_use": commons.temporary_use,
        "digital_address": commons.url or None,
        "licence": commons.licence or None,
        "pacts": pacts,
        "history": [history_record(e) for e in entries if e.step not in PRIVATE_STEPS],
        "links": {"html": f"{settings().base_url}/commons/{commons.number}"},
    }
