"""What each kind of support asks to be stated. Art. 18-27."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, RadioField, SelectChoice, SelectField, StringField
from wtforms import TextAreaField as Area
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.pacts.forms import LONGEST_LINE
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.proposals.form_fields import MOST_EURO

LINE = [Optional(), Length(max=LONGEST_LINE)]
TEXT = [Optional(), Length(max=LONGEST)]
SUM = [Optional(), NumberRange(min=0, max=MOST_EURO)]
MOST_DAYS = 3650  # catches a typing mistake
LEVIES = {
    "soil": _("occupation of public soil"),
    "minor_taxes": _("minor local taxes"),
    "added": _("another one, by an act of the City"),
}


class MaterialsForm(SeenForm):
    """Things lent free of charge. Art. 22."""

    may_lend_on = BooleanField(_("They may be lent on to other citizens for the same purpose"))
    used_again = Area(
        _("Things used again"),
        description=_("What comes from earlier work or is passed on after this one."),
        validators=TEXT,
    )


class SpacesForm(SeenForm):
    """A municipal space, at the rate of the City's own activities. Art. 21."""

    space = StringField(_("Which space"), validators=LINE)
    times = Area(_("When, and for what"), validators=TEXT)


class DesignForm(SeenForm):
    """Staff who help to design. Art. 23."""

    office = SelectField(_("Which office"))
    person_days = IntegerField(
        _("How many working days"), validators=[Optional(), NumberRange(min=1, max=MOST_DAYS)]
    )
    interest = Area(_("Why it is of particular public interest"), validators=TEXT)
    resources = Area(_("What the citizens bring to it"), validators=TEXT)


class ExemptionForm(SeenForm):
    """A fee or tax that is not asked, or less of it. Art. 20."""

    basis = RadioField(
        _("What is not asked"),
        choices=[SelectChoice(key, label) for key, label in LEVIES.items()],
        validators=[InputRequired()],
    )
    act = StringField(
        _("By which act"), description=_("For another one: number and date."), validators=LINE
    )
    estimate = NumberField(_("What it is worth, in euro"), validators=SUM)


class FundraisingForm(SeenForm):
    """Collecting money without it being trade: three conditions together. Art. 20(2), 25."""

    occasional = BooleanField(_("It happens now and then, not regularly"))
    tied = BooleanField(_("It goes with a celebration, an anniversary or an awareness campaign"))
    modest = BooleanField(_("What is offered is of modest value"))
    occasion = Area(_("On which occasions, offering what"), validators=TEXT)
    purpose = Area(
        _("What the money is for"),
        description=_("Where it goes and how it is shown to everyone."),
        validators=TEXT,
    )
    donors = Area(_("How donors are made visible"), validators=TEXT)


class MatchingForm(SeenForm):
    """City resources that grow with the citizens' own. Art. 25(3)."""

    per_euro = NumberField(
        _("Euro of the City for each euro raised"), validators=[InputRequired(), *SUM[1:]]
    )
    purpose = Area(_("What they are for"), validators=TEXT)


class RecognitionForm(SeenForm):
    """Plates, mentions, spaces; never in return for services. Art. 26."""

    forms = Area(
        _("How thanks are given"), description=_("Plates, mentions, spaces."), validators=TEXT
    )
    private_benefits = Area(_("What private persons offer to active citizens"), validators=TEXT)


class PermitsForm(SeenForm):
    """A permit made easier. Art. 27."""

    permit = StringField(_("Which permit"), validators=LINE)
    ordinary_days = IntegerField(
        _("Its ordinary term, in days"),
        validators=[Optional(), NumberRange(min=1, max=MOST_DAYS)],
    )
    shortened_days = IntegerField(
        _("The shortened term, in days"),
        validators=[Optional(), NumberRange(min=1, max=MOST_DAYS)],
    )
    papers = Area(_("Which papers are simpler, and how they are exchanged"), validators=TEXT)

    def validate_shortened_days(self, field: Any) -> None:
        """A shortened term is shorter."""
        ordinary = self.ordinary_days.data
        if field.data is not None and ordinary is not None and field.data >= ordinary:
            raise ValidationError(_("The shortened term is not shorter (Art. 27(2))."))


class TrainingForm(SeenForm):
    """Training agreed in the pact. Art. 18."""

    topics = Checkboxes(_("What it is about"), validators=[Optional()])
    when = Area(_("When and for whom"), validators=TEXT)


class CreditsForm(SeenForm):
    """Pupils' work that counts in school; no pupil is named. Art. 19(3)."""

    school = StringField(_("School or university"), validators=LINE)
    classes = StringField(_("Which classes"), description=_("Name no pupil."), validators=LINE)
    hours = IntegerField(
        _("Hours that count"), validators=[Optional(), NumberRange(min=1, max=MOST_DAYS)]
    )


class MoneyForm(SeenForm):
    """Costs that are reimbursed, up to the ceiling. Art. 24."""

    why_not_in_kind = Area(_("Why things and help are not enough"), validators=TEXT)
    categories = Checkboxes(_("Which costs"), validators=[Optional()])
    how_paid = Area(_("How and when it is paid"), validators=TEXT)
    advance = NumberField(
        _("Paid in advance, in euro"),
        description=_("It has a report of its own."),
        validators=SUM,
    )
