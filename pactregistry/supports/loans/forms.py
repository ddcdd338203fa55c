"""What the desk and borrowers type about loans and the stock. Art. 22."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, DateField, IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted

MOST_THINGS = 100_000  # catches a typing mistake


class ThingForm(SeenForm):
    """One kind of thing in the stock."""

    name = StringField(_("What it is"), validators=[InputRequired(), Length(max=100)])
    unit = StringField(
        _("Counted in"),
        description=_("For example: pieces, pairs, litres."),
        validators=[Optional(), Length(max=40)],
    )
    quantity = IntegerField(
        _("How many the City has"),
        description=_("All of them, also those that are lent now."),
        validators=[InputRequired(), NumberRange(min=0, max=MOST_THINGS)],
    )
    protective = BooleanField(_("It is protective equipment (PPE)"))
    condition = StringField(
        _("State and place"),
        description=_("For example: good order, shelf 3. Only officers read it."),
        validators=[Optional(), Length(max=300)],
    )
    offered = BooleanField(_("It may be lent"), default=True)


class HandOverForm(DayForm):
    """Things given out."""

    condition = TextAreaField(
        _("State in which they are given out"),
        description=_("Both sides see it: a few words are enough."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class ReturnForm(DayForm):
    """Things that came back; `return_form` adds a count for each line."""

    condition = TextAreaField(
        _("State in which they came back"),
        description=_("For example: clean, in good order save normal wear."),
        validators=[Wanted(), Length(max=LONGEST)],
    )

    def counts(self) -> dict[int, int]:
        """How many came back, by line."""
        return {
            int(name.removeprefix("came_back_")): int(number)
            for name, number in self.data.items()
            if name.startswith("came_back_") and number is not None
        }


class ProlongForm(SeenForm):
    """A later last day than `after`."""

    after = date.min
    until = DateField(_("To be brought back by"), validators=[InputRequired()])

    def validate_until(self, field: Any) -> None:
        """An earlier day is no prolongation."""
        if field.data and field.data <= self.after:
            raise ValidationError(_("Choose a day after the present one."))


class OnwardForm(SeenForm):
    """To whom the borrower lends on, until the `latest` day of the loan itself. Art. 22(3)."""

    latest = date.max

    to_name = StringField(
        _("Who has them now"),
        description=_("Only you and the office read it."),
        validators=[InputRequired(), Length(max=200)],
    )
    what = StringField(
        _("Which things"),
        validators=[Optional(), Length(max=300)],
    )
    until = DateField(_("They come back to you by"), validators=[InputRequired()])

    def validate_until(self, field: Any) -> None:
        """Who has to give something back needs it back first."""
        if field.data and field.data > self.latest:
            raise ValidationError(_("You bring them back yourself before that day."))


class CounterLoanForm(SeenForm):
    """A loan agreed at the counter; `counter_loan_form` adds a number for each thing."""

    borrower_name = StringField(
        _("Name and surname of the person"),
        description=_("Private: only the offices read it."),
        validators=[InputRequired(), Length(max=200)],
    )
    borrower_contact = StringField(
        _("How to reach the person"),
        description=_("Telephone or address, private."),
        validators=[InputRequired(), Length(max=300)],
    )
    purpose = StringField(_("What for"), validators=[InputRequired(), Length(max=300)])
    since = DateField(_("From"), validators=[InputRequired()])
    until = DateField(_("To be brought back by"), validators=[InputRequired()])

    def wanted(self) -> dict[int, int]:
        """How many are wanted, by thing."""
        return {
            int(name.removeprefix("thing_")): int(number)
            for name, number in self.data.items()
            if name.startswith("thing_") and number
        }


def return_form(lines: Iterable[tuple[int, str, int]]) -> Any:
    """The form of a return with a count for each line (its number, its label, how many)."""
    counts = {
        f"came_back_{number}": IntegerField(
            gettext("How many came back: %(thing)s", thing=label),
            default=quantity,
            validators=[InputRequired(), NumberRange(min=0, max=quantity)],
        )
        for number, label, quantity in lines
    }
    return type("CountedReturnForm", (ReturnForm,), counts)()


def counter_loan_form(things: Iterable[tuple[int, str]]) -> Any:
    """The form of a loan at the counter with a number for each thing (its number, its label)."""
    numbers = {
        f"thing_{number}": IntegerField(
            label, validators=[Optional(), NumberRange(min=0, max=MOST_THINGS)]
        )
        for number, label in things
    }
    return type("ThingsLoanForm", (CounterLoanForm,), numbers)()
