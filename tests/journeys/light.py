"""What people do again and again in a case without works, money or risk, each in a browser."""

from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.people.doors import code_of

PACT = "2026-0001"


def proposes(author: Walker, title: str, what: str, place: str, **more: str) -> None:
    """The questions, the one screen, the check, the receipt; `more` is typed by label."""
    author.open("/proposals/new")
    author.tick("continuous care")
    author.go("Begin")
    author.write("Title", title)
    author.write("What you want to do", what)
    author.choose("A known place of the city", place)
    for label, text in more.items():
        author.write(label, text)
    author.go("Save and check")
    author.go("Send the proposal")


def opens_inquiry(desk: Walker, *offices: str) -> None:
    """From the file, the office announces the time that it needs, and whom it asks."""
    desk.go("Open the inquiry")
    for office in offices:
        desk.tick(office)
    desk.go("I have read it")


def accepts(desk: Walker) -> None:
    """From the file, the office accepts, and agrees with the standard text at once."""
    desk.go("Accept")
    desk.go("Accept")
    desk.go("We agree with the whole text")


def all_sign(stage: Stage, lead: Walker, email: str, desk: Walker) -> None:
    """The citizens agree, the text is frozen, they sign and the managing officer signs."""
    lead.rest()
    lead.open(stage.mailed(email, "Accepted"))
    lead.sign_in(email)
    lead.go("We agree with the whole text")
    desk.open(f"/pacts/{PACT}/codesign")
    desk.go("Freeze the text for signature")
    desk.go("Freeze the text for signature")
    lead.open(stage.mailed(email, "To sign"))
    lead.go("I have read this")
    lead.tick("I approve these clauses specifically")
    lead.go("Sign", exact=True)
    path = stage.mailed("manager@city.example", "To sign")
    manager = stage.officer("managing officer", "manager", path)
    manager.go("I have read this")
    manager.write("One-time code", code_of(stage.keys["manager"], later=30))
    manager.go("Sign", exact=True)
    manager.leave()
