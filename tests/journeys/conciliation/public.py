"""What everyone reads of a dispute: nothing, then that it is there, then how it ended. Art. 33."""

from tests.journeys.conciliation.acts import CANARY, PACT, ROOM, fetches, is_refused_at
from tests.journeys.conciliation.company import BRUNO, PIA, TEA, VICO, VISITOR, Company
from tests.journeys.walking import Walker

NUMBER = ROOM.rpartition("/")[-1]
EVERYWHERE = (
    ROOM,
    PACT,
    f"{PACT}.json",
    "/disputes/",
    f"/api/v1/disputes/{NUMBER}",
    "/data/disputes.csv",
    "/feed.json",
    "/figures",
)


def knows_nothing_yet(company: Company) -> Walker:
    """Before the committee sits a request is only counted."""
    visitor = company.comes(VISITOR, PACT)
    assert not visitor.sees("Before a conciliation committee")
    visitor.open("/disputes/")
    assert visitor.sees("1 request waits for its committee.")
    assert not visitor.sees(NUMBER)
    is_refused_at(visitor, ROOM)
    return visitor


def is_under_dispute(visitor: Walker, since: str) -> None:
    """The pact's page says so, and leads to the page of the dispute."""
    visitor.open(PACT)
    assert visitor.sees(f"Before a conciliation committee since {since}.")
    visitor.go(f"Dispute {NUMBER}")
    assert visitor.sees("Proposal due by")
    assert visitor.sees("Sign in to enter its room"), "who takes part finds the way in"
    is_silent(visitor)


def is_settled(visitor: Walker, follows: str) -> None:
    """Its days and its end; nothing of its content."""
    visitor.open(PACT)
    assert not visitor.sees("Before a conciliation committee")
    visitor.go(NUMBER)
    assert visitor.sees("after 28 days")
    assert visitor.sees(follows)
    visitor.open("/disputes/")
    assert visitor.sees("proposal after 28 days")
    visitor.open("/figures")
    status, feed = fetches(visitor, "/feed.json")
    assert status == 200
    assert NUMBER in feed.decode()
    is_silent(visitor)


def is_silent(visitor: Walker) -> None:
    """Neither a private word nor a member's name is anywhere."""
    for path in EVERYWHERE:
        status, content = fetches(visitor, path)
        assert status == 200, path
        for private in (CANARY, BRUNO.name, PIA.name, TEA.name, VICO.name):
            assert private not in content.decode(), (path, private)
