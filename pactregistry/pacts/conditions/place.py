"""Collective use, buildings and regeneration. Art. 6(2), 6(3), 13(2)-(3), 14(3), 15, 17."""

from decimal import Decimal

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, RadioField, SelectChoice, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pactregistry.languages import euro
from pactregistry.pacts.conditions.block import Rows, Values
from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.proposals.form_fields import MOST_EURO
from pactregistry.workflow.pack import Pack

_ = lazy_gettext
TEXT = [Optional(), Length(max=LONGEST)]
AIMS = {
    "integrate": _("to add to the upkeep that the City guarantees"),
    "open": _("to give back to everyone a place that the upkeep plans do not cover"),
}
MODES = {
    "technical": _("with works and skills"),
    "financial": _("with money"),
    "both": _("with works, skills and money"),
}
EXECUTORS = {
    "citizens": _("the citizens themselves"),
    "city": _("the City, which chooses the firms by an open and transparent consultation"),
}


class UseForm(SeenForm):
    """Why the City and citizens care for the place together, and how it stays everyone's."""

    aim = RadioField(
        _("What the care is for"),
        description=_("It never takes the place of what the City must do anyway."),
        choices=[SelectChoice(key, label) for key, label in AIMS.items()],
        validators=[InputRequired()],
    )
    kept_open = BooleanField(
        _("Nothing is done against everyone's use of the place, nor against its owner's rights")
    )
    opening = TextAreaField(
        _("When and how everyone can use it"),
        description=_("For example: open 8 to 20; the court is free for all on Sundays."),
        validators=TEXT,
    )
    balance = TextAreaField(
        _("Burdens and benefits"),
        description=_("In a sentence: what it costs the City and nature, what everyone gains."),
        validators=TEXT,
    )


def use_rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed on collective use."""
    kept = gettext("nothing is done against everyone's use of the place, nor its owner's rights")
    return _said(
        (gettext("What the care is for"), str(AIMS.get(values.get("aim", ""), ""))),
        (gettext("Collective use"), kept if values.get("kept_open") else ""),
        (gettext("Open to all"), values.get("opening", "")),
        (gettext("Burdens and benefits"), values.get("balance", "")),
    )


class BuildingForm(SeenForm):
    """The lasting purpose of a building, works, and what becomes of additions."""

    purpose = TextAreaField(
        _("Lasting purpose of shared care"),
        description=_("The building is given free of charge for this purpose alone."),
        validators=TEXT,
    )
    upkeep = TextAreaField(_("Who does which upkeep"), validators=TEXT)
    works = TextAreaField(_("Building works that the citizens pay for"), validators=TEXT)
    additions = TextAreaField(_("Improvements and additions"), validators=TEXT)
    additions_kept = BooleanField(_("They cost the City nothing and stay with it"))


def building_rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed on a building; free of charge by the text itself."""
    stays = gettext("they cost the City nothing and stay with it")
    return _said(
        (gettext("Fee"), gettext("none: the building is given free of charge")),
        (gettext("Lasting purpose"), values.get("purpose", "")),
        (gettext("Upkeep"), values.get("upkeep", "")),
        (gettext("Works that the citizens pay for"), values.get("works", "")),
        (gettext("Improvements and additions"), values.get("additions", "")),
        (gettext("What becomes of them"), stays if values.get("additions_kept") else ""),
    )


class RegenerationForm(SeenForm):
    """Who pays for a regeneration, and who carries it out."""

    mode = RadioField(
        _("How the citizens take part"),
        choices=[SelectChoice(key, label) for key, label in MODES.items()],
        validators=[InputRequired()],
    )
    citizens_amount = NumberField(
        _("Paid by the citizens, in euro"),
        validators=[Optional(), NumberRange(min=0, max=MOST_EURO)],
    )
    city_amount = NumberField(
        _("Paid by the City, in euro"),
        validators=[Optional(), NumberRange(min=0, max=MOST_EURO)],
    )
    executor = RadioField(
        _("Who carries out the works"),
        choices=[SelectChoice(key, label) for key, label in EXECUTORS.items()],
        validators=[Optional()],
    )
    consultation = TextAreaField(
        _("By which consultation the City chooses"),
        description=_("Only if the City carries them out: when, where, who may take part."),
        validators=TEXT,
    )
    qualified = BooleanField(_("The rules on qualified firms and public works are kept"))


def regeneration_rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed on a regeneration."""
    kept = gettext("the rules on qualified firms and public works are kept")
    return _said(
        (gettext("How the citizens take part"), str(MODES.get(values.get("mode", ""), ""))),
        (gettext("Paid by the citizens"), _amount(values.get("citizens_amount"))),
        (gettext("Paid by the City"), _amount(values.get("city_amount"))),
        (gettext("Who carries out the works"), str(EXECUTORS.get(values.get("executor", ""), ""))),
        (gettext("Consultation"), values.get("consultation", "")),
        (gettext("Public works"), kept if values.get("qualified") else ""),
    )


def _amount(value: str | None) -> str:
    return euro(Decimal(value)) if value else ""


def _said(*lines: tuple[str, str]) -> Rows:
    return [(label, text) for label, text in lines if text]
