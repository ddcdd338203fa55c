"""Risks, protective equipment and insurance. Art. 5(2)e, 31."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import RadioField, SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.languages import in_language
from pactregistry.pacts.conditions.block import Rows, Values
from pactregistry.pacts.forms import LONGEST_LINE
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.workflow.pack import Pack

_ = lazy_gettext
INSURERS = {
    "none": _("no insurance is needed"),
    "city": _("the City, with its cover for volunteers"),
    "framework": _("the citizens, under the City's agreement with insurers"),
    "citizens": _("the citizens, with a policy of their own"),
}


class RisksForm(SeenForm):
    """The sheet on risks that everyone who acts reads and confirms."""

    risks = Checkboxes(
        _("Risks and what to do about them"),
        description=_("Choose those that apply: everyone who acts reads and confirms them."),
        validators=[Optional()],
    )
    others = TextAreaField(
        _("Other risks of this place"), validators=[Optional(), Length(max=LONGEST)]
    )
    equipment = TextAreaField(
        _("Protective equipment"),
        description=_("What is worn or used, and who gives it out."),
        validators=[Optional(), Length(max=LONGEST)],
    )


def offer_risks(form: Any, pack: Pack) -> None:
    """Offer the risks that the pack lists."""
    form.risks.choices = [(risk.key, in_language(risk.label)) for risk in pack.risks]


def risk_rows(values: Values, pack: Pack) -> Rows:
    """The lines that are printed on risks, in the words of the pack."""
    known = {risk.key: in_language(risk.label) for risk in pack.risks}
    lines = [(gettext("Risk"), known[key]) for key in values.get("risks") or () if key in known]
    lines += [(gettext("Risk of this place"), values.get("others", ""))]
    lines += [(gettext("Protective equipment"), values.get("equipment", ""))]
    return [(label, text) for label, text in lines if text]


class InsuranceForm(SeenForm):
    """Whether insurance is needed, which, and who takes it out."""

    insurer = RadioField(
        _("Who takes out insurance"),
        choices=[SelectChoice(key, label) for key, label in INSURERS.items()],
        validators=[InputRequired()],
    )
    cover = TextAreaField(
        _("What it covers"),
        description=_("Accidents of those who act, damage to others; or why none is needed."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    policy = StringField(
        _("Policy: company and number"), validators=[Optional(), Length(max=LONGEST_LINE)]
    )


def insurance_rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed on insurance."""
    lines = [
        (gettext("Insurance"), str(INSURERS.get(values.get("insurer", ""), ""))),
        (gettext("What it covers"), values.get("cover", "")),
        (gettext("Policy"), values.get("policy", "")),
    ]
    return [(label, text) for label, text in lines if text]
