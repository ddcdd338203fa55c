"""Where random walks begin: stages played through the pages, each going on from one before."""

from datetime import timedelta
from typing import Any

from pactregistry.database import db
from pactregistry.people.models import Account
from tests.invariants import stages_after
from tests.invariants.town import Town
from tests.pacts.cases import code_of

REASON = (
    "Since March the beds were not watered, and the plants that the City gave have died, "
    "as the gardener noted on three visits."
)
STAGES = (
    "sent",
    "inquiry",
    "competing",
    "ballot",
    "codesign",
    "ready",
    "signed",
    "active",
    "care",
    "call",
)
PROPOSAL, PACT = "2026-P-0001", "2026-0001"


def play(town: Town) -> None:
    """Play every stage and keep it."""
    town.keep("empty")
    town.begin("empty")
    send_proposal(town, "lina", group_id=town.group_id)
    town.keep("sent")
    town.begin("sent")
    open_inquiry(town, PROPOSAL)
    town.keep("inquiry")
    town.begin("inquiry")
    send_proposal(town, "nino", title="A garden in Via Lunga")
    open_inquiry(town, "2026-P-0002")
    number = {"version": version_of(town, "proposal", PROPOSAL), "others": ["2026-P-0002"]}
    page = f"/desk/proposals/{PROPOSAL}/competition"
    town.post("desk", page, occurred_on=town.today, **number)
    town.keep("competing")
    town.begin("competing")
    first, last = town.today + timedelta(days=1), town.today + timedelta(days=10)
    ballot = {"kind": "ballot", "opens_on": first, "closes_on": last}
    town.post("desk", "/desk/competitions/2026-K-0001/choice", occurred_on=town.today, **ballot)
    town.wait(2)
    town.sweep()
    town.keep("ballot")
    town.begin("inquiry")
    town.wait(30)
    accept(town, PROPOSAL)
    stages_after.state_money(town)
    town.keep("codesign")
    town.begin("codesign")
    agree_and_freeze(town)
    town.keep("ready")
    town.begin("ready")
    sign(town, "lina")
    sign(town, "manager")
    town.keep("signed")
    town.begin("signed")
    town.wait(2)
    town.sweep()
    town.keep("active")
    town.begin("inquiry")
    offer_care(town)
    town.keep("care")
    town.begin("empty")
    answer_call(town)
    town.keep("call")


def version_of(town: Town, table: str, number: str) -> int:
    """The version that a form opened now carries."""
    return next(int(r["version"]) for r in town.snapshot()[table] if r["number"] == number)


def send_proposal(town: Town, who: str, begun: str = "/proposals/new", **typed: Any) -> None:
    """Write a light proposal, or an answer to a call, and send it."""
    kind = "informal_group" if "group_id" in typed else "person"
    town.post(who, begun, intensity="continuous", proposer_kind=kind)
    draft = town.snapshot()["proposal"][-1]
    usual = {
        "version": draft["version"],
        "title": "Flowerbeds of Via Lunga",
        "summary": "Twelve flowerbeds",
        "description": "Watering, weeding, planting.",
        "place": "Via Lunga",
        "go": "check",
    }
    town.post(who, f"/drafts/{draft['id']}", **usual | typed)
    seen = town.snapshot()["proposal"][-1]["version"]
    town.post(who, f"/drafts/{draft['id']}/submission", version=seen)


def inquiry_form(town: Town, number: str) -> dict[str, Any]:
    """The inquiry as the office announces it, with the text as it reads now."""
    page = town.read(f"/desk/proposals/{number}/inquiry", "desk").text
    digest = page.split('name="digest_read" value="')[-1].split('"')[0]
    return {
        "days": 45,
        "offices": ["green"],
        "opinion_days": 20,
        "comments_from": town.today,
        "comment_days": 15,
        "digest_read": digest,
    }


def open_inquiry(town: Town, number: str) -> None:
    """Open the inquiry of a proposal today."""
    form = {"version": version_of(town, "proposal", number), "occurred_on": town.today}
    town.post("desk", f"/desk/proposals/{number}/inquiry", **form | inquiry_form(town, number))


def offer_care(town: Town) -> None:
    """Brushes to lend, a module in force, an activity authorised, a place on the list."""
    town.post("desk", "/desk/things/new", name="brushes", quantity=4, offered="y")
    module = {
        "key": "small-repairs",
        "titles_it": "Small furniture repair",
        "scopes_it": "Repaint or mend up to three benches.",
        "terms_it": "Water paint only, and the colour that is there.",
        "risk_sheets_it": "Wear gloves. Open the tins in the open air.",
        "items_it": "benches",
        "most_items": 3,
        "no_heritage": "y",
        "loan_days": 7,
        "fetch_days": 2,
        "kit_1": 2,
    }
    town.post("desk", "/desk/modules/new", **module)
    act = {"version": town.snapshot()["module"][-1]["version"], "act": "P.G. 100/2026"}
    town.post("manager", "/desk/modules/small-repairs/1/publication", **act)
    activity = {
        "ordinal": 1,
        "place": "Giardino dei Tigli",
        "heritage": "no",
        "happens_on": town.today + timedelta(days=12),
        "items": 2,
        "people_count": 1,
        "accepts": "y",
        "risk_read": "y",
        "wants_kit": "y",
    }
    town.post("rita", "/modules/small-repairs/activity", **activity)
    place = {"name": "The old washhouse", "kind": "building", "district": "collina"}
    town.post("nino", "/commons/new", **place)


def answer_call(town: Town) -> None:
    """A call for one place, open for a month, with the answers of two people."""
    call = {
        "title": "The old pump house",
        "summary": "Who keeps it open?",
        "text": "We look for people who open the pump house each week.",
        "theme": "culture",
        "district": "centro",
        "act": "determination 112 of 2 March 2026",
        "closes_on": town.today + timedelta(days=29),
        "closes_hour": "12:00",
        "places_offered": 1,
        "criteria-0-label": "Openness to all",
        "criteria-0-highest": 10,
    }
    town.post("desk", "/desk/calls/new", **call)
    seen = town.snapshot()["call"][-1]["version"]
    town.post("manager", "/desk/calls/1/opening", version=seen, occurred_on=town.today)
    number = town.snapshot()["call"][-1]["number"]
    for who in ("rita", "nino"):
        send_proposal(town, who, f"/calls/{number}/answer", title=f"The idea of {who}")


def accept(town: Town, number: str) -> None:
    """Accept a proposal today."""
    form = {"version": version_of(town, "proposal", number), "occurred_on": town.today}
    town.post("desk", f"/desk/proposals/{number}/acceptance", **form)


def revisions(town: Town, version_id: int) -> dict[str, Any]:
    """The sections of a text as somebody read them just now."""
    return {
        f"revision_{row['letter']}": row["revision"]
        for row in town.snapshot()["section_text"]
        if row["pact_version_id"] == version_id
    }


def agree_and_freeze(town: Town) -> None:
    """Both sides agree; the desk freezes the text for two years from tomorrow."""
    start = town.today + timedelta(days=1)
    text = town.snapshot()["pact_version"][-1]
    terms = {"starts_on": start, "ends_on": start + timedelta(days=730)}
    page = f"/pacts/{PACT}/codesign"
    usual = {"version": text["version"], "withdrawal_notice_days": 30}
    town.post("desk", f"{page}/terms", **usual | terms)
    for who in ("lina", "desk"):
        town.post(who, f"{page}/agreement", **revisions(town, text["id"]))
    seen = town.snapshot()["pact_version"][-1]["version"]
    town.post("desk", f"/pacts/{PACT}/freezing", version=seen)


def signature_form(town: Town, who: str, number: str) -> dict[str, Any]:
    """What a person sends to sign, the page on duties confirmed and the code read now."""
    town.browsers[who].post(f"/pacts/{number}/duties")
    pact = next(row for row in town.snapshot()["pact"] if row["number"] == number)
    texts = [row for row in town.snapshot()["pact_version"] if row["pact_id"] == pact["id"]]
    account = db.session.get_one(Account, town.ids[who])
    code = ""
    if account.tf_totp_secret:
        account.tf_last_counter = None  # as if half a minute had passed since the last one
        db.session.commit()
        code = code_of(account)
    digest = texts[-1]["original_sha256"] or ""
    return {"digest": digest, "kind": "here", "onerous": "yes", "code": code}


def sign(town: Town, who: str) -> None:
    """Sign the pact here."""
    town.post(who, f"/pacts/{PACT}/signature", **signature_form(town, who, PACT))
