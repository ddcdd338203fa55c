"""What people send in a dispute: to ask, to name, to sit, to write, to vote, to answer. Art. 33."""

from datetime import timedelta
from random import Random
from typing import Any

from tests.invariants.filling import DESKS, MANAGERS, Form, Move, Row, said
from tests.invariants.moves import PACTS
from tests.invariants.town import SAGES, SECRETARIES, Town

# In all that is private: in no mail, on no page of everyone.
SECRET = "Rosmunda-Quarantadue"
PRIVATE = (*[f"The tap of {SECRET} stays shut in the evening."] * 8, " ", "")
NEIGHBOURS = ("rita", "nino")
SECRETARY = tuple(SECRETARIES)
SIDES = ("lina", *MANAGERS, *NEIGHBOURS)
PARTIES = (*SIDES, *DESKS)
COMMITTEE = (*SAGES, *SECRETARY)
NUMBER = "/disputes/{number}"


def address(name: str) -> str:
    """Where somebody of the town is written to."""
    return f"{name}@people.example"


def privately(*names: str, **given: Any) -> Form:
    """A form of private words."""

    def form(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
        return {**given, **{name: chance.choice(PRIVATE) for name in names}}

    return form


def request_form(town: Town, who: str, chance: Random) -> dict[str, Any]:
    """A request, as a side of the pact, a neighbour or the desk types it."""
    form: dict[str, Any] = {
        "matter": chance.choice(["pact", "decision", "damage"]),
        "what_happened": chance.choice(PRIVATE),
        "what_is_asked": chance.choice(PRIVATE),
    }
    if who not in NEIGHBOURS and chance.random() < 0.4:
        named = chance.choice([*NEIGHBOURS, *NEIGHBOURS, "unknown", "lina"])
        form |= {"third_name": f"Vicina {SECRET}", "third_email": address(named)}
    if who in DESKS:
        came_on = town.today - timedelta(days=chance.choice([0, 0, 2, -1]))
        form |= {"on_behalf": chance.choice(["citizens", "third"]), "received_on": came_on}
        if chance.random() < 0.5:
            form |= {"third_name": f"Vicina {SECRET}", "third_contact": f"Via {SECRET} 2"}
    return form


def _naming(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    whom = chance.choice([*SAGES * 2, *NEIGHBOURS, "lina", "desk", "sira", "unknown"])
    letter = {"letter": f"P.G. 9 {SECRET}"}
    return {"name": f"{whom.title()} {SECRET}", "email": address(whom), **letter}


def _leaving(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    return {"reason": chance.choice(PRIVATE), "letter": f"P.G. 10 {SECRET}"}


def _sitting(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    held_on = town.today + timedelta(days=chance.choice([0, 0, 1, 5, -1]))
    return {"held_on": held_on, "at": "18:30", "place": f"Hall of {SECRET}"}


def _minutes(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    heard = chance.sample(["citizens", "city", "third"], chance.choice([1, 2, 2]))
    seen = town.snapshot().find("dispute", row["dispute_id"])["version"]
    return {"version": seen, "heard": heard, "text": chance.choice(PRIVATE)}


def draft_of(town: Town, row: Row) -> Row:
    """What the committee of a dispute writes; nothing before it began."""
    drafts = [d for d in town.snapshot()["dispute_draft"] if d["dispute_id"] == row["id"]]
    return drafts[0] if drafts else {"text": "", "revision": 0}


def _drafted(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    return {
        "revision": draft_of(town, row)["revision"] - chance.choice([0, 0, 0, 1]),
        "text": f"{chance.choice(PRIVATE)} {town.today}",
        "effect": chance.choice(["nothing", "amend", "amend", "end"]),
    }


def _put_to_vote(town: Town, row: Row, _chance: Random) -> dict[str, Any]:
    return {"revision": draft_of(town, row)["revision"]}


def _vote(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    texts = [t for t in town.snapshot()["dispute_text"] if t["dispute_id"] == row["id"]]
    digest = chance.choice(texts[-1:] * 5 + texts)["digest"] if texts else ""
    voice = chance.choice(["yes", "yes", "yes", "no"])
    return {"digest": digest, "voice": voice, "dissent": chance.choice(PRIVATE)}


def _on_paper(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    side = chance.choice(["citizens", "third", "city"])
    return {"side": side, "words": chance.choice(PRIVATE), "letter": f"P.G. 11 {SECRET}"}


def _step(step: str, page: str, who: tuple[str, ...], form: Form) -> Move:
    return Move("dispute", step, f"{NUMBER}/{page}", who, form)


# Who names for which seat; the third party where there is one.
NAMERS = {
    "citizens": ("lina", *DESKS),
    "city": MANAGERS,
    "joint": SIDES,
}
FORMING = (
    *(_step("designate", f"seats/{chair}/naming", who, _naming) for chair, who in NAMERS.items()),
    *(
        _step("replace_member", f"seats/{chair}/replacement", (*who, *SECRETARY), _leaving)
        for chair, who in NAMERS.items()
    ),
    _step("agree_on_third", "third-member/agreement", PARTIES, _leaving),
    _step("object_to_third", "third-member/objection", PARTIES, _leaving),
    _step("take_seat", "seat", SAGES, privately(no_part="y")),
    _step("leave_seat", "seat/leaving", SAGES, privately("reason")),
    _step("convene", "convening", SECRETARY, privately()),
)
WORK = (
    _step("call_sitting", "sittings/new", COMMITTEE, _sitting),
    _step("put_to_vote", "text", SAGES, _put_to_vote),
    _step("take_back", "taking-back", SAGES, privately()),
    _step("vote", "vote", SAGES, _vote),
    _step("propose", "proposal", SAGES, privately()),
    _step("close_without_proposal", "no-proposal", SECRETARY, privately("reason")),
)
ENDING = (
    _step("accept", "acceptance", SIDES, privately("words")),
    _step("decline", "refusal", SIDES, privately("words")),
    _step("accept", "acceptance/paper", DESKS, _on_paper),
    _step("decline", "refusal/paper", DESKS, _on_paper),
    _step("leave", "leaving", (*NEIGHBOURS, *DESKS), privately("reason")),
    _step("withdraw", "withdrawal", PARTIES, privately("reason")),
)
# What is no step, or a step of the pact; minutes belong to a sitting.
ASIDE = (
    _step("write", "messages", (*PARTIES, *COMMITTEE), privately("text", to_committee="all")),
    _step("write", "messages", SAGES, privately("text", to_committee="y")),
    _step("draft", "draft", SAGES, _drafted),
    _step("end_as_agreed", "ending", MANAGERS, said("reason")),
    Move(
        "dispute_sitting",
        "record_minutes",
        "/disputes/{dispute}/sittings/{id}/minutes",
        COMMITTEE,
        _minutes,
    ),
)
# What happens to the pact meanwhile.
MEANWHILE = tuple(
    move
    for move in PACTS
    if move.machine == "pact"
    and move.step in {"amend", "suspend", "resume", "terminate", "withhold", "restore", "abstain"}
)
DISPUTES = (*FORMING, *WORK, *ENDING, *ASIDE, *MEANWHILE)
