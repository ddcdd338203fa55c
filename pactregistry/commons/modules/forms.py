"""What the desk writes into a module, and what putting it in force asks. Art. 11(3), 29(1)."""

from collections.abc import Iterable
from typing import Any

from babel.dates import get_day_names, get_month_names
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from pactregistry.commons.modules.conditions import MONTHS, WEEKDAYS
from pactregistry.config import settings
from pactregistry.languages import in_language, language, language_name
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm, Wanted
from pactregistry.workflow.words import COMMONS_KINDS

TEXTS = ("titles", "scopes", "terms", "risk_sheets", "items")
MOST = 10_000  # catches a typing mistake
LONGEST_WAIT = 365
KEY = r"[a-z0-9]+(-[a-z0-9]+)*\Z"
LISTS = ("kinds", "districts", "months", "weekdays")
LIMITS = ("no_heritage", "owner_consent", "listed_only", "most_items", "most_people")


class ModuleForm(SeenForm):
    """One version of a module; `module_form` adds its texts by language and its kit."""

    key = StringField(
        _("Short name in the address"),
        description=_("Small letters and dashes, such as: small-repairs. It stays the same."),
        validators=[
            InputRequired(),
            Length(max=60),
            Regexp(KEY, message=_("Small letters, digits and dashes only.")),
        ],
    )
    kinds = Checkboxes(_("Kinds of place that are meant"), description=_("None: any kind."))
    districts = Checkboxes(_("Districts"), description=_("None: all of them."))
    months = Checkboxes(_("Months"), description=_("None: the whole year."), coerce=int)
    weekdays = Checkboxes(_("Days of the week"), description=_("None: every day."), coerce=int)
    no_heritage = BooleanField(_("Not on listed monuments or protected landscapes"))
    owner_consent = BooleanField(_("The owner agrees in writing, where it is not the City"))
    listed_only = BooleanField(_("Only places on the City's list of commons"))
    most_items = IntegerField(
        _("At most how many"),
        description=_("Of what is counted here. Empty: no limit."),
        validators=[Optional(), NumberRange(min=1, max=MOST)],
    )
    most_people = IntegerField(
        _("At most how many people"),
        description=_("Empty: no limit."),
        validators=[Optional(), NumberRange(min=1, max=MOST)],
    )
    loan_days = IntegerField(
        _("The kit comes back after so many days"),
        description=_("Counted from the day of the activity."),
        default=0,
        validators=[InputRequired(), NumberRange(min=0, max=LONGEST_WAIT)],
    )
    fetch_days = IntegerField(
        _("The kit may be fetched so many days before"),
        default=0,
        validators=[InputRequired(), NumberRange(min=0, max=LONGEST_WAIT)],
    )
    emergency = BooleanField(_("A tool for emergencies: it stands first in the list (Art. 29(1))"))

    def values(self) -> dict[str, Any]:
        """What was written, by the columns of a module."""
        typed = self.data
        conditions = {
            **{name: typed[name] or [] for name in LISTS},
            **{name: typed[name] for name in LIMITS},
        }
        return {
            **{name: self.by_language(name) for name in TEXTS if name != "items"},
            "conditions": {**conditions, "items": self.by_language("items")},
            "kit": self.kit(),
            **{name: typed[name] for name in ("loan_days", "fetch_days", "emergency")},
        }

    def by_language(self, name: str) -> dict[str, str]:
        """A text in the languages in which it was written."""
        languages = settings().city.languages
        typed = {code: (self.data[f"{name}_{code}"] or "").strip() for code in languages}
        return {code: text for code, text in typed.items() if text}

    def kit(self) -> list[dict[str, int]]:
        """The things that are lent along, with their number."""
        return [
            {"thing_id": int(name.removeprefix("kit_")), "quantity": int(number)}
            for name, number in self.data.items()
            if name.startswith("kit_") and number
        ]


class PublicationForm(SeenForm):
    """The managing officer's act that sets the module."""

    act = StringField(
        _("Number and date of the managing officer's act"),
        validators=[Wanted(), Length(max=200)],
    )


def module_form(things: Iterable[tuple[int, str]], **given: Any) -> Any:
    """The form of a module with its texts in the city's languages, and a number for each thing."""
    fields: dict[str, Any] = {}
    for code in settings().city.languages:
        told = {"language": language_name(code)}
        binding = code == settings().city.language
        check = [InputRequired() if binding else Optional(), Length(max=200)]
        fields |= {
            f"titles_{code}": StringField(gettext("Name (%(language)s)", **told), validators=check),
            f"scopes_{code}": _text(gettext("What may be done (%(language)s)", **told)),
            f"terms_{code}": _text(gettext("Terms that citizens accept (%(language)s)", **told)),
            f"risk_sheets_{code}": _text(gettext("Risks and protection (%(language)s)", **told)),
            f"items_{code}": StringField(
                gettext("What is counted (%(language)s)", **told),
                description=_("In the plural, such as: benches."),
                validators=[Optional(), Length(max=60)],
            ),
        }
    fields |= {
        f"kit_{number}": IntegerField(label, validators=[Optional(), NumberRange(min=0, max=MOST)])
        for number, label in things
    }
    form = type("WrittenModuleForm", (ModuleForm,), fields)(**given)
    _offer(form)
    return form


def written(module: Any) -> dict[str, Any]:
    """What a module says, by the fields of its form."""
    texts = {
        f"{name}_{code}": text
        for name, by_language in (
            *((name, getattr(module, name)) for name in TEXTS if name != "items"),
            ("items", module.conditions.get("items", {})),
        )
        for code, text in by_language.items()
    }
    kit = {f"kit_{part['thing_id']}": part["quantity"] for part in module.kit}
    plain = {n: getattr(module, n) for n in ("key", "loan_days", "fetch_days", "emergency")}
    conditions = {k: v for k, v in module.conditions.items() if k != "items"}
    return {**texts, **kit, **plain, **conditions}


def month_name(month: int) -> str:
    """A month in the reader's language."""
    return str(get_month_names("wide", context="stand-alone", locale=language())[month])


def weekday_name(weekday: int) -> str:
    """A day of the week in the reader's language."""
    return str(get_day_names("wide", context="stand-alone", locale=language())[weekday])


def _text(label: Any) -> Any:
    return TextAreaField(label, validators=[Optional(), Length(max=LONGEST)])


def _offer(form: Any) -> None:
    districts = settings().city.districts.items()
    form.kinds.choices = [SelectChoice(k, _(v)) for k, v in COMMONS_KINDS.items()]
    form.districts.choices = [SelectChoice(k, in_language(d.name)) for k, d in districts]
    form.months.choices = [SelectChoice(m, month_name(m)) for m in MONTHS]
    form.weekdays.choices = [SelectChoice(d, weekday_name(d)) for d in WEEKDAYS]
