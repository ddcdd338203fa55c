"""What time does to a pact, in the order of its days, and what has passed. Art. 5(2)b, 15(6)."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry import journal
from pactregistry.database import db
from pactregistry.pacts.facts import version_facts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, VersionState
from tests.pacts.cases import Cast
from tests.pacts.life.scene import WORKS, Scene, put_in_force

WHY = "The water company opens the street."


def unstarted(scene: Scene) -> None:
    """Take the start back, so that the sweep has it to do."""
    pact = scene.pact
    entry = journal.history(PACT.name, pact.id)[-1]
    assert entry.step == "start"
    db.session.execute(db.delete(journal.Entry).where(journal.Entry.id == entry.id))
    pact.state = PactState.SIGNED
    db.session.commit()


@pytest.mark.article("5(2)b")
def test_signed_after_its_last_day_a_pact_neither_starts_nor_ends(scene: Scene) -> None:
    unstarted(scene)
    scene.pact.ends_on = date(2026, 4, 14)
    db.session.commit()
    assert [scene.go(date(2026, 4, 16)), scene.go(date(2026, 5, 16))] == [1, 0]
    assert scene.pact.state == PactState.SIGNED
    (mail,) = scene.mails("Cannot start yet")
    assert "last day of the pact has passed" in mail.text


@pytest.mark.article("5(2)b")
def test_a_sweep_that_comes_late_starts_and_ends_it_on_its_days(scene: Scene) -> None:
    unstarted(scene)
    scene.go(date(2028, 6, 1))
    found = [(e.step, e.occurred_on) for e in journal.history(PACT.name, scene.pact.id)[-2:]]
    assert found == [("start", date(2026, 4, 15)), ("expire", date(2028, 4, 14))]


def test_everything_happens_late_in_the_order_of_its_days(scene: Scene) -> None:
    scene.clock.go(date(2026, 5, 4))
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason=WHY)
    scene.takes(scene.cast.lead, "withdrawal")
    scene.go(date(2028, 6, 1))
    found = [(e.step, e.occurred_on) for e in journal.history(PACT.name, scene.pact.id)[-2:]]
    assert found == [("begin_suspension", date(2026, 5, 7)), ("end_by_notice", date(2026, 6, 3))]


def test_what_cannot_start_ends_by_notice_all_the_same(scene: Scene) -> None:
    unstarted(scene)
    scene.cast.proposal.heritage_protected = scene.cast.proposal.works = True
    db.session.commit()
    scene.takes(scene.cast.lead, "withdrawal")
    scene.go(date(2026, 5, 16))
    assert scene.pact.state == PactState.ENDED
    assert scene.last().step == "end_by_notice"


@pytest.mark.article("15(6)", "5(2)b")
def test_what_was_held_up_begins_on_the_day_on_which_it_may(scene: Scene) -> None:
    unstarted(scene)
    scene.cast.proposal.heritage_protected = scene.cast.proposal.works = True
    db.session.commit()
    scene.go(date(2026, 4, 16))
    scene.pact.heritage_act = "77/2026"
    db.session.commit()
    scene.go(date(2026, 4, 20))
    assert (scene.last().step, scene.last().occurred_on) == ("start", date(2026, 4, 20))


@pytest.mark.article("5(2)b")
@pytest.mark.parametrize(
    ("last", "passed"),
    [(date(2026, 4, 2), True), (date(2026, 4, 3), False), (None, False)],
)
def test_freezing_and_signing_warn_when_the_last_day_has_passed(
    accepted: Cast, last: date | None, passed: bool
) -> None:
    text = accepted.text
    text.starts_on, text.ends_on = None, last
    assert (version_facts(text).last_day_passed is not None) is passed


def test_the_page_of_freezing_says_so(accepted: Cast, enter: object) -> None:
    text = accepted.text
    text.starts_on, text.ends_on = date(2026, 3, 1), date(2026, 4, 2)
    db.session.commit()
    page = enter(accepted.desk).get("/pacts/2026-0001/freezing").text  # type: ignore[operator]
    assert "The agreed last day (2 April 2026) has passed" in page


def test_no_pact_is_swept_twice(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "withdrawal")
    assert [scene.go(date(2026, 5, 16)) for _ in range(3)] == [1, 0, 0]
    assert len(scene.mails("Ended by notice")) == len({m.to_address for m in scene.mails("Ended")})


def test_a_signed_pact_that_has_not_begun_can_be_left(
    accepted: Cast, clock: object, enter: object, client: FlaskClient
) -> None:
    found = Scene(accepted, clock, enter)  # type: ignore[arg-type]
    put_in_force(found.pact, date(2026, 4, 15), date(2028, 4, 14))
    unstarted(found)
    found.clock.go(date(2026, 4, 15))
    found.takes(accepted.lead, "withdrawal")
    assert found.pact.notice_until == date(2026, 5, 15)
    assert found.pact.versions[-1].state == VersionState.SIGNED
