"""What must always hold, read from the database and the public pages; numbers as in each name.

The events chain by state (4): from each one's end the next begins. That each holds the fingerprint
of the one before comes with the evidence of the journal.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from typing import Any

from pactregistry.documents import storage
from pactregistry.workflow.lifecycle import CLOSED, MACHINES, OPEN, PUBLISHED
from tests.invariants.town import Rows, Snapshot, Town

TABLES = {"version": "pact_version"}
BY_NAME = {machine.name: machine for machine in MACHINES}
# What the City decides: never by who proposed (11).
DECISIONS = {
    "proposal": {"warn", "refuse", "accept", "resolve", "award", "declare_competing"},
    "pact": {"conclude", "suspend", "resume", "terminate", "revoke", "reinstate", "settle_breach"},
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


def published_if_and_only_if_signed_12(snapshot: Snapshot, town: Town) -> None:
    """Everyone reads a pact that all signed, and its file; one withheld says so.

    Of a text that was given up everyone reads that it was, never the text; of others nobody hears.
    """
    for pact in snapshot["pact"]:
        texts = [t for t in snapshot["pact_version"] if t["pact_id"] == pact["id"]]
        signed = any(t["state"] == "signed" and _all_signed(snapshot, t) for t in texts)
        told = pact["state"] in PUBLISHED and not pact["withheld"]
        page, file = (f"/pacts/{pact['number']}{suffix}" for suffix in ("", ".pdf"))
        assert signed or pact["state"] in {"forming", "ended"}
        assert (town.read(page).status_code == HTTPStatus.OK) is told, (pact["number"], texts)
        assert (town.read(file).status_code == HTTPStatus.OK) is (told and signed)
        assert (f'href="{page}"' in town.read("/pacts/").text) is told
        if pact["withheld"]:
            entry = [e for e in snapshot["journal"] if e["step"] == "withhold"][-1]
            assert entry["reason"] or json.loads(entry["private"])


def each_publication_stands_once_in_the_feed_13(snapshot: Snapshot, town: Town) -> None:
    """The feed, read to its end, names each publication act once and nothing else."""
    # What is corrected on a pact that is still being written stays between its parties.
    # An answer is sealed while its call takes others.
    sealed = {("proposal", row["id"]) for row in snapshot["proposal"] if _is_sealed(snapshot, row)}
    acts = {
        row["id"]: row["step"]
        for row in snapshot["journal"]
        if row["publishes"] and row["to_state"] != "forming"
        if (row["subject_kind"], row["subject_id"]) not in sealed
    }
    fed = sorted(_fed(town))
    assert fed == sorted(acts), {number: acts.get(number) for number in {*acts} ^ {*fed}}


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


def deadlines_follow_from_the_journal_16_18(snapshot: Snapshot, town: Town) -> None:
    """What the page tells of a clock, counted again day by day from events and announced days."""
    found = events(snapshot)
    for proposal in snapshot["proposal"]:
        if proposal["number"] is None or proposal["withheld"] or _is_sealed(snapshot, proposal):
            continue
        told = town.read(f"/proposals/{proposal['number']}.json").get_json()
        stopped, running = _counted(found["proposal", proposal["id"]], town.today)
        term = proposal["announced_days"]
        clock = told["clock"]
        assert clock["elapsed_days"] == running
        assert clock["term_days"] == term
        is_open = proposal["state"] in OPEN
        assert told["state"] == proposal["state"]
        if term is None:
            assert clock["due"] is None
            continue
        opened = date.fromisoformat(proposal["submitted_on"])
        due = opened + timedelta(days=term + stopped)
        assert clock["due"] == due.isoformat()
        late = is_open and proposal["state"] != "incomplete" and town.today > due
        if late:
            assert clock["state"] == "late"
            assert clock["late_days"] == (town.today - due).days > 0
            page = town.read(f"/proposals/{proposal['number']}").text
            assert f"Late by {clock['late_days']} day" in page
        elif is_open:
            assert clock["state"] in {"running", "stopped"}
        else:
            assert proposal["state"] in CLOSED
            assert clock["state"] == "ended"


def _counted(history: list[Mapping[str, Any]], today: date) -> tuple[int, int]:
    """The days on which the clock stood still and those on which it ran, since it began."""
    machine = BY_NAME["proposal"]
    stopped = running = 0
    effect, since = None, today
    for entry in history:
        told = machine.clock_effect(entry["step"], entry["to_state"])
        if told is None:
            continue
        day = date.fromisoformat(entry["occurred_on"])
        if effect in {"stops", "ends"}:
            stopped += max(0, (day - since).days)
        first = date.fromisoformat(next(e for e in history if e["step"] == "submit")["occurred_on"])
        # A stop that goes on from a closed file counts from the later day.
        effect, since = told.value, day
        running = (day - first).days - stopped
    if effect == "stops":
        stopped += (today - since).days
    elif effect in {"starts", "resumes"}:
        running = (today - first).days - stopped
    return stopped, running


def _is_sealed(snapshot: Snapshot, proposal: Mapping[str, Any]) -> bool:
    calls = {row["id"]: row["state"] for row in snapshot["call"]}
    return calls.get(proposal["call_id"]) == "open"


def _all_signed(snapshot: Snapshot, text: Mapping[str, Any]) -> bool:
    places = [s["id"] for s in snapshot["signatory"] if s["pact_version_id"] == text["id"]]
    given = {
        s["signatory_id"]
        for s in snapshot["signature"]
        if s["voided_at"] is None and s["sha256"] == text["original_sha256"]
    }
    return bool(places) and set(places) <= given


def _of_text(rows: Rows, text: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [row for row in rows if row["pact_version_id"] == text["id"]]


def _fed(town: Town) -> Iterator[int]:
    page = "/feed.json"
    while page:
        feed = town.read(page).get_json()
        for item in feed["items"]:
            yield int(item["id"].rpartition(":")[2])
        page = feed.get("next_url", "").removeprefix(town.here.base_url)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
