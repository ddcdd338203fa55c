"""What is typed about competing proposals and the choice between them. Art. 10(7), 4(1)."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    MultipleFileField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, DayForm, Wanted

MOST_PEOPLE = 1_000_000  # catches a typing mistake
PUBLIC_TEXT = _("It is public: no personal data.")

PEOPLE = NumberRange(min=0, max=MOST_PEOPLE)


class Scanned:
    """Scans that arrive with a form: taken in while it is checked, or answered with why not."""

    scan = MultipleFileField(
        _("Scan of the paper"),
        description=_("PDF, JPEG, PNG or signed .p7m, up to 20 MB."),
        validators=[Optional()],
    )
    scans: Sequence[Upload] = ()

    def validate_scan(self, field: Any) -> None:
        """Take the scans in."""
        self.scans = taken_in(field)


class DeclarationForm(DayForm):
    """Which proposals compete, and how they compare."""

    others = Checkboxes(_("They compete with"), validators=[Wanted(), Optional()])
    comparison = TextAreaField(
        _("How they compare"),
        description=_(
            "What each asks for, where they exclude each other, what could be joined. "
            "It is public: no personal data."
        ),
        validators=[Optional(), Length(max=LONGEST)],
    )


class MeetingForm(Scanned, FlaskForm):
    """A meeting of the authors, held today or before."""

    held_on = DateField(
        _("Day of the meeting"),
        description=_("Today or before: it may be recorded later, from minutes on paper."),
        validators=[InputRequired()],
    )
    place = StringField(_("Where"), validators=[InputRequired(), Length(max=200)])
    people = IntegerField(_("How many took part"), validators=[Optional(), PEOPLE])
    roles = StringField(
        _("In which roles"),
        description=_(
            "For example: three for each group, two of the office. Public, without names."
        ),
        validators=[Optional(), Length(max=300)],
    )
    names = TextAreaField(
        _("Names of who took part"),
        description=_("Only the office reads them."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    minutes = TextAreaField(
        _("Minutes"),
        description=_("What was said and agreed, without names of private persons."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    public = BooleanField(
        _("Everyone may read the minutes"),
        description=_("Else the authors of the proposals alone read them."),
    )
    source_document = StringField(
        _("Document"),
        description=_("Only where they come from paper: which, and its registry number."),
        validators=[Optional(), Length(max=200)],
    )
    scan_public = BooleanField(
        _("The scan holds no personal data and is published with the minutes")
    )


class JointTextForm(FlaskForm):
    """One text instead of several, and which file goes on with it."""

    going_on = RadioField(
        _("Which file goes on with it"),
        description=_("The others are merged into it."),
        validators=[InputRequired()],
    )
    leading = StringField(
        _("Who leads"),
        description=_("Which group is the first contact for the joint proposal. It is public."),
        validators=[Optional(), Length(max=200)],
    )
    title = StringField(_("Title"), validators=[InputRequired(), Length(max=200)])
    summary = TextAreaField(_("In short"), validators=[Optional(), Length(max=600)])
    description = TextAreaField(
        _("What will be done"), validators=[InputRequired(), Length(max=LONGEST)]
    )
    benefits = TextAreaField(_("What it is good for"), validators=[Optional(), Length(max=LONGEST)])
    support_asked = TextAreaField(
        _("What is asked of the City"), validators=[Optional(), Length(max=LONGEST)]
    )


class ConsentForm(FlaskForm):
    """An author's answer to a joint text, given once."""

    text_id = HiddenField()
    agrees = RadioField(
        _("Your answer"),
        choices=[
            SelectChoice("yes", _("I agree to the joint text")),
            SelectChoice("no", _("I do not agree")),
        ],
        validators=[InputRequired()],
    )
    remark = TextAreaField(
        _("What you want to add"),
        description=_("The office reads it; it is not published."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class PaperConsentForm(Scanned, ConsentForm):
    """The same, brought to the office on paper."""

    occurred_on = DateField(_("Day on the paper"), validators=[InputRequired()])
    source_document = StringField(
        _("Document"),
        description=_("For example: letter signed at the counter, with its registry number."),
        validators=[InputRequired(), Length(max=200)],
    )


class ReleaseForm(DayForm):
    """A proposal goes on whose rivals have ended."""


class IntegrationForm(DayForm):
    """The day on which the proposals became one."""
