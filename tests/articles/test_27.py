"""Art. 27: permits made easier, with a shorter term."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.pacts.supporting import sweep
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, REASONS, agree


def asked(scene: Scene) -> None:
    """The permit for the feast is asked of the works office on 15 April, in 10 days."""
    agree(scene, "permits", permit="Street feast", ordinary_days=30, shortened_days=10)
    form = {"on": "2026-04-15", "permit": "Street feast", "office": "works"}
    scene.takes(scene.cast.lead, "permits/new", **form)


def answer(scene: Scene, page: str, **typed: object) -> int:
    form = {
        "version": str(scene.pact.version),
        "occurred_on": settings().today().isoformat(),
        **typed,
    }
    browser = scene.enter(scene.cast.desk)
    return browser.post(f"/desk/pacts/{NUMBER}/permits/1/{page}", data=form).status_code


@pytest.mark.article("27(1)")
def test_1_without_an_eased_permit_there_is_no_shorter_term(scene: Scene) -> None:
    page = scene.enter(scene.cast.lead).get(f"/pacts/{NUMBER}/permits/new").text
    assert "The pact makes no permit easier" in page


@pytest.mark.article("27(2)")
@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 4, 25), "due by 25 April 2026, waiting for: Public works office"),
        (date(2026, 4, 26), "<strong>late by 1 day</strong>, waiting for: Public works office"),
    ],
)
def test_2_the_shortened_term_is_public(
    scene: Scene, client: FlaskClient, day: date, told: str
) -> None:
    asked(scene)
    scene.clock.go(day)
    assert told in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("27(2)")
def test_2_the_office_is_reminded_before_and_after(scene: Scene) -> None:
    asked(scene)
    for day, due, late in ((21, 0, 0), (22, 1, 0), (25, 1, 0), (26, 1, 1), (27, 1, 1)):
        scene.clock.go(date(2026, 4, day))
        sweep.run(settings().now())
        mails = [m.subject for m in scene.mails("") if m.to_address == scene.cast.desk.email]
        assert len([m for m in mails if m.startswith("Due by")]) == due
        assert len([m for m in mails if m.startswith("Late:")]) == late


@pytest.mark.article("27(1)")
def test_1_a_permit_is_given(scene: Scene, client: FlaskClient) -> None:
    asked(scene)
    scene.clock.go(date(2026, 4, 20))
    assert answer(scene, "given", act="P. 7/2026") == 302
    page = client.get(f"/pacts/{NUMBER}").text
    assert "given on 20 April 2026" in page
    assert "P. 7/2026" in page
    assert answer(scene, "declined", reason=REASONS) == 404  # decided once


@pytest.mark.article("27(1)", "11(8)")
def test_1_a_permit_is_declined_with_reasons_and_remedies(
    scene: Scene, client: FlaskClient
) -> None:
    asked(scene)
    assert answer(scene, "declined", reason="No.") == 409
    assert answer(scene, "declined", reason=REASONS) == 302
    page = client.get(f"/pacts/{NUMBER}").text
    assert REASONS in page
    assert "administrative court" in page
