"""What a citizen types to be authorised, and to say that it is done. Art. 10(4), 12, 31(1)."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    HiddenField,
    IntegerField,
    MultipleFileField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.commons.forms_place import (
    PlaceFields,
    district_choices,
    fill_in_place,
    place_choices,
)
from pactregistry.commons.modules.conditions import Conditions, counted
from pactregistry.config import settings
from pactregistry.people.forms_day import LONGEST, SeenForm, Wanted
from pactregistry.workflow.states import CommonsKind
from pactregistry.workflow.words import COMMONS_KINDS

MOST_PEOPLE = 10_000  # catches a typing mistake
MOST_HOURS = 99_999
YES_OR_NO = {"yes": True, "no": False}


class ActivityForm(PlaceFields, SeenForm):
    """One screen, on a phone: where, when, how many, and the terms."""

    ordinal = HiddenField()
    commons_id = SelectField(
        _("Place from the list of commons"),
        description=_("The City knows these places: then fewer questions are left."),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )
    place = SelectField(
        _("Another known place"),
        description=_("It fills in district and position by itself."),
        validators=[Optional()],
    )
    place_name = StringField(
        _("Place in your words"),
        description=_("A street, a square, a house number: as people know it."),
        validators=[Length(max=200)],
    )
    happens_on = DateField(_("On which day"), validators=[InputRequired()])
    items = IntegerField(
        _("How many"), validators=[Optional(), Wanted(), NumberRange(min=1, max=MOST_PEOPLE)]
    )
    people_count = IntegerField(
        _("How many people take part"),
        default=1,
        validators=[InputRequired(), NumberRange(min=1, max=MOST_PEOPLE)],
    )
    commons_kind = SelectField(
        _("What kind of place it is"),
        coerce=lambda value: CommonsKind(value) if value else None,
        validators=[Optional()],
    )
    heritage = RadioField(
        _("Is it a listed monument, or inside a protected landscape?"),
        description=_(
            "Only if the place is not on the list of commons. Signs of it: a church, a palace, "
            "walls of the old town, a plate. If you do not know, call the office."
        ),
        coerce=YES_OR_NO.get,
        validators=[Optional(), Wanted()],
    )
    consent = RadioField(
        _("Does the place belong to the City, or has its owner agreed in writing?"),
        description=_("Only if the place is not on the list of commons, or is not the City's."),
        coerce=YES_OR_NO.get,
        validators=[Optional(), Wanted()],
    )
    owner_consent = StringField(
        _("Who agreed, and when"),
        description=_("Only the office reads it."),
        validators=[Optional(), Length(max=300)],
    )
    wants_kit = BooleanField(_("I fetch the kit that the City lends"), default=True)
    group_id = SelectField(
        _("A group that you represent"),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )
    public_author = StringField(
        _("Name that the public reads"),
        description=_("A first name, a group, a class. Leave it empty and no name is shown."),
        validators=[Optional(), Length(max=120)],
    )
    note = TextAreaField(
        _("Something the office should know"),
        description=_("Only the office reads it."),
        validators=[Optional(), Length(max=2000)],
    )
    author_name = StringField(
        _("Name and surname of the person"),
        description=_("Private: only the offices read it."),
        validators=[InputRequired(), Length(max=200)],
    )
    author_contact = StringField(
        _("How to reach the person"),
        description=_("Telephone or address, private."),
        validators=[InputRequired(), Length(max=300)],
    )
    accepts = BooleanField(_("I accept the terms above"), validators=[Wanted()])
    risk_read = BooleanField(_("I have read the sheet on risks and protective equipment"))

    def validate_happens_on(self, field: Any) -> None:
        """What is authorised lies ahead."""
        if field.data and field.data < settings().today():
            raise ValidationError(_("Choose today or a later day."))

    def validate_place_name(self, field: Any) -> None:
        """Somewhere it must be."""
        chosen = self.data.get("commons_id") or self.place.data
        if not chosen and not (field.data or "").strip():
            raise ValidationError(_("Say where: choose a place or write it in your words."))

    def typed(self) -> dict[str, Any]:
        """What was typed, by the names of `cases.Announced`."""
        left_out = {"version", "csrf_token", "ordinal", "commons_id", "place"}
        texts = {"StringField", "TextAreaField"}
        values = {
            field.name: (field.data or "").strip() if field.type in texts else field.data
            for field in self
            if field.name not in left_out
        }
        return fill_in_place(self.place.data or "", values)

    def ask(self, names: Iterable[str]) -> None:
        """Mark what must still be answered."""
        for name in names:
            if name in self:
                told = _("Please answer: the City does not know it of this place.")
                self[name].errors = [*self[name].errors, told]


class DoneForm(PlaceFields, SeenForm):
    """That it was done; everything but the day may be left as it was announced. Art. 12(2)."""

    done_on = DateField(_("Done on"), validators=[InputRequired()])
    items_done = IntegerField(
        _("How many in the end"), validators=[Optional(), NumberRange(min=0, max=MOST_PEOPLE)]
    )
    people_came = IntegerField(
        _("How many people came"), validators=[Optional(), NumberRange(min=1, max=MOST_PEOPLE)]
    )
    hours = DecimalField(
        _("Hours in all"),
        description=_("Of all people together, roughly."),
        places=2,
        validators=[Optional(), NumberRange(min=0, max=MOST_HOURS)],
    )
    told = TextAreaField(
        _("What you did, in a sentence"),
        description=_("It becomes public: no names of other people."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    photograph = MultipleFileField(
        _("One photograph"),
        description=_("JPEG or PNG, 20 MB at most. It becomes public; the position is taken out."),
        validators=[Optional()],
    )
    photograph_allowed = BooleanField(
        _(
            "Nobody can be recognised on it, or everyone who can has agreed; "
            "for minors, their parents"
        )
    )

    def corrected_place(self) -> dict[str, Any] | None:
        """Where it was, if it was elsewhere; None where nothing was typed."""
        values = {
            "place_name": (self.place_name.data or "").strip(),
            "district": self.district.data or "",
            "longitude": self.longitude.data,
            "latitude": self.latitude.data,
        }
        if not values["place_name"] and not self.place.data:
            return None
        return fill_in_place(self.place.data or "", values)


def activity_form(
    conditions: Conditions,
    *,
    commons: Iterable[tuple[int, str]],
    groups: Iterable[tuple[int, str]],
    asks: Iterable[str],
) -> ActivityForm:
    """The form of a module: only what its conditions, its kit and the person make necessary."""
    form = ActivityForm()
    form.commons_id.choices = [
        SelectChoice("", _("not on the list")),
        *(SelectChoice(str(number), label) for number, label in commons),
    ]
    form.place.choices, form.district.choices = place_choices(), district_choices()
    form.group_id.choices = [
        SelectChoice("", _("for myself")),
        *(SelectChoice(str(number), name) for number, name in groups),
    ]
    answers = [SelectChoice("yes", _("yes")), SelectChoice("no", _("no"))]
    form.heritage.choices = form.consent.choices = answers
    kinds = conditions.kinds and COMMONS_KINDS
    form.commons_kind.choices = [
        SelectChoice("", _("not chosen yet")),
        *(SelectChoice(kind, _(name)) for kind, name in (kinds or {}).items()),
    ]
    wanted = set(asks)
    needed = {
        "commons_id": len(form.commons_id.choices) > 1,
        "commons_kind": bool(conditions.kinds),
        "heritage": conditions.no_heritage,
        "consent": conditions.owner_consent,
        "owner_consent": conditions.owner_consent,
        "items": conditions.most_items is not None,
        "group_id": len(form.group_id.choices) > 1,
        **{n: n in wanted for n in ("wants_kit", "risk_read", "author_name", "author_contact")},
    }
    for name, is_needed in needed.items():
        if not is_needed:
            del form[name]
    if "items" in form and counted(conditions):
        form["items"].label.text = gettext("How many %(items)s", items=counted(conditions))
    return form


def done_form() -> DoneForm:
    """The form of a report, with the places of the city."""
    form = DoneForm()
    form.place.choices, form.district.choices = place_choices(), district_choices()
    return form
