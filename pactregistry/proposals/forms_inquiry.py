"""What an officer types in the inquiry. Art. 11(4)-(6), 11(9)."""

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, TextsForm, Wanted
from pactregistry.workflow.states import ProposalState

LONGEST_TERM = 730  # days: catches a typing mistake, not a rule of the regulation
_DAYS = NumberRange(min=1, max=LONGEST_TERM)


class InquiryForm(DayForm):
    """Time needed, offices involved, comment window. Art. 11(4)-(6)."""

    days = IntegerField(
        _("Days needed for the inquiry"),
        description=_("Counted from the day on which the proposal was received."),
        validators=[Wanted(), Optional(), _DAYS],
    )
    offices = SelectMultipleField(
        _("Offices whose opinion is asked"),
        description=_("Each is written to at once. None is lawful too, for a small case."),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validators=[Optional()],
    )
    district = BooleanField(_("Ask the district president for an opinion of opportunity"))
    opinion_days = IntegerField(_("Days for each opinion"), validators=[InputRequired(), _DAYS])
    pact_kind = RadioField(
        _("Kind of pact"),
        description=_("Who approves, and how long everyone may comment, depend on it."),
        validators=[InputRequired(_("Choose a kind: what follows depends on it."))],
    )
    comments_from = DateField(
        _("Comments open on"),
        description=_("Today at the earliest: before it, nobody could read the sheet."),
        validators=[InputRequired()],
    )
    comment_days = IntegerField(
        _("Days for comments"),
        description=_("Everyone may comment until midnight of the last day."),
        validators=[InputRequired(), _DAYS],
    )
    weighty = BooleanField(
        _("A complex or important case: everyone may comment for longer"),
        description=_("For some kinds of pact the text gives the longer time in any case."),
    )
    substantial_change = BooleanField(
        _("Places or their planned use change substantially: the City executive looks at it first")
    )
    digest_read = HiddenField()


class SupplementRequestForm(TextsForm):
    """What is missing, listed once and in full. Art. 11(4), 3(1)f."""


class ReferralForm(DayForm):
    """Sending the file to the executive. Art. 11(9)."""

    substantial_change = BooleanField(_("Places or their planned use change substantially"))
    why = TextAreaField(
        _("What changes, and what is asked of the executive"),
        description=_("It becomes part of the public history: no personal data."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class ResolutionForm(DayForm):
    """The executive's resolution. Art. 11(9)."""

    outcome = RadioField(
        _("What was resolved"),
        choices=[
            SelectChoice(ProposalState.INQUIRY.value, _("In favour: the inquiry goes on")),
            SelectChoice(ProposalState.REFUSED.value, _("Against: the proposal is refused")),
        ],
        validators=[InputRequired()],
    )
    resolution = StringField(
        _("Number and date of the resolution"),
        description=_("As they stand on the act."),
        validators=[Wanted(), Length(max=200)],
    )
    reason = TextAreaField(
        _("Reasons of the resolution"),
        description=_("They are public: no personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class RegistryNumberForm(SeenForm):
    """The City's own registry number. Art. 11(1)."""

    registry_number = StringField(
        _("The City's registry number"), validators=[InputRequired(), Length(max=60)]
    )
