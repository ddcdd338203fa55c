"""How a form is filled in: mostly well, now and then with a wrong day or without words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from tests.invariants.stages import REASON
from tests.invariants.town import CITIZENS, Town

Row = Mapping[str, Any]
Form = Callable[[Town, Row, Random], dict[str, Any]]

DESKS = ("desk", "second_desk")
MANAGERS = ("manager", "substitute")
OFFICE = (*DESKS, *MANAGERS)
WORDS = (*[REASON] * 8, "Short", " ", "")
# Mostly today; a past day, a future one and none at all as people mistype them.
DAYS = (*[0] * 9, -2, 1, None)


@dataclass(frozen=True)
class Move:
    """One step of one machine as its page takes it; `page` names the file's columns."""

    machine: str
    step: str
    page: str
    who: tuple[str, ...]
    form: Form

    def someone(self, row: Row, names: Mapping[int, str], chance: Random) -> str:
        """Who takes the step: mostly one who may, of the citizens the author."""
        author = names.get(row.get("author_id") or 0, "")
        if self.who == CITIZENS and author and chance.random() < 0.8:
            return author
        return chance.choice(self.who)

    def fill_in(self, town: Town, row: Row, chance: Random) -> dict[str, Any]:
        """The form as somebody fills it in who has just opened it."""
        back = chance.choice(DAYS)
        day = {} if back is None else {"occurred_on": town.today + timedelta(days=back)}
        seen = {"version": row["version"]} if "version" in row else {}
        form_id = {"request_id": f"{chance.getrandbits(128):032x}"}
        return {**form_id, **seen, **day, **self.form(town, row, chance)}


def said(*names: str, **given: Any) -> Form:
    """A form of words."""

    def form(_town: Town, _row: Row, chance: Random) -> dict[str, Any]:
        return {**given, **{name: chance.choice(WORDS) for name in names}}

    return form
