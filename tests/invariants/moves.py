"""What people send on proposals and pacts: for each step its page, who may take it, a form."""

from datetime import timedelta
from random import Random
from typing import Any

from tests.invariants import moves_after, moves_beside
from tests.invariants.filling import DESKS, MANAGERS, OFFICE, WORDS, Form, Move, Row, said
from tests.invariants.stages import inquiry_form, revisions, signature_form
from tests.invariants.town import CITIZENS, Town


def _inquiry(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    read = inquiry_form(town, row["number"])
    later = {"comments_from": town.today + timedelta(days=chance.choice([0, 0, 3]))}
    return {**read, **later, "days": chance.choice([45, 45, 1, ""])}


def _rivals(town: Town, row: Row, chance: Random) -> dict[str, Any]:
    others = [r["number"] for r in town.snapshot()["proposal"] if r["id"] != row["id"]]
    others = [number for number in others if number]
    return {"others": others, "comparison": chance.choice(WORDS)}


def _renamed(_town: Town, row: Row, chance: Random) -> dict[str, Any]:
    return {"title": f"{row['title']} again"[-60:], "reason": chance.choice(WORDS)}


def _resolved(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    outcome = chance.choice(["inquiry", "refused"])
    return {"outcome": outcome, "resolution": "P.G. 7/2026", "reason": chance.choice(WORDS)}


def _text_of(town: Town, pact: Row) -> Row:
    return [row for row in town.snapshot()["pact_version"] if row["pact_id"] == pact["id"]][-1]


def _of_text(form: Form) -> Form:
    """A form that carries the version of the text, not of the pact."""

    def of_text(town: Town, row: Row, chance: Random) -> dict[str, Any]:
        return {**form(town, row, chance), "version": _text_of(town, row)["version"]}

    return of_text


def _seen(town: Town, row: Row, _chance: Random) -> dict[str, Any]:
    return revisions(town, _text_of(town, row)["id"])


def _signature(who: str) -> Form:
    def form(town: Town, row: Row, chance: Random) -> dict[str, Any]:
        typed = signature_form(town, who, row["number"])
        other = {"digest": "0" * 64} if chance.choice([0, 0, 0, 1]) else {}
        return typed | other

    return form


def _longer(town: Town, _row: Row, chance: Random) -> dict[str, Any]:
    ahead = chance.choice([800, 900, 10])
    return {"ends_on": town.today + timedelta(days=ahead), "reason": chance.choice(WORDS)}


OWN, DESK, FILE = "/proposals/{number}", "/desk/proposals/{number}", "/pacts/{number}"


def _own(step: str, page: str, form: Form) -> Move:
    return Move("proposal", step, f"{OWN}/{page}", CITIZENS, form)


def _office(step: str, page: str, who: tuple[str, ...], form: Form) -> Move:
    return Move("proposal", step, f"{DESK}/{page}", who, form)


PROPOSALS = (
    _own("supplement", "supplement", said("text")),
    _own("answer", "answer", said("text", title="Flowerbeds and a bench")),
    _own("insist", "insistence", said("text")),
    _own("withdraw", "withdrawal", said("text")),
    _office("open_inquiry", "inquiry", DESKS, _inquiry),
    _office("request_supplement", "supplement-request", DESKS, said("texts-0")),
    _office("declare_competing", "competition", DESKS, _rivals),
    _office("release", "release", DESKS, said()),
    _office("record_choice", "choice", DESKS, said("remark")),
    _office("refer", "referral", DESKS, said("why", substantial_change="y")),
    _office("resolve", "resolution", ("executive",), _resolved),
    _office("redirect", "redirection", DESKS, said("reason", instrument="A permit")),
    _office("warn", "warning", MANAGERS, said("texts-0")),
    _office("refuse", "refusal", MANAGERS, said("texts-0")),
    _office("accept", "acceptance", DESKS, said()),
    _office("reopen", "reopening", MANAGERS, said("reason")),
    _office("abstain", "abstention", OFFICE, said("reason")),
    _office("correct", "correction", MANAGERS, _renamed),
    _office("withhold", "withholding", OFFICE, said("reason")),
    _office("restore", "restoration", MANAGERS, said("reason")),
)


def _pact(step: str, page: str, who: tuple[str, ...], form: Form) -> Move:
    return Move("pact", step, f"{FILE}/{page}", who, form)


def _text(step: str, page: str, who: tuple[str, ...], form: Form) -> Move:
    # The file that one opens is the pact's; the step is its open text's.
    return Move("version", step, f"{FILE}/{page}", who, form)


TABLE = ("lina", *DESKS)
PACTS = (
    _text("freeze", "freezing", DESKS, _of_text(said())),
    _text("rework", "rework", TABLE, _of_text(said("reason"))),
    _text("abandon", "abandonment", ("lina", *MANAGERS), _of_text(said("reason"))),
    _text("sign", "signature", ("lina",), _signature("lina")),
    _text("sign", "signature", ("manager",), _signature("manager")),
    _pact("suspend", "suspension", OFFICE, said("reason", cause="")),
    _pact("announce_suspension", "suspension-notice", MANAGERS, said("reason", cause="")),
    _pact("call_off_suspension", "suspension-recall", MANAGERS, said("reason")),
    _pact("confirm_suspension", "suspension-confirmation", MANAGERS, said("reason")),
    _pact("resume", "resumption", OFFICE, said("reason")),
    _pact("withdraw_from", "withdrawal", ("lina", *DESKS), said("reason", document="Letter")),
    _pact("take_back_notice", "withdrawal-recall", ("lina", *DESKS), said("reason")),
    _pact("terminate", "termination", MANAGERS, said("texts-0", cause="")),
    _pact("warn_breach", "breach", MANAGERS, said("text")),
    _pact("answer_breach", "breach-answer", ("lina", *DESKS), said("text")),
    _pact("settle_breach", "breach-settlement", MANAGERS, said("text")),
    _pact("revoke", "revocation", MANAGERS, said("texts-0", cause="")),
    _pact("reinstate", "reinstatement", MANAGERS, said("reason", act_number="9/2026")),
    _pact("amend", "amendment", TABLE, said("reason", at_once="y")),
    _pact("extend", "extension", MANAGERS, _longer),
    _pact("request_join", "joining", ("rita", "nino"), said("words", whom="0")),
    _pact("abstain", "abstention", OFFICE, said("reason")),
    _pact("correct", "correction", MANAGERS, _renamed),
    _pact("withhold", "withholding", OFFICE, said("reason")),
    _pact("restore", "restoration", MANAGERS, said("reason")),
)
# What is no step of its own, at the same table.
AROUND = (
    *moves_beside.ASIDE,
    Move("version", "agree", f"{FILE}/codesign/agreement", TABLE, _seen),
    Move("proposal", "comment", f"{OWN}/comments", CITIZENS, said("text", kind="observation")),
)
BEFORE = (*PROPOSALS, *PACTS, *moves_beside.BESIDE, *AROUND)
IN_FORCE = (*PACTS, *moves_after.AFTER, *moves_after.ASIDE)
ASIDE = (*AROUND, *moves_after.ASIDE)
