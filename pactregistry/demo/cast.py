"""The people of Valfiorita: all invented, and named so that nobody takes them for real."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flask_security import hash_password

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.acting import Actor
from pactregistry.people.actions_staff import give_code_secret
from pactregistry.people.models import Account, Holding
from pactregistry.workflow.states import Role

DOMAIN = "valfiorita.example"
SINCE = 1600  # days for which most have had their account: before the oldest story
LATELY = 14
SITS = "citizen, sits in committees of conciliation"


@dataclass(frozen=True)
class Part:
    """One invented person: a citizen, or an officer with a role in an office or district."""

    key: str
    name: str
    public_name: str = ""
    role: Role | None = None
    office: str = ""
    since: int = SINCE
    known_as: str = "citizen"  # where the accounts are listed; officers by their role


CITIZENS = (
    Part("rita", "Rita Residenti", "Rita R."),
    Part("lina", "Lina Lungavia", "Lina L."),
    Part("bruno", "Bruno Boscoli", "Bruno del parco"),
    Part("nives", "Nives Ortolana", "Nives O."),
    Part("ugo", "Ugo Lavatoi", "Ugo L."),
    Part("pia", "Pia Panchina", "Pia P."),
    Part("dora", "Dora Bottegai", "Dora B."),
    Part("sara", "Sara Canestri", "Sara C."),
    Part("teo", "Teo Cortili", "Teo C."),
    Part("vera", "Vera Murales", "Vera M."),
    Part("ada", "Ada Ascolti", "Ada A.", known_as=SITS),
    Part("elio", "Elio Equilibri", "Elio E.", known_as=SITS),
    Part("mina", "Mina Mediani", "Mina M.", known_as=SITS),
)
STAFF = (
    Part("desk", "Sportello Uno", role=Role.DESK, office="commons"),
    Part("desk2", "Sportello Dieci", role=Role.DESK, office="commons", since=LATELY),
    Part("manager", "Dirigente Due", role=Role.MANAGER, office="commons"),
    Part("green", "Verde Tre", role=Role.REVIEWER, office="green"),
    Part("water", "Acque Quattro", role=Role.REVIEWER, office="water"),
    Part("gas", "Gas Cinque", role=Role.REVIEWER, office="gas"),
    Part("works", "Lavori Sei", role=Role.REVIEWER, office="works"),
    Part("heritage", "Patrimonio Sette", role=Role.REVIEWER, office="heritage"),
    Part("centro", "Presidente Centro", role=Role.DISTRICT, office="centro"),
    Part("fiume", "Presidente Fiume", role=Role.DISTRICT, office="fiume"),
    Part("collina", "Presidente Collina", role=Role.DISTRICT, office="collina"),
    Part("secretary", "Segretaria Undici", role=Role.SECRETARY),
    Part("executive", "Segreteria Otto", role=Role.EXECUTIVE, office="executive"),
    Part("admin", "Amministrazione Nove", role=Role.ADMIN),
)


@dataclass(frozen=True)
class Player:
    """A part with its account; the code key is that of an officer's one-time codes."""

    part: Part
    account: Account
    code_key: str

    def as_(self, role: Role) -> Actor:
        """The player acting in a role."""
        return Actor(self.account.id, role, self.part.office)

    @property
    def actor(self) -> Actor:
        """The player in the role of the part: citizens as citizens."""
        return self.as_(self.part.role or Role.CITIZEN)


Cast = Mapping[str, Player]


def enlist(password: str) -> Cast:
    """Open every account with the same password, hashed once; does not commit."""
    hashed = hash_password(password)
    return {part.key: _enlist(part, hashed) for part in (*CITIZENS, *STAFF)}


def _enlist(part: Part, hashed: str) -> Player:
    here = settings()
    known_for = timedelta(days=part.since)
    account = Account(
        email=f"{part.key}@{DOMAIN}",
        password=hashed,
        fs_uniquifier=secrets.token_hex(32),
        confirmed_at=here.now() - known_for,
        create_datetime=here.now() - known_for,
        active=True,
        name=part.name,
        public_name=part.public_name or part.name,
        language=here.city.language,
    )
    db.session.add(account)
    if part.role is None:
        db.session.flush()
        return Player(part, account, "")
    account.holdings = [_holding(part, here.today() - known_for)]
    key = give_code_secret(account)
    db.session.flush()
    return Player(part, account, key)


def _holding(part: Part, since: date) -> Holding:
    return Holding(role=part.role, office=part.office, since=since)
