"""Sponsors, and the formalities that a city adds. Art. 3(1)h, 5(3); practice."""

from datetime import date
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, DateField, FieldList, Form, FormField, StringField, TextAreaField
from wtforms.validators import Length, Optional, ValidationError

from pactregistry.languages import day
from pactregistry.pacts.conditions.block import Rows, Values
from pactregistry.pacts.forms import LONGEST_LINE
from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.workflow.pack import Pack

_ = lazy_gettext
LINE = [Optional(), Length(max=LONGEST_LINE)]
MOST_SPONSORS = 20


class _Sponsor(Form):
    name = StringField(_("Name"), validators=LINE)
    gives = StringField(_("What is given"), validators=LINE)
    visibility = StringField(_("How it is made visible"), validators=LINE)


class SponsorsForm(SeenForm):
    """Acts of patronage with visibility, never an exclusive right. Art. 5(3)."""

    sponsors = FieldList(
        FormField(_Sponsor), label=_("Sponsor"), min_entries=3, max_entries=MOST_SPONSORS
    )
    nothing_exclusive = BooleanField(_("No sponsor gets an exclusive right on the place"))


def named_sponsors(values: Values) -> list[dict[str, str]]:
    """The sponsors that have a name."""
    return [sponsor for sponsor in values.get("sponsors", ()) if sponsor.get("name")]


def sponsor_rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed on sponsors."""
    lines = []
    for sponsor in named_sponsors(values):
        told = [text for text in (sponsor.get("gives"), sponsor.get("visibility")) if text]
        lines.append((sponsor["name"], "; ".join(told) or "–"))
    if lines and values.get("nothing_exclusive"):
        lines.append(
            (gettext("Exclusivity"), gettext("no sponsor gets an exclusive right on the place"))
        )
    return lines


class FormalitiesForm(SeenForm):
    """What a city's own practice adds to a pact; each may stay empty."""

    power = StringField(
        _("Power to sign for the City"),
        description=_("For example: art. 107 D.Lgs. 267/2000."),
        validators=LINE,
    )
    noticeboard_from = DateField(_("On the noticeboard from"), validators=[Optional()])
    noticeboard_until = DateField(_("On the noticeboard until"), validators=[Optional()])
    stamp_duty = StringField(
        _("Stamp duty"),
        description=_("For example: exempt, DPR 642/1972, all. B."),
        validators=LINE,
    )
    project_code = StringField(
        _("Code of the investment project (CUP)"),
        description=_("Only if the City pays for an investment."),
        validators=LINE,
    )
    inventory = TextAreaField(
        _("Things handed over"),
        description=_("Keys, furniture, tools: what and in which state."),
        validators=[Optional(), Length(max=LONGEST)],
    )

    def validate_noticeboard_until(self, field: Any) -> None:
        """An end before its beginning is a slip."""
        since = self.noticeboard_from.data
        if since and field.data and field.data < since:
            raise ValidationError(_("The end lies before the beginning."))


def formality_rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed on formalities."""
    since, until = values.get("noticeboard_from"), values.get("noticeboard_until")
    board = " – ".join(day(date.fromisoformat(each)) for each in (since, until) if each)
    lines = [
        (gettext("Power to sign for the City"), values.get("power", "")),
        (gettext("Noticeboard"), board),
        (gettext("Stamp duty"), values.get("stamp_duty", "")),
        (gettext("Code of the investment project"), values.get("project_code", "")),
        (gettext("Things handed over"), values.get("inventory", "")),
    ]
    return [(label, text) for label, text in lines if text]
