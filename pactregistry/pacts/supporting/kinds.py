"""Each kind of support: its form, and the lines that are printed and published. Art. 18-27."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from flask_babel import gettext

from pactregistry.config import settings
from pactregistry.languages import euro, in_language
from pactregistry.pacts.supporting import forms
from pactregistry.people.forms_day import SeenForm
from pactregistry.workflow.pack import Choice, Pack

Values = Mapping[str, Any]
Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Kind:
    """What one kind asks to be stated, and how it is told."""

    form: type[SeenForm]
    rows: Callable[[Values, Pack], Rows]


def materials(values: Values, _pack: Pack) -> Rows:
    """Things lent. Art. 22."""
    allowed = gettext("allowed, for the same purpose")
    return [
        (gettext("Loan"), gettext("free of charge; given back in good order, save normal wear")),
        (gettext("Lending on"), allowed if values.get("may_lend_on") else gettext("not agreed")),
        (gettext("Used again"), values.get("used_again", "")),
    ]


def spaces(values: Values, _pack: Pack) -> Rows:
    """A municipal space. Art. 21."""
    return [
        (gettext("Space"), values.get("space", "")),
        (gettext("When, and for what"), values.get("times", "")),
        (gettext("Rate"), gettext("that of the City's own activities")),
    ]


def design(values: Values, _pack: Pack) -> Rows:
    """Staff who help to design. Art. 23."""
    office = settings().city.offices.get(values.get("office", ""))
    days = values.get("person_days")
    return [
        (gettext("Office"), in_language(office.name) if office else ""),
        (gettext("Working days"), str(days) if days else ""),
        (gettext("Particular public interest"), values.get("interest", "")),
        (gettext("What the citizens bring to it"), values.get("resources", "")),
    ]


def exemption(values: Values, _pack: Pack) -> Rows:
    """A fee or tax not asked. Art. 20."""
    return [
        (gettext("Not asked"), str(forms.LEVIES.get(values.get("basis", ""), ""))),
        (gettext("Act"), values.get("act", "")),
        (gettext("Worth"), _sum(values.get("estimate"))),
    ]


def fundraising(values: Values, _pack: Pack) -> Rows:
    """Collecting money. Art. 20(2), 25."""
    return [
        (gettext("Occasions"), values.get("occasion", "")),
        (gettext("What the money is for"), values.get("purpose", "")),
        (gettext("How donors are made visible"), values.get("donors", "")),
    ]


def matching(values: Values, _pack: Pack) -> Rows:
    """City resources in proportion to funds raised. Art. 25(3)."""
    return [
        (gettext("For each euro raised"), _sum(values.get("per_euro"))),
        (gettext("What they are for"), values.get("purpose", "")),
    ]


def recognition(values: Values, _pack: Pack) -> Rows:
    """Thanks. Art. 26."""
    return [
        (gettext("How thanks are given"), values.get("forms", "")),
        (gettext("Offered by private persons"), values.get("private_benefits", "")),
        (gettext("Nature"), gettext("thanks, never a payment for what is done")),
    ]


def permits(values: Values, _pack: Pack) -> Rows:
    """A permit made easier. Art. 27."""
    ordinary, shortened = values.get("ordinary_days"), values.get("shortened_days")
    term = ""
    if ordinary and shortened:
        term = gettext("%(short)s days instead of %(long)s", short=shortened, long=ordinary)
    return [
        (gettext("Permit"), values.get("permit", "")),
        (gettext("Term"), term),
        (gettext("Simpler papers"), values.get("papers", "")),
    ]


def training(values: Values, pack: Pack) -> Rows:
    """Training. Art. 18."""
    return [
        (gettext("What it is about"), _labels(values.get("topics"), pack.topics)),
        (gettext("When and for whom"), values.get("when", "")),
    ]


def credits_(values: Values, _pack: Pack) -> Rows:
    """School credits. Art. 19(3)."""
    hours = values.get("hours")
    return [
        (gettext("School or university"), values.get("school", "")),
        (gettext("Classes"), values.get("classes", "")),
        (gettext("Hours that count"), str(hours) if hours else ""),
    ]


def money(values: Values, pack: Pack) -> Rows:
    """Costs reimbursed. Art. 24."""
    return [
        (gettext("Why money"), values.get("why_not_in_kind", "")),
        (gettext("Which costs"), _labels(values.get("categories"), pack.expense_categories)),
        (gettext("How it is paid"), values.get("how_paid", "")),
        (gettext("Paid in advance"), _sum(values.get("advance"))),
        (gettext("Work of the citizens"), gettext("not paid, neither directly nor indirectly")),
    ]


KINDS: Final[Mapping[str, Kind]] = {
    "materials": Kind(forms.MaterialsForm, materials),
    "spaces": Kind(forms.SpacesForm, spaces),
    "staff": Kind(forms.DesignForm, design),
    "exemption": Kind(forms.ExemptionForm, exemption),
    "fundraising": Kind(forms.FundraisingForm, fundraising),
    "matching": Kind(forms.MatchingForm, matching),
    "recognition": Kind(forms.RecognitionForm, recognition),
    "permits": Kind(forms.PermitsForm, permits),
    "training": Kind(forms.TrainingForm, training),
    "credits": Kind(forms.CreditsForm, credits_),
    "money": Kind(forms.MoneyForm, money),
}


def told(kind: str, values: Values, pack: Pack) -> Rows:
    """The lines of one support; a kind that a pack adds has none but its description."""
    known = KINDS.get(kind)
    found = known.rows(values, pack) if known and values else []
    return [(label, text) for label, text in found if text]


def _labels(keys: list[str] | None, choices: tuple[Choice, ...]) -> str:
    return ", ".join(in_language(c.label) for c in choices if c.key in (keys or ()))


def _sum(value: str | None) -> str:
    return euro(Decimal(value)) if value else ""
