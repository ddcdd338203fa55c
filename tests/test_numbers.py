"""Numbers of a year that several give at the same instant: each is given once, none is left out."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.journal import Counter, next_number
from tests.databases import on_each_database

pytestmark = on_each_database

MANY = 8
GIVEN = [f"2031-P-{number:04}" for number in range(1, MANY + 1)]


def given_at_once(app: Flask) -> Sequence[str]:
    """Give numbers at the same instant, each in a transaction of its own."""
    together = Barrier(MANY)

    def give(_turn: int) -> str:
        with app.app_context():
            # Nobody has read yet whether the year has begun when the last one sets out.
            together.wait()
            number = next_number("P", 2031)
            db.session.commit()
            return number

    with ThreadPoolExecutor(MANY) as pool:
        return sorted(pool.map(give, range(MANY)))


def test_the_first_numbers_of_a_year_given_at_once_have_no_gap(app: Flask) -> None:
    assert given_at_once(app) == GIVEN


def test_the_next_numbers_given_at_once_have_no_gap(app: Flask) -> None:
    assert next_number("P", 2031) == GIVEN[0]
    db.session.commit()
    assert given_at_once(app)[:-1] == GIVEN[1:]


def test_a_number_taken_back_is_given_again(app: Flask) -> None:
    assert next_number("P", 2031) == GIVEN[0]
    db.session.rollback()
    assert next_number("P", 2031) == GIVEN[0]
    assert next_number("P", 2031) == GIVEN[1]
    db.session.commit()
    assert db.session.scalars(select(Counter.last)).all() == [2]
