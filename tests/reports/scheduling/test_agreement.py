"""Both sides agree how often to report and what is counted; own keys stay. Art. 30(2)."""

from collections.abc import Callable
from decimal import Decimal
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import sweep
from pactregistry.pacts.conditions.reporting import agreed, agreed_in, keyed
from pactregistry.pacts.models import SupportItem
from pactregistry.pacts.queries import pact_by_number
from pactregistry.people.models import Account
from pactregistry.workflow.states import Intensity, Pace
from tests.pacts.cases import Cast, agree_and_sign

Enter = Callable[[Account], FlaskClient]
PAGE = "/pacts/2026-0001/codesign/conditions"
NESTS = {
    "own-0-label": "Nests of birds",
    "own-0-unit": "n",
    "own-0-definition": "Counted in May, from the path.",
}


@pytest.fixture
def full(mandate: Cast) -> Cast:
    """The case as shared management of a space, at the full pace."""
    pact = mandate.pact
    pact.pace, pact.intensity = Pace.FULL, Intensity.SHARED_MANAGEMENT
    db.session.commit()
    return mandate


def state(browser: FlaskClient, cast: Cast, **typed: object) -> int:
    form = {"version": str(cast.text.version), **typed}
    return browser.post(f"{PAGE}/reporting", data=form).status_code


@pytest.mark.article("30(2)", "5(2)h")
def test_what_is_agreed_is_printed_published_and_read_from_the_signed_text(
    full: Cast, enter: Enter, client: FlaskClient
) -> None:
    desk = enter(full.desk)
    chosen = ["hours_volunteer", "plants"]
    assert state(desk, full, every_months="6", indicators=chosen, **NESTS) == HTTPStatus.FOUND
    page = desk.get(PAGE).text
    assert "one every 6 months, and one at the end of the pact" in page
    assert "hours of volunteers" in page
    assert agreed(full.pact).every_months is None  # not signed yet
    agree_and_sign(full, enter)
    reporting = agreed(full.pact)
    assert (reporting.every_months, reporting.indicators) == (6, tuple(chosen))
    assert [(own.code, own.unit) for own in reporting.own] == [("own.nests_of_birds", "n")]
    told = client.get("/pacts/2026-0001.json").json["conditions"]
    (group,) = [each for each in told if each["key"] == "reporting"]
    assert {"5(2)h"} <= {
        f"{c['article']}({c['paragraph']}){c['letter'] or ''}" for c in group["cites"]
    }
    assert any("Nests of birds" in line["text"] for line in group["lines"])
    assert "Nests of birds" in client.get("/pacts/2026-0001").text


@pytest.mark.article("3(1)f", "30(2)")
def test_a_light_case_is_not_asked_and_money_asks_it(mandate: Cast, enter: Enter) -> None:
    desk = enter(mandate.desk)
    assert "/conditions/reporting" not in desk.get(PAGE).text
    text = mandate.text
    text.supports.append(SupportItem(kind="money", amount_ceiling=Decimal(500)))
    db.session.commit()
    assert "/conditions/reporting" in desk.get(PAGE).text


@pytest.mark.article("30(3)")
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"every_months": "0"}, "Number must be between 1 and 120."),
        ({"every_months": "121"}, "Number must be between 1 and 120."),
        ({"every_months": "often"}, "Not a valid integer value."),
        ({**NESTS, "own-0-unit": ""}, "Choose a unit: without it the figure compares with no"),
        ({**NESTS, "own-0-label": " "}, "Say what you count; or empty the other two fields."),
        ({**NESTS, "own-0-unit": "bushel"}, "Not a valid choice."),
        ({**NESTS, "own-0-label": "Plants  PLANTED"}, "is in the list above: choose it there"),
        ({**NESTS, "own-1-label": "nests of birds", "own-1-unit": "n"}, "stands here twice"),
        ({"indicators": "happiness"}, "is not a valid choice"),
    ],
)
def test_what_cannot_be_agreed_is_answered_in_the_page_and_kept(
    full: Cast, enter: Enter, typed: dict[str, str], sentence: str
) -> None:
    form = {"version": str(full.text.version), "every_months": "6", **typed}
    page = enter(full.desk).post(f"{PAGE}/reporting", data=form)
    assert page.status_code == HTTPStatus.OK
    assert sentence in page.text.replace("&#39;", "'")
    assert "{&#39;" not in page.text
    if "own-0-definition" in typed:
        assert "Counted in May, from the path." in page.text
    assert "reporting" not in full.text.conditions


@pytest.mark.article("30(3)b")
def test_two_empty_lines_are_always_there_to_write_one_more(full: Cast, enter: Enter) -> None:
    desk = enter(full.desk)
    for number in range(1, 5):
        form = {f"own-{i}-label": f"Bench {i}" for i in range(number)}
        form |= {f"own-{i}-unit": "n" for i in range(number)}
        assert state(desk, full, **form) == HTTPStatus.FOUND
        assert f'name="own-{number + 1}-label"' in desk.get(f"{PAGE}/reporting").text


@pytest.mark.article("30(3)b")
def test_a_key_stays_with_another_name_and_changes_with_another_unit() -> None:
    before = [{"key": "benches", "label": "Benches", "unit": "n", "definition": ""}]
    (renamed,) = keyed([{**before[0], "label": "Benches painted"}], before)
    assert (renamed["key"], renamed["label"]) == ("benches", "Benches painted")
    (measured,) = keyed([{**before[0], "unit": "m2"}], before)
    assert measured["key"] == "benches_2"
    (again,) = keyed([{**before[0], "key": ""}], before)
    assert again["key"] == "benches"
    other, kept = keyed([{**before[0], "key": ""}, {**before[0], "label": "Seats"}], before)
    assert (other["key"], kept["key"]) == ("benches_2", "benches")
    (forged,) = keyed([{**before[0], "key": "other_pact"}], [])
    assert forged["key"] == "benches"
    assert keyed([{"key": "", "label": "長椅", "unit": "n"}], [])[0]["key"] == "figure"


@pytest.mark.article("30(8)", "30(3)b")
def test_a_renewal_keeps_the_keys(full: Cast, enter: Enter, clock: object) -> None:
    state(enter(full.desk), full, every_months="3", **NESTS)
    agree_and_sign(full, enter)
    clock.go(full.pact.starts_on)  # type: ignore[attr-defined]
    db.session.commit()
    sweep.run(settings().now())
    form = {"version": str(full.pact.version), "occurred_on": settings().today().isoformat()}
    answer = enter(full.desk).post("/pacts/2026-0001/renewal", data=form)
    assert answer.status_code == HTTPStatus.FOUND, answer.text
    renewed = agreed_in(pact_by_number("2026-0002").versions[0])
    assert [own.key for own in renewed.own] == ["nests_of_birds"]
    assert renewed.every_months == 3
