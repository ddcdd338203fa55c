"""The same walk under both regulations, alone and side by side in one registry. Art. 11, 36."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.workflow.clocks import ClockState
from tests.packs.conftest import Under
from tests.packs.walk import Walk
from tests.proposals.writing import send, write

SENT = date(2026, 3, 2)
PACKS = ("bologna-2014", "lecco")


def walk_to_acceptance(walk: Walk, number: str, **kind: str) -> None:
    """Papers asked on 6 March and brought on the 16th, inquiry opened, window over, accepted."""
    walk.clock.go(date(2026, 3, 6))
    walk.ask_for_papers(number)
    assert walk.clock_on(number, date(2026, 3, 10)).state is ClockState.STOPPED
    walk.clock.go(date(2026, 3, 16))
    walk.bring_papers(number)
    walk.clock.go(date(2026, 3, 18))
    answer = walk.open_inquiry(number, **kind)
    assert answer.status_code == 302, answer.text
    until = walk.proposal(number).comments_until
    assert until is not None
    walk.clock.go(until)
    assert walk.accept(number).status_code == 409
    walk.clock.go(until + timedelta(days=1))
    if kind.get("pact_kind") in {"B", "C"}:
        walk.refer_and_resolve(number)
    assert walk.accept(number).status_code == 302


@pytest.mark.article("11(1)", "11(4)", "11(5)", "11(10)", "11(11)")
@pytest.mark.parametrize(
    ("pack", "kind", "open_until", "stopped", "due"),
    [
        # 45 days announced, 10 of them stopped.
        ("bologna-2014", "", date(2026, 4, 2), 10, date(2026, 4, 26)),
        # 30 of the inquiry, 15 of publication, 15 of approval, 10 stopped.
        ("lecco", "A", date(2026, 4, 2), 10, date(2026, 5, 11)),
        # 30 of the inquiry, 30 of publication, 15 of approval, 10 stopped.
        ("lecco", "B", date(2026, 4, 17), 10, date(2026, 5, 26)),
    ],
)
def test_from_a_draft_to_a_published_pact(
    walk: Walk,
    under: Under,
    client: FlaskClient,
    pack: str,
    kind: str,
    open_until: date,
    stopped: int,
    due: date,
) -> None:
    under(pack)
    number = walk.propose()
    walk_to_acceptance(walk, number, **({"pact_kind": kind} if kind else {}))
    proposal = walk.proposal(number)
    clock = walk.clock_on(number, walk.settings.today())
    assert (proposal.pack_id, proposal.pact_kind) == (pack, kind)
    assert proposal.comments_until == open_until
    assert (clock.stopped_days, clock.due, clock.state) == (stopped, due, ClockState.ENDED)
    walk.agree_and_freeze(number)
    pact = walk.sign_all(number)
    assert (pact.pack_id, pact.pact_kind, str(pact.state)) == (pack, kind, "signed")
    page = client.get(f"/pacts/{pact.number}").text
    assert walk.settings.packs[pack].title["en"] in page
    record = client.get(f"/pacts/{pact.number}.json").get_json()
    assert record["pack"] == {"id": pack, "version": "1"}
    assert record["pact_kind"] == (kind or None)
    sheet = client.get(f"/proposals/{number}.json").get_json()
    assert (sheet["pact_kind"], sheet["pack"]["id"]) == (kind or None, pack)


@pytest.mark.article("36(1)")
def test_files_of_both_live_in_one_registry_each_under_its_own(
    walk: Walk, under: Under, client: FlaskClient
) -> None:
    under("bologna-2014", ("lecco", date(2026, 3, 10)))
    old = walk.propose(title="Under the first")
    walk.clock.go(date(2026, 3, 10))
    new = walk.propose(title="Under the second")
    assert [walk.proposal(n).pack_id for n in (old, new)] == list(PACKS)
    assert walk.open_inquiry(old).status_code == 302
    assert walk.open_inquiry(new).status_code == 422  # which kind of pact?
    assert walk.open_inquiry(new, pact_kind="C").status_code == 302
    assert walk.proposal(old).comments_until == date(2026, 3, 25)
    assert walk.proposal(new).comments_until == date(2026, 4, 9)
    walk.clock.go(date(2026, 3, 26))
    assert walk.accept(old).status_code == 302
    assert walk.accept(new).status_code == 409
    pact = walk.agree_and_freeze(old)
    assert walk.sign_all(old).pack_id == "bologna-2014"
    # Each page cites its own text: the present one by the short address, the other by its name.
    assert "/regulation/bologna-2014/11#p11" in client.get(f"/pacts/{pact.number}").text
    sheet = client.get(f"/proposals/{new}").text
    assert 'href="/regulation/11#p5"' in sheet
    assert "/regulation/bologna-2014" not in sheet


@pytest.mark.article("11(1)")
def test_a_draft_follows_the_text_in_force_when_it_is_sent(walk: Walk, under: Under) -> None:
    under("bologna-2014", ("lecco", date(2026, 3, 10)))
    browser = walk.enter(walk.resident)
    draft = write(browser)
    assert draft.pack_id == "bologna-2014"
    walk.clock.go(date(2026, 3, 10))
    assert send(browser, draft).status_code == 302
    assert walk.proposal("2026-P-0001").pack_id == "lecco"


@pytest.mark.article("36(1)")
def test_the_present_text_is_the_one_of_the_day(walk: Walk, under: Under) -> None:
    under("bologna-2014", ("lecco", date(2026, 3, 10)))
    walk.clock.go(date(2026, 3, 9))
    assert walk.settings.pack.id == "bologna-2014"
    walk.clock.go(date(2026, 3, 10))
    assert walk.settings.pack.id == "lecco"
