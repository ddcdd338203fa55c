"""Which officer a file concerns: nobody else reads it or decides on it. Art. 11(6)-(8), 36."""

import pytest

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.proposals import drafts
from pactregistry.workflow.states import Role
from tests.proposals.test_decision import GAS


@pytest.mark.article("11(7)")
def test_only_a_competent_office_decides(office, people, sent, person):
    of_green = person("Dirigente Verde", roles=[(Role.MANAGER, "green")])
    of_water = person("Dirigente Acqua", roles=[(Role.MANAGER, "water")])
    proposal = sent()
    assert office.as_(of_green).get(f"/desk/proposals/{proposal.number}").status_code == 404
    office.open_inquiry(proposal)  # the green office is asked
    assert office.post(of_water, "refusal", proposal, **{"texts-0": GAS}).status_code == 404
    assert proposal.state == "inquiry"
    assert office.post(of_green, "refusal", proposal, **{"texts-0": GAS}).status_code == 302
    entry = history("proposal", proposal.id)[-1]
    assert (entry.step, entry.office) == ("refuse", "green")


@pytest.mark.article("11(6)")
def test_a_president_reads_what_an_opinion_was_asked_on(office, people, sent):
    proposal = sent()
    receipt = f"/proposals/{proposal.number}/receipt"
    assert office.as_(people.president).get(receipt).status_code == 404
    office.open_inquiry(proposal)
    assert office.as_(people.president).get(receipt).status_code == 200


@pytest.mark.article("36(1)")
def test_nothing_happens_to_an_import_before_it_is_confirmed(office, people, sent):
    proposal = sent()
    proposal.import_confirmed = False
    db.session.commit()
    answer = office.post(people.desk, "supplement-request", proposal, **{"texts-0": "Pianta"})
    assert answer.location == f"/desk/imports/{proposal.number}"
    assert proposal.state == "submitted"


@pytest.mark.article("3(1)b")
def test_the_text_as_corrected_is_kept(office, people, sent):
    proposal = sent()
    typed = {"title": "Aiuole di via Corta", "district": "centro", "reason": "Via sbagliata"}
    office.post(people.manager, "correction", proposal, **typed)
    kept = drafts.revisions_of(proposal)
    assert kept[-1].content["title"] == "Aiuole di via Corta"
