"""Art. 15: regeneration of public spaces, mainly paid by the citizens."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.pacts.conditions.facts import condition_facts
from pactregistry.workflow.states import Intensity
from tests.pacts.life.scene import Scene
from tests.scenarios.table import Table
from tests.scenarios.valfiorita import paper

FOUR = ("explanatory_report", "maintenance_programme", "scaled_drawings", "estimate")


@pytest.fixture
def works(table: Table) -> Table:
    """A space to be regenerated."""
    table.is_now(intensity=Intensity.REGENERATION)
    table.proposed(intensity=Intensity.REGENERATION, works=True)
    return table


def bring(table: Table, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        assert table.post("annexes", label=kind, file=paper(kind)).status_code == 302


@pytest.mark.article("15(1)")
def test_1_what_citizens_and_city_pay_is_stated(works: Table) -> None:
    works.state("regeneration", mode="both", citizens_amount="9000", city_amount="1000")
    page = works.conditions_page()
    assert "9,000.00" in page
    assert "1,000.00" in page


@pytest.mark.article("15(2)")
@pytest.mark.parametrize("missing", [*FOUR, ""])
def test_2_signing_waits_for_each_of_the_four_papers(works: Table, missing: str) -> None:
    bring(works, tuple(kind for kind in FOUR if kind != missing))
    assert works.freeze().status_code == 302  # the text may be fixed meanwhile
    answer = works.sign()
    assert answer.status_code == (409 if missing else 302)
    assert ("/regulation/15" in answer.text) is bool(missing)


@pytest.mark.article("15(3)")
def test_3_citizens_may_carry_out_the_works_themselves(works: Table) -> None:
    assert condition_facts(works.text)["executor_chosen"] is False
    works.state("regeneration", mode="technical", executor="citizens")
    assert condition_facts(works.text)["executor_chosen"] is True


@pytest.mark.article("15(4)")
def test_4_the_city_chooses_the_firms_by_an_open_consultation(works: Table) -> None:
    works.state("regeneration", mode="financial", executor="city")
    assert condition_facts(works.text)["executor_chosen"] is False
    works.state("regeneration", mode="financial", executor="city", consultation="Open call in May")
    assert condition_facts(works.text)["executor_chosen"] is True


@pytest.mark.article("15(5)")
def test_5_the_rules_on_public_works_stay_and_are_printed(works: Table) -> None:
    works.state("regeneration", mode="both", executor="citizens", qualified="y")
    assert "the rules on qualified firms and public works are kept" in works.conditions_page()


@pytest.mark.article("15(6)")
def test_6_works_on_a_protected_place_begin_after_the_authority_approves(
    scene: Scene, client: FlaskClient
) -> None:
    scene.pact.state = "signed"
    scene.cast.proposal.works = scene.cast.proposal.heritage_protected = True
    db.session.commit()
    scene.go(date(2026, 4, 16))
    assert scene.pact.state == "signed"
    assert scene.mails("Cannot start yet")
    page = client.get("/pacts/2026-0001").text
    assert "The City has not asked it yet" in page
    scene.takes(scene.cast.desk, "heritage-request")
    page = client.get("/pacts/2026-0001").text
    assert "The City asked it on 16 April 2026" in page
    assert "Waiting for: the heritage authority" in page
    scene.takes(scene.cast.desk, "heritage", outcome="denied", act="7/2026")
    scene.go(date(2026, 4, 17))
    assert scene.pact.state == "signed"
    assert "It did not approve the works on 16 April 2026." in client.get("/pacts/2026-0001").text
    scene.takes(scene.cast.desk, "heritage", outcome="approved", act="9/2026")
    scene.go(date(2026, 4, 18))
    assert scene.pact.state == "active"
    assert client.get("/pacts/2026-0001.json").json["heritage"]["act"] == "9/2026"
