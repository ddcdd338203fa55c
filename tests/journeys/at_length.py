"""A larger case step by step, and what offices say of it, each act in a browser."""

from collections.abc import Mapping, Sequence

from tests.journeys.stage import Stage
from tests.journeys.walking import Walker


def proposes(
    author: Walker,
    care: str,
    *,
    needs: Sequence[str] = (),
    who: Mapping[str, str] | None = None,
    group: str = "",
    what: Mapping[str, str],
    about: str = "",
    place: str,
    ticked: Sequence[str] = (),
    how: Mapping[str, str] | None = None,
) -> None:
    """Who, what, where, how, papers, check: `what`, `who` and `how` are typed by label."""
    author.open("/proposals/new")
    author.tick(care)
    for need in needs:
        author.tick(need)
    if group:
        author.tick("an association")
    author.go("Begin")
    if group:
        author.choose("A group that you represent", group)
    _type(author, who or {})
    author.go("Save and go on")
    _type(author, what)
    if about:
        author.choose("What it is about", about)
    author.go("Save and go on")
    author.choose("A known place of the city", place)
    for label in ticked:
        author.tick(label)
    author.go("Save and go on")
    _type(author, how or {})
    author.go("Save and go on")
    author.go("Go on to the check")
    author.go("Send the proposal")


def opens_inquiry(desk: Walker, days: str, *offices: str) -> None:
    """From the file, with the time needed; an office is chosen by its name."""
    desk.go("Open the inquiry")
    desk.write("Days needed for the inquiry", days)
    for office in offices:
        desk.tick(office)
    desk.go("I have read it")


def gives_opinion(stage: Stage, office: str, about: str, verdict: str, text: str) -> None:
    """Somebody who was asked follows the mail and gives an opinion."""
    path = stage.mailed(f"{office}@city.example", about)
    officer = stage.officer("offices and president", office, path)
    officer.page.locator("main").get_by_label(verdict, exact=True).click()
    officer.write("Text, with conditions", text)
    officer.go("Read what becomes public")
    officer.go("I have read it")
    officer.leave()


def _type(walker: Walker, typed: Mapping[str, str]) -> None:
    for label, text in typed.items():
        walker.write(label, text)
