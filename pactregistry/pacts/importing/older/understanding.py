"""What one row of a table of older pacts means here; what is not certain stays empty. Art. 36."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from pactregistry.database import folded
from pactregistry.documents.actions import Kept
from pactregistry.pacts.importing.application import Question
from pactregistry.pacts.importing.mapping import district_of
from pactregistry.pacts.importing.names import is_organisation
from pactregistry.pacts.importing.older import doubts, meanings
from pactregistry.pacts.importing.older.row import OlderRow
from pactregistry.workflow.city import City
from pactregistry.workflow.states import CommonsKind, Intensity, PactState

PAST = ("signed_on", "act_date", "proposal_date", "ended_on")


@dataclass(frozen=True)
class Understood:
    """One row with what it means here; `parties` the public reads, `persons` stay private."""

    row: OlderRow
    state: PactState
    how_ended: str
    district: str
    intensity: Intensity | None
    commons_kind: CommonsKind | None
    parties: tuple[str, ...]
    persons: tuple[str, ...]
    questions: tuple[Question, ...]
    papers: tuple[Kept, ...] = ()

    @property
    def standing(self) -> tuple[str, ...]:
        """The state, as the report tells it."""
        return (self.state,)


def understand(read: OlderRow, city: City, today: date) -> Understood:
    """Read one row: what is certain, and a question for all that is not."""
    row, asked = _possible(read, today)
    state, how, more = _standing(row)
    asked += more
    intensity, more = _word(row.intensity, "intensity", meanings.INTENSITIES)
    asked += more
    kind, more = _word(row.commons_kind, "commons_kind", meanings.KINDS)
    asked += more
    district, more = district_of(row, city)
    asked += more
    bodies = tuple(name for name in row.parties if is_organisation(name))
    unsure = tuple(name for name in row.parties if name not in bodies)
    asked += [Question("party_private", "parties", {"name": name}) for name in unsure]
    return Understood(
        row=row,
        state=state,
        how_ended=how,
        district=district,
        intensity=intensity,
        commons_kind=kind,
        parties=bodies,
        persons=tuple(dict.fromkeys([*unsure, *row.persons])),
        questions=(*row.unread, *asked, *doubts.on_row(row, state, how, today)),
    )


def _possible(row: OlderRow, today: date) -> tuple[OlderRow, list[Question]]:
    """The row without the days that cannot be, and the questions that they leave."""
    asked = []
    left: dict[str, Any] = {}
    for name in PAST:
        day: date | None = getattr(row, name)
        if day is not None and day > today:
            asked.append(Question("day_ahead", name, {"column": name, "word": str(day)}))
            left[name] = None
    first, last = row.starts_on, row.ends_on
    if first and last and last < first:
        told = {"first": str(first), "last": str(last)}
        asked.append(Question("span_reversed", "ends_on", told))
        left.update(starts_on=None, ends_on=None)
    return replace(row, **left), asked


def _standing(row: OlderRow) -> tuple[PactState, str, list[Question]]:
    found = meanings.standing(row.state)
    if found is None:
        word = row.state or "—"
        return PactState.UNKNOWN, "", [Question("state_unknown", "state", {"word": word})]
    state, how = found
    told = meanings.ENDS.get(folded(row.how_ended), "")
    if row.how_ended and not told:
        return state, how, [Question("end_word", "how_ended", {"word": row.how_ended})]
    if state is PactState.ENDED and how and told and how != told:
        word = f"{row.state} / {row.how_ended}"
        return state, "", [Question("end_word", "how_ended", {"word": word})]
    return state, (how or told) if state is PactState.ENDED else "", []


M = TypeVar("M")


def _word(word: str, column: str, listed: Mapping[str, M]) -> tuple[M | None, list[Question]]:
    found = listed.get(folded(word))
    if found is None and word:
        return None, [Question("word_unknown", column, {"word": word, "column": column})]
    return found, []
