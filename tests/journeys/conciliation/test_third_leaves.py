"""A neighbour who is named in a dispute takes part, then leaves; the two end the pact. Art. 33."""

from datetime import date

import pytest

from tests.journeys.conciliation import acts, public
from tests.journeys.conciliation.acts import CANARY, INSIDE, PACT, ROOM
from tests.journeys.conciliation.company import (
    BRUNO,
    LEAD,
    MANAGER,
    PIA,
    SECRETARY,
    TEA,
    VICO,
    VISITOR,
    Company,
)
from tests.journeys.conftest import WIDE

TEXT = f"Il patto finisce il 15 giugno; le panche restano al quartiere. {CANARY}"
LEFT_ON = date(2026, 5, 26)
MOST = {
    "citizens' lead": (14, 11),
    "managing officer": (14, 10),
    "secretary": (13, 9),
    "neighbour": (24, 11),
}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.article("33(1)", "33(2)", "5(2)b")
@pytest.mark.parametrize("stage", [{"viewport": WIDE}], indirect=True)
def test_a_third_party_leaves_and_the_two_end_the_pact(company: Company) -> None:
    stage = company.stage
    stage.neighbour(BRUNO.name, BRUNO.email)
    lead = acts.comes_to_ask(company, LEAD)
    lead.tick("a damage")
    lead.write("Does it concern somebody else", VICO.name)
    lead.write("That person's e-mail", VICO.email)
    lead.go("Ask for conciliation")
    assert lead.sees("name the third member")
    acts.names(lead, "Name the citizens' member", PIA)

    vico = company.registers(VICO, "2026-0001")
    assert vico.sees(acts.HAPPENED)
    acts.names(vico, "Name the third member", TEA)
    manager = company.by_mail(MANAGER, "Conciliation was asked for")
    acts.names(manager, "Name the City's member", BRUNO)
    for member in (PIA, BRUNO, TEA):
        acts.takes_seat(company.by_mail(member, "You are named"))
    secretary = acts.convenes(company)
    acts.calls_sitting(secretary, date(2026, 5, 12))
    acts.writes_message(company.comes(VICO, INSIDE), "Le feste finiscano alle ventidue.")

    company.go(date(2026, 5, 12))
    heard = ("the citizens of the pact", "the City", "the third party")
    acts.writes_minutes(company.comes(TEA, INSIDE), *heard, said="Sentiti tutti e tre.")
    company.go(date(2026, 5, 25))
    pia = company.comes(PIA, INSIDE)
    acts.drafts(pia, TEXT, "The pact is to end")
    acts.puts_to_vote(pia)
    for who in (PIA, TEA):
        acts.votes(company.comes(who, INSIDE), "I vote for this text")
    acts.proposes(pia)

    lead = company.by_mail(LEAD, "made its proposal")
    acts.answers(lead, "Accept the committee's proposal")
    _leaves(company)
    manager = company.by_mail(MANAGER, "The third party left")
    assert acts.fetches(manager, ROOM)[1].count(b"no answer yet") == 1, "one is waited for"
    acts.answers(manager, "Accept the committee's proposal")
    _ends(company)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _leaves(company: Company) -> None:
    """From then on its room is not there for the neighbour."""
    company.go(LEFT_ON)
    vico = company.by_mail(VICO, "made its proposal")
    assert vico.sees(TEXT)
    waiting = company.comes(SECRETARY, "/desk/committees")
    assert waiting.sees("the third party: answer the proposal")
    vico.go("Leave the conciliation")
    vico.write("Why", f"Vado ad abitare altrove. {CANARY}")
    vico.go("Leave the conciliation")
    assert not vico.sees(public.NUMBER)
    for path in ("/proposal.pdf", "/messages", "/acceptance", "/leaving", "/papers"):
        acts.is_refused_at(vico, ROOM + path)
    vico.open(ROOM)
    assert vico.sees("Committee convened on"), "what everyone reads"
    assert not vico.sees(CANARY)
    waiting.page.reload()
    assert not waiting.sees("the third party")
    assert waiting.sees("the City: answer the proposal")


def _ends(company: Company) -> None:
    """The settlement waits for the act of the City, which is prepared; then the pact has ended."""
    manager = company.by_mail(MANAGER, "the act of the City is awaited")
    visitor = company.comes(VISITOR, PACT)
    assert visitor.sees("All parties to a dispute agreed that this pact ends.")
    manager.go("End the pact as agreed")
    visitor.open(PACT)
    assert visitor.sees("Ended on 26 May 2026")
    assert visitor.sees("Both sides ended it by agreement")
    visitor.open(ROOM)
    assert visitor.sees("It ends with an act of the City")
    assert not visitor.sees("The act of the City is awaited.")
    public.is_silent(visitor)
    lead = company.by_mail(LEAD, "nded by agreement")
    assert lead.sees("Both sides ended it by agreement")
