"""Between an entry and its form: what stands is shown, what is typed is kept. Art. 10(6)."""

import json
from typing import Any

from pactregistry.commons.forms_place import fill_in_place
from pactregistry.commons.geometry import centre_of, farthest
from pactregistry.commons.inventory.forms import PLACELESS, EntryForm
from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.workflow.states import OwnerKind

MACHINERY = frozenset(
    {"version", "csrf_token", "place", "place_name", "geojson", "geojson_file"}
    | {"occurred_on", "why_earlier"}
)
TEXTS = frozenset({"StringField", "TextAreaField", "SelectField"})


def show(form: EntryForm, commons: Commons) -> None:
    """Put what stands into the fields that are not columns of the same name."""
    form.place_name.data = commons.address
    drawn = commons.geometry is not None and commons.geometry["type"] != "Point"
    form.geojson.data = json.dumps(commons.geometry) if drawn else ""


def without_owner(form: EntryForm, commons: Commons) -> None:
    """Leave the owner to a step of its own, once it is known. Art. 14(1), 16(4)."""
    unnamed = commons.owner_kind is not OwnerKind.CITY and not commons.owner
    if commons.owner_kind is OwnerKind.UNKNOWN or unnamed:
        return
    for name in ("owner_kind", "owner", "owner_public"):
        del form[name]


def columns(form: Any) -> dict[str, Any]:
    """What was typed, by columns; a place of the city's list fills in where it is."""
    values = {
        field.name: (field.data or "").strip() if field.type in TEXTS else field.data
        for field in form
        if field.name not in MACHINERY
    }
    values["place_name"] = (form.place_name.data or "").strip()
    values = fill_in_place(form.place.data or "", values)
    values["address"] = values.pop("place_name")
    return values | _position(form, values)


def beyond_reach(commons: Commons) -> int:
    """How many kilometres from the centre a place lies that is not in the city; 0 where it is."""
    city = settings().city
    if commons.geometry is None:
        return 0
    far = farthest(commons.geometry, city.map_centre)
    return round(far) if far > city.map_reach else 0


def _position(form: Any, values: dict[str, Any]) -> dict[str, Any]:
    if values["kind"] in PLACELESS:
        return {"geometry": None, "longitude": None, "latitude": None}
    shape = getattr(form, "shape", None)
    longitude, latitude = values["longitude"], values["latitude"]
    if shape is not None and longitude is None:
        longitude, latitude = centre_of(shape)
    if shape is None and longitude is not None:
        shape = {"type": "Point", "coordinates": [longitude, latitude]}
    return {"geometry": shape, "longitude": longitude, "latitude": latitude}
