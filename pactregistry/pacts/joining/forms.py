"""What people type to join a pact, to leave it, and to decide on it. Art. 3(1)d, 5(2)l."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted

LONGEST_LINE = 300


class JoinForm(SeenForm):
    """Asking to join, for oneself or for a group that one represents."""

    whom = SelectField(_("For whom?"), validators=[InputRequired()])
    words = TextAreaField(
        _("A few words"),
        description=_("What you would like to do. Both sides of the pact read it, nobody else."),
        validators=[InputRequired(), Length(max=LONGEST)],
    )


class CounterJoinForm(DayForm):
    """The same, taken at the counter for a person without an account."""

    name = StringField(_("Name and surname"), validators=[InputRequired(), Length(max=120)])
    group = StringField(
        _("For the group"),
        description=_("Its name becomes public. Empty for a single person, who stays unnamed."),
        validators=[Optional(), Length(max=120)],
    )
    contact = StringField(
        _("How to reach the person"), validators=[InputRequired(), Length(max=LONGEST_LINE)]
    )
    words = TextAreaField(_("A few words"), validators=[InputRequired(), Length(max=LONGEST)])


class YesForm(SeenForm):
    """One side's yes."""

    alone = BooleanField(
        _("Decide now, without waiting for the other side"),
        description=_("The history will say that the other side had not agreed."),
    )


class ReasonsForm(SeenForm):
    """Reasons of a negative act, which become public."""

    reasons = TextAreaField(
        _("Reasons"),
        description=_("They become public, without the person's name: do not write it here."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class LeaveForm(SeenForm):
    """Leaving, with a reason if one likes."""

    reason = TextAreaField(
        _("Reason"),
        description=_("Only the two sides of the pact read it."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class CounterLeaveForm(DayForm, LeaveForm):
    """The same, typed by the desk for a person without an account."""


class ChargesForm(SeenForm):
    """What a person is charged with."""

    reasons = TextAreaField(
        _("What happened, and under which commitment of the pact"),
        description=_("The person, and the two sides of the pact, read it. It is never public."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class AnswerForm(SeenForm):
    """What the person says."""

    text = TextAreaField(_("Your answer"), validators=[InputRequired(), Length(max=LONGEST)])
