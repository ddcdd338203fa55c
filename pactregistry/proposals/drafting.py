"""The steps of writing a proposal, the pace of a case, and where to go on. Art. 3(1)f-h."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _

from pactregistry.languages import day
from pactregistry.proposals.forms_draft import HowForm, WhatForm, WhereForm, WhoForm
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Pace, pace_of

FORMS: Mapping[str, Any] = {"who": WhoForm, "what": WhatForm, "where": WhereForm, "how": HowForm}
LABELS = {
    "who": _("Who"),
    "what": _("What"),
    "where": _("Where"),
    "how": _("How, and what is needed"),
    "papers": _("Papers"),
    "check": _("Check and send"),
}
ORDER = tuple(LABELS)


@dataclass(frozen=True)
class Difference:
    """A field that was saved elsewhere in the meantime: what stands there, and what was typed."""

    label: str
    saved: str
    typed: str


def is_light(draft: Proposal) -> bool:
    """Whether a case is small enough for one screen."""
    if draft.intensity is None:
        return False
    pace = pace_of(draft.intensity, works=draft.works, money=draft.money, risk=draft.risk)
    return pace is Pace.LIGHT


def next_step(step: str) -> str:
    """The step after this one."""
    return ORDER[ORDER.index(step) + 1]


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
        Difference(form[name].label.text, _shown(getattr(draft, name)), _shown(value))
        for name, value in values.items()
        if (getattr(draft, name) or None) != (value or None)
    ]


def _shown(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return "" if value is None else str(value)
