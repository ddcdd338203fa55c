"""The acts of scenario 1, in the order in which they happen, each by one person in a browser."""

from pathlib import Path

from PIL import Image

from tests.journeys.stage import Stage
from tests.journeys.walking import Walker

EMAIL = "rita@people.example"
TITLE = "Piccole riparazioni degli arredi"
TERMS = "Solo vernice ad acqua, nel colore che c'è già."
NUMBER = "2026-A-0001"
STOCK = {"pennelli": ("10", "2"), "guanti": ("20", "4")}
"""Thing: how many the City has, how many go with one activity."""


def fills_the_stock(desk: Walker) -> None:
    desk.menu("Desk")
    desk.go("Loans")
    desk.go("The stock")
    for thing, (owned, _lent) in STOCK.items():
        desk.go("Add a thing")
        desk.write("What it is", thing)
        desk.write("How many the City has", owned)
        desk.go("Save")


def writes_the_module(desk: Walker) -> None:
    desk.menu("Desk")
    desk.go("Modules")
    desk.go("Begin a module")
    desk.write("Short name in the address", "small-repairs")
    desk.write("Name (", TITLE)
    desk.write("What may be done", "Ridipingere o riparare fino a tre panchine.")
    desk.write("Terms that citizens accept", "Solo vernice ad acqua.")
    desk.write("Risks and protection", "Guanti. Barattoli aperti solo all'aria.")
    desk.write("At most how many", "3")
    desk.write("What is counted", "panchine")
    desk.tick("Not on listed monuments")
    for thing, (_owned, lent) in STOCK.items():
        desk.write(thing, lent)
    desk.write("The kit may be fetched", "2")
    desk.write("The kit comes back", "7")
    desk.go("Save the module")


def writes_the_next_version(desk: Walker) -> None:
    desk.page.reload()
    desk.go("Write the next version")
    desk.go("Write it")
    desk.write("Terms that citizens accept", TERMS)
    desk.go("Save the module")


def puts_in_force(manager: Walker, version: int, act: str) -> None:
    manager.menu("Desk")
    manager.go("Modules")
    manager.go(f"version {version}")
    manager.go("Put in force")
    manager.write("Number and date", act)
    manager.go("Put in force")
    assert manager.sees("The module was put in force")


def is_authorised(stage: Stage) -> Walker:
    resident = stage.visitor("resident")
    resident.open("/")
    resident.menu("Small care")
    resident.go(TITLE)
    assert resident.sees(TERMS)
    resident.go("Do it: choose place and day")
    resident.sign_in(EMAIL)
    resident.choose("Another known place", "Giardino dei Tigli")
    resident.tick("no", "fieldset:has(> legend:text('listed monument'))")
    resident.write("On which day", "2026-03-14")
    resident.write("How many panchine", "2")
    resident.tick("I have read the sheet on risks")
    resident.tick("I accept the terms above")
    resident.go("Accept the terms and be authorised")
    assert resident.sees("You are authorised.")
    assert resident.sees(NUMBER)
    return resident


def hands_over(desk: Walker) -> None:
    desk.menu("Desk")
    desk.go("Loans")
    desk.go("2026-L-0001")
    desk.go("Hand over")
    desk.go("Hand over")
    assert desk.sees("The things were handed over")


def says_that_it_is_done(resident: Walker, folder: Path) -> None:
    resident.open("/")
    resident.menu("My files")
    resident.go("Is it done?")
    resident.go("With a photograph")
    picture = folder / "panchine.jpg"
    Image.new("RGB", (320, 200), "seagreen").save(picture)
    resident.write("What you did", "Due panchine di nuovo verdi.")
    resident.attach("One photograph", picture)
    resident.tick("Nobody can be recognised")
    resident.go("Say that it is done")
    assert resident.sees("Due panchine di nuovo verdi.")


def wants_the_old_gate_too(resident: Walker) -> None:
    """The trap: what is a monument is refused there, and goes on as a proposal as it was typed."""
    resident.menu("Small care")
    resident.go(TITLE)
    resident.go("Do it: choose place and day")
    resident.write("Place in your words", "Porta vecchia")
    resident.choose("District", "Centro district")
    resident.tick("yes", "fieldset:has(> legend:text('listed monument'))")
    resident.write("On which day", "2026-03-28")
    resident.write("How many panchine", "1")
    resident.tick("I have read the sheet on risks")
    resident.tick("I accept the terms above")
    resident.is_refused("Accept the terms and be authorised")
    assert resident.sees("listed monument")
    resident.go("Send it as a proposal")
    shown = resident.page.locator("main").inner_html()
    for typed in ("Porta vecchia", TITLE, "1 panchine", "2026-03-28"):
        assert typed in shown, typed
