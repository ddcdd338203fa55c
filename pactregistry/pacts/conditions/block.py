"""One group of conditions: when it is asked, its form, how it is printed. Art. 3(1)f, 5(2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel.speaklater import LazyString
from wtforms import DateField, FieldList

from pactregistry.pacts.models import PactVersion
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.workflow.citations import Citation
from pactregistry.workflow.pack import Pack

Values = Mapping[str, Any]
Rows = list[tuple[str, str]]
FORM_OWN = frozenset({"csrf_token", "version"})
SPARE_LINES = 2


def _nothing(_form: SeenForm, _pack: Pack) -> None:
    """Most groups offer the same choices under every pack."""


def _as_typed(form: SeenForm, _before: Values) -> dict[str, Any]:
    return typed_values(form)


@dataclass(frozen=True)
class Block:
    """One group of conditions.

    `concerns` says whether the case asks for it: paperwork in proportion. `rows` are the lines that
    are printed and published, in the language of the moment, with the words of the pact's own pack.
    `offer` puts the pack's choices into the form, `read` takes out what it holds, given what stood
    there before.
    """

    key: str
    title: LazyString
    why: LazyString
    cites: tuple[Citation, ...]
    form: type[SeenForm]
    concerns: Callable[[PactVersion], bool]
    rows: Callable[[Values, Pack], Rows]
    offer: Callable[[Any, Pack], None] = _nothing
    read: Callable[[SeenForm, Values], dict[str, Any]] = _as_typed


def typed_values(form: SeenForm) -> dict[str, Any]:
    """What a form holds, as values that JSON can keep."""
    return {f.short_name: _plain(f.data) for f in form if f.short_name not in FORM_OWN}


def fill(form: SeenForm, values: Values) -> None:
    """Put kept values back into a form's fields."""
    for field in form:
        if field.short_name in values and field.short_name not in FORM_OWN:
            _restore(field, values[field.short_name])
        if isinstance(field, FieldList):
            _leave_room(field)


def _leave_room(field: FieldList) -> None:
    """Some empty lines at the end of a list, so that one more can be written without a script."""
    while len(field) < field.max_entries and _spare(field) < SPARE_LINES:
        field.append_entry()


def _spare(field: FieldList) -> int:
    return sum(1 for entry in field if not any((entry.data or {}).values()))


def _restore(field: Any, value: Any) -> None:
    if isinstance(field, DateField):
        field.data = date.fromisoformat(value) if value else None
    elif isinstance(field, NumberField):
        field.data = Decimal(value) if value else None
    else:
        field.process(None, value)


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items() if key != "csrf_token"}
        case str():
            return value.strip()
    return value
