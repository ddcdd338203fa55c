"""Columns of the tables that a form does not ask for change nothing when they are sent. Art. 3(1)b.

Each form is sent twice from the same stage: as it is, and with every column of these rooms beside.
"""

import re
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from sqlalchemy import DateTime

from pactregistry.database import Base, UTCDateTime
from pactregistry.workflow.lifecycle import MACHINES
from tests.invariants.filling import Move
from tests.invariants.moves_after import AFTER, ASIDE
from tests.invariants.stages import PACT
from tests.invariants.town import Request, Snapshot, Town
from tests.invariants.watching import table_of

ROOMS = (
    "report",
    "money_grant",
    "evaluation",
    "own_view",
    "question",
    "problem",
    "rating",
    "yearly",
)
TRIES = 40
NAMES = re.compile(r'name="([^"]+)"')
MOVES = (*AFTER, *ASIDE)
# What comes before a step that no stage is ready for.
FIRST = {
    ("report", "settle"): ("accept",),
    ("report", "withhold"): ("accept",),
    ("report", "restore"): ("accept", "withhold"),
    ("question", "add_to_answer"): ("answer",),
    ("question", "restore"): ("withhold",),
    ("problem", "take_up_again"): ("solve",),
    ("rating", "restore"): ("withhold",),
    ("yearly", "revise"): ("begin",),
    ("yearly", "publish"): ("begin",),
}
ELSEWHERE = {
    "submit": "due",
    "write": "due",
    "count": "due",
    "cost": "due",
    "change": "returned",
    "drop": "returned",
    "close_unreported": "over",
}


def every_column() -> dict[str, str]:
    """A value for each column of the tables of these rooms, as somebody would try it."""
    tables = [t for name, t in Base.metadata.tables.items() if name.startswith(ROOMS)]
    known = {
        "state": "accepted",
        "kind": "final",
        "verdict": "ADMITTED",
        "public_author": "Mallory",
    }
    columns = {column.name for table in tables for column in table.columns}
    return {name: known.get(name, "1") for name in columns}


def told(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """What the database holds of files, without instants and what hangs on them."""
    kept = {}
    for name in snapshot.tables:
        table = Base.metadata.tables.get(name)
        if table is None or name in {"sign_in", "attempt", "request_done", "mail", "account"}:
            continue
        instants = {c.name for c in table.columns if isinstance(c.type, DateTime | UTCDateTime)}
        drop = instants | {"public_content", "public_sha256", "content", "sha256", "facts"}
        kept[name] = [{k: v for k, v in row.items() if k not in drop} for row in snapshot[name]]
    return kept


def row_of(town: Town, move: Move) -> Mapping[str, Any]:
    """The file on which the move is tried: the latest of its kind."""
    return town.snapshot()[table_of(move.machine)][-1]


def request_of(town: Town, move: Move, seed: int) -> Request:
    """The form as somebody fills it in."""
    row, chance = row_of(town, move), Random(seed)  # noqa: S311 - chance, no secret
    report = town.snapshot()["report"][0]["number"]
    beside = {"pact": PACT, "report": report, "year": town.today.year}
    page = move.page.format(**{**beside, **row})
    form = {**move.fill_in(town, row, chance), "occurred_on": town.today}
    return Request(move.who[0], page, form)


def prepare(town: Town, move: Move) -> None:
    """Go to where the move may be taken."""
    stage = ELSEWHERE.get(move.step, "sent_report")
    town.begin("sent_report" if stage == "returned" else stage)
    before = ("return",) if stage == "returned" else FIRST.get((move.machine, move.step), ())
    kinds = (
        {"report", "pact"} if stage == "returned" or move.machine == "yearly" else {move.machine}
    )
    for step in before:
        first = next(m for m in MOVES if m.step == step and m.machine in kinds)
        assert any(town.send(request_of(town, first, n)).status_code == 302 for n in range(TRIES))
    if (move.machine, move.step) == ("yearly", "publish"):
        town.wait(400)


def seed_taken(town: Town, move: Move) -> int:
    """The chance under which the form is taken as it is."""
    for seed in range(TRIES):
        prepare(town, move)
        before = town.snapshot().digest
        answer = town.send(request_of(town, move, seed))
        if answer.status_code == 302 and town.snapshot().digest != before:
            return seed
    raise AssertionError(move)


@pytest.mark.article("3(1)b")
def test_what_a_form_does_not_ask_for_changes_nothing(town: Town) -> None:
    assert {m.name for m in MACHINES} >= {"report", "question", "problem", "rating", "yearly"}
    for move in MOVES:
        seed = seed_taken(town, move)
        plain = told(town.snapshot())
        prepare(town, move)
        request = request_of(town, move, seed)
        asked = set(NAMES.findall(town.read(request.page, request.who).text))
        more = {name: value for name, value in every_column().items() if name not in asked}
        assert {"state", "withheld", "pact_id", "author_id"} <= more.keys()
        data = {**more, **request.data}
        assert town.send(Request(request.who, request.page, data)).status_code == 302, request
        changed = told(town.snapshot())
        assert changed == plain, (request.page, [n for n in plain if plain[n] != changed[n]])
