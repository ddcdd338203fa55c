"""The acts of the City, on which guards rely, are entered by the City. Art. 11(9), 15(6)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from tests.pacts.cases import Cast

TERMS = "/pacts/2026-0001/codesign/terms"


@pytest.mark.article("11(9)", "15(6)")
def test_citizens_do_not_enter_them(
    accepted: Cast, enter: Callable[[Account], FlaskClient]
) -> None:
    typed = {
        "starts_on": "2026-04-15",
        "withdrawal_notice_days": "30",
        "resolution": "12/2026",
        "heritage_act": "77/2026",
        "determination_number": "5/2026",
    }
    lead = enter(accepted.lead)
    assert 'name="resolution" readonly' in lead.get(TERMS).text
    form = typed | {"version": str(accepted.text.version), "supervisor": "Lina"}
    assert lead.post(TERMS, data=form).status_code == 302
    assert accepted.text.supervisor == "Lina"
    assert (accepted.text.resolution, accepted.text.determination_number) == ("", "")
    assert accepted.pact.heritage_act == ""
    form = typed | {"version": str(accepted.text.version)}
    assert enter(accepted.desk).post(TERMS, data=form).status_code == 302
    assert (accepted.text.resolution, accepted.pact.heritage_act) == ("12/2026", "77/2026")
