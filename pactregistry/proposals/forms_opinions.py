"""What an office, a public service or a district president types. Art. 11(6)."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    FileField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pactregistry.people.forms_day import LONGEST, DayForm
from pactregistry.proposals.forms_inquiry import LONGEST_TERM
from pactregistry.workflow.states import Verdict
from pactregistry.workflow.words import VERDICTS

VERDICT_CHOICES = [SelectChoice(verdict.value, _(VERDICTS[verdict])) for verdict in Verdict]
TEXT_HINT = _(
    "Plain words: what you looked at, what stands against it, what would remove it. It is public."
)


class OpinionForm(FlaskForm):
    """An opinion given here: read as the public will read it, then confirmed."""

    verdict = RadioField(_("Opinion"), choices=VERDICT_CHOICES, validators=[InputRequired()])
    text = TextAreaField(
        _("Text, with conditions where there are any"),
        description=TEXT_HINT,
        validators=[Optional(), Length(max=LONGEST)],
    )
    digest_read = HiddenField()


class OpinionElsewhereForm(DayForm):
    """An opinion that came by another way, such as certified mail."""

    verdict = RadioField(_("Opinion"), choices=VERDICT_CHOICES, validators=[InputRequired()])
    text = TextAreaField(
        _("Text, with conditions where there are any"),
        description=TEXT_HINT,
        validators=[Optional(), Length(max=LONGEST)],
    )
    source_document = StringField(
        _("Document"),
        description=_("For example: letter by certified mail, minutes of a meeting."),
        validators=[InputRequired(), Length(max=200)],
    )
    source_number = StringField(
        _("The City's registry number of the document"),
        validators=[Optional(), Length(max=60)],
    )
    scan = FileField(
        _("The document as a file"),
        description=_("PDF, JPEG, PNG or signed .p7m, up to 20 MB. It is not published."),
    )


class FurtherOpinionForm(FlaskForm):
    """One more opinion, asked while the inquiry runs."""

    office = SelectField(_("Office or district"), validators=[InputRequired()])
    days = IntegerField(
        _("Days for the opinion"),
        validators=[InputRequired(), NumberRange(min=1, max=LONGEST_TERM)],
    )
