"""What people type about the answers to a call: questions, scores, decision. Art. 11(2)."""

from decimal import Decimal
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import (
    DateField,
    DecimalField,
    HiddenField,
    SelectField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pactregistry.commons.calls.forms import settled
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, TextsForm, Wanted
from pactregistry.proposals.forms_draft import BeginForm, CounterForm

POINTS = "points_"
SENTENCE = "sentence_"


class CommonsField:
    """Which of the commons offered an answer is about."""

    commons = SelectField(
        _("Which of the commons offered it is about"),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )


class AnswerForm(CommonsField, BeginForm):
    """The few questions before an answer to a call is written."""


class CounterAnswerForm(CommonsField, CounterForm):
    """An answer that was brought to the counter, with the hour at which it came."""

    came_at = TimeField(
        _("Hour at which it came"),
        description=_("Whether it is in time depends on it, not on when you type it."),
        validators=[InputRequired()],
    )

    def validate_came_at(self, field: Any) -> None:
        """The day has that hour once."""
        settled(self.came_on.data, field.data)


class AloneForm(SeenForm):
    """Going on without the call."""


class CounterAloneForm(AloneForm, DayForm):
    """The same, said at the counter on a day."""


class ExtensionForm(SeenForm):
    """Until when entries are taken now, and why."""

    closes_on = DateField(_("Entries are taken until: day"), validators=[InputRequired()])
    closes_hour = TimeField(
        _("Entries are taken until: hour"),
        description=_("The minute that you name still counts in full. Empty: until midnight."),
        validators=[Optional()],
    )
    reason = TextAreaField(
        _("Reason"),
        description=_("It becomes part of the public history: no personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )

    def validate_closes_hour(self, field: Any) -> None:
        """The day has that hour once."""
        settled(self.closes_on.data, field.data)


class WithdrawalForm(TextsForm):
    """Why a call ends without a decision: one reason for each cause."""


class Points(DecimalField):
    """Points, with a decimal point or comma; what has no end is none."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        super().process_formdata([value.replace(",", ".") for value in valuelist])
        typed: Decimal | None = self.data
        if typed is not None and not typed.is_finite():
            self.data = None
            raise ValueError(self.gettext("Not a valid decimal value."))


class ScoresForm(SeenForm):
    """The points of one entry; a field for each criterion is added for the call."""

    digest_seen = HiddenField()

    def fields_for(self, key: str) -> tuple[Any, Any]:
        """Points and sentence by one criterion."""
        return self[POINTS + key], self[SENTENCE + key]


def scores_form(criteria: list[dict[str, Any]], data: dict[str, Any]) -> ScoresForm:
    """The form for the criteria of one call, filled with what stands."""

    class OfCall(ScoresForm):
        """Scores by the criteria of one call."""

    for criterion in criteria:
        highest = int(criterion["highest"])
        points = Points(
            _("Points"),
            description=gettext("From 0 to %(highest)s. Empty: not scored yet.", highest=highest),
            places=None,
            validators=[Optional(), NumberRange(min=0, max=highest)],
            render_kw={"inputmode": "decimal"},
        )
        sentence = TextAreaField(
            _("Why, in a sentence"),
            description=_("It is published with the decision."),
            validators=[Optional(), Length(max=1000)],
        )
        setattr(OfCall, POINTS + criterion["key"], points)
        setattr(OfCall, SENTENCE + criterion["key"], sentence)
    return OfCall(data=data)


class DecisionForm(SeenForm):
    """Who is taken among the level ones, and by which reason; nothing else is free."""

    chosen = Checkboxes(_("Taken among those with equal scores"), validators=[Optional()])
    reason = TextAreaField(
        _("Reason of the choice"),
        description=_("It becomes public. The criteria are used up: say what else decides."),
        validators=[Wanted(), Length(max=LONGEST)],
    )
