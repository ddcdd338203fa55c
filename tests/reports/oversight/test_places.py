"""Problems at a place and ratings of it: both sides answer. Art. 10(2), 30(8)."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.reports.oversight.models import Problem, Rating
from pactregistry.workflow.states import CommonsKind
from tests.pacts.life.scene import Scene
from tests.people.doors import bare
from tests.proposals.writing import picture

BROKEN = "The tap by the fountain leaks."


def report(scene: Scene, who: Account, text: str = BROKEN, **more: object) -> TestResponse:
    form = {"text": text, **more}
    return scene.enter(who).post(f"/pacts/{scene.cast.number}/problem", data=form)


def the_problem() -> Problem:
    db.session.expire_all()
    return db.session.scalars(db.select(Problem)).one()


def move(scene: Scene, who: Account, act: str, **form: object) -> TestResponse:
    problem = the_problem()
    today = settings().today().isoformat()
    data = {"version": problem.version, "occurred_on": today, **form}
    return scene.enter(who).post(f"/problems/{problem.id}/{act}", data=data)


def rate(scene: Scene, who: Account, stars: int, text: str = "") -> TestResponse:
    form = {"stars": stars, "text": text}
    return scene.enter(who).post(f"/pacts/{scene.cast.number}/rating", data=form)


def on_rating(scene: Scene, who: Account, page: str, rating_id: int, **form: object) -> int:
    db.session.expire_all()
    rating = db.session.get_one(Rating, rating_id)
    data = {"version": rating.version, "occurred_on": settings().today().isoformat(), **form}
    return scene.enter(who).post(page.format(rating_id), data=data).status_code


@pytest.fixture
def rated(scene: Scene, app) -> Scene:
    here = app.config["SETTINGS"]
    oversight = replace(here.city.oversight, ratings=True)
    app.config["SETTINGS"] = replace(here, city=replace(here.city, oversight=oversight))
    return scene


@pytest.mark.article("10(2)", "3(1)b")
def test_a_problem_goes_to_both_sides_at_once_and_the_public_reads_a_number(scene, client):
    files = {"photographs": picture()}
    answer = report(scene, scene.cast.stranger, urgent="y", where="North side", **files)
    assert answer.status_code == 302, answer.text
    told = {mail.to_address for mail in scene.mails("Urgent: a problem")}
    assert told == {scene.cast.lead.email, scene.cast.desk.email}
    problem = the_problem()
    page = f"/problems/{problem.id}"
    for reader in (scene.cast.stranger, scene.cast.lead, scene.cast.desk):
        assert BROKEN in scene.enter(reader).get(page).text
        assert scene.enter(reader).get(f"{page}/photograph").status_code == 200
    assert move(scene, scene.cast.lead, "taking-up").status_code == 302
    assert move(scene, scene.cast.desk, "solution", reason=" ").status_code == 409
    assert move(scene, scene.cast.desk, "solution", reason="New washer.").status_code == 302
    assert "New washer." in scene.enter(scene.cast.stranger).get(page).text
    public = client.get(f"/pacts/{scene.cast.number}").text
    assert "1 problem at the place reported" in public
    assert "1 solved" in public
    assert BROKEN not in public
    assert len(scene.mails("Pact 2026-0001: what became of a problem")) == 6


@pytest.mark.article("3(1)b")
def test_a_problem_is_not_there_for_others(scene, person):
    report(scene, scene.cast.stranger)
    other = scene.enter(person("Altra Passante"))
    page = f"/problems/{the_problem().id}"
    missing = bare(other.get("/problems/999").text, "/problems/999")
    assert bare(other.get(page).text, page) == missing
    assert other.get(f"{page}/photograph").status_code == 404
    assert BROKEN not in other.get("/pacts/2026-0001/problems").text
    assert BROKEN in scene.enter(scene.cast.lead).get("/pacts/2026-0001/problems").text
    assert BROKEN in scene.enter(scene.cast.desk).get("/desk/problems").text
    assert other.get("/desk/problems").status_code == 403
    assert move(scene, scene.cast.stranger, "taking-up").status_code == 403


@pytest.mark.article("10(2)")
def test_only_the_desk_sets_aside_and_a_problem_comes_back(scene):
    report(scene, scene.cast.stranger)
    assert move(scene, scene.cast.lead, "setting-aside", reason="Later").status_code == 403
    assert move(scene, scene.cast.desk, "setting-aside", reason="").status_code == 409
    why = "The tap belongs to the water company."
    assert move(scene, scene.cast.desk, "setting-aside", reason=why).status_code == 302
    assert why in scene.mails("Pact 2026-0001: what became")[0].text
    assert move(scene, scene.cast.lead, "reopening", reason="It is ours.").status_code == 302
    assert the_problem().state == "taken_up"
    assert the_problem().answer == ""


def test_the_page_speaks_of_the_emergency_number_and_keeps_what_was_typed(scene):
    page = scene.enter(scene.cast.stranger).get("/pacts/2026-0001/problem").text
    assert "Call the emergency number first." in page
    pdf = {"photographs": (BytesIO(b"%PDF-1.4 no picture"), "tap.pdf")}
    refused = report(scene, scene.cast.stranger, **pdf)
    assert refused.status_code == 422
    assert BROKEN in refused.text
    assert report(scene, scene.cast.stranger, text="").status_code == 409


@pytest.mark.article("30(8)", "35(2)")
def test_ratings_are_off_unless_the_city_collects_them(scene, client):
    assert client.get("/pacts/2026-0001/ratings").status_code == 404
    assert rate(scene, scene.cast.stranger, 5).status_code == 404
    assert "/ratings" not in client.get("/pacts/2026-0001").text


@pytest.mark.article("30(8)")
def test_ratings_are_shown_from_five_on_with_their_mean(rated, client, person):
    people = [person(f"Vicina {number}") for number in range(5)]
    for account, stars in zip(people[:4], (5, 4, 4, 2), strict=True):
        assert rate(rated, account, stars, f"Said by {account.name}").status_code == 302
    few = client.get("/pacts/2026-0001/ratings").text
    assert "4 ratings so far" in few
    assert "Said by" not in few
    assert rate(rated, people[4], 3).status_code == 302
    enough = client.get("/pacts/2026-0001/ratings").text
    assert "3.6 of 5" in enough  # 18 of 25
    assert "Said by Vicina 0" in enough
    assert "The place: 3.6 of 5" in client.get("/pacts/2026-0001").text


@pytest.mark.article("30(8)")
def test_one_person_rates_once_a_month(rated):
    stranger = rated.cast.stranger
    assert rate(rated, stranger, 4).status_code == 302
    again = rate(rated, stranger, 1, "Worse today")
    assert again.status_code == 409
    assert "Worse today" in again.text
    rated.clock.go(date(2026, 4, 30))
    assert rate(rated, stranger, 1).status_code == 409
    rated.clock.go(date(2026, 5, 1))
    assert rate(rated, stranger, 1).status_code == 302
    assert rate(rated, stranger, 6).status_code == 422
    assert [r.stars for r in db.session.scalars(db.select(Rating).order_by(Rating.id))] == [4, 1]


@pytest.mark.article("30(8)", "3(1)b")
def test_a_rating_is_answered_by_either_side_and_withheld_by_the_office(rated, client, app):
    here = app.config["SETTINGS"]
    oversight = replace(here.city.oversight, ratings_from=1)
    app.config["SETTINGS"] = replace(here, city=replace(here.city, oversight=oversight))
    rate(rated, rated.cast.stranger, 2, "Dry beds")
    first = db.session.scalars(db.select(Rating.id)).one()
    answer, hide, back = (
        "/ratings/{}/answer",
        "/desk/ratings/{}/withholding",
        "/desk/ratings/{}/restoration",
    )
    cast = rated.cast
    assert on_rating(rated, cast.stranger, answer, first, text="No") == 404
    assert on_rating(rated, cast.lead, answer, first, text="We water on Monday.") == 302
    page = client.get("/pacts/2026-0001/ratings").text
    assert "Dry beds" in page
    assert "We water on Monday." in page
    assert on_rating(rated, cast.desk, hide, first, reason="It names somebody.") == 302
    assert "Dry beds" not in client.get("/pacts/2026-0001/ratings").text
    assert on_rating(rated, cast.manager, back, first, reason="No name in it.") == 302
    assert "Dry beds" in client.get("/pacts/2026-0001/ratings").text


def test_words_on_a_place_wait_to_be_read_where_the_city_reads_first(rated, client, app):
    here = app.config["SETTINGS"]
    city = replace(
        here.city,
        oversight=replace(here.city.oversight, ratings_from=1),
        switches={**here.city.switches, "moderate_before": True},
    )
    app.config["SETTINGS"] = replace(here, city=city)
    rate(rated, rated.cast.stranger, 2, "Dry beds")
    page = client.get("/pacts/2026-0001/ratings").text
    assert "2.0 of 5" in page
    assert "Dry beds" not in page
    assert "Dry beds" in rated.enter(rated.cast.desk).get("/desk/questions?shelf=to_read").text
    first = db.session.scalars(db.select(Rating.id)).one()
    assert on_rating(rated, rated.cast.desk, "/desk/ratings/{}/showing", first) == 302
    assert "Dry beds" in client.get("/pacts/2026-0001/ratings").text


@pytest.mark.article("10(2)")
def test_the_page_of_a_place_leads_to_the_pact_that_cares_for_it(scene, client):
    here = settings()
    place = Commons(
        state="under_pact",
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        number="B-1",
        name="Via Lunga",
        kind=CommonsKind.PUBLIC_SPACE,
        created_at=here.now(),
    )
    db.session.add(place)
    db.session.flush()
    assert "/problem" not in client.get("/commons/B-1").text
    scene.pact.commons_id = place.id
    assert f"/pacts/{scene.cast.number}/problem" in client.get("/commons/B-1").text
