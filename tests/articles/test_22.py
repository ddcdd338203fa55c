"""Art. 22: free loans of materials and protective equipment."""

from datetime import date

import pytest

from tests.commons.modules.scene import CareScene
from tests.conftest import SetClock


@pytest.mark.article("22(1)")
@pytest.mark.parametrize(("there", "status"), [(2, 302), (1, 409)])
def test_1_the_city_lends_within_what_it_has(care: CareScene, there: int, status: int) -> None:
    things = care.stock(gloves=there)
    care.module(**{f"kit_{things['gloves']}": 2})
    assert care.announce(wants_kit="y").status_code == status


@pytest.mark.article("22(2)")
@pytest.mark.parametrize(("day", "late"), [(20, 0), (21, 0), (22, 1)])
def test_2_what_was_lent_comes_back_by_its_day(
    care: CareScene, clock: SetClock, day: int, late: int
) -> None:
    things = care.stock(gloves=2)
    care.module(**{f"kit_{things['gloves']}": 2})
    care.announce(wants_kit="y")
    clock.go(date(2026, 3, 13))
    loan = care.loan()
    given = {"version": loan.version, "occurred_on": date(2026, 3, 13)}
    care.as_(care.desk).post(f"/loans/{loan.number}/hand-over", data=given)
    assert care.loan().late_days(date(2026, 3, day)) == late


@pytest.mark.article("22(3)")
def test_3_lending_on_is_noted_and_warned_of_where_nothing_provides_for_it(
    care: CareScene,
) -> None:
    things = care.stock(gloves=2)
    care.module(**{f"kit_{things['gloves']}": 2})
    care.announce(wants_kit="y")
    loan = care.loan()
    given = {"version": loan.version, "occurred_on": date(2026, 3, 2)}
    care.as_(care.desk).post(f"/loans/{loan.number}/hand-over", data=given)
    resident = care.as_(care.resident)
    page = resident.get(f"/loans/{loan.number}/sub-loan").text
    assert "Please note:" in page
    typed = {"version": care.loan().version, "to_name": "Ugo", "until": "2026-03-20"}
    assert resident.post(f"/loans/{loan.number}/sub-loan", data=typed).status_code == 302
    assert len(care.loan().sub_loans) == 1
