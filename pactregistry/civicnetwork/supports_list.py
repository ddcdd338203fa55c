"""The support granted in signed pacts, as everyone reads it. Art. 3(1)b, 5(2)g, 18-27."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from marshmallow import Schema, fields
from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased, contains_eager

from pactregistry.civicnetwork.public import Search
from pactregistry.civicnetwork.schemas import PageLink, SupportLine
from pactregistry.config import settings
from pactregistry.database import db, folded
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact, PactVersion, SupportItem
from pactregistry.pacts.record import detail_records
from pactregistry.paging import Page, paged
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.pack import Choice
from pactregistry.workflow.states import VersionState

FILTERS = ("kind", "district", "state", "pack")
COLUMNS = (
    "id",
    "pact",
    "title",
    "state",
    "district",
    "kind",
    "label",
    "description",
    "stated",
    "worth",
    "currency",
    "starts_on",
    "ends_on",
    "url",
)


class GrantedSchema(Schema):
    """One support of a pact in force or ended; `worth` is a ceiling or an estimate, as decimal."""

    id = fields.Integer()
    pact = fields.String()
    title = fields.String()
    state = fields.String()
    district = fields.String()
    kind = fields.String()
    label = fields.String()
    description = fields.String()
    details = fields.List(fields.Nested(SupportLine))
    worth = fields.Decimal(as_string=True, allow_none=True)
    currency = fields.String(allow_none=True)
    starts_on = fields.Date(allow_none=True)
    ends_on = fields.Date(allow_none=True)
    links = fields.Nested(PageLink)


class GrantedPage(Schema):
    """A page of supports; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(GrantedSchema))
    next = fields.Integer(allow_none=True)


@dataclass(frozen=True)
class Line:
    """One support as the list shows it."""

    item: SupportItem
    label: str
    worth: Decimal | None

    @property
    def pact(self) -> Pact:
        """The pact that grants it."""
        return self.item.pact_version.pact


def find_supports(search: Search, page: int) -> tuple[Page, list[Line]]:
    """The supports that match, those of the newest pacts first."""
    query = _granted()
    for name, value in search.chosen.items():
        query = query.where(_chosen(name, value))
    for word in folded(search.words).split():
        in_text = func.lower(SupportItem.description).contains(word, autoescape=True)
        query = query.where(
            or_(in_text, Pact.search_text.contains(word, autoescape=True), Pact.number == word)
        )
    found = paged(query.order_by(Pact.published_at.desc(), Pact.id.desc(), SupportItem.id), page)
    return found, [line_of(item) for item in found.items]


def line_of(item: SupportItem) -> Line:
    """A support with its name and what it is worth."""
    label = label_of(item.kind, item.pact_version.pack_id)
    return Line(item, label, worth_of(item))


def all_supports(after: int = 0, limit: int | None = None) -> Sequence[SupportItem]:
    """The granted supports by id, for downloads and the API."""
    query = _granted().where(SupportItem.id > after)
    return db.session.scalars(query.order_by(SupportItem.id).limit(limit)).all()


def worth_of(item: SupportItem) -> Decimal | None:
    """What a support is worth at most: its ceiling, else what was estimated; None if not told."""
    if item.amount_ceiling is not None:
        return item.amount_ceiling
    estimate = (item.details or {}).get("estimate")
    return Decimal(estimate) if estimate else None


def kinds_known() -> dict[str, Choice]:
    """Every kind of support of the packs in use, by key."""
    return {choice.key: choice for pack in settings().packs.values() for choice in pack.supports}


def label_of(kind: str, pack_id: str) -> str:
    """The name of a kind in the City's language."""
    here = settings()
    known = next((c for c in here.packs[pack_id].supports if c.key == kind), None)
    return known.label[here.city.language] if known else kind


def support_records(items: Sequence[SupportItem]) -> list[dict[str, Any]]:
    """Supports as the contract tells them; nothing personal."""
    return [_record(item) for item in items]


def dump_supports() -> list[dict[str, Any]]:
    """All supports as plain JSON values."""
    records = support_records(all_supports())
    return [dict(record) for record in GrantedSchema(many=True).dump(records)]


def support_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `supports.csv` from a support's dumped record."""
    said = "; ".join(f"{line['label']}: {line['text']}" for line in record["details"])
    return {**record, "stated": said, "url": record["links"]["html"]}


def _record(item: SupportItem) -> dict[str, Any]:
    pact = item.pact_version.pact
    worth = worth_of(item)
    return {
        "id": item.id,
        "pact": pact.number,
        "title": pact.title,
        "state": str(pact.state),
        "district": pact.district,
        "kind": item.kind,
        "label": label_of(item.kind, item.pact_version.pack_id),
        "description": item.description,
        "details": detail_records(item),
        "worth": worth,
        "currency": None if worth is None else "EUR",
        "starts_on": pact.starts_on,
        "ends_on": pact.ends_on,
        "links": {"html": f"{settings().base_url}/pacts/{pact.number}"},
    }


def _granted() -> Select[Any]:
    # What counts is the text in force: the last one signed.
    later = aliased(PactVersion)
    newer = select(later.id).where(
        later.pact_id == PactVersion.pact_id,
        later.state == VersionState.SIGNED,
        later.ordinal > PactVersion.ordinal,
    )
    query = select(SupportItem).join(SupportItem.pact_version).join(PactVersion.pact)
    in_force = and_(PactVersion.state == VersionState.SIGNED, ~newer.exists())
    told = contains_eager(SupportItem.pact_version).contains_eager(PactVersion.pact)
    return query.where(PACT_IS_PUBLIC, in_force).options(told)


def _chosen(name: str, value: str) -> ColumnElement[bool]:
    if name == "state" and value not in set(PUBLISHED):
        return Pact.id.is_(None)
    columns: Mapping[str, Any] = {
        "kind": SupportItem.kind,
        "district": Pact.district,
        "state": Pact.state,
        "pack": Pact.pack_id,
    }
    condition: ColumnElement[bool] = columns[name] == value
    return condition
