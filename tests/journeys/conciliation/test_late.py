"""A dispute on which the committee proposes on day 37, and one party declines. Art. 33(2), 34."""

from datetime import date
from http import HTTPStatus

import pytest

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
    VISITOR,
    Company,
)
from tests.journeys.conftest import WIDE
from tests.pacts.test_documents import faults, text_of

DUE_ON, PROPOSED_ON = date(2026, 6, 3), date(2026, 6, 10)
CAUSE = "Una controversia sul patto davanti al comitato di conciliazione"
TEXT = f"Il cancello si apre alle sette, e il gruppo tiene una copia della chiave. {CANARY}"
WHY = f"La chiave non basta: senza custode il gruppo risponde dei furti. {CANARY}"
MOST = {
    "citizens' lead": (13, 9),
    "managing officer": (22, 19),
    "secretary": (9, 7),
    "third member": (17, 13),
}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""


@pytest.mark.article("33(1)", "33(2)", "34(1)", "5(2)b")
@pytest.mark.parametrize("stage", [{"viewport": WIDE}], indirect=True)
def test_unsettled_with_a_late_proposal(company: Company) -> None:
    stage = company.stage
    stage.neighbour(BRUNO.name, BRUNO.email)
    manager = acts.comes_to_ask(company, MANAGER)
    manager.tick("the pact itself")
    manager.go("Ask for conciliation")
    acts.names(manager, "Name the City's member", BRUNO)
    acts.names(manager, "Put forward the third member", TEA)
    acts.takes_seat(company.by_mail(BRUNO, "You are named"))

    _is_reminded(company)
    lead = company.by_mail(LEAD, "something is awaited from you by 3 June")
    lead.go("Agree to the third member")
    lead.go("Agree to the third member")
    acts.names(lead, "Name the citizens' member", PIA)
    company.go(DUE_ON)
    acts.takes_seat(company.by_mail(TEA, "You are named"))
    acts.takes_seat(company.by_mail(PIA, "You are named"))
    acts.convenes(company)

    _rests_meanwhile(company)
    company.go(date(2026, 6, 8))
    tea = company.by_mail(TEA, "is late: something is awaited from you")
    assert tea.sees("5 days late")
    acts.drafts(tea, TEXT, "Nothing changes in the text of the pact")
    tea.open(f"{ROOM}/text")
    assert tea.sees("Not heard yet: the citizens of the pact, the City."), "it stops nothing"
    acts.puts_to_vote(tea)
    for who in (TEA, BRUNO, PIA):
        acts.votes(company.comes(who, INSIDE), "I vote for this text")

    company.go(PROPOSED_ON)
    bruno = company.comes(BRUNO, f"{ROOM}/proposal")
    assert bruno.sees("the proposal is recorded as late")
    acts.proposes(bruno)
    assert bruno.sees("It came 7 days late.")
    lead = company.by_mail(LEAD, "made its proposal")
    assert lead.sees("It came 7 days late.")
    _is_printed_as_late(company)
    visitor = company.comes(VISITOR, ROOM)
    assert visitor.sees("after 37 days: 7 days late")

    acts.answers(lead, "Decline the committee's proposal", WHY)
    manager = company.by_mail(MANAGER, "made its proposal")
    assert manager.sees(WHY)
    acts.answers(manager, "Accept the committee's proposal")
    assert manager.sees("Not all parties accepted")
    _everyone_reads_the_end(company)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _is_reminded(company: Company) -> None:
    """Fifteen and five days before the last one; who has nothing to do is left alone."""
    for day in (date(2026, 5, 19), date(2026, 5, 29)):
        company.go(day)
        told = company.latest(LEAD)
        assert "something is awaited from you by 3 June 2026" in told
        assert "name a member" in told
        assert "agree or object" in told
        assert CANARY not in told
    assert "awaited from you by" not in company.latest(MANAGER)


def _rests_meanwhile(company: Company) -> None:
    """Section b lists a dispute before its committee: the pact may rest until it is over."""
    manager = company.comes(MANAGER, f"{PACT}/suspension")
    manager.choose("Cause", CAUSE)
    manager.write("Reason", "Fino alla proposta il cancello resta chiuso.")
    manager.go("Suspend at once")
    visitor = company.comes(VISITOR, PACT)
    assert visitor.sees("Suspended since 3 June 2026")
    assert visitor.sees(CAUSE)
    assert visitor.sees("Before a conciliation committee since 3 June 2026.")
    assert not visitor.sees("The pact goes on meanwhile.")


def _is_printed_as_late(company: Company) -> None:
    for reader in (LEAD, PIA, SECRETARY):
        walker = company.comes(reader, INSIDE)
        status, content = acts.fetches(walker, f"{ROOM}/proposal.pdf")
        assert status == HTTPStatus.OK
    assert faults(content) == []
    words = " ".join(text_of(content).split())
    assert TEXT in words
    assert "7 giorni di ritardo" in words
    assert f"{INSIDE} " in f"{words} ", "by way of signing in"


def _everyone_reads_the_end(company: Company) -> None:
    """How it ended and how late it was; never why. Then the pact goes on."""
    visitor = company.comes(VISITOR, ROOM)
    assert visitor.sees("Not all parties accepted the committee's proposal.")
    assert visitor.sees("The pact is still suspended")
    assert "may lift the suspension now" in company.latest(MANAGER)
    public.is_silent(visitor)
    desk = company.comes(COUNTER, f"{PACT}/resumption")
    desk.go("Resume")
    visitor.open(PACT)
    assert not visitor.sees("Suspended since")
    assert not visitor.sees("Before a conciliation committee")
    visitor.go(public.NUMBER)
    assert not visitor.sees("still suspended")
    assert visitor.sees("after 37 days: 7 days late")
    visitor.open("/disputes/")
    assert visitor.sees("7 days late")
