"""Columns that a form of a dispute does not ask for change nothing when they are sent. Art. 3(1)b.

Each form is sent twice from the same stage: as it is, and with every column of these rooms beside.
"""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from pactregistry.database import Base
from pactregistry.workflow.lifecycle import DISPUTE
from tests.invariants.moves_disputes import SECRET, address
from tests.invariants.stages import PACT
from tests.invariants.stages_disputes import ASKED, NUMBER
from tests.invariants.test_unlisted import NAMES, told
from tests.invariants.town import Request, Snapshot, Town

SEATED = ("prima", "secondo", "terza")
WORD = f"The tap of {SECRET}"
NAMED = {"name": "Quarto", "email": address("quarto"), "letter": "P.G. 9"}
PAPER = {"side": "citizens", "words": WORD, "letter": "P.G. 11"}
SITTING = {"held_on": "2026-12-01", "at": "18:30", "place": "Town hall"}
DRAFT = {"revision": 0, "text": WORD, "effect": "nothing"}
MINUTES = {"heard": "city", "text": WORD}
# The stage, who sends it, the page below the dispute, what is typed.
FORMS: tuple[tuple[str, str, str, Mapping[str, Any]], ...] = (
    ("asked", "lina", "seats/citizens/naming", NAMED),
    ("asked", "manager", "seats/joint/naming", NAMED),
    ("asked", "desk", "seats/citizens/naming", NAMED),
    ("asked", "desk", "withdrawal", {"reason": WORD}),
    ("asked_by_third", "rita", "withdrawal", {"reason": WORD}),
    ("with_third", "nino", "leaving", {"reason": WORD}),
    ("put_forward", "lina", "third-member/agreement", {"reason": WORD}),
    ("put_forward", "lina", "third-member/objection", {"reason": WORD}),
    ("put_forward", "desk", "third-member/agreement", {"reason": WORD, "letter": "P.G. 9"}),
    ("named", "lina", "seats/citizens/replacement", {"reason": WORD}),
    ("named", "prima", "seat", {"no_part": "y"}),
    ("named", "prima", "seat/leaving", {"reason": WORD}),
    ("seated", "sira", "convening", {}),
    ("sits", "sira", "seats/city/replacement", {"reason": WORD}),
    ("sits", "sira", "sittings/new", SITTING),
    ("sits", "prima", "draft", DRAFT),
    ("sits", "lina", "messages", {"text": WORD, "to_committee": "all"}),
    ("drafted", "prima", "text", {"revision": 1}),
    ("called", "prima", "sittings/1/minutes", MINUTES),
    ("votes", "secondo", "vote", {"voice": "no", "dissent": WORD}),
    ("votes", "secondo", "taking-back", {}),
    ("voted", "terza", "proposal", {}),
    ("proposed", "lina", "acceptance", {"words": WORD}),
    ("proposed", "manager", "refusal", {"words": WORD}),
    ("proposed", "desk", "acceptance/paper", PAPER),
    ("proposed", "desk", "refusal/paper", PAPER),
    ("late", "sira", "no-proposal", {"reason": WORD}),
)


def every_column() -> dict[str, str]:
    """A value for each column of the tables of disputes, as somebody would try it."""
    tables = [t for name, t in Base.metadata.tables.items() if name.startswith("dispute")]
    known = {"state": "settled", "side": "city", "chair": "city", "effect": "end"}
    columns = {column.name for table in tables for column in table.columns}
    return {name: known.get(name, "1") for name in columns}


def prepare(town: Town) -> None:
    """Play what lies between the stages that are kept."""
    beside = (
        ("asked", "put_forward", (("manager", "seats/joint/naming", NAMED),)),
        ("named", "seated", tuple((w, "seat", {"no_part": "y"}) for w in SEATED)),
        ("sits", "drafted", (("prima", "draft", DRAFT),)),
        ("sits", "called", (("sira", "sittings/new", {**SITTING, "held_on": None}),)),
        ("votes", "voted", (("secondo", "vote", {"voice": "yes"}),)),
    )
    for begin, keep, acts in beside:
        town.begin(begin)
        for who, page, form in acts:
            known = {"held_on": town.today} if "held_on" in form else {}
            assert town.send(request(town, who, page, {**form, **known})).status_code == 302, page
        town.keep(keep)
    town.begin("in_force")
    third = {"third_name": WORD, "third_email": address("nino")}
    town.post("lina", f"/pacts/{PACT}/conciliation", **ASKED, **third)
    town.keep("with_third")
    town.begin("sits")
    town.wait(60)
    town.keep("late")


def request(town: Town, who: str, page: str, form: Mapping[str, Any]) -> Request:
    """The form as somebody sends it who has just opened it."""
    snapshot = town.snapshot()
    usual: dict[str, Any] = {
        "occurred_on": town.today,
        "version": snapshot["dispute"][0]["version"],
    }
    if page == "vote":
        usual["digest"] = snapshot["dispute_text"][-1]["digest"]
    return Request(who, f"/disputes/{NUMBER}/{page}", {**usual, **form})


def kept_of(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """What the database holds; the file of a proposal tells the second in which it was made."""
    kept = told(snapshot)
    for entry in kept["journal"]:
        entry["private"] = {k: v for k, v in json.loads(entry["private"]).items() if k != "sha256"}
    return kept


@pytest.mark.article("3(1)b")
@pytest.mark.article("33(1)")
def test_what_a_form_of_a_dispute_does_not_ask_for_changes_nothing(disputing: Town) -> None:
    town = disputing
    prepare(town)
    taken: set[str] = set()
    for stage, who, page, form in FORMS:
        town.begin(stage)
        before = town.snapshot()
        assert town.send(request(town, who, page, form)).status_code == 302, (stage, who, page)
        plain = town.snapshot()
        assert plain.digest != before.digest
        taken |= {e["step"] for e in plain["journal"][len(before["journal"]) :]}
        town.begin(stage)
        sent = request(town, who, page, form)
        asked = set(NAMES.findall(town.read(sent.page, who).text)) | set(sent.data)
        more = {name: value for name, value in every_column().items() if name not in asked}
        assert {"state", "withheld", "pact_id", "author_id", "secretary_id"} <= more.keys()
        answer = town.send(Request(who, sent.page, {**more, **sent.data}))
        assert answer.status_code == 302, sent
        one, other = kept_of(plain), kept_of(town.snapshot())
        assert one == other, (page, [name for name in one if one[name] != other[name]])
    by_hand = {name for name, row in DISPUTE.rows.items() if {"clock"} != {r.value for r in row.by}}
    assert by_hand - taken == {"request"}


@pytest.mark.article("33(1)")
def test_what_a_request_does_not_ask_for_changes_nothing(disputing: Town) -> None:
    town, page = disputing, f"/pacts/{PACT}/conciliation"
    for who, form in (
        ("lina", {**ASKED, "third_name": WORD, "third_email": address("nino")}),
        ("rita", ASKED),
        ("desk", {**ASKED, "on_behalf": "citizens", "received_on": None}),
    ):
        kept = []
        for beside in ({}, every_column()):
            town.begin("in_force")
            day = {"received_on": town.today} if "received_on" in form else {}
            asked = set(NAMES.findall(town.read(page, who).text))
            more = {name: value for name, value in beside.items() if name not in asked}
            answer = town.send(Request(who, page, {**more, **form, **day}))
            assert answer.status_code == 302, answer.text
            kept.append(told(town.snapshot()))
        assert kept[0] == kept[1], who
