"""Every page on which support is given opens for who may open it, and for nobody else."""

from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree, lend, session, stock

FOR_THE_DESK = (
    f"/desk/pacts/{NUMBER}/loans/new",
    f"/desk/pacts/{NUMBER}/training",
    f"/desk/pacts/{NUMBER}/permits/1/given",
    f"/desk/pacts/{NUMBER}/permits/1/declined",
    "/desk/training/new",
    "/desk/training/2026-T-0001/change",
    "/desk/training/2026-T-0001/attendance",
    "/desk/training/2026-T-0001/counter",
    "/desk/training/2026-T-0001/calling-off",
    "/desk/spaces/",
)
FOR_CITIZENS = (
    f"/pacts/{NUMBER}/loans",
    f"/pacts/{NUMBER}/funds-raised",
    f"/pacts/{NUMBER}/funds-spent",
    f"/pacts/{NUMBER}/permits/new",
    f"/pacts/{NUMBER}/spaces/request",
    "/spaces/request",
    "/me/spaces",
    "/training/2026-T-0001/place",
)
FOR_EVERYONE = (f"/pacts/{NUMBER}", "/supports/", "/spaces/", "/training/", "/training/?past=1")


@pytest.fixture
def granted(scene: Scene) -> Scene:
    """The pact with every support that has records of its own."""
    agree(scene, "fundraising", purpose="A bench")
    agree(scene, "permits", permit="Street feast", ordinary_days=30, shortened_days=10)
    form = {"on": "2026-04-15", "permit": "Street feast", "office": "works"}
    scene.takes(scene.cast.lead, "permits/new", **form)
    lend(scene, stock("Rakes", 4))
    session(scene)
    return scene


@pytest.mark.parametrize("page", FOR_THE_DESK)
def test_the_desk_opens_its_pages_and_others_do_not(granted: Scene, page: str) -> None:
    answer = granted.enter(granted.cast.desk).get(page)
    assert answer.status_code == HTTPStatus.OK, answer.text
    for other in (granted.cast.lead, granted.cast.stranger):
        status = granted.enter(other).get(page).status_code
        assert status in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


@pytest.mark.parametrize("page", FOR_CITIZENS)
def test_the_people_of_the_pact_open_theirs(granted: Scene, page: str) -> None:
    answer = granted.enter(granted.cast.lead).get(page)
    assert answer.status_code == HTTPStatus.OK, answer.text


@pytest.mark.parametrize("page", FOR_CITIZENS[:5])
def test_strangers_do_not_find_the_pages_of_a_pact(granted: Scene, page: str) -> None:
    status = granted.enter(granted.cast.stranger).get(page).status_code
    assert status in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


@pytest.mark.parametrize("page", FOR_EVERYONE)
def test_everyone_reads_what_is_public(granted: Scene, client: FlaskClient, page: str) -> None:
    text = client.get(page).text
    assert granted.cast.lead.name not in text
    assert "<h1>" in text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "This field is required"),
        ({"since": "2026-05-02", "until": "2026-05-01"}, "The end lies before the beginning."),
        ({"since": "2026-05-01", "until": "2026-05-02"}, "Enter a number for one of the things"),
    ],
)
def test_a_loan_typed_badly_is_answered_in_the_page(
    granted: Scene, form: dict[str, str], told: str
) -> None:
    page = f"/desk/pacts/{NUMBER}/loans/new"
    answer = granted.enter(granted.cast.desk).post(page, data=form)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert told in answer.text
