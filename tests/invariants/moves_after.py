"""What people send after the signature: reports, costs, money, evaluations, questions, problems."""

import json
from random import Random
from typing import Any

from tests.invariants.filling import DESKS, MANAGERS, OFFICE, WORDS, Form, Move, Row, said
from tests.invariants.stages_after import cost
from tests.invariants.town import CITIZENS, EVERYONE, Town

WRITERS = ("lina", *DESKS)
TABLE = ("lina", *OFFICE)
AMOUNTS = ("0,01", "120,50", "250", "1.234,50", "900", "900,01", "0", "-5", "1.5.5", "")
KINDS = ("goods", "consumables", "services", "fees", "other", "pay")


def _piece(*names: str, **given: Any) -> Form:
    """A page of the form, opened on the revisions that stand now."""

    def form(town: Town, row: Row, chance: Random) -> dict[str, Any]:
        known = json.loads(row["revisions"])
        texts = {name: f"{chance.choice(WORDS)} {town.today}" for name in names if not given}
        drawn = {name: value(chance) for name, value in given.items()}
        return {"revision": sum(known.get(name, 0) for name in names), **texts, **drawn}

    return form


def _cost(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    return cost(
        amount=chance.choice(AMOUNTS[:6] * 2 + AMOUNTS),
        category=chance.choice(KINDS),
        fee_purpose=chance.choice(["", "design"]),
        paid_by=chance.choice(["asked_back", "asked_back", "own", "raised"]),
        own_work=chance.choice(["", "", "y"]),
        spent_on=town.today,
    )


def _cost_again(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    report = town.snapshot().find("report", row["report_id"])
    seen = json.loads(report["revisions"]).get(f"cost {row['id']}", 0)
    return {"revision": seen, **_cost(town, row, chance)}


def _verdicts(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    costs = [c for c in town.snapshot()["report_cost"] if c["report_id"] == row["id"]]
    judged = {f"verdict_{c['id']}": chance.choice(["admitted", "rejected"]) for c in costs}
    return {**judged, **{f"reason_{c['id']}": chance.choice(WORDS) for c in costs}}


def _advance(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    return {"amount": chance.choice([*AMOUNTS, "100", "100"]), "act": "PG 8/2026"}


def _of_pact(form: Form) -> Form:
    """A form that carries the version of the pact under which the row stands."""

    def of_pact(town: Town, row: Row, chance: Random) -> dict[str, Any]:
        pact = town.snapshot().find("pact", row["pact_id"])
        return {**form(town, row, chance), "version": pact["version"]}

    return of_pact


def _found(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    effect = {"text": "Neighbours meet", "sign": "positive", "reach": "direct"}
    return {
        "outcome": chance.choice(["confirm", "modify", "end"]),
        "what_changes": chance.choice(WORDS),
        "reason": chance.choice(WORDS),
        "met_on": town.today,
        "taking_part": "A walk along the street.",
        **{f"effects-0-{key}": value for key, value in effect.items()},
        "effects-0-nature": chance.choice(["tangible", ""]),
    }


def _asked(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    reports = [r["number"] for r in town.snapshot()["report"]]
    return {
        "about": chance.choice(["pact", "money", "report"]),
        "report": chance.choice(["", *reports]),
        "text": chance.choice(WORDS),
        "public_author": "A neighbour",
        "received_on": town.today,
    }


def _rated(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    return {"stars": chance.choice([1, 4, 5, 6]), "text": chance.choice(WORDS)}


WRITE, READ = "/reports/{number}/write", "/reports/{number}"
PACT, QUESTION, PROBLEM = "/pacts/{number}", "/desk/questions/{id}", "/problems/{id}"
REPORTS = (
    Move("report", "submit", f"{WRITE}/sending", WRITERS, said()),
    Move("report", "return", f"{READ}/return", DESKS, said("reason")),
    Move("report", "accept", f"{READ}/acceptance", DESKS, said()),
    Move("report", "examine_costs", f"{READ}/costs/examination", DESKS, _verdicts),
    Move("report", "settle", f"{READ}/settlement", MANAGERS, said()),
    Move("report", "withhold", f"{READ}/withholding", OFFICE, said("reason")),
    Move("report", "restore", f"{READ}/restoration", MANAGERS, said("reason")),
)
MONEY = (
    Move("pact", "grant_advance", f"{PACT}/advance", MANAGERS, _advance),
    Move("pact", "evaluate", f"{PACT}/evaluation", DESKS, _found),
    Move("pact", "close_unreported", f"{PACT}/closing-without-report", MANAGERS, said("reason")),
)
OVERSIGHT = (
    Move("question", "answer", f"{QUESTION}/answer", DESKS, said("text")),
    Move("question", "add_to_answer", f"{QUESTION}/addition", DESKS, said("text")),
    Move("question", "withhold", f"{QUESTION}/withholding", OFFICE, said("reason")),
    Move("question", "restore", f"{QUESTION}/restoration", MANAGERS, said("reason")),
    Move("problem", "take_up", f"{PROBLEM}/taking-up", TABLE, said()),
    Move("problem", "solve", f"{PROBLEM}/solution", TABLE, said("reason")),
    Move("problem", "set_aside", f"{PROBLEM}/setting-aside", DESKS, said("reason")),
    Move("problem", "take_up_again", f"{PROBLEM}/reopening", TABLE, said("reason")),
    Move("rating", "answer", "/ratings/{id}/answer", TABLE, said("text")),
    Move("rating", "withhold", "/desk/ratings/{id}/withholding", OFFICE, said("reason")),
    Move("rating", "restore", "/desk/ratings/{id}/restoration", MANAGERS, said("reason")),
    Move("yearly", "revise", "/desk/years/{year}/text", DESKS, said("words_it")),
    Move("yearly", "publish", "/desk/years/{year}/publication", MANAGERS, said()),
)
HOURS = {"value_hours_volunteer": lambda chance: chance.choice(["1.234,5", "8", "x", ""])}
# What is no step of its own, or begins a file of its own beside the one that its page names.
ASIDE = (
    Move("report", "write", f"{WRITE}/text/results", WRITERS, _piece("results")),
    Move("report", "write", f"{WRITE}/text/ideas", WRITERS, _piece("problems", "ideas")),
    Move("report", "count", f"{WRITE}/figures", WRITERS, _piece("figures", **HOURS)),
    Move("report", "cost", f"{WRITE}/costs/new", WRITERS, _cost),
    Move("report", "city", f"{READ}/city-figures", DESKS, said(value_hours_staff="12")),
    Move("report_cost", "change", "/reports/{report}/write/costs/{id}", WRITERS, _cost_again),
    Move("report_cost", "drop", "/reports/{report}/write/costs/{id}/removal", WRITERS, said()),
    Move("money_grant", "pay", "/pacts/{pact}/payments/{id}", OFFICE, _of_pact(said(order="M-7"))),
    Move("pact", "view", f"{PACT}/our-view", ("lina", "rita"), said("text")),
    Move("pact", "ask", f"{PACT}/questions/new", EVERYONE, _asked),
    Move("pact", "report", f"{PACT}/problem", CITIZENS, said("text", contact="By telephone")),
    Move("pact", "give", f"{PACT}/rating", EVERYONE, _rated),
    Move("pact", "begin", "/desk/years/{year}/beginning", DESKS, said()),
)
AFTER = (*REPORTS, *MONEY, *OVERSIGHT)
