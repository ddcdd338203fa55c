"""What people send: for each step its page, who may take it, and a form filled in somehow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from tests.invariants.stages import REASON, inquiry_form, revisions, signature_form
from tests.invariants.town import CITIZENS, Town

Row = Mapping[str, Any]
Form = Callable[[Town, Row, Random], dict[str, Any]]

DESKS = ("desk", "second_desk")
MANAGERS = ("manager", "substitute")
OFFICE = (*DESKS, *MANAGERS)
WORDS = (*[REASON] * 8, "Short", " ", "")
# Mostly today; a past day, a future one and none at all as people mistype them.
DAYS = (*[0] * 9, -2, 1, None)


@dataclass(frozen=True)
class Move:
    """One step of one machine as its page takes it; `page` names the file's number."""

    machine: str
    step: str
    page: str
    who: tuple[str, ...]
    form: Form

    def someone(self, row: Row, names: Mapping[int, str], chance: Random) -> str:
        """Who takes the step: mostly one who may, of the citizens the author."""
        author = names.get(row.get("author_id") or 0, "")
        if self.who == CITIZENS and author and chance.random() < 0.8:
            return author
        return chance.choice(self.who)

    def fill_in(self, town: Town, row: Row, chance: Random) -> dict[str, Any]:
        """The form as somebody fills it in who has just opened it."""
        back = chance.choice(DAYS)
        day = {} if back is None else {"occurred_on": town.today + timedelta(days=back)}
        return {"version": row["version"], **day, **self.form(town, row, chance)}


def _said(*names: str, **given: Any) -> Form:
    """A form of words."""

    def form(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
        return {**given, **{name: chance.choice(WORDS) for name in names}}

    return form


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
    _own("supplement", "supplement", _said("text")),
    _own("answer", "answer", _said("text", title="Flowerbeds and a bench")),
    _own("insist", "insistence", _said("text")),
    _own("withdraw", "withdrawal", _said("text")),
    _office("open_inquiry", "inquiry", DESKS, _inquiry),
    _office("request_supplement", "supplement-request", DESKS, _said("texts-0")),
    _office("declare_competing", "competition", DESKS, _rivals),
    _office("release", "release", DESKS, _said()),
    _office("record_choice", "choice", DESKS, _said("remark")),
    _office("refer", "referral", DESKS, _said("why", substantial_change="y")),
    _office("resolve", "resolution", ("executive",), _resolved),
    _office("redirect", "redirection", DESKS, _said("reason", instrument="A permit")),
    _office("warn", "warning", MANAGERS, _said("texts-0")),
    _office("refuse", "refusal", MANAGERS, _said("texts-0")),
    _office("accept", "acceptance", DESKS, _said()),
    _office("reopen", "reopening", MANAGERS, _said("reason")),
    _office("abstain", "abstention", OFFICE, _said("reason")),
    _office("correct", "correction", MANAGERS, _renamed),
    _office("withhold", "withholding", OFFICE, _said("reason")),
    _office("restore", "restoration", MANAGERS, _said("reason")),
)


def _pact(step: str, page: str, who: tuple[str, ...], form: Form) -> Move:
    return Move("pact", step, f"{FILE}/{page}", who, form)


def _text(step: str, page: str, who: tuple[str, ...], form: Form) -> Move:
    # The file that one opens is the pact's; the step is its open text's.
    return Move("version", step, f"{FILE}/{page}", who, form)


TABLE = ("lina", *DESKS)
PACTS = (
    _text("freeze", "freezing", DESKS, _of_text(_said())),
    _text("rework", "rework", TABLE, _of_text(_said("reason"))),
    _text("abandon", "abandonment", ("lina", *MANAGERS), _of_text(_said("reason"))),
    _text("sign", "signature", ("lina",), _signature("lina")),
    _text("sign", "signature", ("manager",), _signature("manager")),
    _pact("suspend", "suspension", OFFICE, _said("reason", cause="")),
    _pact("announce_suspension", "suspension-notice", MANAGERS, _said("reason", cause="")),
    _pact("call_off_suspension", "suspension-recall", MANAGERS, _said("reason")),
    _pact("confirm_suspension", "suspension-confirmation", MANAGERS, _said("reason")),
    _pact("resume", "resumption", OFFICE, _said("reason")),
    _pact("withdraw_from", "withdrawal", ("lina", *DESKS), _said("reason", document="Letter")),
    _pact("take_back_notice", "withdrawal-recall", ("lina", *DESKS), _said("reason")),
    _pact("terminate", "termination", MANAGERS, _said("texts-0", cause="")),
    _pact("warn_breach", "breach", MANAGERS, _said("text")),
    _pact("answer_breach", "breach-answer", ("lina", *DESKS), _said("text")),
    _pact("settle_breach", "breach-settlement", MANAGERS, _said("text")),
    _pact("revoke", "revocation", MANAGERS, _said("texts-0", cause="")),
    _pact("reinstate", "reinstatement", MANAGERS, _said("reason", act_number="9/2026")),
    _pact("amend", "amendment", TABLE, _said("reason", at_once="y")),
    _pact("extend", "extension", MANAGERS, _longer),
    _pact("request_join", "joining", ("rita", "nino"), _said("words", whom="me")),
    _pact("abstain", "abstention", OFFICE, _said("reason")),
    _pact("correct", "correction", MANAGERS, _renamed),
    _pact("withhold", "withholding", OFFICE, _said("reason")),
    _pact("restore", "restoration", MANAGERS, _said("reason")),
)
# What is no step of its own, at the same table.
ASIDE = (
    Move("version", "agree", f"{FILE}/codesign/agreement", TABLE, _seen),
    Move("proposal", "comment", f"{OWN}/comments", CITIZENS, _said("text", kind="observation")),
)
MOVES = (*PROPOSALS, *PACTS, *ASIDE)
