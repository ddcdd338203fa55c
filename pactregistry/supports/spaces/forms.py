"""What citizens type to ask for a space. Art. 21(1)."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import InputRequired, Length, NumberRange, ValidationError

from pactregistry.people.forms_day import LONGEST, SeenForm, Wanted

MOST_PEOPLE = 100_000  # catches a typing mistake
USES = {
    "meeting": _("a meeting"),
    "self_financing": _("raising funds of our own for a commons"),
}


class BookingForm(SeenForm):
    """A space for some hours; the rate is not asked, it is always the institutional one."""

    space = SelectField(_("Which space"), validators=[InputRequired()])
    day = DateField(_("Which day"), validators=[InputRequired()])
    begins = TimeField(_("From"), validators=[InputRequired()])
    ends = TimeField(_("To"), validators=[InputRequired()])
    use = RadioField(
        _("What for"),
        choices=[SelectChoice(key, label) for key, label in USES.items()],
        validators=[InputRequired()],
    )
    purpose = StringField(
        _("In a few words"),
        description=_("Only the office reads it."),
        validators=[InputRequired(), Length(max=300)],
    )
    people = IntegerField(
        _("How many people come, about"),
        validators=[InputRequired(), NumberRange(min=1, max=MOST_PEOPLE)],
    )
    group = SelectField(_("Who asks"))

    def validate_ends(self, field: Any) -> None:
        """A use ends after it begins, on the same day."""
        if field.data and self.begins.data and field.data <= self.begins.data:
            raise ValidationError(_("The end lies before the beginning."))


class WhyForm(SeenForm):
    """The reasons of a negative answer."""

    reason = TextAreaField(
        _("Reasons"),
        description=_("Who asked reads them, with the remedies."),
        validators=[Wanted(), Length(max=LONGEST)],
    )
