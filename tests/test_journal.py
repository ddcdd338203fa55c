"""The journal: append-only, two dates, numbers without gaps, stale forms refused. Art. 3(1)b."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from pactregistry import journal
from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.journal import Act, Entry, Stale
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import ClockState, read_clock
from pactregistry.workflow.engine import ClockEffect
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import OPEN, PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

MONDAY = date(2026, 3, 2)
FACTS = ProposalFacts(
    reasons=("The papers came",), listed_items=("A plan",), preview_confirmed=True, term_over=True
)


class File:
    """One proposal and the steps that a test takes on it."""

    def __init__(self, here: Settings) -> None:
        self.now = here.now()
        self.proposal = Proposal(
            state="",
            number="2026-P-0001",
            created_at=self.now,
            author_name="Rita Residente",
            pack_id=here.pack.id,
            pack_version=here.pack.version,
        )
        self.take("draft", MONDAY, Role.CITIZEN)

    def take(self, name: str, day: date, role: Role, to: ProposalState | None = None) -> Entry:
        state = ProposalState(self.proposal.state) if self.proposal.state else None
        step = PROPOSAL.take(name, state, role, FACTS, to=to)
        entry = journal.record(self.proposal, step, Act(None, day, self.now))
        db.session.commit()
        return entry

    @property
    def history(self) -> Any:
        return journal.history("proposal", self.proposal.id)


@pytest.fixture
def file(app: Flask) -> File:
    """A draft of 2 March."""
    return File(app.config["SETTINGS"])


@pytest.mark.article("3(1)")
def test_a_step_is_recorded_with_its_article_role_and_both_dates(file: File) -> None:
    entry = file.take("submit", MONDAY - timedelta(days=3), Role.CITIZEN)
    assert file.proposal.state == ProposalState.SUBMITTED
    assert (entry.from_state, entry.to_state) == ("draft", "submitted")
    assert (entry.by_role, entry.publishes) == ("citizen", "received")
    assert entry.occurred_on == MONDAY - timedelta(days=3)
    assert entry.recorded_at == file.now
    assert [citation.label for citation in entry.citations] == ["11(1)", "3(1)b"]
    assert entry.warnings == []
    assert (entry.pack_id, entry.pack_version) == ("bologna-2014", "1")


def test_entries_are_numbered_in_their_order(file: File) -> None:
    file.take("submit", MONDAY, Role.CITIZEN)
    file.take("open_inquiry", MONDAY, Role.DESK)
    assert [(e.sequence, e.step) for e in file.history] == [
        (1, "draft"),
        (2, "submit"),
        (3, "open_inquiry"),
    ]
    assert journal.histories("proposal", [file.proposal.id, 99])[99] == []


def test_an_entry_is_never_changed(file: File) -> None:
    entry = file.history[0]
    entry.reason = "another story"
    with pytest.raises(RuntimeError, match="append-only"):
        db.session.commit()
    db.session.rollback()
    assert file.history[0].reason == ""


def test_an_entry_is_never_deleted(file: File) -> None:
    db.session.delete(file.history[0])
    with pytest.raises(RuntimeError, match="append-only"):
        db.session.commit()
    db.session.rollback()
    assert len(file.history) == 1


def test_a_step_that_is_not_committed_leaves_nothing(file: File) -> None:
    step = PROPOSAL.take("submit", ProposalState.DRAFT, Role.CITIZEN, FACTS)
    journal.record(file.proposal, step, Act(None, MONDAY, file.now))
    db.session.rollback()
    assert file.proposal.state == ProposalState.DRAFT
    assert len(db.session.scalars(select(Entry)).all()) == 1


def test_a_form_of_an_older_version_is_refused(file: File) -> None:
    seen = file.proposal.version
    journal.expect(file.proposal, "proposal", seen)
    file.take("submit", MONDAY, Role.CITIZEN)
    with pytest.raises(Stale) as refusal:
        journal.expect(file.proposal, "proposal", seen)
    assert (refusal.value.kind, refusal.value.seen) == ("proposal", seen)
    since = [entry.step for entry in file.history if entry.version > seen]
    assert since == ["submit"]


def test_a_step_that_changes_no_column_makes_older_forms_stale_too(file: File) -> None:
    file.take("submit", MONDAY, Role.CITIZEN)
    seen = file.proposal.version
    file.take("correct", MONDAY, Role.MANAGER)
    with pytest.raises(Stale):
        journal.expect(file.proposal, "proposal", seen)


def test_withholding_marks_the_file_and_restoring_unmarks_it(file: File) -> None:
    file.take("submit", MONDAY, Role.CITIZEN)
    file.take("withhold", MONDAY, Role.DESK)
    assert file.proposal.withheld
    assert file.proposal.state == ProposalState.SUBMITTED
    restore = PROPOSAL.take(
        "restore",
        ProposalState.SUBMITTED,
        Role.MANAGER,
        ProposalFacts(withheld=True, reasons=("It was right",)),
    )
    journal.record(file.proposal, restore, Act(None, MONDAY, file.now))
    assert not file.proposal.withheld


@pytest.mark.article("11(4)")
def test_the_clock_is_read_from_the_days_of_the_facts(file: File) -> None:
    file.take("submit", MONDAY, Role.CITIZEN)
    file.take("request_supplement", date(2026, 3, 10), Role.DESK)
    back = ProposalState(journal.stood_before(file.history, OPEN) or "")
    assert back is ProposalState.SUBMITTED
    # Received on Friday 13, entered later: the clock goes on from Friday.
    file.take("supplement", date(2026, 3, 13), Role.CITIZEN, to=back)
    marks = journal.clock_marks(PROPOSAL, file.history)
    assert marks == [
        (ClockEffect.STARTS, MONDAY),
        (ClockEffect.STOPS, date(2026, 3, 10)),
        (ClockEffect.RESUMES, date(2026, 3, 13)),
    ]
    clock = read_clock(marks, 45, date(2026, 3, 20))
    assert clock is not None
    assert (clock.state, clock.due) == (ClockState.RUNNING, date(2026, 4, 19))


def test_a_reopened_file_goes_back_to_where_it_was(file: File) -> None:
    file.take("submit", MONDAY, Role.CITIZEN)
    file.take("request_supplement", date(2026, 3, 10), Role.DESK)
    file.take("withdraw", date(2026, 3, 12), Role.CITIZEN)
    back = ProposalState(journal.stood_before(file.history, OPEN) or "")
    assert back is ProposalState.INCOMPLETE
    file.take("reopen", date(2026, 3, 16), Role.MANAGER, to=back)
    clock = read_clock(journal.clock_marks(PROPOSAL, file.history), 45, date(2026, 3, 20))
    assert clock is not None
    assert (clock.state, clock.elapsed) == (ClockState.STOPPED, 8)
    # Once the papers come, it returns to where it was before they were asked for.
    before = (ProposalState.SUBMITTED, ProposalState.INQUIRY)
    assert journal.stood_before(file.history, before) == "submitted"


def test_numbers_have_no_gaps_and_begin_anew_each_year(app: Flask) -> None:
    assert [journal.next_number("P", 2026) for _ in range(2)] == ["2026-P-0001", "2026-P-0002"]
    db.session.commit()
    assert journal.next_number("P", 2026) == "2026-P-0003"
    db.session.rollback()
    assert journal.next_number("P", 2026) == "2026-P-0003"
    assert journal.next_number("P", 2027) == "2027-P-0001"
    assert journal.next_number("", 2026) == "2026-0001"


def test_an_instant_needs_a_time_zone(file: File) -> None:
    step = PROPOSAL.take("submit", ProposalState.DRAFT, Role.CITIZEN, FACTS)
    bare = Act(None, MONDAY, datetime(2026, 3, 2, 12))  # noqa: DTZ001 - what must be refused
    with pytest.raises(Exception, match="offset-naive"):
        journal.record(file.proposal, step, bare)


def test_a_clock_that_is_put_back_turns_no_order_around(file: File) -> None:
    first = file.take("submit", MONDAY, Role.CITIZEN)
    step = PROPOSAL.take("withdraw", ProposalState.SUBMITTED, Role.CITIZEN, FACTS)
    earlier = first.recorded_at - timedelta(days=1)
    second = journal.record(file.proposal, step, Act(None, MONDAY, earlier))
    assert second.recorded_at == first.recorded_at
