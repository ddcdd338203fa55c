"""What must always hold, read from the database; numbers as in each name.

The events chain by state (4): from each one's end the next begins. That each holds the fingerprint
of the one before comes with the evidence of the journal.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from pactregistry.documents import storage
from pactregistry.workflow.lifecycle import MACHINES
from tests.invariants.town import Rows, Snapshot, Town

TABLES = {"version": "pact_version", "yearly": "yearly_report"}
BY_NAME = {machine.name: machine for machine in MACHINES}
# What the City decides: never by who proposed (11).
DECISIONS = {
    "proposal": {"warn", "refuse", "accept", "resolve", "award", "declare_competing"},
    "pact": {
        "conclude",
        "suspend",
        "resume",
        "terminate",
        "end_as_agreed",
        "revoke",
        "reinstate",
        "settle_breach",
    },
}
FROZEN = ("frozen_content", "frozen_at", "original_sha256")
WORKING = {"state", "version", "withheld", "changed_at", "public_content", "public_sha256"}


def table_of(kind: str) -> str:
    """The table of the files of a machine."""
    return TABLES.get(kind, kind)


def events(snapshot: Snapshot) -> Mapping[tuple[str, int], list[Mapping[str, Any]]]:
    """The journal by file, in the order of writing."""
    found = defaultdict(list)
    for entry in sorted(snapshot["journal"], key=lambda row: row["id"]):
        found[entry["subject_kind"], entry["subject_id"]].append(entry)
    return found


def the_state_is_the_fold_of_the_journal_1(snapshot: Snapshot) -> None:
    """Each file stands where its last event left it, and has begun with one."""
    found = events(snapshot)
    for kind in BY_NAME:
        for row in snapshot.tables.get(table_of(kind), ()):
            history = found.pop((kind, row["id"]), [])
            assert history, (kind, row["id"], "has no history")
            assert row["state"] == history[-1]["to_state"]
            withholds = [BY_NAME[kind].rows[e["step"]].withholds for e in history]
            told = [value for value in withholds if value is not None]
            assert bool(row["withheld"]) is (bool(told) and told[-1])
            assert row["version"] >= history[-1]["version"]
    # A draft that was thrown away is no file any more.
    assert all(kind == "proposal" and len(history) >= 1 for (kind, _), history in found.items())


def only_steps_of_the_table_happen_2(snapshot: Snapshot) -> None:
    """Each event is a row of the table: from, to and by whom."""
    for entry in snapshot["journal"]:
        machine = BY_NAME[entry["subject_kind"]]
        row = machine.rows[entry["step"]]
        source = None if entry["from_state"] is None else machine.states(entry["from_state"])
        assert source in row.sources
        assert entry["to_state"] in machine.targets(row, source)
        assert entry["by_role"] in row.by


def numbers_have_no_gap_3(snapshot: Snapshot) -> None:
    """Neither in a file's history nor in a year's series of numbers."""
    for history in events(snapshot).values():
        assert [entry["sequence"] for entry in history] == list(range(1, len(history) + 1))
    given = defaultdict(set)
    for rows in snapshot.tables.values():
        for row in rows:
            head, _, tail = str(row.get("number") or "").rpartition("-")
            if tail.isdecimal() and head[:4].isdecimal() and head[4:5] in {"", "-"}:
                given[head].add(int(tail))
    for counter in snapshot["counter"]:
        head = "-".join(part for part in (str(counter["year"]), counter["series"]) if part)
        assert given[head] == set(range(1, counter["last"] + 1)), head


def each_event_begins_where_the_last_ended_4(snapshot: Snapshot) -> None:
    """The chain of states of a file is whole."""
    for history in events(snapshot).values():
        ends = [None, *(entry["to_state"] for entry in history)]
        assert [entry["from_state"] for entry in history] == ends[:-1]


def nothing_recorded_was_rewritten(before: Snapshot, after: Snapshot) -> None:
    """The journal only grows."""
    assert after["journal"][: len(before["journal"])] == before["journal"]


def time_never_runs_back_8(snapshot: Snapshot, town: Town) -> None:
    """The events of a file are recorded in their order; no fact lies after its record."""
    for history in events(snapshot).values():
        recorded = [_instant(entry["recorded_at"]) for entry in history]
        assert recorded == sorted(recorded)
        for entry, instant in zip(history, recorded, strict=True):
            day = instant.astimezone(town.here.city.zone).date()
            assert date.fromisoformat(entry["occurred_on"]) <= day


def the_digest_signed_is_the_digest_frozen_9(snapshot: Snapshot) -> None:
    """Each standing signature is over the file that stands frozen, and that file is there."""
    places = {row["id"]: row["pact_version_id"] for row in snapshot["signatory"]}
    texts = {row["id"]: row for row in snapshot["pact_version"]}
    for signature in snapshot["signature"]:
        if signature["voided_at"] is None:
            text = texts[places[signature["signatory_id"]]]
            assert signature["sha256"] == text["original_sha256"]
    for text in texts.values():
        for digest in (text["original_sha256"], text["public_sha256"]):
            assert digest is None or storage.get(digest)


def a_frozen_text_stays_10(before: Snapshot, after: Snapshot) -> None:
    """From freezing on a text stands still, until it is reworked; from signing on for ever."""
    for text in before["pact_version"]:
        if text["state"] not in {"ready", "signed"}:
            continue
        now = after.find("pact_version", text["id"])
        if now["state"] not in {"ready", "signed"}:
            assert text["state"] == "ready"
            continue
        given = {"signed_on"} if text["state"] == "ready" else set()
        changed = {name for name in text if text[name] != now[name]} - WORKING - given
        assert not changed, changed
        if text["state"] == "signed":
            assert text["public_sha256"] == now["public_sha256"]
            assert text["public_content"] == now["public_content"]
        for table in ("section_text", "support_item"):
            assert _of_text(before[table], text) == _of_text(after[table], text)


def proposer_and_decider_differ_11(snapshot: Snapshot) -> None:
    """Who proposed takes no decision of the City on it, nor on its pact."""
    authors = {row["id"]: row["author_id"] for row in snapshot["proposal"]}
    origins = {row["id"]: row["proposal_id"] for row in snapshot["pact"]}
    for entry in snapshot["journal"]:
        kind, number = entry["subject_kind"], entry["subject_id"]
        if entry["step"] in DECISIONS.get(kind, ()):
            proposal = number if kind == "proposal" else origins[number]
            assert entry["actor_id"] is not None
            assert entry["actor_id"] != authors[proposal]


def comments_come_inside_the_window_14(before: Snapshot, after: Snapshot, town: Town) -> None:
    """What is new among the comments was written while everyone could."""
    known = {row["id"] for row in before["comment"]}
    for comment in after["comment"]:
        if comment["id"] in known or comment["is_answer"]:
            continue
        proposal = after.find("proposal", comment["proposal_id"])
        day = comment["received_on"] or town.today.isoformat()
        assert proposal["comments_from"] <= day <= proposal["comments_until"]


def one_vote_a_person_15(snapshot: Snapshot) -> None:
    """As many papers as people on the roll, as events of voting; each person once."""
    roll = Counter((row["choice_id"], row["account_id"]) for row in snapshot["choice_roll"])
    assert set(roll.values()) <= {1}
    voters = Counter(choice for choice, _ in roll)
    assert voters == Counter(row["choice_id"] for row in snapshot["ballot_paper"])
    cast = [e for e in snapshot["journal"] if (e["subject_kind"], e["step"]) == ("choice", "vote")]
    assert voters == Counter(entry["subject_id"] for entry in cast)


def _of_text(rows: Rows, text: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [row for row in rows if row["pact_version_id"] == text["id"]]


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
