"""A module's conditions at their limits, and what must be asked where the City does not know."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale

from pactregistry.commons.modules.conditions import Case, Conditions, questions, unmet
from pactregistry.workflow.states import CommonsKind, OwnerKind

SATURDAY = date(2026, 3, 14)


def case(**known: Any) -> Case:
    return Case(**{"happens_on": SATURDAY, **known})


@pytest.mark.parametrize(
    ("conditions", "fits", "does_not"),
    [
        ({"most_items": 3}, {"items": 3}, {"items": 4}),
        ({"most_people": 10}, {"people": 10}, {"people": 11}),
        ({"no_heritage": True}, {"heritage": False}, {"heritage": True}),
        ({"listed_only": True}, {"listed": True}, {"listed": False}),
        ({"districts": ("centro",)}, {"district": "centro"}, {"district": "fiume"}),
        (
            {"kinds": ("public_space",)},
            {"kind": CommonsKind.PUBLIC_SPACE},
            {"kind": CommonsKind.BUILDING},
        ),
        ({"months": (3,)}, {}, {"happens_on": date(2026, 4, 1)}),
        ({"weekdays": (5,)}, {}, {"happens_on": date(2026, 3, 15)}),
        ({"owner_consent": True}, {"consent": True}, {"consent": False}),
        ({"owner_consent": True}, {"owner": OwnerKind.CITY}, {"owner": OwnerKind.PRIVATE}),
        ({}, {"items": 99, "people": 99, "heritage": True}, None),
    ],
)
@pytest.mark.article("11(3)")
def test_each_condition_just_holds_and_just_does_not(
    app: Flask, conditions: dict[str, Any], fits: dict[str, Any], does_not: dict[str, Any] | None
) -> None:
    rules = Conditions(**conditions)
    assert unmet(rules, case(**fits)) == ()
    if does_not is not None:
        assert len(unmet(rules, case(**does_not))) == 1


def test_all_that_speaks_against_a_case_is_said(app: Flask) -> None:
    rules = Conditions(no_heritage=True, most_items=3, items={"it": "panchine"})
    with force_locale("en"):
        found = [str(sentence) for sentence in unmet(rules, case(heritage=True, items=4))]
    assert len(found) == 2
    assert "at most 3 panchine" in found[1]


@pytest.mark.parametrize(
    ("conditions", "known", "asked"),
    [
        ({"no_heritage": True}, {}, ("heritage",)),
        ({"no_heritage": True}, {"heritage": False}, ()),
        ({"owner_consent": True}, {}, ("consent",)),
        ({"owner_consent": True}, {"owner": OwnerKind.CITY}, ()),
        ({"owner_consent": True}, {"owner": OwnerKind.UNKNOWN}, ("consent",)),
        ({"most_items": 3}, {}, ("items",)),
        ({"kinds": ("building",)}, {}, ("commons_kind",)),
        ({"districts": ("centro",)}, {}, ("district",)),
        ({}, {}, ()),
    ],
)
def test_only_what_is_not_known_is_asked(
    conditions: dict[str, Any], known: dict[str, Any], asked: tuple[str, ...]
) -> None:
    assert questions(Conditions(**conditions), case(**known)) == asked


def test_conditions_are_kept_as_data_and_read_back() -> None:
    rules = Conditions(kinds=("building",), months=(3, 4), most_items=3, items={"it": "panchine"})
    assert Conditions.read(rules.stored()) == rules
    assert Conditions.read({}) == Conditions()
