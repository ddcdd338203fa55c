"""A pact taken over from an older register stands under no pack that is known here. Art. 36(1)."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.importing.actions import UNMODELLED
from pactregistry.reports.oversight import sweep
from pactregistry.reports.oversight.models import Question
from pactregistry.workflow.clocks import Unit, last_day
from tests.pacts.life.scene import Scene


@pytest.fixture
def older(scene: Scene) -> Scene:
    """A pact in force whose regulation is not modelled."""
    scene.pact.pack_id = UNMODELLED
    db.session.commit()
    return scene


@pytest.mark.article("3(1)b", "36(1)")
def test_a_question_on_it_is_asked_and_reminded_of(older: Scene) -> None:
    answer = older.enter(older.cast.stranger).post(
        f"/pacts/{older.cast.number}/questions/new",
        data={"about": "pact", "text": "Who cares for it?"},
    )
    assert answer.status_code == 302
    question = db.session.scalars(select(Question)).one()
    days = settings().city.terms["question_answer"]
    assert question.answer_by == last_day(question.asked_on, days, Unit.DAYS)
    older.clock.go(question.answer_by)
    assert sweep.run(settings().now()) == 1


@pytest.mark.article("24(4)", "30(8)", "36(1)")
def test_its_pages_open(older: Scene, client: FlaskClient) -> None:
    number = older.cast.number
    assert client.get(f"/pacts/{number}/money").status_code in {200, 404}
    assert client.get(f"/pacts/{number}/questions").status_code == 200
    page = older.enter(older.cast.desk).get(f"/pacts/{number}/evaluation")
    assert page.status_code == 200
