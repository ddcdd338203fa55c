"""What is typed about a commons: shortly by a citizen, wholly by the office. Art. 2(1)a, 10(6)."""

from typing import Any

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import FileStorage
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from pactregistry.commons.forms_place import PlaceFields, district_choices, place_choices
from pactregistry.commons.geometry import MOST_BYTES, GeometryFault, read_geojson
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted
from pactregistry.workflow.states import CommonsKind, OwnerKind, Reserved
from pactregistry.workflow.words import COMMONS_KINDS, OWNER_KINDS, RESERVED

PLACELESS = frozenset({CommonsKind.INTANGIBLE, CommonsKind.DIGITAL})


class NamedFields:
    """What it is and why it matters: all that a citizen tells. Art. 2(1)a, 16(2)."""

    name = StringField(
        _("Name"),
        description=_("As people call it, such as: the old washhouse in Via del Forno."),
        validators=[InputRequired(_("Give it a name.")), Length(max=200)],
    )
    kind = RadioField(
        _("What it is"),
        coerce=CommonsKind,
        validators=[InputRequired(_("Choose what comes nearest."))],
    )
    description = TextAreaField(
        _("What is there"),
        description=_("What one finds today: size, state, who uses it."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    aims = TextAreaField(
        _("What may be done there"),
        description=_(
            "The aims for which it is open to collaboration (Art. 10(6)): a sentence is enough."
        ),
        validators=[Optional(), Length(max=LONGEST)],
    )


class PositionFields(PlaceFields):
    """Where it is, as a person picks it on the map or types it."""

    def validate_longitude(self, field: Any) -> None:
        """Half a position is a slip."""
        if field.data is not None and self.latitude.data is None:
            raise ValidationError(_("A position has both a longitude and a latitude."))

    def validate_latitude(self, field: Any) -> None:
        """Half a position is a slip."""
        if field.data is not None and self.longitude.data is None:
            raise ValidationError(_("A position has both a longitude and a latitude."))


class ShapeFields(PositionFields):
    """Where it is, and its shape."""

    geojson = TextAreaField(
        _("Shape as GeoJSON"),
        description=_(
            "A point, a line or an area drawn with a map program, in degrees, longitude first. "
            "Without it the position stands for the place."
        ),
    )
    geojson_file = FileField(
        _("Or a GeoJSON file"),
        description=_("At most 512 kB, with one feature. It takes the place of the text above."),
        validators=[Optional()],
    )

    shape: dict[str, Any] | None = None

    def validate_geojson(self, field: Any) -> None:
        """Read the shape from the file, else from the text; the file's text is kept on the page."""
        upload = _file_of(self.geojson_file)
        if upload is not None:
            field.data = upload.read(MOST_BYTES + 1).decode("utf-8", "replace")
        if not (field.data or "").strip():
            return
        try:
            self.shape = read_geojson(field.data)
        except GeometryFault as fault:
            raise ValidationError(_(str(fault))) from fault


class SuggestionForm(NamedFields, PositionFields, SeenForm):
    """A place that somebody proposes for the list. Art. 16(2)."""


class EntryForm(NamedFields, ShapeFields, SeenForm):
    """A whole entry of the list."""

    availability = TextAreaField(
        _("Availability"),
        description=_("From when, on which days, which parts; what stands in the way."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    theme = StringField(_("Theme"), validators=[Optional(), Length(max=100)])
    url = StringField(
        _("Web address"),
        description=_("Where a digital good is found."),
        validators=[Optional(), Length(max=500)],
    )
    licence = StringField(
        _("Licence"),
        description=_("Under which everyone may use a digital good (Art. 9(1))."),
        validators=[Optional(), Length(max=200)],
    )
    owner_kind = RadioField(
        _("Whose it is"), coerce=OwnerKind, default=OwnerKind.CITY, validators=[InputRequired()]
    )
    owner = StringField(
        _("Name of the owner"),
        description=_("Only the office reads it, unless you say below that it may be public."),
        validators=[Optional(), Length(max=200)],
    )
    owner_public = BooleanField(_("The owner's name may be public: it is no private person"))
    heritage_protected = BooleanField(_("It is a listed monument or a protected landscape"))
    confiscated = BooleanField(_("It was confiscated from organised crime (Art. 16(5))"))
    source_act = StringField(
        _("Act by which it was identified"),
        description=_("For a building: the resolution of the City executive (Art. 16(1))."),
        validators=[Optional(), Length(max=200)],
    )
    reserved_for = SelectField(_("Reserved share"), validators=[Optional()])
    temporary_use = BooleanField(_("Temporary use, until it gets its final purpose (Art. 8(3))"))
    temporary_use_until = DateField(_("Last day of the temporary use"), validators=[Optional()])

    def validate_url(self, field: Any) -> None:
        """Only addresses that a browser opens as a page."""
        typed = (field.data or "").strip()
        if typed and not typed.lower().startswith(("https://", "http://")):
            raise ValidationError(_("A web address begins with https:// or http://."))

    def validate_kind(self, field: Any) -> None:
        """What is not of stone and soil has no position."""
        drawn = (self.geojson.data or "").strip() or _file_of(self.geojson_file)
        if field.data in PLACELESS and (drawn or self.longitude.data is not None):
            raise ValidationError(
                _("An intangible or digital good has no position: leave the place empty.")
            )


class NewEntryForm(EntryForm, DayForm):
    """An entry that the office makes or puts on the list, with the day of the act."""


class OwnerForm(DayForm):
    """The new owner of a place, and from which document it is known. Art. 14(1), 16(4)."""

    owner_kind = RadioField(_("Whose it is now"), coerce=OwnerKind, validators=[InputRequired()])
    owner = StringField(
        _("Name of the owner"),
        description=_("Only the office reads it, unless you say below that it may be public."),
        validators=[Optional(), Length(max=200)],
    )
    owner_public = BooleanField(_("The owner's name may be public: it is no private person"))
    reason = TextAreaField(
        _("How it is known"),
        description=_("The deed, the notice or the register, with its date. No personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


def offer(form: Any) -> None:
    """Fill in the choices that the law and the city offer."""
    owners = [k for k in OWNER_KINDS if k != OwnerKind.UNKNOWN] + [OwnerKind.UNKNOWN]
    choices = {
        "kind": [SelectChoice(k, _(v)) for k, v in COMMONS_KINDS.items()],
        "owner_kind": [SelectChoice(k, _(OWNER_KINDS[k])) for k in owners],
        "reserved_for": [
            SelectChoice("", _("not reserved")),
            *(SelectChoice(k, _(RESERVED[k])) for k in Reserved),
        ],
    }
    for name, offered in choices.items():
        if name in form:
            form[name].choices = offered
    if "place" in form:
        form.place.choices = place_choices()
        form.district.choices = district_choices()


def _file_of(field: FileField) -> FileStorage | None:
    given: object = field.data
    return given if isinstance(given, FileStorage) and given.filename else None
