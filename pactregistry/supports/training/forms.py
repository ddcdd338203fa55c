"""What is typed of training: a session by the desk, a person at the counter. Art. 18."""

from collections.abc import Collection
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    SelectChoice,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm, Wanted

MOST_SEATS = 10_000  # catches a typing mistake
AUDIENCES = {
    "citizens": _("for citizens"),
    "staff": _("for the City's staff"),
    "both": _("for citizens and staff together"),
}


class SessionForm(SeenForm):
    """One session; topics for staff are not for citizens alone. Art. 18(4), 18(5)."""

    staff_topics: Collection[str] = ()

    title = StringField(_("Title"), validators=[InputRequired(), Length(max=200)])
    topics = Checkboxes(_("What it is about"), validators=[InputRequired()])
    audience = RadioField(
        _("For whom"),
        choices=[SelectChoice(key, label) for key, label in AUDIENCES.items()],
        validators=[InputRequired()],
    )
    day = DateField(_("Which day"), validators=[InputRequired()])
    begins = TimeField(_("From"), validators=[InputRequired()])
    ends = TimeField(_("To"), validators=[InputRequired()])
    place = StringField(_("Where"), validators=[InputRequired(), Length(max=300)])
    who_teaches = StringField(
        _("Whose skills"),
        description=_("An office, a supplier, a group that shares what it knows. Name no person."),
        validators=[Optional(), Length(max=300)],
    )
    seats = IntegerField(
        _("Seats"), validators=[InputRequired(), NumberRange(min=1, max=MOST_SEATS)]
    )

    def validate_ends(self, field: Any) -> None:
        """A session ends after it begins, on the same day."""
        if field.data and self.begins.data and field.data <= self.begins.data:
            raise ValidationError(_("The end lies before the beginning."))

    def validate_audience(self, field: Any) -> None:
        """Topics for staff are for staff, alone or together with citizens."""
        if field.data == "citizens" and set(self.topics.data or ()) & set(self.staff_topics):
            raise ValidationError(
                _("A topic for staff is chosen: say “staff” or “together” (Art. 18(5)).")
            )


class CounterForm(SeenForm):
    """Somebody who signs up at the counter."""

    name = StringField(
        _("Name and surname of the person"),
        description=_("Private: only the office reads it."),
        validators=[InputRequired(), Length(max=200)],
    )
    contact = StringField(
        _("How to reach the person"),
        description=_("Telephone or address, private."),
        validators=[Optional(), Length(max=300)],
    )


class AttendanceForm(SeenForm):
    """Who came, by line of the list."""

    came = Checkboxes(_("Who came"), coerce=int, validators=[Optional()])


class CallOffForm(SeenForm):
    """Why a session is called off."""

    reason = TextAreaField(
        _("Reason"),
        description=_("Who signed up and everyone else reads it."),
        validators=[Wanted(), Length(max=LONGEST)],
    )
