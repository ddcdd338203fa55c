"""A sum that no register can hold is refused where it is typed. Art. 24(4)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from tests.pacts.cases import Cast


@pytest.mark.parametrize("typed", ["Infinity", "sNaN", "1e30", "-1"])
def test_no_such_sum(accepted: Cast, enter: Callable[[Account], FlaskClient], typed: str) -> None:
    form = {
        "version": str(accepted.text.version),
        "supports-0-kind": "money",
        "supports-0-description": "Terra e piante",
        "supports-0-amount_ceiling": typed,
    }
    answer = enter(accepted.desk).post("/pacts/2026-0001/codesign/supports", data=form)
    assert answer.status_code == 200, answer.text
    assert accepted.text.supports == []
