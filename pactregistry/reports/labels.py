"""How a report's figures, parts and costs are called, in the reader's language. Art. 24, 30."""

from typing import Final

from flask_babel import gettext

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.reports.models import Cost, Figure, Report
from pactregistry.workflow.pack import Pack

COUNT: Final = "n"
OTHER: Final = "other"  # a kind of cost that is not reimbursed. Art. 24(6)


def pack_of(report: Report) -> Pack:
    """The pack under which a report is made."""
    here = settings()
    return here.packs.get(report.pack_id, here.pack)


def figure_label(figure: Figure, pack: Pack) -> str:
    """What a figure counts: in the pack's words, or in the pact's own."""
    indicator = pack.indicator(figure.code)
    return in_language(indicator.label) if indicator else figure.label


def figure_definition(figure: Figure, pack: Pack) -> str:
    """How a figure is counted: in the pack's words, or in the pact's own."""
    indicator = pack.indicator(figure.code)
    return in_language(indicator.definition) if indicator else figure.definition


def unit_label(key: str, pack: Pack) -> str:
    """A unit of the pack by its key; one that a pact made its own as it is written."""
    found = next((unit for unit in pack.units if unit.key == key), None)
    return in_language(found.label) if found else key


def unit_beside(key: str, pack: Pack) -> str:
    """How a unit is called beside a figure; empty for a count, which needs no word."""
    return "" if key == COUNT else unit_label(key, pack)


def category_label(key: str, pack: Pack) -> str:
    """A kind of cost as the pack calls it; one that it does not know as it was written."""
    if key == OTHER:
        return str(gettext("something else"))
    found = next((c for c in pack.expense_categories if c.key == key), None)
    return in_language(found.label) if found else key


def purpose_label(cost: Cost, pack: Pack) -> str:
    """What a professional was paid for, as the pack calls it; empty for other costs."""
    found = next((c for c in pack.fee_purposes if c.key == cost.fee_purpose), None)
    return in_language(found.label) if found else cost.fee_purpose
