"""Reminders once each, and the lapse after one. Art. 11(4), 11(6)."""

from collections import Counter
from datetime import date

import pytest

from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.proposals import sweep


@pytest.fixture
def swept(app, clock):
    """Run the sweep twice on a day; gives the new mails, as (address, subject)."""

    def run(day: date) -> Counter[str]:
        clock.go(day)
        before = {mail.id for mail in db.session.query(Mail)}
        for _ in range(2):
            sweep.run(app.config["SETTINGS"].now())
        return Counter(m.to_address for m in db.session.query(Mail) if m.id not in before)

    return run


@pytest.mark.article("11(4)")
def test_a_file_lapses_after_its_term_and_a_reminder(office, people, sent, swept, client):
    proposal = sent()
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "Pianta"})
    until = date(2026, 4, 1)
    assert swept(date(2026, 3, 20)) == {}
    assert swept(date(2026, 3, 22)) == {people.resident.email: 1}
    assert swept(date(2026, 3, 29)) == {people.resident.email: 1}
    assert swept(until) == {}
    assert proposal.state == "incomplete"
    swept(date(2026, 4, 2))
    assert proposal.state == "lapsed"
    assert "administrative court" in client.get(f"/proposals/{proposal.number}").text


def test_nobody_lapses_unreminded(office, people, sent, swept):
    proposal = sent()
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "Pianta"})
    assert swept(date(2026, 5, 1)) == {people.resident.email: 1}
    assert proposal.state == "incomplete"
    swept(date(2026, 5, 2))
    assert proposal.state == "lapsed"


@pytest.mark.article("11(6)")
def test_offices_and_desk_are_reminded_once(office, people, sent, swept):
    proposal = sent()
    office.open_inquiry(proposal)
    first = swept(date(2026, 3, 19))  # opinions are due on 22 March
    assert first == {people.green.email: 1, people.president.email: 1}
    assert swept(date(2026, 3, 20)) == {}
    assert swept(date(2026, 4, 6)) == {people.desk.email: 1}  # the inquiry ends on 16 April


@pytest.mark.article("3(1)b")
def test_a_lapsed_file_that_is_reopened_has_its_term_again(office, people, sent, swept, clock):
    proposal = sent()
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "Pianta"})
    swept(date(2026, 3, 29))
    swept(date(2026, 4, 2))
    assert proposal.state == "lapsed"
    clock.go(date(2026, 4, 10))
    office.post(people.manager, "reopening", proposal, reason="La pianta era nella posta")
    assert proposal.state == "incomplete"
    assert swept(date(2026, 4, 11)) == {}
    assert proposal.state == "incomplete", "not lapsed again at once"
    assert swept(date(2026, 5, 5)) == {people.resident.email: 1}
    swept(date(2026, 5, 11))  # 30 days from the reopening
    assert proposal.state == "lapsed"


def test_one_file_that_fails_holds_up_no_other(office, people, sent, swept, monkeypatch, caplog):
    broken, whole = sent(), sent(title="Altre aiuole")
    for proposal in (broken, whole):
        office.post(people.desk, "supplement-request", proposal, **{"texts-0": "Pianta"})
    number = broken.id

    def fail(proposal, *rest):
        if proposal.id == number:
            raise LookupError("a term that nobody sets")
        return look(proposal, *rest)

    look = sweep._sweep
    monkeypatch.setattr(sweep, "_sweep", fail)
    assert swept(date(2026, 3, 22)) == {people.resident.email: 1}
    assert "a term that nobody sets" in caplog.text
