"""Stages after the signature: money stated in the text, a report due, one sent, a pact over."""

from typing import Any

from tests.invariants.town import Town

PACT, REPORT = "2026-0001", "2026-R-0001"
CEILING, ADVANCE = "900.00", "300.00"
STAGES = ("due", "sent_report", "sent_report", "over")


def state_money(town: Town) -> None:
    """The text in co-design states money of the City, and a report every six months."""
    codesign = f"/pacts/{PACT}/codesign"

    def write(page: str, **typed: Any) -> None:
        seen = town.snapshot()["pact_version"][-1]["version"]
        town.post("desk", f"{codesign}/{page}", version=seen, **typed)

    money = {"kind": "money", "description": "Soil and paint", "amount_ceiling": CEILING}
    write("supports", **{f"supports-0-{name}": value for name, value in money.items()})
    write("supports/1", why_not_in_kind="None in store.", advance=ADVANCE)
    chosen = ["hours_volunteer", "people_active"]
    write("conditions/reporting", every_months=6, indicators=chosen)


def play(town: Town) -> None:
    """Play these stages from the pact in force and keep each."""
    town.begin("active")
    town.wait(190)
    town.sweep()
    town.keep("due")
    town.begin("due")
    grant_advance(town)
    write_and_send(town)
    ask(town)
    town.keep("sent_report")
    town.begin("active")
    town.wait(800)
    town.sweep()
    town.keep("over")


def pact_version(town: Town) -> int:
    """The version that a form of the pact opened now carries."""
    return next(int(r["version"]) for r in town.snapshot()["pact"] if r["number"] == PACT)


def grant_advance(town: Town) -> None:
    """Two thirds of the agreed advance, not paid yet."""
    form = {"version": pact_version(town), "occurred_on": town.today}
    town.post("manager", f"/pacts/{PACT}/advance", amount="200,00", act="PG 7/2026", **form)


def cost(**typed: Any) -> dict[str, Any]:
    """A cost as it is typed."""
    return {
        "description": "Soil",
        "amount": "120,50",
        "category": "goods",
        "fee_purpose": "",
        "paid_by": "asked_back",
        **typed,
    }


def write_and_send(town: Town) -> None:
    """A report with a text, figures and three costs, sent today."""
    write = f"/reports/{REPORT}/write"
    town.post("lina", f"{write}/text/results", revision=0, results="Eleven beds in flower.")
    figures = {"value_hours_volunteer": "312,5", "value_people_active": "14"}
    town.post("lina", f"{write}/figures", revision=0, **figures)
    fees = {"category": "fees", "fee_purpose": "design", "amount": "400"}
    work = {"category": "services", "own_work": "y", "amount": "80,01"}
    for each in (cost(), cost(**fees), cost(**work)):
        town.post("lina", f"{write}/costs/new", spent_on=town.today, **each)
    seen = next(r["version"] for r in town.snapshot()["report"] if r["number"] == REPORT)
    town.post("lina", f"{write}/sending", version=seen, occurred_on=town.today)


def ask(town: Town) -> None:
    """A question of the public, a problem at the place, a rating of it."""
    town.post("rita", f"/pacts/{PACT}/questions/new", about="money", text="Who paid the soil?")
    town.post("nino", f"/pacts/{PACT}/problem", text="The tap by the fountain leaks.")
    town.post("nino", f"/pacts/{PACT}/rating", stars=4, text="Well kept.")
