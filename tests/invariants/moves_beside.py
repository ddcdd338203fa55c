"""What people send beside proposals and pacts: votes, care, loans, commons, who joins a pact."""

import json
from datetime import timedelta
from random import Random
from typing import Any

from tests.invariants.filling import DESKS, MANAGERS, OFFICE, WORDS, Move, Row, said
from tests.invariants.town import CITIZENS, EVERYONE, Town

JOINERS = ("rita", "nino")


def _ballot(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    options = [o["id"] for o in town.snapshot()["choice_option"] if o["choice_id"] == row["id"]]
    return {"option": chance.choice([*options, "blank"])}


def _called(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    opens = town.today + timedelta(days=chance.choice([1, 1, 0]))
    return {"kind": "ballot", "opens_on": opens, "closes_on": opens + timedelta(days=9)}


def announced(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    """An activity in one of two places, some days ahead."""
    return {
        "ordinal": row["ordinal"],
        "place": chance.choice(["Giardino dei Tigli", "Via Lunga"]),
        "heritage": "no",
        "consent": "yes",
        "happens_on": town.today + timedelta(days=chance.choice([0, 3, 9])),
        "items": chance.choice([2, 3, 4]),
        "people_count": 1,
        "accepts": "y",
        "risk_read": "y",
        "wants_kit": chance.choice(["y", ""]),
    }


def _done(town: Town, row: Row, _chance: Random) -> dict[str, Any]:
    return {"done_on": town.today, "items_done": row["items"]}


def _longer(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    return {"until": town.today + timedelta(days=chance.choice([1, 20]))}


def _returned(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    lines = [line for line in town.snapshot()["loan_line"] if line["loan_id"] == row["id"]]
    counts = {f"came_back_{line['id']}": chance.choice([line["quantity"], 0]) for line in lines}
    return {"condition": chance.choice(WORDS), **counts}


def entry(town: Town, _row: Row | None, _chance: Random | None) -> dict[str, Any]:
    """An entry of the list as the office types it."""
    return {
        "name": "Campo Stella",
        "kind": "public_space",
        "description": "A field with a fence.",
        "aims": "Play, sport and neighbours' feasts.",
        "district": "fiume",
        "place": "Campo Stella",
        "owner_kind": "city",
        "occurred_on": town.today,
    }


def _of_pact(**given: Any) -> Any:
    """A form of the pact's page, under a request or a person of it."""

    def form(town: Town, row: Row, chance: Random) -> dict[str, Any]:
        pact = town.snapshot().find("pact", row["pact_id"])
        return {"version": pact["version"], "reasons": chance.choice(WORDS), **given}

    return form


def _points(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    page = town.read(f"/desk/calls/{row['call_id']}/scores/{row['number']}", "desk").text
    seen = page.split('name="digest_seen" type="hidden" value="')[-1].split('"')[0]
    call = next((c for c in town.snapshot()["call"] if c["id"] == row["call_id"]), None)
    keys = [criterion["key"] for criterion in json.loads(call["criteria"])] if call else []
    points = {f"points_{key}": chance.choice([7, 7, 9, 99]) for key in keys}
    return {"digest_seen": seen, **points, **{f"sentence_{key}": "Because." for key in keys}}


def _decided(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    entries = [p["number"] for p in town.snapshot()["proposal"] if p["call_id"]]
    return {"chosen": [chance.choice(entries)] if entries else [], "reason": chance.choice(WORDS)}


def _extended(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    ahead = chance.choice([40, 60, 1])
    return {"closes_on": town.today + timedelta(days=ahead), "reason": chance.choice(WORDS)}


CALLS = (
    Move("call", "extend", "/desk/calls/{id}/extension", MANAGERS, _extended),
    Move("call", "decide", "/desk/calls/{id}/decision", MANAGERS, _decided),
    Move("call", "withdraw", "/desk/calls/{id}/withdrawal", MANAGERS, said("texts-0")),
    Move("call", "withhold", "/desk/calls/{id}/withholding", OFFICE, said("reason")),
    Move("call", "restore", "/desk/calls/{id}/restoration", MANAGERS, said("reason")),
)
CHOICES = (
    Move("choice", "vote", "/choices/{number}/vote", EVERYONE, _ballot),
    Move("choice", "count", "/desk/choices/{number}/count", DESKS, said("minutes")),
    Move("choice", "cancel", "/desk/choices/{number}/cancellation", DESKS, said("reason")),
)
OTHER_CHOICES = (Move("competition", "call", "/desk/competitions/{number}/choice", DESKS, _called),)
CARE = (
    Move("activity", "report_done", "/activities/{number}/done", CITIZENS, _done),
    Move("activity", "cancel", "/activities/{number}/cancellation", CITIZENS, said("reason")),
    Move("activity", "stop", "/activities/{number}/stop", OFFICE, said("texts-0")),
    Move("activity", "withhold", "/activities/{number}/withholding", OFFICE, said("reason")),
    Move("activity", "restore", "/activities/{number}/restoration", MANAGERS, said("reason")),
    Move("module", "retire", "/desk/modules/{key}/{ordinal}/retirement", MANAGERS, said("reason")),
)
LOANS = (
    Move("loan", "hand_over", "/loans/{number}/hand-over", DESKS, said("condition")),
    Move("loan", "take_back", "/loans/{number}/return", DESKS, _returned),
    Move("loan", "prolong", "/loans/{number}/prolongation", DESKS, _longer),
    Move("loan", "declare_lost", "/loans/{number}/loss", DESKS, said("reason")),
    Move("loan", "call_off", "/loans/{number}/calling-off", ("rita", *DESKS), said("reason")),
)
COMMONS = (
    Move("commons", "list", "/desk/commons/{id}/listing", DESKS, entry),
    Move("commons", "revise", "/desk/commons/{id}/revision", DESKS, entry),
    Move("commons", "withdraw", "/desk/commons/{id}/withdrawal", DESKS, said("reason")),
    Move("commons", "withhold", "/desk/commons/{id}/withholding", OFFICE, said("reason")),
    Move("commons", "restore", "/desk/commons/{id}/restoration", MANAGERS, said("reason")),
)
TABLE = ("lina", *DESKS)
# What takes a step of another file than the one that its page names, or none at all.
ASIDE = (
    *OTHER_CHOICES,
    Move("proposal", "score", "/desk/calls/{call_id}/scores/{number}", DESKS, _points),
    Move("proposal", "go_on_alone", "/proposals/{number}/alone", CITIZENS, said()),
    Move("module", "announce", "/modules/{key}/activity", CITIZENS, announced),
    Move("join_request", "admit", "/pacts/{pact}/joining/{id}", TABLE, _of_pact(alone="y")),
    Move("join_request", "say_yes", "/pacts/{pact}/joining/{id}", TABLE, _of_pact()),
    Move("join_request", "decline", "/pacts/{pact}/joining/{id}/refusal", TABLE, _of_pact()),
    Move("join_request", "take_back", "/pacts/{pact}/joining/{id}/withdrawal", JOINERS, said()),
    Move("adherent", "leave", "/pacts/{pact}/leaving", JOINERS, _of_pact()),
    Move("adherent", "announce", "/pacts/{pact}/people/a{id}/exclusion", TABLE, _of_pact()),
    Move("exclusion", "exclude", "/pacts/{pact}/exclusions/{id}", TABLE, _of_pact(alone="y")),
    Move("exclusion", "drop", "/pacts/{pact}/exclusions/{id}/end", TABLE, said()),
)
BESIDE = (*CALLS, *CHOICES, *CARE, *LOANS, *COMMONS)
