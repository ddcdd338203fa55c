"""What is typed of money: an advance, a payment, what is said of each cost. Art. 24."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from pactregistry.people.forms_day import DayForm, SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.workflow.states_reports import CostVerdict

LONGEST_LINE = 300
LONGEST_REASON = 1000  # characters of why one cost is not reimbursed: a technical limit
JUDGED = {CostVerdict.ADMITTED: _("Admit it"), CostVerdict.REJECTED: _("Reject it")}


class AdvanceForm(DayForm):
    """A share paid in advance."""

    amount = NumberField(
        _("How much, in euro"),
        description=_("Within what the pact states. It has a report of its own."),
        validators=[InputRequired()],
    )
    act = StringField(
        _("By which act"),
        description=_("Number and date of the determination, if it has one."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )

    def validate_amount(self, field: Any) -> None:
        """An advance of nothing is none."""
        if field.data is not None and field.data <= Decimal(0):
            raise ValidationError(gettext("An advance is more than nothing."))


class PaymentForm(DayForm):
    """A payment as the City's accounts tell it."""

    order = StringField(
        _("Payment order"),
        description=_("Its number in the City's accounts; only the office reads it."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )


class ExaminationForm(SeenForm):
    """What the office says of each cost; `examination_form` adds the fields of each."""

    cost_ids: tuple[int, ...] = ()

    def verdicts(self) -> dict[int, tuple[CostVerdict, str]]:
        """What was chosen for each cost, with the reason."""
        return {
            cost_id: (
                CostVerdict(self[f"verdict_{cost_id}"].data),
                self[f"reason_{cost_id}"].data or "",
            )
            for cost_id in self.cost_ids
        }


def examination_form(standing: Mapping[int, tuple[CostVerdict, str]]) -> ExaminationForm:
    """The form for costs by their id, with the verdict and the reason that stand or are ready."""
    fields: dict[str, Any] = {"cost_ids": tuple(standing)}
    shown: dict[str, Any] = {}
    for cost_id, (verdict, reason) in standing.items():
        fields[f"verdict_{cost_id}"] = RadioField(
            gettext("What the office says of it"),
            choices=[SelectChoice(judged, label) for judged, label in JUDGED.items()],
            validators=[InputRequired()],
        )
        fields[f"reason_{cost_id}"] = TextAreaField(
            gettext("Why it is not reimbursed"),
            description=gettext("Only if you reject it. The citizens read it."),
            validators=[Optional(), Length(max=LONGEST_REASON)],
        )
        shown[f"verdict_{cost_id}"], shown[f"reason_{cost_id}"] = verdict.value, reason
    form_class: type[ExaminationForm] = type("ExaminationOfReport", (ExaminationForm,), fields)
    return form_class(data=shown)
