"""Sittings are called with notice to all; their minutes are read in the room alone. Art. 33(1)."""

import io
from datetime import date

import pikepdf
import pytest

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.models import Sitting
from pactregistry.database import db
from pactregistry.workflow.states_disputes import Side
from tests.conciliation.deliberating.conftest import convene
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")
CALLED = {"held_on": "2026-04-24", "at": "18:30", "place": f"Via Lunga 7, {CANARY}"}


def pdf() -> bytes:
    """A paper of one page."""
    kept = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(kept)
    return kept.getvalue()


def last_sitting() -> Sitting:
    """The sitting called last, as it stands now."""
    db.session.expire_all()
    return db.session.scalars(db.select(Sitting).order_by(Sitting.id.desc())).first()


def test_a_sitting_is_told_to_all_with_its_hour_and_without_its_place(sitting: Table) -> None:
    sitting.takes(sitting.secretary, "/sittings/new", **CALLED)
    for who in (sitting.lead, sitting.manager, sitting.first, sitting.third, sitting.secretary):
        mail = sitting.mails_to(who)[-1]
        assert "24 April 2026 at 18:30" in mail.text
        assert CANARY not in mail.text
    assert CANARY in sitting.page(sitting.lead).text
    assert sitting.steps()[-1] == "call_sitting"


def test_a_member_calls_one_too_and_nobody_else_does(sitting: Table) -> None:
    sitting.takes(sitting.first, "/sittings/new", **CALLED)
    for who, code in ((sitting.lead, 403), (sitting.manager, 403), (sitting.stranger, 404)):
        assert sitting.page(who, "/sittings/new").status_code == code
        assert sitting.post(who, "/sittings/new", **CALLED).status_code == code
    assert sitting.steps().count("call_sitting") == 1


def test_a_day_that_is_over_is_answered_in_the_page(sitting: Table) -> None:
    answer = sitting.post(sitting.secretary, "/sittings/new", **{**CALLED, "held_on": "2026-04-19"})
    assert answer.status_code == 422
    assert "this day is over" in answer.text.lower()
    assert "Via Lunga 7" in answer.text
    far = sitting.post(sitting.secretary, "/sittings/new", **{**CALLED, "held_on": "2062-04-24"})
    assert far.status_code == 422


def test_minutes_are_written_when_it_was_held_and_added_to_later(sitting: Table) -> None:
    sitting.takes(sitting.secretary, "/sittings/new", **CALLED)
    page = f"/sittings/{last_sitting().id}/minutes"
    early = sitting.post(sitting.secretary, page, text="We met.", heard=["citizens"])
    assert early.status_code == 409
    assert "We met." in early.text
    sitting.go(date(2026, 4, 24))
    assert sitting.post(sitting.secretary, page, text=" ").status_code == 409
    sitting.takes(sitting.secretary, page, text=f"Both spoke. {CANARY}", heard=["citizens", "city"])
    assert CANARY not in sitting.mails_to(sitting.lead)[-1].text
    sitting.go(date(2026, 4, 26))
    sitting.takes(sitting.third, page, text="The tap was looked at.")
    told = last_sitting()
    assert told.minutes == f"Both spoke. {CANARY}\n\n2026-04-26: The tap was looked at."
    assert told.heard.split() == ["citizens", "city"]
    assert sitting.steps()[-2:] == ["record_minutes", "record_minutes"]


def test_the_paper_of_the_minutes_is_for_the_room(sitting: Table) -> None:
    sitting.takes(sitting.secretary, "/sittings/new", **CALLED)
    sitting.go(date(2026, 4, 24))
    page = f"/sittings/{last_sitting().id}"
    wrong = {"paper": (io.BytesIO(b"<html>"), "minutes.html"), "text": "As the paper says."}
    answer = sitting.post(sitting.secretary, f"{page}/minutes", **wrong)
    assert answer.status_code == 422
    assert "As the paper says." in answer.text
    paper = (io.BytesIO(pdf()), "minutes.pdf")
    sitting.takes(sitting.secretary, f"{page}/minutes", paper=paper, heard=["city"])
    assert sitting.page(sitting.lead, f"{page}/paper").status_code == 200
    assert sitting.page(sitting.stranger, f"{page}/paper").status_code == 404
    assert sitting.page(sitting.lead, "/sittings/9999/paper").status_code == 404


def test_a_third_party_is_heard_like_the_others(table: Table) -> None:
    third = Third(table.neighbour.name, table.neighbour.email, account_id=table.neighbour.id)
    table.request_dispute(third=third)
    convene(table)
    table.takes(table.secretary, "/sittings/new", **CALLED)
    assert "24 April 2026" in table.mails_to(table.neighbour)[-1].text
    assert CANARY in table.page(table.neighbour).text
    table.go(date(2026, 4, 24))
    page = f"/sittings/{last_sitting().id}/minutes"
    table.takes(table.first, page, text="All three spoke.", heard=list(Side))
    assert last_sitting().heard.split() == ["citizens", "city", "third"]
