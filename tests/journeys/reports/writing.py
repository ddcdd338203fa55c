"""What a report in pieces takes, each act by one person in a browser."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Route

from pactregistry.database import db
from pactregistry.people.models import Account, Group, Membership
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.pacts.life.scene import Scene

LEAD, FRIEND = "lina@people.example", "rosa@people.example"
NUMBER = "2026-R-0001"
CLOSE = "Save and close"


def can_sign_in(scene: Scene, friend: Account) -> None:
    """Who speaks for the group has a password; a member of the group has an account too."""
    scene.cast.lead.password = friend.password
    group = db.session.get_one(Group, scene.cast.proposal.group_id)
    group.members.append(
        Membership(account_id=friend.id, name="", is_lead=False, since=date(2026, 4, 15))
    )
    db.session.commit()
    db.session.remove()


def begins(stage: Stage, email: str, path: str = "") -> Walker:
    """Follow the mail that asks for the report, or open a page, and sign in on the way."""
    part = "lead" if email == LEAD else "friend"
    walker = stage.visitor(part)
    walker.open(path or stage.mailed(email, "A report is awaited"))
    walker.sign_in(email)
    return walker


def writes(walker: Walker, piece: str, typed: Mapping[str, str], button: str = CLOSE) -> None:
    """Open one piece from the list of all pieces, write it, save it."""
    walker.open(f"/reports/{NUMBER}/write")
    walker.go(piece)
    for label, text in typed.items():
        walker.write(label, text)
    walker.go(button)


def explains(walker: Walker, figure: str, how: str) -> None:
    """Say of a figure how it was counted; the sentence stands folded behind it."""
    walker.unfold(f"How you counted: {figure}")
    walker.page.locator("details[open]").get_by_label("How you counted").last.fill(how)


def adds_photograph(walker: Walker, path: Path, caption: str, *, faces: bool = False) -> None:
    """Send one photograph."""
    walker.attach("Photograph", path)
    walker.write("What it shows", caption)
    if faces:
        walker.tick("Somebody can be recognised on it")
    walker.go("Add it")


def adds_cost(walker: Walker, typed: Mapping[str, str], kind: str) -> None:
    """Add one cost that is asked back."""
    walker.go("Add a cost")
    for label, text in typed.items():
        walker.write(label, text)
    walker.choose("Kind of cost", kind)
    walker.go("Save")


def on_a_line_that_breaks(walker: Walker) -> Callable[[], None]:
    """Let each form be sent twice, as when its answer is lost; gives what mends the line."""

    def twice(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
        route.continue_()

    walker.page.route("**/*", twice)
    return lambda: walker.page.unroute("**/*", twice)


def photograph(folder: Path, colour: str) -> Path:
    """A photograph as a telephone takes it."""
    path = folder / f"{colour}.jpg"
    Image.new("RGB", (1600, 1200), colour).save(path)
    return path
