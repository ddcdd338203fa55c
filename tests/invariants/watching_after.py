"""What must always hold of reports and money, read from the database. Art. 24, 30."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from pactregistry.documents import storage
from tests.invariants.stages_after import CEILING
from tests.invariants.town import Snapshot
from tests.invariants.watching import events

Row = Mapping[str, Any]
WRITABLE = {"due", "drafted"}
PUBLIC = {"unexamined", "accepted"}
GOODS = {"goods", "consumables", "ppe", "insurance", "services"}
PURPOSES = {"design", "organisation", "promotion", "coordination", "training"}
BY_CITY = {"hours_staff", "city_inkind"}
# What stands in a cost once its report was sent; the office's word on it comes later.
SENT = ("category", "fee_purpose", "description", "amount", "spent_on", "paid_by", "own_work")
# What the City decides on a report, its money and a question: never by who is on the other side.
DECISIONS = {
    "report": {"return", "accept", "examine_costs", "settle"},
    "pact": {"grant_advance", "record_payment", "evaluate", "close_unreported"},
    "question": {"answer", "add_to_answer"},
}


def cents(value: object) -> Decimal:
    """A sum as it stands in the database."""
    return Decimal(str(value)).quantize(Decimal("0.01"))


def never_more_than_the_ceiling_is_granted(snapshot: Snapshot) -> None:
    """All that was granted under a pact is at most what its text states. Art. 24(4)."""
    granted: defaultdict[int, Decimal] = defaultdict(Decimal)
    for grant in snapshot["money_grant"]:
        granted[grant["pact_id"]] += cents(grant["amount"])
        assert granted[grant["pact_id"]] <= Decimal(CEILING)
        assert grant["kind"] == "SETTLEMENT" or cents(grant["amount"]) > 0


def a_balance_is_its_account_reckoned_again(snapshot: Snapshot) -> None:
    """What was settled follows from the costs, added up anew here. Art. 24(3)-(7)."""
    for grant in snapshot["money_grant"]:
        if grant["kind"] != "SETTLEMENT":
            continue
        numbers = json.loads(grant["account"])["reports"]
        held = [row for row in snapshot["report"] if row["number"] in numbers]
        assert {row["state"] for row in held} == {"accepted"}
        ids = {row["id"] for row in held}
        counted = [c for c in snapshot["report_cost"] if c["report_id"] in ids and _counts(c)]
        goods = sum((cents(c["amount"]) for c in counted if c["category"] in GOODS), Decimal(0))
        fees = sum((cents(c["amount"]) for c in counted if c["category"] == "fees"), Decimal(0))
        before = sum(
            (cents(g["amount"]) for g in snapshot["money_grant"] if g["id"] < grant["id"]),
            Decimal(0),
        )
        rest = min(goods + min(fees, goods), Decimal(CEILING)) - before
        is_last = any(row["kind"] == "FINAL" for row in held)
        assert cents(grant["amount"]) == (rest if is_last else max(rest, Decimal(0)))


def money_follows_the_journal(snapshot: Snapshot) -> None:
    """One event for each sum granted and each payment, and nothing settled twice. Art. 24(5)."""
    steps = Counter(entry["step"] for entry in snapshot["journal"])
    grants = snapshot["money_grant"]
    kinds = Counter(grant["kind"] for grant in grants)
    assert steps["grant_advance"] == kinds["ADVANCE"]
    assert steps["settle"] == kinds["SETTLEMENT"]
    assert steps["record_payment"] == sum(grant["paid_on"] is not None for grant in grants)
    settled = [n for g in grants for n in (g["report_id"],) if n is not None]
    assert len(settled) == len(set(settled))
    for grant in grants:
        if grant["kind"] == "ADVANCE" and grant["paid_on"] is not None:
            assert grant["accounted_in_id"] is not None  # a report of its own is asked for
    assert steps["evaluate"] == len(snapshot["evaluation"])


def what_was_sent_stands(before: Snapshot, after: Snapshot) -> None:
    """Nobody writes at a report that the office has."""
    for row in before["report"]:
        now = after.find("report", row["id"])
        if row["state"] in WRITABLE:
            continue
        if now["state"] in WRITABLE:
            assert row["state"] == "submitted"  # returned
            continue
        for name in ("parts", "period_from", "period_to", "kind", "pact_id"):
            assert now[name] == row[name]
        for table, kept in (("report_cost", SENT), ("report_photograph", ("attachment_id",))):
            assert _of(before[table], row["id"], kept) == _of(after[table], row["id"], kept)
        assert _figures(before, row) == _figures(after, row)


def what_was_reckoned_stands(before: Snapshot, after: Snapshot) -> None:
    """What was settled and paid stands for ever, with the costs and what was said of them."""
    for grant in before["money_grant"]:
        now = after.find("money_grant", grant["id"])
        for name in ("amount", "kind", "granted_on", "account", "act"):
            assert now[name] == grant[name]
        assert grant["paid_on"] is None or now["paid_on"] == grant["paid_on"]
        number = grant["report_id"]
        assert _of(before["report_cost"], number) == _of(after["report_cost"], number)


def what_is_public_has_its_file(snapshot: Snapshot) -> None:
    """A report that was published has a file that is there, of its own content. Art. 30(7)."""
    for report in snapshot["report"]:
        told = [e for e in events(snapshot)["report", report["id"]] if e["publishes"]]
        assert bool(told) is (report["published_at"] is not None)
        assert (report["state"] in PUBLIC) is bool(told)
        assert not told or storage.get(report["public_sha256"])
        assert (report["examine_by"] is not None) or report["state"] in WRITABLE


def who_is_on_the_other_side_does_not_decide_11(snapshot: Snapshot) -> None:
    """Who proposed or asked takes no decision of the City on it. Art. 11(8)."""
    authors = {row["id"]: row["author_id"] for row in snapshot["proposal"]}
    pacts = {row["id"]: authors.get(row["proposal_id"]) for row in snapshot["pact"]}
    of_report = {row["id"]: pacts[row["pact_id"]] for row in snapshot["report"]}
    of_question = {row["id"]: row["author_id"] for row in snapshot["question"]}
    other_side = {"report": of_report, "pact": pacts, "question": of_question}
    for entry in snapshot["journal"]:
        kind = entry["subject_kind"]
        if entry["step"] in DECISIONS.get(kind, ()):
            assert entry["actor_id"] is not None
            assert entry["actor_id"] != other_side[kind][entry["subject_id"]]


def a_person_rates_once_a_month(snapshot: Snapshot) -> None:
    """One rating a person, place and month, of one to five. Art. 30(8)."""
    given = [(row["pact_id"], row["author_id"], row["month"]) for row in snapshot["rating"]]
    assert len(given) == len(set(given))
    assert {row["stars"] for row in snapshot["rating"]} <= {1, 2, 3, 4, 5}


def _counts(cost: Row) -> bool:
    """Whether a cost is reimbursed at all: asked back, not their own work, of a listed kind."""
    kind = cost["category"]
    listed = kind in GOODS or (kind == "fees" and cost["fee_purpose"] in PURPOSES)
    asked = cost["paid_by"] == "ASKED_BACK" and not cost["own_work"]
    return asked and listed and cost["verdict"] != "REJECTED"


def _figures(snapshot: Snapshot, report: Row) -> list[dict[str, Any]]:
    """The figures that may not change any more: the office adds its own until it accepts."""
    rows = _of(snapshot["report_figure"], report["id"])
    return [row for row in rows if report["state"] == "accepted" or row["code"] not in BY_CITY]


def _of(rows: Iterable[Row], number: int | None, names: Iterable[str] = ()) -> list[dict[str, Any]]:
    mine = [row for row in rows if row["report_id"] == number]
    return [{name: row[name] for name in (names or row)} for row in mine]
