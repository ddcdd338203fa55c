"""The steps of writing a proposal, the pace of a case, and where to go on. Art. 3(1)f-h."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _

from pactregistry.languages import day
from pactregistry.proposals.call_questions import CallQuestionsForm, has_questions
from pactregistry.proposals.forms_draft import HowForm, WhatForm, WhereForm, WhoForm
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Pace, pace_of

FORMS: Mapping[str, Any] = {
    "who": WhoForm,
    "what": WhatForm,
    "where": WhereForm,
    "how": HowForm,
    "call": CallQuestionsForm,
}
LABELS = {
    "who": _("Who"),
    "what": _("What"),
    "where": _("Where"),
    "how": _("How, and what is needed"),
    "call": _("The call's questions"),
    "papers": _("Papers"),
    "check": _("Check and send"),
}


@dataclass(frozen=True)
class Difference:
    """A field that was saved elsewhere in the meantime: what stands there, and what was typed."""

    label: str
    saved: str
    typed: str


def is_light(draft: Proposal) -> bool:
    """Whether a case is small enough for one screen; in an emergency each answer is. Art. 29(1)."""
    if draft.call is not None and draft.call.emergency:
        return True
    if draft.intensity is None:
        return False
    pace = pace_of(draft.intensity, works=draft.works, money=draft.money, risk=draft.risk)
    return pace is Pace.LIGHT


def steps_of(draft: Proposal) -> dict[str, Any]:
    """The steps of a draft in order, each with its label."""
    asks = has_questions(draft)
    return {step: label for step, label in LABELS.items() if asks or step != "call"}


def next_step(draft: Proposal, step: str) -> str:
    """The step after this one."""
    order = list(steps_of(draft))
    return order[order.index(step) + 1]


def where_to_go_on(draft: Proposal) -> str:
    """The first step that has nothing typed yet."""
    if not (draft.title or draft.description):
        return "what" if draft.public_author else "who"
    if not (draft.place_name or draft.district):
        return "where"
    if not (draft.support_asked or draft.wished_from or draft.people_count):
        return "how"
    return "check"


def differences(draft: Proposal, form: Any, values: Mapping[str, Any]) -> list[Difference]:
    """What a form opened on an older version would change, field by field."""
    return [
        Difference(
            _label(form, name), _named(form, name, getattr(draft, name)), _named(form, name, value)
        )
        for name, value in values.items()
        if (getattr(draft, name) or None) != (value or None)
    ]


def _named(form: Any, name: str, value: object) -> str:
    if name != "commons_id":
        return _shown(value)
    offered = {choice.value: choice.label for choice in form.commons_id.choices}
    return str(offered.get(str(value), ""))


def _label(form: Any, name: str) -> str:
    return str(form[name].label.text if name in form else LABELS["call"])


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "\n".join(str(text) for text in value.values())
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return "" if value is None else str(value)
