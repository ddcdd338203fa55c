"""Art. 19: schools and the university."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.pacts.supporting.forms import CreditsForm
from pactregistry.workflow.states import ProposerKind
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree


@pytest.mark.article("19(1)")
def test_1_a_school_proposes_as_itself() -> None:
    assert ProposerKind.SCHOOL in ProposerKind


@pytest.mark.article("19(2)", "19(3)")
def test_3_credits_are_agreed_with_a_school_or_the_university(
    scene: Scene, client: FlaskClient
) -> None:
    agree(scene, "credits", school="University of Valfiorita", classes="2B", hours=20)
    page = client.get(f"/pacts/{NUMBER}").text
    assert "University of Valfiorita" in page
    record = client.get(f"/pacts/{NUMBER}.json").json["supports"]
    assert {"label", "text"} == set(record[-1]["details"][0])


@pytest.mark.article("19(3)")
def test_3_no_pupil_has_a_field(app: Flask) -> None:
    with app.test_request_context():
        names = [f.name for f in CreditsForm() if f.type not in ("HiddenField", "CSRFTokenField")]
    assert names == ["school", "classes", "hours"]
