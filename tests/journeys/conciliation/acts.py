"""What happens in every dispute, each act by one person in a browser. Art. 33."""

from datetime import date

from playwright.sync_api import Response

from tests.journeys.conciliation.company import SECRETARY, Company, Person
from tests.journeys.walking import Walker
from tests.people.doors import PASSWORD

PACT = "/pacts/2026-0001"
ROOM = "/disputes/2026-D-0001"
INSIDE = f"{ROOM}/room"
"""Where a mail leads: by way of signing in."""
HAPPENED = "Da marzo il custode apre il rubinetto solo di giorno. Riservato-Ottantadue."
ASKED = "Che il rubinetto sia aperto tre sere la settimana. Riservato-Ottantadue."
CANARY = "Riservato-Ottantadue"
"""Typed by everyone wherever the public never reads."""


def comes_to_ask(company: Company, who: Person) -> Walker:
    """From the public page of the pact, by way of what conciliation is, to the form."""
    walker = company.comes(who, PACT)
    walker.go("Conciliation: how it goes")
    assert walker.sees("It binds nobody")
    assert walker.sees("It is no court")
    walker.go("Ask for conciliation on 2026-0001")
    company.signs_in(who)
    walker.write("What happened", HAPPENED)
    walker.write("What you ask for", ASKED)
    return walker


def names(walker: Walker, button: str, person: Person, verb: str = "Name a member") -> None:
    """Name somebody, from the room, by the button that says for which seat."""
    walker.open(ROOM)
    walker.go(button)
    walker.write("Name and surname", person.name)
    walker.write("E-mail", person.email)
    walker.go(verb)
    assert walker.sees(person.name)


def takes_seat(walker: Walker) -> None:
    """Say yes on the page to which the invitation leads."""
    assert walker.sees("You are named to sit on a committee of three")
    assert not walker.sees(CANARY), "what is disputed is read after the yes"
    walker.tick("I have no part in this dispute")
    walker.go("Take the seat")
    assert walker.sees(CANARY)


def convenes(company: Company) -> Walker:
    """The secretary finds it on the list of committees."""
    secretary = company.comes(SECRETARY, "/desk/committees")
    secretary.go("Convene the committee")
    secretary.go("Convene the committee")
    assert secretary.sees("Convened on")
    return secretary


def calls_sitting(secretary: Walker, day: date) -> None:
    """A sitting is called; its place stands in the room alone."""
    secretary.open(ROOM)
    secretary.go("Call a sitting")
    secretary.write("Day of the sitting", day.isoformat())
    secretary.write("Hour", "17:30")
    secretary.write("Place", f"Sala piccola. {CANARY}")
    secretary.go("Call a sitting")
    assert secretary.sees("Sala piccola")


def writes_minutes(walker: Walker, *heard: str, said: str) -> None:
    """The minutes of the sitting that was held, with who was heard."""
    walker.open(ROOM)
    walker.go("Write the minutes")
    for side in heard:
        walker.tick(side)
    walker.write("Minutes", f"{said} {CANARY}")
    walker.go("Write the minutes")
    assert walker.sees(said)


def writes_message(walker: Walker, text: str, *, alone: bool = False) -> None:
    """Write in the room, to all or to the committee alone."""
    walker.open(ROOM)
    walker.go("Write a message")
    walker.write("Your message", f"{text} {CANARY}")
    if alone:
        walker.tick("For the committee alone")
    walker.go("Send")
    assert walker.sees(text)


def drafts(walker: Walker, text: str, effect: str) -> None:
    """Begin the draft of the proposal, and save it."""
    walker.open(ROOM)
    walker.go("Begin the draft")
    walker.write("What the committee proposes", text)
    walker.tick(effect)
    walker.go("Save the draft")
    assert walker.sees(text)


def puts_to_vote(walker: Walker) -> None:
    """Fix the draft as the text on which all vote."""
    walker.open(ROOM)
    walker.go("Put the text to the vote")
    walker.go("Put the text to the vote")
    assert walker.sees("This text is before the vote")


def votes(walker: Walker, voice: str, words: str = "") -> None:
    """Vote by name; the password is asked again of who typed it a while ago."""
    walker.open(ROOM)
    walker.go("Vote", exact=True)
    if "/sign-in/again" in walker.page.url:
        walker.write("Password", PASSWORD)
        walker.go("Go on")
    walker.tick(voice)
    if words:
        walker.write("In your own words", words)
    walker.go("Vote", exact=True)
    assert walker.sees("against it" if "against" in voice else "for it")


def proposes(walker: Walker) -> None:
    """Make the text with the majority the committee's proposal."""
    walker.open(ROOM)
    walker.go("Make the proposal")
    walker.go("Make the proposal")
    assert walker.sees("It binds nobody")


def answers(walker: Walker, verb: str, words: str = "") -> None:
    """Accept or decline, from the room."""
    walker.go(verb)
    if words:
        walker.write("A word to the others" if verb.startswith("Accept") else "Why", words)
    walker.go(verb)


def fetches(walker: Walker, path: str) -> tuple[int, bytes]:
    """What the browser's own session gets at an address: its status and its bytes."""
    answer = walker.context.request.get(walker.address + path)
    return answer.status, answer.body()


def is_refused_at(walker: Walker, path: str, status: int = 404) -> None:
    """An address that is not there for this person."""
    answer: Response | None = walker.page.goto(walker.address + path)
    assert answer is not None
    assert answer.status == status, path
    walker.faults.clear()
