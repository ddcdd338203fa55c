"""Several people at the same instant: one wins, the others are told plainly. Art. 3(1)b, 10(7)."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from tests.invariants import watching
from tests.invariants.stages import PROPOSAL, version_of
from tests.invariants.town import Request, Town

VOTES = 50


def at_once(town: Town, requests: Sequence[Request]) -> list[int]:
    """Send forms at the same instant, each from a browser of its own; gives the answers' codes."""
    together = Barrier(len(requests))

    def send(request: Request) -> int:
        browser = town.app.test_client()
        with town.browsers[request.who].session_transaction() as known:
            cookie = dict(known)
        with browser.session_transaction() as own:
            own.update(cookie)
        with town.app.app_context():
            together.wait()
            return browser.post(request.page, data=dict(request.data)).status_code

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
