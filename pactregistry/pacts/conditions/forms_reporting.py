"""The page on which both sides agree how to report. Art. 5(2)h, 30(2), 30(3)."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, NumberRange, Optional, ValidationError

from pactregistry.languages import in_language
from pactregistry.pacts.conditions.block import Values, typed_values
from pactregistry.pacts.conditions.reporting import as_compared, keyed
from pactregistry.pacts.forms import LONGEST_LINE
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.workflow.pack import Pack

_ = lazy_gettext
MOST_MONTHS = 120  # catches a typing mistake
MOST_OWN = 30  # a technical limit


class _OwnFigure(Form):
    key = HiddenField(validators=[Optional(), Length(max=LONGEST_LINE)])
    label = StringField(
        _("What you count"),
        description=_("For example: birds that nest; benches painted."),
        validators=[Length(max=LONGEST_LINE)],
    )
    unit = SelectField(_("In which unit"), default="")
    definition = TextAreaField(
        _("How it is counted"),
        description=_("So that two people who count come to the same number."),
        validators=[Optional(), Length(max=LONGEST)],
    )

    def validate_label(self, field: Any) -> None:
        """What has a unit or a definition has a name too."""
        if not (field.data or "").strip() and (self.unit.data or self.definition.data):
            raise ValidationError(_("Say what you count; or empty the other two fields."))

    def validate_unit(self, field: Any) -> None:
        """Without a unit a figure compares with nothing."""
        if (self.label.data or "").strip() and not field.data:
            raise ValidationError(
                _("Choose a unit: without it the figure compares with no other (Art. 30(3)b).")
            )


class ReportingForm(SeenForm):
    """How often the citizens report, and what is measured."""

    every_months = IntegerField(
        _("An interim report every how many months"),
        description=_(
            "For example 6 for two a year. Empty: none. The final report is always due, when the "
            "pact ends."
        ),
        validators=[Optional(), NumberRange(min=1, max=MOST_MONTHS)],
        render_kw={"list": "usual-months"},
    )
    indicators = Checkboxes(
        _("What is measured"),
        description=_("Choose what applies here. If you choose nothing, all of it is offered."),
        validators=[Optional()],
    )
    own = FieldList(
        FormField(_OwnFigure, label=_("A figure of your own")),
        label=_("A figure of your own"),
        min_entries=2,
        max_entries=MOST_OWN,
    )
    names_known: Mapping[str, str] = {}

    def validate_own(self, field: Any) -> None:
        """A figure stands once: in the catalogue, or here."""
        seen: set[str] = set()
        for line in field.data:
            name = as_compared(line["label"] or "")
            if name in self.names_known:
                raise ValidationError(
                    gettext(
                        "“%(name)s” is in the list above: choose it there, so that it compares "
                        "with other pacts (Art. 30(3)b).",
                        name=self.names_known[name],
                    )
                )
            if name and name in seen:
                raise ValidationError(
                    gettext("“%(name)s” stands here twice: write it once.", name=line["label"])
                )
            seen.add(name)


def offer_measures(form: Any, pack: Pack) -> None:
    """Offer the catalogue and the units of a pack, each in the reader's language."""
    units = {unit.key: in_language(unit.label) for unit in pack.units}
    form.indicators.choices = [
        (
            each.key,
            f"{in_language(each.label)} ({units[each.unit]}). {in_language(each.definition)}",
        )
        for each in pack.indicators
    ]
    form.names_known = {
        as_compared(text): in_language(each.label)
        for each in pack.indicators
        for text in each.label.values()
    }
    for entry in form.own:
        entry.form.unit.choices = [("", gettext("choose")), *units.items()]


def agreed_values(form: SeenForm, before: Values) -> dict[str, Any]:
    """What the form holds; figures of the pact's own keep the key that they had."""
    values = typed_values(form)
    return {**values, "own": keyed(values["own"], before.get("own") or ())}
