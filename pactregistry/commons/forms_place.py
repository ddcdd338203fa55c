"""Where something is: chosen from the city's list, typed, or picked on the map. Art. 2(1)a."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import FloatField, SelectChoice, SelectField, StringField
from wtforms.validators import Length, NumberRange, Optional

from pactregistry.config import settings
from pactregistry.languages import in_language


class Degrees(FloatField):
    """A coordinate, with a decimal point or comma."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        super().process_formdata([value.replace(",", ".") for value in valuelist])


class PlaceFields:
    """Where: chosen from the city's list, typed, or picked on the map."""

    place = SelectField(
        _("A known place of the city"),
        description=_("It fills in district and position by itself."),
        validators=[Optional()],
    )
    place_name = StringField(
        _("Place in your words"),
        description=_("A street, a square, a building, a web address: as people know it."),
        validators=[Optional(), Length(max=200)],
    )
    district = SelectField(_("District"), validators=[Optional()])
    longitude = Degrees(
        _("Longitude"),
        description=_("In degrees, such as 11.05; only if you know it."),
        validators=[Optional(), NumberRange(min=-180, max=180)],
        render_kw={"inputmode": "decimal"},
    )
    latitude = Degrees(
        _("Latitude"),
        description=_("In degrees, such as 44.62; only if you know it."),
        validators=[Optional(), NumberRange(min=-90, max=90)],
        render_kw={"inputmode": "decimal"},
    )


def place_choices() -> list[Any]:
    """The places of the city's list, after none of them."""
    none = SelectChoice("", _("not on the list, or unchanged"))
    return [none, *(SelectChoice(p.name, p.name) for p in settings().city.places)]


def district_choices() -> list[Any]:
    """The districts, after none of them."""
    districts = settings().city.districts.items()
    none = SelectChoice("", _("not known"))
    return [none, *(SelectChoice(key, in_language(d.name)) for key, d in districts)]


def fill_in_place(chosen: str, values: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with what the city's list knows of the place that was chosen from it."""
    places = {place.name: place for place in settings().city.places}
    place = places.get(chosen)
    if place is None:
        return values
    typed = values["place_name"]
    own_name = typed.strip() and typed not in places
    return values | {
        "place_name": typed if own_name else place.name,
        "district": place.district,
        "longitude": place.longitude,
        "latitude": place.latitude,
    }
