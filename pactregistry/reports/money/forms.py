"""What is typed of money: an advance, a payment, what is said of each cost. Art. 24."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from pactregistry.people.forms_day import DayForm, SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.reports.facts import FEES, is_listed
from pactregistry.reports.models import Cost, Report, Verdict

LONGEST_LINE = 300
LONGEST_REASON = 1000  # characters of why one cost is not reimbursed: a technical limit
JUDGED = {Verdict.ADMITTED: _("Admit it"), Verdict.REJECTED: _("Reject it")}


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

    def verdicts(self) -> dict[int, tuple[Verdict, str]]:
        """What was chosen for each cost, with the reason."""
        return {
            cost_id: (
                Verdict(self[f"verdict_{cost_id}"].data),
                self[f"reason_{cost_id}"].data or "",
            )
            for cost_id in self.cost_ids
        }


def examination_form(report: Report, costs: Sequence[Cost]) -> ExaminationForm:
    """The form for the costs of one report, with what stands; the law's own answer is ready."""
    fields: dict[str, Any] = {"cost_ids": tuple(cost.id for cost in costs)}
    standing: dict[str, Any] = {}
    for cost in costs:
        fields[f"verdict_{cost.id}"] = RadioField(
            gettext("What the office says of it"),
            choices=[SelectChoice(verdict, label) for verdict, label in JUDGED.items()],
            validators=[InputRequired()],
        )
        fields[f"reason_{cost.id}"] = TextAreaField(
            gettext("Why it is not reimbursed"),
            description=gettext("Only if you reject it. The citizens read it."),
            validators=[Optional(), Length(max=LONGEST_REASON)],
        )
        verdict, reason = _proposed(report, cost)
        standing[f"verdict_{cost.id}"], standing[f"reason_{cost.id}"] = verdict, reason
    form_class: type[ExaminationForm] = type("ExaminationOfReport", (ExaminationForm,), fields)
    return form_class(data=standing)


def _proposed(report: Report, cost: Cost) -> tuple[str, str]:
    if cost.verdict is not Verdict.OPEN:
        return cost.verdict.value, cost.verdict_reason
    if cost.own_work:
        return Verdict.REJECTED.value, gettext(
            "The citizens' own work is not paid, neither directly nor indirectly (Art. 24(3))."
        )
    if is_listed(report, cost.category, cost.fee_purpose):
        return Verdict.ADMITTED.value, ""
    if cost.category == FEES:
        return Verdict.REJECTED.value, gettext(
            "Professional fees are reimbursed only for the purposes of Art. 24(7)."
        )
    return Verdict.REJECTED.value, gettext(
        "The regulation reimburses no costs of this kind (Art. 24(6))."
    )
