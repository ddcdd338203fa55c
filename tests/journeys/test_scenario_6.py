"""Scenario 6 from its first page to the payment of the balance. Art. 24, 30(7)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.journeys import at_length, table, workshop
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker, fits
from tests.journeys.workshop import EMAIL, NUMBER
from tests.pacts.test_documents import faults, text_of

MOST = {"resident": (45, 39), "desk officer": (39, 36), "managing officer": (17, 12)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""
Axe = Callable[..., list[str]]


@pytest.mark.parametrize("stage", [{"viewport": NARROW}], indirect=True)
def test_a_youth_workshop_to_the_cent(stage: Stage, tmp_path: Path, axe: Axe) -> None:
    stage.staff("desk", "manager", "fiume")
    stage.neighbour("Sara Segatura", EMAIL)
    lead = _comes_into_force(stage, tmp_path)
    manager = stage.officer("managing officer", "manager", f"/desk/pacts/{table.PACT}")
    workshop.grants_the_advance(manager)
    stage.go(date(2026, 5, 6))
    desk = stage.officer("desk officer", "desk", f"/desk/pacts/{table.PACT}")
    workshop.records_payment(desk, "M-1-riservato")
    advance = workshop.report_in(stage.mailed(EMAIL, "were paid"))

    stage.go(date(2027, 1, 2))
    lead.rest()
    lead.open(stage.mailed(EMAIL, "final report"))
    lead.sign_in(EMAIL)
    final = workshop.report_in(lead.page.url)
    workshop.tells(lead, final, *workshop.TOLD)
    workshop.adds_costs(lead, final, tmp_path)
    _is_clean(lead, axe)
    workshop.sends(lead, final)
    workshop.cannot_settle(manager, final, "a report that the City has accepted")
    desk.open(stage.mailed("desk@city.example", final))
    workshop.examines(desk, final)
    workshop.accepts(desk, final)
    workshop.cannot_settle(manager, final, advance)
    workshop.tells(lead, advance, "Objectives")
    workshop.sends(lead, advance)
    workshop.accepts(desk, advance)

    manager.open(f"/reports/{final}/settlement")
    workshop.is_to_the_cent(manager)
    _is_clean(manager, axe)
    manager.go("Settle the reimbursement")
    workshop.records_payment(desk, "M-2-riservato")
    _everyone_reads(stage, final, axe)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _comes_into_force(stage: Stage, folder: Path) -> Walker:
    lead = workshop.proposes(stage, folder)
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", NUMBER))
    at_length.opens_inquiry(desk, "45")
    stage.go(date(2026, 4, 3))
    desk.open(f"/desk/proposals/{NUMBER}")
    desk.go("Accept")
    desk.go("Accept")
    desk.open(f"/pacts/{table.PACT}/codesign")
    workshop.agrees_on_money(desk)
    lead.open(f"/pacts/{table.PACT}/codesign")
    lead.go("We agree with the whole text")
    table.freezes(desk)
    desk.leave()
    table.both_sign(stage, lead)
    stage.go(date(2026, 5, 1))
    return lead


def _everyone_reads(stage: Stage, final: str, axe: Axe) -> None:
    """The sums on both pages and in the file; who was paid for what stays with the City."""
    visitor = stage.visitor("visitor")
    for page in (workshop.MONEY, f"/reports/{final}"):
        visitor.open(page)
        workshop.is_to_the_cent(visitor)
        for private in ("riservato", *workshop.SPENT, "Segatura"):
            assert not visitor.sees(private), (page, private)
        _is_clean(visitor, axe)
    answer = visitor.context.request.get(f"{stage.address}/reports/{final}.pdf")
    assert faults(answer.body()) == []
    words = " ".join(text_of(answer.body()).split())
    for told in ("3.400,00", "52,9 %", "1.600,00", "3.200,00", "2.200,00"):
        assert told in words, told


def _is_clean(walker: Walker, axe: Axe) -> None:
    """Nothing on the screen keeps anybody out, on a telephone and on a desk."""
    assert axe(walker.page) == [], walker.page.url
    walker.page.set_viewport_size(WIDE)
    assert fits(walker.page), walker.page.url
    walker.page.set_viewport_size(NARROW)
