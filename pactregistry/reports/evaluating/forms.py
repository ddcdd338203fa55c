"""What is typed to evaluate a pact, and what citizens say of it beforehand. Art. 30(8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    RadioField,
    SelectChoice,
    SelectField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from pactregistry.people.forms_day import LONGEST, ExplainForm, Wanted
from pactregistry.people.forms_number import NumberField
from pactregistry.workflow.states_reports import Nature, Outcome, Reach, Sign
from pactregistry.workflow.words import EFFECTS, OUTCOMES

MOST_EFFECTS = 30
NOT_CHOSEN = ""
TEXT = [Optional(), Length(max=LONGEST)]


@dataclass(frozen=True)
class UnitOffered:
    """A unit that may be chosen, and how many decimals a figure in it may have."""

    key: str
    label: str
    decimals: int


def _choices(kind: type[StrEnum]) -> list[SelectChoice]:
    known = [SelectChoice(str(value), _(EFFECTS[value])) for value in kind]
    return [SelectChoice(NOT_CHOSEN, _("choose one")), *known]


class EffectForm(Form):
    """One effect; a row in which nothing stands is left out."""

    units: Mapping[str, UnitOffered] = {}

    text = TextAreaField(
        _("What happened, to whom"),
        description=_("In a sentence or two. Public: name no person."),
        validators=[Length(max=LONGEST)],
    )
    sign = SelectField(
        _("For the better or for the worse"),
        choices=_choices(Sign),
        default=NOT_CHOSEN,
        validators=[Wanted()],
    )
    reach = SelectField(
        _("How it came about"), choices=_choices(Reach), default=NOT_CHOSEN, validators=[Wanted()]
    )
    nature = SelectField(
        _("What kind of thing it is"),
        choices=_choices(Nature),
        default=NOT_CHOSEN,
        validators=[Wanted()],
    )
    value = NumberField(
        _("A figure for it"),
        description=_("Only where it was measured: the number, and beside it what it counts."),
        validators=[],
        unit=_("the one that you choose beside it"),
    )
    unit = SelectField(_("Unit of the figure"), default=NOT_CHOSEN, validators=[])

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the row."""
        chosen = (self.sign, self.reach, self.nature, self.unit)
        figure = any(typed.strip() for typed in self.value.raw_data or ())
        return not (self.said or figure or any(field.data for field in chosen))

    @property
    def said(self) -> str:
        """The words."""
        return (self.text.data or "").strip()

    def validate_text(self, _field: Any) -> None:
        """A figure or a choice without words says nothing to a reader."""
        if not self.said and not self.is_empty:
            raise ValidationError(_("Say in words what the effect is."))

    def validate_sign(self, field: Any) -> None:
        """Each effect is of one of the two."""
        self._chosen(field)

    validate_reach = validate_sign
    validate_nature = validate_sign

    def validate_unit(self, field: Any) -> None:
        """A figure has a unit, and no more decimals than it allows."""
        value: Decimal | None = self.value.data
        if value is None:
            if field.data and not self.value.errors:
                raise ValidationError(_("Write the figure, or choose no unit."))
            return
        unit = self.units.get(field.data)
        if unit is None:
            raise ValidationError(_("Say what the figure counts."))
        if value != round(value, unit.decimals):
            told = gettext(
                "A figure in this unit has at most %(num)s decimals: round it.", num=unit.decimals
            )
            raise ValidationError(told)

    def _chosen(self, field: Any) -> None:
        if self.said and not field.data:
            raise ValidationError(_("Choose one of the two."))


class EvaluationForm(ExplainForm):
    """What both sides found, and how the citizens took part."""

    outcome = RadioField(
        _("What the evaluation comes to"),
        choices=[SelectChoice(str(value), _(OUTCOMES[value])) for value in Outcome],
        validators=[InputRequired()],
    )
    what_changes = TextAreaField(
        _("What should change"),
        description=_("If it goes on with changes: an amendment begins with these words."),
        validators=[Length(max=LONGEST)],
    )
    met_on = DateField(
        _("The day on which both sides spoke about it"),
        description=_("Empty if the citizens said it in writing."),
        validators=[Optional()],
    )
    taking_part = TextAreaField(
        _("How the citizens took part"),
        description=_("A meeting, a walk, a questionnaire; how many came. Name no person."),
        validators=TEXT,
    )
    citizens_view = TextAreaField(
        _("How the citizens see it"),
        description=_("In their own words, also where the City sees it otherwise. Public."),
        validators=TEXT,
    )
    effects = FieldList(FormField(EffectForm), min_entries=1, max_entries=MOST_EFFECTS)
    more = BooleanField()

    latest = date.max
    _units: Sequence[UnitOffered] = ()

    def offer(self, units: Sequence[UnitOffered], latest: date) -> None:
        """Let the rows choose among the units of the regulation; days are not after `latest`."""
        self._units, self.latest = units, latest
        for row in self.effects:
            self._prepare(row)

    def grew(self) -> bool:
        """Whether one more effect was asked for; then there is room for it, up to the most."""
        if self.more.data and len(self.effects) < MOST_EFFECTS:
            self._prepare(self.effects.append_entry())
        return bool(self.more.data)

    def rows(self) -> list[Any]:
        """The effects in which something stands."""
        return [row.form for row in self.effects if not row.form.is_empty]

    def validate_what_changes(self, field: Any) -> None:
        """Who asks for changes says which."""
        if self.outcome.data == Outcome.MODIFY and not (field.data or "").strip():
            raise ValidationError(_("Say what should change: the amendment begins with it."))

    def validate_met_on(self, field: Any) -> None:
        """What is recorded has happened."""
        if field.data and field.data > self.latest:
            raise ValidationError(_("That day lies in the future."))

    def _prepare(self, entry: Any) -> None:
        entry.label.text = gettext("Effect")
        row = entry.form
        row.units = {unit.key: unit for unit in self._units}
        named = [SelectChoice(unit.key, unit.label) for unit in self._units]
        row.unit.choices = [SelectChoice(NOT_CHOSEN, gettext("none")), *named]


class OwnViewForm(FlaskForm):
    """How one of the citizens sees the collaboration."""

    text = TextAreaField(
        _("How you see it"),
        description=_(
            "What went well and what did not; what it brought, wanted or not; whether and how to "
            "go on. You and the others of the pact, and the office, read it."
        ),
        validators=[InputRequired(), Length(max=LONGEST)],
    )
