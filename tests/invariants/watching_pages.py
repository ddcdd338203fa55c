"""What everyone reads must follow from the journal: pages, feed and clocks; numbers as named."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from pactregistry.workflow.lifecycle import CLOSED, OPEN, PUBLISHED
from tests.invariants.town import Snapshot, Town
from tests.invariants.watching import BY_NAME, events


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
    # A dispute whose committee never sat is only counted.
    untold = {("dispute", row["id"]) for row in snapshot["dispute"] if not row["convened_on"]}
    acts = {
        row["id"]: row["step"]
        for row in snapshot["journal"]
        if row["publishes"] and row["to_state"] != "forming"
        if (row["subject_kind"], row["subject_id"]) not in sealed | untold
    }
    fed = sorted(_fed(town))
    assert fed == sorted(acts), {number: acts.get(number) for number in {*acts} ^ {*fed}}


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
    sent = next(entry for entry in history if entry["step"] == "submit")
    first = date.fromisoformat(sent["occurred_on"])
    stopped = running = 0
    effect, since = None, today
    for entry in history:
        told = machine.clock_effect(entry["step"], entry["to_state"])
        if told is None:
            continue
        day = date.fromisoformat(entry["occurred_on"])
        if effect in {"stops", "ends"}:
            stopped += max(0, (day - since).days)
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


def _fed(town: Town) -> Iterator[int]:
    page = "/feed.json"
    while page:
        feed = town.read(page).get_json()
        for item in feed["items"]:
            yield int(item["id"].rpartition(":")[2])
        page = feed.get("next_url", "").removeprefix(town.here.base_url)
