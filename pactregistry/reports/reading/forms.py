"""What the office types at a report: remarks, why it is withheld, the City's figures. Art. 30."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectChoice, TextAreaField
from wtforms.validators import Length, Optional

from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted
from pactregistry.people.forms_number import NumberField
from pactregistry.reports.reading.withdrawn import GROUNDS
from pactregistry.reports.writing.asked import Asked

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


class WithdrawalForm(SeenForm):
    """Why a photograph is taken out: a ground that everyone reads, and how it became known."""

    ground = RadioField(
        _("Why it is taken out"),
        description=_("Everyone reads this in the history of the report. Nobody is named."),
        choices=[SelectChoice(value=key, label=label) for key, label in GROUNDS.items()],
        validate_choice=False,
        validators=[Wanted()],
    )
    note = TextAreaField(
        _("How you learned of it"),
        description=_(
            "For example a letter or a call, with its day. It is kept for the office alone, and is "
            "not shown on these pages. Leave it empty if there is nothing to add."
        ),
        validators=[Optional(), Length(max=LONGEST)],
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


def city_form(
    asked: Sequence[Asked], standing: Mapping[str, tuple[Decimal | None, str]]
) -> CityFiguresForm:
    """The form for the figures asked for, with those that stand and what they say."""
    fields = dict(_fields(asked))
    fields["codes"] = tuple(each.code for each in asked)
    form_class: type[CityFiguresForm] = type("CityFiguresOfPack", (CityFiguresForm,), fields)
    shown: dict[str, Any] = {}
    for code, (value, explanation) in standing.items():
        shown[f"value_{code}"], shown[f"why_{code}"] = value, explanation
    return form_class(data=shown)


def _fields(asked: Iterable[Asked]) -> Iterable[tuple[str, Any]]:
    for each in asked:
        yield (
            f"value_{each.code}",
            NumberField(
                f"{each.label} ({each.unit_name})" if each.unit_name else each.label,
                [Optional()],
                unit=each.unit_name,
                measure=each.measure,
                description=each.definition,
            ),
        )
        yield (
            f"why_{each.code}",
            TextAreaField(
                gettext("What this figure says: %(measure)s", measure=each.label),
                [Optional(), Length(max=EXPLANATION)],
            ),
        )
