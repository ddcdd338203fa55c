"""Whatever people do in a dispute, its rules hold and its clock runs. Art. 33, 34(1)."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from random import Random
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test

from pactregistry.conciliation.closing import sweep
from pactregistry.database import db
from tests.invariants import stages_disputes, watching, watching_disputes, watching_pages
from tests.invariants.acts import CHANCE, RUNS, SELDOM, Acts
from tests.invariants.filling import Move
from tests.invariants.moves_disputes import (
    ASIDE,
    DISPUTES,
    NEIGHBOURS,
    PARTIES,
    SECRET,
    request_form,
)
from tests.invariants.stages import PACT
from tests.invariants.town import SAGES, Request, Snapshot, Town
from tests.invariants.watching_reminders import (
    Reminded,
    an_open_dispute_has_days_ahead_17,
    time_has_closed_what_is_over_17,
)

MOST = 3  # disputes: more make no new trouble, only longer pages
ENDS = frozenset(
    {"leave", "leave_seat", "replace_member", "object_to_third", "decline", "take_back"}
    | {"close_without_proposal", "suspend", "amend"}
)


class Walk(Acts):
    """Acts of the parties, the members and the secretaries, and days that pass."""

    stages = stages_disputes.STAGES
    moves = DISPUTES
    aside = ASIDE
    seldom = SELDOM | ENDS
    often: Mapping[str, int] = {"dispute": 12}
    most = MOST

    def __init__(self) -> None:
        super().__init__()
        self.reminded = Reminded()

    @initialize(number=CHANCE)
    def begin(self, number: int) -> None:
        """Begin from one of the stages, each as often as the others."""
        chance = Random(f"begin {number}")  # noqa: S311 - chance, no secret
        self.town.begin(chance.choice(self.stages))

    @rule(
        days=st.sampled_from([1, 1, 1, 2, 2, 3, 5, 8, 16]),
        swept=st.sampled_from(["daily", "daily", "daily", "at last", "never"]),
    )
    def wait(self, days: int, swept: str) -> None:
        """Days pass; the sweep runs on each, twice now and then, or only on the last, or never."""
        self.last = None
        for number in range(1, days + 1):
            self.town.wait(1)
            if number == days and swept != "never":
                self._sweep(self.town.sweep)
                self._sweep(self._sweep_disputes)  # once more does nothing more
            elif swept == "daily":
                self._sweep(self._sweep_disputes)
        self._watch_days(self.town.snapshot())

    def _sweep(self, run: Callable[[], None]) -> None:
        before = self.town.snapshot()
        run()
        after = self.town.snapshot()
        if after is not before:
            self._watch(before, after)
        self.reminded.each_reminder_is_one_mail_17(before, after, self.town)
        time_has_closed_what_is_over_17(after, self.town.today)

    def _sweep_disputes(self) -> None:
        db.session.remove()
        sweep.run(self.town.here.now())
        db.session.remove()

    def _propose(self, chance: Random) -> None:
        if len(self.town.snapshot()["dispute"]) < self.most:
            who = chance.choice([*PARTIES, "prima", "sira", "nobody"])
            form_id = {"request_id": f"{chance.getrandbits(128):032x}"}
            form = {**form_id, **request_form(self.town, who, chance)}
            self._take(Request(who, f"/pacts/{PACT}/conciliation", form), None)

    def _someone(self, move: Move, row: Mapping[str, Any], chance: Random) -> str:
        """Mostly who may: the members of this dispute, its third party, the sides."""
        names, snapshot = self.town.names, self.town.snapshot()
        number = row.get("dispute_id", row["id"])
        named = [m for m in snapshot["dispute_member"] if m["dispute_id"] == number]
        members = [m["email"].partition("@")[0] for m in named if m["current"]]
        members = [name for name in members if name in self.town.browsers]
        third = names.get(row.get("third_account_id") or 0, "")
        able = [
            *(name for name in move.who if name not in (*SAGES, *NEIGHBOURS)),
            *(members if set(move.who) & set(SAGES) else []),
            *([third] if third in move.who else []),
        ]
        return chance.choice(able or list(move.who))

    def _watch(self, before: Snapshot, after: Snapshot) -> None:
        watching.nothing_recorded_was_rewritten(before, after)
        watching.the_state_is_the_fold_of_the_journal_1(after)
        watching.only_steps_of_the_table_happen_2(after)
        watching.numbers_have_no_gap_3(after)
        watching.each_event_begins_where_the_last_ended_4(after)
        watching.time_never_runs_back_8(after, self.town)
        watching_disputes.days_follow_from_the_journal_16(after)
        watching_disputes.three_seats_one_member_each(after)
        watching_disputes.nobody_excluded_takes_a_seat(before, after, self.town)
        watching_disputes.one_voice_a_seat_and_text_15(before, after)
        watching_disputes.a_text_put_to_the_vote_stands_10(before, after)
        watching_disputes.what_is_closed_stays(before, after)
        watching_disputes.each_party_answers_once(after)
        watching_disputes.a_settlement_opens_one_version(after)
        watching_disputes.no_mail_tells_what_is_said_19(before, after)
        self._watch_days(after)

    def _watch_days(self, snapshot: Snapshot) -> None:
        an_open_dispute_has_days_ahead_17(snapshot, self.town)

    def teardown(self) -> None:
        """At the end everyone reads the days and the outcome, and nothing else."""
        if self.town.browsers:
            snapshot = self.town.snapshot()
            watching_pages.each_publication_stands_once_in_the_feed_13(snapshot, self.town)
            everyone_reads_days_and_outcome_19(snapshot, self.town)


def everyone_reads_days_and_outcome_19(snapshot: Snapshot, town: Town) -> None:
    """A dispute is read once its committee sat, unless the pact is withheld; never its content."""
    (pact,) = snapshot["pact"]
    listed = town.read("/disputes/").text
    for dispute in snapshot["dispute"]:
        told = bool(dispute["convened_on"]) and not pact["withheld"]
        for page in (f"/disputes/{dispute['number']}", f"/api/v1/disputes/{dispute['number']}"):
            answer = town.read(page)
            assert (answer.status_code == HTTPStatus.OK) is told, (page, dispute["state"])
            assert SECRET not in answer.text
        assert (dispute["number"] in listed) is told
    for page in ("/disputes/", f"/pacts/{PACT}", f"/pacts/{PACT}.json", "/data/disputes.csv"):
        assert SECRET not in town.read(page).text, page


@pytest.mark.article("33(1)")
@pytest.mark.article("33(2)")
@pytest.mark.article("34(1)")
def test_whatever_people_do_in_a_dispute_its_rules_hold(disputing: Town) -> None:
    Walk.town = disputing
    run_state_machine_as_test(Walk, settings=RUNS)
