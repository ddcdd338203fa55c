"""The published contract of disputes says what its values mean. Art. 9(2), 33."""

import pytest

from pactregistry.workflow.states_disputes import Effect
from tests.conciliation.closing.conftest import propose
from tests.conciliation.scene import Table


@pytest.mark.article("9(2)", "33(2)")
def test_what_is_told_of_a_dispute_is_among_the_values_of_the_contract(sitting: Table) -> None:
    browser = sitting.enter(sitting.stranger)
    told = browser.get("/api/openapi.json").json["components"]["schemas"]["Dispute"]["properties"]
    assert "requested" not in told["state"]["enum"]
    assert told["days_late"]["description"]

    def fits(state: str, effect: str | None) -> None:
        record = browser.get(f"/api/v1/disputes/{sitting.number}").json
        assert set(record) == set(told)
        assert (record["state"], record["effect"]) == (state, effect)
        assert state in told["state"]["enum"]
        assert effect in told["effect"]["enum"]

    fits("sitting", None)
    propose(sitting, Effect.AMEND)
    fits("proposed", None)
    for who in (sitting.lead, sitting.manager):
        sitting.takes(who, "/acceptance")
    fits("settled", "amend")
