"""Random walks: whatever the facts, only steps of the table happen; a refusal does nothing."""

from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, ClassVar, get_type_hints

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pactregistry.workflow.clocks import ClockState, read_clock
from pactregistry.workflow.engine import ClockEffect, Machine, Row, Unlawful
from pactregistry.workflow.facts import (
    ActivityFacts,
    CallFacts,
    ChoiceFacts,
    CommonsFacts,
    Facts,
    LoanFacts,
    ModuleFacts,
    PactFacts,
    ProposalFacts,
    VersionFacts,
)
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.facts_reports import QuestionFacts, ReportFacts, YearlyFacts
from pactregistry.workflow.lifecycle import (
    ACTIVITY,
    CALL,
    CHOICE,
    CLOSED,
    COMMONS,
    DISPUTE,
    LOAN,
    MODULE,
    PACT,
    PROBLEM,
    PROPOSAL,
    QUESTION,
    RATING,
    REPORT,
    VERSION,
    YEARLY,
)
from pactregistry.workflow.states import ProposalState, Role

SHORT = st.sampled_from(["", " ", "Lime roots", "not of interest"])
START = date(2026, 3, 2)


@cache
def facts_of(kind: type[Facts], *, imported: bool) -> st.SearchStrategy[Facts]:
    """Facts with every field drawn, so that each guard holds about as often as not."""
    by_type: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        str: SHORT,
        int: st.integers(0, 12),
        int | None: st.none() | st.integers(0, 45),
        date | None: st.none() | st.just(START),
        datetime | None: st.none() | st.just(datetime.combine(START, time(), UTC)),
        tuple[str, ...]: st.lists(SHORT, max_size=2).map(tuple),
    }
    hints = get_type_hints(kind)
    drawn = {field.name: by_type[hints[field.name]] for field in fields(kind)}
    return st.builds(kind, **drawn | {"import_pending": st.just(imported)})


class Walk(RuleBasedStateMachine):
    """Takes any step in any role with any facts, lawful or not, and watches the state."""

    machine: ClassVar[Machine[Any, Any]]
    kind: ClassVar[type[Facts]]

    def __init__(self) -> None:
        super().__init__()
        self.state: Any = None
        self.imported = False
        self.day = START
        self.marks: list[tuple[ClockEffect, date]] = []

    @rule(data=st.data())
    def try_any_step(self, data: st.DataObject) -> None:
        """Try one step of the whole table."""
        self._try(data, data.draw(st.sampled_from(list(self.machine.rows.values()))))

    @rule(data=st.data())
    def try_a_step_from_here(self, data: st.DataObject) -> None:
        """Try one step that leaves the present state, so that walks go far."""
        here = [row for row in self.machine.rows.values() if self.state in row.sources]
        if here:
            self._try(data, data.draw(st.sampled_from(here)))

    @rule(days=st.integers(0, 40))
    def wait(self, days: int) -> None:
        """Let time pass."""
        self.day += timedelta(days=days)

    def _try(self, data: st.DataObject, row: Row[Any, Any]) -> None:
        machine, before = self.machine, self.state
        role = data.draw(st.sampled_from([*row.by, Role.VISITOR, Role.DESK]))
        facts = data.draw(facts_of(self.kind, imported=self.imported))
        targets = machine.targets(row, before) or (None,)
        outcome = data.draw(st.sampled_from(targets))
        against = machine.obstacles(row.step, before, role, facts)
        in_place = before in row.sources and role in row.by
        assert any(o.binds for o in against) is not (
            in_place and all(guard.holds(facts) for guard in row.binds)
        )
        assert {o.name for o in against if not o.binds} == {
            guard.name for guard in row.warns if not guard.holds(facts)
        }
        if any(o.binds for o in against):
            with pytest.raises(Unlawful) as refusal:
                machine.take(row.step, before, role, facts, to=outcome)
            assert refusal.value.obstacles == against
            return
        step = machine.take(row.step, before, role, facts, to=outcome)
        assert (step.source, step.by, step.cites) == (before, role, row.cites)
        assert step.to in targets
        assert step.warnings == against
        self.state = machine.states(step.to)
        self.imported = self.imported or row.step == "import"
        effect = machine.clock_effect(row.step, step.to)
        if effect is not None:
            self.marks.append((effect, self.day))

    @invariant()
    def the_state_is_one_of_the_table(self) -> None:
        """Nothing leads out of the machine."""
        assert self.state is None or self.state in self.machine.states

    @invariant()
    def the_clock_tells_where_the_file_stands(self) -> None:
        """Ended with the file, stopped while papers are awaited, else going."""
        clock = read_clock(self.marks, 45, self.day)
        if self.imported or clock is None:
            return
        ended = CLOSED if self.machine is PROPOSAL else self.machine.final
        assert (clock.state is ClockState.ENDED) is (self.state in ended)
        assert (clock.state is ClockState.STOPPED) is (self.state is ProposalState.INCOMPLETE)
        assert 0 <= clock.elapsed <= (self.day - clock.opened).days


class ProposalWalk(Walk):
    machine = PROPOSAL
    kind = ProposalFacts


class VersionWalk(Walk):
    machine = VERSION
    kind = VersionFacts


class PactWalk(Walk):
    machine = PACT
    kind = PactFacts


class ReportWalk(Walk):
    machine = REPORT
    kind = ReportFacts


class CommonsWalk(Walk):
    machine = COMMONS
    kind = CommonsFacts


class CallWalk(Walk):
    machine = CALL
    kind = CallFacts


class ModuleWalk(Walk):
    machine = MODULE
    kind = ModuleFacts


class ActivityWalk(Walk):
    machine = ACTIVITY
    kind = ActivityFacts


class ChoiceWalk(Walk):
    machine = CHOICE
    kind = ChoiceFacts


class LoanWalk(Walk):
    machine = LOAN
    kind = LoanFacts


class QuestionWalk(Walk):
    machine = QUESTION
    kind = QuestionFacts


class ProblemWalk(Walk):
    machine = PROBLEM
    kind = QuestionFacts


class RatingWalk(Walk):
    machine = RATING
    kind = QuestionFacts


class YearlyWalk(Walk):
    machine = YEARLY
    kind = YearlyFacts


class DisputeWalk(Walk):
    machine = DISPUTE
    kind = DisputeFacts


TestProposal = ProposalWalk.TestCase
TestVersion = VersionWalk.TestCase
TestPact = PactWalk.TestCase
TestReport = ReportWalk.TestCase
TestCommons = CommonsWalk.TestCase
TestCall = CallWalk.TestCase
TestModule = ModuleWalk.TestCase
TestActivity = ActivityWalk.TestCase
TestChoice = ChoiceWalk.TestCase
TestLoan = LoanWalk.TestCase
TestQuestion = QuestionWalk.TestCase
TestProblem = ProblemWalk.TestCase
TestRating = RatingWalk.TestCase
TestYearly = YearlyWalk.TestCase
TestDispute = DisputeWalk.TestCase


def test_a_refusal_tells_all_that_stands_against_the_step_binding_first() -> None:
    facts = ProposalFacts(rival_open=True, comments_unanswered=2, comments_until=START)
    with pytest.raises(Unlawful) as refusal:
        PROPOSAL.take("accept", ProposalState.SUBMITTED, Role.CITIZEN, facts)
    names = [obstacle.name for obstacle in refusal.value.obstacles]
    assert names == ["state", "role", "rival_ended", "window_closed", "comments_answered"]


def test_a_warning_lets_the_person_go_on_and_is_kept() -> None:
    facts = ProposalFacts(opinions_awaited=("Water service",))
    step = PROPOSAL.take("accept", ProposalState.INQUIRY, Role.DESK, facts)
    assert [obstacle.name for obstacle in step.warnings] == ["opinions_given"]


def test_a_step_with_several_outcomes_needs_one_of_them() -> None:
    facts = ProposalFacts(resolution="7/2026", favourable=True)
    before = ProposalState.BEFORE_EXECUTIVE
    for outcome in (None, ProposalState.ACCEPTED):
        with pytest.raises(ValueError, match="resolve"):
            PROPOSAL.take("resolve", before, Role.EXECUTIVE, facts, to=outcome)
    taken = PROPOSAL.take("resolve", before, Role.EXECUTIVE, facts, to=ProposalState.INQUIRY)
    assert taken.to is ProposalState.INQUIRY
