"""The city of a journey: an application served with a clock that the test moves, and its people."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy import update

from pactregistry import scheduler
from pactregistry.database import db
from pactregistry.people.actions_staff import give_code_secret
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.conftest import SetClock
from tests.journeys.walking import Tally, Walker
from tests.people.doors import link_in, mails_to

OFFICERS = {
    "desk": ("Dora Sportellista", Role.DESK, "commons"),
    "manager": ("Mara Dirigenti", Role.MANAGER, "commons"),
    "green": ("Vanni Verdi", Role.REVIEWER, "green"),
    "water": ("Ada Acquaioli", Role.REVIEWER, "water"),
    "centro": ("Piero Presiedi", Role.DISTRICT, "centro"),
    "fiume": ("Fiamma Presiedi", Role.DISTRICT, "fiume"),
    "collina": ("Colomba Presiedi", Role.DISTRICT, "collina"),
    "gas": ("Gaspare Retini", Role.REVIEWER, "gas"),
    "works": ("Lavinia Cantieri", Role.REVIEWER, "works"),
    "executive": ("Gianna Segretari", Role.EXECUTIVE, "executive"),
    "secretary": ("Sira Convochi", Role.SECRETARY, ""),
}
"""Part: invented name, role, office. The e-mail is `<part>@city.example`."""
USUAL = ("desk", "manager", "green", "water", "centro")


@dataclass
class Stage:
    """What a journey needs: whose browser opens where, on which day, and what the mails said."""

    app: Flask
    browser: Browser
    address: str
    clock: SetClock
    somebody: Callable[..., Account]
    how: dict[str, Any]
    tally: Tally = field(default_factory=Tally)
    keys: dict[str, str] = field(default_factory=dict)
    walkers: list[Walker] = field(default_factory=list)

    def staff(self, *parts: str) -> None:
        """Open the accounts of officers, the usual ones, each with a one-time code set up."""
        for part in parts or USUAL:
            name, role, office = OFFICERS[part]
            account = self.somebody(name, email=f"{part}@city.example", roles=[(role, office)])
            self.keys[part] = give_code_secret(account)
            db.session.commit()

    def neighbour(self, name: str, email: str) -> None:
        """Open the confirmed account of a citizen."""
        self.somebody(name, email=email)
        db.session.remove()

    def visitor(self, part: str, **otherwise: Any) -> Walker:
        """A browser of one's own, signed out; `otherwise` says how it differs from the others."""
        walker = Walker(self.browser, self.address, part, self.tally, **(self.how | otherwise))
        self.walkers.append(walker)
        return walker

    def officer(self, part: str, name: str, path: str) -> Walker:
        """An officer who opens a page by its link and signs in on the way."""
        self.forget_codes()
        walker = self.visitor(part)
        walker.open(path)
        walker.sign_in(f"{name}@city.example", self.keys[name])
        return walker

    def forget_codes(self) -> None:
        """Codes follow the machine's time: on another day of the story the last one is over."""
        db.session.execute(update(Account).values(tf_last_counter=None))
        db.session.commit()

    def go(self, day: date) -> None:
        """Let it be a day, and let the clocks do what is due."""
        self.clock.go(day)
        scheduler.sweep()
        db.session.remove()

    def mailed(self, address: str, words: str) -> str:
        """The path of the link in the latest mail to an address whose subject has these words."""
        mails = [mail for mail in mails_to(address) if words in mail.subject]
        assert mails, f"no mail to {address} about {words}"
        path = link_in(mails[-1])
        # What the test reads must not hold the database while the browser writes.
        db.session.remove()
        return path

    def faults(self) -> list[str]:
        """What went wrong on any screen of any walker."""
        return [fault for walker in self.walkers for fault in walker.faults]

    def close(self) -> None:
        """Close every browser."""
        for walker in self.walkers:
            walker.leave()
