"""What everyone reads of reports and questions must follow from the journal. Art. 30(1), 30(7)."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Any

from pactregistry.workflow.lifecycle import PUBLISHED
from tests.invariants.town import Snapshot, Town
from tests.invariants.watching_after import PUBLIC, WRITABLE


def a_report_is_read_once_it_is_public(snapshot: Snapshot, town: Town) -> None:
    """Everyone reads it if and only if it was examined, or its term is over; and none hides it."""
    listed = town.read("/reports/").text
    api = [item["number"] for item in town.read("/api/v1/reports").get_json()["items"]]
    for report in snapshot["report"]:
        pact = snapshot.find("pact", report["pact_id"])
        shown = report["state"] in PUBLIC and not report["withheld"] and _is_public(pact)
        page = f"/reports/{report['number']}"
        for ending in ("", ".json", ".pdf"):
            answer = town.read(page + ending)
            assert (answer.status_code == HTTPStatus.OK) is shown, (page + ending, report)
        assert (f'href="{page}"' in listed) is shown
        assert (report["number"] in api) is shown
        told = "Nobody at the City has examined this report yet." in town.read(page).text
        assert told is (shown and report["state"] == "unexamined")


def overdue_never_reads_as_done_18(snapshot: Snapshot, town: Town) -> None:
    """A late report is late on the desk's list and in the public's number until it comes."""
    late_in_public = 0
    for report in snapshot["report"]:
        pact = snapshot.find("pact", report["pact_id"])
        late = (town.today - date.fromisoformat(report["due_on"])).days if report["due_on"] else 0
        is_late = late > 0 and _is_awaited(snapshot, report, pact)
        late_in_public += is_late and _is_public(pact)
        found = town.read(f"/desk/reports?q={report['number']}", "desk").text
        assert f"/reports/{report['number']}" in found
        days = f"Late by {late} day{'s' if late != 1 else ''}"
        assert (days in found) is is_late, (report, pact["state"])
        if report["state"] in WRITABLE:
            assert "pr-badge-accepted" not in found
    told = f"{late_in_public} report{'s are' if late_in_public != 1 else ' is'} overdue"
    none = "No report is overdue."
    assert (told if late_in_public else none) in town.read("/reports/").text


def silence_is_counted_until_the_answer_18(snapshot: Snapshot, town: Town) -> None:
    """A question without an answer says for how many days it waits, and how many are late."""
    for question in snapshot["question"]:
        pact = snapshot.find("pact", question["pact_id"])
        page = town.read(f"/questions/{question['id']}")
        if not _is_public(pact):
            assert page.status_code == HTTPStatus.NOT_FOUND
        elif question["withheld"]:
            assert page.status_code == HTTPStatus.GONE
        elif question["state"] == "asked":
            days = (town.today - date.fromisoformat(question["asked_on"])).days
            late = (town.today - date.fromisoformat(question["answer_by"])).days
            assert f"waiting for {days} day" in page.text
            assert (f"{late} day{'s' if late != 1 else ''} late" in page.text) is (late > 0)
        else:
            assert "answered after" in page.text


def _is_awaited(snapshot: Snapshot, report: Mapping[str, Any], pact: Mapping[str, Any]) -> bool:
    if report["state"] not in WRITABLE or report["unreported_on"] is not None:
        return False
    if report["kind"] != "FINAL":
        return True
    finals = [r["period_to"] for r in snapshot["report"] if r["kind"] == "FINAL"]
    return pact["state"] == "ended" and report["period_to"] == max(finals)


def _is_public(pact: Mapping[str, Any]) -> bool:
    return pact["state"] in PUBLISHED and not pact["withheld"]
