"""The acts of scenario 2, in the order in which they happen, each by one person in a browser."""

from pathlib import Path

from PIL import Image

from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.pacts.test_documents import text_of
from tests.people.doors import PASSWORD, code_of

LEAD = "lina.zibellini@people.example"
NEIGHBOURS = {"Rosa Passiflora": "rosa@people.example", "Gino Trifogli": "gino@people.example"}
MEMBERS = [f"Vicina Quarantasei-{ordinal}" for ordinal in range(1, 7)]
SECTIONS = {
    "b": "Due anni. Ciascuna parte recede con trenta giorni di preavviso scritto.",
    "c": "Il gruppo pianta, annaffia e pulisce; il Comune fornisce acqua e rimborsa le piante.",
    "d": "Le aiuole restano aperte a tutti; chiunque può unirsi il sabato mattina.",
    "e": "Ciascuno risponde dei danni che causa; il Comune assicura i volontari.",
    "h": "Una pagina con fotografie alla fine di ogni anno, pubblicata sulla rete civica.",
    "i": "Si prova prima a chiarire insieme; poi la conciliazione.",
    "l": "Attrezzi e aiuole tornano al Comune; chi lascia lo scrive al gruppo.",
    "m": "Le parti cambiano il testo insieme, per iscritto.",
}
LOW_VALUE = "Valore modesto: il gruppo non presta garanzie."
NUMBER = "2026-P-0001"
PACT = "2026-0001"


def signs_up(stage: Stage) -> Walker:
    walker = stage.visitor("resident")
    walker.open("/")
    walker.go("Propose something")
    walker.tick("continuous care")
    walker.tick("We ask the City for money")
    walker.tick("an informal group")
    walker.go("Begin")
    walker.go("I have no account yet")
    walker.write("Name and surname", "Lina Zibellini")
    walker.write("E-mail", LEAD)
    walker.write("Password", PASSWORD)
    walker.write("The same password again", PASSWORD)
    walker.go("Open an account")
    walker.open(stage.mailed(LEAD, "Confirm"))
    walker.sign_in(LEAD)
    return walker


def opens_group(lead: Walker) -> None:
    lead.open("/me")
    lead.write("Phone", "333 4445556")
    lead.go("Save")
    lead.go("Open a group")
    lead.write("Name of the group", "Via Lunga in Fiore")
    lead.go("Open the group")
    for member in MEMBERS:
        lead.write("Name of the member", member)
        lead.go("Add")


def proposes(lead: Walker) -> None:
    lead.menu("My files")
    lead.go("Make a proposal")
    lead.tick("continuous care")
    lead.tick("We ask the City for money")
    lead.tick("an informal group")
    lead.go("Begin")
    lead.choose("A group that you represent", "Via Lunga in Fiore")
    lead.write("Name that the public reads", "Via Lunga in Fiore")
    lead.write("Interest of your own", "Ho una bottega di fiori nella via.")
    lead.go("Save and go on")
    lead.write("Title", "Dodici aiuole in Via Lunga")
    lead.write("Summary", "Sette vicini curano dodici aiuole.")
    lead.write("What you want to do", "Curiamo 12 aiuole, 140 m² in tutto, per due anni.")
    lead.write("What others gain from it", "La via diventa un luogo dove ci si incontra.")
    lead.write("Theme", "verde")
    lead.go("Save and go on")
    lead.choose("A known place of the city", "Via Lunga")
    lead.go("Save and go on")
    lead.write("How many people take part", "7")
    lead.write("You would begin on", "2026-04-15")
    lead.write("You would end on", "2028-04-14")
    lead.write("What you need from the City", "Acqua e 300 euro per le piante.")
    lead.go("Save and go on")
    lead.go("Go on to the check")
    lead.go("Send the proposal")
    assert lead.sees(NUMBER)
    receipt = lead.context.request.get(f"{lead.address}/proposals/{NUMBER}/receipt.pdf")
    assert receipt.ok
    assert "Lina Zibellini" in text_of(receipt.body())


def announces(stage: Stage) -> None:
    path = stage.mailed("desk@city.example", NUMBER)
    desk = stage.officer("desk officer", "desk", path)
    desk.write("The City's registry number", "1021/2026")
    desk.go("Add the number")
    desk.go("Open the inquiry")
    desk.write("Days needed for the inquiry", "45")
    desk.tick("Green spaces office")
    desk.tick("Water service")
    desk.go("I have read it")
    assert desk.sees("16 April 2026")
    assert desk.sees("1021/2026")
    desk.leave()


def comments(stage: Stage) -> None:
    for name, email in NEIGHBOURS.items():
        neighbour = stage.visitor("neighbours")
        neighbour.open("/")
        neighbour.go("Dodici aiuole in Via Lunga")
        neighbour.go("Sign in to comment")
        neighbour.sign_in(email)
        neighbour.write("Your comment", f"Bello! Anche erbe per le api, dice {name.split()[0]}.")
        neighbour.go("Send")
        assert neighbour.sees("erbe per le api")
        neighbour.leave()


def opinions(stage: Stage) -> None:
    for office in ("green", "water", "centro"):
        path = stage.mailed(f"{office}@city.example", NUMBER)
        officer = stage.officer("offices and president", office, path)
        officer.tick("favourable")
        officer.write("Text, with conditions", "Nulla osta, con innaffio serale.")
        officer.go("Read what becomes public")
        officer.go("I have read it")
        officer.leave()


def accepts(stage: Stage) -> None:
    desk = stage.officer("desk officer", "desk", f"/desk/proposals/{NUMBER}")
    desk.go("Accept")
    desk.go("Accept")
    assert desk.sees(PACT)
    desk.open(f"/proposals/{NUMBER}")
    assert desk.sees("Concluded in 32 days of 45 announced")
    desk.leave()


def meets(stage: Stage, lead: Walker) -> None:
    """One meeting: the desk writes what both say, then the citizens agree."""
    desk = stage.officer("desk officer", "desk", f"/pacts/{PACT}/codesign")
    desk.go("Duration, supervisor, acts")
    desk.write("Supervisor", "Vicina Quarantasei-1")
    desk.go("Save")
    desk.go("Support by the City")
    desk.choose("Kind of support", "materials and protective equipment")
    desk.write("What exactly", "Acqua dalla fontanella")
    second = "fieldset:nth-of-type(2)"
    desk.choose("Kind of support", "reimbursement of costs", second)
    desk.write("What exactly", "Piante, su ricevuta", second)
    desk.write("At most, in euro", "300", second)
    desk.go("Save")
    desk.go("Change the whole text on one screen")
    for letter, text in SECTIONS.items():
        desk.write("Text", text, f"[id^=section_{letter}-], fieldset:has(#section_{letter}-text)")
    low = "fieldset:has(#section_f-text)"
    desk.tick("Does not apply", low)
    desk.write("Why it does not apply", LOW_VALUE, low)
    desk.go("Save")
    desk.go("We agree with the whole text")
    lead.rest()
    lead.open(stage.mailed(LEAD, "Accepted"))
    lead.sign_in(LEAD)
    assert lead.sees(LOW_VALUE)
    lead.go("We agree with the whole text")
    desk.open(f"/pacts/{PACT}/codesign")
    desk.go("Freeze the text for signature")
    desk.go("Freeze the text for signature")
    desk.leave()


def lead_signs(stage: Stage, lead: Walker, folder: Path) -> None:
    """The mandate is asked for before signing: a form to print, and the minutes as a picture."""
    lead.rest()
    lead.open(stage.mailed(LEAD, "To sign"))
    lead.sign_in(LEAD)
    lead.go("I have read this")
    assert lead.sees("minutes")
    assert lead.page.get_by_role("button", name="Sign", exact=True).is_disabled()
    lead.open("/groups/")
    lead.go("Via Lunga in Fiore")
    lead.go("The form to print and sign")
    assert all(lead.sees(member) for member in MEMBERS)
    lead.go("Via Lunga in Fiore")
    minutes = folder / "verbale-firmato.png"
    Image.new("RGB", (200, 280), "white").save(minutes)
    lead.attach("Signed minutes", minutes)
    lead.go("Send the signed minutes")
    lead.open(f"/pacts/{PACT}/signature")
    lead.tick("I approve these clauses specifically")
    lead.go("Sign", exact=True)
    assert lead.sees("The signature is recorded")


def manager_signs(stage: Stage) -> None:
    manager = stage.officer(
        "managing officer", "manager", stage.mailed("manager@city.example", "To sign")
    )
    manager.go("I have read this")
    manager.write("One-time code", code_of(stage.keys["manager"], later=30))
    manager.go("Sign", exact=True)
    assert manager.sees("The signature is recorded")
    manager.leave()
