"""The acts of scenario 5, in the order in which they happen, each by one person in a browser."""

from pathlib import Path

from tests.journeys import at_length, table
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker

EMAIL = "elma@people.example"
NUMBER = "2026-P-0001"
PAPERS = (
    "explanatory report",
    "maintenance programme",
    "scaled drawings",
    "estimate of the works",
)
RESOLUTION = "n. 12 del 20 aprile 2026"
HERITAGE_ACT = "Soprintendenza 9/2026 del 20 giugno 2026"
SAID = {
    "a": "Recuperare il lavatoio e aprirlo a tutti.",
    "c": "I lavori sono dei cittadini; il Comune ne paga una parte.",
    "d": "Aperto a tutti dalle 8 alle 20.",
}


def proposes(stage: Stage, folder: Path) -> Walker:
    """Received and numbered without the four papers."""
    lead = stage.visitor("resident")
    lead.open("/sign-in")
    lead.sign_in(EMAIL)
    table.opens_group(lead, "Lavatoio Aperto", ["Dina Vaschi"], folder)
    at_length.proposes(
        lead,
        "recovering or changing a place",
        needs=["Building works are needed", "There is some danger"],
        group="Lavatoio Aperto",
        who={"Name that the public reads": "Lavatoio Aperto"},
        what={
            "Title": "Lavatoio Aperto",
            "What you want to do": "Recuperare il lavatoio e farne un laboratorio aperto a tutti.",
            "What others gain": "Un luogo chiuso da anni torna alla gente.",
        },
        about="a building",
        place="Lavatoio vecchio",
        ticked=["It is a listed monument"],
        how={"You would begin on": "2026-06-01", "You would end on": "2038-06-01"},
    )
    assert lead.sees(NUMBER)
    return lead


def asks_for_papers(desk: Walker) -> None:
    """The list begins with what the regulation asks for: nothing is left to type."""
    desk.open(f"/desk/proposals/{NUMBER}")
    desk.go("Ask for missing papers")
    asked = [field.input_value() for field in desk.page.locator("main textarea").all()]
    assert set(PAPERS) <= set(asked), asked
    desk.go("Ask for missing papers")
    assert desk.sees("The clock is stopped")


def brings_one_paper(stage: Stage, lead: Walker, folder: Path) -> None:
    lead.rest()
    lead.open(stage.mailed(EMAIL, "papers are missing"))
    lead.sign_in(EMAIL)
    lead.attach(PAPERS[0], table.picture(folder, "relazione"))
    lead.write("Your answer", "I disegni arrivano a maggio.")
    lead.go("Send the missing papers")


def refers(stage: Stage, desk: Walker) -> None:
    """The file itself says why the executive is to look at it."""
    desk.open(f"/desk/proposals/{NUMBER}")
    assert desk.sees("Is it a substantial change?")
    desk.go("Refer to the City executive")
    desk.tick("Places or their planned use change substantially")
    desk.write("What changes", "Da lavatoio chiuso a laboratorio aperto.")
    desk.go("Refer to the City executive")
    path = stage.mailed("executive@city.example", NUMBER)
    secretary = stage.officer("secretary of the executive", "executive", path)
    secretary.go("Record the resolution")
    secretary.tick("In favour")
    secretary.write("Number and date of the resolution", RESOLUTION)
    secretary.write("Reasons of the resolution", "Il luogo torna a tutti.")
    secretary.go("Record the resolution")
    secretary.leave()


def writes_the_text(desk: Walker) -> None:
    """The table says what is open; each of it is stated on its page."""
    table_page = f"/pacts/{table.PACT}/codesign"
    desk.open(table_page)
    for open_point in ("lasts longer than the normal limit", "who carries out the works"):
        assert desk.sees(open_point), open_point
    table.fills_sections(desk, SAID)
    opening = {"When and how": "Aperto dalle 8 alle 20.", "Burdens": "Poco costo, molto luogo."}
    ticked = ["to give back to everyone", "Nothing is done against everyone's use"]
    table.states(desk, "Purpose and collective use", opening, ticked=ticked)
    paid = {"Paid by the citizens": "150000", "Paid by the City": "30000"}
    ticked = ["with works, skills and money", "the citizens themselves", "The rules on qualified"]
    table.states(desk, "Works of regeneration", paid, ticked=ticked)
    kept = {
        "Lasting purpose": "Laboratorio aperto, sempre.",
        "Building works that": "Il tetto.",
        "Improvements and additions": "Un forno e i servizi.",
    }
    table.states(desk, "The building", kept, ticked=["They cost the City nothing"])
    table.states(desk, "Risks and protective equipment", {}, ticked=["Heights"])
    covered = {"What it covers": "Infortuni e terzi."}
    table.states(desk, "Insurance", covered, ticked=["the citizens, with a policy of their own"])
    desk.open(f"{table_page}/terms")
    desk.write("Supervisor", "Dina Vaschi")
    desk.write("Why a term longer", "Il recupero del tetto.")
    desk.write("What these works cost", "180000")
    desk.go("Save")
    assert not desk.sees("lasts longer than the normal limit")


def cannot_sign_yet(lead: Walker) -> None:
    """Three of the four papers are still out."""
    table.goes_to_sign(lead)
    assert lead.page.get_by_role("button", name="Sign", exact=True).is_disabled()
    for paper in PAPERS[1:]:
        assert lead.sees(paper), paper


def adds_the_papers(desk: Walker, folder: Path) -> None:
    desk.open(f"/pacts/{table.PACT}")
    desk.go("Take the text back to co-design")
    desk.write("Reason", "Mancano tre documenti.")
    desk.go("Take the text back to co-design")
    desk.open(f"/pacts/{table.PACT}/codesign/annexes")
    for paper in PAPERS[1:]:
        desk.choose("What it is", paper)
        desk.attach("File", table.picture(folder, paper))
        desk.go("Add")


def heritage_approves(stage: Stage) -> None:
    """The works do not begin before the heritage authority's act is recorded."""
    desk = stage.officer("desk officer", "desk", f"/desk/pacts/{table.PACT}")
    desk.go("Ask the heritage authority")
    desk.write("Registry number of the request", "88/2026")
    desk.go("Ask the heritage authority")
    desk.open(f"/desk/pacts/{table.PACT}")
    desk.go("Record the heritage authority's act")
    desk.tick("approved")
    desk.write("Number and date of the act", HERITAGE_ACT)
    desk.go("Record the heritage authority's act")
    desk.leave()
