"""What the desk types for a year's report: a few sentences in each language. Art. 35(2)."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from wtforms import TextAreaField
from wtforms.validators import Length, Optional

from pactregistry.people.forms_day import LONGEST, SeenForm

PREFIX = "words_"


def words_form(languages: Iterable[tuple[str, str]], kept: Mapping[str, str]) -> Any:
    """A form with one field a language, given as code and name."""
    fields = {
        f"{PREFIX}{code}": TextAreaField(
            _("Introduction: %(language)s", language=name),
            description=_("What stood out in the year, in plain words. The figures follow it."),
            validators=[Optional(), Length(max=LONGEST)],
            default=kept.get(code, ""),
        )
        for code, name in languages
    }
    return type("WordsForm", (SeenForm,), fields)()


def words_typed(form: Any) -> dict[str, str]:
    """The introductions that were typed, by language."""
    return {
        name.removeprefix(PREFIX): text or ""
        for name, text in form.data.items()
        if name.startswith(PREFIX)
    }
