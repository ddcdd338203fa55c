"""What the office types for a call: what is asked, until when, by which criteria. Art. 11(2)."""

from datetime import date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pactregistry.commons.calls.moments import Missing, Unsettled, instant_of
from pactregistry.config import settings
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm

# Technical limits: a page that everyone can read and answer on a phone.
MOST_QUESTIONS = 12
MOST_CRITERIA = 10
MOST_POINTS = 1000
MOST_DAYS = 3650
MOST_PLACES = 1000


class QuestionForm(Form):
    """One question of the call's own."""

    key = HiddenField()
    label = StringField(_("Question"), validators=[Optional(), Length(max=300)])
    help = StringField(
        _("A word of help"),
        description=_("What a good answer says, in plain words."),
        validators=[Optional(), Length(max=300)],
    )
    required = BooleanField(_("An answer is needed: where it is missing the office asks for it"))


class CriterionForm(Form):
    """One criterion by which entries are compared."""

    key = HiddenField()
    label = StringField(_("Criterion"), validators=[Optional(), Length(max=300)])
    highest = IntegerField(
        _("Highest score"), validators=[Optional(), NumberRange(min=1, max=MOST_POINTS)]
    )


class CallForm(SeenForm):
    """A draft of a call; only the title is needed to save it."""

    title = StringField(_("Title"), validators=[InputRequired(), Length(max=200)])
    summary = TextAreaField(
        _("In short"),
        description=_("One or two sentences for lists and the feed."),
        validators=[Optional(), Length(max=600)],
    )
    text = TextAreaField(
        _("What the City asks for"),
        description=_("In plain words: what shall be done, by whom, what the City gives for it."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    emergency = BooleanField(_("It is an emergency: entries may come within hours"))
    emergency_grounds = TextAreaField(
        _("Which emergency"),
        description=_("What happened, and by which act it was established. It becomes public."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    theme = StringField(_("Theme"), validators=[Optional(), Length(max=100)])
    district = SelectField(_("District"), validators=[Optional()])
    act = StringField(
        _("Act that sets the call"),
        description=_("Kind, number and date, such as: determination 112 of 2 March 2026."),
        validators=[Optional(), Length(max=200)],
    )
    commons = Checkboxes(
        _("Commons offered"),
        description=_("From the list of commons. None: answers may concern any place."),
        coerce=int,
        validators=[Optional()],
    )
    opens_on = DateField(
        _("Entries are taken from: day"),
        description=_("Empty: from the moment at which the call is opened."),
        validators=[Optional()],
    )
    opens_hour = TimeField(_("Entries are taken from: hour"), validators=[Optional()])
    closes_on = DateField(_("Entries are taken until: day"), validators=[Optional()])
    closes_hour = TimeField(
        _("Entries are taken until: hour"),
        description=_("The minute that you name still counts in full. Empty: until midnight."),
        validators=[Optional()],
    )
    places_offered = IntegerField(
        _("How many entries can be taken"),
        description=_("Empty: as many as are suitable."),
        validators=[Optional(), NumberRange(min=1, max=MOST_PLACES)],
    )
    least_total = IntegerField(
        _("Lowest total score with which an entry is taken"),
        description=_("Empty: no such limit."),
        validators=[Optional(), NumberRange(min=1, max=MOST_POINTS * MOST_CRITERIA)],
    )
    questions = FieldList(FormField(QuestionForm), max_entries=MOST_QUESTIONS)
    criteria = FieldList(FormField(CriterionForm), max_entries=MOST_CRITERIA)
    more_questions = BooleanField()
    more_criteria = BooleanField()

    def validate_opens_hour(self, field: Any) -> None:
        """The hour belongs to a day, and that day has it."""
        settled(self.opens_on.data, field.data)

    def validate_closes_hour(self, field: Any) -> None:
        """The hour belongs to a day, and that day has it."""
        settled(self.closes_on.data, field.data)

    def validate_criteria(self, field: Any) -> None:
        """A criterion says how much it weighs."""
        for row in field:
            if (row.form.label.data or "").strip() and row.form.highest.data is None:
                row.form.highest.errors = [
                    *row.form.highest.errors,
                    _("Say how many points it gives at most."),
                ]
                raise ValidationError(_("A criterion needs its highest score."))

    @property
    def wants_more(self) -> bool:
        """Whether another row was asked for, and nothing shall be saved yet."""
        return bool(self.more_questions.data or self.more_criteria.data)

    def add_rows(self) -> None:
        """Give another row of the kind that was asked for, as long as there may be one."""
        for asked, rows, most in (
            (self.more_questions.data, self.questions, MOST_QUESTIONS),
            (self.more_criteria.data, self.criteria, MOST_CRITERIA),
        ):
            if asked and len(rows) < most:
                rows.append_entry()


LAST_MINUTE = time(23, 59)


def settled(day: date | None, at: time | None) -> None:
    """Refuse an hour that has no day, or that its day does not have once.

    Raises:
        ValidationError: with what to do instead.
    """
    if at is not None and day is None:
        raise ValidationError(_("Enter the day as well."))
    if day is None or at is None:
        return
    try:
        instant_of(day, at, settings().city.zone)
    except Missing as error:
        raise ValidationError(
            _("In that night the clock is put on over this hour: it does not exist. Name another.")
        ) from error
    except Unsettled as error:
        raise ValidationError(
            _("In that night the clock is put back: this hour comes twice. Name another.")
        ) from error


def moment(day: date | None, at: time | None, otherwise: time) -> datetime | None:
    """A day and hour as typed and found settled; an hour that is not named is `otherwise`."""
    if day is None:
        return None
    return instant_of(day, otherwise if at is None else at, settings().city.zone)
