"""The regulations of a city: in force when, and what is public under each. Art. 3(1)b, 36(1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import PROPOSAL_IS_PUBLIC
from pactregistry.workflow.pack import Pack


@dataclass(frozen=True)
class Regulation:
    """One pack as a city uses it; `since` and `until` are None where nothing bounds it.

    `until` is the day from which another one is in force. An unused one opens no file here.
    """

    pack: Pack
    in_use: bool
    since: date | None
    until: date | None
    pacts: int
    proposals: int

    @property
    def is_present(self) -> bool:
        """Whether it is the one in force today."""
        return self.pack.id == settings().pack.id

    @property
    def last_day(self) -> date | None:
        """The last day on which files were opened under it; None while there is none."""
        return None if self.until is None else self.until - timedelta(days=1)

    @property
    def is_coming(self) -> bool:
        """Whether it comes into force on a later day."""
        return self.since is not None and self.since > settings().today()


def regulations() -> list[Regulation]:
    """All regulations that this program holds, in the order in which the city uses them."""
    here = settings()
    starts: list[tuple[str, date | None]] = [(here.city.pack, None)]
    starts += [(later.pack, later.since) for later in here.city.successions]
    ends = [*(since for _, since in starts[1:]), None]
    periods = [(key, since, until) for (key, since), until in zip(starts, ends, strict=True)]
    unused = [(key, None, None) for key in here.packs if key not in here.city.packs]
    pacts, proposals = _counted(Pact, PACT_IS_PUBLIC), _counted(Proposal, PROPOSAL_IS_PUBLIC)
    return [
        Regulation(
            pack=here.packs[key],
            in_use=key in here.city.packs,
            since=since,
            until=until,
            pacts=pacts.get(key, 0),
            proposals=proposals.get(key, 0),
        )
        for key, since, until in (*periods, *unused)
    ]


def _counted(model: type[Pact] | type[Proposal], condition: Any) -> Mapping[str, int]:
    query = select(model.pack_id, func.count()).where(condition).group_by(model.pack_id)
    rows: Sequence[Any] = db.session.execute(query).all()
    return {row[0]: row[1] for row in rows}
