"""What the words of a register mean here; a word that is not listed means nothing. Art. 36."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactregistry.database import folded
from pactregistry.pacts.importing.application import Application, Question, Row
from pactregistry.pacts.importing.names import is_organisation
from pactregistry.pacts.importing.notes import end_told
from pactregistry.pacts.importing.questions import on_row
from pactregistry.workflow.city import City
from pactregistry.workflow.states import PactState, ProposalState, ProposerKind

# Words that say what a district is called, not which one it is.
DISTRICT_WORDS = frozenset(
    {"circoscrizione", "quartiere", "municipio", "municipalita", "zona", "district", "distrito"}
)


@dataclass(frozen=True)
class Standing:
    """Where a file stands by one word of a register."""

    state: ProposalState
    pact_state: PactState | None = None
    stands_for_several: bool = False
    catch_all: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The words of a register, without case and accents, and what they mean here."""

    standings: Mapping[str, Standing]
    kinds: Mapping[str, ProposerKind]


def understand(row: Row, words: Vocabulary, city: City, nobody: str) -> Application:
    """Read one row: what is certain, and a question for all that is not.

    `nobody` stands for an author whom the row does not name.
    """
    standing, asked = _standing(row, words)
    kind = words.kinds.get(folded(row.kind), ProposerKind.UNKNOWN)
    if kind is ProposerKind.UNKNOWN:
        asked.append(Question("kind_unknown", "proposer_kind", {"word": row.kind or "—"}))
    district, more = district_of(row, city)
    public = kind is not ProposerKind.PERSON and (
        row.proposer or (row.representative if is_organisation(row.representative) else "")
    )
    return Application(
        row=row,
        state=standing.state,
        pact_state=standing.pact_state,
        kind=kind,
        district=district,
        author_name=row.representative or row.proposer or nobody,
        public_author=public or "",
        questions=(*asked, *more, *on_row(row, standing.state, standing.pact_state, kind)),
    )


def _standing(row: Row, words: Vocabulary) -> tuple[Standing, list[Question]]:
    standing = words.standings.get(folded(row.state))
    if standing is None:
        return _UNKNOWN, [Question("state_unknown", "state", {"word": row.state or "—"})]
    if standing.stands_for_several:
        return standing, [Question("state_of_several", "state", {"word": row.state})]
    if not standing.catch_all:
        return standing, []
    end = end_told(row.note)
    if end is None:
        return _UNKNOWN, [Question("end_unknown", "state", {"word": row.state})]
    return Standing(end), [Question("end_from_note", "state", {"word": row.state, "end": end})]


def district_of(row: Row, city: City) -> tuple[str, list[Question]]:
    """The key of the district that a row names, or none with the question why."""
    named = [word for word in (row.district, row.quarter) if word]
    found = [key for word in named for key in _districts_called(word, city)]
    if len(set(found)) == 1:
        return found[0], []
    if found:
        return "", [Question("district_conflict", "district", {"word": " / ".join(named)})]
    if not named:
        return "", [Question("district_missing", "district")]
    return "", [Question("district_unknown", "district", {"word": named[0]})]


def _districts_called(word: str, city: City) -> Sequence[str]:
    called = _proper(word)
    return [
        key
        for key, district in city.districts.items()
        if called in {_proper(name) for name in (key, *district.name.values())}
    ]


def _proper(name: str) -> tuple[str, ...]:
    return tuple(part for part in folded(name).split() if part not in DISTRICT_WORDS)


_UNKNOWN = Standing(ProposalState.UNKNOWN)
