"""What is typed about a choice between competing proposals. Art. 10(7), 4(1)."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    IntegerField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.people.forms_day import LONGEST, DayForm, Wanted
from pactregistry.proposals.competing.forms import PEOPLE, PUBLIC_TEXT, Scanned
from pactregistry.workflow.states import ChoiceKind
from pactregistry.workflow.words import CHOICE_KINDS

BLANK = "blank"


class CallForm(DayForm):
    """The notice of a participatory choice."""

    kind = RadioField(
        _("How it is made"),
        choices=[SelectChoice(kind.value, _(CHOICE_KINDS[kind])) for kind in ChoiceKind],
        validators=[InputRequired()],
    )
    opens_on = DateField(
        _("First day of the ballot"),
        description=_(
            "With a ballot: tomorrow at the earliest, as everyone must be able to read the notice."
        ),
        validators=[Wanted(), Optional()],
    )
    closes_on = DateField(
        _("Last day of the ballot"),
        description=_("With a ballot: one may vote until its midnight."),
        validators=[Wanted(), Optional()],
    )
    assembly_on = DateField(
        _("Day of the assembly"),
        description=_("With an assembly: after the last day of the ballot, if there is one."),
        validators=[Wanted(), Optional()],
    )
    assembly_place = StringField(
        _("Place and hour of the assembly"), validators=[Wanted(), Optional(), Length(max=200)]
    )
    community = StringField(
        _("The community concerned"),
        description=_(
            "In words, for example the neighbours of the square. It invites and excludes nobody: "
            "no residence is asked (Art. 4(1))."
        ),
        validators=[Optional(), Length(max=300)],
    )


class CountForm(Scanned, DayForm):
    """What the minutes of the count say; ballot papers are counted by the program."""

    present = IntegerField(_("People at the assembly"), validators=[Wanted(), Optional(), PEOPLE])
    votes = FieldList(IntegerField(validators=[Wanted(), Optional(), PEOPLE]), max_entries=50)
    blank = IntegerField(_("Blank votes"), validators=[Wanted(), Optional(), PEOPLE])
    invalid = IntegerField(_("Invalid votes"), validators=[Wanted(), Optional(), PEOPLE])
    minutes = TextAreaField(
        _("Minutes"),
        description=_(
            "Who called, how it was made known, how it was counted. "
            "They are public: no personal data."
        ),
        validators=[Wanted(), Length(max=LONGEST)],
    )
    scan_public = BooleanField(
        _("The scan holds no personal data and is published with the minutes")
    )


class VoteForm(FlaskForm):
    """One vote."""

    option = RadioField(
        _("Your vote"), validators=[InputRequired(_("Choose one, or the blank vote."))]
    )


class ResultForm(DayForm):
    """The result, recorded on each proposal."""

    remark = TextAreaField(
        _("What else should be said to who was not chosen"),
        description=_("The numbers are told already. It is public: no personal data."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class CallingOffForm(DayForm):
    """Why a choice is called off."""

    reason = TextAreaField(
        _("Reason"),
        description=PUBLIC_TEXT,
        validators=[Wanted(), Length(max=LONGEST)],
    )
