"""What people type to ask, to report a problem, to rate; and both sides to answer. Art. 3(1)b."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    MultipleFileField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.people.forms_day import LONGEST, DayForm, Wanted

LONGEST_QUESTION = 4000  # characters: a technical limit
PICTURES = ("image/jpeg", "image/png")
STARS = (
    (5, _("5: very well")),
    (4, _("4: well")),
    (3, _("3: so so")),
    (2, _("2: badly")),
    (1, _("1: very badly")),
)


class QuestionForm(FlaskForm):
    """A question to the office, under one's public name."""

    about = RadioField(_("What is it about?"), validators=[InputRequired()])
    report = SelectField(
        _("Which report"),
        description=_("Only if you ask about a report."),
        validators=[Optional()],
    )
    text = TextAreaField(
        _("Your question"),
        description=_("Public, under your public name. No personal data, yours or others'."),
        validators=[Wanted(), Length(max=LONGEST_QUESTION)],
    )

    def validate_report(self, field: Any) -> None:
        """Who asks about a report says which."""
        if self.about.data == "report" and not field.data:
            raise ValidationError(_("Choose the report that you ask about."))


class PaperQuestionForm(QuestionForm):
    """A question that came on paper, by mail or by telephone."""

    public_author = StringField(
        _("Name under which it appears"),
        description=_("As its author wishes: a name, initials, a group."),
        validators=[Wanted(), Length(max=120)],
    )
    received_on = DateField(
        _("Day on which it came"),
        description=_("The time to answer counts from this day."),
        validators=[InputRequired()],
    )


class AnswerForm(DayForm):
    """What is said in answer."""

    text = TextAreaField(
        _("The answer"),
        description=_("Public. No personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class TellForm(FlaskForm):
    """Why a question should not stand."""

    reason = TextAreaField(
        _("What is wrong with this question?"),
        description=_("Only the office reads it."),
        validators=[InputRequired(), Length(max=LONGEST_QUESTION)],
    )


class ProblemForm(FlaskForm):
    """What is wrong at a place under pact."""

    text = TextAreaField(
        _("What is wrong"),
        description=_("The citizens of the pact and the office read it; the public does not."),
        validators=[Wanted(), Length(max=LONGEST_QUESTION)],
    )
    where = StringField(
        _("Where exactly"),
        description=_("Such as: the third bed from the fountain."),
        validators=[Optional(), Length(max=300)],
    )
    urgent = BooleanField(_("It cannot wait until next week"))
    photographs = MultipleFileField(
        _("Photograph"),
        description=_("JPEG or PNG. Not public. Try not to show people."),
        validators=[Optional()],
    )

    pictures: tuple[Upload, ...] = ()

    def validate_photographs(self, field: Any) -> None:
        """Take in one picture; another kind of file is answered in a sentence."""
        found = taken_in(field)
        if len(found) > 1:
            raise ValidationError(_("Send one photograph, the one that says most."))
        if any(upload.media_type not in PICTURES for upload in found):
            raise ValidationError(_("This is no photograph: send a JPEG or PNG picture."))
        self.pictures = tuple(found)


class CalledProblemForm(ProblemForm):
    """A problem that somebody told at the desk."""

    contact = StringField(
        _("Who told it, and how to reach them"),
        description=_("Only the desk reads it."),
        validators=[Optional(), Length(max=300)],
    )


class WordForm(DayForm):
    """A word for who reported the problem."""

    reason = TextAreaField(
        _("In a word"),
        description=_("Both sides and who reported it read this; the public does not."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class RatingForm(FlaskForm):
    """How a place is, from one to five."""

    stars = RadioField(
        _("How is the place kept?"),
        coerce=int,
        choices=[SelectChoice(stars, label) for stars, label in STARS],
        validators=[InputRequired(_("Choose a number from 1 to 5."))],
    )
    text = TextAreaField(
        _("What would you say of the place"),
        description=_("Public, under your public name. Of the place, not of people."),
        validators=[Optional(), Length(max=LONGEST_QUESTION)],
    )
