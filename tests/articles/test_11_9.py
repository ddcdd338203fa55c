"""Art. 11(4), 11(7)-11(11): the inquiry announced, its end, who signs, what is published."""

from datetime import date

import pytest

from tests.packs.walk import Walk

PIPE = (
    "The gas main runs under the lawn: nothing fixed may stand within five metres of it, and "
    "the plan puts the stage at two."
)


@pytest.fixture
def opened(walk: Walk) -> str:
    """A small proposal in its inquiry of 45 days from 2 March."""
    number = walk.propose()
    assert walk.open_inquiry(number, offices=["green"]).status_code == 302
    return number


@pytest.mark.article("11(4)")
@pytest.mark.parametrize(
    ("day", "late"), [(date(2026, 4, 15), 0), (date(2026, 4, 16), 0), (date(2026, 4, 17), 1)]
)
def test_4_the_office_announces_time_and_offices_and_a_delay_is_counted(
    walk: Walk, opened: str, day: date, late: int
) -> None:
    assert walk.proposal(opened).announced_days == 45
    assert [opinion.office for opinion in walk.proposal(opened).opinions] == ["green"]
    assert walk.clock_on(opened, day).late == late


@pytest.mark.article("11(4)")
def test_4_while_papers_are_awaited_the_clock_stands_still(walk: Walk, opened: str) -> None:
    walk.clock.go(date(2026, 3, 12))
    walk.ask_for_papers(opened)
    assert walk.clock_on(opened, date(2026, 6, 1)).late == 0
    walk.bring_papers(opened)
    assert walk.clock_on(opened, date(2026, 6, 2)).late == 0


@pytest.mark.article("11(7)")
@pytest.mark.parametrize(("day", "taken"), [(date(2026, 3, 17), False), (date(2026, 3, 18), True)])
def test_7_a_favourable_end_waits_for_the_public_and_forms_the_pact(
    walk: Walk, opened: str, day: date, *, taken: bool
) -> None:
    walk.clock.go(day)  # fifteen days for comments, the last one included
    assert (walk.accept(opened).status_code == 302) is taken
    assert walk.proposal(opened).state == ("accepted" if taken else "inquiry")


@pytest.mark.article("11(8)")
@pytest.mark.parametrize(
    ("reason", "taken"), [("", False), ("x" * 79, False), ("For technical reasons", False),
                          (PIPE, True)],
)  # fmt: skip
def test_8_a_refusal_says_why_and_everyone_reads_it(
    walk: Walk, opened: str, reason: str, *, taken: bool
) -> None:
    address = f"/desk/proposals/{opened}/refusal"
    answer = walk.post(walk.manager, address, opened, **{"texts-0": reason})
    assert (answer.status_code == 302) is taken
    page = walk.app.test_client().get(f"/proposals/{opened}").text
    assert (PIPE in page) is taken


@pytest.mark.article("11(9)")
@pytest.mark.parametrize("resolved", [False, True])
def test_9_a_substantial_change_is_signed_only_after_the_executive(
    walk: Walk, *, resolved: bool
) -> None:
    number = walk.propose()
    assert walk.open_inquiry(number, offices=["green"], substantial_change="y").status_code == 302
    if resolved:
        why = {"substantial_change": "y", "why": "Another use."}
        walk.post(walk.desk, f"/desk/proposals/{number}/referral", number, **why)
        act = {"outcome": "inquiry", "resolution": "12/2026", "reason": "It serves all."}
        walk.post(walk.executive, f"/desk/proposals/{number}/resolution", number, **act)
    walk.clock.go(date(2026, 4, 3))
    assert walk.accept(number).status_code == 302
    pact = walk.agree_and_freeze(number)
    assert pact.versions[0].resolution == ("12/2026" if resolved else "")
    answer = walk.sign(number, walk.resident)
    assert answer.status_code == (302 if resolved else 409)
    assert ("the executive has not resolved" in answer.text) is not resolved


@pytest.mark.article("11(10)", "11(11)")
def test_10_and_11_the_managing_officer_signs_last_and_the_pact_is_public(
    walk: Walk, opened: str
) -> None:
    walk.clock.go(date(2026, 4, 3))
    walk.accept(opened)
    pact = walk.agree_and_freeze(opened)
    page = f"/pacts/{pact.number}"
    assert walk.sign_for_city(opened).status_code == 409  # the citizens first
    assert walk.sign(opened, walk.desk).status_code == 404  # the desk does not sign
    assert walk.app.test_client().get(page).status_code == 404
    assert walk.sign_all(opened).state == "signed"
    for address in (page, f"{page}.json", f"{page}.pdf"):
        assert walk.app.test_client().get(address).status_code == 200
    assert pact.number in walk.app.test_client().get("/feed.atom").text
