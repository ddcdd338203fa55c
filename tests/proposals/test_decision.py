"""Redirect, warn, refuse, correct, reopen: with reasons, by who may. Art. 1(2), 3(1)b, 11(8)."""

from datetime import date, timedelta

import pytest

from pactregistry.database import db
from pactregistry.journal import Act, history, record
from pactregistry.notices.models import Mail
from pactregistry.people.models import Holding
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

GAS = "Sotto il prato passa la condotta del gas: nessun palco fisso può stare entro cinque metri."
ROOTS = "Le fondazioni taglierebbero le radici dei tigli: serve una struttura che non scavi."


@pytest.fixture
def running(office, sent):
    proposal = sent()
    office.open_inquiry(proposal)
    return proposal


@pytest.mark.article("11(8)")
@pytest.mark.parametrize("reason", ["", "No.", "Per motivi tecnici", "  per motivi  tecnici! "])
def test_a_refusal_without_reasons_is_refused(office, people, running, reason):
    answer = office.post(people.manager, "refusal", running, **{"texts-0": reason})
    assert answer.status_code == 409
    assert "11(8)" in answer.text
    assert "80" in answer.text
    assert reason in answer.text
    assert running.state == "inquiry"


@pytest.mark.article("11(8)")
def test_a_refusal_gives_each_reason_and_tells_all_who_took_part(office, people, running, client):
    db.session.query(Mail).delete()
    reasons = {"texts-0": GAS, "texts-1": ROOTS}
    assert office.post(people.manager, "refusal", running, **reasons).status_code == 302
    assert running.state == "refused"
    page = client.get(f"/proposals/{running.number}").text
    assert GAS in page
    assert ROOTS in page
    assert "administrative court" in page
    told = {mail.to_address for mail in db.session.query(Mail)}
    assert {people.resident.email, people.green.email, people.president.email} <= told
    assert history("proposal", running.id)[-1].warnings == ["obstacles_announced"]


def test_only_the_managing_officer_refuses(office, people, running):
    answer = office.post(people.desk, "refusal", running, **{"texts-0": GAS})
    assert answer.status_code == 403
    assert running.state == "inquiry"


@pytest.mark.article("11(8)")
def test_who_proposed_does_not_decide(office, people, sent):
    people.resident.holdings.append(
        Holding(role=Role.MANAGER, office="commons", since=date(2026, 1, 1))
    )
    proposal = sent()
    office.open_inquiry(proposal)
    page = office.as_(people.resident).get(f"/desk/proposals/{proposal.number}").text
    assert 'aria-describedby="why-refuse"' in page  # the button is off and says why
    answer = office.post(people.resident, "refusal", proposal, **{"texts-0": GAS})
    assert answer.status_code == 409
    assert GAS in answer.text
    assert proposal.state == "inquiry"


@pytest.mark.parametrize(
    ("day", "early"),
    [(date(2026, 3, 11), True), (date(2026, 3, 12), True), (date(2026, 3, 13), False)],
)
def test_obstacles_are_announced_with_a_term_to_answer(
    office, people, running, client, clock, day, early
):
    assert office.post(people.manager, "warning", running, **{"texts-0": GAS}).status_code == 302
    assert running.state == "warned"
    assert "12 March 2026" in client.get(f"/proposals/{running.number}").text
    clock.go(day)
    page = office.as_(people.manager).get(f"/desk/proposals/{running.number}/refusal").text
    assert ("may do so until 12 March 2026" in page) is early
    reasons = {"texts-0": GAS}
    assert office.post(people.manager, "refusal", running, **reasons).status_code == 302
    assert ("obstacles_answered" in history("proposal", running.id)[-1].warnings) is early


@pytest.mark.article("1(4)")
def test_a_redirection_names_the_instrument_and_the_way_back(office, people, running, client):
    bare = office.post(people.desk, "redirection", running)
    assert bare.status_code == 409
    assert "1(4)" in bare.text
    assert "11(8)" in bare.text  # both obstacles at once
    given = {"instrument": "Bando contributi, Ufficio cultura", "reason": GAS}
    assert office.post(people.desk, "redirection", running, **given).status_code == 302
    page = client.get(f"/proposals/{running.number}").text
    assert "Bando contributi" in page
    assert "1 April 2026" in page


@pytest.mark.article("3(1)b")
def test_a_correction_keeps_what_stood_before(office, people, running, client):
    kept = {"title": "Aiuole di via Corta", "district": "centro"}
    no_reason = office.post(people.manager, "correction", running, **kept)
    assert no_reason.status_code == 409
    answer = office.post(people.manager, "correction", running, **kept, reason="Via sbagliata")
    assert answer.status_code == 302
    entry = history("proposal", running.id)[-1]
    assert entry.private["title"] == ["Aiuole di via Lunga", "Aiuole di via Corta"]
    assert "Via sbagliata" in client.get(f"/proposals/{running.number}").text


def test_a_correction_changes_public_fields_only(office, people, running):
    everything = {column.name: "9" for column in running.__table__.columns}
    typed = everything | {"version": running.version, "district": "fiume", "reason": "Prova"}
    typed.pop("occurred_on", None)
    before = (running.author_id, running.state, running.number, running.announced_days)
    assert office.post(people.manager, "correction", running, **typed).status_code == 302
    after = (running.author_id, running.state, running.number, running.announced_days)
    assert after == before
    assert running.title == "9"


@pytest.mark.article("3(1)b")
def test_a_refused_file_is_reopened_where_it_was(office, people, running, client):
    office.post(people.manager, "refusal", running, **{"texts-0": GAS})
    answer = office.post(people.manager, "reopening", running, reason="Condotta spostata")
    assert answer.status_code == 302
    assert running.state == "inquiry"
    assert "Condotta spostata" in client.get(f"/proposals/{running.number}").text


@pytest.mark.article("11(5)")
def test_nothing_is_accepted_while_comments_are_open(office, people, running, clock, client):
    clock.go(running.comments_until)
    early = office.post(people.desk, "acceptance", running)
    assert early.status_code == 409
    assert "11(5)" in early.text
    assert "11(6)" in early.text  # the opinions that are awaited, named beside it
    clock.go(running.comments_until + timedelta(days=1))
    assert office.post(people.desk, "acceptance", running).status_code == 302
    assert running.state == "accepted"
    assert history("proposal", running.id)[-1].warnings == ["opinions_given"]
    assert "Concluded in 16 days" in client.get(f"/proposals/{running.number}").text


@pytest.mark.article("36(1)")
def test_an_imported_file_that_had_ended_is_taken_up_in_its_inquiry(app, office, people):
    here = app.config["SETTINGS"]
    old = Proposal(
        state="",
        number="2019-P-0007",
        title="Aiuole",
        public_author="R. R.",
        author_name="Unknown",
        imported_from="Register 2019",
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
    )
    step = PROPOSAL.take("import", None, Role.DESK, ProposalFacts(), to=ProposalState.REFUSED)
    record(old, step, Act(None, here.today(), here.now()))
    db.session.commit()
    assert office.post(people.manager, "reopening", old, reason="Di nuovo").status_code == 302
    db.session.refresh(old)
    assert old.state == "inquiry"
