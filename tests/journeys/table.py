"""What both sides do again and again while a pact is written, each in a browser."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from PIL import Image

from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.people.doors import code_of

PACT = "2026-0001"
WHY = "Non serve in questo caso."


def opens_group(lead: Walker, name: str, members: Iterable[str], folder: Path) -> None:
    """An association with its members and the minutes by which they decided."""
    lead.open("/groups/")
    lead.go("Open a group")
    lead.write("Name of the group", name)
    lead.choose("What it is", "Association or other formal body")
    lead.go("Open the group")
    for member in members:
        lead.write("Name of the member", member)
        lead.go("Add")
    lead.attach("Signed minutes", picture(folder, "verbale"))
    lead.go("Send the signed minutes")


def picture(folder: Path, name: str) -> Path:
    """A scan to send, its bytes its own."""
    path = folder / f"{name}.png"
    Image.new("RGB", (60, 80), f"#{crc32(name.encode()) % 2**24:06x}").save(path)
    return path


def fills_sections(desk: Walker, said: Mapping[str, str]) -> None:
    """Write what is said of some sections; an empty one is told not to apply."""
    for letter in "abcdefghilm":
        desk.open(f"/pacts/{PACT}/codesign/sections/{letter}")
        empty = not desk.page.get_by_label("Text").first.input_value()
        if letter in said:
            desk.write("Text", said[letter])
        elif empty:
            desk.tick("This section does not apply")
            desk.write("Why it does not apply", WHY)
        desk.go("Save")


def states(
    desk: Walker,
    title: str,
    typed: Mapping[str, str],
    *,
    ticked: Sequence[str] = (),
    chosen: Mapping[str, str] | None = None,
) -> None:
    """State one group of conditions, found by its title."""
    desk.open(f"/pacts/{PACT}/codesign/conditions")
    desk.go(f"Change {title}")
    for label in ticked:
        desk.tick(label)
    for label, option in (chosen or {}).items():
        desk.choose(label, option)
    for label, text in typed.items():
        desk.write(label, text)
    desk.go("Save")


def all_agree(side: Walker) -> None:
    """A side reads the whole text and agrees with each section that it has not agreed with."""
    side.open(f"/pacts/{PACT}/codesign")
    button = side.page.get_by_role("button", name="We agree")
    while button.count():
        side.go("We agree")


def freezes(desk: Walker) -> None:
    """The text, its PDF and its digest are fixed."""
    desk.open(f"/pacts/{PACT}/codesign")
    desk.go("Freeze the text for signature")
    desk.go("Freeze the text for signature")


def goes_to_sign(lead: Walker) -> None:
    """The duties are read first."""
    lead.open(f"/pacts/{PACT}/duties")
    lead.go("I have read this")


def both_sign(stage: Stage, lead: Walker) -> None:
    """Who represents the citizens signs, then the managing officer: the pact is public."""
    goes_to_sign(lead)
    lead.tick("I approve these clauses specifically")
    lead.go("Sign", exact=True)
    path = stage.mailed("manager@city.example", "To sign")
    manager = stage.officer("managing officer", "manager", path)
    manager.go("I have read this")
    manager.write("One-time code", code_of(stage.keys["manager"], later=30))
    manager.go("Sign", exact=True)
    assert manager.sees("The signature is recorded")
    manager.leave()
