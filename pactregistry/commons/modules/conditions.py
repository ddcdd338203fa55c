"""A module's conditions as data, checked against a case; what is not known is asked. Art. 11(3).

A pure reading of facts: which conditions a case meets, and which questions only the citizen can
answer because the City's list does not know the place. Art. 10(4), 14(1), 15(6).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import all_of, day, in_language
from pactregistry.workflow.states import CommonsKind, OwnerKind

MONTHS = range(1, 13)
WEEKDAYS = range(7)  # Monday is 0


@dataclass(frozen=True)
class Conditions:
    """When a module may be used: an empty list means any, None no limit."""

    kinds: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    no_heritage: bool = False
    owner_consent: bool = False
    listed_only: bool = False
    most_items: int | None = None
    most_people: int | None = None
    items: Mapping[str, str] = field(default_factory=dict)  # what is counted, by language

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Conditions":
        """Read what `stored` wrote."""
        lists = ("kinds", "districts", "months", "weekdays")
        values: dict[str, Any] = {k: tuple(v) if k in lists else v for k, v in data.items()}
        return cls(**values)

    def stored(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self)


@dataclass(frozen=True)
class Case:
    """What is known of one use: from the City's list of commons, else from the citizen's answers.

    None where nobody has said yet.
    """

    happens_on: date
    listed: bool = False
    district: str = ""
    kind: CommonsKind | None = None
    heritage: bool | None = None
    owner: OwnerKind | None = None
    consent: bool | None = None
    items: int | None = None
    people: int | None = None


def counted(conditions: Conditions) -> str:
    """What is counted, such as benches, in the reader's language; empty where nothing is."""
    return in_language(conditions.items) if any(conditions.items.values()) else ""


def questions(conditions: Conditions, case: Case) -> tuple[str, ...]:
    """What must still be asked before the conditions can be checked."""
    asked = []
    if conditions.kinds and case.kind is None:
        asked.append("commons_kind")
    if conditions.no_heritage and case.heritage is None:
        asked.append("heritage")
    if conditions.owner_consent and case.owner is not OwnerKind.CITY and case.consent is None:
        asked.append("consent")
    if conditions.most_items is not None and case.items is None:
        asked.append("items")
    if conditions.districts and not case.district:
        asked.append("district")
    return tuple(asked)


def unmet(conditions: Conditions, case: Case) -> tuple[str, ...]:
    """Why a module does not cover a case, one sentence each in the reader's words."""
    checks = (_where, _protected, _owned, _when, _how_many)
    return tuple(sentence for check in checks for sentence in check(conditions, case))


def _where(conditions: Conditions, case: Case) -> list[str]:
    found = []
    if conditions.listed_only and not case.listed:
        found.append(_("only places on the City's list of commons are meant"))
    if conditions.kinds and case.kind not in conditions.kinds:
        found.append(_("this kind of place is not meant"))
    if conditions.districts and case.district not in conditions.districts:
        known = settings().city.districts
        names = [in_language(known[key].name) for key in conditions.districts if key in known]
        found.append(_("only these districts are meant: %(names)s", names=all_of(names)))
    return found


def _protected(conditions: Conditions, case: Case) -> list[str]:
    if conditions.no_heritage and case.heritage:
        return [_("the place is a listed monument or a protected landscape (Art. 15(6))")]
    return []


def _owned(conditions: Conditions, case: Case) -> list[str]:
    if not conditions.owner_consent or case.owner is OwnerKind.CITY or case.consent:
        return []
    return [_("the owner has not agreed in writing (Art. 14(1))")]


def _when(conditions: Conditions, case: Case) -> list[str]:
    month = not conditions.months or case.happens_on.month in conditions.months
    weekday = not conditions.weekdays or case.happens_on.weekday() in conditions.weekdays
    if month and weekday:
        return []
    return [_("%(day)s is not one of the days that the module allows", day=day(case.happens_on))]


def _how_many(conditions: Conditions, case: Case) -> list[str]:
    found = []
    if conditions.most_items is not None and (case.items or 0) > conditions.most_items:
        items = counted(conditions)
        told = {"most": conditions.most_items, "items": items, "asked": case.items}
        found.append(_("at most %(most)s %(items)s are meant, and you ask for %(asked)s", **told))
    if conditions.most_people is not None and (case.people or 0) > conditions.most_people:
        told = {"most": conditions.most_people, "asked": case.people}
        found.append(_("at most %(most)s people are meant, and you are %(asked)s", **told))
    return found
