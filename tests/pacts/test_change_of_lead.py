"""A group's members choose a new representative, who takes over its files. Art. 4(3), 4(4)."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from PIL import Image

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.representing.models import LeadChange, Outcome
from pactregistry.people.models import Account, Membership, lead_on
from pactregistry.workflow.states import VersionState
from tests.pacts.cases import Cast, agree_and_sign, sign_as

Enter = Callable[[Account], FlaskClient]
PAGE = "/pacts/2026-0001"


@pytest.fixture
def nora(cast: Cast, person: Callable[..., Account]) -> Account:
    """A member with an account, who shall represent the group."""
    return member_of(cast, person("Nora Nuova"))


def member_of(cast: Cast, account: Account) -> Account:
    row = Membership(group_id=cast.proposal.group_id, account_id=account.id, name=account.name)
    row.since = date(2026, 1, 1)
    db.session.add(row)
    db.session.commit()
    return account


def place(cast: Cast) -> str:
    return f"/groups/{cast.proposal.group_id}/representative"


def ask(browser: FlaskClient, cast: Cast, who: Account) -> int:
    row = db.session.query(Membership).filter_by(account_id=who.id, until=None).one()
    form = {"member": str(row.id), "reason": "Lina si trasferisce."}
    return browser.post(place(cast), data=form).status_code


def answer(browser: FlaskClient, cast: Cast, what: str = "yes", objection: str = "") -> int:
    form = {"agrees": what, "objection": objection}
    return browser.post(f"{place(cast)}/answer", data=form).status_code


def lead_of(cast: Cast) -> int | None:
    db.session.expire_all()
    lead = lead_on(cast.proposal.group_id or 0, settings().today())
    return lead.account_id if lead else None


@pytest.mark.article("4(3)", "4(4)")
def test_more_than_half_must_confirm_before_the_new_one_takes_over(
    nora: Account, active: Cast, enter: Enter, person: Callable[..., Account]
) -> None:
    others = [member_of(active, person(name)) for name in ("Uno Socio", "Due Socia")]
    assert ask(enter(nora), active, nora) == 302  # 1 of 4: her own
    browser = enter(nora)
    assert "Lina si trasferisce." in enter(others[0]).get(place(active)).text
    assert enter(others[0]).get(PAGE).status_code == 200  # members see the file
    assert answer(enter(others[0]), active) == 302  # 2 of 4: just half
    refused = browser.post(f"{place(active)}/takeover")
    assert refused.status_code == 409
    assert "have not confirmed the new representative" in refused.text
    assert answer(enter(others[1]), active, "no", "Preferisco Lina.") == 302
    assert "Preferisco Lina." in browser.get(place(active)).text
    assert answer(enter(active.lead), active) == 302  # 3 of 4
    assert enter(others[0]).post(f"{place(active)}/takeover").status_code == 403
    assert browser.post(f"{place(active)}/takeover").status_code == 302
    assert lead_of(active) == nora.id
    entry = history("pact", active.pact.id)[-1]
    assert (entry.step, entry.by_role, entry.actor_id) == ("change_lead", "lead", nora.id)
    assert entry.reason == ""
    # The new one acts on the file; the one before reads it as a member.
    assert browser.get(f"{PAGE}/amendment").status_code == 200
    assert enter(active.lead).get(f"{PAGE}/amendment").status_code == 403
    assert enter(active.lead).get(PAGE).status_code == 200


@pytest.mark.article("4(3)", "5(2)m")
def test_old_signatures_stay_and_the_next_version_names_the_new_one(
    nora: Account, active: Cast, enter: Enter
) -> None:
    before = [(s.account_id, s.name) for s in active.pact.versions[0].signatories]
    ask(enter(active.lead), active, nora)
    answer(enter(nora), active)
    assert enter(nora).post(f"{place(active)}/takeover").status_code == 302
    assert [(s.account_id, s.name) for s in active.pact.versions[0].signatories] == before
    form = {"version": str(active.pact.version), "reason": "Altra aiuola.", "at_once": "y"}
    assert enter(active.desk).post(f"{PAGE}/amendment", data=form).status_code == 302
    assert [s.account_id for s in active.text.signatories] == [nora.id, active.manager.id]
    assert version_facts(active.text).mandate  # the members' answers are as good as minutes
    active.lead = nora
    agree_and_sign(active, enter)
    assert active.pact.versions[1].state == VersionState.SIGNED


@pytest.mark.article("4(3)", "11(10)")
def test_a_frozen_text_that_names_the_one_before_goes_back(
    nora: Account, frozen: Cast, enter: Enter
) -> None:
    ask(enter(frozen.lead), frozen, nora)
    answer(enter(nora), frozen)
    assert enter(nora).post(f"{place(frozen)}/takeover").status_code == 302
    assert frozen.text.state == VersionState.CODESIGN
    assert frozen.text.signatories[0].account_id == nora.id
    assert enter(frozen.lead).post(f"{PAGE}/duties").status_code == 409


@pytest.mark.article("4(3)", "11(10)")
def test_a_signature_that_was_given_stands(nora: Account, frozen: Cast, enter: Enter) -> None:
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    ask(enter(frozen.lead), frozen, nora)
    answer(enter(nora), frozen)
    assert enter(nora).post(f"{place(frozen)}/takeover").status_code == 302
    assert frozen.text.state == VersionState.READY
    assert frozen.text.signatories[0].account_id == frozen.lead.id


@pytest.mark.article("4(3)", "4(4)")
def test_the_desk_records_from_minutes_that_a_representative_is_gone(
    active: Cast, enter: Enter
) -> None:
    desk = enter(active.desk)
    assert desk.get(f"{PAGE}/representative").location.endswith("/representative")
    assert "Record a change from signed minutes" in desk.get(place(active)).text
    row = db.session.query(Membership).filter_by(account_id=None).one()
    form = {"member": str(row.id), "reason": "La referente è morta."}
    assert desk.post(place(active), data=form).status_code == 200  # no minutes, no change
    assert lead_of(active) == active.lead.id
    paper = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(paper, "PNG")
    sent = {**form, "paper": (io.BytesIO(paper.getvalue()), "verbale.png")}
    assert desk.post(place(active), data=sent).status_code == 302
    assert lead_of(active) is None
    assert db.session.query(LeadChange).one().outcome is Outcome.TAKEN_OVER
    assert history("pact", active.pact.id)[-1].by_role == "desk"
    assert enter(active.stranger).get(place(active)).status_code == 404


@pytest.mark.article("4(3)")
def test_a_proposal_goes_to_the_new_representative_too(
    nora: Account, cast: Cast, enter: Enter
) -> None:
    own = f"/me/proposals/{cast.proposal.number}"
    assert enter(nora).get(own).status_code == 200  # a member reads it
    assert enter(nora).get(f"/proposals/{cast.proposal.number}/withdrawal").status_code == 404
    ask(enter(cast.lead), cast, nora)
    answer(enter(nora), cast)
    assert enter(nora).post(f"{place(cast)}/takeover").status_code == 302
    assert history("proposal", cast.proposal.id)[-1].step == "change_lead"
    assert enter(nora).get(f"/proposals/{cast.proposal.number}/withdrawal").status_code == 200
    assert enter(cast.lead).get(f"/proposals/{cast.proposal.number}/withdrawal").status_code == 404


@pytest.mark.article("4(3)")
def test_one_question_at_a_time_and_it_may_rest(nora: Account, active: Cast, enter: Enter) -> None:
    assert ask(enter(active.lead), active, nora) == 302
    assert ask(enter(nora), active, nora) == 409
    assert enter(nora).post(f"{place(active)}/end").status_code == 302
    assert lead_of(active) == active.lead.id
    assert answer(enter(nora), active) == 404
