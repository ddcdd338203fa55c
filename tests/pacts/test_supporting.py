"""What each kind of support states, and what its article asks. Art. 18-27."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from pactregistry.database import db
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.manuscript import original_content
from pactregistry.pacts.supporting.kinds import KINDS
from pactregistry.people.models import Account
from pactregistry.workflow.facts import VersionFacts
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]
SUPPORTS = "/pacts/2026-0001/codesign/supports"


def give(browser: FlaskClient, cast: Cast, *kinds: str) -> None:
    form: dict[str, str] = {"version": str(cast.text.version)}
    for number, kind in enumerate(kinds):
        form[f"supports-{number}-kind"] = kind
        form[f"supports-{number}-description"] = f"about {kind}"
    assert browser.post(SUPPORTS, data=form).status_code == HTTPStatus.FOUND


def detail(browser: FlaskClient, cast: Cast, position: int, **typed: object) -> int:
    form = {"version": str(cast.text.version), **typed}
    return browser.post(f"{SUPPORTS}/{position}", data=form).status_code


def facts(cast: Cast) -> VersionFacts:
    return version_facts(cast.text)


def test_every_support_of_the_pack_has_its_form(accepted: Cast, enter: Enter) -> None:
    desk = enter(accepted.desk)
    kinds = list(KINDS)
    give(desk, accepted, *kinds)
    for position in range(1, len(kinds) + 1):
        assert desk.get(f"{SUPPORTS}/{position}").status_code == HTTPStatus.OK, kinds[position - 1]
    assert desk.get(f"{SUPPORTS}/{len(kinds) + 1}").status_code == HTTPStatus.NOT_FOUND
    assert desk.get(f"{SUPPORTS}/0").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.article("20(2)")
def test_fundraising_needs_all_three_conditions(accepted: Cast, enter: Enter) -> None:
    desk = enter(accepted.desk)
    give(desk, accepted, "fundraising")
    three = {"occasional": "y", "tied": "y", "modest": "y"}
    assert len(facts(accepted).fundraising_unmet) == len(three)
    for left_out in three:
        detail(desk, accepted, 1, **{k: v for k, v in three.items() if k != left_out})
        assert len(facts(accepted).fundraising_unmet) == 1
    detail(desk, accepted, 1, **three)
    assert facts(accepted).fundraising_unmet == ()


@pytest.mark.article("27(2)")
@pytest.mark.parametrize(("days", "shorter"), [("29", True), ("30", False), ("31", False)])
def test_a_shortened_term_is_shorter(
    accepted: Cast, enter: Enter, days: str, shorter: bool
) -> None:
    desk = enter(accepted.desk)
    give(desk, accepted, "permits")
    status = detail(desk, accepted, 1, permit="Soil", ordinary_days="30", shortened_days=days)
    assert (status == HTTPStatus.FOUND) is shorter


@pytest.mark.article("18(4)", "23(1)", "24(2)", "31(1)")
def test_what_an_article_asks_is_missing_until_it_is_stated(accepted: Cast, enter: Enter) -> None:
    accepted.proposal.risk = True
    db.session.commit()
    desk = enter(accepted.desk)
    give(desk, accepted, "money", "staff")
    before = facts(accepted)
    assert (before.in_kind_considered, before.design_help_grounded) == (False, False)
    assert before.training_before_risk is False
    detail(desk, accepted, 1, why_not_in_kind="No soil in the depot.", categories=["goods"])
    detail(desk, accepted, 2, office="green", interest="First of its kind", resources="300 hours")
    give(desk, accepted, "money", "staff", "training")
    after = facts(accepted)
    # The lines that stay keep what was stated on them.
    assert (after.in_kind_considered, after.design_help_grounded) == (True, True)
    assert after.training_before_risk is True


@pytest.mark.article("5(2)g", "21(1)", "22(2)", "22(3)", "24(3)", "26(2)")
def test_what_the_text_itself_says_is_printed(accepted: Cast, enter: Enter) -> None:
    desk = enter(accepted.desk)
    give(desk, accepted, "materials", "spaces", "recognition", "money")
    detail(desk, accepted, 1, may_lend_on="y")
    detail(desk, accepted, 2, space="Sala civica")
    detail(desk, accepted, 3, forms="A plate")
    detail(desk, accepted, 4, how_paid="On the report")
    with force_locale("en"):
        content = original_content(accepted.text, accepted.text.changed_at)
    printed = {s["label"]: dict(s["details"]) for s in content["supports"]}
    lines = [text for rows in printed.values() for text in rows.values()]
    assert "free of charge; given back in good order, save normal wear" in lines
    assert "allowed, for the same purpose" in lines
    assert "that of the City's own activities" in lines
    assert "thanks, never a payment for what is done" in lines
    assert "not paid, neither directly nor indirectly" in lines
