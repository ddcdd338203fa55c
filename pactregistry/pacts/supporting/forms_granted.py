"""What is typed of support as it is used: funds, permits. Art. 25(1), 27."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.people.forms_day import DayForm, SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.proposals.form_fields import MOST_EURO

LONGEST_LINE = 300


class PastForm(SeenForm):
    """A form with a day that is not after `latest`."""

    latest = date.max

    on = DateField(_("On which day"), validators=[InputRequired()])

    def validate_on(self, field: Any) -> None:
        """What is recorded has happened."""
        if field.data and field.data > self.latest:
            raise ValidationError(_("That day lies in the future."))


class RaisedForm(PastForm):
    """One occasion of fundraising."""

    what = StringField(
        _("Occasion"),
        description=_("The feast, anniversary or campaign, and what was offered. Name no donor."),
        validators=[InputRequired(), Length(max=LONGEST_LINE)],
    )
    amount = NumberField(
        _("Raised, in euro"),
        description=_("0 where nothing came in."),
        validators=[InputRequired(), NumberRange(min=0, max=MOST_EURO)],
    )


class SpentForm(PastForm):
    """What raised money was spent on."""

    what = StringField(
        _("Spent on what"),
        description=_("Everyone reads it: name no person."),
        validators=[InputRequired(), Length(max=LONGEST_LINE)],
    )
    amount = NumberField(
        _("Spent, in euro"),
        validators=[InputRequired(), NumberRange(min=0.01, max=MOST_EURO)],
    )


class PermitForm(PastForm):
    """A permit that is asked for."""

    permit = SelectField(_("Which permit"), validators=[InputRequired()])
    office = SelectField(_("Which office gives it"), validators=[InputRequired()])


class GivenForm(DayForm):
    """A permit that was given."""

    act = StringField(
        _("By which act"),
        description=_("Number and date, if it has one."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )


class LinkForm(SeenForm):
    """The session that serves a pact."""

    session = SelectField(_("Which session"), validators=[InputRequired()])
