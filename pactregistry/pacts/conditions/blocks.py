"""All groups of conditions, in the order of the regulation. Art. 5(2)-(3), 6, 13-17, 30(2), 31."""

from typing import Final

from flask_babel import lazy_gettext as _

from pactregistry.config import settings
from pactregistry.pacts.conditions import (
    cases,
    formalities,
    forms_reporting,
    place,
    reporting,
    representation,
    safety,
)
from pactregistry.pacts.conditions.block import Block, Rows
from pactregistry.pacts.models import PactVersion
from pactregistry.workflow.citations import cite

BLOCKS: Final = (
    Block(
        "use",
        _("Purpose and collective use"),
        _(
            "A pact never closes a place: say what the care is for, and how everyone goes on "
            "using it."
        ),
        cite("6(2)", "13(3)", "14(3)", "17(2)", "3(1)e"),
        place.UseForm,
        cases.on_place,
        place.use_rows,
    ),
    Block(
        "representation",
        _("Owners or shops that stand together"),
        _(
            "The City encourages those who face a space to gather. The share is an aim, never a "
            "condition: the pact is valid without it."
        ),
        cite("13(4)", "13(5)", "14(4)"),
        representation.RepresentationForm,
        cases.on_space,
        representation.rows,
    ),
    Block(
        "regeneration",
        _("Works of regeneration"),
        _("Who pays, who builds, and how the City chooses where it builds."),
        cite("6(3)", "15(1)", "15(3)", "15(4)", "15(5)"),
        place.RegenerationForm,
        cases.on_regeneration,
        place.regeneration_rows,
    ),
    Block(
        "building",
        _("The building"),
        _("It is given free of charge, for a lasting purpose; what is added stays with the City."),
        cite("17(1)", "17(2)", "17(4)"),
        place.BuildingForm,
        cases.on_building,
        place.building_rows,
    ),
    Block(
        "sponsors",
        _("Sponsors"),
        _("Who gives something may be named and thanked; nobody gets an exclusive right."),
        cite("5(3)"),
        formalities.SponsorsForm,
        cases.is_full,
        formalities.sponsor_rows,
    ),
    Block(
        "risks",
        _("Risks and protective equipment"),
        _("Those who act are told what may happen, what to wear and what to do."),
        cite("31(1)", "31(2)", "31(3)"),
        safety.RisksForm,
        cases.on_danger,
        safety.risk_rows,
        offer=safety.offer_risks,
    ),
    Block(
        "insurance",
        _("Insurance"),
        _("Whether it is needed, what it covers, who takes it out; in proportion to the case."),
        cite("5(2)e", "31(4)", "31(5)"),
        safety.InsuranceForm,
        cases.on_danger,
        safety.insurance_rows,
    ),
    Block(
        reporting.KEY,
        _("Reports and figures"),
        _("How often the work is reported, and what is counted so that it can be compared."),
        cite("5(2)h", "30(2)", "30(3)"),
        forms_reporting.ReportingForm,
        cases.on_account,
        reporting.reporting_rows,
        offer=forms_reporting.offer_measures,
        read=forms_reporting.agreed_values,
    ),
    Block(
        "formalities",
        _("Formalities"),
        _("What the City's own practice adds. All of it may stay empty."),
        cite("3(1)h"),
        formalities.FormalitiesForm,
        cases.is_full,
        formalities.formality_rows,
    ),
)
BY_KEY: Final = {block.key: block for block in BLOCKS}


def stated(version: PactVersion) -> list[tuple[Block, Rows]]:
    """What a version states, group by group, as it is printed and published."""
    pack = settings().packs[version.pack_id]
    groups = [
        (b, b.rows(version.conditions[b.key], pack)) for b in BLOCKS if b.key in version.conditions
    ]
    return [(block, rows) for block, rows in groups if rows]


def asked(version: PactVersion) -> list[Block]:
    """The groups that this case is asked for, and those that were filled in all the same."""
    return [b for b in BLOCKS if b.concerns(version) or b.key in version.conditions]
