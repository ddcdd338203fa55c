"""The stock: what the City has to lend, kept by the desk. Art. 22(1), 22(4)."""

from dataclasses import dataclass

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.supports.loans.models import Thing


@dataclass(frozen=True)
class Described:
    """A kind of thing as the desk describes it."""

    name: str
    unit: str
    quantity: int
    protective: bool
    condition: str
    offered: bool


def add_thing(described: Described) -> Thing:
    """Take a kind of thing into the stock."""
    thing = Thing(office=settings().city.desk.key, **vars(described))
    db.session.add(thing)
    db.session.commit()
    return thing


def describe_thing(thing: Thing, described: Described) -> None:
    """Count or describe a kind of thing anew; what is lent already stays lent."""
    for name, value in vars(described).items():
        setattr(thing, name, value)
    db.session.commit()
