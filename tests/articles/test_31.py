"""Art. 31: risks, protective equipment, who supervises, who insures."""

import pytest

from pactregistry.config import settings
from pactregistry.journal import history
from tests.scenarios.table import Table


@pytest.fixture
def dangerous(table: Table) -> Table:
    """Care beside a road."""
    table.proposed(risk=True)
    return table


@pytest.mark.article("31(1)")
def test_1_citizens_are_told_the_risks_and_each_confirms_it(dangerous: Table) -> None:
    warning = "the sheet on risks and equipment is empty"
    assert warning in dangerous.freezing_page()
    dangerous.state("risks", risks=["traffic", "emergency"])
    assert warning not in dangerous.freezing_page()
    lead = dangerous.enter(dangerous.cast.lead)
    page = lead.get("/pacts/2026-0001/risks").text
    assert "high-visibility vest" in page
    assert "call 112" in page
    form = {"version": dangerous.pact.version}
    assert lead.post("/pacts/2026-0001/risks", data=form).status_code == 302
    entry = history("pact", dangerous.pact.id)[-1]
    assert (entry.step, entry.actor_id) == ("confirm_risks", dangerous.cast.lead.id)


@pytest.mark.article("31(1)")
def test_1_without_a_sheet_there_is_nothing_to_confirm(table: Table) -> None:
    lead = table.enter(table.cast.lead)
    form = {"version": table.pact.version}
    assert lead.post("/pacts/2026-0001/risks", data=form).status_code == 409


@pytest.mark.article("31(2)")
def test_2_equipment_is_named_and_rightly_used(dangerous: Table) -> None:
    dangerous.state("risks", risks=["traffic"], equipment="Vests, from the office.")
    page = dangerous.enter(dangerous.cast.lead).get("/pacts/2026-0001/risks").text
    assert "Vests, from the office." in page
    assert "Use the equipment as it is meant to be used" in page


@pytest.mark.article("31(3)")
def test_3_where_several_act_a_supervisor_is_named(table: Table) -> None:
    warning = "no supervisor is named"
    assert warning in table.freezing_page()
    table.terms(supervisor="Una vicina")
    assert warning not in table.freezing_page()


@pytest.mark.article("31(3)", "34(1)")
def test_3_the_warning_stops_nobody(table: Table) -> None:
    assert table.freeze().status_code == 302


@pytest.mark.article("31(4)")
def test_4_the_pact_says_who_insures_or_why_nobody_does(dangerous: Table) -> None:
    warning = "It is not settled whether insurance is needed"
    assert warning in dangerous.freezing_page()
    dangerous.state("insurance", insurer="none", cover="No danger remains.")
    assert warning not in dangerous.freezing_page()


@pytest.mark.article("31(5)")
def test_5_the_citys_agreement_with_insurers_is_one_of_the_ways(dangerous: Table) -> None:
    dangerous.state("insurance", insurer="framework", cover="Accidents and third parties.")
    assert "agreement with insurers" in dangerous.conditions_page()
    assert settings().pack.risks  # the sheet's sentences are data of the pack
