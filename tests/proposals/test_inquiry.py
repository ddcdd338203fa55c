"""The office opens the inquiry, asks for papers, goes to the executive. Art. 11(4)-(6), 11(9)."""

from datetime import date

import pytest

from pactregistry.database import db
from pactregistry.journal import clock_marks, history
from pactregistry.notices.models import Mail
from pactregistry.proposals.sheet import clock_of
from pactregistry.workflow.clocks import ClockState
from pactregistry.workflow.lifecycle import PROPOSAL

REASON = "La pista ciclabile passa sopra le radici dei tigli: serve un tracciato più largo."


def clock_now(proposal):
    return clock_of(proposal, history("proposal", proposal.id))


@pytest.mark.article("11(4)")
def test_opening_announces_time_and_offices_and_publishes(office, people, sent, client, clock):
    proposal = sent()
    clock.go(date(2026, 3, 5))
    assert office.open_inquiry(proposal).status_code == 302
    assert proposal.state == "inquiry"
    window = (proposal.comments_from, proposal.comments_until)
    assert window == (date(2026, 3, 5), date(2026, 3, 20))
    asked = {(o.office, o.is_district) for o in proposal.opinions}
    assert asked == {("green", False), ("centro", True)}
    page = client.get(f"/proposals/{proposal.number}").text
    assert "Aiuole di via Lunga" in page
    assert "16 April 2026" in page
    mails = {mail.to_address for mail in db.session.query(Mail)}
    assert {people.resident.email, people.green.email, people.president.email} <= mails


def test_before_the_inquiry_only_the_receipt_is_public(sent, client):
    proposal = sent()
    page = client.get(f"/proposals/{proposal.number}").text
    assert "Via Lunga" in page
    assert "Aiuole" not in page
    assert "R. R." not in page


@pytest.mark.article("11(5)")
def test_what_changed_after_the_preview_is_not_published(office, sent):
    proposal = sent()
    digest = office.digest(proposal)
    proposal.summary = "Tutt'altro"
    db.session.commit()
    answer = office.open_inquiry(proposal, digest_read=digest, comment_days=17)
    assert answer.status_code == 409
    assert "11(5)" in answer.text
    assert 'value="17"' in answer.text  # what was typed is kept
    assert proposal.state == "submitted"


def test_a_stale_form_is_refused(office, people, sent):
    proposal = sent()
    before = proposal.version
    office.open_inquiry(proposal)
    answer = office.post(people.desk, "supplement-request", proposal, version=before)
    assert answer.status_code == 409
    assert proposal.state == "inquiry"


@pytest.mark.article("11(4)")
def test_a_supplement_request_lists_items_and_stops_the_clock(office, people, sent, clock, client):
    proposal = sent()
    office.open_inquiry(proposal)
    empty = office.post(people.desk, "supplement-request", proposal)
    assert empty.status_code == 409
    assert "11(4)" in empty.text
    clock.go(date(2026, 3, 25))
    items = {"texts-0": "Pianta del luogo", "texts-1": "Verbale del gruppo"}
    assert office.post(people.desk, "supplement-request", proposal, **items).status_code == 302
    clock.go(date(2026, 4, 4))
    assert clock_now(proposal).state is ClockState.STOPPED
    assert clock_now(proposal).due == date(2026, 4, 26)  # 16 April and ten stopped days
    page = client.get(f"/proposals/{proposal.number}").text
    assert "24 April 2026" in page  # thirty days to answer
    assert "Verbale del gruppo" not in page  # between office and author


def test_add_another_keeps_what_was_typed(office, people, sent):
    proposal = sent()
    answer = office.post(
        people.desk, "supplement-request", proposal, **{"texts-0": "Pianta", "more": "1"}
    )
    assert answer.status_code == 200
    assert "Pianta</textarea>" in answer.text
    assert 'name="texts-1"' in answer.text
    assert proposal.state == "submitted"


@pytest.mark.article("11(9)")
def test_the_executive_resolves(office, people, sent, client):
    proposal = sent()
    office.open_inquiry(proposal)
    changed = {"substantial_change": "y", "why": "La strada diventa piazza"}
    assert office.post(people.desk, "referral", proposal, **changed).status_code == 302
    short = {"outcome": "inquiry", "resolution": "", "reason": "sì"}
    refused = office.post(people.executive, "resolution", proposal, **short)
    assert refused.status_code == 409
    assert refused.text.count("11(9)") >= 1
    assert "11(8)" in refused.text
    given = {"outcome": "inquiry", "resolution": "DG 12/2026 del 2 marzo", "reason": REASON}
    assert office.post(people.executive, "resolution", proposal, **given).status_code == 302
    assert proposal.state == "inquiry"
    assert REASON in client.get(f"/proposals/{proposal.number}").text


def test_back_dating_needs_a_reason_and_never_the_future(office, sent, clock):
    clock.go(date(2026, 3, 9))
    proposal = sent()
    earlier = {"occurred_on": date(2026, 3, 6)}
    answer = office.open_inquiry(proposal, **earlier)
    assert answer.status_code == 409
    assert "3(1)b" in answer.text
    assert office.open_inquiry(proposal, occurred_on=date(2026, 3, 10)).status_code == 409
    why = {"why_earlier": "Nota di venerdì, prot. 12/2026"}
    assert office.open_inquiry(proposal, **earlier, **why).status_code == 302
    entry = history("proposal", proposal.id)[-1]
    assert entry.occurred_on == date(2026, 3, 6)
    assert entry.facts["why_earlier"] == why["why_earlier"]


@pytest.mark.article("11(4)")
@pytest.mark.parametrize(
    ("stopped", "resumed"),
    [
        (date(2026, 3, 28), date(2026, 3, 30)),  # the night that loses an hour
        (date(2026, 10, 24), date(2026, 10, 26)),  # the night that has one more
    ],
)
def test_the_clock_stops_whole_days_at_both_daylight_changes(
    office, people, sent, clock, stopped, resumed
):
    clock.go(stopped.replace(day=10))
    proposal = sent()
    office.open_inquiry(proposal)
    due = clock_now(proposal).due
    clock.go(stopped)
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "Pianta"})
    clock.go(resumed)
    assert clock_now(proposal).stopped_days == 2
    assert (clock_now(proposal).due - due).days == 2
    marks = clock_marks(PROPOSAL, history("proposal", proposal.id))
    assert [effect for effect, _day in marks] == ["starts", "stops"]


def test_others_do_not_find_the_file(office, people, sent):
    proposal = sent()
    for account in (people.resident, people.neighbour):
        answer = office.as_(account).get(f"/desk/proposals/{proposal.number}")
        assert answer.status_code == 403
    unasked = office.as_(people.gas)
    there = unasked.get(f"/desk/proposals/{proposal.number}")
    missing = unasked.get("/desk/proposals/2026-P-9999")
    assert there.status_code == missing.status_code == 404
    assert there.text.replace(proposal.number, "2026-P-9999") == missing.text
