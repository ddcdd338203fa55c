"""Lists in pages of one size. Art. 3(1)b."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func

from pactregistry.database import db

PAGE_SIZE = 20


@dataclass(frozen=True)
class Page:
    """One page of a list: its items, the number of all, and where it stands."""

    items: Sequence[Any]
    total: int
    number: int

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))


def paged(query: Select[Any], number: int) -> Page:
    """One page of what a query finds, in its order."""
    counting = query.with_only_columns(func.count(), maintain_column_froms=True).order_by(None)
    total = db.session.scalar(counting) or 0
    first = min((number - 1) * PAGE_SIZE, total)  # a page may be asked for that no database counts
    items = db.session.scalars(query.limit(PAGE_SIZE).offset(first)).all()
    return Page(items, total, number)
