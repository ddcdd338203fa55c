"""Between a call and its form: what stands is shown, what is typed becomes values. Art. 11(2)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from flask_babel import gettext as _
from wtforms import IntegerField, SelectChoice
from wtforms.validators import NumberRange, Optional

from pactregistry.commons.calls.forms import LAST_MINUTE, MOST_DAYS, CallForm, moment
from pactregistry.commons.calls.models import Call
from pactregistry.commons.forms_place import district_choices
from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.workflow.pack import Term

PLAIN = (
    "title",
    "summary",
    "text",
    "emergency",
    "emergency_grounds",
    "theme",
    "district",
    "act",
    "places_offered",
    "least_total",
)


def term_field(key: str) -> str:
    """The name of the field for a term."""
    return f"term_{key}"


def form_for(call: Call | None, terms: Sequence[Term], commons: Iterable[Commons]) -> Any:
    """The form of a call, with a field for each term that it may set."""

    class WithTerms(CallForm):
        """A call with the terms of its pack."""

    for term in terms:
        label = in_language(term.label)
        field = IntegerField(
            _("%(term)s: days", term=label[:1].upper() + label[1:]),
            description=_("Without the call: %(days)s days.", days=term.value),
            validators=[Optional(), NumberRange(min=1, max=MOST_DAYS)],
        )
        setattr(WithTerms, term_field(term.key), field)
    form = WithTerms(data=None if call is None else _shown(call))
    form.district.choices = district_choices()
    form.commons.choices = [
        SelectChoice(one.id, f"{one.name} ({one.number})" if one.number else one.name)
        for one in commons
    ]
    if not form.is_submitted():
        for rows in (form.questions, form.criteria):
            rows.append_entry()
    return form


def values_of(form: Any, terms: Sequence[Term]) -> dict[str, Any]:
    """What was typed, by the columns of a call."""
    values = {name: _clean(form[name].data) for name in PLAIN}
    for number in ("places_offered", "least_total"):
        values[number] = form[number].data
    values["opens_at"] = moment(form.opens_on.data, form.opens_hour.data, time())
    values["closes_at"] = moment(form.closes_on.data, form.closes_hour.data, LAST_MINUTE)
    typed = {term.key: form[term_field(term.key)].data for term in terms}
    values["terms"] = {key: days for key, days in typed.items() if days is not None}
    values["questions"] = _keyed(form.questions.data, "q")
    values["criteria"] = _keyed(form.criteria.data, "c")
    return values


def _clean(value: Any) -> Any:
    return value if isinstance(value, bool) else (value or "").strip() if _is_text(value) else value


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _keyed(rows: Iterable[dict[str, Any]], letter: str) -> list[dict[str, Any]]:
    """The rows that say something; a row keeps its key, a new one gets the next."""
    kept = [row for row in rows if (row["label"] or "").strip()]
    taken = {row["key"] for row in kept if row["key"]}
    free = (f"{letter}{n}" for n in range(1, 2 * len(kept) + 2) if f"{letter}{n}" not in taken)
    seen: set[str] = set()
    found = []
    for row in kept:
        key = row["key"] if row["key"] and row["key"] not in seen else next(free)
        seen.add(key)
        texts = {name: value.strip() for name, value in row.items() if isinstance(value, str)}
        found.append({**row, **texts, "key": key})
    return found


def _shown(call: Call) -> dict[str, Any]:
    shown: dict[str, Any] = {name: getattr(call, name) for name in PLAIN}
    shown["opens_on"], shown["opens_hour"] = _civil(call.opens_at)
    shown["closes_on"], shown["closes_hour"] = _civil(call.closes_at)
    shown["commons"] = [commons.id for commons in call.commons]
    shown["questions"], shown["criteria"] = call.questions, call.criteria
    return shown | {term_field(key): days for key, days in call.terms.items()}


def _civil(moment_of_call: datetime | None) -> tuple[Any, Any]:
    if moment_of_call is None:
        return None, None
    local = moment_of_call.astimezone(settings().city.zone)
    return local.date(), local.time()
