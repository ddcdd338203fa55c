"""Scenario 1 from its first page to its last, on a narrow screen without JavaScript."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys import bench
from tests.journeys.conftest import NARROW
from tests.journeys.stage import Stage
from tests.people.doors import mails_to

MOST = {"resident": (17, 27), "desk officer": (23, 25), "managing officer": (13, 14)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.parametrize(
    "stage", [{"viewport": NARROW, "java_script_enabled": False}], indirect=True
)
def test_a_bench_in_a_day(stage: Stage, tmp_path: Path) -> None:
    stage.staff("desk", "manager")
    stage.neighbour("Rita Residenti", bench.EMAIL)
    desk = stage.officer("desk officer", "desk", "/desk/")
    bench.fills_the_stock(desk)
    bench.writes_the_module(desk)
    manager = stage.officer("managing officer", "manager", "/desk/")
    bench.puts_in_force(manager, 1, "P.G. 100/2026")
    bench.writes_the_next_version(desk)
    bench.puts_in_force(manager, 2, "P.G. 101/2026")

    resident = bench.is_authorised(stage)
    stage.go(date(2026, 3, 13))
    bench.hands_over(desk)
    stage.go(date(2026, 3, 14))
    bench.says_that_it_is_done(resident, tmp_path)
    visitor = stage.visitor("visitor")
    visitor.open("/care")
    assert visitor.sees("1 activity done")
    assert visitor.sees("Giardino dei Tigli")
    assert not visitor.sees("Rita")

    stage.go(date(2026, 3, 21))
    assert not _warned()
    stage.go(date(2026, 3, 22))
    assert _warned()
    resident.open(stage.mailed(bench.EMAIL, "Overdue"))
    assert resident.sees("Overdue by 1 day")

    bench.wants_the_old_gate_too(resident)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _warned() -> list[str]:
    addresses = (bench.EMAIL, "desk@city.example")
    mails = [mail for address in addresses for mail in mails_to(address)]
    return [mail.to_address for mail in mails if "Overdue" in mail.subject]
