"""One application of an older register: as it was read, and as we understood it. Art. 36."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pactregistry.workflow.states import PactState, ProposalState, ProposerKind


class Malformed(Exception):
    """A file that cannot be taken; each fault is one sentence, with its line where there is one."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Question:
    """What only a person can settle about one row: a code of `questions`, a field, the details."""

    code: str
    field: str
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The question as the journal keeps it."""
        return {"code": self.code, "field": self.field, "details": dict(self.details)}


@dataclass(frozen=True)
class Row:
    """One row as it stands in the file: words, trimmed, not yet understood."""

    line: int
    source_id: str
    original: Mapping[str, str]
    state: str = ""
    pact_state: str = ""
    kind: str = ""
    title: str = ""
    summary: str = ""
    place: str = ""
    quarter: str = ""
    district: str = ""
    longitude: float | None = None
    latitude: float | None = None
    point_again: tuple[float, float] | None = None  # longitude, latitude
    proposer: str = ""
    representative: str = ""
    submitted_on: date | None = None
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    registry_number: str = ""
    note: str = ""
    document: str = ""  # where the pact's text is found


@dataclass(frozen=True)
class Application:
    """One row with what it means here; what is not certain is empty, and a question says so."""

    row: Row
    state: ProposalState
    pact_state: PactState | None
    kind: ProposerKind
    district: str
    author_name: str
    public_author: str
    questions: tuple[Question, ...]

    @property
    def standing(self) -> tuple[str, ...]:
        """The state, and that of the pact, if any."""
        return (self.state, *([self.pact_state] if self.pact_state else []))


@dataclass(frozen=True)
class Taken:
    """One row as it stands here now; an application may have a pact beside it."""

    row: Row
    number: str
    pact_number: str = ""
