"""What comes due on the list: it grows old, temporary uses end; each reminder once. Art. 8(3)."""

from datetime import UTC, date, datetime, time

import pytest

from pactregistry.commons.inventory import sweep
from pactregistry.database import db
from pactregistry.notices.models import Mail
from tests.inventory.conftest import Inventory


def sent(day: date, word: str) -> list[Mail]:
    """The mails with a word in their subject after the sweep of a day, run twice."""
    for _ in range(2):
        sweep.run(datetime.combine(day, time(12), UTC))
    found = db.session.scalars(db.select(Mail).where(Mail.subject.contains(word)))
    return list(found)


@pytest.mark.article("10(6)")
def test_an_old_list_is_told_once_an_interval(inventory: Inventory, clock: object) -> None:
    inventory.list(name="First")

    def on(day: date) -> list[Mail]:
        clock.go(day)  # type: ignore[attr-defined]
        return sent(day, "list of commons")

    # Looked at on 2 March 2026: 365 days later it is not older than the term, a day after it is.
    assert on(date(2027, 3, 2)) == []
    (mail,) = on(date(2027, 3, 3))
    assert mail.to_address == inventory.desk.email
    assert "2026-B-0001 First" in mail.text
    assert len(on(date(2027, 8, 1))) == 1
    assert len(on(date(2028, 3, 1))) == 1
    assert len(on(date(2028, 3, 2))) == 2


def test_only_what_was_not_looked_at_is_named(inventory: Inventory, clock: object) -> None:
    old, fresh = inventory.list(name="Old"), inventory.list(name="Fresh")
    clock.go(date(2026, 9, 1))  # type: ignore[attr-defined]
    seen = {f"seen-{fresh.id}": fresh.version}
    inventory.as_(inventory.desk).post("/desk/commons/review", data=seen)
    clock.go(date(2027, 3, 3))  # type: ignore[attr-defined]
    assert "to be looked at again" in inventory.as_(inventory.desk).get("/desk/commons/").text
    (mail,) = sent(date(2027, 3, 3), "list of commons")
    assert old.name in mail.text
    assert fresh.name not in mail.text


@pytest.mark.article("8(3)")
@pytest.mark.parametrize(
    ("day", "mails"),
    [
        (date(2026, 7, 1), 0),
        (date(2026, 7, 2), 1),
        (date(2026, 8, 1), 1),
        (date(2026, 8, 31), 1),
        (date(2026, 9, 1), 0),
    ],
)
def test_the_end_of_a_temporary_use_is_announced(
    inventory: Inventory, clock: object, day: date, mails: int
) -> None:
    inventory.list(temporary_use="y", temporary_use_until="2026-08-31")
    clock.go(day)  # type: ignore[attr-defined]
    assert len(sent(day, "temporary use")) == mails


@pytest.mark.article("8(3)")
def test_after_its_last_day_a_temporary_use_is_said_to_have_ended(
    inventory: Inventory, clock: object
) -> None:
    inventory.list(temporary_use="y", temporary_use_until="2026-08-31")
    clock.go(date(2026, 8, 31))  # type: ignore[attr-defined]
    assert "until 31 August 2026" in inventory.client.get("/commons/2026-B-0001").text
    clock.go(date(2026, 9, 1))  # type: ignore[attr-defined]
    assert "ended on 31 August 2026" in inventory.client.get("/commons/2026-B-0001").text


def test_both_announcements_come_each_once(inventory: Inventory, clock: object) -> None:
    inventory.list(temporary_use="y", temporary_use_until="2026-08-31")
    for day in (date(2026, 7, 2), date(2026, 7, 20), date(2026, 8, 1), date(2026, 8, 20)):
        clock.go(day)  # type: ignore[attr-defined]
        found = sent(day, "temporary use")
    assert len(found) == 2
