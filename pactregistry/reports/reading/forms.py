"""What the office types at a report: remarks, why it is withheld, the City's figures. Art. 30."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import Length, Optional

from pactregistry.languages import in_language
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted
from pactregistry.people.forms_number import NumberField
from pactregistry.people.numbers import Measure
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Report
from pactregistry.workflow.measures import Indicator, MeasureUnit

EXPLANATION = 1000  # characters of what one figure says: a technical limit


class RemarksForm(DayForm):
    """What a report lacks."""

    reason = TextAreaField(
        _("Remarks"),
        description=_(
            "What is missing or unclear, point by point. Who writes the report reads it; the "
            "public does not."
        ),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class ReportHidingForm(SeenForm):
    """Why a report should not be public as it is; only both sides read it."""

    reason = TextAreaField(
        _("What should not have been public, and why"),
        description=_("Only the office and the citizens of the pact read this."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class CityFiguresForm(SeenForm):
    """The figures that the City alone knows; `city_form` adds the fields of each."""

    codes: tuple[str, ...] = ()

    def typed(self) -> dict[str, tuple[Decimal | None, str]]:
        """What was typed for each measure: the figure, and what it says."""
        return {
            code: (self[f"value_{code}"].data, self[f"why_{code}"].data or "")
            for code in self.codes
        }


def city_form(report: Report) -> CityFiguresForm:
    """The form for one report, with the figures that stand."""
    pack = pack_of(report)
    asked = [indicator for indicator in pack.indicators if indicator.by == "city"]
    units = {unit.key: unit for unit in pack.units}
    fields = dict(_fields((indicator, units[indicator.unit]) for indicator in asked))
    form_class: type[CityFiguresForm] = type(
        "CityFiguresOfPack", (CityFiguresForm,), {**fields, "codes": tuple(i.key for i in asked)}
    )
    standing: dict[str, Any] = {}
    for figure in report.figures:
        standing[f"value_{figure.code}"] = figure.value
        standing[f"why_{figure.code}"] = figure.explanation
    return form_class(data=standing)


def _fields(asked: Iterable[tuple[Indicator, MeasureUnit]]) -> Iterable[tuple[str, Any]]:
    for indicator, unit in asked:
        name, unit_name = in_language(indicator.label), in_language(unit.label)
        words = (unit.key, *unit.label.values())
        yield (
            f"value_{indicator.key}",
            NumberField(
                f"{name} ({unit_name})",
                [Optional()],
                unit=unit_name,
                measure=Measure(unit.decimals, Decimal(indicator.most), words),
                description=in_language(indicator.definition),
            ),
        )
        yield (
            f"why_{indicator.key}",
            TextAreaField(
                gettext("What this figure says: %(measure)s", measure=name),
                [Optional(), Length(max=EXPLANATION)],
            ),
        )
