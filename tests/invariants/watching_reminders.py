"""An open dispute always has a live deadline and a next reminder; each is sent once (17). Art. 33.

The days are counted here anew; who is awaited, the room itself tells.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pactregistry.conciliation.committee.awaited import FORMING, Wait, awaited
from pactregistry.conciliation.letters import to_secretaries
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import deadline_of
from pactregistry.database import db
from tests.conciliation.reckoned import next_reminder
from tests.invariants.town import Snapshot, Town
from tests.invariants.watching_disputes import OPEN, of, sitting_in

BEFORE: Mapping[str, tuple[int, ...]] = {
    "requested": (15, 5),
    "sitting": (15, 5),
    "proposed": (7,),
}
EVERY, VACANCY = 7, 10

Turn = tuple[int, str, str, str, int]


def an_open_dispute_has_days_ahead_17(snapshot: Snapshot, town: Town) -> None:
    """Its deadline is alive and somebody is reminded after today; a closed one has neither."""
    for row in snapshot["dispute"]:
        dispute = db.session.get_one(Dispute, row["id"])
        until, ahead = deadline_of(dispute), next_reminder(dispute, town.today)
        if row["state"] not in OPEN:
            assert (until, ahead) == (None, None)
            continue
        assert until == last_day(snapshot, row["id"])
        assert until is not None
        assert ahead is not None
        assert town.today < ahead <= max(town.today + timedelta(days=EVERY), _first(until))
    db.session.rollback()


def last_day(snapshot: Snapshot, dispute_id: int) -> date:
    """Of the proposal, once it is made of the answers."""
    row = snapshot.find("dispute", dispute_id)
    return date.fromisoformat(row["answer_by" if row["state"] == "proposed" else "propose_by"])


def time_has_closed_what_is_over_17(snapshot: Snapshot, today: date) -> None:
    """After a sweep nobody waits for an answer that is late, nor for a committee never whole."""
    for row in snapshot["dispute"]:
        if row["state"] not in OPEN or last_day(snapshot, row["id"]) >= today:
            continue
        assert row["state"] != "proposed"
        whole = len(sitting_in(snapshot, row)) == len(("citizens", "city", "joint"))
        assert whole or (row["state"] == "sitting" and today <= _vacant_until(snapshot, row))


@dataclass
class Reminded:
    """The turns that were reminded of, as a walk goes on."""

    turns: set[Turn] = field(default_factory=set)

    def each_reminder_is_one_mail_17(self, before: Snapshot, after: Snapshot, town: Town) -> None:
        """A sweep leaves one mail for each who is awaited in a turn that began, no other."""
        known = len(before["mail"])
        for row in after["dispute"]:
            if row["state"] not in OPEN:
                continue
            wanted = Counter(self._wanted(after, row["id"], town.today))
            sent = Counter(
                mail["to_address"]
                for mail in after["mail"][known:]
                if row["number"] in mail["subject"]
            )
            assert sent == wanted, (row["number"], town.today, sent, wanted)
        db.session.rollback()

    def _wanted(self, snapshot: Snapshot, dispute_id: int, today: date) -> Iterator[str]:
        dispute = db.session.get_one(Dispute, dispute_id)
        row, waits = snapshot.find("dispute", dispute_id), awaited(dispute)
        forming = [wait for wait in waits if wait.what in FORMING]
        others = [wait for wait in waits if wait.what not in FORMING]
        until = last_day(snapshot, dispute_id)
        vacant = _vacant_until(snapshot, row) if row["state"] == "sitting" else until
        for name, theirs, by in (("seats", forming, vacant), ("work", others, until)):
            turn = _turn(row["state"], by, today)
            what = "answer" if row["state"] == "proposed" else name
            key = (dispute_id, what, by.isoformat(), *turn) if turn else None
            if not theirs or key is None or key in self.turns:
                continue
            self.turns.add(key)
            to = [who for wait in theirs for who in wait.to(dispute)]
            if name == "work" and today > until and theirs[0].what is Wait.PROPOSE:
                to += to_secretaries(dispute)
            yield from (who.email for who in dict.fromkeys(to))


def _turn(state: str, until: date, today: date) -> tuple[str, int] | None:
    """Which reminder is due on a day: so many days before, or the week after."""
    if today > until:
        return "late", ((today - until).days - 1) // EVERY
    due = [days for days in BEFORE[state] if (until - today).days <= days]
    return ("before", min(due)) if due else None


def _first(until: date) -> date:
    return until + timedelta(days=1 + VACANCY)


def _vacant_until(snapshot: Snapshot, row: Mapping[str, object]) -> date:
    """The last day of a committee with an empty seat: ten days, never less than the thirty."""
    until = date.fromisoformat(str(row["propose_by"]))
    members = of(snapshot, "dispute_member", row)
    empty = []
    for chair in ("CITIZENS", "CITY", "JOINT"):
        here = [m for m in members if m["chair"] == chair and m["seated_on"]]
        if not any(m["current"] for m in here):
            empty.append(max(date.fromisoformat(m["left_on"]) for m in here))
    return max([until, *([min(empty) + timedelta(days=VACANCY)] if empty else [])])
