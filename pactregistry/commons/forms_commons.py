"""Which entry of the list of commons something is about: one field for every room. Art. 10(6)."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, SelectField, StringField
from wtforms.validators import Length, Optional

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people.forms_day import SeenForm


class CommonsFields:
    """An entry chosen by name, grouped by district; words narrow a long list, without a script."""

    find = StringField(
        _("Words to find it in the list"),
        description=_("Then press the button: the list below becomes shorter."),
        validators=[Optional(), Length(max=200)],
    )
    commons_id = SelectField(
        _("Place of the City's list of commons"),
        description=_("What the list knows of it is filled in; you may change that afterwards."),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )


class LocateForm(SeenForm):
    """The link of a file to the list, made by the office."""

    commons_id = SelectField(
        _("Place of the City's list of commons"),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )


def offer_commons(form: Any, entries: Iterable[Any]) -> None:
    """Offer entries of the list, which come ordered by district; no field where there are none."""
    districts = settings().city.districts
    choices = [
        SelectChoice(
            str(entry.id),
            f"{entry.name} ({entry.number})",
            optgroup=in_language(districts[entry.district].name)
            if entry.district in districts
            else str(_("without a district")),
        )
        for entry in entries
    ]
    if not choices and "find" in form and not form.find.data:
        del form.find, form.commons_id
        return
    none = SelectChoice("", _("another place, or not chosen yet"), optgroup=str(_("None")))
    form.commons_id.choices = [none, *choices]
