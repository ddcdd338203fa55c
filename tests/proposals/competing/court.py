"""Scenario 3 on its stage: two proposals for Campo Stella, and what office and people do there."""

import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.models import Proposal
from tests.proposals.writing import picture

CLUB = {
    "title": "Basket giovanile al Campo Stella",
    "place_name": "Campo Stella",
    "district": "fiume",
    "theme": "sport",
    "public_author": "Polisportiva Stella",
    "description": "Allenamenti per under 14 ogni pomeriggio.",
}
COMMITTEE = {
    "title": "Campo Stella per tutti",
    "place_name": "campo  STELLA",
    "district": "fiume",
    "theme": "gioco",
    "public_author": "Comitato Stella",
    "description": "Gioco libero e ore di quiete.",
}
MINUTES = "The office called; forty people were told by posters; counted twice by two officers."


@dataclass
class Court:
    """The court and the people around it."""

    app: Any
    clock: Any
    office: Any
    people: Any
    sent: Any
    person: Any
    club: Proposal = field(init=False)
    committee: Proposal = field(init=False)

    def opened(self) -> "Court":
        """Send both proposals and open their inquiries."""
        people = self.people
        self.club = self.sent(**CLUB, author_id=people.resident.id)
        self.committee = self.sent(**COMMITTEE, author_id=people.neighbour.id)
        for proposal in (self.club, self.committee):
            assert self.office.open_inquiry(proposal).status_code == 302
        return self

    def third(self) -> Proposal:
        """One more proposal for the court, its inquiry open."""
        author = self.person("Terza Vicina")
        proposal = self.sent(**{**COMMITTEE, "title": "Orto al Campo Stella"}, author_id=author.id)
        assert self.office.open_inquiry(proposal).status_code == 302
        return proposal

    def declare(self, *others: Proposal, **typed: Any) -> Any:
        """Declare the club's proposal competing with others."""
        chosen = [other.number for other in others or (self.committee,)]
        return self.desk(self.club, "competition", others=chosen, **typed)

    def desk(self, proposal: Proposal, step: str, **typed: Any) -> Any:
        """A step of the desk on one file."""
        return self.office.post(self.people.desk, step, proposal, **typed)

    def as_desk(self) -> Any:
        """The officer's browser."""
        return self.office.as_(self.people.desk)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.app.config["SETTINGS"].today()

    def days(self, number: int) -> date:
        """A day from now."""
        return self.today + timedelta(days=number)

    def call(self, kind: str = "ballot", number: str = "2026-K-0001", **typed: Any) -> Any:
        """Announce a choice: usually a ballot of ten days that begins in a week."""
        usual = {"kind": kind, "occurred_on": self.today}
        if kind != "assembly":
            usual |= {"opens_on": self.days(7), "closes_on": self.days(16)}
        if kind != "ballot":
            usual |= {"assembly_on": self.days(17), "assembly_place": "Palestra, ore 18"}
        return self.as_desk().post(f"/desk/competitions/{number}/choice", data=usual | typed)

    @property
    def choice(self) -> Choice:
        """The latest choice as it stands."""
        db.session.expire_all()
        return db.session.scalars(select(Choice).order_by(Choice.id.desc())).first()

    def option(self, proposal: Proposal) -> str:
        """What a voter sends to choose a proposal."""
        return str(next(o.id for o in self.choice.options if o.proposal_id == proposal.id))

    def vote(self, account: Any, option: str) -> Any:
        """One vote through the page."""
        page = f"/choices/{self.choice.number}/vote"
        return self.office.as_(account).post(page, data={"option": option})

    def votes(self, club: int, committee: int, blank: int = 0) -> None:
        """So many votes, each by a person of their own."""
        cast = [self.option(self.club)] * club + [self.option(self.committee)] * committee
        for number, option in enumerate([*cast, *["blank"] * blank]):
            voter = self.person(f"Votante {number}", f"v{self.choice.id}-{number}@people.example")
            assert self.vote(voter, option).status_code == 302

    def count(self, **typed: Any) -> Any:
        """Record the count, with minutes."""
        choice = self.choice
        usual = {"version": choice.version, "occurred_on": self.today, "minutes": MINUTES}
        return self.as_desk().post(f"/desk/choices/{choice.number}/count", data=usual | typed)

    def record(self, **typed: Any) -> Any:
        """Record the result on the proposals."""
        return self.desk(self.club, "choice", **typed)

    def met(self, held_on: str, **typed: Any) -> Any:
        """Record a meeting of the authors, for all to read."""
        usual = {"held_on": held_on, "place": "Quartiere", "people": 9, "public": "y"}
        page = "/desk/competitions/2026-K-0001/meetings"
        return self.as_desk().post(page, data=usual | typed)

    def joint_text(self, **words: Any) -> Any:
        """Write a joint text with which the club's file would go on."""
        page = "/desk/competitions/2026-K-0001/joint-text"
        return self.as_desk().post(page, data=words | {"going_on": self.club.number})

    def agrees(self, proposal: Proposal, account: Any, *, text: str = "1", say: str = "yes") -> Any:
        """An author's answer to a joint text."""
        data = {"text_id": text, "agrees": say}
        page = f"/proposals/{proposal.number}/consent"
        return self.office.as_(account).post(page, data=data)

    def withdraws(self, proposal: Proposal, account: Any) -> Any:
        """An author withdraws."""
        db.session.expire_all()
        page = f"/proposals/{proposal.number}/withdrawal"
        return self.office.as_(account).post(page, data={"version": proposal.version})

    def mails(self, account: Any) -> list[str]:
        """The subjects of the mails to a person, the oldest first."""
        query = select(Mail.subject).where(Mail.to_address == account.email).order_by(Mail.id)
        return list(db.session.scalars(query))


def scan() -> tuple[io.BytesIO, str]:
    """A scan to send."""
    return picture("white")
