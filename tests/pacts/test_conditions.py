"""What a pact states beside its sections: shares, use, works, risks. Art. 5, 13-17, 31."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.pacts.conditions.facts import condition_facts
from pactregistry.people.models import Account
from pactregistry.workflow.shares import Share
from pactregistry.workflow.states import CommonsKind, Intensity, Pace
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]
PAGE = "/pacts/2026-0001/codesign/conditions"
SHARE = 66  # of the pack


@pytest.fixture
def full(accepted: Cast) -> Cast:
    """The case as shared management of a space, at the full pace."""
    pact = accepted.pact
    pact.pace, pact.intensity = Pace.FULL, Intensity.SHARED_MANAGEMENT
    db.session.commit()
    return accepted


def state(browser: FlaskClient, cast: Cast, key: str, **typed: object) -> int:
    form = {"version": str(cast.text.version), **typed}
    return browser.post(f"{PAGE}/{key}", data=form).status_code


def shops(part: int, total: int, **more: object) -> dict[str, object]:
    counted = {"basis": "shops", "total": total, "represented": part}
    return {**counted, "gathered_as": "consortium", **more}


@pytest.mark.article("13(4)", "13(5)", "14(4)")
@pytest.mark.parametrize(
    ("part", "total", "reached"),
    [(41, 62, True), (40, 62, False), (19, 30, False), (66, 100, True), (65_999, 100_000, False)],
)
def test_the_share_is_exact(part: int, total: int, reached: bool) -> None:
    assert Share(part, total).reaches(SHARE) is reached


@pytest.mark.article("13(4)", "13(5)")
def test_below_the_share_only_the_pre_emption_is_not_open(full: Cast, enter: Enter) -> None:
    desk = enter(full.desk)
    assert state(desk, full, "representation", **shops(41, 62, preemption="y")) == HTTPStatus.FOUND
    assert "41 of 62 shops = 66.13 %" in desk.get(PAGE).text
    assert "pre-emption on urban green may be asked for" in desk.get(PAGE).text
    assert condition_facts(full.text)["preemption_open"]

    assert state(desk, full, "representation", **shops(40, 62, preemption="y")) == HTTPStatus.FOUND
    assert "Pre-emption on urban green is not open" in desk.get(PAGE).text
    form = {"version": str(full.text.version)}
    refused = desk.post("/pacts/2026-0001/freezing", data=form)
    assert refused.status_code == HTTPStatus.CONFLICT
    assert "Art. 13(5)" in refused.text or "/regulation/13" in refused.text
    assert full.text.state == "codesign"

    assert state(desk, full, "representation", **shops(40, 62)) == HTTPStatus.FOUND
    form = {"version": str(full.text.version)}
    assert desk.post("/pacts/2026-0001/freezing", data=form).status_code == HTTPStatus.FOUND
    assert full.text.state == "ready"


@pytest.mark.article("13(4)")
def test_the_basis_is_stated_and_a_part_is_not_more_than_the_whole(
    full: Cast, enter: Enter
) -> None:
    desk = enter(full.desk)
    form = {"version": str(full.text.version), "total": "62", "represented": "63"}
    page = desk.post(f"{PAGE}/representation", data=form).text
    assert "Say whether properties or shops are counted (Art. 13(4))." in page
    assert "More are represented than there are." in page
    assert 'value="63"' in page
    assert full.text.conditions == {}


@pytest.mark.article("3(1)f", "13(3)")
def test_a_light_case_is_asked_nothing_and_a_building_what_concerns_it(
    accepted: Cast, enter: Enter
) -> None:
    desk = enter(accepted.desk)
    assert "there is nothing to state" in desk.get(PAGE).text
    accepted.pact.commons_kind = CommonsKind.BUILDING
    db.session.commit()
    page = desk.get(PAGE).text
    assert "The building" in page
    assert "Owners or shops" not in page


@pytest.mark.article("5(3)", "13(3)", "15(3)", "17(1)", "17(2)", "17(4)", "31(1)", "31(4)")
@pytest.mark.parametrize(
    ("kind", "intensity", "key", "typed", "fact"),
    [
        ("public_space", "shared_management", "use",
         {"aim": "open", "kept_open": "y"}, "collective_use_kept"),
        ("building", "shared_management", "use",
         {"aim": "open", "kept_open": "y", "opening": "8-20"}, "collective_use_kept"),
        ("building", "shared_management", "building",
         {"purpose": "A reading room"}, "purpose_bound"),
        ("public_space", "regeneration", "regeneration",
         {"mode": "both", "executor": "citizens"}, "executor_chosen"),
        ("public_space", "regeneration", "regeneration",
         {"mode": "both", "executor": "city", "consultation": "Open call"}, "executor_chosen"),
        ("public_space", "shared_management", "insurance",
         {"insurer": "none"}, "insurance_settled"),
    ],
)  # fmt: skip
def test_what_a_case_is_asked_is_missing_until_it_is_stated(
    full: Cast, enter: Enter, kind: str, intensity: str, key: str, typed: dict[str, str], fact: str
) -> None:
    pact = full.pact
    pact.commons_kind, pact.intensity = CommonsKind(kind), Intensity(intensity)
    db.session.commit()
    assert condition_facts(full.text)[fact] is False
    assert state(enter(full.desk), full, key, **typed) == HTTPStatus.FOUND
    assert condition_facts(full.text)[fact] is True


@pytest.mark.article("17(4)")
def test_additions_stay_at_no_cost(full: Cast, enter: Enter) -> None:
    desk = enter(full.desk)
    state(desk, full, "building", purpose="A court", works="A roof")
    assert condition_facts(full.text)["additions_kept"] is False
    state(desk, full, "building", purpose="A court", works="A roof", additions_kept="y")
    assert condition_facts(full.text)["additions_kept"] is True


@pytest.mark.article("5(3)")
def test_a_sponsor_gets_no_exclusive_right(full: Cast, enter: Enter) -> None:
    desk = enter(full.desk)
    sponsor = {"sponsors-0-name": "Forno Alto", "sponsors-0-gives": "EUR 200"}
    state(desk, full, "sponsors", **sponsor)
    assert condition_facts(full.text)["no_exclusive_right"] is False
    state(desk, full, "sponsors", **sponsor, nothing_exclusive="y")
    assert condition_facts(full.text)["no_exclusive_right"] is True
    assert "Forno Alto" in desk.get(PAGE).text


@pytest.mark.article("5(1)")
def test_a_change_drops_the_other_side_s_agreement_and_a_stale_form_is_refused(
    full: Cast, enter: Enter
) -> None:
    seen = {f"revision_{s.letter}": s.revision for s in full.text.sections}
    enter(full.lead).post("/pacts/2026-0001/codesign/agreement", data=seen)
    old = str(full.text.version)
    desk = enter(full.desk)
    assert state(desk, full, "insurance", insurer="city") == HTTPStatus.FOUND
    agreed = {s.letter: s.citizens_agreed_id for s in full.text.sections}
    assert agreed["e"] is None
    assert agreed["a"] is not None
    stale = desk.post(f"{PAGE}/insurance", data={"version": old, "insurer": "none"})
    assert stale.status_code == HTTPStatus.CONFLICT
    assert full.text.conditions["insurance"]["insurer"] == "city"


@pytest.mark.article("31(1)")
def test_risks_are_told_in_the_words_of_the_pack(full: Cast, enter: Enter) -> None:
    full.proposal.risk = True
    db.session.commit()
    desk = enter(full.desk)
    assert condition_facts(full.text)["risks_told"] is False
    state(desk, full, "risks", risks=["traffic", "emergency"], equipment="Vests from the office")
    assert condition_facts(full.text)["risks_told"] is True
    page = desk.get(PAGE).text
    assert "high-visibility vest" in page
    assert "Vests from the office" in page
    assert desk.get(f"{PAGE}/risks").text.count(" checked") == len(("traffic", "emergency"))
