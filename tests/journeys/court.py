"""The acts of scenario 3, in the order in which they happen, each by one person in a browser."""

from collections.abc import Mapping

from tests.journeys import light
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker

CLUB = "club@people.example"
COMMITTEE = "committee@people.example"
VOTERS = {"Alba": "Basket giovanile", "Bice": "Basket giovanile", "Ciro": "Campo Stella per tutti"}
"""Who votes on the pages, and for what."""
TEXTS = {
    "2026-P-0001": "Allenamenti per under 14 ogni pomeriggio.",
    "2026-P-0002": "Gioco libero, e quiete dopo le ore 20.",
}
MINUTES = "Novantatré presenti in palestra; contato due volte da due funzionari."
COMPETITION = "2026-K-0001"
CHOICE = "2026-V-0001"


def both_propose(stage: Stage) -> tuple[Walker, Walker]:
    """The sports club and the residents' committee; nobody tells them of each other."""
    club = stage.visitor("club")
    club.open("/sign-in")
    club.sign_in(CLUB)
    days = {"You would begin on": "2026-05-04", "You would end on": "2027-05-03"}
    first, second = TEXTS.values()
    named = {"Name that the public reads": "Polisportiva Stella", "Theme": "sport"}
    light.proposes(club, "Basket giovanile al Campo Stella", first, "Campo Stella", **named, **days)
    committee = stage.visitor("committee")
    committee.open("/sign-in")
    committee.sign_in(COMMITTEE)
    named = {"Name that the public reads": "Comitato Stella", "Theme": "gioco"}
    light.proposes(committee, "Campo Stella per tutti", second, "Campo Stella", **named)
    return club, committee


def declares(desk: Walker) -> None:
    """The overlap is found by place; the other file is two clicks away."""
    club, committee = TEXTS
    desk.open(f"/desk/proposals/{club}")
    assert desk.sees("Other open proposals seem to concern the same commons")
    desk.go("Compare them")
    desk.tick(committee)
    desk.write("How they compare", "Ogni pomeriggio per una squadra, o il campo aperto a tutti.")
    desk.go("Declare competing proposals")
    desk.go(f"The competing proposals {COMPETITION}")


def cannot_be_accepted(desk: Walker) -> None:
    """The file offers no such step, and its page says why to who opens it all the same."""
    number = next(iter(TEXTS))
    desk.open(f"/desk/proposals/{number}")
    steps = desk.page.locator("#steps + ul")
    assert not steps.get_by_text("Accept", exact=True).count()
    desk.open(f"/desk/proposals/{number}/acceptance")
    assert desk.page.get_by_role("button", name="Accept").is_disabled()
    assert desk.sees("Another proposal on the same commons is still open.")
    assert not desk.sees("Declare them competing"), "it is done already"


def records_meetings(desk: Walker, days: Mapping[str, str]) -> None:
    desk.open(f"/desk/competitions/{COMPETITION}")
    for held_on, told in days.items():
        desk.go("Record a meeting")
        desk.write("Day of the meeting", held_on)
        desk.write("Where", "Sala di quartiere")
        desk.write("In which roles", "Tre per gruppo, due dell'ufficio.")
        desk.write("Minutes", told)
        desk.go("Record the meeting")


def calls_the_choice(desk: Walker) -> None:
    """A ballot on the pages for who has an account, then an assembly for everyone."""
    desk.go("Call a participatory choice")
    desk.tick("a ballot on these pages, then an assembly")
    desk.write("First day of the ballot", "2026-03-26")
    desk.write("Last day of the ballot", "2026-04-09")
    desk.write("Day of the assembly", "2026-04-10")
    desk.write("Place and hour", "Palestra, ore 18")
    desk.go("Publish the notice")


def votes(stage: Stage, name: str, title: str) -> None:
    voter = stage.visitor("voters")
    voter.open("/")
    voter.go(title)  # under "Vote now", the first thing on the first page
    voter.go("Sign in to vote")
    voter.sign_in(f"{name.lower()}@people.example")
    voter.tick(title)
    voter.go("Vote now")
    assert voter.sees("Your vote was taken")
    voter.open(f"/choices/{CHOICE}")
    assert voter.sees("You have voted.")
    voter.leave()


def counts(desk: Walker) -> None:
    """The program counts the ballot; the assembly's numbers stand in its minutes."""
    club, committee = TEXTS
    desk.open(f"/choices/{CHOICE}")
    desk.go("Record the count")
    desk.write("People at the assembly", "93")
    desk.write(f"Votes of the assembly for {club}", "56")
    desk.write(f"Votes of the assembly for {committee}", "37")
    desk.write("Blank votes", "0")
    desk.write("Invalid votes", "0")
    desk.write("Minutes", MINUTES)
    desk.go("Record the count")
    desk.open(f"/desk/competitions/{COMPETITION}")
    desk.go("Record the result on the proposals")
    desk.go("Record the participatory choice")


def reads_the_result(stage: Stage) -> None:
    visitor = stage.visitor("visitor")
    visitor.open("/choices/")
    visitor.go("Basket giovanile")  # a choice is named by what one chose between
    for told in ("58", "38", "96", MINUTES, *TEXTS.values()):
        assert visitor.sees(told), told
    visitor.open(f"/proposals/{list(TEXTS)[1]}")
    assert visitor.sees("Not chosen is no refusal")
    assert visitor.sees("(Art. 3(1)d)")


def joins(stage: Stage, committee: Walker) -> None:
    """Who was not chosen follows the invitation into the pact."""
    committee.rest()
    committee.open(stage.mailed(COMMITTEE, "not chosen"))
    committee.go(next(iter(TEXTS)))
    committee.go(light.PACT)
    committee.go("Sign in to ask")
    committee.sign_in(COMMITTEE)
    committee.write("A few words", "Teniamo noi le ore libere della domenica.")
    committee.go("Ask to join")
    assert committee.sees("answer is awaited")


def both_sides_admit(stage: Stage, club: Walker) -> None:
    club.rest()
    club.open(stage.mailed(CLUB, "asks to join"))
    club.sign_in(CLUB)
    club.go("Yes, for our side")
    desk = stage.officer("desk officer", "desk", stage.mailed("desk@city.example", "asks to join"))
    desk.go("Yes, admit")
    desk.leave()
