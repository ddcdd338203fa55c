"""The people of a dispute at their browsers: each with a screen of their own."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pactregistry.database import db
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.reports.twin import Referee
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.people.doors import PASSWORD, mails_to

POOR = {"viewport": NARROW, "java_script_enabled": False}
PHONE = {"viewport": NARROW}
DESK = {"viewport": WIDE}


@dataclass(frozen=True)
class Person:
    """Somebody invented; `office` is the part of an officer, who signs in with a code too."""

    part: str
    name: str
    email: str
    how: dict[str, Any] = field(hash=False)
    office: str = ""


def _officer(part: str, office: str) -> Person:
    return Person(part, "", f"{office}@city.example", DESK, office)


LEAD = Person("citizens' lead", "", "lina@people.example", POOR)
MANAGER = _officer("managing officer", "manager")
SECRETARY = _officer("secretary", "secretary")
COUNTER = _officer("desk officer", "desk")
PIA = Person("citizens' member", "Pia Paciere", "pia@people.example", PHONE)
BRUNO = Person("City's member", "Bruno Bilance", "bruno@people.example", DESK)
TEA = Person("third member", "Tea Terzi", "tea@people.example", POOR)
VICO = Person("neighbour", "Vico Vicino", "vico@people.example", PHONE)
VISITOR = Person("visitor", "", "", PHONE)


@dataclass
class Company:
    """Who is in a story, and the browsers that they have opened."""

    stage: Stage
    referee: Referee
    browsers: dict[Person, Walker] = field(default_factory=dict)

    def go(self, day: date) -> None:
        """Let it be a day; the sessions of the day before are over."""
        self.stage.go(day)
        for browser in self.browsers.values():
            browser.rest()

    def comes(self, who: Person, path: str) -> Walker:
        """Somebody opens a page, as by the link of a mail, and signs in on the way."""
        browser = self.browsers.get(who)
        if browser is None:
            browser = self.browsers[who] = self.stage.visitor(who.part, **who.how)
            browser.referee = self.referee
        browser.open(path)
        if who.email and "/sign-in?" in browser.page.url:
            self.signs_in(who)
        return browser

    def signs_in(self, who: Person) -> None:
        """Fill the form of sign-in that stands there."""
        if who.office:
            self.stage.forget_codes()
        self.browsers[who].sign_in(who.email, self.stage.keys.get(who.office, ""))

    def by_mail(self, who: Person, words: str) -> Walker:
        """Somebody follows the latest mail about something."""
        return self.comes(who, self.stage.mailed(who.email, words))

    def latest(self, who: Person) -> str:
        """The latest mail to somebody, its subject first."""
        mail = mails_to(who.email)[-1]
        told = f"{mail.subject}\n{mail.text}"
        db.session.remove()  # what the test reads must not hold the database
        return told

    def registers(self, who: Person, words: str) -> Walker:
        """Somebody without an account opens one on the way to where a mail leads."""
        path = self.stage.mailed(who.email, words)
        browser = self.browsers[who] = self.stage.visitor(who.part, **who.how)
        browser.referee = self.referee
        browser.open(path)
        browser.go("I have no account yet")
        browser.write("Name and surname", who.name)
        browser.write("E-mail", who.email)
        browser.write("Password", PASSWORD)
        browser.write("The same password again", PASSWORD)
        browser.go("Open an account")
        browser.open(self.stage.mailed(who.email, "Confirm"))
        browser.sign_in(who.email)
        browser.open(path)
        return browser
