"""The form field of a figure or a sum, as people type it. Art. 24, 30(5)."""

from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from flask_babel import gettext, lazy_gettext
from wtforms import StringField

from pactregistry.languages import written
from pactregistry.people.numbers import Measure, Misread, read

REFUSALS = {
    "several": lazy_gettext(
        "Write one number only: several cells of a table, or several numbers, are not understood."
    ),
    "no_number": lazy_gettext(
        "This is not understood as a number. Write digits only, such as 1234 or 12,5; how you "
        "counted goes into the explanation."
    ),
    "unit": lazy_gettext(
        "This figure is counted in another unit: %(unit)s. Write the number in that unit."
    ),
    "count": lazy_gettext("This is a count: write only how many, without a unit."),
    "negative": lazy_gettext("A figure is not less than nothing: leave out the minus sign."),
    "most": lazy_gettext(
        "More than %(most)s is surely a typing mistake. Look at the number and its unit again."
    ),
    "two_ways": lazy_gettext(
        "This can be read in two ways, as thousands or as decimals. Write %(whole)s, or the "
        "decimals with two digits at most."
    ),
    "joined": lazy_gettext(
        "This can be read as one number or as several side by side, as when cells of a table are "
        "pasted. Write %(joined)s if it is one number."
    ),
    "decimals": lazy_gettext(
        "Too many decimals: here the number has at most %(decimals)s. Round it."
    ),
}
EURO = Measure(2, units=("€", "eur", "euro", "euros"))


class NumberField(StringField):
    """One number; `data` is the value, None where nothing was typed.

    `unit` is how the unit is called: euros unless another is given, empty for a count.
    """

    data: Any

    def __init__(
        self, label: Any = None, validators: Any = None, unit: str | None = None, **more: Any
    ) -> None:
        more.setdefault("render_kw", {"inputmode": "decimal", "autocomplete": "off"})
        self.measure: Measure = more.pop("measure", EURO)
        self.unit = unit
        super().__init__(label, validators, **more)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else shown(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        self.data = None
        typed = valuelist[0] if valuelist else ""
        if not typed.strip():
            return
        try:
            self.data = read(typed, self.measure)
        except Misread as misread:
            raise ValueError(self._sentence(misread.reason, typed)) from None

    def _sentence(self, reason: str, typed: str) -> str:
        if reason == "unit" and self.unit == "":
            reason = "count"
        told = {
            "unit": gettext("euros") if self.unit is None else self.unit,
            "most": shown(self.measure.most),
            "decimals": self.measure.decimals,
            "whole": "".join(c for c in typed if c.isdigit()),
            "joined": "".join(typed.split()),
        }
        return str(REFUSALS[reason]) % told


def shown(value: Decimal) -> str:
    """A number as it is typed in the reader's language: no thousands, no needless zeros."""
    return format_decimal(value, "0.##", locale=written())
