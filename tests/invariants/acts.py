"""Random acts of many people on real files, each watched: the rules of every walk. Art. 3(1)b, 34.

A thousand steps in the usual run, ten thousand in `make soak`.
"""

import os
from collections.abc import Collection, Mapping, Sequence
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)
from werkzeug.test import TestResponse

from pactregistry.proposals.actions_submit import SENT_A_DAY
from pactregistry.workflow.lifecycle import MACHINES
from tests.invariants import watching, watching_after, watching_pages
from tests.invariants import watching_after_pages as watching_reports
from tests.invariants.filling import Move
from tests.invariants.moves import ASIDE
from tests.invariants.stages import PACT, send_proposal
from tests.invariants.town import CITIZENS, Request, Snapshot, Town

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
RUNS = settings(
    max_examples=200 if SOAK else 25,
    stateful_step_count=50 if SOAK else 40,
    derandomize=not SOAK,
    deadline=None,
    database=None,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)
# What Hypothesis draws comes back to the same values often: the number of the act is mixed in.
CHANCE = st.integers(0, 2**32)
WEIGHTS = (60, 25, 5, 10)
# They are open everywhere, or end a file.
SELDOM = frozenset(
    {"withhold", "abstain", "correct", "withdraw", "abandon", "redirect", "refuse", "terminate"}
    | {"restore", "revoke", "retire", "withdraw_from", "comment", "agree"}
)
STEPS = 0.7  # of what somebody does on a file that is open to a step
LEFT_OPEN = 0.15  # of the forms opened, to be sent much later
# Of the files on which something may be done, those of which the law says most come more often.
OFTEN = {"report": 6, "money_grant": 3, "pact": 2}
# An activity is authorised as it is announced; a dispute ends with the last answer.
AT_ONCE = frozenset({"authorise", "settle", "close_unsettled"})
PAGES_OF = {"version": "pact", "yearly": "yearly_report"}
ROWS = {machine.name: machine for machine in MACHINES}


class Acts(RuleBasedStateMachine):
    """Acts on the files of a town, lawful or not, watched after each."""

    town: Town
    stages: Sequence[str]
    moves: Sequence[Move]
    most: int  # proposals: more make no new trouble, only longer pages
    aside: Sequence[Move] = ASIDE
    seldom: Collection[str] = SELDOM
    often: Mapping[str, int] = OFTEN

    def __init__(self) -> None:
        super().__init__()
        self.last: tuple[Request, str] | None = None
        self.old_forms: list[Request] = []
        self.acts = 0

    @initialize(number=st.integers(0, 99))
    def begin(self, number: int) -> None:
        """Begin from one of the stages."""
        self.town.begin(self.stages[number % len(self.stages)])

    @rule(seed=CHANCE)
    def act(self, seed: int) -> None:
        """Mostly somebody takes a step that may be open, so that walks go far."""
        self.acts += 1
        chance = Random(f"{seed} {self.acts}")  # noqa: S311 - chance, no secret
        chance.choices([self._lawful, self._anything, self._propose, self._old_form], WEIGHTS)[0](
            chance
        )

    @rule(first=CHANCE, second=CHANCE, third=CHANCE)
    def act_thrice(self, first: int, second: int, third: int) -> None:
        """Three acts within a day."""
        for seed in (first, second, third):
            self.act(seed)

    def _lawful(self, chance: Random) -> None:
        snapshot = self.town.snapshot()
        begins = [p for p in _offered(self.moves, snapshot) if self._leaves(snapshot, *p)]
        begins = [p for p in begins if p[0].step not in self.seldom or chance.random() < 0.3]
        if begins:
            machines = sorted({move.machine for move, _ in begins})
            (machine,) = chance.choices(machines, [self.often.get(name, 1) for name in machines])
            here = [pair for pair in begins if pair[0].machine == machine]
            steps = [pair for pair in here if pair[0] not in self.aside]
            move, row = chance.choice(steps if steps and chance.random() < STEPS else here)
            self._send(move, row, self._someone(move, row, chance), chance)

    def _anything(self, chance: Random) -> None:
        move, row = chance.choice(_offered(self.moves, self.town.snapshot()))
        self._send(move, row, chance.choice([*self.town.people, "nobody"]), chance)

    def _propose(self, chance: Random) -> None:
        before = self.town.snapshot()
        today = self.town.today.isoformat()
        sent = [row["author_id"] for row in before["proposal"] if row["submitted_on"] == today]
        may = [
            name
            for name in (*CITIZENS, "desk", "manager")
            if sent.count(self.town.ids[name]) < SENT_A_DAY
        ]
        if len(before["proposal"]) < self.most and may:
            who = chance.choice(may)
            send_proposal(self.town, who, title=f"Flowers {len(before['proposal'])}")
            self._watch(before, self.town.snapshot())

    def _old_form(self, chance: Random) -> None:
        """A form that was opened long ago is sent now: it is refused, or still holds."""
        if self.old_forms:
            self._take(self.old_forms.pop(chance.randrange(len(self.old_forms))), None)

    @precondition(lambda self: self.last is not None)
    @rule()
    def same_again(self) -> None:
        """The last form that was taken is sent once more, as by a second tap (21)."""
        assert self.last is not None
        request, result = self.last
        before = self.town.snapshot()
        answer = self.town.send(request)
        assert self.town.snapshot().digest == before.digest, request
        # It leads to what came of it the first time, or says that the file has moved on.
        led = answer.status_code == 302 and answer.location == result
        assert led or answer.status_code == 409, (request, answer.status_code, answer.location)

    @rule(days=st.sampled_from([1, 3, 10, 16, 31, 60, 400, 0]), sweeps=st.integers(0, 3))
    def wait(self, days: int, sweeps: int) -> None:
        """Time passes; its process looks at the files now and then: once is as good as thrice."""
        self.town.wait(days)
        self.last = None
        for number in range(sweeps):
            before = self.town.snapshot()
            self.town.sweep()
            after = self.town.snapshot()
            self._watch(before, after)
            assert number == 0 or before.digest == after.digest

    def teardown(self) -> None:
        """At the end the pages for everyone are read too."""
        if self.town.browsers:
            snapshot = self.town.snapshot()
            watching_pages.published_if_and_only_if_signed_12(snapshot, self.town)
            watching_pages.each_publication_stands_once_in_the_feed_13(snapshot, self.town)
            watching_pages.deadlines_follow_from_the_journal_16_18(snapshot, self.town)
            watching_reports.a_report_is_read_once_it_is_public(snapshot, self.town)
            watching_reports.overdue_never_reads_as_done_18(snapshot, self.town)
            watching_reports.silence_is_counted_until_the_answer_18(snapshot, self.town)

    def _someone(self, move: Move, row: Mapping[str, Any], chance: Random) -> str:
        """Mostly who may take the step."""
        return move.someone(row, self.town.names, chance)

    def _leaves(self, snapshot: Snapshot, move: Move, row: Mapping[str, Any]) -> bool:
        """Whether a step begins where the file stands."""
        if move in self.aside:
            return True
        state = row["state"]
        if move.machine == "version":
            texts = [t for t in snapshot["pact_version"] if t["pact_id"] == row["id"]]
            state = texts[-1]["state"]
        return state in ROWS[move.machine].rows[move.step].sources

    def _send(self, move: Move, row: Mapping[str, Any], who: str, chance: Random) -> None:
        page = move.page.format(**row, **_beside(self.town, row))
        request = Request(who, page, move.fill_in(self.town, row, chance))
        if chance.random() < LEFT_OPEN:
            self.old_forms.append(request)
        else:
            self._take(request, move)

    def _take(self, request: Request, move: Move | None) -> None:
        before = self.town.snapshot()
        answer = self.town.send(request)
        after = self.town.snapshot()
        _judge(request, answer, before, after)
        new = after["journal"][len(before["journal"]) :]
        if answer.status_code == 302 and before.digest != after.digest:
            self.last = request, answer.location
            # Who may not let a pact last longer asks who may: a request is no step yet.
            asks = move is not None and move.step == "extend" and request.who not in move.who
            if move is not None and move not in self.aside and not asks:
                assert move.step in {entry["step"] for entry in new}, request
        # One act is one event on each file that it concerns; some bring another with them.
        alone = [e for e in new if e["step"] not in AT_ONCE]
        touched = [(e["subject_kind"], e["subject_id"]) for e in alone]
        assert len(touched) == len(set(touched)), new
        self._watch(before, after)

    def _watch(self, before: Snapshot, after: Snapshot) -> None:
        watching.nothing_recorded_was_rewritten(before, after)
        watching.a_frozen_text_stays_10(before, after)
        watching.comments_come_inside_the_window_14(before, after, self.town)
        watching.the_state_is_the_fold_of_the_journal_1(after)
        watching.only_steps_of_the_table_happen_2(after)
        watching.numbers_have_no_gap_3(after)
        watching.each_event_begins_where_the_last_ended_4(after)
        watching.time_never_runs_back_8(after, self.town)
        watching.the_digest_signed_is_the_digest_frozen_9(after)
        watching.proposer_and_decider_differ_11(after)
        watching.one_vote_a_person_15(after)
        watching_after.never_more_than_the_ceiling_is_granted(after)
        watching_after.a_balance_is_its_account_reckoned_again(after)
        watching_after.money_follows_the_journal(after)
        watching_after.what_was_sent_stands(before, after)
        watching_after.what_was_reckoned_stands(before, after)
        watching_after.what_is_public_has_its_file(after)
        watching_after.who_is_on_the_other_side_does_not_decide_11(after)
        watching_after.a_person_rates_once_a_month(after)


def _judge(request: Request, answer: TestResponse, before: Snapshot, after: Snapshot) -> None:
    """An answer is a page of ours; a refusal has done nothing at all (7)."""
    assert answer.status_code < 500, (request, answer.text)
    if answer.status_code != 302:
        assert before.digest == after.digest, (request, answer.status_code)


def _offered(moves: Sequence[Move], snapshot: Snapshot) -> list[tuple[Move, Mapping[str, Any]]]:
    # A text's pages are its pact's; a draft has no page of the office.
    tables = [(move, PAGES_OF.get(move.machine, move.machine)) for move in moves]
    found = [(move, row) for move, table in tables for row in snapshot[table]]
    return [(move, row) for move, row in found if move.machine != "proposal" or row["number"]]


def _beside(town: Town, row: Mapping[str, Any]) -> dict[str, Any]:
    """What the address of a page names beside the row's own columns; there is one pact at most."""
    above = {
        kind: file["number"]
        for kind in ("report", "dispute")
        for file in town.snapshot()[kind]
        if file["id"] == row.get(f"{kind}_id")
    }
    return {"pact": PACT, **({} if "year" in row else {"year": town.today.year}), **above}
