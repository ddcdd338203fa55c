"""What members and the desk type when a group's representative changes. Art. 4(3), 4(4)."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import RadioField, SelectChoice, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.people.forms_day import LONGEST


class AskForm(FlaskForm):
    """Who shall represent the group, and why."""

    member = SelectField(_("New representative"), coerce=int, validators=[InputRequired()])
    reason = TextAreaField(
        _("Why"),
        description=_("The members read it, and the office."),
        validators=[InputRequired(), Length(max=LONGEST)],
    )


class VoiceForm(FlaskForm):
    """A member's answer."""

    agrees = RadioField(
        _("Do you agree?"),
        choices=[SelectChoice("yes", _("Yes")), SelectChoice("no", _("No"))],
        validators=[InputRequired()],
    )
    objection = TextAreaField(
        _("Objection"),
        description=_("The other members and the office read it."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class MinutesForm(FlaskForm):
    """The signed minutes by which the members decided."""

    paper = FileField(
        _("Signed minutes"),
        description=_("A PDF or a photograph, 20 MB at most."),
        validators=[InputRequired()],
    )


class DeskForm(AskForm, MinutesForm):
    """What the desk records from paper."""
