"""Art. 32: who answers for what, told in plain words before anyone signs."""

import pytest

from pactregistry.journal import history
from tests.scenarios.table import Table


@pytest.fixture
def frozen(table: Table) -> Table:
    """A text to be signed."""
    assert table.freeze().status_code == 302
    return table


@pytest.mark.article("32(1)", "32(2)", "32(3)")
def test_1_to_3_a_page_tells_tasks_liability_and_custody(frozen: Table) -> None:
    page = frozen.enter(frozen.cast.lead).get("/pacts/2026-0001/duties").text
    assert "What do I commit to?" in page
    assert "on purpose or by carelessness" in page
    assert "custodians" in page
    for paragraph in ("32(1)", "32(2)", "32(3)"):
        assert f"Art. {paragraph}" in page


@pytest.mark.article("32(1)")
def test_1_who_signs_reads_that_page_first(frozen: Table) -> None:
    lead = frozen.enter(frozen.cast.lead)
    form = {"digest": frozen.text.original_sha256, "kind": "here", "onerous": "yes"}
    answer = lead.post("/pacts/2026-0001/signature", data=form)
    assert answer.location == "/pacts/2026-0001/duties"
    assert history("version", frozen.text.id)[-1].step == "freeze"  # nothing was signed


@pytest.mark.article("32(3)", "law:onerous_clauses")
@pytest.mark.parametrize(("approved", "warned"), [("yes", False), ("no", True)])
def test_3_custody_is_approved_a_second_time(frozen: Table, approved: str, *, warned: bool) -> None:
    lead = frozen.enter(frozen.cast.lead)
    lead.post("/pacts/2026-0001/duties")
    form = {"digest": frozen.text.original_sha256, "kind": "here", "onerous": approved}
    assert lead.post("/pacts/2026-0001/signature", data=form).status_code == 302
    assert ("onerous_approved" in history("version", frozen.text.id)[-1].warnings) is warned
