"""Several people at the same instant: one wins, the others are told plainly. Art. 3(1)b, 10(7)."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.databases import on_each_database
from tests.invariants import watching, watching_after
from tests.invariants.stages import PROPOSAL, version_of
from tests.invariants.stages_after import REPORT
from tests.invariants.town import Request, Town

pytestmark = on_each_database

VOTES = 50
SAVES = 50


def at_once(town: Town, requests: Sequence[Request]) -> list[int]:
    """Send forms at the same instant, each from a browser of its own; gives the answers' codes."""
    return [answer.status_code for answer in answers_at_once(town, requests)]


def answers_at_once(town: Town, requests: Sequence[Request]) -> list[TestResponse]:
    """The same, with the whole answers."""
    together = Barrier(len(requests))

    def send(request: Request) -> TestResponse:
        browser = town.app.test_client()
        with town.browsers[request.who].session_transaction() as known:
            cookie = dict(known)
        with browser.session_transaction() as own:
            own.update(cookie)
        with town.app.app_context():
            together.wait()
            return browser.post(request.page, data=dict(request.data))

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(send, requests))


@pytest.mark.article("11(7)")
def test_of_two_officers_who_accept_at_once_one_wins(town: Town) -> None:
    town.begin("inquiry")
    town.wait(20)
    seen: dict[str, Any] = {"version": version_of(town, "proposal", PROPOSAL)}
    form = {**seen, "occurred_on": town.today}
    page = f"/desk/proposals/{PROPOSAL}/acceptance"
    codes = at_once(town, [Request(who, page, form) for who in ("desk", "second_desk")])
    assert sorted(codes) == [302, 409]
    after = town.snapshot()
    assert [pact["number"] for pact in after["pact"]] == ["2026-0001"]
    assert [row["step"] for row in after["journal"]].count("accept") == 1
    watching.numbers_have_no_gap_3(after)


@pytest.mark.article("10(7)")
def test_of_fifty_votes_of_one_person_at_once_one_counts(town: Town) -> None:
    town.begin("ballot")
    form = {"option": "blank"}
    page = "/choices/2026-V-0001/vote"
    codes = at_once(town, [Request("rita", page, form)] * VOTES)
    assert sorted(codes) == [302, *[409] * (VOTES - 1)]
    watching.one_vote_a_person_15(town.snapshot())


def at_the_report(town: Town, act: str, *who: str) -> list[int]:
    """Several officers take the same step on the report at once, each on the file as it stands."""
    seen = {"version": version_of(town, "report", REPORT), "occurred_on": town.today}
    page = f"/reports/{REPORT}/{act}"
    return sorted(at_once(town, [Request(name, page, seen) for name in who]))


@pytest.mark.article("30(7)")
@pytest.mark.article("24(5)")
def test_of_two_officers_who_accept_or_settle_at_once_one_wins(town: Town) -> None:
    town.begin("sent_report")
    assert at_the_report(town, "acceptance", "desk", "second_desk") == [302, 409]
    assert at_the_report(town, "settlement", "manager", "substitute") == [302, 409]
    after = town.snapshot()
    steps = [row["step"] for row in after["journal"] if row["subject_kind"] == "report"]
    assert (steps.count("accept"), steps.count("settle")) == (1, 1)
    watching_after.money_follows_the_journal(after)
    watching_after.a_balance_is_its_account_reckoned_again(after)


@pytest.mark.article("30(3)")
def test_of_fifty_saves_of_one_piece_at_once_one_wins_and_no_text_is_lost(town: Town) -> None:
    town.begin("due")
    page = f"/reports/{REPORT}/write/text/results"
    texts = [f"Beds of hand number {number:02}." for number in range(SAVES)]
    forms = [
        Request("lina" if number % 2 else "desk", page, {"revision": 0, "results": text})
        for number, text in enumerate(texts)
    ]
    answers = answers_at_once(town, forms)
    assert sorted(a.status_code for a in answers) == [302, *[409] * (SAVES - 1)]
    kept = town.snapshot()["report"][0]
    (saved,) = [t for t, a in zip(texts, answers, strict=True) if a.status_code == 302]
    assert json.loads(kept["parts"]) == {"results": saved}
    assert json.loads(kept["revisions"]) == {"results": 1}
    for text, answer in zip(texts, answers, strict=True):
        assert answer.status_code == 302 or (text in answer.text and saved in answer.text)
    assert [row["step"] for row in town.snapshot()["journal"]].count("draft") == 2
