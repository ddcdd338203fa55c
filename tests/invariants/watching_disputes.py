"""What must always hold of disputes, read from the database; numbers as in each name. Art. 33."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tests.invariants.moves_disputes import SECRET
from tests.invariants.town import OFFICERS, SECRETARIES, Snapshot, Town
from tests.invariants.watching import events

Row = Mapping[str, Any]
OPEN = {"requested", "sitting", "proposed"}
DAYS, ANSWER_DAYS = 30, 15
BELOW = ("dispute_member", "dispute_sitting", "dispute_message", "dispute_draft", "dispute_answer")


def of(snapshot: Snapshot, table: str, dispute: Row) -> list[Row]:
    """What hangs on a dispute."""
    return [row for row in snapshot[table] if row["dispute_id"] == dispute["id"]]


def sitting_in(snapshot: Snapshot, dispute: Row) -> list[Row]:
    """The members who sit today."""
    members = of(snapshot, "dispute_member", dispute)
    return [m for m in members if m["current"] and m["seated_on"]]


def days_follow_from_the_journal_16(snapshot: Snapshot) -> None:
    """Thirty days from the request, fifteen for the answers; late is what came after."""
    for dispute in snapshot["dispute"]:
        told = {entry["step"]: entry for entry in events(snapshot)["dispute", dispute["id"]]}
        asked = date.fromisoformat(told["request"]["occurred_on"])
        assert dispute["requested_on"] == asked.isoformat()
        assert dispute["propose_by"] == (asked + timedelta(days=DAYS)).isoformat()
        assert bool(dispute["convened_on"]) is ("convene" in told)
        assert (dispute["state"] not in OPEN) is bool(dispute["closed_on"])
        if "propose" in told:
            made = date.fromisoformat(told["propose"]["occurred_on"])
            assert dispute["proposed_on"] == made.isoformat()
            assert dispute["answer_by"] == (made + timedelta(days=ANSWER_DAYS)).isoformat()
            late = (made - date.fromisoformat(dispute["propose_by"])).days
            assert json.loads(told["propose"]["facts"])["days_late"] == max(0, late)


def three_seats_one_member_each(snapshot: Snapshot) -> None:
    """At most one current member a seat, each another person. Art. 33(1)."""
    for dispute in snapshot["dispute"]:
        current = [m for m in of(snapshot, "dispute_member", dispute) if m["current"]]
        assert len({m["chair"] for m in current}) == len(current) <= 3
        assert len({m["email"] for m in current}) == len(current)
        people = [m["account_id"] for m in current if m["account_id"]]
        assert len(set(people)) == len(people)


def nobody_excluded_takes_a_seat(before: Snapshot, after: Snapshot, town: Town) -> None:
    """Who says yes is of no side, no office, no party and no secretary. Art. 33(1)."""
    sat = {m["id"] for m in before["dispute_member"] if m["seated_on"]}
    officials = {town.ids[name] for name in (*OFFICERS, *SECRETARIES)} - {
        # An opinion may be asked of them; here none was, and they have no step in the file.
        town.ids["green"],
        town.ids["president"],
    }
    for member in after["dispute_member"]:
        if member["seated_on"] is None or member["id"] in sat:
            continue
        dispute = after.find("dispute", member["dispute_id"])
        sides = {dispute["author_id"], dispute["third_account_id"], town.ids["lina"]}
        joined = {row["account_id"] for row in after["adherent"]}
        assert member["account_id"] not in officials | sides | joined
        assert member["chair"] != "JOINT" or member["agreed_on"]


def one_voice_a_seat_and_text_15(before: Snapshot, after: Snapshot) -> None:
    """A vote is a sitting member's, one on a text; the proposal has two of three."""
    voices = Counter((vote["text_id"], vote["member_id"]) for vote in after["dispute_vote"])
    assert set(voices.values()) <= {1}
    known = {vote["id"] for vote in before["dispute_vote"]}
    for vote in after["dispute_vote"]:
        if vote["id"] not in known:
            text = before.find("dispute_text", vote["text_id"])
            dispute = before.find("dispute", text["dispute_id"])
            assert dispute["state"] == "sitting"
            assert not text["taken_back"]
            assert vote["member_id"] in {m["id"] for m in sitting_in(before, dispute)}
    for dispute in before["dispute"]:
        if (dispute["state"], after.find("dispute", dispute["id"])["state"]) == (
            "sitting",
            "proposed",
        ):
            text = of(before, "dispute_text", dispute)[-1]
            seated = {m["id"] for m in sitting_in(before, dispute)}
            votes = [v for v in after["dispute_vote"] if v["text_id"] == text["id"]]
            assert sum(v["in_favour"] for v in votes if v["member_id"] in seated) >= 2


def a_text_put_to_the_vote_stands_10(before: Snapshot, after: Snapshot) -> None:
    """Its words never change, nor the votes on it; its digest is that of its words."""
    for text in before["dispute_text"]:
        now = after.find("dispute_text", text["id"])
        for name in ("dispute_id", "ordinal", "text", "effect", "fixed_at", "digest"):
            assert now[name] == text[name]
        assert not text["sha256"] or now["sha256"] == text["sha256"]
    for text in after["dispute_text"]:
        number = after.find("dispute", text["dispute_id"])["number"]
        told = {
            "dispute": number,
            "effect": text["effect"].lower(),
            "text": text["ordinal"],
            "words": text["text"],
        }
        words = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert text["digest"] == hashlib.sha256(words.encode()).hexdigest()
    assert after["dispute_vote"][: len(before["dispute_vote"])] == before["dispute_vote"]


def what_is_closed_stays(before: Snapshot, after: Snapshot) -> None:
    """Nothing is written, answered or voted in a dispute that has ended."""
    for dispute in before["dispute"]:
        if dispute["state"] not in OPEN:
            for table in BELOW:
                assert of(before, table, dispute) == of(after, table, dispute), table
            kept = ("state", "closed_on", "proposed_on", "third_left_on", "what_is_asked")
            now = after.find("dispute", dispute["id"])
            assert [now[name] for name in kept] == [dispute[name] for name in kept]


def each_party_answers_once(snapshot: Snapshot) -> None:
    """One answer a party; settled if and only if all who take part accepted. Art. 33(2)."""
    for dispute in snapshot["dispute"]:
        answers = of(snapshot, "dispute_answer", dispute)
        assert len({a["side"] for a in answers}) == len(answers)
        assert not answers or dispute["proposed_on"]
        named = dispute["asked_by"] == "THIRD" or dispute["third_name"]
        parties = {"CITIZENS", "CITY"}
        parties |= {"THIRD"} if named and not dispute["third_left_on"] else set()
        accepted = {a["side"] for a in answers if a["accepted"]}
        if dispute["state"] == "settled":
            assert parties <= accepted
        if dispute["state"] == "proposed":
            assert parties - {a["side"] for a in answers}


def a_settlement_opens_one_version(snapshot: Snapshot) -> None:
    """One that changes the pact opened exactly one version, any other none. Art. 33(2)."""
    opened = [e for e in snapshot["journal"] if e["step"] == "amend_by_settlement"]
    ended = [e for e in snapshot["journal"] if e["step"] == "agree_to_end"]
    wanted: dict[str, list[str]] = {"amend": [], "end": [], "nothing": []}
    for entry in snapshot["journal"]:
        if (entry["subject_kind"], entry["step"]) == ("dispute", "settle"):
            dispute = snapshot.find("dispute", entry["subject_id"])
            told = json.loads(entry["facts"])
            text = [t for t in of(snapshot, "dispute_text", dispute) if t["sha256"]][-1]
            assert told["effect"] == text["effect"].lower()
            if "held_up" not in told:
                wanted[told["effect"]].append(dispute["number"])
    assert [json.loads(e["facts"])["dispute"] for e in opened] == wanted["amend"]
    assert [json.loads(e["facts"])["dispute"] for e in ended] == wanted["end"]
    steps = [e["step"] for e in snapshot["journal"] if e["subject_kind"] == "version"]
    assert steps.count("open_by_settlement") == len(opened)


def no_mail_tells_what_is_said_19(before: Snapshot, after: Snapshot) -> None:
    """No mail holds a private word of a dispute, nor two lines in its subject."""
    for mail in after["mail"][len(before["mail"]) :]:
        assert SECRET not in mail["subject"] + mail["text"], mail["subject"]
        assert "\n" not in mail["subject"]
