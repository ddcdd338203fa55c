"""A dispute settled on day 28 with an amendment, which both sides then sign. Art. 33, 5(2)m."""

from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest

from pactregistry.people import security
from tests.journeys import table
from tests.journeys.conciliation import acts, public
from tests.journeys.conciliation.acts import CANARY, INSIDE, PACT, ROOM
from tests.journeys.conciliation.company import (
    BRUNO,
    COUNTER,
    LEAD,
    MANAGER,
    PIA,
    SECRETARY,
    TEA,
    Company,
)
from tests.journeys.conftest import WIDE
from tests.journeys.table import picture
from tests.journeys.walking import Walker
from tests.pacts.test_documents import faults, text_of

SAT_ON, PROPOSED_ON = date(2026, 5, 14), date(2026, 6, 1)
FIRST = "Il rubinetto si apre tre sere la settimana, da maggio a settembre."
OURS = f"{FIRST} Le chiavi stanno in portineria."
THEIRS = f"{FIRST} Il gruppo chiude e segna l'ora sul foglio."
BOTH = f"{THEIRS} Le chiavi stanno in portineria. {CANARY}"
DISSENT = f"Due sere bastano: il custode finisce alle diciotto. {CANARY}"
AGREED = "Il rubinetto è aperto tre sere la settimana, da maggio a settembre."
MOST = {
    "citizens' lead": (33, 25),
    "managing officer": (26, 20),
    "secretary": (19, 15),
    "third member": (18, 13),
}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.article("33(1)", "33(2)", "5(2)m")
@pytest.mark.parametrize("stage", [{"viewport": WIDE}], indirect=True)
def test_settled_on_day_28_with_an_amendment(
    company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = company.stage
    lead = acts.comes_to_ask(company, LEAD)
    lead.tick("a decision within the pact")
    lead.attach("Papers", picture(tmp_path, "rubinetto"))
    lead.go("Ask for conciliation")
    assert lead.sees("The proposal is due by 3 June 2026")
    assert lead.sees("30 days left")
    acts.names(lead, "Name the citizens' member", PIA)
    visitor = public.knows_nothing_yet(company)

    manager = company.by_mail(MANAGER, "Conciliation was asked for")
    assert manager.sees(CANARY)
    acts.names(manager, "Name the City's member", BRUNO)
    acts.names(manager, "Put forward the third member", TEA)
    assert manager.sees("the other side has not answered")
    lead.open(ROOM)
    lead.go("Agree to the third member")
    lead.go("Agree to the third member")

    company.go(date(2026, 5, 6))
    pia = company.by_mail(PIA, "You are named")
    acts.takes_seat(pia)
    bruno = company.registers(BRUNO, "2026-0001")  # the City's language until he has one
    acts.takes_seat(bruno)
    tea = company.by_mail(TEA, "You are named")
    acts.takes_seat(tea)
    secretary = acts.convenes(company)
    acts.calls_sitting(secretary, SAT_ON)
    assert "a sitting on 14 May 2026" in company.latest(LEAD)
    assert CANARY not in company.latest(LEAD)
    public.is_under_dispute(visitor, "6 May 2026")

    company.go(SAT_ON)
    lead = company.by_mail(LEAD, "a sitting on")
    acts.writes_message(lead, "Portiamo il foglio delle sere di aprile.")
    acts.writes_message(lead, "Il custode ci disse altro, a voce.", alone=True)
    pia = company.comes(PIA, INSIDE)
    acts.writes_message(pia, "Io proporrei tre sere.", alone=True)
    secretary = company.comes(SECRETARY, INSIDE)
    heard = ("the citizens of the pact", "the City")
    acts.writes_minutes(secretary, *heard, said="Sentite le due parti; il foglio è agli atti.")
    _only_the_committee_reads(company)

    company.go(date(2026, 5, 25))
    _three_write_at_once(company)
    acts.puts_to_vote(company.comes(TEA, INSIDE))
    with monkeypatch.context() as passing:
        passing.setattr(security, "FRESH", security.FRESH / 10**9)  # the five minutes are over
        pia = company.comes(PIA, f"{ROOM}/vote")
        assert "/sign-in/again" in pia.page.url
    acts.votes(pia, "I vote for this text")
    acts.votes(company.comes(BRUNO, INSIDE), "I vote against it", DISSENT)
    acts.votes(company.comes(TEA, INSIDE), "I vote for this text")
    for party in (LEAD, MANAGER, SECRETARY):
        reader = company.comes(party, INSIDE)
        assert not reader.sees(FIRST)
        assert not reader.sees(DISSENT)

    company.go(PROPOSED_ON)
    acts.proposes(company.comes(PIA, INSIDE))
    lead = company.by_mail(LEAD, "made its proposal")
    for told in (BOTH, DISSENT, "against it", "The pact is to be changed"):
        assert lead.sees(told), told
    _is_printed(lead)
    acts.answers(lead, "Accept the committee's proposal", f"Volentieri. {CANARY}")
    assert lead.sees("no answer yet")
    manager = company.by_mail(MANAGER, "made its proposal")
    acts.answers(manager, "Accept the committee's proposal")
    assert manager.sees("opened as version 2")
    public.is_settled(visitor, "version 2")

    _is_written_and_signed(company)
    visitor.open(PACT)
    assert visitor.sees(AGREED)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _only_the_committee_reads(company: Company) -> None:
    """Parties do not read what members write to each other, nor what another party wrote them."""
    for who, reads in {
        LEAD: (True, True, False),
        MANAGER: (True, False, False),
        SECRETARY: (True, False, False),
        TEA: (True, True, True),
    }.items():
        walker = company.comes(who, INSIDE)
        said = ("Portiamo il foglio", "Il custode ci disse", "Io proporrei")
        assert tuple(walker.sees(text) for text in said) == reads, who.part
        assert walker.sees("il foglio è agli atti")


def _three_write_at_once(company: Company) -> None:
    """Who saves second reads both texts, and puts them together."""
    pia = company.comes(PIA, INSIDE)
    acts.drafts(pia, FIRST, "The pact is to be changed")
    address = f"{ROOM}/draft"
    bruno, tea = company.comes(BRUNO, address), company.comes(TEA, address)
    bruno.write("What the committee proposes", THEIRS)
    bruno.go("Save the draft")
    tea.write("What the committee proposes", OURS)
    tea.is_refused("Save the draft", HTTPStatus.CONFLICT)
    assert tea.sees(f"Saved: {THEIRS}")
    assert tea.page.get_by_label("What the committee proposes").input_value() == OURS
    tea.write("What the committee proposes", BOTH)
    tea.go("Save the draft")
    assert tea.sees(BOTH)


def _is_printed(lead: Walker) -> None:
    """Made to last, read by everyone; who voted how, and what was held against it."""
    status, content = acts.fetches(lead, f"{ROOM}/proposal.pdf")
    assert status == HTTPStatus.OK
    assert faults(content) == []
    words = " ".join(text_of(content).split())
    for told in (BOTH, DISSENT, PIA.name, BRUNO.name, TEA.name):
        assert told in words, told
    assert acts.fetches(lead, f"{ROOM}/proposal.pdf")[1] == content


def _is_written_and_signed(company: Company) -> None:
    """The desk writes what was settled, both sides agree and sign as ever."""
    stage = company.stage
    desk = company.comes(COUNTER, f"{PACT}/codesign/sections/d")
    desk.write("Text", AGREED)
    desk.go("Save")
    lead = company.comes(LEAD, f"{PACT}/codesign")
    table.all_agree(lead)
    table.freezes(desk)
    table.both_sign(stage, lead)
