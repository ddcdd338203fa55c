"""What tests of support do again and again."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.models import SupportItem
from pactregistry.supports.loans.models import Thing
from pactregistry.supports.training.models import Session
from tests.pacts.life.scene import Scene

REASONS = (
    "On that evening the hall is being repainted, and the paint is not dry before the morning."
)
NUMBER = "2026-0001"


def agree(scene: Scene, kind: str, ceiling: str = "", **details: object) -> None:
    """Let the signed text of the pact state one support."""
    pact = scene.pact
    text = pact.versions[-1]
    text.supports.append(
        SupportItem(
            kind=kind,
            description=f"about {kind}",
            amount_ceiling=Decimal(ceiling) if ceiling else None,
            details=details,
        )
    )
    db.session.commit()


def stock(name: str, quantity: int) -> int:
    """Put things into the City's stock; gives their number."""
    thing = Thing(name=name, quantity=quantity, office="commons")
    db.session.add(thing)
    db.session.commit()
    return thing.id


def lend(scene: Scene, thing: int, number: int = 1, until: date = date(2028, 4, 14)) -> int:
    """Let the desk lend things for the pact."""
    form = {f"thing_{thing}": number, "since": settings().today(), "until": until}
    page = f"/desk/pacts/{NUMBER}/loans/new"
    return scene.enter(scene.cast.desk).post(page, data=form).status_code


def session(scene: Scene, **typed: object) -> Session:
    """Let the desk plan a training session on 2 May at six; gives it."""
    form: dict[str, object] = {
        "title": "Gloves and shears",
        "topics": ["safety"],
        "audience": "citizens",
        "day": "2026-05-02",
        "begins": "18:00",
        "ends": "20:00",
        "place": "Civic hall",
        "seats": 2,
        **typed,
    }
    answer = scene.enter(scene.cast.desk).post("/desk/training/new", data=form)
    assert answer.status_code == 302, answer.text
    db.session.expire_all()
    return db.session.scalars(select(Session).order_by(Session.id.desc())).first()  # type: ignore[return-value]  # reason: just planned
