"""What tests do to let reports be asked for: agree on a rhythm, let days pass."""

from datetime import date, timedelta

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling import sweep
from tests.pacts.life.scene import Scene

FIRST, LAST = date(2026, 4, 15), date(2028, 4, 14)  # of the scene's pact
DAY = timedelta(days=1)


def agree(scene: Scene, months: int | None) -> None:
    """Let the signed text ask for reports so often."""
    version = scene.pact.versions[-1]
    agreed = {"every_months": months, "indicators": [], "own": []}
    version.conditions = {**version.conditions, "reporting": agreed}
    db.session.commit()


def go(scene: Scene, day: date) -> list[tuple[str, date, date]]:
    """Let it be a day, and both sweeps do what is due; gives all reports asked for so far."""
    scene.go(day)
    sweep.run(settings().now())
    return [(r.kind.value, r.period_from, r.period_to) for r in asked()]


def asked() -> list[Report]:
    db.session.expire_all()
    return list(db.session.scalars(select(Report).order_by(Report.id)))
