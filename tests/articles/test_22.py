"""Art. 22: materials and protective equipment on free loan, for a pact."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.supporting import sweep
from pactregistry.supports.loans.models import Loan
from tests.commons.modules.scene import CareScene
from tests.conftest import SetClock
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree, lend, stock


def loan(scene: Scene) -> Loan:
    db.session.expire_all()
    return db.session.scalars(db.select(Loan)).one()


def step(scene: Scene, page: str, **typed: object) -> int:
    data = {"version": loan(scene).version, "occurred_on": settings().today(), **typed}
    return scene.enter(scene.cast.desk).post(f"/loans/2026-L-0001/{page}", data=data).status_code


def all_back(scene: Scene) -> bool:
    pact = scene.pact
    return pact_facts(pact, signed_version(pact)).loans_returned


@pytest.mark.article("22(1)")
@pytest.mark.parametrize(("number", "status"), [(4, 302), (5, 409)])
def test_1_the_city_lends_for_a_pact_within_its_stock(
    scene: Scene, number: int, status: int
) -> None:
    assert lend(scene, stock("Rakes", 4), number) == status


@pytest.mark.article("22(1)")
def test_1_only_the_desk_lends(scene: Scene) -> None:
    stock("Rakes", 4)
    page = f"/desk/pacts/{NUMBER}/loans/new"
    assert scene.enter(scene.cast.lead).get(page).status_code == 403


@pytest.mark.article("22(2)")
@pytest.mark.parametrize(
    ("until", "warnings"),
    [(date(2028, 4, 14), []), (date(2028, 4, 15), ["back_by_the_end"])],
)
def test_2_what_is_lent_comes_back_by_the_end(
    scene: Scene, until: date, warnings: list[str]
) -> None:
    assert lend(scene, stock("Rakes", 4), until=until) == 302
    assert history("loan", loan(scene).id)[0].warnings == warnings


@pytest.mark.article("22(2)")
def test_2_nothing_is_lent_for_a_pact_that_has_ended(scene: Scene) -> None:
    rakes = stock("Rakes", 4)
    scene.go(date(2028, 4, 15))
    assert lend(scene, rakes, until=date(2028, 5, 1)) == 409


@pytest.mark.article("22(2)")
def test_2_its_people_see_the_day_and_the_public_only_counts(
    scene: Scene, client: FlaskClient
) -> None:
    lend(scene, stock("Rakes", 4), until=date(2026, 5, 1))
    step(scene, "hand-over")
    assert "1 May 2026" in scene.enter(scene.cast.lead).get(f"/pacts/{NUMBER}/loans").text
    scene.clock.go(date(2026, 5, 2))
    page = client.get(f"/pacts/{NUMBER}").text
    assert "1 loan of tools or equipment" in page
    assert "1 overdue" in page
    assert "Rakes" not in page
    assert scene.enter(scene.cast.stranger).get(f"/pacts/{NUMBER}/loans").status_code == 404


@pytest.mark.article("22(2)")
def test_2_a_renewal_is_warned_until_all_is_back(scene: Scene) -> None:
    lend(scene, stock("Rakes", 4))
    step(scene, "hand-over")
    assert not all_back(scene)
    assert step(scene, "return", condition="in good order", came_back_1=1) == 302
    assert all_back(scene)


@pytest.mark.article("22(2)")
def test_2_after_the_end_its_people_are_reminded_once(scene: Scene) -> None:
    lend(scene, stock("Rakes", 4))
    step(scene, "hand-over")
    scene.go(date(2028, 4, 15))
    for _ in range(2):
        sweep.run(settings().now())
    assert len(scene.mails("Bring back what was lent")) == 1


@pytest.mark.article("22(3)")
@pytest.mark.parametrize("allowed", [True, False])
def test_3_lending_on_is_read_from_the_signed_text(scene: Scene, allowed: bool) -> None:
    agree(scene, "materials", may_lend_on=allowed)
    lend(scene, stock("Rakes", 4))
    step(scene, "hand-over")
    assert loan(scene).sub_loan_allowed is allowed
    page = scene.enter(scene.cast.lead).get("/loans/2026-L-0001/sub-loan").text
    assert ("The pact does not say that what is lent may be lent on." in page) is not allowed


@pytest.mark.article("22(4)")
def test_4_what_is_used_again_is_printed(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "materials", used_again="Bricks of the old wall")
    assert "Bricks of the old wall" in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("22(1)")
@pytest.mark.parametrize(("there", "status"), [(2, 302), (1, 409)])
def test_1_the_city_lends_within_what_it_has(care: CareScene, there: int, status: int) -> None:
    things = care.stock(gloves=there)
    care.module(**{f"kit_{things['gloves']}": 2})
    assert care.announce(wants_kit="y").status_code == status


@pytest.mark.article("22(2)")
@pytest.mark.parametrize(("day", "late"), [(20, 0), (21, 0), (22, 1)])
def test_2_what_was_lent_comes_back_by_its_day(
    care: CareScene, clock: SetClock, day: int, late: int
) -> None:
    things = care.stock(gloves=2)
    care.module(**{f"kit_{things['gloves']}": 2})
    care.announce(wants_kit="y")
    clock.go(date(2026, 3, 13))
    loan = care.loan()
    given = {"version": loan.version, "occurred_on": date(2026, 3, 13)}
    care.as_(care.desk).post(f"/loans/{loan.number}/hand-over", data=given)
    assert care.loan().late_days(date(2026, 3, day)) == late


@pytest.mark.article("22(3)")
def test_3_lending_on_is_noted_and_warned_of_where_nothing_provides_for_it(
    care: CareScene,
) -> None:
    things = care.stock(gloves=2)
    care.module(**{f"kit_{things['gloves']}": 2})
    care.announce(wants_kit="y")
    loan = care.loan()
    given = {"version": loan.version, "occurred_on": date(2026, 3, 2)}
    care.as_(care.desk).post(f"/loans/{loan.number}/hand-over", data=given)
    resident = care.as_(care.resident)
    page = resident.get(f"/loans/{loan.number}/sub-loan").text
    assert "Please note:" in page
    typed = {"version": care.loan().version, "to_name": "Ugo", "until": "2026-03-20"}
    assert resident.post(f"/loans/{loan.number}/sub-loan", data=typed).status_code == 302
    assert len(care.loan().sub_loans) == 1
