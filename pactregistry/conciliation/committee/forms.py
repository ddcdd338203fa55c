"""What people type to name a member, to answer on one, to say yes or to leave. Art. 33(1)."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, EmailField, StringField, TextAreaField
from wtforms.validators import Email, InputRequired, Length, Optional

from pactregistry.conciliation.fields import IN_THE_ROOM, bare, letter_field
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted

LONGEST_NAME = 120


class NamingForm(SeenForm):
    """Somebody to sit on the committee."""

    name = StringField(
        _("Name and surname"),
        description=_("Ask the person first. Nobody who has a part in the pact or in its file."),
        validators=[InputRequired(), Length(max=LONGEST_NAME)],
    )
    email = EmailField(
        _("E-mail"),
        description=_("We write to this address; whoever owns it says yes or no."),
        filters=[bare],
        validators=[InputRequired(), Email(), Length(max=254)],
    )


class LetterNamingForm(DayForm):
    """The same, typed by the desk from a letter."""

    name = NamingForm.name
    email = NamingForm.email
    letter = letter_field(wanted=True)


class WordForm(SeenForm):
    """A word to the others, if there is one."""

    reason = TextAreaField(
        _("A word to the others"),
        description=IN_THE_ROOM,
        validators=[Optional(), Length(max=LONGEST)],
    )


class LetterWordForm(DayForm):
    """The same, typed by the desk from a letter."""

    reason = WordForm.reason
    letter = letter_field(wanted=True)


class ReplacingForm(SeenForm):
    """Why somebody else is to sit."""

    reason = TextAreaField(
        _("Why somebody else is to sit"),
        description=IN_THE_ROOM,
        validators=[Wanted(), Length(max=LONGEST)],
    )


class LetterReplacingForm(DayForm):
    """The same, typed by the desk from a letter."""

    reason = ReplacingForm.reason
    letter = letter_field(wanted=True)


class SeatForm(SeenForm):
    """A member's word to have no part in what is disputed."""

    no_part = BooleanField(
        _("I have no part in this dispute"),
        description=_(
            "I am not one of the parties, I do not belong to one, I did not work on this pact for "
            "the City, and nothing that I own or owe depends on how the dispute ends."
        ),
        validators=[
            InputRequired(_("Say that you have no part in it, or decline the seat.")),
        ],
    )


class ConveningForm(SeenForm):
    """The secretary convenes today."""
